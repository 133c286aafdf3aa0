// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/vendor/SimLine.h"

namespace okoshko::sim {

/// Is told of what a counter asks for and of what it is told.
class PortWatcher
{
public:
    virtual ~PortWatcher() = default;

    /// \a number: of this counter's requests, by the vendor's log. \a reserve, \a choice: null where the kind has none.
    virtual void onSent(int counter, int number, RequestKind kind, const OrderId &order, const ReserveRequest *reserve,
                        const OrderQuery *query) = 0;
    /// Before and after the counter is told. One of \a order and \a list is not null where it is a value with orders.
    virtual void onDelivering(int counter, int number, const Order *order, const ApiError *error) = 0;
    virtual void onDelivered(int counter, int number, const Order *order, const OrderList *list,
                             const ApiError *error) = 0;
};

/// The port of one counter with somebody who watches it.
class WatchedPort final : public TicketingApi
{
public:
    WatchedPort(SimLine &line, VendorLog &log, PortWatcher &watcher)
        : m_line(line)
        , m_log(log)
        , m_watcher(watcher)
    {
    }

    Call events(QObject *context, TakeEvents take, Then<EventListEnd> then) override;
    Call event(const EventId &event, QObject *context, Then<Event> then) override;
    Call seats(const EventId &event, ChooseSeats choose, QObject *context, Then<SeatChoice> then) override;
    Call reserve(const ReserveRequest &request, QObject *context, Then<Order> then) override;
    Call choosePayment(const OrderId &order, const PaymentChoice &choice, QObject *context, Then<Order> then) override;
    Call startPayment(const OrderId &order, QObject *context, Then<Order> then) override;
    Call startPaymentWith(const OrderId &order, const PaymentChoice &choice, QObject *context,
                          Then<Order> then) override;
    Call change(const OrderId &order, const OrderChange &change, QObject *context, Then<Order> then) override;
    Call confirm(const OrderId &order, QObject *context, Then<Order> then) override;
    Call cancel(const OrderId &order, QObject *context, Then<Order> then) override;
    Call order(const OrderId &order, QObject *context, Then<Order> then) override;
    Call orders(const OrderQuery &query, QObject *context, Then<OrderList> then) override;
    Call tickets(const OrderId &order, QObject *context, Then<QList<Ticket>> then) override;
    Call legal(const PartnerId &partner, QObject *context, Then<Legal> then) override;

private:
    template <class T>
    [[nodiscard]] Then<T> watched(Then<T> then);
    [[nodiscard]] int nextNumber() const;

    SimLine &m_line;
    VendorLog &m_log;
    PortWatcher &m_watcher;
};

} // namespace okoshko::sim
