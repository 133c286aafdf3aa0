// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Http.h"
#include "app/sandbox/Vendor.h"

#include <QJsonObject>

namespace okoshko::sandbox {

/// The page at `redirect_url`, where the buyer pays or declines. Plain HTML that works without JavaScript:
///
///     GET  /pay/<token>           the page, or the result once the order is final
///     POST /pay/<token>/pay       the buttons; 303 back to the page when they took effect,
///     POST /pay/<token>/decline   409 and the page when it was too late
///     GET  /pay-assets/<file>     its style sheet and countdown
///
/// Language: `?lang=ru|en`, else `Accept-Language`, else the order's own, else Russian. Its texts are in
/// `resources/sandbox/pay.<lang>.json`.
class PaymentPage
{
public:
    explicit PaymentPage(Vendor &vendor);

    [[nodiscard]] Reply show(const Call &call);
    [[nodiscard]] Reply press(const Call &call, bool pay);
    [[nodiscard]] static Reply asset(const Call &call);

private:
    [[nodiscard]] Reply render(const Request &request, const Order &order, int status) const;
    [[nodiscard]] Reply notFound(const Request &request) const;
    [[nodiscard]] QString form(const Order &order, const QJsonObject &words, const QString &lang) const;
    [[nodiscard]] QString result(const Order &order, const QJsonObject &words) const;
    [[nodiscard]] QString summary(const Order &order, const QJsonObject &words, const QString &lang) const;

    Vendor &m_vendor;
    QHash<QString, QJsonObject> m_words; ///< by language
};

} // namespace okoshko::sandbox
