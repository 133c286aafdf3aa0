// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/domain/Instant.h"
#include "models/domain/Money.h"

#include <QFlags>
#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>

#include <array>
#include <optional>

namespace okoshko {

/// Where an order stands, by the server's own names (vendor documentation).
enum class OrderStatus {
    Executed,   ///< held for the buyer until `reserved_till`
    InProgress, ///< payment started, its outcome awaited
    Done,       ///< paid; nothing may change
    Canceled,   ///< given up; the seats are back on sale
    Expired,    ///< the hold ran out; only the server sets it
    Refunded,   ///< paid, and given back
    Unknown,    ///< a word that we do not know: shown as it is, nothing is offered for it
};

inline constexpr std::array allOrderStatuses{OrderStatus::Executed, OrderStatus::InProgress, OrderStatus::Done,
                                             OrderStatus::Canceled, OrderStatus::Expired,    OrderStatus::Refunded,
                                             OrderStatus::Unknown};

/// The server's word for \a status, for logs and records; `unknown` for Unknown.
[[nodiscard]] QString toWord(OrderStatus status);

/// True where the server will not change the order any more by itself and no payment can be under way.
[[nodiscard]] bool isFinal(OrderStatus status);

/// True where `reserved_till` still runs.
[[nodiscard]] bool isHeld(OrderStatus status);

/// A place in a hall, in the venue's own words: rows and numbers are texts ("4", "4а", "ложа 2").
struct Seat
{
    QString sector; ///< an id or a name, as the server gives it; may be empty
    QString row;
    QString number;

    friend bool operator==(const Seat &, const Seat &) = default;
};

/// A ticket of an order (`GET …/orders/:id/tickets`). One that could not be read is there all the same, and has
/// nothing.
struct Ticket
{
    TicketId id;
    SetId set;
    QString serial;
    QString number;
    QString barcode; ///< empty until the order is done (vendor documentation)
    std::optional<Seat> seat;

    friend bool operator==(const Ticket &, const Ticket &) = default;
};

enum class SeatStatus { Vacant, Reserved, Sold, Unknown };

/// A ticket of an event as it is on sale (`GET …/events/:id/tickets`).
struct HallSeat
{
    TicketId ticket;
    SetId set;
    SeatStatus status = SeatStatus::Unknown;
    std::optional<Seat> seat;
    std::optional<Instant> reservedTill;

    friend bool operator==(const HallSeat &, const HallSeat &) = default;
};

/// Who buys. Everything may be empty: a walk-in is anonymous.
struct Customer
{
    QString firstName;
    QString lastName;
    QString email;
    QString mobile;
    QString language; ///< `lang`, "ru" or "en"

    friend bool operator==(const Customer &, const Customer &) = default;
};

/// How an order is paid. The system chosen shows up only once the order is in progress, and then as an id, not as the
/// name that was sent (the recording).
struct Payment
{
    QString system;   ///< name or id as the server gives it; empty while it gives none
    QUrl redirectUrl; ///< where the buyer pays; empty = the seller collects and confirms (vendor documentation)

    friend bool operator==(const Payment &, const Payment &) = default;
};

/// An order as the server last told it. Times UTC, by the server's clock.
struct Order
{
    /// What an answer may leave out. A field that an answer leaves out is "not told": it holds its default here and
    /// says nothing about the order (an answer to a PATCH may be as short as `{}`).
    enum class Field {
        Number = 1 << 0,
        Event = 1 << 1,
        Status = 1 << 2,
        CreatedAt = 1 << 3,
        UpdatedAt = 1 << 4,
        ReservedTill = 1 << 5, ///< `null` is told: no hold runs (an expired order, public payloads)
        Tickets = 1 << 6,      ///< `[]` is told: an order without tickets
        Rules = 1 << 7,
        Customer = 1 << 8,
        Payment = 1 << 9,
        Value = 1 << 10,
        ValueExtra = 1 << 11,
        Nominal = 1 << 12,
        Discount = 1 << 13, ///< told as none where `values` tells the face price without it
    };
    Q_DECLARE_FLAGS(Fields, Field)

    OrderId id;
    qint64 number = 0;
    EventId event;
    OrderStatus status = OrderStatus::Unknown;
    QString statusWord; ///< as the server wrote it; tells an Unknown status
    std::optional<Instant> createdAt;
    std::optional<Instant> updatedAt;
    std::optional<Instant> reservedTill;
    QList<TicketId> tickets;
    QHash<SetId, RuleId> rules; ///< which price rule each set was sold by
    Customer customer;
    Payment payment;
    Money value;      ///< what the buyer pays
    Money valueExtra; ///< the fees within it
    Money nominal;    ///< the face price, the discount taken off (public payloads)
    Money discount;
    QHash<SetId, Money> facePrices; ///< of one ticket, before discount and fee; of sets of which `values` tells it
    Fields absent;                  ///< what the server has not told
    QString refusal; ///< the server's words beside an order that it made or changed: a code that it refuses; else empty

    /// Whether \a field was told.
    [[nodiscard]] bool has(Field field) const { return !absent.testFlag(field); }
    /// Nothing where the server has not told.
    [[nodiscard]] std::optional<int> ticketCount() const
    {
        return has(Field::Tickets) ? std::optional(static_cast<int>(tickets.size())) : std::nullopt;
    }
    /// The server told the tickets, and there is none.
    [[nodiscard]] bool holdsNoTicket() const { return has(Field::Tickets) && tickets.isEmpty(); }
    /// It holds tickets, and nothing is to be paid for them.
    [[nodiscard]] bool isFree() const { return has(Field::Value) && value.isZero() && !holdsNoTicket(); }

    friend bool operator==(const Order &, const Order &) = default;
};

/// What is absent of an order of which nothing was told but its id.
inline constexpr Order::Fields allOrderFields{(1 << 14) - 1};

/// \a known with all that \a reported tells; both are of the same order. Neither the payment system nor the address to
/// pay at is taken back by an answer that has none: there `null` is "not told" as well.
[[nodiscard]] Order merged(const Order &known, const Order &reported);

/// How many tickets of a set are wanted.
struct WantedTickets
{
    SetId set;
    int count = 0;

    friend bool operator==(const WantedTickets &, const WantedTickets &) = default;
};

/// What reserve() asks for: a number of random tickets of one or more sets, or chosen seats; never both (vendor
/// documentation).
struct ReserveRequest
{
    enum class Completeness { TakeWhatThereIs, AllOrNothing };
    /// Pick: some of the sets in `random` are numbered, whose seats must be picked first (SaleService::reserve does);
    /// such a request is not sent as it is.
    enum class Seats { AsTheyCome, Pick };

    EventId event;
    QString eventTitle; ///< for the record alone; it is not sent
    QList<WantedTickets> random;
    QList<TicketId> tickets;
    QString promoCode; ///< sent only where one was typed; closed presales want it before any ticket
    Completeness completeness = Completeness::TakeWhatThereIs;
    Seats seats = Seats::AsTheyCome;

    [[nodiscard]] int wantedCount() const;

    friend bool operator==(const ReserveRequest &, const ReserveRequest &) = default;
};

} // namespace okoshko

Q_DECLARE_OPERATORS_FOR_FLAGS(okoshko::Order::Fields)
