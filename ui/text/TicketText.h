// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/sale/ReservationFlow.h"
#include "models/sale/Sale.h"
#include "models/tables/Format.h"
#include "ui/text/Message.h"

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

/// A line of an order's tickets. Holds server text: plain only.
struct TicketLine
{
    QString name;  ///< `Взрослый · Партер`, `Танцпол × 3`: of any length
    QString seat;  ///< `ряд 4, место 11`: whoever looks for a place needs all of it; empty where there is none
    QString price; ///< before discount and fee; empty where the order does not tell it

    [[nodiscard]] QString whole() const; ///< name and seat

    friend bool operator==(const TicketLine &, const TicketLine &) = default;
};

/// The tickets of \a sale, a line a numbered seat, and a line a set for those without (`Танцпол · Поле × 3`, with the
/// sector where it is told). \a event may be null. Prices are the order's own, whatever \a event tells: those of its
/// sets, or what its face price comes to where all tickets are of one set. What could not be read, or is not told, has
/// a line that says how many tickets it is.
[[nodiscard]] QList<TicketLine> ticketLines(const Sale &sale, const Event *event, const Format &format);

/// An order that may be that of a reservation without an answer: number, tickets with their seats, sum, and when it was
/// made; says so where the server does not tell when. \a event may be null.
[[nodiscard]] QString candidateWords(const Candidate &candidate, const Event *event, const Format &format);

/// Words of a list of which only the beginning is shown (shownLines).
class ListText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::ListText)
public:
    /// The last line of \a lines then tells how many \a more there are; none where there are none.
    static void addMore(QStringList &lines, qsizetype more);
};

/// The question before an order is cancelled, in the cashier's language.
class CancelText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::CancelText)
public:
    /// \a isInDrawer: the cashier has said that the money is in the drawer, which the sale does not tell yet.
    CancelText(const Sale &sale, const Format &format, bool isInDrawer);
    [[nodiscard]] static QString yes();
    [[nodiscard]] static QString no();
};

} // namespace okoshko
