// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Http.h"
#include "References.h"
#include "ScenarioEngine.h"
#include "Vendor.h"
#include "VendorTraits.h"

#include <QUrl>

namespace okoshko::sandbox {

/// `/v1/resources/orders…` and `/v1/resources/refund_requests…`
class OrderApi
{
public:
    OrderApi(Vendor &vendor, ScenarioEngine &director, ScenarioBoard &board, const QUrl &publicUrl)
        : m_vendor(vendor)
        , m_traits(board)
        , m_director(director)
        , m_publicUrl(publicUrl)
        , m_references(vendor, publicUrl)
    {
    }

    [[nodiscard]] Reply list(const Call &call);
    [[nodiscard]] Reply create(const Call &call);
    [[nodiscard]] Reply read(const Call &call);
    [[nodiscard]] Reply change(const Call &call);
    [[nodiscard]] Reply cancel(const Call &call);
    [[nodiscard]] Reply tickets(const Call &call);

    [[nodiscard]] Reply listRefunds(const Call &call);
    [[nodiscard]] Reply createRefund(const Call &call);
    [[nodiscard]] Reply readRefund(const Call &call);
    [[nodiscard]] Reply decideRefund(const Call &call);

private:
    [[nodiscard]] QJsonObject render(const Call &call, const Order &order);
    [[nodiscard]] Reply answer(const Call &call, const Order &order);
    [[nodiscard]] QJsonObject render(const Call &call, const Refund &refund) const;
    [[nodiscard]] Reply answer(const Call &call, int status, const tl::expected<Changed, Refusal> &changed);

    Vendor &m_vendor;
    VendorTraits m_traits;
    ScenarioEngine &m_director; ///< everything that makes or changes an order goes through it
    const QUrl &m_publicUrl;
    References m_references;
};

} // namespace okoshko::sandbox
