// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/print/PrintFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_printjobs {

namespace {

using State = PrintJob::State;
using Submit = FakePrinter::Submit;

} // namespace

/// What becomes of a job when printer, print service or program fail.
class PrintJobsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theJournalHasItBeforeTheQueue()
    {
        PrintFixture counter;
        counter.printer.onArrived = [&counter](const FakePrinter::Job &arrived) {
            QVERIFY(counter.store.jobs.contains(arrived.name));
        };
        counter.begin();
        static_cast<void>(counter.sell());
        counter.pass(2s);
        QCOMPARE(counter.printer.jobs.size(), std::size_t(1));
    }

    void troublesAreSaidAndPass_data()
    {
        QTest::addColumn<PrintTrouble>("trouble");
        QTest::newRow("paper") << PrintTrouble::PaperOut;
        QTest::newRow("cover") << PrintTrouble::CoverOpen;
        QTest::newRow("offline") << PrintTrouble::Offline;
        QTest::newRow("stopped") << PrintTrouble::Stopped;
        QTest::newRow("backend") << PrintTrouble::BackendFailed;
    }
    void troublesAreSaidAndPass()
    {
        QFETCH(PrintTrouble, trouble);
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = trouble;
        const OrderId id = counter.sell();
        counter.pass(5s);
        QCOMPARE(counter.state(id), PrintState::Attention);
        QCOMPARE(counter.open().trouble, trouble);
        QCOMPARE(counter.open().words, u"the printer says so"_s);
        QCOMPARE(counter.kept(id).trouble, trouble);
        const int before = counter.printer.finds;
        counter.pass(1min);
        QVERIFY(counter.printer.finds - before <= 13); // a growing pause
        counter.printer.troubles.clear();
        counter.pass(10s);
        QCOMPARE(counter.state(id), PrintState::Printed);
        QCOMPARE(counter.printer.submits, 1);
    }

    void aRefusedJobIsBegunAgainByAPerson_data()
    {
        QTest::addColumn<PrintTrouble>("trouble");
        for (const PrintTrouble trouble :
             {PrintTrouble::NoPrintService, PrintTrouble::NoSuchQueue, PrintTrouble::Rejecting,
              PrintTrouble::SizeUnsupported, PrintTrouble::TooLong, PrintTrouble::Other})
            QTest::addRow("%s", qPrintable(toWord(trouble))) << trouble;
    }
    void aRefusedJobIsBegunAgainByAPerson()
    {
        QFETCH(PrintTrouble, trouble);
        PrintFixture counter;
        counter.begin();
        counter.printer.refusals[u"roll"_s] = {.trouble = trouble, .words = u"no"_s};
        const OrderId id = counter.sell();
        counter.pass(1h);
        QCOMPARE(counter.printer.submits, 1); // not by itself
        QCOMPARE(counter.state(id), PrintState::Attention);
        QCOMPARE(counter.printing().print(id), PrintRefusal::Busy);
        counter.again();
        counter.pass(1min);
        QCOMPARE(counter.open().trouble, trouble);
        counter.printer.refusals.clear();
        counter.printing().settle(counter.open().id, {}, 0, {});
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.printer.paper.size(), 2);
        QCOMPARE(counter.printer.paper.constFirst().duplicate, 0);
    }

    /// What cannot be drawn is said as what it is.
    void aRefusalOfTheDrawerKeepsItsReason()
    {
        for (const PrintTrouble trouble :
             {PrintTrouble::NotDrawn, PrintTrouble::SizeUnsupported, PrintTrouble::TooLong}) {
            PrintFixture counter;
            counter.printer.drawFailure = PrintError{.trouble = trouble, .words = u"too wide"_s};
            counter.begin();
            const OrderId id = counter.sell();
            counter.pass(2s);
            QCOMPARE(counter.state(id), PrintState::Attention);
            QCOMPARE(counter.open().trouble, trouble);
            QCOMPARE(counter.open().words, u"too wide"_s);
            QCOMPARE(counter.printer.submits, 0);
        }
    }

    void aLostAnswerIsLookedUp()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.next = Submit::LostAfter;
        const OrderId id = counter.sell();
        counter.pass(3s);
        QCOMPARE(counter.state(id), PrintState::Printed);
        QCOMPARE(counter.printer.submits, 1);
        counter.printer.next = Submit::LostLate;
        const OrderId late = counter.sell();
        counter.pass(5s);
        QCOMPARE(counter.state(late), PrintState::Printed);
        QCOMPARE(counter.printer.submits, 2);
    }

    void whatTheQueueDoesNotKnowIsAQuestion()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.next = Submit::LostBefore;
        const OrderId id = counter.sell();
        counter.pass(1h);
        QCOMPARE(counter.state(id), PrintState::Attention);
        QCOMPARE(counter.open().trouble, PrintTrouble::Lost);
        QCOMPARE(counter.printer.submits, 1);
        const TicketId first = counter.tickets(id).constFirst();
        counter.printing().settle(counter.open().id, {first}, 0, {});
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QCOMPARE(counter.printing().unprinted().value(0).tickets, counter.tickets(id).mid(1));
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.printer.paper, QList<TicketCopy>({{counter.tickets(id).constLast(), 0}}));
        QCOMPARE(counter.printing().reprint(id), PrintRefusal::None); // only what came out is a duplicate
        QCOMPARE(counter.state(id), PrintState::Printing);
        counter.pass(2s);
        QCOMPARE(counter.printer.paper.mid(1), QList<TicketCopy>({{first, 1}, {counter.tickets(id).constLast(), 1}}));
    }

    void aJobWithoutItsDocumentIsCancelled()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.next = Submit::LostWithoutDocument;
        const OrderId id = counter.sell();
        counter.pass(5s);
        QCOMPARE(counter.printer.jobs.front().at.state, QueueJob::State::Canceled);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QVERIFY(counter.kept(id).settled);
        counter.pass(1h);
        QCOMPARE(counter.printer.submits, 1);
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.printer.paper.value(0).duplicate, 0);
    }

    void afterARestartTheQueueIsAsked()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        const OrderId id = counter.sell();
        counter.pass(1s);
        counter.again();
        counter.pass(1s);
        QCOMPARE(counter.state(id), PrintState::Attention);
        QCOMPARE(counter.open().trouble, PrintTrouble::PaperOut);
        counter.printer.troubles.clear();
        counter.pass(10s);
        QCOMPARE(counter.state(id), PrintState::Printed);
        QCOMPARE(counter.printer.submits, 1);
        QVERIFY(counter.printer.discarded.contains(counter.kept(id).id));
    }

    /// Killed while it was being drawn: nobody knows that it was not sent.
    void afterARestartAnUnknownJobIsAQuestion()
    {
        PrintFixture counter;
        counter.begin();
        counter.vendor.page.clear();
        const OrderId id = counter.reserve();
        counter.pay(id, u"api/BASE"_s);
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        while (counter.store.jobs.empty())
            counter.pass(1ms);
        counter.again();
        counter.pass(1min);
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.state(id), PrintState::Attention);
        QCOMPARE(counter.open().trouble, PrintTrouble::Lost);
        // … and while the print service does not answer, too.
        counter.printer.isDown = true;
        counter.again();
        counter.pass(1min);
        QCOMPARE(counter.open().trouble, PrintTrouble::Lost);
        counter.printing().settle(counter.open().id, counter.tickets(id), 0, {});
        QCOMPARE(counter.state(id), PrintState::Printed);
    }

    /// The queue can be stopped for days: the wish to give the job up outlives the program.
    void aGivenUpJobIsCancelledByTheNextRun()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::Stopped;
        const OrderId id = counter.sell();
        counter.pass(2s);
        counter.printer.isDown = true;
        counter.printing().giveUp(counter.open().id);
        counter.pass(2s);
        counter.again();
        counter.printer.isDown = false;
        counter.pass(1min);
        QVERIFY(counter.printing().openJobs().isEmpty());
        QCOMPARE(counter.kept(id).state, PrintJob::State::GivenUp);
        counter.printer.troubles.clear();
        counter.pass(1min);
        QVERIFY(counter.printer.paper.isEmpty());
    }

    /// While the print service does not answer the order goes on with a file, marked: the printer may print the job
    /// before it is cancelled.
    void aJobThatWaitsForTheServiceIsGivenUpForAFile()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        const OrderId id = counter.sell();
        counter.pass(2s);
        counter.printer.isDown = true;
        counter.pass(10s);
        QCOMPARE(counter.open().trouble, PrintTrouble::NoPrintService);
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::Busy);
        const QUuid job = counter.open().id;
        counter.printing().giveUp(job);
        counter.printing().settle(job, {}, 0, {}); // none came out
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QCOMPARE(counter.printing().print(id), PrintRefusal::NotTakenBack);
        QCOMPARE(counter.printing().reprint(id), PrintRefusal::NotTakenBack);
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::None);
        counter.pass(1s);
        QCOMPARE(counter.state(id), PrintState::Printed);
        QCOMPARE(counter.printer.paper.size(), 2);
        QCOMPARE(counter.printer.paper.constFirst().duplicate, 1);
        // The service is back, and would print it now.
        counter.printer.isDown = false;
        counter.pass(1min);
        counter.printer.troubles.clear();
        counter.pass(1min);
        QCOMPARE(counter.printer.jobs.front().at.state, QueueJob::State::Canceled);
        QCOMPARE(counter.printer.paper.size(), 2);
        QCOMPARE(counter.printing().reprint(id), PrintRefusal::None); // on paper, as before
        counter.pass(2s);
        QCOMPARE(counter.printer.paper.constLast().duplicate, 2); // no number twice
    }

    void noneCameOutIsAnsweredOnce_data()
    {
        QTest::addColumn<bool>("isLost"); // its number is not known, either
        QTest::addColumn<bool>("isKilled");
        QTest::newRow("given up") << false << false;
        QTest::newRow("given up, killed") << false << true;
        QTest::newRow("lost") << true << false;
        QTest::newRow("lost, killed") << true << true;
    }
    void noneCameOutIsAnsweredOnce()
    {
        QFETCH(bool, isLost);
        QFETCH(bool, isKilled);
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::Stopped;
        counter.printer.next = isLost ? Submit::LostAfter : Submit::Works;
        counter.printer.onArrived = [&](const FakePrinter::Job &) {
            counter.printer.isDown = isLost && counter.printer.jobs.size() == 1;
        };
        const OrderId id = counter.sell();
        counter.pass(2s);
        counter.printer.isDown = true;
        counter.pass(10s);
        const QUuid job = counter.open().id;
        if (!isLost)
            counter.printing().giveUp(job);
        counter.printing().settle(job, {}, 0, {});
        QVERIFY(counter.printing().job(job)->settled);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        counter.settle();
        if (isKilled)
            counter.again();
        counter.pass(1min);
        QVERIFY(counter.kept(id).settled);
        QVERIFY(counter.kept(id).isGivingUp);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QVERIFY(counter.printing().openJobs().isEmpty());
        QCOMPARE(counter.printing().copiesOf(id, counter.tickets(id).constFirst()), 1); // it may come out yet
        counter.printer.isDown = false;
        counter.pass(2min);
        counter.printer.troubles.clear();
        counter.pass(1min);
        QVERIFY(counter.printer.paper.isEmpty());
        QVERIFY(counter.kept(id).isOver());
        QCOMPARE(counter.printing().copiesOf(id, counter.tickets(id).constFirst()), 0);
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.printer.paper.size(), 2);
        QCOMPARE(counter.printer.paper.constFirst().duplicate, 0);
        QCOMPARE(counter.record(id), (QStringList{u"print_given_up"_s, u"printed"_s}));
    }

    /// What arrives late arrives while the question about it is under way: the answer before is no proof.
    void noneCameOutWaitsForALateAnswer()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        counter.printer.next = Submit::LostLate;
        const OrderId id = counter.sell();
        while (counter.printer.submits == 0)
            counter.pass(1ms);
        counter.pass(5ms);
        counter.printer.isDown = true;
        while (counter.open().trouble != PrintTrouble::Lost)
            counter.pass(10ms);
        counter.settle();
        counter.printer.isDown = false;
        counter.again(0ms);
        counter.pass(50ms);
        QVERIFY(counter.printer.jobs.empty());
        counter.printer.latency = 1s;
        counter.pass(2100ms);
        QCOMPARE(counter.printer.jobs.size(), 1U);
        counter.printing().settle(counter.open().id, {}, 0, {});
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QCOMPARE(counter.printing().print(id), PrintRefusal::NotTakenBack);
        counter.pass(1min);
        QCOMPARE(counter.printer.jobs.front().at.state, QueueJob::State::Canceled);
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(5s);
        QCOMPARE(counter.printer.jobs.size(), 2U);
    }

    /// The print service prints at its start before it can be asked.
    void whatComesOutAfterTheAnswerIsPrinted()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::Stopped;
        const OrderId id = counter.sell();
        counter.pass(2s);
        counter.printer.isDown = true;
        counter.pass(10s);
        const QUuid job = counter.open().id;
        counter.printing().giveUp(job);
        const TicketId first = counter.tickets(id).constFirst();
        counter.printing().settle(job, {first}, 0, {});
        QCOMPARE(counter.printing().unprinted().value(0).tickets, counter.tickets(id).mid(1));
        counter.printer.troubles.clear();
        counter.printer.ignoresCancel = true;
        counter.printer.isDown = false;
        counter.pass(2min);
        QCOMPARE(counter.state(id), PrintState::Printed);
        QCOMPARE(counter.kept(id).state, State::Done);
        QVERIFY(counter.kept(id).isOver());
        QCOMPARE(counter.record(id), (QStringList{u"print_given_up"_s, u"printed"_s, u"printed"_s}));
    }

    /// All came out, said while the service does not answer: it must not print them when it is back.
    void whatCameOutIsNotPrintedWhenTheServiceIsBack()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::Stopped;
        const OrderId id = counter.sell();
        counter.pass(2s);
        counter.printer.isDown = true;
        counter.pass(10s);
        const QUuid job = counter.open().id;
        counter.printing().giveUp(job);
        counter.printing().settle(job, counter.tickets(id), 0, {});
        QCOMPARE(counter.state(id), PrintState::Printed);
        counter.settle();
        counter.again();
        counter.printer.isDown = false;
        counter.pass(2min);
        counter.printer.troubles.clear();
        counter.pass(1min);
        QVERIFY(counter.printer.paper.isEmpty());
        QCOMPARE(counter.state(id), PrintState::Printed);
        QVERIFY(counter.kept(id).isOver());
    }

    /// Neither an end nor a reason is reported.
    void aSlowJobNeedsTheCashier()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.printing = 10min;
        const OrderId id = counter.sell();
        counter.pass(20s);
        QCOMPARE(counter.state(id), PrintState::Printing);
        counter.pass(12s); // 20 seconds, two for each page, and a pause between two questions
        QCOMPARE(counter.state(id), PrintState::Attention);
        QCOMPARE(counter.kept(id).trouble, PrintTrouble::Slow);
        QCOMPARE(counter.printing().unprinted().value(0).order, id);
        counter.again();
        counter.pass(1min);
        QCOMPARE(counter.open().trouble, PrintTrouble::Slow);
        counter.printing().giveUp(counter.open().id);
        counter.pass(10s);
        QCOMPARE(counter.printer.jobs.front().at.state, QueueJob::State::Canceled);
        QVERIFY(isToBeSettled(counter.kept(id)));
        const OrderId later = counter.sell();
        counter.pass(1min);
        QCOMPARE(counter.state(later), PrintState::Attention);
        counter.pass(10min);
        QCOMPARE(counter.state(later), PrintState::Printed); // it goes on by itself
        QCOMPARE(counter.kept(later).trouble, PrintTrouble::None);
    }

    void aReasonIsNotSlowness()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        counter.printer.printing = 15s;
        const OrderId id = counter.sell();
        counter.pass(2min);
        QCOMPARE(counter.open().trouble, PrintTrouble::PaperOut);
        counter.printer.troubles.clear();
        counter.pass(14s);
        QCOMPARE(counter.state(id), PrintState::Printing); // its time begins anew
        counter.pass(10s);
        QCOMPARE(counter.state(id), PrintState::Printed);
    }

    /// What came out of a job without a number is said while the print service does not answer.
    void anAnswerIsKeptAndBookedOnce()
    {
        PrintFixture counter;
        counter.settings.printers[0].blanks = PrinterProfile::Blanks::Numbered;
        counter.begin();
        counter.printing().blanks().setRange(u"roll"_s, 100, 199);
        counter.printer.next = Submit::LostAfter;
        counter.printer.onArrived = [&](const FakePrinter::Job &) { counter.printer.isDown = true; };
        const OrderId id = counter.sell(3);
        counter.pass(2s);
        counter.again();
        counter.pass(10s);
        const PrintJob lost = counter.open();
        QCOMPARE(lost.queueJob, 0);
        const TicketId first = counter.tickets(id).constFirst();
        for (int times = 0; times < 2; ++times)
            counter.printing().settle(lost.id, {first}, 1, u"torn"_s);
        counter.settle();
        QVERIFY(counter.kept(id).settled);
        QCOMPARE(counter.printing().unprinted().value(0).tickets, counter.tickets(id).mid(1));
        QCOMPARE(counter.printing().blanks().next(u"roll"_s), 102);
        counter.again();
        counter.printing().settle(lost.id, {first}, 1, u"torn"_s);
        counter.settle();
        QCOMPARE(counter.printing().blanks().next(u"roll"_s), 102);
    }

    void aGivenUpReprintIsAsked()
    {
        PrintFixture counter;
        counter.settings.printers[0].blanks = PrinterProfile::Blanks::Numbered;
        counter.begin();
        counter.printing().blanks().setRange(u"roll"_s, 100, 199);
        const OrderId id = counter.sell();
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed);
        const QUuid job = counter.printWithoutPaper(id);
        counter.printing().giveUp(job);
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Attention);
        counter.again();
        QCOMPARE(counter.state(id), PrintState::Attention);
        const UnprintedOrder asked = counter.printing().unprinted().value(0);
        QCOMPARE(asked.order, id);
        QVERIFY(asked.tickets.isEmpty());
        QVERIFY(asked.job && isToBeSettled(*asked.job));
        counter.printing().settle(job, {}, 1, u"torn"_s);
        QCOMPARE(counter.state(id), PrintState::Printed);
        QVERIFY(counter.printing().unprinted().isEmpty());
        QCOMPARE(counter.printing().blanks().next(u"roll"_s), 103);
        counter.printer.troubles.clear();
        QCOMPARE(counter.printing().reprint(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.printer.paper.constLast().duplicate, 1); // the first copy that came out
    }

    /// The reason why the paper was refused holds until the tickets are in a file.
    void aRefusedJobEndsWithTheFile()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.refusals[u"roll"_s] = {.trouble = PrintTrouble::SizeUnsupported};
        const OrderId id = counter.sell();
        counter.pass(2s);
        const auto paper = counter.open();
        counter.printer.drawFailure = PrintError{.trouble = PrintTrouble::NotDrawn, .words = u"no such folder"_s};
        QCOMPARE(counter.printing().savePdf(id, u"/nowhere/x.pdf"_s), PrintRefusal::None);
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::Busy); // one file at a time
        counter.pass(2s);
        QCOMPARE(counter.open(), paper);
        QCOMPARE(counter.state(id), PrintState::Attention);
        QVERIFY(counter.record(id).isEmpty());
        counter.printer.drawFailure.reset();
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed);
        QVERIFY(counter.printing().openJobs().isEmpty());
        QCOMPARE(counter.printer.paper.constFirst().duplicate, 0); // nothing had come out
        QVERIFY(counter.record(id).contains(u"print_given_up"_s));
    }

    void aGivenUpJobIsSeenCancelled()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        counter.printer.ignoresCancel = true;
        const OrderId id = counter.sell();
        counter.pass(2s);
        const PrintJob job = counter.open();
        counter.printing().settle(job.id, {}, 0, {}); // the queue has it still
        QCOMPARE(counter.open().id, job.id);
        counter.printing().giveUp(job.id);
        counter.pass(1min);
        QCOMPARE(counter.open().id, job.id); // accepted, and not done
        QCOMPARE(counter.printing().print(id), PrintRefusal::Busy);
        counter.printer.ignoresCancel = false;
        counter.pass(10s);
        QVERIFY(counter.printing().openJobs().isEmpty());
        QCOMPARE(counter.kept(id).state, State::GivenUp);
        QVERIFY(!counter.kept(id).settled);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        // Nobody has said what came out: it counts as copies.
        QCOMPARE(counter.printing().copiesOf(id, counter.tickets(id).constFirst()), 1);
        counter.again();
        QCOMPARE(counter.printing().copiesOf(id, counter.tickets(id).constFirst()), 1);
        counter.printing().settle(job.id, {}, 0, {});
        QCOMPARE(counter.printing().copiesOf(id, counter.tickets(id).constFirst()), 0);
        QCOMPARE(counter.record(id), QStringList{u"print_given_up"_s});
    }

    void givingUpMayComeTooLate()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(400ms);
        counter.printing().giveUp(counter.open().id);
        counter.printer.ignoresCancel = true;
        counter.pass(5s);
        QCOMPARE(counter.state(id), PrintState::Printed);
    }

    void jobsExpire()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::BackendFailed;
        const OrderId id = counter.sell();
        counter.pass(31min);
        QCOMPARE(counter.printer.jobs.front().at.state, QueueJob::State::Canceled);
        QCOMPARE(counter.state(id), PrintState::Attention);
        QCOMPARE(counter.open().trouble, PrintTrouble::Expired);
        counter.again();
        counter.pass(1min);
        QCOMPARE(counter.open().trouble, PrintTrouble::Expired); // until somebody says what came out
        counter.printing().settle(counter.open().id, {}, 0, {});
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
    }

    /// A receipt that did not come is told of, too, until a person has seen it.
    void aReceiptExpiresWithAWord()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(2s);
        counter.settings.printers[0].prints |= PrinterProfile::Prints::Receipts;
        counter.printing().setUp(counter.settings, u"Till 1"_s, Format(Format::Language::English), {});
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        QCOMPARE(counter.printing().printReceipt(id), PrintRefusal::None);
        counter.pass(31min);
        for (int run = 0; run < 2; ++run) {
            QCOMPARE(counter.open().trouble, PrintTrouble::Expired);
            QVERIFY(!counter.printing().isReceiptPrinted(id));
            counter.again();
        }
        counter.printing().giveUp(counter.open().id);
        QVERIFY(counter.printing().openJobs().isEmpty());
    }

    /// Nothing is printed after its time, whatever was known of the job meanwhile.
    void aJobThatWasLostExpires()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        counter.printer.next = Submit::LostAfter;
        counter.printer.onArrived = [&](const FakePrinter::Job &) { counter.printer.isDown = true; };
        static_cast<void>(counter.sell());
        counter.pass(31min);
        QCOMPARE(counter.open().trouble, PrintTrouble::Lost);
        counter.printer.isDown = false;
        counter.pass(2min);
        QCOMPARE(counter.printer.jobs.front().at.state, QueueJob::State::Canceled);
        QCOMPARE(counter.open().trouble, PrintTrouble::Expired);
        counter.printer.troubles.clear();
        counter.pass(1min);
        QVERIFY(counter.printer.paper.isEmpty());
    }

    void lastNightsJobIsCancelledInTheMorning()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::Offline;
        static_cast<void>(counter.sell());
        counter.pass(1s);
        counter.again(12h);
        counter.pass(2s);
        QCOMPARE(counter.printer.jobs.front().at.state, QueueJob::State::Canceled);
    }

    void aJobCancelledBySomebodyElseIsAQuestion()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        const OrderId id = counter.sell();
        counter.pass(1s);
        counter.printer.cancelAtService(counter.open().id);
        counter.pass(5s);
        QCOMPARE(counter.open().trouble, PrintTrouble::Canceled);
        QCOMPARE(counter.printing().print(id), PrintRefusal::Busy);
        counter.printing().giveUp(counter.open().id);
        QCOMPARE(counter.printing().copiesOf(id, counter.tickets(id).constFirst()), 1);
    }

    void aJobThatTheServiceBrokeOffTellsWhy()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        const OrderId id = counter.sell();
        counter.pass(1s);
        counter.printer.abortAtService(counter.open().id, u"the printer refuses the connection"_s);
        counter.pass(5s);
        for (int run = 0; run < 2; ++run) {
            QCOMPARE(counter.open().trouble, PrintTrouble::Canceled);
            QCOMPARE(counter.open().words, u"the printer refuses the connection"_s);
            counter.again();
            counter.pass(1min);
        }
        counter.printing().settle(counter.open().id, {}, 0, {});
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
    }

    void aDrawingThatHangsIsBegunAgain_data()
    {
        QTest::addColumn<bool>("isGivenUp"); // before its limit
        QTest::newRow("waited for") << false;
        QTest::newRow("given up") << true;
    }
    void aDrawingThatHangsIsBegunAgain()
    {
        QFETCH(bool, isGivenUp);
        PrintFixture counter;
        counter.begin();
        counter.printer.drawingTime = 1h;
        const OrderId id = counter.sell();
        counter.pass(10s);
        QCOMPARE(counter.state(id), PrintState::Printing);
        if (isGivenUp)
            counter.printing().giveUp(counter.open().id);
        counter.pass(20s);
        if (!isGivenUp) {
            QCOMPARE(counter.state(id), PrintState::Attention);
            QCOMPARE(counter.open().trouble, PrintTrouble::NotDrawn);
            QVERIFY(!counter.open().words.isEmpty());
            counter.printing().settle(counter.open().id, {}, 0, {});
        }
        QVERIFY(counter.printing().openJobs().isEmpty());
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        counter.printer.drawingTime = 0s;
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2h); // the first document comes
        QCOMPARE(counter.state(id), PrintState::Printed);
        QCOMPARE(counter.printer.submits, 1);
        QCOMPARE(counter.printer.paper.constFirst().duplicate, 0);
    }

    /// A dead network share: whether the file will be there is not known.
    void aFileThatHangsIsAQuestion_data()
    {
        QTest::addColumn<QString>("then");
        for (const char *then : {"it comes", "it fails", "it is given up", "another is saved"})
            QTest::newRow(then) << QString::fromLatin1(then);
    }
    void aFileThatHangsIsAQuestion()
    {
        QFETCH(QString, then);
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.begin();
        const OrderId id = counter.sell();
        QSignalSpy saved(&counter.printing(), &PrintService::fileSaved);
        QSignalSpy failed(&counter.printing(), &PrintService::fileNotSaved);
        counter.printer.drawingTime = 10min;
        QCOMPARE(counter.printing().savePdf(id, u"/share/x.pdf"_s), PrintRefusal::None);
        counter.pass(30s);
        QCOMPARE(counter.state(id), PrintState::Attention);
        QCOMPARE(counter.open().trouble, PrintTrouble::Lost);
        QCOMPARE(counter.kept(id).trouble, PrintTrouble::Lost);
        const QUuid job = counter.open().id;
        counter.printer.drawingTime = 0s;
        if (then == u"it fails")
            counter.printer.drawFailure = PrintError{.trouble = PrintTrouble::NotDrawn};
        if (then == u"it is given up")
            counter.printing().giveUp(job);
        if (then == u"another is saved") {
            counter.printing().settle(job, {}, 0, {});
            QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::None);
        }
        counter.pass(1h);
        QVERIFY(counter.printing().openJobs().isEmpty());
        QVERIFY(counter.printing().job(job)->isOver());
        const bool isThere = then == u"it comes" || then == u"another is saved";
        QCOMPARE(counter.state(id), isThere ? PrintState::Printed : PrintState::NotPrinted);
        QCOMPARE(counter.printing().job(job)->trouble, then == u"it comes"   ? PrintTrouble::None
                                                       : then == u"it fails" ? PrintTrouble::NotDrawn
                                                                             : PrintTrouble::Lost);
        QCOMPARE(saved.size(), isThere ? 1 : 0);
        QCOMPARE(failed.size(), then == u"it fails" ? 1 : 0); // otherwise it was told before
        // It may be there.
        const int copies = counter.printing().copiesOf(id, counter.tickets(id).constFirst());
        QCOMPARE(copies, then == u"it fails" ? 0 : 1);
    }

    void aForgottenJobIsAQuestion()
    {
        PrintFixture counter;
        counter.printer.forgets = true;
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(10s);
        QCOMPARE(counter.state(id), PrintState::Attention);
        QCOMPARE(counter.open().trouble, PrintTrouble::Lost);
    }

    void aFileWhoseEndIsNotKnownIsAQuestion()
    {
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.begin();
        const OrderId id = counter.sell();
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::None);
        while (counter.store.jobs.empty())
            counter.pass(1ms);
        counter.again();
        QCOMPARE(counter.open().trouble, PrintTrouble::Lost);
        counter.printing().settle(counter.open().id, {}, 0, {});
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QCOMPARE(counter.printing().copiesOf(id, counter.tickets(id).constFirst()), 0); // a person said so
    }

    /// Nobody has said that it was not written, or did not come out: what follows is marked.
    void whatMayExistIsFollowedByDuplicates()
    {
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.settings.printers[0].prints |= PrinterProfile::Prints::Receipts;
        counter.begin();
        const OrderId id = counter.sell();
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::None);
        while (counter.store.jobs.empty())
            counter.pass(1ms);
        counter.again();
        counter.printing().giveUp(counter.open().id);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QCOMPARE(counter.printing().copiesOf(id, counter.tickets(id).constFirst()), 1);

        counter.printer.next = Submit::LostBefore;
        QCOMPARE(counter.printing().printReceipt(id), PrintRefusal::None);
        counter.pass(1min);
        QCOMPARE(counter.open().trouble, PrintTrouble::Lost);
        counter.printing().settle(counter.open().id, {}, 0, {});
        QCOMPARE(counter.printing().receiptsOf(id), 1);
    }

    /// Killed between Create-Job and Send-Document: the print service has ended the job meanwhile.
    void aReceiptWithoutADocumentWasNotPrinted()
    {
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.settings.printers[0].prints |= PrinterProfile::Prints::Receipts;
        counter.begin();
        const OrderId id = counter.sell();
        counter.printer.next = Submit::LostWithoutDocument;
        QCOMPARE(counter.printing().printReceipt(id), PrintRefusal::None);
        while (counter.printer.jobs.empty())
            counter.pass(1ms);
        counter.printer.jobs.front().at.state = QueueJob::State::Canceled;
        counter.again();
        counter.pass(1min);
        QVERIFY(counter.printing().openJobs().isEmpty());
        QCOMPARE(counter.printing().receiptsOf(id), 0);
        QCOMPARE(counter.printing().printReceipt(id), PrintRefusal::None);
        counter.pass(2s);
        QVERIFY(!counter.printer.drawn.constLast().receipt->heading.constFirst().contains(u"DUPLICATE"));
    }

    /// Written again after the journal was damaged, it came back at the next start as a job that was never sent.
    void aJobThatWasNotRecordedIsNotWritten_data()
    {
        QTest::addColumn<bool>("isDamaged");
        QTest::newRow("the journal is damaged") << true;
        QTest::newRow("a person gives it up") << false;
    }
    void aJobThatWasNotRecordedIsNotWritten()
    {
        QFETCH(bool, isDamaged);
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.begin();
        const OrderId id = counter.sell();
        counter.store.commitTime = 1s;
        const auto refuse = [&counter] { counter.store.refusal = diskFull; };
        if (isDamaged) {
            counter.store.loseAll();
            connect(&counter.journal(), &SaleJournal::salvaged, this, refuse);
            counter.service().note(id, u"in the lobby"_s);
            counter.pass(100ms);
        }
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        if (!isDamaged) {
            counter.printing().giveUp(counter.open().id);
            refuse();
        }
        counter.pass(10s);
        QVERIFY(counter.store.refusal);
        QVERIFY(counter.printing().openJobs().isEmpty());
        counter.store.refusal.reset();
        counter.pass(2min);
        QVERIFY(counter.store.jobs.empty());
        QCOMPARE(counter.printer.submits, 0);
    }

    void missingCharactersAreSaid()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.missing = u"\u05D0"_s;
        QSignalSpy missing(&counter.printing(), &PrintService::charactersMissing);
        static_cast<void>(counter.sell());
        counter.pass(1s);
        QCOMPARE(missing.size(), 1);
        QCOMPARE(missing.constFirst().at(1).toString(), u"\u05D0"_s);
    }

    void thePrinterSeesNoPersonalData()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(1s);
        QCOMPARE(counter.printer.jobs.front().name, counter.kept(id).id);
    }
};

} // namespace okoshko::test::tst_printjobs

OKOSHKO_TEST(tst_printjobs, PrintJobsTest, QCoreApplication)
#include "tst_printjobs.moc"
