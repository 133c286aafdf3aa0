// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/WatchedPort.h"

#include <type_traits>

namespace okoshko::sim {

int WatchedPort::nextNumber() const
{
    return static_cast<int>(m_log.requests(m_line.counter()).size()) + 1;
}

template <class T>
Then<T> WatchedPort::watched(Then<T> then)
{
    return [this, number = nextNumber(), then = std::move(then)](const Result<T> &result) {
        const int counter = m_line.counter();
        const Order *order = nullptr;
        const OrderList *list = nullptr;
        if constexpr (std::is_same_v<T, Order>)
            order = result ? &*result : nullptr;
        if constexpr (std::is_same_v<T, OrderList>)
            list = result ? &*result : nullptr;
        const ApiError *error = result ? nullptr : &result.error();
        m_watcher.onDelivering(counter, number, order, error);
        then(result);
        m_watcher.onDelivered(counter, number, order, list, error);
    };
}

Call WatchedPort::events(QObject *context, TakeEvents take, Then<EventListEnd> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::Events, {}, nullptr, nullptr);
    return m_line.events(context, std::move(take), watched(std::move(then)));
}

Call WatchedPort::event(const EventId &event, QObject *context, Then<Event> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::Events, {}, nullptr, nullptr);
    return m_line.event(event, context, watched(std::move(then)));
}

Call WatchedPort::seats(const EventId &event, ChooseSeats choose, QObject *context, Then<SeatChoice> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::Seats, {}, nullptr, nullptr);
    return m_line.seats(event, std::move(choose), context, watched(std::move(then)));
}

Call WatchedPort::reserve(const ReserveRequest &request, QObject *context, Then<Order> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::Reserve, {}, &request, nullptr);
    return m_line.reserve(request, context, watched(std::move(then)));
}

Call WatchedPort::choosePayment(const OrderId &order, const PaymentChoice &choice, QObject *context, Then<Order> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::ChoosePayment, order, nullptr, nullptr);
    return m_line.choosePayment(order, choice, context, watched(std::move(then)));
}

Call WatchedPort::startPayment(const OrderId &order, QObject *context, Then<Order> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::StartPayment, order, nullptr, nullptr);
    return m_line.startPayment(order, context, watched(std::move(then)));
}

Call WatchedPort::startPaymentWith(const OrderId &order, const PaymentChoice &choice, QObject *context,
                                   Then<Order> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::StartPaymentWith, order, nullptr, nullptr);
    return m_line.startPaymentWith(order, choice, context, watched(std::move(then)));
}

Call WatchedPort::change(const OrderId &order, const OrderChange &change, QObject *context, Then<Order> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::Change, order, nullptr, nullptr);
    return m_line.change(order, change, context, watched(std::move(then)));
}

Call WatchedPort::confirm(const OrderId &order, QObject *context, Then<Order> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::Confirm, order, nullptr, nullptr);
    return m_line.confirm(order, context, watched(std::move(then)));
}

Call WatchedPort::cancel(const OrderId &order, QObject *context, Then<Order> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::Cancel, order, nullptr, nullptr);
    return m_line.cancel(order, context, watched(std::move(then)));
}

Call WatchedPort::order(const OrderId &order, QObject *context, Then<Order> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::Order, order, nullptr, nullptr);
    return m_line.order(order, context, watched(std::move(then)));
}

Call WatchedPort::orders(const OrderQuery &query, QObject *context, Then<OrderList> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::Orders, {}, nullptr, &query);
    return m_line.orders(query, context, watched(std::move(then)));
}

Call WatchedPort::tickets(const OrderId &order, QObject *context, Then<QList<Ticket>> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::Tickets, order, nullptr, nullptr);
    return m_line.tickets(order, context, watched(std::move(then)));
}

Call WatchedPort::legal(const PartnerId &partner, QObject *context, Then<Legal> then)
{
    m_watcher.onSent(m_line.counter(), nextNumber(), RequestKind::Events, {}, nullptr, nullptr);
    return m_line.legal(partner, context, watched(std::move(then)));
}

} // namespace okoshko::sim
