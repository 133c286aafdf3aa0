// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Api.h"

#include "models/api/v1/AnswerDecoding.h"
#include "models/api/v1/PagedRequest.h"
#include "models/api/v1/V1Decode.h"
#include "models/api/v1/V1Requests.h"

#include <algorithm>

namespace okoshko::v1 {

namespace {

// A server that ignores page sizes may return so many at once; the limits bound memory. Servers also return fewer per
// page than requested: 64 were seen (public payloads).
constexpr qsizetype maxEvents = 50'000;
constexpr int maxEventPages = 1'000;
constexpr qsizetype maxOrders = 100'000;
constexpr int maxOrderPages = 50;

/// Pages of events requested at the same time.
constexpr int eventPagesAhead = 4;

/// An order without the filtered field passes.
bool matches(const Order &order, const OrderQuery &query)
{
    using Field = Order::Field;
    const auto outside = [&order](auto limit, auto beyond) {
        return limit && order.createdAt && beyond(*order.createdAt, *limit);
    };
    return (!query.event || !order.has(Field::Event) || order.event == *query.event) &&
           !outside(query.createdFrom, std::less<>()) && !outside(query.createdUntil, std::greater<>());
}

/// The orders of \a listed that match \a query.
OrderList select(const OrderList &listed, const ListEnd &read, const OrderQuery &query)
{
    // Each filter "may be ignored by the server" (vendor documentation): they are applied here. The order of the list
    // is not specified: it is sorted before it is cut.
    OrderList result;
    std::copy_if(listed.orders.cbegin(), listed.orders.cend(), std::back_inserter(result.orders),
                 [&query](const Order &order) { return matches(order, query); });
    std::stable_sort(result.orders.begin(), result.orders.end(),
                     [](const Order &a, const Order &b) { return a.createdAt > b.createdAt; });
    const bool isTooLong = result.orders.size() > query.limit;
    if (isTooLong)
        result.orders.resize(std::max(query.limit, 0));
    result.unreadable = read.unreadable;
    result.barcodes = listed.barcodes;
    result.extent = isTooLong ? ListExtent::Cut : read.extent();
    return result;
}

} // namespace

PooledDecoding<SeatChoice>::Decode seatsDecoder(TicketingApi::ChooseSeats choose)
{
    return [choose = std::move(choose)](const HttpAnswer &answer) {
        return decodeListAnswer(answer, decodeHallSeat).map([&choose](const Elements<HallSeat> &read) {
            SeatChoice choice = choose(read.list);
            if (choice.tickets.isEmpty() && !read.isWhole())
                choice.listed = SeatChoice::Listed::No; // an unreadable seat may be vacant
            return choice;
        });
    };
}

V1Api::V1Api(HttpClient &http)
    : m_http(http)
{
}

Call V1Api::ask(const HttpRequest &request, const OrderId &about, QObject *context, Then<Order> then)
{
    const auto decode = [about, kind = request.kind](const HttpAnswer &answer) {
        const auto decodeNamed = kind == HttpRequest::Kind::Change ? decodeChangedOrder : decodeNamedOrder;
        Result<Order> order = decodeAnswer(answer, about.isNull() ? decodeOrder : decodeNamed, kind);
        if (!order || about.isNull())
            return order;
        if (order->id.isNull())
            order->id = about; // the request names its order
        if (order->id != about) {
            const ApiError error{.kind = ErrorKind::OtherOrder, .detail = order->id.toString()};
            order = tl::unexpected(inAnswer(error, answer, kind));
        }
        return order;
    };
    return askFor<Order>(request, decode, context, std::move(then));
}

template <class T>
Call V1Api::askFor(const HttpRequest &request, typename PooledDecoding<T>::Decode decode, QObject *context,
                   Then<T> then)
{
    Call call = Call::begin();
    auto end = [call, then = std::move(then)](const Result<T> &result) mutable {
        call.end(); // before the callback, which may start a new call
        then(result);
    };
    m_http.send(call, request, context,
                [call, decode = std::move(decode), context, end](const Result<HttpAnswer> &answer) mutable {
                    if (answer)
                        PooledDecoding<T>::start(call, *answer, decode, context, end);
                    else
                        end(tl::unexpected(answer.error()));
                });
    return call;
}

Call V1Api::events(QObject *context, TakeEvents take, Then<EventListEnd> then)
{
    const auto end = [then = std::move(then)](const Result<ListEnd> &read) {
        then(read.map([](const ListEnd &list) { return EventListEnd{list.extent(), list.pages, list.unreadable}; }));
    };
    return PagedRequest<Event>::start(
        m_http, {eventsRequest, decodeEvent, maxEvents, maxEventPages, eventPagesAhead, std::move(take)}, context, end);
}

Call V1Api::event(const EventId &event, QObject *context, Then<Event> then)
{
    const auto decode = [event](const HttpAnswer &answer) {
        constexpr auto kind = HttpRequest::Kind::Read;
        Result<Event> reported = decodeAnswer(answer, decodeEvent, kind);
        if (reported && reported->id != event)
            reported =
                tl::unexpected(inAnswer({.kind = ErrorKind::WrongShape, .field = QStringLiteral("id")}, answer, kind));
        return reported;
    };
    return askFor<Event>(eventRequest(event), decode, context, std::move(then));
}

Call V1Api::seats(const EventId &event, ChooseSeats choose, QObject *context, Then<SeatChoice> then)
{
    return askFor<SeatChoice>(seatsRequest(event), seatsDecoder(std::move(choose)), context, std::move(then));
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

Call V1Api::startPaymentWith(const OrderId &order, const PaymentChoice &choice, QObject *context, Then<Order> then)
{
    return ask(startPaymentWithRequest(order, choice), order, context, std::move(then));
}

Call V1Api::change(const OrderId &order, const OrderChange &change, QObject *context, Then<Order> then)
{
    return ask(changeRequest(order, change), order, context, std::move(then));
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

Call V1Api::orders(const OrderQuery &query, QObject *context, Then<OrderList> then)
{
    const auto all = std::make_shared<OrderList>();
    const auto selected = [all, query, then = std::move(then)](const Result<ListEnd> &result) {
        then(result.map([&](const ListEnd &read) { return select(*all, read, query); }));
    };
    const auto take = [all, onRead = query.onRead](const QList<ListedOrder> &page) {
        for (const ListedOrder &order : page) {
            all->orders << order; // NOLINT(cppcoreguidelines-slicing): its barcodes are kept beside it
            if (!order.barcodes.isEmpty())
                all->barcodes.insert(order.id, order.barcodes);
        }
        if (onRead)
            onRead(all->orders.size());
    };
    const auto request = [query](int page) { return ordersRequest(query, page); };
    const qsizetype enough = query.limit > 0 ? maxOrders : 0;
    return PagedRequest<ListedOrder>::start(m_http, {request, decodeListedOrder, enough, maxOrderPages, 1, take},
                                            context, selected);
}

Call V1Api::tickets(const OrderId &order, QObject *context, Then<QList<Ticket>> then)
{
    const auto decode = [](const HttpAnswer &answer) {
        return decodeListAnswer(answer, decodeTicket).map([](Elements<Ticket> &&read) {
            read.list.resize(read.list.size() + read.unreadable.missing());
            return std::move(read.list);
        });
    };
    return askFor<QList<Ticket>>(ticketsRequest(order), decode, context, std::move(then));
}

Call V1Api::legal(const PartnerId &partner, QObject *context, Then<Legal> then)
{
    const auto decode = [](const HttpAnswer &answer) {
        return decodeAnswer(answer, decodePartnerLegal, HttpRequest::Kind::Read);
    };
    return askFor<Legal>(legalRequest(partner), decode, context, std::move(then));
}

} // namespace okoshko::v1
