// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/api/Unreadable.h"
#include "models/domain/Event.h"
#include "models/domain/Order.h"

#include <QList>

#include <functional>
#include <memory>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QObject)

namespace okoshko {

/// A handle of a call that is under way. A call whose handles are all destroyed runs on and is answered. Copies stand
/// for the same call. Used on the thread of the port's user.
class Call
{
public:
    Call() = default;

    /// A call that begins now; the adapter keeps a copy, asks isPending() before it answers, and calls end() then.
    [[nodiscard]] static Call begin() { return Call(std::make_shared<bool>(true)); }

    [[nodiscard]] bool isPending() const { return m_isPending && *m_isPending; }

    /// Its `then` is not called any more. Only the answer is cancelled: a change runs on; a reading may be broken off.
    void abandon() { end(); }
    void end()
    {
        if (m_isPending)
            *m_isPending = false;
    }

private:
    explicit Call(std::shared_ptr<bool> isPending)
        : m_isPending(std::move(isPending))
    {
    }

    std::shared_ptr<bool> m_isPending;
};

/// Orders as a list gave them.
struct OrderList
{
    QList<Order> orders; ///< newest first by `created_at`; those without one last
    Unreadable unreadable;
    ListExtent extent = ListExtent::Whole; ///< else what is missing here may exist all the same

    friend bool operator==(const OrderList &, const OrderList &) = default;
};

/// How a list of events ended, whose pages were given before.
struct EventListEnd
{
    ListExtent extent = ListExtent::Whole;
    int pages = 1; ///< that brought something; a list of several pages may shift while it is read
    Unreadable unreadable;

    friend bool operator==(const EventListEnd &, const EventListEnd &) = default;
};

/// What was chosen out of the places of an event.
struct SeatChoice
{
    enum class Listed {
        Yes, ///< the vendor tells of places of the sets that are wanted
        No,  ///< he does not, or not of all places, and of these none was chosen
    };

    Listed listed = Listed::Yes;
    QList<TicketId> tickets;

    friend bool operator==(const SeatChoice &, const SeatChoice &) = default;
};

/// Which orders orders() shall give. Nothing set = all that the key may see.
struct OrderQuery
{
    std::optional<EventId> event;
    std::optional<OrderStatus> status;
    std::optional<Instant> createdFrom;
    std::optional<Instant> createdUntil;
    int limit = 1000; ///< no more than this many are given: the newest, and the list is marked as cut; 0 gives none
};

/// What choosePayment() sends.
struct PaymentChoice
{
    QString system;                   ///< name or id, as configured: `api/BASE`
    std::optional<Customer> customer; ///< for a system that needs it

    friend bool operator==(const PaymentChoice &, const PaymentChoice &) = default;
};

/// What a counter asks of a vendor, in domain words: one typed, asynchronous call for each thing.
///
/// Every call is accepted at once and ends exactly once, later, on the calling thread, in a value or an ApiError. It
/// is delivered only while the call's context lives and the Call was not abandoned; a change runs on all the same, a
/// reading may be broken off. Calls that change something are never sent twice by this layer; an error with
/// Effect::Possible means that the caller has to read back. The order in which calls to different orders end is not
/// defined; changes to one order must be made one after another (vendor documentation: else 409).
///
/// An order tells what its answer told, and no more (Order::absent): `{}` in answer to a change is a success that tells
/// nothing. Its id is always there.
///
/// For authors of adapters: a generation of the vendor's protocol is one class that implements this, in a folder of
/// its own beside `v1/`; nothing else changes.
class TicketingApi
{
public:
    using TakeEvents = std::function<void(const QList<Event> &)>;
    /// Called at most once, on any thread, perhaps after the call was abandoned: it must hold all that it needs.
    using ChooseSeats = std::function<SeatChoice(const QList<HallSeat> &)>;

    virtual ~TicketingApi() = default;

    /// All events on sale, in no order. \a take is given them as they arrive, no event twice, before \a then ends the
    /// call; under the same conditions.
    virtual Call events(QObject *context, TakeEvents take, Then<EventListEnd> then) = 0;
    /// One event as it is now; NotFound where it is not on sale any more.
    virtual Call event(const EventId &event, QObject *context, Then<Event> then) = 0;
    /// What \a choose makes of every place of an event with its state; tens of thousands for a stadium.
    virtual Call seats(const EventId &event, ChooseSeats choose, QObject *context, Then<SeatChoice> then) = 0;

    /// Creates an order. Fewer tickets than asked for, even none, is a normal answer: the order exists all the same.
    virtual Call reserve(const ReserveRequest &request, QObject *context, Then<Order> then) = 0;
    virtual Call choosePayment(const OrderId &order, const PaymentChoice &choice, QObject *context,
                               Then<Order> then) = 0;
    virtual Call startPayment(const OrderId &order, QObject *context, Then<Order> then) = 0;
    /// The seller has collected the money.
    virtual Call confirm(const OrderId &order, QObject *context, Then<Order> then) = 0;
    virtual Call cancel(const OrderId &order, QObject *context, Then<Order> then) = 0;

    virtual Call order(const OrderId &order, QObject *context, Then<Order> then) = 0;
    /// Newest first, sorted before it is cut. Filtered here as well where the server ignores a filter; an order that
    /// does not tell a field passes every filter by it. One that cannot be read is left out, and the list's extent
    /// tells of a gap.
    virtual Call orders(const OrderQuery &query, QObject *context, Then<OrderList> then) = 0;
    virtual Call tickets(const OrderId &order, QObject *context, Then<QList<Ticket>> then) = 0;
};

} // namespace okoshko
