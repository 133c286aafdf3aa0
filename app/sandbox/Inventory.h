// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Catalogue.h"

namespace okoshko::sandbox {

enum class SeatState { Vacant, Reserved, Sold, Pending };

[[nodiscard]] QString toText(SeatState state);
[[nodiscard]] std::optional<SeatState> seatStateFrom(const QString &text);

/// One ticket that can be sold: a seat in a hall, or one place in a standing set.
struct Seat
{
    QString id;
    QString event;
    QString set;
    QString sector;             ///< empty = none
    QString row;                ///< empty for a standing place
    int number = 0;             ///< the seat's number in its row
    bool hasEmptyPlace = false; ///< written as `{}` where it has no row
    QString serial;
    int ticketNumber = 0; ///< counts within the event
    SeatState state = SeatState::Vacant;
    QString order; ///< the order that holds or bought it; empty for vacant seats and those sold elsewhere
};

/// The catalogue, every seat of it, and each seat's order. The rules of orders are in Orders. The seats of a generated
/// event are made when first requested.
class Inventory
{
public:
    /// `clock` and `ids` must outlive this.
    Inventory(Catalogue catalogue, const ServerClock &clock, IdSource &ids);

    Inventory(const Inventory &) = delete;
    Inventory &operator=(const Inventory &) = delete;

    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }
    /// The event, if it exists and is on offer.
    [[nodiscard]] const Event *eventOnOffer(const QString &id) const;

    /// The seats of an event in the order of sets, rows and numbers.
    [[nodiscard]] QList<const Seat *> ofEvent(const QString &event) const;
    [[nodiscard]] const Seat *find(const QString &ticket) const;
    [[nodiscard]] int vacantIn(const Event &event, const TicketSet &set) const;

    void reserve(const QStringList &tickets, const QString &order);
    void sell(const QStringList &tickets);
    void release(const QStringList &tickets);

    // Scenarios, each for a minute: others hold the tickets; the event's prices rise; the event is not on offer.
    void holdForOthers(const QStringList &tickets);
    void raisePrices(const QString &event);
    void takeOffSale(const QString &event);

    void catchUp();                        ///< releases tickets whose hold by others has ended
    void shift(std::chrono::seconds step); ///< the clock was moved by `step`

private:
    void add(const Event &event) const;
    void place(const Event &event, const TicketSet &set, const QString &row, int number, SeatState state) const;
    Seat *seat(const QString &ticket);

    Event *eventFor(const QString &id);

    Catalogue m_catalogue;
    const ServerClock &m_clock;
    IdSource &m_ids;
    mutable QList<Seat> m_seats;
    mutable QHash<QString, qsizetype> m_byId;
    mutable QHash<QString, std::pair<qsizetype, qsizetype>> m_byEvent; ///< first index and the one past the last
    QList<std::pair<Instant, QStringList>> m_heldByOthers;             ///< with the end of the hold
};

} // namespace okoshko::sandbox
