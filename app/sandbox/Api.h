// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/AnswerWriter.h"
#include "app/sandbox/ScenarioEngine.h"

namespace okoshko::sandbox {

/// The calls under `/v1`: reads requests and writes answers.
class Api
{
public:
    /// All must outlive this.
    Api(Vendor &vendor, ScenarioEngine &engine, const QUrl &publicUrl)
        : m_vendor(vendor)
        , m_engine(engine)
        , m_writer(vendor, publicUrl)
    {
    }

    // services/simple/events, resources/events, resources/partners
    [[nodiscard]] Reply listEvents(const Call &call);
    [[nodiscard]] Reply readEvent(const Call &call);
    [[nodiscard]] Reply listSeats(const Call &call);
    [[nodiscard]] Reply readPartner(const Call &call);

    // resources/orders
    [[nodiscard]] Reply listOrders(const Call &call);
    [[nodiscard]] Reply createOrder(const Call &call);
    [[nodiscard]] Reply readOrder(const Call &call);
    [[nodiscard]] Reply changeOrder(const Call &call);
    [[nodiscard]] Reply cancelOrder(const Call &call);
    [[nodiscard]] Reply listTickets(const Call &call);

    // resources/refund_requests
    [[nodiscard]] Reply listRefunds(const Call &call);
    [[nodiscard]] Reply createRefund(const Call &call);
    [[nodiscard]] Reply readRefund(const Call &call);
    [[nodiscard]] Reply decideRefund(const Call &call);

private:
    [[nodiscard]] const Event *onOffer(const QString &id) const;
    [[nodiscard]] ListQuery::Paging paging(const Call &call);
    [[nodiscard]] QJsonObject render(const Call &call, const Order &order);
    [[nodiscard]] Reply answer(const Call &call, const Order &order);
    [[nodiscard]] Reply answer(const Call &call, int status, const tl::expected<ChangeResult, Refusal> &result);
    [[nodiscard]] Reply answer(const Call &call, int status, const tl::expected<Refund, Refusal> &refund) const;

    Vendor &m_vendor;
    ScenarioEngine &m_engine; ///< every change of an order goes through it
    AnswerWriter m_writer;
};

} // namespace okoshko::sandbox
