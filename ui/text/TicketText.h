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
#include <QStringList>

namespace okoshko {

/// The title of the event of \a sale: that of \a event, which may be null, or that of the request; empty if neither is
/// known.
[[nodiscard]] QString eventTitle(const Sale &sale, const Event *event);

/// The name of the sector of \a seat, or else of the whole \a set; empty if \a event does not have it, or if \a set has
/// the same name. Both pointers may be null.
[[nodiscard]] QString sectorOf(const std::optional<Seat> &seat, const TicketSet *set, const Event *event);

/// Row and number of a seat with that sector: `Бельэтаж, ряд 4, место 11`. Empty for a ticket without row and number.
[[nodiscard]] QString seatWords(const std::optional<Seat> &seat, const TicketSet *set, const Event *event);

/// A line of an order's tickets. Contains server text: show as plain text.
struct TicketLine
{
    QString name;  ///< `Взрослый · Партер`, `Танцпол × 3`: of any length
    QString seat;  ///< `ряд 4, место 11`: must be shown whole; empty if there is none
    QString price; ///< before discount and fee; empty if unknown

    [[nodiscard]] QString whole() const; ///< name and seat

    friend bool operator==(const TicketLine &, const TicketLine &) = default;
};

/// The tickets of \a sale: a line for each numbered seat, and a line for each set without seats (`Танцпол · Поле × 3`,
/// with the sector if known). \a event may be null. Prices are the order's own and not those of \a event: those of its
/// sets, or its face price divided by the tickets if all are of one set. Unreadable or unknown tickets have a line with
/// their number.
[[nodiscard]] QList<TicketLine> ticketLines(const Sale &sale, const Event *event, const Format &format);

/// The categories of which \a sale has fewer tickets than \a wanted, a line each; none while its tickets are not read.
/// \a event may be null.
[[nodiscard]] QStringList missingLines(const Sale &sale, const QList<WantedTickets> &wanted, const Event *event,
                                       const Format &format);

/// An order that may belong to an unanswered reservation: number, tickets with their seats, sum, and time of creation,
/// if known. \a event may be null.
[[nodiscard]] QString candidateWords(const Candidate &candidate, const Event *event, const Format &format);

/// The text for the hidden part of a shortened list (shownLines).
class ListText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::ListText)
public:
    /// Adds a line to \a lines with the number of \a more hidden ones; none if zero.
    static void addMore(QStringList &lines, qsizetype more);
};

/// The question before an order is cancelled.
class CancelText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::CancelText)
public:
    CancelText(const Sale &sale, const Format &format);
    [[nodiscard]] static QString yes();
    [[nodiscard]] static QString no();
};

} // namespace okoshko
