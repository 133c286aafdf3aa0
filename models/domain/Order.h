// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/domain/Instant.h"
#include "models/domain/Money.h"

#include <QFlags>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <array>
#include <optional>

namespace okoshko {

/// The status of an order, by the server's names (vendor documentation).
enum class OrderStatus {
    Executed,   ///< held for the buyer until `reserved_till`
    InProgress, ///< payment started, result awaited
    Done,       ///< paid; only a refund can follow
    Canceled,   ///< cancelled; the seats are back on sale
    Expired,    ///< the hold ran out; only the server sets it
    Refunded,   ///< paid and refunded
    Unknown,    ///< unknown word: shown as received, no step is offered
};

inline constexpr std::array allOrderStatuses{OrderStatus::Executed, OrderStatus::InProgress, OrderStatus::Done,
                                             OrderStatus::Canceled, OrderStatus::Expired,    OrderStatus::Refunded,
                                             OrderStatus::Unknown};

/// The server's word for \a status, for logs and records; `unknown` for Unknown.
[[nodiscard]] QString toWord(OrderStatus status);

/// True if the server will not change the order by itself and no payment can be running.
[[nodiscard]] bool isFinal(OrderStatus status);

/// True if `reserved_till` applies.
[[nodiscard]] bool isHeld(OrderStatus status);

/// A seat in a hall. Rows and numbers are texts of the venue ("4", "4а", "ложа 2").
struct Seat
{
    QString sector; ///< an id or a name, as received; may be empty
    QString row;
    QString number;

    /// It is a certain seat, not only a sector.
    [[nodiscard]] bool isNumbered() const { return !row.isEmpty() || !number.isEmpty(); }

    friend bool operator==(const Seat &, const Seat &) = default;
};

/// A ticket of an order (`GET …/orders/:id/tickets`). An unreadable ticket is present with empty fields.
struct Ticket
{
    TicketId id;
    SetId set;
    QString serial;
    QString number;
    QString barcode;          ///< empty until the order is done (vendor documentation)
    std::optional<Seat> seat; ///< of standing room perhaps with the sector alone

    [[nodiscard]] bool isNumbered() const { return seat && seat->isNumbered(); }

    friend bool operator==(const Ticket &, const Ticket &) = default;
};

enum class SeatStatus { Vacant, Reserved, Sold, Unknown };

/// A ticket of an event (`GET …/events/:id/tickets`).
struct HallSeat
{
    TicketId ticket;
    SetId set;
    SeatStatus status = SeatStatus::Unknown;
    std::optional<Seat> seat;
    std::optional<Instant> reservedTill;

    friend bool operator==(const HallSeat &, const HallSeat &) = default;
};

/// The buyer. All fields may be empty.
struct Customer
{
    QString firstName;
    QString lastName;
    QString email;
    QString mobile;
    QString language; ///< `lang`, "ru" or "en"

    friend bool operator==(const Customer &, const Customer &) = default;
};

/// How an order is paid. The chosen system is reported only once the order is in progress, as an id, not as the name
/// that was sent (the recording).
struct Payment
{
    QString system;   ///< name or id, as received; empty if not reported
    QUrl redirectUrl; ///< payment page; empty = the seller collects and confirms (vendor documentation)

    friend bool operator==(const Payment &, const Payment &) = default;
};

/// Why a promo code was refused, by the code of the server's error (vendor documentation).
enum class PromoRefusal {
    NotFound,      ///< `promocode_not_found`
    AlreadyUsed,   ///< `promocode_already_used`
    TooFewTickets, ///< `promocode_limit_min_tickets`
    Conditions,    ///< `promocode_apply_info`: it applies under conditions
};

/// An order as last reported by the server. Times are UTC, by the server's clock.
struct Order
{
    /// Fields that an answer may leave out (the answer to a PATCH may be `{}`). An absent field has its default value
    /// here, which says nothing about the order.
    enum class Field {
        Number = 1 << 0,
        Event = 1 << 1,
        Status = 1 << 2,
        CreatedAt = 1 << 3,
        UpdatedAt = 1 << 4,
        ReservedTill = 1 << 5, ///< `null` is a value: no hold runs (an expired order, public payloads)
        Tickets = 1 << 6,      ///< `[]` is a value: an order without tickets
        Rules = 1 << 7,
        Customer = 1 << 8,
        Payment = 1 << 9,
        Value = 1 << 10,
        ValueExtra = 1 << 11,
        Nominal = 1 << 12,
        Discount = 1 << 13, ///< none if `values` has the face price without a discount
        PromoCodes = 1 << 14,
    };
    Q_DECLARE_FLAGS(Fields, Field)

    OrderId id;
    qint64 number = 0;
    EventId event;
    OrderStatus status = OrderStatus::Unknown;
    QString statusWord; ///< as received; describes an Unknown status
    std::optional<Instant> createdAt;
    std::optional<Instant> updatedAt;
    std::optional<Instant> reservedTill;
    QList<TicketId> tickets;
    QHash<SetId, RuleId> rules; ///< the price rule of each set
    Customer customer;
    Payment payment;
    Money value;      ///< what the buyer pays
    Money valueExtra; ///< the fees in `value`
    Money nominal;    ///< the face price after discount (public payloads)
    Money discount;
    QHash<SetId, Money> facePrices; ///< of one ticket, before discount and fee; for the sets in `values`
    QHash<SetId, Money> discounts;  ///< of one ticket, as `facePrices`
    QStringList promoCodes;         ///< the applied ones as reported: ids, not the codes that were sent
    Fields absent;                  ///< fields that the server has not reported
    QString
        refusal; ///< the server's message beside a created or changed order, such as a refused promo code; else empty
    std::optional<PromoRefusal> promoRefusal; ///< the reason in `refusal`, if it names a known one

    /// Whether \a field was reported.
    [[nodiscard]] bool has(Field field) const { return !absent.testFlag(field); }
    /// Nothing if not reported.
    [[nodiscard]] std::optional<int> ticketCount() const
    {
        return has(Field::Tickets) ? std::optional(static_cast<int>(tickets.size())) : std::nullopt;
    }
    /// The tickets were reported, and there are none.
    [[nodiscard]] bool holdsNoTicket() const { return has(Field::Tickets) && tickets.isEmpty(); }
    /// It has tickets, and their price is zero.
    [[nodiscard]] bool isFree() const { return has(Field::Value) && value.isZero() && !holdsNoTicket(); }

    friend bool operator==(const Order &, const Order &) = default;
};

/// Order::absent of an order of which only the id was reported.
inline constexpr Order::Fields allOrderFields{(1 << 15) - 1};

/// \a known updated with the fields of \a reported; both are of the same order. Payment system and payment address are
/// kept if \a reported has none: there `null` counts as absent.
[[nodiscard]] Order merged(const Order &known, const Order &reported);

/// Longer promo codes are not sent. The vendor states no bound; its codes have some 10 characters, as people type them.
/// What is much longer was pasted or scanned by mistake, and may be personal data.
inline constexpr qsizetype longestPromoCode = 100;

/// A number of tickets of a set.
struct WantedTickets
{
    SetId set;
    int count = 0;

    friend bool operator==(const WantedTickets &, const WantedTickets &) = default;
};

/// A change of an order: the whole desired state of each part that is set; other parts stay as they are.
struct OrderChange
{
    std::optional<QList<WantedTickets>> random; ///< what the cashier asked for; not sent beside `tickets`
    std::optional<QList<TicketId>> tickets;     ///< if `random` is set, those that were picked for it, perhaps fewer
    std::optional<QStringList> promoCodes;      ///< as typed; an empty list removes all

    [[nodiscard]] bool isEmpty() const { return !random && !tickets && !promoCodes; }

    friend bool operator==(const OrderChange &, const OrderChange &) = default;
};

/// The request of reserve(): numbers of random tickets of sets, or chosen seats; never both (vendor documentation).
struct ReserveRequest
{
    /// Pick: some sets in `random` have numbered seats, which SaleService::reserve picks before it sends the request.
    enum class Seats { AsTheyCome, Pick };

    EventId event;
    QString eventTitle; ///< for the journal only; not sent
    QList<WantedTickets> random;
    QList<TicketId> tickets;
    QStringList promoCodes; ///< as typed; closed presales require one
    Seats seats = Seats::AsTheyCome;

    [[nodiscard]] int wantedCount() const;

    friend bool operator==(const ReserveRequest &, const ReserveRequest &) = default;
};

} // namespace okoshko

Q_DECLARE_OPERATORS_FOR_FLAGS(okoshko::Order::Fields)
