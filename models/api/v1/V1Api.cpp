// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Api.h"

#include "models/api/v1/DecodeAnswer.h"
#include "models/api/v1/HallReading.h"
#include "models/api/v1/PagedReading.h"
#include "models/api/v1/V1Decode.h"
#include "models/api/v1/V1Requests.h"

#include <algorithm>

namespace okoshko::v1 {

namespace {

constexpr qsizetype mostEvents = qsizetype(PagedReading<Event>::mostPages) * pageSize;

bool matches(const Order &order, const OrderQuery &query)
{
    const auto outside = [&order](auto limit, auto beyond) {
        return limit && order.createdAt && beyond(*order.createdAt, *limit);
    };
    return (!query.event || order.event == *query.event) && (!query.status || order.status == *query.status) &&
           !outside(query.createdFrom, std::less<>()) && !outside(query.createdUntil, std::greater<>());
}

} // namespace

V1Api::V1Api(HttpClient &http)
    : m_http(http)
{
    using Support = Capabilities::Support;
    m_capabilities.paymentSystems = Support::Yes;
    m_capabilities.sellerConfirms = Support::Yes;
    m_capabilities.refunds = Support::Yes;
    m_capabilities.promoCodes = Support::Yes;
}

Call V1Api::ask(const HttpRequest &request, const OrderId &about, QObject *context, Then<Order> then)
{
    const auto kind = request.kind;
    return m_http.send(request, context, [about, kind, then = std::move(then)](const Result<HttpAnswer> &answer) {
        Result<Order> order = decodeAnswer(answer, decodeOrder, kind);
        if (order && !about.isNull() && order->id != about) {
            ApiError error{.kind = ErrorKind::OtherOrder, .httpStatus = answer->status};
            error.detail = order->id.toString();
            error.requestId = answer->requestId;
            error.effect = kind == HttpRequest::Kind::Change ? Effect::Possible : Effect::None;
            order = tl::unexpected(error);
        }
        then(order);
    });
}

Call V1Api::events(QObject *context, Then<QList<Event>> then)
{
    const auto byStart = [then = std::move(then)](const Result<QList<Event>> &result) {
        if (!result)
            return then(result);
        QList<Event> events = *result;
        std::stable_sort(events.begin(), events.end(),
                         [](const Event &a, const Event &b) { return a.start < b.start; });
        then(events);
    };
    return Call(new PagedReading<Event>(m_http, {eventsRequest, decodeEvents, mostEvents}, context, byStart));
}

Call V1Api::seats(const EventId &event, QObject *context, Then<QList<HallSeat>> then)
{
    return Call(new HallReading(m_http, seatsRequest(event), context, std::move(then)));
}

Call V1Api::reserve(const ReserveRequest &request, QObject *context, Then<Order> then)
{
    return ask(reserveRequest(request), {}, context, std::move(then));
}

Call V1Api::choosePayment(const OrderId &order, const PaymentChoice &choice, QObject *context, Then<Order> then)
{
    return ask(choosePaymentRequest(order, choice), order, context, std::move(then));
}

Call V1Api::startPayment(const OrderId &order, QObject *context, Then<Order> then)
{
    return ask(statusRequest(order, OrderStatus::InProgress), order, context, std::move(then));
}

Call V1Api::confirm(const OrderId &order, QObject *context, Then<Order> then)
{
    return ask(statusRequest(order, OrderStatus::Done), order, context, std::move(then));
}

Call V1Api::cancel(const OrderId &order, QObject *context, Then<Order> then)
{
    return ask(statusRequest(order, OrderStatus::Canceled), order, context, std::move(then));
}

Call V1Api::order(const OrderId &order, QObject *context, Then<Order> then)
{
    return ask(orderRequest(order), order, context, std::move(then));
}

Call V1Api::orders(const OrderQuery &query, QObject *context, Then<QList<Order>> then)
{
    // Each filter "may be ignored by the server" (api.md, "Read"): filter again here.
    const auto filtered = [query, then = std::move(then)](const Result<QList<Order>> &result) {
        if (!result)
            return then(result);
        QList<Order> orders;
        std::copy_if(result->cbegin(), result->cend(), std::back_inserter(orders),
                     [&query](const Order &order) { return matches(order, query); });
        std::stable_sort(orders.begin(), orders.end(),
                         [](const Order &a, const Order &b) { return a.createdAt > b.createdAt; });
        orders.resize(std::min<qsizetype>(orders.size(), query.limit));
        then(orders);
    };
    return Call(new PagedReading<Order>(
        m_http, {[query](int page) { return ordersRequest(query, page); }, decodeOrders, query.limit}, context,
        filtered));
}

Call V1Api::tickets(const OrderId &order, QObject *context, Then<QList<Ticket>> then)
{
    return m_http.send(ticketsRequest(order), context, [then = std::move(then)](const Result<HttpAnswer> &answer) {
        then(decodeAnswer(answer, decodeTickets, HttpRequest::Kind::Read));
    });
}

} // namespace okoshko::v1
