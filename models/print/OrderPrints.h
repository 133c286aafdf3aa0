// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Print.h"
#include "models/sale/Retry.h"
#include "models/sale/Sale.h"

#include <QList>
#include <QSet>

#include <optional>

namespace okoshko {

/// A job of tickets, on paper or as a file.
[[nodiscard]] bool isOfTickets(const PrintJob &job);
/// It was refused before anything of it was at its queue: nothing of it came out, or will.
[[nodiscard]] bool isRefused(const PrintJob &job);
/// What became of it is not known: it may have come out in part or as a whole.
[[nodiscard]] bool mayHaveComeOut(const PrintJob &job);
/// It waits at its printer, as far as known before anything came out.
[[nodiscard]] bool isHeldUp(const PrintJob &job);
/// A job of tickets on paper that was given up, and nobody has said yet what came out of it.
[[nodiscard]] bool isToBeSettled(const PrintJob &job);
/// A job of tickets on paper that holds one which the buyer has got the money back for.
[[nodiscard]] bool isOfRefunded(const PrintJob &job, const Sale &sale);
/// Marks the copies of \a job, which is over, that are on paper, or may be, and whose tickets the buyer has got the
/// money back for (TicketCopy::isRefundTold). Returns whether that is new.
bool noteRefunded(PrintJob &job, const Sale &sale);
/// This counter has started its payment, or collected. Of any other the tickets may be printed elsewhere.
[[nodiscard]] bool isStartedHere(const Sale &sale);
/// It is printed by itself as soon as it is paid, unless a person has to find out first whether the tickets may be
/// handed out (PrintRefusal::ToBeResolved).
[[nodiscard]] bool isToPrintOnPaid(const Sale &sale);
/// How many sheets \a copies of the copies of \a job take.
[[nodiscard]] int sheetsOf(const PrintJob &job, qsizetype copies);
/// The copies of tickets that came out of it, as far as is certain or said by a person.
[[nodiscard]] QList<TicketCopy> printedCopies(const PrintJob &job);
/// What the record says of printed \a copies of \a job: a line for each number.
[[nodiscard]] QList<HistoryEntry> printedLines(const PrintJob &job, const QList<TicketCopy> &copies, Instant now);
/// printedCopies() of \a now that are not of \a before, the same job.
[[nodiscard]] QList<TicketCopy> newlyPrinted(const PrintJob &before, const PrintJob &now);
/// What the record says of the change of a job from \a before to \a now; \a receipts: of its order, this one included.
[[nodiscard]] QList<HistoryEntry> linesOf(const PrintJob &before, const PrintJob &now, int receipts, Instant at);

/// What is known of the printing of one order. Owned by PrintService, on its thread.
struct OrderPrints
{
    /// Which tickets can be printed, and which cannot.
    struct Tickets
    {
        QList<TicketId> unprinted;
        QList<TicketId> printable; ///< printed or not: with a barcode of their own
        QList<TicketId> withoutCode;
        QList<TicketId> sameBarcode;

        [[nodiscard]] QList<TicketId> toPrint() const; ///< not printed, and printable
        /// Each has a barcode of its own, or was printed.
        [[nodiscard]] bool isComplete() const
        {
            return withoutCode.isEmpty() && sameBarcode.isEmpty() && !(unprinted.isEmpty() && printable.isEmpty());
        }
    };

    /// \a scheduler must outlive this.
    OrderPrints(const OrderId &order, Scheduler &scheduler)
        : id(order)
        , codes(scheduler)
    {
    }

    /// The open job that \a is; null if there is none.
    [[nodiscard]] const PrintJob *open(bool (*is)(const PrintJob &)) const;
    /// No closed job that \a is may still be at its queue (PrintJob::isGivingUp).
    [[nodiscard]] bool isTakenBack(bool (*is)(const PrintJob &)) const;
    /// How often it was printed, jobs that may have printed it included; the number of its next duplicate.
    [[nodiscard]] int issues(const TicketId &ticket) const;
    [[nodiscard]] QList<TicketCopy> copies(const QList<TicketId> &wanted) const; ///< the next of each
    /// How often the receipt was printed, jobs that may have printed it included.
    [[nodiscard]] int receipts() const;
    [[nodiscard]] bool isReceiptPrinted() const;
    [[nodiscard]] int refundedOnPaper() const; ///< TicketCopy::isRefundTold; a ticket counts once
    /// The last job of tickets to be settled, or else the last one that says something about them.
    [[nodiscard]] std::optional<PrintJob> lastTold() const;
    [[nodiscard]] Tickets ticketsOf(const Sale &sale) const;
    [[nodiscard]] PrintState stateOf(const Sale *sale) const; ///< \a sale may be null

    OrderId id;
    bool isRead = false;  ///< what the journal has of it is known
    QList<PrintJob> jobs; ///< oldest first
    bool isNotNeeded = false;
    bool wasUnpaid = false; ///< the server has reported it unpaid in this run
    bool isDone = false;
    bool isToPrint = false; ///< by itself
    /// They stand, or stood, in a job of this run. What became of it is for a person to judge: nothing is sent by
    /// itself for a second time.
    QSet<TicketId> begun;
    bool isReceiptBegun = false;  ///< as `begun`
    bool isPrepared = false;      ///< what its tickets lack was asked for in this run
    Microseconds toPrintSince{0}; ///< monotonic
    QList<Ticket> tickets;        ///< as last seen
    Retry codes;                  ///< asks for barcodes again
};

} // namespace okoshko
