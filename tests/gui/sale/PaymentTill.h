// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/sale/CounterFixture.h"
#include "ui/keys/KeyDispatcher.h"
#include "ui/main/SeenNotices.h"
#include "ui/payment/PaymentDrafts.h"
#include "ui/payment/PaymentPage.h"
#include "ui/theme/Theme.h"

namespace okoshko::test {

/// A counter on a scripted vendor, and its payment window, in English.
class PaymentTill : public CounterFixture
{
public:
    PaymentTill()
    {
        systems = defaultPaymentSystems();
        Theme::apply(*qApp, Theme::Kind::Light);
    }

    /// The window of this life; the counter has started.
    void openDialog()
    {
        drafts = std::make_unique<PaymentDrafts>(service());
        openPage();
    }

    /// Another one for the same counter.
    void openPage()
    {
        dialog = std::make_unique<PaymentPage>(counter(), *drafts, systems, format, nullptr);
        new KeyDispatcher(*dialog);
    }

    const Format format{Format::Language::English};
    SeenNotices seen;
    std::unique_ptr<PaymentDrafts> drafts;
    std::unique_ptr<PaymentPage> dialog;
};

} // namespace okoshko::test
