// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/api/Unreadable.h"
#include "models/domain/Event.h"
#include "models/domain/Legal.h"
#include "models/domain/Order.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QObject)

namespace okoshko {

/// Handle of a running call; copies refer to the same call. Destroying all handles does not cancel the call. Used on
/// the thread of the API's user.
class Call
{
public:
    Call() = default;

    /// Begins a call. The adapter keeps a copy, checks isPending() before it answers, and then calls end().
    [[nodiscard]] static Call begin() { return Call(std::make_shared<bool>(true)); }

    [[nodiscard]] bool isPending() const { return m_isPending && *m_isPending; }

    /// Its `then` is not called any more. A change is still carried out; a reading may be aborted.
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

/// Orders read from a list.
struct OrderList
{
    QList<Order> orders; ///< newest first by `created_at`; orders without it last
    Unreadable unreadable;
    ListExtent extent = ListExtent::Whole; ///< if not Whole, orders missing here may exist
    /// Of the orders whose tickets were listed with them (OrderQuery::barcodes). In memory only.
    QHash<OrderId, QStringList> barcodes;

    friend bool operator==(const OrderList &, const OrderList &) = default;
};

/// The end of a list of events, after its pages.
struct EventListEnd
{
    ListExtent extent = ListExtent::Whole;
    int pages = 1; ///< pages with events; a list of several pages may change while it is read
    Unreadable unreadable;

    friend bool operator==(const EventListEnd &, const EventListEnd &) = default;
};

/// The result of choosing seats of an event.
struct SeatChoice
{
    enum class Listed {
        Yes, ///< the vendor lists seats of the wanted sets
        No,  ///< no seat was chosen, and the list is missing or incomplete
    };

    Listed listed = Listed::Yes;
    QList<TicketId> tickets;

    friend bool operator==(const SeatChoice &, const SeatChoice &) = default;
};

/// Filter of orders(); nothing set = all orders visible to the key.
struct OrderQuery
{
    enum class Barcodes {
        No,
        Wanted ///< the list brings the barcodes of paid orders; a server may refuse that (BadRequest)
    };

    std::optional<EventId> event;
    std::optional<Instant> createdFrom;
    std::optional<Instant> createdUntil;
    int limit = 1000; ///< maximal number of orders, the newest; a longer list is marked as cut; 0 gives none
    Barcodes barcodes = Barcodes::No;
    /// Called with the number of orders read so far, after each page, as long as the call is pending.
    std::function<void(qsizetype orders)> onRead;
};

/// What choosePayment() sends.
struct PaymentChoice
{
    QString system;                   ///< name or id, as configured: `api/BASE`
    std::optional<Customer> customer; ///< for a system that needs it
    bool sendsTickets = false;        ///< the vendor sends the tickets to the customer by e-mail

    friend bool operator==(const PaymentChoice &, const PaymentChoice &) = default;
};

/// The vendor's operations that a counter needs, as asynchronous calls with domain types.
///
/// Every call ends exactly once, asynchronously, on the calling thread, with a value or an ApiError. The result is
/// delivered only while the call's context exists and the Call was not abandoned; a change is carried out in any case,
/// a reading may be aborted. Changes are never sent twice by this layer; after an error with Effect::Possible the
/// caller has to read the object. The order in which calls to different orders end is undefined; changes to one order
/// must be made one after another (vendor documentation: otherwise 409).
///
/// An Order contains only what its answer contained (Order::absent): `{}` in answer to a change is a success without
/// data. Its id is always set.
///
/// For authors of adapters: a generation of the vendor's protocol is one class that implements this interface, in a
/// folder of its own beside `v1/`.
class TicketingApi
{
public:
    using TakeEvents = std::function<void(const QList<Event> &)>;
    /// Called at most once, on any thread, possibly after the call was abandoned: it must own what it uses.
    using ChooseSeats = std::function<SeatChoice(const QList<HallSeat> &)>;

    virtual ~TicketingApi() = default;

    /// All events on sale, unordered. \a take is called with each page as it arrives, without duplicates, before \a
    /// then, under the same conditions.
    virtual Call events(QObject *context, TakeEvents take, Then<EventListEnd> then) = 0;
    /// Reads one event; NotFound if it is no longer on sale.
    virtual Call event(const EventId &event, QObject *context, Then<Event> then) = 0;
    /// Reads all seats of an event with their states (tens of thousands for a stadium) and returns the result of \a
    /// choose.
    virtual Call seats(const EventId &event, ChooseSeats choose, QObject *context, Then<SeatChoice> then) = 0;

    /// Creates an order. It may contain fewer tickets than requested, or none.
    virtual Call reserve(const ReserveRequest &request, QObject *context, Then<Order> then) = 0;
    virtual Call choosePayment(const OrderId &order, const PaymentChoice &choice, QObject *context,
                               Then<Order> then) = 0;
    virtual Call startPayment(const OrderId &order, QObject *context, Then<Order> then) = 0;
    /// choosePayment() and startPayment() in one request, which a server may refuse.
    virtual Call startPaymentWith(const OrderId &order, const PaymentChoice &choice, QObject *context,
                                  Then<Order> then) = 0;
    /// Changes tickets or promo codes. A promo code may be refused in a successful answer (Order::refusal), and
    /// fewer tickets than wanted may come.
    virtual Call change(const OrderId &order, const OrderChange &change, QObject *context, Then<Order> then) = 0;
    /// The seller has collected the money.
    virtual Call confirm(const OrderId &order, QObject *context, Then<Order> then) = 0;
    virtual Call cancel(const OrderId &order, QObject *context, Then<Order> then) = 0;

    virtual Call order(const OrderId &order, QObject *context, Then<Order> then) = 0;
    /// Reads orders, newest first, sorted before they are cut. Filters that the server ignores are applied here; an
    /// order without the filtered field passes. Unreadable orders are left out, and the list's extent is Gaps.
    virtual Call orders(const OrderQuery &query, QObject *context, Then<OrderList> then) = 0;
    virtual Call tickets(const OrderId &order, QObject *context, Then<QList<Ticket>> then) = 0;

    /// The legal data of an organiser; empty fields if it has none.
    virtual Call legal(const PartnerId &partner, QObject *context, Then<Legal> then) = 0;
};

} // namespace okoshko
