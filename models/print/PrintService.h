// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Legal.h"
#include "models/domain/Print.h"
#include "models/journal/JournalStore.h"
#include "models/print/BlankStock.h"
#include "models/print/OrderPrints.h"
#include "models/print/PrintData.h"
#include "models/print/PrintPort.h"
#include "models/print/PrinterProfile.h"
#include "models/print/RunningPrintJob.h"
#include "models/print/UnprintedRecall.h"
#include "models/sale/Retry.h"
#include "models/sale/SaleService.h"
#include "models/tables/Format.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <map>
#include <memory>
#include <optional>

namespace okoshko {

class EventCatalogue;

/// Why a print request was not begun.
enum class PrintRefusal {
    None,
    NotPaid,
    Refunded,       ///< the order, or all of the tickets asked for
    NoBarcodes,     ///< no ticket has a barcode yet; they are asked again
    SameBarcode,    ///< the only tickets left have a barcode that another ticket of the order has, too
    NoPrinter,      ///< no printer profile prints this
    ToBeResolved,   ///< paid too late, or with fewer seats than paid for: a person resolves that first
    Busy,           ///< a job of this order is open: finish or give it up first
    NotTakenBack,   ///< a job given up may be at the print service, which does not answer: nothing on paper until then
    AlreadyPrinted, ///< print() of a printed order: use reprint()
    NotRecorded,    ///< the journal cannot be written, or was not read yet
    EventUnknown,   ///< a ticket needs its title, start and venue: it is asked for
    /// Legal data that the organiser's tickets have to carry are not known: ask the cashier, then
    /// PrintData::allowWithoutLegal().
    Incomplete,
};

/// The tickets of an order that are not printed, with the reason.
struct UnprintedOrder
{
    OrderId order;
    QList<TicketId> tickets;                      ///< none if only a job's copies are in question: isToBeSettled()
    std::optional<PrintJob> job;                  ///< of tickets: the last one to be settled, or else the last one
    QList<TicketId> withoutCode;                  ///< their barcode is not reported yet
    QList<TicketId> sameBarcode;                  ///< held back: the same barcode twice in the order
    PrintData::Lack lack = PrintData::Lack::None; ///< it is not printed by itself without
    bool willPrintByItself = false;               ///< once that, or its barcodes, are known
    bool mayBeAtPrinter = false;                  ///< a job given up may be there still: PrintRefusal::NotTakenBack
    bool isToBeResolved = false;                  ///< PrintRefusal::ToBeResolved
    bool isSentByEmail = false;                   ///< to the buyer by the vendor: paper is not expected

    friend bool operator==(const UnprintedOrder &, const UnprintedOrder &) = default;
};

/// Prints the tickets of paid orders, each ticket once, copies only when asked for; and remembers in the journal what
/// was printed.
///
/// A job is in the journal before it is passed to the print service, under its id as its name. Nothing is sent twice by
/// itself: after an unanswered call, and after a restart, the queue is asked for the job of that name; what it does not
/// know becomes a question to the cashier (PrintTrouble::Lost). By itself it prints only orders whose payment this
/// counter started, when it sees them become done while running. Independent of widgets, files, the print service and
/// the wall clock. Lives on the main thread.
///
/// A job that may have printed a ticket counts as a copy of it until settle() says otherwise: the next one is marked as
/// a duplicate.
class PrintService final : public QObject
{
    Q_OBJECT
public:
    /// All references must outlive this.
    PrintService(PrintQueue &queue, TicketDrawer &drawer, SaleService &sales, EventCatalogue &events,
                 SaleJournal &journal, TicketingApi &api, const ServerClock &clock, Scheduler &scheduler,
                 QObject *parent = nullptr);
    ~PrintService() override;

    /// \a mark: printed across every page (training, staging); empty in live selling.
    void setUp(const PrintSettings &settings, const QString &counterName, const Format &format, const QString &mark);
    [[nodiscard]] const PrintSettings &settings() const { return m_settings; }
    /// For their labels on receipts.
    void setPaymentSystems(const QList<PaymentSystem> &systems) { m_systems = systems; }

    // Orders.
    [[nodiscard]] PrintState stateOf(const OrderId &order) const;
    /// For the table and its counts: as stateOf(), but None for what is not printed and nobody expects here: of an
    /// order made elsewhere, of an event that is over, and where no printer prints tickets.
    [[nodiscard]] PrintState listedStateOf(const OrderId &order) const;
    /// The paid orders with tickets that are not printed, the oldest first: of this counter, from the journal, those
    /// whose event is not over; of those made elsewhere what was looked for here. Where no printer prints tickets only
    /// what has a job that needs the cashier. The sale of an order with a job of an earlier run may not be known yet.
    [[nodiscard]] QList<UnprintedOrder> unprinted() const;
    /// The same of one order, listed or not; nothing if its tickets are printed or not needed.
    [[nodiscard]] std::optional<UnprintedOrder> unprintedOf(const OrderId &order) const;
    /// Its sale is not to be forgotten: its tickets are not printed, or what became of a job is not known.
    [[nodiscard]] bool isNeeded(const OrderId &order) const;
    /// How often a ticket was printed, jobs that may have printed it included.
    [[nodiscard]] int copiesOf(const OrderId &order, const TicketId &ticket) const
    {
        const OrderPrints *known = entry(order);
        return known ? known->issues(ticket) : 0;
    }
    /// What is printed, as the server has it: to be read before a person prints. What is printed below is what is
    /// known.
    [[nodiscard]] PrintData &data() { return m_data; }
    /// Prints the tickets of \a order that were not printed yet, in one job, and a receipt if a profile prints it. Here
    /// and below, \a printer: the profile's name; empty: the first one that prints this.
    PrintRefusal print(const OrderId &order, const QString &printer = {});
    /// Prints \a tickets (empty: all of the order) again, each marked as a duplicate. The caller has asked the cashier.
    PrintRefusal reprint(const OrderId &order, const QList<TicketId> &tickets = {}, const QString &printer = {});
    /// How often the receipt was printed, jobs that may have printed it included: the next one is marked as a
    /// duplicate.
    [[nodiscard]] int receiptsOf(const OrderId &order) const
    {
        const OrderPrints *known = entry(order);
        return known ? known->receipts() : 0;
    }
    [[nodiscard]] bool isReceiptPrinted(const OrderId &order) const ///< for certain
    {
        const OrderPrints *known = entry(order);
        return known && known->isReceiptPrinted();
    }
    PrintRefusal printReceipt(const OrderId &order, const QString &printer = {});
    /// Tickets of \a order that were told to be refunded, and on paper, or perhaps.
    [[nodiscard]] int refundedOnPaperOf(const OrderId &order) const
    {
        const OrderPrints *known = entry(order);
        return known ? known->refundedOnPaper() : 0;
    }
    /// Writes the tickets into a PDF file, which counts as an issue like paper.
    PrintRefusal savePdf(const OrderId &order, const QString &path);
    /// Why savePdf() would be refused now. The tickets are not printed by themselves any more.
    PrintRefusal beginPdf(const OrderId &order);
    /// A person says that no tickets are needed.
    void setNotNeeded(const OrderId &order);

    // Jobs.
    /// Neither done nor given up, oldest first.
    [[nodiscard]] QList<PrintJob> openJobs() const;
    /// A job of this run, or of an order whose prints are known.
    [[nodiscard]] std::optional<PrintJob> job(const QUuid &id) const;
    /// Cancels the job at its queue; GivenUp once the queue reports it cancelled, at once if the queue does not have
    /// it.
    void giveUp(const QUuid &id);
    /// A person says which tickets of a failed, lost or given-up job came out; the others count as not printed. \a
    /// spoiled: blanks to be booked as spoiled, with \a reason. Without effect on a job that the queue still has: give
    /// it up first.
    void settle(const QUuid &id, const QList<TicketId> &cameOut, int spoiled, const QString &reason);
    void printTest(const PrinterProfile &profile);

    /// The numbered preprinted paper of the queues.
    [[nodiscard]] BlankStock &blanks() { return m_blanks; }
    [[nodiscard]] const BlankStock &blanks() const { return m_blanks; }

Q_SIGNALS:
    /// stateOf(), or what unprinted() has about it, has changed.
    void orderChanged(const okoshko::OrderId &order);
    void jobChanged(const QUuid &id);
    /// Reported for the first time: \a tickets that are on paper, or perhaps, are refunded.
    void refundedOnPaper(const okoshko::OrderId &order, int tickets);
    /// A document was drawn with □ in place of \a characters.
    void charactersMissing(const QUuid &id, const QString &characters);
    void fileSaved(const okoshko::OrderId &order, const QString &path);
    void fileNotBegun(const okoshko::OrderId &order); ///< the journal did not take the job
    void fileNotSaved(const okoshko::PrintJob &job);  ///< its reason; the tickets are printed, or not, as before

private:
    enum class By { Person, Itself };

    // Orders.
    void onSale(const OrderId &id);
    void forget(const OrderId &id);
    void readMissing();
    void take(const QList<OrderId> &orders, const Journaled<PrintRecord> &read);
    [[nodiscard]] OrderPrints *entry(const OrderId &id) const;
    [[nodiscard]] OrderPrints &madeEntry(const OrderId &id); ///< made if there is none
    /// What the buyer has got the money back for: jobs that go on are given up, and paper is told of, once.
    void takeBackRefunded(OrderPrints &entry);
    [[nodiscard]] PrintState stateOf(const OrderPrints &entry) const { return entry.stateOf(m_sales.sale(entry.id)); }
    /// Its tickets are to be printed at this counter.
    [[nodiscard]] bool isExpected(const OrderPrints &entry) const;
    /// PrintRefusal::ToBeResolved
    [[nodiscard]] bool isToBeResolved(const Sale *sale) const;
    [[nodiscard]] OrderPrints::Tickets ticketsOf(const OrderPrints &entry) const;
    [[nodiscard]] const Event *eventOf(const OrderPrints &entry) const { return m_data.knownEvent(eventIdOf(entry)); }
    [[nodiscard]] EventId eventIdOf(const OrderPrints &entry) const;
    /// Asks for what the tickets of an order of an earlier run have to carry.
    void prepare(OrderPrints &entry);
    /// As it is set up.
    [[nodiscard]] bool printsByItself() const
    {
        return m_settings.automatic == PrintSettings::Automatic::OnPaid &&
               m_settings.printerOf(PrinterProfile::Prints::Tickets);
    }
    void printByItself(OrderPrints &entry);
    /// Whether it is printed by itself.
    void setToPrint(OrderPrints &entry, bool isToPrint);
    void onData();
    /// Asks for missing barcodes after a pause, a bounded number of times.
    void askCodes(OrderPrints &entry);
    void askCodesNow(OrderPrints &entry);
    /// Why none of its tickets can be printed; missing barcodes are asked for.
    [[nodiscard]] PrintRefusal nothingPrintable(OrderPrints &entry);

    // Jobs.
    /// \a isInTheWay: the open jobs that have to end first. What its tickets lack is asked for.
    [[nodiscard]] PrintRefusal refusalOf(const OrderPrints &entry, bool (*isInTheWay)(const PrintJob &) = isOfTickets);
    [[nodiscard]] PrintRefusal print(OrderPrints &entry, By by, const QString &printer = {});
    /// A new job, without order and copies.
    [[nodiscard]] PrintJob made(PrintJob::Kind kind, const PrinterProfile &profile) const;
    void begin(OrderPrints &entry, PrintJob::Kind kind, const QList<TicketCopy> &copies, const PrinterProfile &profile,
               const QString &path = {});
    void begin(const PrintJob &job, const Drawing &drawing);
    RunningPrintJob &add(const PrintJob &job, const QString &path = {});
    void onJob(const PrintJob &before, const PrintJob &now, const QString &path);
    void onNotBegun(const QUuid &id);
    void remember(const PrintJob &job);
    /// The tickets of \a order are in a file: what was refused on paper is given up.
    void endRefused(const OrderId &order);
    void sweep();
    [[nodiscard]] BlankStock::Usage usageOfBlanks(const QString &queue) const;
    /// Whether it is known what became of the jobs of numbered blanks that the queue of \a job had before it: each has
    /// ended, or the queue has told since \a since that it has not. Asks for those of which it is not.
    [[nodiscard]] bool askForEarlier(const PrintJob &job, Microseconds since) const;
    void keepAll();

    SaleService &m_sales;
    SaleJournal &m_journal;
    const ServerClock &m_clock;
    Scheduler &m_scheduler;
    PrintContext m_context;
    PrintData m_data;
    UnprintedRecall m_recall;
    PrintSettings m_settings;
    QList<PaymentSystem> m_systems;
    QString m_counterName;
    Format m_format;
    QString m_mark;
    std::map<OrderId, std::unique_ptr<OrderPrints>> m_entries;
    std::map<QUuid, std::unique_ptr<RunningPrintJob>> m_running;
    QHash<QUuid, PrintJob> m_tests; ///< test jobs of this run
    BlankStock m_blanks;
    QList<OrderId> m_toRead; ///< until they are read
    Timer m_reading;         ///< collects the orders of one event loop iteration into one question
    Timer m_sweep;
    Retry m_readAgain;
};

} // namespace okoshko
