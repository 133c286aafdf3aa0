// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/OrderPrints.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

bool hasCopy(const PrintJob &job, const TicketId &ticket)
{
    return std::ranges::find(job.copies, ticket, &TicketCopy::ticket) != job.copies.cend();
}

} // namespace

bool isOfTickets(const PrintJob &job)
{
    return job.kind == PrintJob::Kind::Tickets || job.kind == PrintJob::Kind::File;
}

bool isPrinted(const PrintJob &job)
{
    return isOfTickets(job) && (job.state == PrintJob::State::Done || job.settled);
}

QList<HistoryEntry> printedLines(const PrintJob &job, Instant now)
{
    using What = HistoryEntry::What;
    const qsizetype count = job.copies.size();
    qsizetype again = 0;
    int highest = 0;
    for (const TicketCopy &copy : job.copies) {
        again += copy.duplicate > 0 ? 1 : 0;
        highest = std::max(highest, copy.duplicate);
    }
    const QString withHighest = u"%1 %2"_s;
    QList<HistoryEntry> lines;
    if (job.kind == PrintJob::Kind::File && count > 0)
        return {{.at = now, .what = What::SavedAsFile, .words = withHighest.arg(count).arg(highest)}};
    if (count > again)
        lines << HistoryEntry{.at = now, .what = What::Printed, .words = QString::number(count - again)};
    if (again > 0)
        lines << HistoryEntry{.at = now, .what = What::PrintedAgain, .words = withHighest.arg(again).arg(highest)};
    return lines;
}

const PrintJob *OrderPrints::open(bool (*is)(const PrintJob &)) const
{
    const auto it = std::ranges::find_if(jobs, [is](const PrintJob &job) { return job.isOpen() && is(job); });
    return it == jobs.cend() ? nullptr : &*it;
}

int OrderPrints::issues(const TicketId &ticket) const
{
    return static_cast<int>(std::ranges::count_if(
        jobs, [&ticket](const PrintJob &job) { return isOfTickets(job) && hasCopy(job, ticket); }));
}

OrderPrints::Tickets OrderPrints::ticketsOf(const Sale &sale) const
{
    Tickets result;
    QHash<TicketId, QString> barcodes;
    QHash<QString, int> uses;
    QList<TicketId> ids = sale.order.tickets;
    for (const Ticket &ticket : sale.tickets) {
        const QString barcode = ticket.barcode.trimmed();
        barcodes.insert(ticket.id, barcode);
        ++uses[barcode];
        if (!sale.order.has(Order::Field::Tickets) && !ticket.id.isNull())
            ids << ticket.id;
    }
    QSet<TicketId> printed;
    for (const PrintJob &job : jobs) {
        for (const TicketCopy &copy : isPrinted(job) ? job.copies : QList<TicketCopy>())
            printed << copy.ticket;
    }
    for (const TicketId &ticket : std::as_const(ids)) {
        const QString barcode = barcodes.value(ticket);
        const bool isTicketDone = printed.contains(ticket);
        if (!isTicketDone)
            result.unprinted << ticket;
        if (barcode.isEmpty()) {
            if (!isTicketDone)
                result.withoutCode << ticket;
        } else if (uses.value(barcode) > 1) {
            result.sameBarcode << ticket;
        } else {
            result.printable << ticket;
        }
    }
    return result;
}

} // namespace okoshko
