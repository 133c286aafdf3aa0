// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/OrderPrints.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using What = HistoryEntry::What;

/// The buyer has got the money back for its ticket.
bool isRefunded(const TicketCopy &copy, const Sale &sale)
{
    return sale.order.status == OrderStatus::Refunded ||
           (sale.order.has(Order::Field::Tickets) && !sale.order.tickets.contains(copy.ticket));
}

} // namespace

bool isOfTickets(const PrintJob &job)
{
    return job.kind == PrintJob::Kind::Tickets || job.kind == PrintJob::Kind::File;
}

bool isRefused(const PrintJob &job)
{
    // Every other failure of submit() is Lost.
    return job.state == PrintJob::State::Attention && job.queueJob == 0 && job.trouble != PrintTrouble::Lost;
}

bool mayHaveComeOut(const PrintJob &job)
{
    return job.trouble == PrintTrouble::Lost || job.trouble == PrintTrouble::Expired ||
           job.trouble == PrintTrouble::Canceled;
}

bool isHeldUp(const PrintJob &job)
{
    return job.state == PrintJob::State::Attention && !mayHaveComeOut(job);
}

bool isToBeSettled(const PrintJob &job)
{
    return job.kind == PrintJob::Kind::Tickets && job.state == PrintJob::State::GivenUp && !job.settled;
}

bool isOfRefunded(const PrintJob &job, const Sale &sale)
{
    return job.kind == PrintJob::Kind::Tickets &&
           std::ranges::any_of(job.copies, [&sale](const TicketCopy &copy) { return isRefunded(copy, sale); });
}

bool noteRefunded(PrintJob &job, const Sale &sale)
{
    const bool isWhole = sale.order.status == OrderStatus::Refunded || sale.order.holdsNoTicket();
    // As long as the order has tickets, a person is asked what came out.
    if (job.kind != PrintJob::Kind::Tickets || (isToBeSettled(job) && !isWhole))
        return false;
    bool isNew = false;
    for (TicketCopy &copy : job.copies) {
        if (isRefunded(copy, sale) && !copy.isMissing)
            isNew = !std::exchange(copy.isRefundTold, true) || isNew;
    }
    return isNew;
}

QList<TicketCopy> printedCopies(const PrintJob &job)
{
    QList<TicketCopy> copies;
    if (isOfTickets(job) && (job.state == PrintJob::State::Done || job.settled))
        std::ranges::copy_if(job.copies, std::back_inserter(copies), std::logical_not(), &TicketCopy::isMissing);
    return copies;
}

bool isStartedHere(const Sale &sale)
{
    static constexpr std::array own{What::PaymentStarted, What::PaidAtStart, What::Collected, What::IssuedFree};
    return std::ranges::find_first_of(sale.history, own, {}, &HistoryEntry::what) != sale.history.cend();
}

bool isToPrintOnPaid(const Sale &sale)
{
    return sale.origin == Sale::Origin::ThisCounter && isStartedHere(sale) && sale.goal == SaleGoal::Sell &&
           !sale.isSentByEmail() && !sale.isPaidWithoutMoney();
}

int sheetsOf(const PrintJob &job, qsizetype copies)
{
    const qsizetype all = job.copies.size();
    const qsizetype pages = job.pages > 0 ? job.pages : all;
    return static_cast<int>((pages * copies + all - 1) / all);
}

QList<HistoryEntry> printedLines(const PrintJob &job, const QList<TicketCopy> &copies, Instant now)
{
    std::map<int, int> counts; // of each duplicate's number
    for (const TicketCopy &copy : copies)
        ++counts[copy.duplicate];
    const QString printer = job.profile.isEmpty() ? job.queue : job.profile;
    QList<HistoryEntry> lines;
    for (const auto &[duplicate, count] : counts) {
        const QString withNumber = u"%1 %2"_s.arg(count).arg(duplicate);
        if (job.kind == PrintJob::Kind::File)
            lines << HistoryEntry{.at = now, .what = What::SavedAsFile, .words = withNumber};
        else if (duplicate == 0)
            lines << HistoryEntry{.at = now, .what = What::Printed, .words = u"%1 %2"_s.arg(count).arg(printer)};
        else
            lines << HistoryEntry{.at = now, .what = What::PrintedAgain, .words = withNumber + u' ' + printer};
    }
    return lines;
}

QList<TicketCopy> newlyPrinted(const PrintJob &before, const PrintJob &now)
{
    QList<TicketCopy> copies = printedCopies(now);
    const QList<TicketCopy> known = printedCopies(before);
    copies.removeIf([&known](const TicketCopy &copy) {
        return std::ranges::find(known, copy.ticket, &TicketCopy::ticket) != known.cend();
    });
    return copies;
}

QList<HistoryEntry> linesOf(const PrintJob &before, const PrintJob &now, int receipts, Instant at)
{
    QList<HistoryEntry> lines;
    const bool isDone = now.state == PrintJob::State::Done && before.state != PrintJob::State::Done;
    if (isDone && now.kind == PrintJob::Kind::Receipt)
        lines << HistoryEntry{
            .at = at, .what = What::ReceiptPrinted, .words = u"%1 %2"_s.arg(receipts - 1).arg(now.profile)};
    const QList<TicketCopy> printed = newlyPrinted(before, now);
    if (now.state == PrintJob::State::GivenUp && before.isOpen() && now.kind == PrintJob::Kind::Tickets) {
        const qsizetype missing = before.copies.size() - printed.size();
        lines << HistoryEntry{
            .at = at, .what = What::PrintGivenUp, .words = u"%1 %2"_s.arg(missing).arg(toWord(now.trouble))};
    }
    return lines << printedLines(now, printed, at);
}

QList<TicketId> OrderPrints::Tickets::toPrint() const
{
    QList<TicketId> wanted;
    std::ranges::copy_if(printable, std::back_inserter(wanted),
                         [this](const TicketId &ticket) { return unprinted.contains(ticket); });
    return wanted;
}

const PrintJob *OrderPrints::open(bool (*is)(const PrintJob &)) const
{
    const auto it = std::ranges::find_if(jobs, [is](const PrintJob &job) { return job.isOpen() && is(job); });
    return it == jobs.cend() ? nullptr : &*it;
}

bool OrderPrints::isTakenBack(bool (*is)(const PrintJob &)) const
{
    return std::ranges::none_of(jobs, [is](const PrintJob &job) { return job.isGivingUp && !job.isOpen() && is(job); });
}

int OrderPrints::issues(const TicketId &ticket) const
{
    int count = 0;
    int highest = 0;
    for (const PrintJob &job : jobs) {
        const auto copy = std::ranges::find(job.copies, ticket, &TicketCopy::ticket);
        if (!isOfTickets(job) || isRefused(job) || copy == job.copies.cend())
            continue;
        ++count;
        highest = std::max(highest, copy->duplicate + 1); // also if an earlier one turned out not to be printed
    }
    return std::max(count, highest);
}

QList<TicketCopy> OrderPrints::copies(const QList<TicketId> &wanted) const
{
    QList<TicketCopy> all;
    for (const TicketId &ticket : wanted)
        all.append({ticket, issues(ticket)});
    return all;
}

int OrderPrints::receipts() const
{
    return static_cast<int>(std::ranges::count_if(jobs, [](const PrintJob &job) {
        return job.kind == PrintJob::Kind::Receipt &&
               (job.state != PrintJob::State::GivenUp || !job.settled || mayHaveComeOut(job));
    }));
}

bool OrderPrints::isReceiptPrinted() const
{
    return std::ranges::any_of(jobs, [](const PrintJob &job) {
        return job.kind == PrintJob::Kind::Receipt && job.state == PrintJob::State::Done;
    });
}

int OrderPrints::refundedOnPaper() const
{
    QSet<TicketId> told;
    for (const PrintJob &job : jobs) {
        for (const TicketCopy &copy : job.copies) {
            if (copy.isRefundTold)
                told << copy.ticket;
        }
    }
    return static_cast<int>(told.size());
}

std::optional<PrintJob> OrderPrints::lastTold() const
{
    // A file that could not be written says nothing about the tickets.
    const auto isTelling = [](const PrintJob &job) {
        return isOfTickets(job) && !(job.kind == PrintJob::Kind::File && job.state == PrintJob::State::GivenUp);
    };
    auto last = std::find_if(jobs.crbegin(), jobs.crend(), isToBeSettled);
    if (last == jobs.crend())
        last = std::find_if(jobs.crbegin(), jobs.crend(), isTelling);
    return last == jobs.crend() ? std::nullopt : std::optional(*last);
}

PrintState OrderPrints::stateOf(const Sale *sale) const
{
    if (sale && (sale->order.status != OrderStatus::Done || sale->order.holdsNoTicket()))
        return PrintState::None;
    if (const PrintJob *job = open(isOfTickets))
        return job->state == PrintJob::State::Attention ? PrintState::Attention : PrintState::Printing;
    // After a start the jobs in question are known first; the server may not know an order any more.
    if (!sale || !isRead)
        return std::ranges::any_of(jobs, isToBeSettled) ? PrintState::Attention : PrintState::None;
    const bool isAnyPrinted =
        std::ranges::any_of(jobs, [](const PrintJob &job) { return !printedCopies(job).isEmpty(); });
    const bool isPrinted = ticketsOf(*sale).unprinted.isEmpty() && isAnyPrinted;
    if (!isPrinted && !isNotNeeded)
        return PrintState::NotPrinted;
    if (std::ranges::any_of(jobs, isToBeSettled))
        return PrintState::Attention;
    return isPrinted ? PrintState::Printed : PrintState::NotNeeded;
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
        for (const TicketCopy &copy : printedCopies(job))
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
