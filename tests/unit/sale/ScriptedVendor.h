// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "tests/unit/sale/ManualScheduler.h"

#include <QList>
#include <QPointer>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace okoshko::test {

/// A vendor in memory, by the vendor's diagram of states, that does and answers what the test says.
///
/// A call is answered by itself after `latency`, unless its kind is held: then it waits until the test lets it take
/// effect, answers it, or fails it. What nobody told it fails the test: an order that was never made, a payment choice
/// without a system, a list query that no rule of selling needs, a second change of an order while one is on the wire.
/// Answers come through the scheduler, and not after the death of their context or an abandoned call.
class ScriptedVendor final : public TicketingApi
{
public:
    enum class Kind {
        Events,
        Event,
        Seats,
        Reserve,
        ChoosePayment,
        StartPayment,
        StartPaymentWith,
        Change,
        Confirm,
        Cancel,
        Order,
        Orders,
        Tickets,
        Legal
    };
    enum class Reached { Yes, No }; ///< whether a request that fails took effect all the same

    struct Request
    {
        Kind kind = Kind::Order;
        OrderId order;
        Microseconds at{0};
    };

    explicit ScriptedVendor(ManualScheduler &scheduler);
    ~ScriptedVendor() override;

    // How it stands.
    [[nodiscard]] Instant now() const { return m_begin + m_scheduler.now(); }
    [[nodiscard]] okoshko::Order &at(const OrderId &id); ///< fails the test where there is none
    [[nodiscard]] OrderStatus status(const OrderId &id) { return at(id).status; }
    [[nodiscard]] QList<OrderId> all() const; ///< by number
    /// An order of another counter of the same key, made at this moment.
    OrderId makeElsewhere(const ReserveRequest &request) { return make(request).id; }
    void pay(const OrderId &id); ///< the buyer's money arrives
    void forget(const OrderId &id) { m_forgotten.insert(id); }
    void recall(const OrderId &id) { m_forgotten.erase(id); }

    Microseconds latency = std::chrono::milliseconds(5);
    Microseconds hold = std::chrono::minutes(10);
    Microseconds paymentHold = std::chrono::minutes(30);
    QUrl page{QStringLiteral("https://pay.example.org/1")}; ///< of payments that start; empty = the seller collects
    int vacant = 1000;
    Money price = Money::fromMinor(100000);               ///< of a ticket
    std::map<QString, std::optional<PromoRefusal>> codes; ///< nothing: it is applied; unlisted: not found
    okoshko::Legal legalData;
    QList<HallSeat> hall;
    QList<okoshko::Event> onSale; ///< what events() gives, on one page
    EventListEnd listEnd;         ///< how it ends
    bool expires = true;
    bool ignoresDates = false; ///< of a list query
    bool cancelsAtOnce = true; ///< false: a cancel is answered 200 and changes nothing
    /// What an answer of this kind tells of an order; nothing = all of it.
    std::map<Kind, std::function<okoshko::Order(okoshko::Order)>> telling;
    std::function<QList<Ticket>(QList<Ticket>)> tellTickets; ///< what it tells of tickets; nothing = all of them
    std::function<OrderList(OrderList)> listed;              ///< what a list tells; nothing = what was asked for
    std::function<bool(const OrderQuery &)> mayAsk;          ///< further queries that the test expects

    // What it does.
    void holdCalls(Kind kind) { m_held.insert(kind); }
    void answerAtOnce(Kind kind) { m_held.erase(kind); } ///< those that wait go on waiting
    [[nodiscard]] int waiting(Kind kind) const;
    void takeEffect(Kind kind);                  ///< the oldest waiting one; its answer still waits
    void answer(Kind kind);                      ///< takes effect, if it has not, and is answered
    void answerAll(Kind kind);                   ///< those that wait, and later ones at once
    void fail(Kind kind, const ApiError &error); ///< the oldest waiting one; its effect is as it was
    void failNext(Kind kind, const ApiError &error, Reached reached = Reached::No, int times = 1);
    void failAll(Kind kind, const ApiError &error) { failNext(kind, error, Reached::No, 100000); } ///< until failNone()
    void failNone() { m_plans.clear(); }

    // What was asked.
    QList<Request> requests;
    QList<OrderQuery> queries;
    QList<ReserveRequest> reserved;
    QList<PaymentChoice> choices;
    QList<OrderChange> changes;
    [[nodiscard]] int count(Kind kind, const OrderId &id = {}) const;

    Call events(QObject *context, TakeEvents taken, Then<EventListEnd> then) override;
    Call event(const EventId &id, QObject *context, Then<okoshko::Event> then) override;
    Call seats(const EventId &event, ChooseSeats choose, QObject *context, Then<SeatChoice> then) override;
    Call reserve(const ReserveRequest &request, QObject *context, Then<okoshko::Order> then) override;
    Call choosePayment(const OrderId &id, const PaymentChoice &choice, QObject *context,
                       Then<okoshko::Order> then) override;
    Call startPayment(const OrderId &id, QObject *context, Then<okoshko::Order> then) override;
    Call startPaymentWith(const OrderId &id, const PaymentChoice &choice, QObject *context,
                          Then<okoshko::Order> then) override;
    Call change(const OrderId &id, const OrderChange &wanted, QObject *context, Then<okoshko::Order> then) override;
    Call confirm(const OrderId &id, QObject *context, Then<okoshko::Order> then) override;
    Call cancel(const OrderId &id, QObject *context, Then<okoshko::Order> then) override;
    Call order(const OrderId &id, QObject *context, Then<okoshko::Order> then) override;
    Call orders(const OrderQuery &query, QObject *context, Then<OrderList> then) override;
    Call tickets(const OrderId &id, QObject *context, Then<QList<Ticket>> then) override;
    Call legal(const PartnerId &partner, QObject *context, Then<okoshko::Legal> then) override;

private:
    struct Waiting
    {
        Kind kind = Kind::Order;
        std::function<void()> takeEffect;
        std::function<void()> answer;
        std::function<void(const ApiError &)> fail;
    };
    struct Plan
    {
        Kind kind;
        ApiError error;
        Reached reached;
        int times;
    };

    template <class T>
    Call take(Kind kind, const OrderId &id, QObject *context, Then<T> then, std::function<Result<T>()> act);
    Call changeOrder(Kind kind, const OrderId &id, QObject *context, Then<okoshko::Order> then,
                     std::function<Result<okoshko::Order>(okoshko::Order &)> act);
    okoshko::Order &make(const ReserveRequest &request);
    void setRandom(okoshko::Order &order, const QList<WantedTickets> &wanted);
    [[nodiscard]] static QList<WantedTickets> whole(const okoshko::Order &order, QList<WantedTickets> wanted);
    void setCodes(okoshko::Order &order, const QStringList &wanted);
    void setPrice(okoshko::Order &order) const;
    void start(okoshko::Order &order) const;
    [[nodiscard]] Result<okoshko::Order> told(Kind kind, const OrderId &id);
    void expire();
    [[nodiscard]] bool isExpected(const OrderQuery &query) const;
    std::optional<Waiting> oldest(Kind kind, bool isEnding);

    ManualScheduler &m_scheduler;
    Instant m_begin;
    std::map<OrderId, okoshko::Order> m_orders;
    std::vector<std::pair<OrderId, QPointer<QObject>>> m_onWire; ///< changes that are not answered yet, and whose
    std::map<TicketId, SetId> m_sets;                            ///< of each ticket made
    std::set<OrderId> m_forgotten;
    std::set<Kind> m_held;
    std::vector<Waiting> m_waiting;
    std::vector<Plan> m_plans;
    int m_lastNumber = 0;
    int m_lastTicket = 0;
};

[[nodiscard]] EventId eventId(int n = 1);
[[nodiscard]] SetId setId(int n = 1);
/// \a count tickets of the one set of eventId().
[[nodiscard]] ReserveRequest wanting(int count = 2);

// Errors as the adapter tells them.
[[nodiscard]] ApiError lost();    ///< sent, and no answer came
[[nodiscard]] ApiError offline(); ///< never sent
[[nodiscard]] ApiError answered(int httpStatus, std::optional<std::chrono::seconds> retryAfter = {});

} // namespace okoshko::test
