// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/PrintService.h"

#include "models/api/ServerClock.h"
#include "models/print/TicketFacts.h"
#include "models/sale/EventCatalogue.h"
#include "models/sale/SaleJournal.h"
#include "models/tables/OrderRow.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using JobKind = PrintJob::Kind;
using What = HistoryEntry::What;
using std::chrono::milliseconds;

/// Barcodes that are not reported yet: for some four minutes.
constexpr RetryPolicy askForCodes{milliseconds(1000), milliseconds(30000), 12};
constexpr RetryPolicy readAgain{milliseconds(5000), milliseconds(60000), 0};
/// How long a job waits for the barcodes of all tickets, so that the whole order is one job; then the others are
/// printed.
constexpr std::chrono::seconds codesPatience{10};
/// How long it waits for the event and the organiser's data: as long as barcodes are asked for.
constexpr std::chrono::minutes lackPatience{4};

} // namespace

PrintService::PrintService(PrintQueue &queue, TicketDrawer &drawer, SaleService &sales, EventCatalogue &events,
                           SaleJournal &journal, TicketingApi &api, const ServerClock &clock, Scheduler &scheduler,
                           QObject *parent)
    : QObject(parent)
    , m_sales(sales)
    , m_journal(journal)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_context{queue, drawer,    journal,
                clock, scheduler, [this](auto &job, auto since) { return askForEarlier(job, since); }}
    , m_data(sales, events, journal, api, clock, scheduler)
    , m_recall(sales, events, journal, clock)
    , m_blanks(journal, clock, [this](const QString &name) { return usageOfBlanks(name); })
    , m_reading(scheduler)
    , m_sweep(scheduler)
    , m_readAgain(scheduler)
{
    connect(&journal, &SaleJournal::loaded, this, [this](const JournalContents &contents) {
        m_data.legal().restore(contents.legal);
        m_blanks.restore(contents.blanks);
        for (const PrintJob &kept : contents.printJobs) {
            remember(kept);
            if (!kept.isOver())
                add(kept).resume();
        }
    });
    connect(&journal, &SaleJournal::salvaged, this, &PrintService::keepAll);
    connect(&journal, &SaleJournal::issuesChanged, this, &PrintService::onData);
    connect(&sales, &SaleService::saleAdded, this, &PrintService::onSale);
    connect(&sales, &SaleService::saleChanged, this, &PrintService::onSale);
    connect(&sales, &SaleService::saleForgotten, this, &PrintService::forget);
    const auto prepareAll = [this] {
        for (const auto &[id, entry] : m_entries) {
            if (entry->isDone && isNotPrinted(stateOf(*entry)))
                prepare(*entry);
        }
    };
    // After a start the events come later than the orders, from a copy or unchanged.
    connect(&events, &EventCatalogue::changed, this, prepareAll);
    connect(&events, &EventCatalogue::readingEnded, this, prepareAll);
    connect(&m_data, &PrintData::changed, this, &PrintService::onData);
}

PrintService::~PrintService() = default;

void PrintService::setUp(const PrintSettings &settings, const QString &counterName, const Format &format,
                         const QString &mark)
{
    const auto hasPrinter = [this] { return m_settings.printerOf(PrinterProfile::Prints::Tickets) != nullptr; };
    const bool had = hasPrinter();
    m_settings = settings;
    m_counterName = counterName;
    m_format = format;
    m_mark = mark;
    if (!printsByItself()) {
        for (const auto &[id, known] : m_entries)
            setToPrint(*known, false);
    }
    if (had == hasPrinter())
        return;
    for (const auto &[id, known] : m_entries) { // listedStateOf()
        if (!known->isDone)
            continue;
        if (const PrintState state = stateOf(*known); state != PrintState::None && state != PrintState::Printed)
            prepare(*known);
        Q_EMIT orderChanged(id);
    }
    if (hasPrinter())
        m_recall.begin();
}

void PrintService::keepAll()
{
    QList<JournalEntry> entries = m_data.legal().entries();
    const auto isRecorded = [this](const PrintJob &job) {
        const auto it = m_running.find(job.id);
        return it == m_running.end() || it->second->isRecorded();
    };
    for (const auto &[id, entry] : m_entries) {
        std::ranges::copy_if(entry->jobs, std::back_inserter(entries), isRecorded);
        if (entry->isNotNeeded)
            entries << PrintNotNeeded{id, m_clock.now()};
    }
    std::ranges::copy(m_blanks.ranges(), std::back_inserter(entries));
    m_journal.keep(entries);
}

// Orders -------------------------------------------------------------------------------------------------------------

OrderPrints *PrintService::entry(const OrderId &id) const
{
    const auto it = m_entries.find(id);
    return it == m_entries.end() ? nullptr : it->second.get();
}

OrderPrints &PrintService::madeEntry(const OrderId &id)
{
    auto &made = m_entries[id];
    if (!made)
        made = std::make_unique<OrderPrints>(id, m_scheduler);
    return *made;
}

void PrintService::onSale(const OrderId &id)
{
    const Sale *sale = m_sales.sale(id);
    if (!sale)
        return;
    OrderPrints &entry = madeEntry(id);
    const bool isOurs = sale->origin == Sale::Origin::ThisCounter;
    if (sale->known == Sale::Known::FromServer && isHeld(sale->order.status)) {
        if (!std::exchange(entry.wasUnpaid, true) && entry.jobs.isEmpty())
            entry.isRead = true;                            // nothing is printed of an unpaid order
        if (isOurs && m_data.knownEvent(sale->order.event)) // otherwise it is asked for once it is to be printed
            m_data.want(sale->order.event);
    }
    const bool isDone = sale->order.status == OrderStatus::Done;
    const bool isNewlyDone = isDone && !entry.isDone;
    const bool isChanged = isDone != std::exchange(entry.isDone, isDone) || entry.tickets != sale->tickets;
    entry.tickets = sale->tickets;
    const bool mayBePrinted = isNewlyDone || sale->order.status == OrderStatus::Refunded;
    if (mayBePrinted && !entry.isRead && !m_toRead.contains(id)) {
        m_toRead << id;
        m_reading.start(Microseconds(0), [this] { readMissing(); });
    }
    if (isNewlyDone) {
        entry.isToPrint = entry.wasUnpaid && isToPrintOnPaid(*sale) && !isToBeResolved(sale) && printsByItself();
        entry.toPrintSince = m_scheduler.now();
    }
    if (!isDone)
        entry.isToPrint = false;
    takeBackRefunded(entry);
    if (!isChanged)
        return;
    if (entry.isToPrint)
        printByItself(entry);
    if (entry.isRead)
        Q_EMIT orderChanged(id);
}

void PrintService::takeBackRefunded(OrderPrints &entry)
{
    const Sale *sale = m_sales.sale(entry.id);
    if (!sale || entry.jobs.isEmpty())
        return;
    for (const PrintJob &job : QList(entry.jobs)) {
        if (job.isOpen() && !job.isGivingUp && isOfRefunded(job, *sale))
            giveUp(job.id);
    }
    if (const Event *event = eventOf(entry); event && event->isOver(m_clock.now()))
        return; // nobody is let in any more
    QList<JournalEntry> noted;
    const int before = entry.refundedOnPaper();
    for (PrintJob &job : entry.jobs) {
        if (job.isOver() && noteRefunded(job, *sale))
            noted << job;
    }
    const int count = entry.refundedOnPaper() - before;
    if (count == 0)
        return;
    m_sales.note(entry.id, {{.at = m_clock.now(), .what = What::RefundedOnPaper, .words = QString::number(count)}},
                 noted);
    Q_EMIT refundedOnPaper(entry.id, count);
    Q_EMIT orderChanged(entry.id);
}

bool PrintService::isNeeded(const OrderId &order) const
{
    const OrderPrints *known = entry(order);
    const Sale *sale = m_sales.sale(order);
    if (!known || !sale)
        return false;
    const bool isToBeRead = known->isDone && !known->isRead && sale->origin == Sale::Origin::ThisCounter;
    const auto isInQuestion = [](const PrintJob &job) { return !job.isOver() || isToBeSettled(job); };
    return isToBeRead || isNotPrinted(listedStateOf(order)) || std::ranges::any_of(known->jobs, isInQuestion);
}

void PrintService::forget(const OrderId &id)
{
    if (const OrderPrints *known = entry(id); known && std::ranges::all_of(known->jobs, &PrintJob::isOver))
        m_entries.erase(id);
}

void PrintService::readMissing()
{
    m_journal.readPrints({.orders = m_toRead}, this,
                         [this, orders = m_toRead](const Journaled<PrintRecord> &read) { take(orders, read); });
}

void PrintService::take(const QList<OrderId> &orders, const Journaled<PrintRecord> &read)
{
    if (!read) {
        static_cast<void>(m_readAgain.again(readAgain, 0, std::nullopt, std::nullopt, [this] { readMissing(); }));
        return;
    }
    m_readAgain.reset();
    m_toRead.removeIf([&orders](const OrderId &id) { return orders.contains(id); });
    for (const PrintJob &job : read->jobs) {
        OrderPrints *known = entry(job.order);
        // What this run has of a job is newer.
        if (known && std::ranges::find(known->jobs, job.id, &PrintJob::id) == known->jobs.cend())
            known->jobs << job;
    }
    for (const OrderId &id : orders) {
        OrderPrints *known = entry(id);
        if (!known || known->isRead)
            continue;
        std::ranges::stable_sort(known->jobs, {}, &PrintJob::at);
        known->isNotNeeded = known->isNotNeeded || read->notNeeded.contains(id);
        known->isRead = true;
        takeBackRefunded(*known);
        if (known->isToPrint)
            printByItself(*known);
        const PrintState state = stateOf(*known);
        if (state != PrintState::None && state != PrintState::Printed)
            prepare(*known);
        Q_EMIT orderChanged(id);
    }
}

void PrintService::prepare(OrderPrints &entry)
{
    const Sale *sale = m_sales.sale(entry.id);
    const bool isOurs = sale && sale->origin == Sale::Origin::ThisCounter;
    const bool isWanted = isOurs && !entry.isToPrint && m_settings.printerOf(PrinterProfile::Prints::Tickets);
    const bool isToBeRead = isWanted && (!sale->lastAskedAt || !ticketsOf(entry).isComplete());
    if (isToBeRead && !std::exchange(entry.isPrepared, true)) {
        m_data.readInTurn(entry.id); // something may be refunded, and more be told than in the last run
        askCodes(entry);
    }
    const EventId event = eventIdOf(entry);
    if (isWanted || m_data.knownEvent(event)) // others are asked for when they are printed
        m_data.want(event);
}

PrintState PrintService::stateOf(const OrderId &order) const
{
    const OrderPrints *known = entry(order);
    return known ? stateOf(*known) : PrintState::None;
}

PrintState PrintService::listedStateOf(const OrderId &order) const
{
    const PrintState state = stateOf(order);
    return state == PrintState::NotPrinted && !isExpected(*entry(order)) ? PrintState::None : state;
}

bool PrintService::isExpected(const OrderPrints &entry) const
{
    const Sale *sale = m_sales.sale(entry.id);
    const Event *event = eventOf(entry);
    return sale && sale->origin == Sale::Origin::ThisCounter && !sale->isSentByEmail() &&
           !(event && event->isOver(m_clock.now())) && m_settings.printerOf(PrinterProfile::Prints::Tickets);
}

bool PrintService::isToBeResolved(const Sale *sale) const
{
    return sale && mustBeResolvedFirst(sale->order.id, m_journal.issues());
}

OrderPrints::Tickets PrintService::ticketsOf(const OrderPrints &entry) const
{
    const Sale *sale = m_sales.sale(entry.id);
    return sale ? entry.ticketsOf(*sale) : OrderPrints::Tickets();
}

std::optional<UnprintedOrder> PrintService::unprintedOf(const OrderId &order) const
{
    const OrderPrints *known = entry(order);
    if (!known || !isNotPrinted(stateOf(*known)))
        return std::nullopt;
    const OrderPrints::Tickets tickets = ticketsOf(*known);
    const Sale *sale = m_sales.sale(order);
    return UnprintedOrder{.order = order,
                          .tickets = tickets.unprinted,
                          .job = known->lastTold(),
                          .withoutCode = tickets.withoutCode,
                          .sameBarcode = tickets.sameBarcode,
                          .lack = m_data.lackOf(eventIdOf(*known)),
                          .willPrintByItself = known->isToPrint,
                          .mayBeAtPrinter = !known->isTakenBack(isOfTickets),
                          .isToBeResolved = isToBeResolved(sale),
                          .isSentByEmail = sale && sale->isSentByEmail()};
}

QList<UnprintedOrder> PrintService::unprinted() const
{
    QList<UnprintedOrder> orders;
    const bool hasPrinter = m_settings.printerOf(PrinterProfile::Prints::Tickets);
    for (const auto &[id, known] : m_entries) {
        const Sale *sale = m_sales.sale(id);
        const bool mayBeWanted = hasPrinter && (m_sales.wasSearched(id) || (sale && sale->isSentByEmail()));
        if (known->jobs.isEmpty() && !mayBeWanted && !isExpected(*known))
            continue; // of many orders of others that is quickly found
        const std::optional<UnprintedOrder> order = unprintedOf(id);
        if (order && (isNotPrinted(listedStateOf(id)) || mayBeWanted))
            orders << *order;
    }
    std::ranges::stable_sort(orders, {}, [this](const UnprintedOrder &each) {
        const Sale *sale = m_sales.sale(each.order);
        return sale ? sale->order.createdAt.value_or(Instant()) : Instant();
    });
    return orders;
}

void PrintService::setNotNeeded(const OrderId &order)
{
    OrderPrints *known = entry(order);
    if (!known || known->isNotNeeded)
        return;
    known->isNotNeeded = true;
    setToPrint(*known, false);
    const Instant now = m_clock.now();
    m_sales.note(order, {{.at = now, .what = What::PrintNotNeeded}}, {PrintNotNeeded{order, now}});
    Q_EMIT orderChanged(order);
}

// Event and legal data -----------------------------------------------------------------------------------------------

EventId PrintService::eventIdOf(const OrderPrints &entry) const
{
    const Sale *sale = m_sales.sale(entry.id);
    return sale ? sale->order.event : EventId();
}

// Printing -----------------------------------------------------------------------------------------------------------

void PrintService::setToPrint(OrderPrints &entry, bool isToPrint)
{
    if (std::exchange(entry.isToPrint, isToPrint) != isToPrint)
        Q_EMIT orderChanged(entry.id);
}

void PrintService::onData()
{
    for (const auto &[id, entry] : m_entries) {
        if (entry->isToPrint)
            printByItself(*entry);
        if (isNotPrinted(stateOf(*entry)))
            Q_EMIT orderChanged(id); // UnprintedOrder::lack, isToBeResolved
    }
}

void PrintService::printByItself(OrderPrints &entry)
{
    const OrderPrints::Tickets tickets = ticketsOf(entry);
    if (!tickets.withoutCode.isEmpty()) {
        askCodes(entry);
        if (entry.isToPrint && m_scheduler.now() - entry.toPrintSince < codesPatience)
            return;
    }
    switch (print(entry, By::Itself)) {
    case PrintRefusal::None:
        return setToPrint(entry, !tickets.withoutCode.isEmpty() && entry.codes.isWaiting());
    case PrintRefusal::Busy: // the rest follows
    case PrintRefusal::NoBarcodes:
        return setToPrint(entry, entry.isToPrint && (entry.codes.isWaiting() || entry.open(isOfTickets)));
    case PrintRefusal::EventUnknown:
    case PrintRefusal::Incomplete:
        return setToPrint(entry, m_data.isLackAsked(eventIdOf(entry)) &&
                                     m_scheduler.now() - entry.toPrintSince < lackPatience);
    case PrintRefusal::NotPaid:
    case PrintRefusal::Refunded:
    case PrintRefusal::ToBeResolved:
    case PrintRefusal::SameBarcode:
    case PrintRefusal::NotTakenBack:
    case PrintRefusal::NoPrinter:
    case PrintRefusal::AlreadyPrinted:
    case PrintRefusal::NotRecorded:
        return setToPrint(entry, false);
    }
    Q_UNREACHABLE();
}

void PrintService::askCodes(OrderPrints &entry)
{
    if (entry.codes.isWaiting())
        return;
    const bool isAsked = entry.codes.again(askForCodes, 0, std::nullopt, std::nullopt, [this, id = entry.id] {
        OrderPrints *known = this->entry(id);
        if (!known || ticketsOf(*known).withoutCode.isEmpty())
            return;
        known->isToPrint ? m_data.read(id) : m_data.readInTurn(id);
        askCodes(*known);
        if (known->isToPrint)
            printByItself(*known);
    });
    if (!isAsked)
        setToPrint(entry, false);
}

PrintRefusal PrintService::refusalOf(const OrderPrints &entry, bool (*isInTheWay)(const PrintJob &))
{
    m_data.want(eventIdOf(entry)); // prints perhaps what waits for it
    const Sale *sale = m_sales.sale(entry.id);
    if (sale && (sale->order.status == OrderStatus::Refunded ||
                 (sale->order.status == OrderStatus::Done && sale->order.holdsNoTicket())))
        return PrintRefusal::Refunded;
    if (!sale || sale->order.status != OrderStatus::Done)
        return PrintRefusal::NotPaid;
    if (!entry.isRead || m_journal.trouble() || m_journal.isForeign())
        return PrintRefusal::NotRecorded;
    if (isToBeResolved(sale))
        return PrintRefusal::ToBeResolved;
    if (entry.open(isInTheWay))
        return PrintRefusal::Busy;
    const PrintData::Lack lack = m_data.lackOf(sale->order.event);
    return lack == PrintData::Lack::Event   ? PrintRefusal::EventUnknown
           : lack == PrintData::Lack::Legal ? PrintRefusal::Incomplete
                                            : PrintRefusal::None;
}

PrintRefusal PrintService::print(const OrderId &order, const QString &printer)
{
    OrderPrints *known = entry(order);
    if (!known)
        return PrintRefusal::NotPaid;
    setToPrint(*known, false);
    return print(*known, By::Person, printer);
}

PrintRefusal PrintService::print(OrderPrints &entry, By by, const QString &printer)
{
    const PrintRefusal refusal = refusalOf(entry);
    if (refusal != PrintRefusal::None && refusal != PrintRefusal::Incomplete)
        return refusal;
    if (!entry.isTakenBack(isOfTickets))
        return PrintRefusal::NotTakenBack;
    const OrderPrints::Tickets tickets = ticketsOf(entry);
    QList<TicketId> wanted = tickets.toPrint();
    if (by == By::Itself)
        wanted.removeIf([&entry](const TicketId &id) { return entry.begun.contains(id); });
    if (wanted.isEmpty()) {
        if (tickets.unprinted.isEmpty() && !entry.tickets.isEmpty())
            return PrintRefusal::AlreadyPrinted;
        if (by == By::Person)
            return nothingPrintable(entry);
        return tickets.withoutCode.isEmpty() && !tickets.sameBarcode.isEmpty() ? PrintRefusal::SameBarcode
                                                                               : PrintRefusal::NoBarcodes;
    }
    const PrinterProfile *ofTickets = m_settings.printerOf(PrinterProfile::Prints::Tickets, printer);
    if (!ofTickets)
        return PrintRefusal::NoPrinter;
    if (refusal != PrintRefusal::None)
        return refusal;
    if (by == By::Person && !tickets.withoutCode.isEmpty())
        askCodesNow(entry);
    const PrinterProfile *found = ofTickets->prints.testFlag(PrinterProfile::Prints::Receipts)
                                      ? ofTickets
                                      : m_settings.printerOf(PrinterProfile::Prints::Receipts);
    const bool hasReceipt = by == By::Itself ? entry.isReceiptBegun : entry.receipts() > 0;
    // A copy: the settings may change when the first job is told.
    const std::optional<PrinterProfile> ofReceipts = found && !hasReceipt ? std::optional(*found) : std::nullopt;
    begin(entry, JobKind::Tickets, entry.copies(wanted), *ofTickets);
    if (ofReceipts)
        begin(entry, JobKind::Receipt, {}, *ofReceipts);
    return PrintRefusal::None;
}

PrintRefusal PrintService::nothingPrintable(OrderPrints &entry)
{
    const OrderPrints::Tickets tickets = ticketsOf(entry);
    if (tickets.withoutCode.isEmpty() && !tickets.sameBarcode.isEmpty())
        return PrintRefusal::SameBarcode;
    askCodesNow(entry);
    return PrintRefusal::NoBarcodes;
}

void PrintService::askCodesNow(OrderPrints &entry)
{
    entry.codes.reset();
    m_data.read(entry.id);
    askCodes(entry);
}

PrintRefusal PrintService::reprint(const OrderId &order, const QList<TicketId> &tickets, const QString &printer)
{
    OrderPrints *known = entry(order);
    if (!known)
        return PrintRefusal::NotPaid;
    if (const PrintRefusal refusal = refusalOf(*known); refusal != PrintRefusal::None)
        return refusal;
    if (!known->isTakenBack(isOfTickets))
        return PrintRefusal::NotTakenBack;
    if (!tickets.isEmpty() && m_data.refundedOf(order, tickets) == tickets.size())
        return PrintRefusal::Refunded;
    const OrderPrints::Tickets all = ticketsOf(*known);
    QList<TicketId> wanted;
    std::ranges::copy_if(all.printable, std::back_inserter(wanted),
                         [&tickets](const TicketId &id) { return tickets.isEmpty() || tickets.contains(id); });
    if (wanted.isEmpty())
        return nothingPrintable(*known);
    const PrinterProfile *ofTickets = m_settings.printerOf(PrinterProfile::Prints::Tickets, printer);
    if (!ofTickets)
        return PrintRefusal::NoPrinter;
    begin(*known, JobKind::Tickets, known->copies(wanted), *ofTickets);
    return PrintRefusal::None;
}

PrintRefusal PrintService::printReceipt(const OrderId &order, const QString &printer)
{
    OrderPrints *known = entry(order);
    if (!known)
        return PrintRefusal::NotPaid;
    const PrintRefusal refusal = refusalOf(*known);
    const auto isReceipt = [](const PrintJob &job) { return job.kind == JobKind::Receipt; };
    if (known->open(isReceipt))
        return PrintRefusal::Busy;
    if (!known->isTakenBack(isReceipt))
        return PrintRefusal::NotTakenBack;
    // Neither the tickets' job nor missing data hold a receipt, nor what is to be resolved: the money came.
    static constexpr std::array harmless{PrintRefusal::None, PrintRefusal::Busy, PrintRefusal::ToBeResolved,
                                         PrintRefusal::EventUnknown, PrintRefusal::Incomplete};
    if (std::ranges::find(harmless, refusal) == harmless.cend())
        return refusal;
    const PrinterProfile *ofReceipts = m_settings.printerOf(PrinterProfile::Prints::Receipts, printer);
    if (!ofReceipts)
        return PrintRefusal::NoPrinter;
    begin(*known, JobKind::Receipt, {}, *ofReceipts);
    return PrintRefusal::None;
}

PrintRefusal PrintService::beginPdf(const OrderId &order)
{
    OrderPrints *known = entry(order);
    if (!known)
        return PrintRefusal::NotPaid;
    setToPrint(*known, false);
    // A refused job ends when the file is there (onJob()): its reason holds until then.
    const auto isInTheWay = [](const PrintJob &job) {
        return isOfTickets(job) && !(job.kind == JobKind::Tickets && isRefused(job));
    };
    if (const PrintRefusal refusal = refusalOf(*known, isInTheWay); refusal != PrintRefusal::None)
        return refusal;
    return ticketsOf(*known).printable.isEmpty() ? nothingPrintable(*known) : PrintRefusal::None;
}

PrintRefusal PrintService::savePdf(const OrderId &order, const QString &path)
{
    if (const PrintRefusal refusal = beginPdf(order); refusal != PrintRefusal::None)
        return refusal;
    OrderPrints *known = entry(order);
    const PrinterProfile *printer = m_settings.printerOf(PrinterProfile::Prints::Tickets);
    PrinterProfile ofFiles;
    ofFiles.ticketTemplate = u"a4-three"_s; // ships with the program
    begin(*known, JobKind::File, known->copies(ticketsOf(*known).printable), printer ? *printer : ofFiles, path);
    return PrintRefusal::None;
}

PrintJob PrintService::made(JobKind kind, const PrinterProfile &profile) const
{
    const Instant now = m_clock.now();
    const bool isFile = kind == JobKind::File;
    return {.id = QUuid::createUuid(),
            .kind = kind,
            .profile = profile.name,
            .queue = isFile ? QString() : profile.queue,
            .at = now,
            .expires = now + RunningPrintJob::lifetime,
            .isNumbered = !isFile && profile.blanks == PrinterProfile::Blanks::Numbered};
}

void PrintService::begin(OrderPrints &entry, JobKind kind, const QList<TicketCopy> &copies,
                         const PrinterProfile &profile, const QString &path)
{
    const Sale *sale = m_sales.sale(entry.id);
    if (!sale)
        return;
    // Whoever prints them after all needs them.
    if (kind != JobKind::Receipt && std::exchange(entry.isNotNeeded, false))
        m_journal.keep({PrintNotNeeded{.order = entry.id, .at = m_clock.now(), .isWithdrawn = true}});
    const Event *event = eventOf(entry);
    const Legal legal = m_data.legalOf(event);
    const TicketFacts facts(*sale, event, legal, m_format, m_counterName, m_systems);
    const Instant now = m_clock.now();
    PrintJob job = made(kind, profile);
    job.order = entry.id;
    job.copies = copies;
    begin(job,
          {.job = job.id,
           .profile = profile,
           .tickets = facts.tickets(copies),
           .receipt = kind == JobKind::Receipt ? std::optional(facts.receipt(entry.receipts(), now)) : std::nullopt,
           .mark = m_mark,
           .filePath = path,
           .printedAt = facts.printedAt(now)});
}

void PrintService::printTest(const PrinterProfile &profile)
{
    const PrintJob job = made(JobKind::Test, profile);
    begin(job, {.job = job.id, .profile = profile, .mark = m_mark});
}

void PrintService::begin(const PrintJob &job, const Drawing &drawing)
{
    remember(job);
    add(job, drawing.filePath).begin(drawing);
    Q_EMIT jobChanged(job.id);
    if (!job.order.isNull())
        Q_EMIT orderChanged(job.order);
}

// Jobs ---------------------------------------------------------------------------------------------------------------

RunningPrintJob &PrintService::add(const PrintJob &job, const QString &path)
{
    auto owned = std::make_unique<RunningPrintJob>(m_context, job);
    RunningPrintJob &running = *owned;
    m_running.insert_or_assign(job.id, std::move(owned));
    connect(&running, &RunningPrintJob::changed, this,
            [this, &running, path](const PrintJob &before) { onJob(before, running.job(), path); });
    connect(&running, &RunningPrintJob::notBegun, this, [this, id = job.id] { onNotBegun(id); });
    connect(&running, &RunningPrintJob::charactersMissing, this,
            [this, id = job.id](const QString &characters) { Q_EMIT charactersMissing(id, characters); });
    return running;
}

void PrintService::remember(const PrintJob &job)
{
    if (job.order.isNull()) {
        m_tests.insert(job.id, job);
        return;
    }
    OrderPrints &prints = madeEntry(job.order);
    for (const TicketCopy &copy : job.copies)
        prints.begun << copy.ticket;
    prints.isReceiptBegun = prints.isReceiptBegun || job.kind == JobKind::Receipt;
    const auto known = std::ranges::find(prints.jobs, job.id, &PrintJob::id);
    if (known == prints.jobs.end())
        prints.jobs << job;
    else
        *known = job;
}

void PrintService::onNotBegun(const QUuid &id)
{
    const auto it = m_running.find(id);
    if (it == m_running.end())
        return;
    const PrintJob gone = it->second->job();
    m_tests.remove(id);
    if (OrderPrints *known = entry(gone.order))
        known->jobs.removeIf([&id](const PrintJob &job) { return job.id == id; });
    m_sweep.start(Microseconds(0), [this] { sweep(); });
    Q_EMIT jobChanged(id);
    if (!gone.order.isNull())
        Q_EMIT orderChanged(gone.order);
    if (gone.kind == JobKind::File)
        Q_EMIT fileNotBegun(gone.order);
}

void PrintService::onJob(const PrintJob &before, const PrintJob &now, const QString &path)
{
    remember(now);
    const QList<JournalEntry> entries = QList<JournalEntry>{now} + m_blanks.takeFor(before, now);
    QList<HistoryEntry> lines = linesOf(before, now, receiptsOf(now.order), m_clock.now());
    const bool isDone = now.state == PrintJob::State::Done && before.state != PrintJob::State::Done;
    const bool isGivenUp = now.state == PrintJob::State::GivenUp && before.isOpen();
    lines << BlankStock::linesOf(entries);
    if (now.order.isNull())
        m_journal.keep(entries);
    else
        m_sales.note(now.order, lines, entries);
    if (now.isOver())
        m_sweep.start(Microseconds(0), [this] { sweep(); });
    Q_EMIT jobChanged(now.id);
    if (now.order.isNull())
        return;
    Q_EMIT orderChanged(now.order);
    if (isDone && now.kind == JobKind::File)
        endRefused(now.order);
    if (isDone && now.kind == JobKind::File && !path.isEmpty())
        Q_EMIT fileSaved(now.order, path);
    if (isGivenUp && now.kind == JobKind::File && now.trouble != PrintTrouble::Lost && !path.isEmpty())
        Q_EMIT fileNotSaved(now);
    OrderPrints *known = entry(now.order);
    if (known && now.isOver())
        takeBackRefunded(*known);
    if (known && known->isToPrint && !now.isOpen())
        printByItself(*known);
}

void PrintService::endRefused(const OrderId &order)
{
    const OrderPrints *known = entry(order);
    const QList<PrintJob> jobs = known ? known->jobs : QList<PrintJob>();
    for (const PrintJob &job : jobs) {
        if (job.kind == JobKind::Tickets && isRefused(job))
            giveUp(job.id);
    }
}

void PrintService::sweep()
{
    std::erase_if(m_running, [this](const auto &each) {
        const PrintJob &job = each.second->job();
        return job.isOver() || !this->job(job.id); // or not begun
    });
}

QList<PrintJob> PrintService::openJobs() const
{
    QList<PrintJob> open;
    for (const auto &[id, running] : m_running) {
        if (running->job().isOpen() && job(id))
            open << running->job();
    }
    std::ranges::stable_sort(open, {}, &PrintJob::at);
    return open;
}

std::optional<PrintJob> PrintService::job(const QUuid &id) const
{
    if (const auto test = m_tests.constFind(id); test != m_tests.cend())
        return *test;
    for (const auto &[order, known] : m_entries) {
        const auto it = std::ranges::find(known->jobs, id, &PrintJob::id);
        if (it != known->jobs.cend())
            return *it;
    }
    return std::nullopt;
}

void PrintService::giveUp(const QUuid &id)
{
    const auto it = m_running.find(id);
    if (it != m_running.end())
        it->second->giveUp();
}

void PrintService::settle(const QUuid &id, const QList<TicketId> &cameOut, int spoiled, const QString &reason)
{
    const std::optional<PrintJob> known = job(id);
    if (!known)
        return;
    const auto it = m_running.find(id);
    RunningPrintJob &running = it == m_running.end() ? add(*known) : *it->second;
    if (!running.settle(cameOut)) {
        m_sweep.start(Microseconds(0), [this] { sweep(); });
        return;
    }
    const BlankUse line{.queue = known->queue, .use = BlankUse::Use::Spoiled, .reason = reason, .job = id};
    const QList<JournalEntry> wasted = m_blanks.take(line, known->isNumbered ? spoiled : 0);
    if (wasted.isEmpty() || known->order.isNull())
        return m_journal.keep(wasted);
    m_sales.note(known->order, BlankStock::linesOf(wasted), wasted);
}

bool PrintService::askForEarlier(const PrintJob &job, Microseconds since) const
{
    bool areKnown = true;
    for (const auto &[id, running] : m_running) {
        const PrintJob &other = running->job();
        const bool isBefore = other.isNumbered && other.queue == job.queue && other.queueJob > 0 &&
                              other.queueJob < job.queueJob && !other.isOver();
        if (isBefore && !running->isAnsweredSince(since)) {
            running->ask();
            areKnown = false;
        }
    }
    return areKnown;
}

// Blanks -------------------------------------------------------------------------------------------------------------

BlankStock::Usage PrintService::usageOfBlanks(const QString &queue) const
{
    QList<PrintJob> jobs;
    for (const UnprintedOrder &order : unprinted()) // of what is not listed nobody is asked what came out
        std::ranges::copy_if(entry(order.order)->jobs, std::back_inserter(jobs), isToBeSettled);
    for (const auto &[id, running] : m_running) {
        if (!running->job().isOver() && !isRefused(running->job()))
            jobs << running->job();
    }
    jobs.removeIf([&queue](const PrintJob &job) { return !job.isNumbered || job.queue != queue; });
    return jobs.isEmpty()                        ? BlankStock::Usage::None
           : std::ranges::all_of(jobs, isHeldUp) ? BlankStock::Usage::Waiting
                                                 : BlankStock::Usage::Printing;
}

} // namespace okoshko
