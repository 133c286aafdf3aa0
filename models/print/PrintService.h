// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Legal.h"
#include "models/domain/Print.h"
#include "models/print/PrintPort.h"
#include "models/print/PrinterProfile.h"

#include <QList>
#include <QObject>

#include <memory>
#include <optional>

namespace okoshko {

class EventCatalogue;
class Format;
class SaleJournal;
class SaleService;
class Scheduler;
class ServerClock;

/// Whether the tickets of an order are printed, for lists and pages.
enum class PrintState {
    None,       ///< the order is not paid, or its print state is unknown
    NotPrinted, ///< paid, and some tickets were neither printed nor declared as not needed
    Printing,
    Attention, ///< a job needs the cashier
    Printed,
    NotNeeded, ///< a person said that no tickets are needed, or the buyer has them by e-mail
};

/// Why a print request was not begun.
enum class PrintRefusal {
    None,
    NotPaid,
    NoBarcodes,     ///< no ticket has a barcode yet; they are asked again
    SameBarcode,    ///< the only tickets left have a barcode that another ticket of the order has, too
    NoPrinter,      ///< no printer profile prints this
    Busy,           ///< a job of this order is open: finish or give it up first
    AlreadyPrinted, ///< print() of a printed order: use reprint()
    NotRecorded,    ///< the journal cannot be written
};

/// The tickets of an order that are not printed, with the reason.
struct UnprintedOrder
{
    OrderId order;
    QList<TicketId> tickets;
    std::optional<PrintJob> job; ///< the last one
    QList<TicketId> withoutCode; ///< their barcode is not reported yet
    QList<TicketId> sameBarcode; ///< held back: the same barcode twice in the order

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
    [[nodiscard]] const PrintSettings &settings() const;

    // Orders.
    [[nodiscard]] PrintState stateOf(const OrderId &order) const;
    /// Orders with tickets that are not printed, the oldest first.
    [[nodiscard]] QList<UnprintedOrder> unprinted() const;
    /// How often a ticket was printed, jobs that may have printed it included.
    [[nodiscard]] int copiesOf(const OrderId &order, const TicketId &ticket) const;
    /// Prints the tickets of \a order that were not printed yet, in one job, and a receipt if a profile prints it.
    PrintRefusal print(const OrderId &order);
    /// Prints \a tickets (empty: all of the order) again, each marked as a duplicate. The caller has asked the cashier.
    PrintRefusal reprint(const OrderId &order, const QList<TicketId> &tickets = {});
    PrintRefusal printReceipt(const OrderId &order);
    /// Writes the tickets into a PDF file, which counts as an issue like paper.
    PrintRefusal savePdf(const OrderId &order, const QString &path);
    /// A person says that no tickets are needed.
    void setNotNeeded(const OrderId &order);

    // Jobs.
    [[nodiscard]] QList<PrintJob> openJobs() const;
    [[nodiscard]] std::optional<PrintJob> job(const QUuid &id) const;
    /// Cancels the job at its queue; GivenUp once the queue reports it cancelled.
    void giveUp(const QUuid &id);
    /// A person says which tickets of a failed, lost or given-up job came out; the others count as not printed. \a
    /// spoiled: blanks to be booked as spoiled, with \a reason.
    void settle(const QUuid &id, const QList<TicketId> &cameOut, int spoiled, const QString &reason);
    void printTest(const PrinterProfile &profile);

    // Blanks: the numbered preprinted paper of a queue.
    struct BlankRange
    {
        QString queue;
        qint64 first = 0, last = 0, next = 0;

        friend bool operator==(const BlankRange &, const BlankRange &) = default;
    };
    [[nodiscard]] std::optional<BlankRange> blanks(const QString &queue) const;
    void setBlanks(const QString &queue, qint64 first, qint64 last);
    void spoilBlanks(const QString &queue, int count, const QString &reason);

Q_SIGNALS:
    /// stateOf(), or what unprinted() has about it, has changed.
    void orderChanged(const okoshko::OrderId &order);
    void jobChanged(const QUuid &id);
    /// A document was drawn with □ in place of \a characters.
    void charactersMissing(const QUuid &id, const QString &characters);
    void fileSaved(const okoshko::OrderId &order, const QString &path);
    void blanksChanged(const QString &queue);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace okoshko
