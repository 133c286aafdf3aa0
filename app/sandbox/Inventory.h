// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Catalogue.h"

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
    QString sector;             ///< empty without one
    QString row;                ///< empty for a standing place
    int number = 0;             ///< the seat's number in its row
    bool hasEmptyPlace = false; ///< an answer writes `{}` where it has no row
    QString serial;
    int ticketNumber = 0; ///< counts within the event
    SeatState state = SeatState::Vacant;
    QString order; ///< who holds or bought it; empty for vacant seats and those sold elsewhere
};

/// Every seat of the catalogue and who has it. It knows no rules: orders decide, the stock obeys. The seats of a
/// generated event come to be when they are first asked for.
class Inventory
{
public:
    /// `catalogue` must outlive this.
    explicit Inventory(const Catalogue &catalogue);

    /// The seats of an event in the order of sets, rows and numbers.
    [[nodiscard]] QList<const Seat *> ofEvent(const QString &event) const;
    [[nodiscard]] const Seat *find(const QString &ticket) const;
    [[nodiscard]] int vacantIn(const Event &event, const TicketSet &set) const;

    void reserve(const QStringList &tickets, const QString &order);
    void sell(const QStringList &tickets);
    void release(const QStringList &tickets);

private:
    void add(const Event &event) const;
    void place(const Event &event, const TicketSet &set, const QString &row, int number, SeatState state) const;
    Seat *seat(const QString &ticket);

    const Catalogue &m_catalogue;
    mutable QList<Seat> m_seats;
    mutable QHash<QString, qsizetype> m_byId;
    mutable QHash<QString, std::pair<qsizetype, qsizetype>> m_byEvent; ///< first and one past the last
};

} // namespace okoshko::sandbox
