// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ServerClock.h"
#include "models/api/TicketingApi.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <deque>
#include <optional>

namespace okoshko::test {

/// A vendor in memory, by the diagram of api.md, on a clock that the test moves: what the desk is tried against where
/// a year must pass in a second. Each answer comes later, from the event loop, as the port promises.
class Vendor final : public QObject, public TicketingApi
{
    Q_OBJECT
public:
    enum class Verb { Events, Seats, Reserve, ChoosePayment, StartPayment, Confirm, Cancel, Order, Orders, Tickets };
    enum class Reached { Yes, No }; ///< whether a request that fails took effect all the same

    struct Mishap
    {
        Verb verb = Verb::Order;
        ApiError error;
        Reached reached = Reached::No;
        int times = 1;
    };

    Vendor();

    ServerClock &clock() { return m_clock; }
    void pass(Microseconds time) { m_now += time; }

    /// The next `times` requests of that verb fail so.
    void plan(const Mishap &mishap) { m_mishaps.push_back(mishap); }

    [[nodiscard]] QList<okoshko::Order> all() const { return m_orders.values(); }
    /// An order of another counter, with the same key, made at this moment.
    okoshko::Order makeElsewhere(const ReserveRequest &request);
    Order &at(const OrderId &id) { return m_orders[id]; }
    [[nodiscard]] const QList<Verb> &log() const { return m_log; }
    [[nodiscard]] int count(Verb verb) const { return static_cast<int>(m_log.count(verb)); }
    void forget() { m_log.clear(); }

    int vacant = 100;
    QList<HallSeat> hall;                                          ///< what seats() gives
    ReserveRequest lastRequest;                                    ///< what reserve() was asked for last
    QUrl redirectUrl{QStringLiteral("https://pay.example.org/1")}; ///< empty = the seller collects
    Microseconds hold = std::chrono::minutes(10);
    Microseconds paymentHold = std::chrono::minutes(30);
    enum class Expires { AtTheEnd, Never };
    Expires expires = Expires::AtTheEnd;

    [[nodiscard]] const Capabilities &capabilities() const override { return m_capabilities; }
    Call events(QObject *context, Then<QList<Event>> then) override;
    Call seats(const EventId &event, QObject *context, Then<QList<HallSeat>> then) override;
    Call reserve(const ReserveRequest &request, QObject *context, Then<okoshko::Order> then) override;
    Call choosePayment(const OrderId &id, const PaymentChoice &choice, QObject *context,
                       Then<okoshko::Order> then) override;
    Call startPayment(const OrderId &id, QObject *context, Then<okoshko::Order> then) override;
    Call confirm(const OrderId &id, QObject *context, Then<okoshko::Order> then) override;
    Call cancel(const OrderId &id, QObject *context, Then<okoshko::Order> then) override;
    Call order(const OrderId &id, QObject *context, Then<okoshko::Order> then) override;
    Call orders(const OrderQuery &query, QObject *context, Then<QList<okoshko::Order>> then) override;
    Call tickets(const OrderId &id, QObject *context, Then<QList<Ticket>> then) override;

private:
    using Act = std::function<Result<okoshko::Order>()>;

    [[nodiscard]] std::optional<Mishap> mishap(Verb verb);
    template <class T>
    Call answer(Verb verb, QObject *context, Then<T> then, const std::function<Result<T>()> &act);
    Result<okoshko::Order> move(const OrderId &id, OrderStatus from, OrderStatus to);
    void expire(okoshko::Order &order);

    Capabilities m_capabilities;
    Microseconds m_now{0};
    ServerClock m_clock;
    QHash<OrderId, okoshko::Order> m_orders;
    QHash<OrderId, ReserveRequest> m_requests;
    std::deque<Mishap> m_mishaps;
    QList<Verb> m_log;
    int m_lastOrder = 0;
};

} // namespace okoshko::test
