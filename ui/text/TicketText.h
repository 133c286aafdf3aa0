// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/sale/ReservationFlow.h"
#include "models/sale/Sale.h"
#include "models/tables/Format.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace okoshko {

/// What \a sale is for: the title of \a event, which may be null, or of what was asked for; empty where neither is
/// known.
[[nodiscard]] QString eventTitle(const Sale &sale, const Event *event);

/// The name of the sector of \a seat, or else of the whole \a set; empty where \a event does not tell it, and where
/// \a set is called the same. Both pointers may be null.
[[nodiscard]] QString sectorOf(const std::optional<Seat> &seat, const TicketSet *set, const Event *event);

/// Where a seat is, with that sector: `Бельэтаж, ряд 4, место 11`. Empty for a ticket without row and number.
[[nodiscard]] QString seatWords(const std::optional<Seat> &seat, const TicketSet *set, const Event *event);

/// A line of an order's tickets: `Партер · ряд 4, место 11` and its price. Holds server text: plain only.
struct TicketLine
{
    QString what;
    QString price; ///< empty where it is not known

    friend bool operator==(const TicketLine &, const TicketLine &) = default;
};

/// The tickets of \a sale, a line a numbered seat, and a line a set for those without (`Танцпол · Поле × 3`, with the
/// sector where it is told). \a event may be null. Prices are those of the rules by which the order was sold, where the
/// event still tells of them.
[[nodiscard]] QList<TicketLine> ticketLines(const Sale &sale, const Event *event, const Format &format);

/// An order that may be that of a reservation without an answer: number, tickets with their seats, sum, and when it was
/// made; says so where the server does not tell when. \a event may be null.
[[nodiscard]] QString candidateWords(const Candidate &candidate, const Event *event, const Format &format);

} // namespace okoshko
