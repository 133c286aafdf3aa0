// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/counter/Counter.h"
#include "models/print/NoPrinting.h"
#include "tests/support/DirectCatalogue.h"
#include "tests/unit/sale/MemoryStore.h"
#include "tests/unit/sale/ScriptedVendor.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace okoshko::test {

/// A counter: the rules of selling on a vendor, a journal and a time of the test's, and what they emitted. Its program
/// can be killed and started again; several counters can share a vendor and its key.
class CounterFixture
{
public:
    using Kind = ScriptedVendor::Kind;
    using Reached = ScriptedVendor::Reached;
    using What = HistoryEntry::What;

    /// One run of the program.
    struct Program
    {
        explicit Program(CounterFixture &fixture);

        ServerClock clock;
        Counter counter;
    };

    /// What was emitted in this run.
    struct Emitted
    {
        QList<OrderId> reserved;
        QList<ApiError> notReserved;
        int nothingLeft = 0;
        int searched = 0;
        QList<QList<Candidate>> unclear;
        QList<OrderId> pages;
        QList<std::pair<Step, ErrorKind>> failedSteps;
        int lists = 0;
        QList<ErrorKind> failedLists;
        int troubles = 0; ///< changes of SaleJournal::trouble()
        int ready = 0;
    };

    /// \a copy: where its events are kept from life to life.
    explicit CounterFixture(const catalogue::CatalogueWorker::Location &copy = {});
    /// Beside \a neighbour: the same vendor, key and time; a journal of its own.
    explicit CounterFixture(CounterFixture &neighbour);
    ~CounterFixture();

    void start(); ///< until it is ready, as far as the journal allows
    void kill();  ///< what is not committed is lost
    void restart(Microseconds downTime = std::chrono::seconds(2));
    void synchronise(); ///< an answer has told the server's time
    void pass(Microseconds time) { scheduler.pass(time); }
    void settle() { pass(std::chrono::milliseconds(100)); } ///< what is answered at once has been

    // What a cashier does. A step that is not accepted fails the test.
    [[nodiscard]] OrderId reserve(int count = 2);
    [[nodiscard]] OrderId reserveFree(); ///< nothing is to be paid for it
    [[nodiscard]] OrderId startPayment(const QString &system = QStringLiteral("platron/OTHER"));
    [[nodiscard]] OrderId startCash(); ///< a payment without a page: the seller collects
    void pay(const OrderId &id, const QString &system = QStringLiteral("platron/OTHER"));
    void cancel(const OrderId &id);
    void loadOrders();
    /// An order of another counter of the same key, which the list has told of.
    [[nodiscard]] OrderId loadOrderOfOthers(int count = 2);
    /// A create, whatever comes of it.
    SaleService::Attempt tryReservation(const ReserveRequest &request = wanting());
    /// A create that the cashier left while it was on the wire. Creates are held.
    SaleService::Attempt leaveReservation();
    /// A payment whose start is on the wire. Starts are held.
    [[nodiscard]] OrderId holdStart(const QString &system = QStringLiteral("platron/OTHER"));
    /// A payment whose start's answer is lost; whether the start \a reached the vendor.
    [[nodiscard]] OrderId loseStart(Reached reached, const QString &system = QStringLiteral("platron/OTHER"));
    /// A create whose answer is lost; whether it \a reached the vendor. Gives the attempt.
    SaleService::Attempt loseReservation(Reached reached, int count = 2);

    /// The disk has room again, and what waited for it is written.
    void freeDisk();

    [[nodiscard]] const Sale &sale(const OrderId &id) const; ///< fails the test where there is none
    [[nodiscard]] OrderStatus status(const OrderId &id) const { return sale(id).order.status; }
    [[nodiscard]] QList<What> story(const OrderId &id) const;
    [[nodiscard]] QList<Issue> issues(Issue::Kind kind) const;
    [[nodiscard]] qint64 onlyIssue() const; ///< the id of the one open issue; fails the test where it is not one
    [[nodiscard]] Counter &counter() const { return program->counter; }
    [[nodiscard]] SaleService &service() const { return program->counter.service; }
    [[nodiscard]] SaleJournal &journal() const { return program->counter.saleJournal; }
    [[nodiscard]] EventCatalogue &catalogue() const { return program->counter.catalogue; }

    std::shared_ptr<ManualScheduler> sharedScheduler;
    std::shared_ptr<ScriptedVendor> sharedVendor;
    ManualScheduler &scheduler;
    ScriptedVendor &vendor;
    MemoryStore store;
    DirectCatalogue knownEvents;
    Ticker ticker; ///< the test's
    NoPrinting noPrinting;

    // Of the lives that begin from now on.
    SalePolicy policy;
    QList<PaymentSystem> systems;
    Microseconds wallError{0}; ///< the computer's clock is so much ahead
    bool isSynchronised = true;
    PrintQueue *queue = nullptr; ///< null: there is no print service
    TicketDrawer *drawer = nullptr;
    QString partner = QStringLiteral("partner of the key");

    Emitted emitted;
    std::unique_ptr<Program> program;
};

/// A counter as it comes, started; a neighbour, if any, is a started one.
class StartedCounter : public CounterFixture
{
public:
    StartedCounter() { start(); }
    explicit StartedCounter(StartedCounter &neighbour)
        : CounterFixture(neighbour)
    {
        start();
    }
};

[[nodiscard]] QList<PaymentSystem> confirmedBy(PaymentSystem::Confirmation confirmation,
                                               const QString &name = QStringLiteral("api/BASE"));

/// An order that tells nothing but what \a fields says.
[[nodiscard]] Order only(Order order, Order::Fields fields);

[[nodiscard]] QList<OrderId> ids(const QList<Candidate> &candidates);
/// The orders that were shown last for a reservation whose answer is lost.
[[nodiscard]] QList<OrderId> shown(const CounterFixture &counter);
[[nodiscard]] OrderId firstShown(const CounterFixture &counter); ///< fails the test where there is none
/// A create whose answer is lost, and the order that is shown for it.
[[nodiscard]] std::pair<SaleService::Attempt, OrderId> loseAndShow(CounterFixture &counter);

} // namespace okoshko::test
