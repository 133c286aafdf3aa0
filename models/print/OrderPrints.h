// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/domain/Print.h"
#include "models/sale/Retry.h"
#include "models/sale/Sale.h"

#include <QList>

#include <optional>

namespace okoshko {

/// A job of tickets, on paper or as a file.
[[nodiscard]] bool isOfTickets(const PrintJob &job);
/// Its copies were printed, for certain.
[[nodiscard]] bool isPrinted(const PrintJob &job);
/// What the record says of the printed copies of \a job: the first issues and the duplicates, a line each.
[[nodiscard]] QList<HistoryEntry> printedLines(const PrintJob &job, Instant now);

/// What is known of the printing of one order. Owned by PrintService, on its thread.
struct OrderPrints
{
    enum class Read { No, Asked, Yes };

    /// Which tickets can be printed, and which cannot.
    struct Tickets
    {
        QList<TicketId> unprinted;
        QList<TicketId> printable; ///< printed or not: with a barcode of their own
        QList<TicketId> withoutCode;
        QList<TicketId> sameBarcode;
    };

    /// \a scheduler must outlive this.
    OrderPrints(const OrderId &order, Scheduler &scheduler)
        : id(order)
        , codes(scheduler)
    {
    }

    /// The open job that \a is; null if there is none.
    [[nodiscard]] const PrintJob *open(bool (*is)(const PrintJob &)) const;
    /// How often it was printed, jobs that may have printed it included.
    [[nodiscard]] int issues(const TicketId &ticket) const;
    [[nodiscard]] Tickets ticketsOf(const Sale &sale) const;

    OrderId id;
    Read read = Read::No; ///< what the journal has of it
    QList<PrintJob> jobs; ///< oldest first
    bool isNotNeeded = false;
    bool wasUnpaid = false;     ///< the server has reported it unpaid in this run
    bool isStartedHere = false; ///< this counter has started its payment in this run
    bool isDone = false;
    bool isToPrint = false; ///< by itself
    bool isIncomplete = false;
    Microseconds toPrintSince{0}; ///< monotonic
    QList<Ticket> tickets;        ///< as last seen
    std::optional<Event> event;   ///< as known while it was sold: an event that is over leaves the catalogue
    Retry codes;                  ///< asks for barcodes again
};

} // namespace okoshko
