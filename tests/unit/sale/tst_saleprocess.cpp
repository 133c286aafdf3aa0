// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_saleprocess {

namespace {

using Kind = ScriptedVendor::Kind;
using Reached = ScriptedVendor::Reached;
using What = HistoryEntry::What;

} // namespace

/// One order: changes one after another, answers believed in the order of their questions, lost answers judged by
/// intent.
class SaleProcessTest : public QObject
{
    Q_OBJECT

private:
    static QString number(int n) { return QString::number(n); }

private Q_SLOTS:
    // H3: what is said on screen is what the journal holds -----------------------------------------------------------

    void h03_aRefusedCancelIsNotRepeatedAfterARestart()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.failNext(Kind::Cancel, answered(400));
        counter.cancel(id);
        QCOMPARE(counter.emitted.failedSteps, (QList{std::pair(Step::Cancel, ErrorKind::BadRequest)}));
        QCOMPARE(counter.sale(id).goal, SaleGoal::Sell); // the buyer goes on paying
        QCOMPARE(counter.store.sale(id)->goal, SaleGoal::Sell);
        counter.pass(1min);
        counter.restart();
        counter.pass(20min);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 1);
        counter.vendor.pay(id);
        counter.pass(1min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    void h03_theRefusalIsToldOnceItIsDurable()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.holdCalls(Kind::Cancel);
        counter.cancel(id);
        counter.store.commitTime = 2s;
        counter.vendor.fail(Kind::Cancel, answered(400));
        counter.pass(1s);
        QVERIFY(counter.emitted.failedSteps.isEmpty());
        QCOMPARE(counter.sale(id).goal, SaleGoal::Release);
        counter.pass(2s);
        QCOMPARE(counter.emitted.failedSteps.size(), 1);
        QCOMPARE(counter.sale(id).goal, SaleGoal::Sell);
    }

    /// The list brings something new while it is being written that the sale goes on.
    void h03_anAnswerThatComesMeanwhileDoesNotBringTheGoalBack()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.holdCalls(Kind::Cancel);
        counter.cancel(id);
        counter.store.commitTime = 2s;
        counter.vendor.fail(Kind::Cancel, answered(400));
        counter.vendor.at(id).value = Money::fromMinor(4200); // a fee was added
        counter.service().loadOrders();
        counter.pass(5s);
        QCOMPARE(counter.sale(id).order.value, Money::fromMinor(4200));
        QCOMPARE(counter.sale(id).goal, SaleGoal::Sell);
        counter.store.commitTime = 1ms;
        counter.pass(1s);
        QCOMPARE(counter.store.sale(id)->goal, SaleGoal::Sell);
        counter.vendor.answerAtOnce(Kind::Cancel);
        counter.restart();
        counter.pass(5min);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 1);
    }

    /// The same while the give-up itself is being written: a kill must not forget it.
    void h03_anAnswerThatComesMeanwhileDoesNotTakeTheGoalBack()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.store.commitTime = 1s;
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.vendor.at(id).value = Money::fromMinor(4200);
        counter.service().loadOrders();
        counter.vendor.failAll(Kind::Cancel, offline());
        counter.pass(2500ms);                               // the intent is durable, and what the list told behind it
        QCOMPARE(counter.sale(id).goal, SaleGoal::Release); // as shown
        counter.store.commitTime = 1ms;
        counter.kill();
        QCOMPARE(counter.store.sale(id)->goal, SaleGoal::Release);
    }

    void aStepThatCannotBeWrittenIsNeverSent_data()
    {
        QTest::addColumn<bool>("isHanging");
        QTest::newRow("full disk") << false;
        QTest::newRow("a disk that hangs") << true;
    }

    void aStepThatCannotBeWrittenIsNeverSent()
    {
        QFETCH(bool, isHanging);
        StartedCounter counter;
        const OrderId paid = counter.reserve();
        const OrderId given = counter.reserve();
        if (isHanging)
            counter.store.hang();
        else
            counter.store.refusal = diskFull;
        QCOMPARE(counter.service().pay(paid, {u"platron/OTHER"_s, {}}), Refusal::None);
        QCOMPARE(counter.service().cancel(given), Refusal::None);
        counter.pass(10100ms);
        QCOMPARE(counter.emitted.failedSteps.size(), 2);
        QVERIFY(counter.emitted.failedSteps.contains(std::pair(Step::StartPayment, ErrorKind::NotRecorded)));
        QVERIFY(counter.emitted.failedSteps.contains(std::pair(Step::Cancel, ErrorKind::NotRecorded)));
        QCOMPARE(counter.sale(given).goal, SaleGoal::Sell); // as it was said
        QVERIFY(!counter.sale(paid).inProgress);
        counter.store.resume();
        counter.store.refusal.reset();
        counter.pass(1min);
        QCOMPARE(counter.vendor.count(Kind::ChoosePayment), 0);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        QVERIFY(counter.store.openIntents().isEmpty());
        counter.restart();
        counter.pass(1min);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        QCOMPARE(counter.sale(given).goal, SaleGoal::Sell);
        counter.pay(paid); // and now it works
        QCOMPARE(counter.status(paid), OrderStatus::InProgress);
    }

    void h21_aStepIsDurableBeforeItIsSent()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.store.commitTime = 200ms;
        QCOMPARE(counter.service().pay(id, {u"platron/OTHER"_s, {}}), Refusal::None);
        QCOMPARE(counter.sale(id).inProgress, std::optional(Step::StartPayment));
        counter.pass(199ms);
        QCOMPARE(counter.vendor.count(Kind::ChoosePayment), 0);
        counter.pass(50ms);
        QCOMPARE(counter.vendor.count(Kind::StartPayment), 1);
        QCOMPARE(counter.store.openIntents().size(), 1);
    }

    // H4: the order of the questions --------------------------------------------------------------------------------

    void h04_anOlderAnswerNeverOverwritesANewerOne_data()
    {
        QTest::addColumn<bool>("isList");
        QTest::newRow("the list") << true;
        QTest::newRow("a reading") << false;
    }

    void h04_anOlderAnswerNeverOverwritesANewerOne()
    {
        QFETCH(bool, isList);
        const Kind kind = isList ? Kind::Orders : Kind::Order;
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.holdCalls(kind);
        if (isList)
            counter.service().loadOrders();
        else
            QCOMPARE(counter.service().refresh(id), Refusal::None);
        counter.vendor.takeEffect(kind); // it tells: executed
        counter.pay(id);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        counter.vendor.answer(kind);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.store.sale(id)->order.status, OrderStatus::InProgress);
        counter.vendor.answerAtOnce(kind);
        counter.vendor.pay(id);
        counter.pass(5s); // noticed at the pace of a payment
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    void h04_anAnswerThatComesWhileAChangeIsOnTheWireIsNotLearned()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.holdCalls(Kind::StartPayment);
        counter.vendor.holdCalls(Kind::Orders);
        counter.service().loadOrders();
        counter.vendor.takeEffect(Kind::Orders);
        counter.pay(id);
        counter.vendor.takeEffect(Kind::StartPayment);
        counter.vendor.at(id).value = Money::fromMinor(4200);
        counter.vendor.answer(Kind::StartPayment);
        const Money known = counter.sale(id).order.value;
        counter.vendor.answer(Kind::Orders);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.sale(id).order.value, known);
    }

    void h04_whatIsDoneStaysDone()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.holdCalls(Kind::Orders);
        counter.service().loadOrders();
        counter.vendor.takeEffect(Kind::Orders); // it tells: in_progress
        counter.vendor.pay(id);
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        counter.vendor.answer(Kind::Orders);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        counter.vendor.at(id).status = OrderStatus::InProgress; // an odd replica of the server
        QCOMPARE(counter.service().refresh(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    /// A step forward into a final state is believed at any age.
    void h04_anOldAnswerMayTellTheEnd()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.holdCalls(Kind::Orders);
        counter.service().loadOrders();
        counter.vendor.pay(id);
        counter.vendor.takeEffect(Kind::Orders); // it tells: done
        counter.vendor.telling[Kind::Order] = [](Order order) {
            order.status = OrderStatus::InProgress; // … and a replica that lags
            return order;
        };
        counter.pass(10s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        counter.vendor.answer(Kind::Orders);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.story(id).last(), What::PaidOnPage);
        counter.pass(1min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    // H5 ------------------------------------------------------------------------------------------------------------

    void h05_anUnknownWordKeepsTheOrderAliveAndAskedAbout_data()
    {
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("in one life") << false;
        QTest::newRow("after a restart") << true;
    }

    void h05_anUnknownWordKeepsTheOrderAliveAndAskedAbout()
    {
        QFETCH(bool, isRestarted);
        CounterFixture counter;
        counter.vendor.paymentHold = 12h;
        counter.start();
        const OrderId id = counter.startPayment();
        counter.vendor.at(id).status = OrderStatus::Unknown;
        counter.vendor.at(id).statusWord = u"charging"_s;
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::Unknown);
        QCOMPARE(counter.sale(id).order.statusWord, u"charging"_s); // it is said
        QVERIFY(counter.sale(id).isOpen());
        QCOMPARE(counter.service().confirm(id), Refusal::Forbidden);
        QCOMPARE(counter.service().cancel(id), Refusal::Forbidden);
        if (isRestarted)
            counter.restart();
        counter.vendor.requests.clear();
        counter.pass(5min);
        QVERIFY2(counter.vendor.count(Kind::Order, id) >= 10,
                 qPrintable(number(counter.vendor.count(Kind::Order, id))));
        counter.vendor.pay(id);
        counter.pass(35s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.story(id).last(), What::PaidOnPage);
    }

    // H7: durations are monotonic ----------------------------------------------------------------------------------

    void h07_holdsAreReleasedInTimeWhateverTheComputersClockSays_data()
    {
        QTest::addColumn<qint64>("seconds"); // that the clock is ahead
        QTest::newRow("three hours ahead") << qint64(3 * 3600);
        QTest::newRow("three hours behind") << qint64(-3 * 3600);
        QTest::newRow("years behind") << qint64(-10 * 365 * 86400LL);
    }

    void h07_holdsAreReleasedInTimeWhateverTheComputersClockSays()
    {
        QFETCH(qint64, seconds);
        CounterFixture counter;
        counter.wallError = std::chrono::seconds(seconds);
        counter.isSynchronised = false;
        counter.start();
        const OrderId given = counter.reserve();
        const OrderId held = counter.reserve();
        const OrderId paid = counter.startPayment();
        counter.vendor.failNext(Kind::Cancel, answered(503), Reached::No, 2);
        QCOMPARE(counter.service().cancel(given), Refusal::None);
        counter.pass(1s);
        counter.synchronise(); // the first Date
        counter.pass(1min);
        QCOMPARE(counter.vendor.status(given), OrderStatus::Canceled);
        counter.vendor.pay(paid);
        counter.pass(10s);
        QCOMPARE(counter.status(paid), OrderStatus::Done);
        counter.pass(10min);
        QCOMPARE(counter.status(held), OrderStatus::Expired);
    }

    void h07_whatWasGivenUpIsReleasedAtAStartWhateverTheComputersClockSays_data()
    {
        h07_holdsAreReleasedInTimeWhateverTheComputersClockSays_data();
    }

    void h07_whatWasGivenUpIsReleasedAtAStartWhateverTheComputersClockSays()
    {
        QFETCH(qint64, seconds);
        CounterFixture counter;
        counter.vendor.hold = 24h;
        counter.start();
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::Cancel, offline());
        counter.cancel(id);
        counter.kill();
        counter.wallError = std::chrono::seconds(seconds);
        counter.isSynchronised = false;
        counter.start();
        counter.pass(10s);
        QCOMPARE(counter.vendor.status(id), OrderStatus::Canceled);
    }

    void h07_aClockThatJumpsWhileSellingChangesNothing()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.pass(10s);
        const QList<Microseconds> jumps{3h, -3h, 5s};
        for (const Microseconds jump : jumps) {
            // An answer whose Date is wrong.
            counter.program->clock.addSample(counter.vendor.now() + jump, counter.scheduler.now(),
                                             counter.scheduler.now());
            counter.vendor.requests.clear();
            counter.pass(2min);
            const int asked = counter.vendor.count(Kind::Order, id);
            QVERIFY2(asked >= 2 && asked <= 70, qPrintable(number(asked)));
        }
        counter.synchronise();
        counter.vendor.pay(id);
        counter.pass(35s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    // H8, and the cashier goes first ---------------------------------------------------------------------------------

    void h08_aChangeIsSentAgainWithinHalfAMinute()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::ChoosePayment, answered(409, 3600s));
        counter.pay(id);
        QVERIFY(counter.sale(id).retryAt); // shown
        QVERIFY(*counter.sale(id).retryAt - counter.vendor.now() <= 30s);
        counter.pass(31s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.vendor.count(Kind::ChoosePayment), 2);
    }

    void h08_herOtherStepEndsThePause()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::ChoosePayment, answered(429, 3600s));
        counter.pay(id);
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
        counter.pass(1min);
        QCOMPARE(counter.vendor.count(Kind::ChoosePayment), 1);
        QVERIFY(counter.store.openIntents().isEmpty());
    }

    void h15_aCancelThatTheServerHangsUpOnThinsOutThoughTheLineComesBackEachTime()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.expires = false;
        counter.vendor.failAll(Kind::Cancel, lost());
        counter.cancel(id);
        for (int i = 0; i < 600; ++i) {
            counter.pass(1s);
            counter.service().retryNow();
        }
        QVERIFY2(counter.vendor.count(Kind::Cancel) <= 24,
                 qPrintable(QString::number(counter.vendor.count(Kind::Cancel))));
        counter.vendor.failNone();
        counter.pass(4min);
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
    }

    void h08_anotherWayToPayEndsThePause()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::ChoosePayment, answered(429, 3600s));
        counter.pay(id);
        counter.vendor.page.clear();
        counter.pay(id, u"api/BASE"_s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.sale(id).system, u"api/BASE"_s);
        QCOMPARE(counter.vendor.choices.last().system, u"api/BASE"_s);
        QVERIFY(counter.store.openIntents().isEmpty());
    }

    void h08_herSameStepAgainEndsThePause()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::Cancel, answered(409, 3600s));
        counter.cancel(id);
        QCOMPARE(counter.vendor.status(id), OrderStatus::Executed);
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
    }

    void h08_theOrderCanBeReadWhileAChangeWaits()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::Cancel, answered(409, 3600s));
        counter.cancel(id);
        const int before = counter.vendor.count(Kind::Order, id);
        QCOMPARE(counter.service().refresh(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::Order, id), before + 1);
    }

    void h08_conflictsAreBounded()
    {
        CounterFixture counter;
        counter.vendor.expires = false;
        counter.start();
        const OrderId id = counter.reserve();
        counter.vendor.failAll(Kind::ChoosePayment, answered(409));
        QCOMPARE(counter.service().pay(id, {u"platron/OTHER"_s, {}}), Refusal::None);
        counter.pass(15min);
        QVERIFY(counter.vendor.count(Kind::ChoosePayment) <= 12);
        QCOMPARE(counter.emitted.failedSteps, (QList{std::pair(Step::StartPayment, ErrorKind::Conflict)}));
        QVERIFY(!counter.sale(id).inProgress);
        QVERIFY(counter.store.openIntents().isEmpty());
    }

    void h08_noPauseOutlastsTheHold()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.pass(9min + 50s);
        counter.vendor.failNext(Kind::ChoosePayment, answered(429, 30s), Reached::No, 2);
        counter.pay(id);
        QVERIFY(counter.sale(id).retryAt);
        QVERIFY(*counter.sale(id).retryAt <= *counter.sale(id).order.reservedTill);
    }

    void h08_aReadingIsBlindForHalfAMinuteAtMost()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.failNext(Kind::Order, answered(429, 3600s));
        counter.pass(3s);
        counter.vendor.pay(id);
        counter.pass(32s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    void h08_aReadingIsNotBlindBeyondTheHold()
    {
        CounterFixture counter;
        counter.vendor.paymentHold = 10s;
        counter.start();
        const OrderId id = counter.startPayment();
        counter.vendor.failNext(Kind::Order, answered(429, 30s));
        counter.pass(11s);
        QCOMPARE(counter.status(id), OrderStatus::Expired);
    }

    void h08_herReadingGoesFirst()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.failNext(Kind::Order, answered(429, 3600s));
        counter.pass(3s);
        counter.vendor.pay(id);
        QCOMPARE(counter.service().refresh(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    void aStepWhileAnotherIsOnTheWireIsNext()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.holdCalls(Kind::ChoosePayment);
        counter.pay(id);
        QCOMPARE(counter.service().pay(id, {u"platron/OTHER"_s, {}}), Refusal::Busy);
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        QCOMPARE(counter.sale(id).next, std::optional(Step::Cancel)); // shown
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        counter.vendor.answer(Kind::ChoosePayment);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::StartPayment), 0); // she wants something else
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
        QVERIFY(!counter.sale(id).next);
    }

    /// Else she gives back money that the server books as taken.
    void nothingIsCancelledWhileTheMoneyIsConfirmed()
    {
        StartedCounter counter;
        counter.vendor.page.clear();
        const OrderId id = counter.startPayment();
        counter.vendor.holdCalls(Kind::Confirm);
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.service().cancel(id), Refusal::Confirming);
        counter.vendor.answer(Kind::Confirm);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
    }

    void aStepWhileAnotherMeetsABusyServerIsNext()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.holdCalls(Kind::ChoosePayment);
        counter.pay(id);
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.vendor.fail(Kind::ChoosePayment, answered(409, 3600s));
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Canceled); // at once
        QCOMPARE(counter.vendor.count(Kind::ChoosePayment), 1);
    }

    void aStepWhileAnotherTimesOutIsNext()
    {
        StartedCounter counter;
        const OrderId id = counter.holdStart();
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.pass(30s);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        counter.vendor.takeEffect(Kind::StartPayment);
        counter.vendor.fail(Kind::StartPayment, lost());
        counter.pass(1s);
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
        QVERIFY(counter.emitted.pages.isEmpty());
    }

    /// What stands at the server is read before a payment that is out is cancelled, or confirmed where it is not known
    /// whether there is a page. A reading is no change: her other step ends it.
    void aStepDoesNotWaitForTheReadingBeforeAnother()
    {
        StartedCounter counter;
        counter.vendor.page.clear();
        const OrderId id = counter.loseStart(Reached::Yes, u"api/BASE"_s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        counter.vendor.holdCalls(Kind::Order);
        QCOMPARE(counter.service().confirm(id, PageSeen::No), Refusal::None);
        counter.settle();
        QCOMPARE(counter.vendor.waiting(Kind::Order), 1);
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        QCOMPARE(counter.sale(id).inProgress, std::optional(Step::Cancel));
        counter.vendor.answerAll(Kind::Order);
        counter.pass(1s);
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
        QCOMPARE(counter.vendor.count(Kind::Confirm), 0);
    }

    void aReadingThatFailsBeforeACancelEndsTheStepAndIsTriedAgain()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.failNext(Kind::Order, answered(503));
        counter.cancel(id);
        QCOMPARE(counter.emitted.failedSteps.size(), 1);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        counter.pass(20s);
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
        QCOMPARE(counter.story(id).last(), What::Canceled);
    }

    // H9, H15: attempts without progress ------------------------------------------------------------------------------

    void h09_aReleaseThatTheServerDoesNotKnowThinsOut()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.forget(id);
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.pass(1h);
        QVERIFY2(counter.vendor.count(Kind::Cancel) <= 8, qPrintable(number(counter.vendor.count(Kind::Cancel))));
        QVERIFY2(counter.vendor.count(Kind::Order) <= 40, qPrintable(number(counter.vendor.count(Kind::Order))));
        QCOMPARE(counter.store.record(id).count(u"step_failed"_s), 1);
        QCOMPARE(counter.emitted.failedSteps.size(), 1); // one sound
    }

    void h09_aReleaseWithoutALineThinsOut()
    {
        CounterFixture counter;
        counter.vendor.expires = false;
        counter.start();
        const OrderId id = counter.reserve();
        counter.vendor.failAll(Kind::Cancel, offline());
        counter.vendor.failAll(Kind::Order, offline());
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.pass(12h); // over night
        const int cancels = counter.vendor.count(Kind::Cancel);
        QVERIFY2(cancels >= 12 && cancels <= 12 * 30, qPrintable(number(cancels)));
        QCOMPARE(counter.store.record(id).count(u"step_failed"_s), 1);
        QCOMPARE(counter.emitted.failedSteps.size(), 1);
        counter.vendor.failNone();
        counter.pass(5min); // cancelled within five minutes after the faults stop
        QCOMPARE(counter.vendor.status(id), OrderStatus::Canceled);
    }

    void h09_aReleaseThatCannotBeWrittenThinsOut_data()
    {
        QTest::addColumn<QString>("when");
        QTest::newRow("of a create that was left") << u"left"_s;
        QTest::newRow("after a restart") << u"restart"_s;
        QTest::newRow("that had failed before") << u"failed"_s;
    }

    void h09_aReleaseThatCannotBeWrittenThinsOut()
    {
        QFETCH(QString, when);
        CounterFixture counter;
        counter.vendor.expires = false;
        counter.start();
        OrderId id;
        if (when == u"left") {
            counter.leaveReservation();
            counter.store.refusal = diskFull;
            counter.vendor.answer(Kind::Reserve);
        } else {
            id = counter.reserve();
            counter.vendor.failNext(Kind::Cancel, offline());
            counter.vendor.failNext(Kind::Order, offline(), Reached::No, 2);
            QCOMPARE(counter.service().cancel(id), Refusal::None);
            counter.pass(1s);
            if (when == u"restart") {
                counter.vendor.failNone();
                counter.vendor.holdCalls(Kind::Order);
                counter.restart(1s);
                counter.store.refusal = diskFull;
                counter.vendor.answerAll(Kind::Order);
            }
            counter.store.refusal = diskFull;
        }
        counter.emitted.failedSteps.clear();
        const int writes = counter.store.writes;
        counter.pass(1s);
        QVERIFY2(counter.store.writes - writes <= 10, qPrintable(number(counter.store.writes - writes)));
        counter.pass(10min);
        // The outbox itself is tried every ten seconds.
        QVERIFY2(counter.store.writes - writes <= 100, qPrintable(number(counter.store.writes - writes)));
        QVERIFY2(counter.emitted.failedSteps.size() <= 1,
                 qPrintable(number(static_cast<int>(counter.emitted.failedSteps.size()))));
        counter.store.refusal.reset();
        counter.pass(5min);
        QCOMPARE(counter.vendor.status(counter.vendor.all().first()), OrderStatus::Canceled);
    }

    void aReadingThatIsRefusedIsNoRefusedCancel()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.failNext(Kind::Order, answered(403));
        counter.cancel(id);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0); // what stands there was not told
        counter.pass(5min);
        QCOMPARE(counter.vendor.status(id), OrderStatus::Canceled);
    }

    /// The first cancel, whose answer was lost, takes effect late; the second is refused, for there is nothing left.
    void h17_aCancelThatWasDoneAlreadyIsNoFailure()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::Cancel, lost());
        counter.cancel(id);
        QCOMPARE(counter.emitted.failedSteps.size(), 1); // the lost answer
        counter.vendor.holdCalls(Kind::Order);
        counter.pass(3s); // a reading is under way
        counter.vendor.at(id).status = OrderStatus::Canceled;
        counter.pass(4s);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 1); // what became of the first is read before a second is sent
        counter.vendor.answerAll(Kind::Order);
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
        QCOMPARE(counter.story(id).last(), What::Canceled);
        QVERIFY(counter.store.openIntents().isEmpty());
        QCOMPARE(counter.emitted.failedSteps.size(), 1);
        QCOMPARE(counter.store.sale(id)->goal, SaleGoal::Release);
    }

    void h15_aCancelThatChangesNothingThinsOut()
    {
        CounterFixture counter;
        counter.vendor.cancelsAtOnce = false;
        counter.vendor.paymentHold = 12h;
        counter.start();
        const OrderId id = counter.startPayment();
        counter.vendor.requests.clear();
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.pass(2min);
        QVERIFY2(counter.vendor.count(Kind::Cancel) <= 7, qPrintable(number(counter.vendor.count(Kind::Cancel))));
        QVERIFY2(counter.vendor.count(Kind::Order) <= 60, qPrintable(number(counter.vendor.count(Kind::Order))));
        counter.vendor.requests.clear();
        counter.pass(2h);
        const int cancels = counter.vendor.count(Kind::Cancel);
        QVERIFY2(cancels >= 2 && cancels <= 60, qPrintable(number(cancels)));
        QVERIFY2(counter.vendor.count(Kind::Order) <= 600, qPrintable(number(counter.vendor.count(Kind::Order))));
        counter.vendor.cancelsAtOnce = true;
        counter.pass(5min);
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
        QCOMPARE(counter.store.record(id).count(u"step_failed"_s), 0);
    }

    void h15_h17_aCancelThatTakesEffectLateIsOurs()
    {
        CounterFixture counter;
        counter.vendor.cancelsAtOnce = false;
        counter.vendor.paymentHold = 12h;
        counter.start();
        const OrderId id = counter.startPayment();
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        // Until a cancel was answered so long ago that the pause before the next is longer than an effect is awaited.
        counter.pass(10min);
        const int cancels = counter.vendor.count(Kind::Cancel);
        while (counter.vendor.count(Kind::Cancel) == cancels)
            counter.pass(1s);
        counter.pass(90s);
        counter.vendor.at(id).status = OrderStatus::Canceled;
        QCOMPARE(counter.service().refresh(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
        const What told = counter.story(id).last();
        QVERIFY(told == What::Canceled || told == What::CanceledUnknown);
    }

    // H14: absent is not told ----------------------------------------------------------------------------------------

    void h14_aTerseAnswerTakesNothingAway_data()
    {
        QTest::addColumn<int>("fields");
        QTest::newRow("{}") << 0;
        QTest::newRow("id and status") << static_cast<int>(Order::Field::Status);
        QTest::newRow("status and payment")
            << static_cast<int>(Order::Field::Status) + static_cast<int>(Order::Field::Payment);
    }

    void h14_aTerseAnswerTakesNothingAway()
    {
        QFETCH(int, fields);
        StartedCounter counter;
        const OrderId id = counter.reserve();
        const Order before = counter.sale(id).order;
        const auto tersely = [fields](const Order &order) { return only(order, Order::Fields(QFlag(fields))); };
        counter.vendor.telling = {
            {Kind::ChoosePayment, tersely}, {Kind::StartPayment, tersely}, {Kind::Cancel, tersely}};
        counter.pay(id);
        counter.pass(3s);
        const Order &after = counter.sale(id).order;
        QCOMPARE(after.status, OrderStatus::InProgress);
        QCOMPARE(after.tickets, before.tickets);
        QCOMPARE(after.value, before.value);
        QCOMPARE(after.number, before.number);
        QCOMPARE(after.createdAt, before.createdAt);
        QVERIFY(counter.journal().issues().isEmpty());
        QVERIFY(counter.story(id).contains(What::PaymentStarted));
        QVERIFY(!counter.story(id).contains(What::StartedElsewhere));
        QCOMPARE(counter.emitted.pages, QList{id}); // the page is opened, whichever answer told of it
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.pass(3s);
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
        // A yes that tells no state proves nothing: the buyer, who had a page, may have declined meanwhile.
        const bool isStatusTold = Order::Fields(QFlag(fields)).testFlag(Order::Field::Status);
        QCOMPARE(counter.story(id).last(), isStatusTold ? What::Canceled : What::CanceledUnknown);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 1);
        QCOMPARE(counter.sale(id).order.tickets, before.tickets);
        QVERIFY(counter.store.openIntents().isEmpty());
    }

    void h14_aTerseListTakesNothingAway()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        const Order before = counter.sale(id).order;
        counter.vendor.telling[Kind::Orders] = [](const Order &order) {
            return only(order, Order::Fields(Order::Field::CreatedAt));
        };
        counter.loadOrders();
        QCOMPARE(counter.sale(id).order, before);
    }

    // H16 ------------------------------------------------------------------------------------------------------------

    void h16_aForbiddenStepEndsThatStepAlone()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::ChoosePayment, answered(403));
        counter.vendor.holdCalls(Kind::Order); // so that no good answer follows
        counter.pay(id);
        QCOMPARE(counter.emitted.failedSteps, (QList{std::pair(Step::StartPayment, ErrorKind::Forbidden)}));
        QCOMPARE(counter.status(id), OrderStatus::Executed);
        counter.pay(id, u"api/BASE"_s); // another way to pay
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        static_cast<void>(counter.reserve());
    }

    void h16_aRefusedKeyStopsTheCounterAndStillReleases()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        const OrderId other = counter.reserve();
        counter.vendor.failNext(Kind::ChoosePayment, answered(401));
        counter.pay(id);
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::KeyRefused);
        QCOMPARE(counter.service().cancel(other), Refusal::None); // that does no harm
        counter.settle();
        QCOMPARE(counter.status(other), OrderStatus::Canceled); // answered: the key is right again
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::None);
    }

    // Lost answers, judged by intent (H17) ---------------------------------------------------------------------------

    void h17_aLostStartIsFoundOut_data()
    {
        QTest::addColumn<bool>("isReached");
        QTest::newRow("it took effect") << true;
        QTest::newRow("it did not") << false;
    }

    void h17_aLostStartIsFoundOut()
    {
        QFETCH(bool, isReached);
        StartedCounter counter;
        const OrderId id = counter.loseStart(isReached ? Reached::Yes : Reached::No);
        QCOMPARE(counter.vendor.count(Kind::StartPayment), 1);
        if (isReached) {
            QCOMPARE(counter.status(id), OrderStatus::InProgress);
            QCOMPARE(counter.story(id).last(), What::PaymentStarted);
            QCOMPARE(counter.emitted.pages, QList{id});
            QVERIFY(counter.service().openIntents(id).isEmpty());
        } else {
            QCOMPARE(counter.status(id), OrderStatus::Executed);
            QCOMPARE(counter.service().openIntents(id).size(), 1); // a slow server may still act on it
            counter.pass(80s);
            QVERIFY(counter.service().openIntents(id).isEmpty());
            QCOMPARE(counter.store.outcome(Intent::Verb::StartPayment), std::optional(IntentResult::Refused));
            QVERIFY(!counter.story(id).contains(What::PaymentStarted));
        }
        QCOMPARE(counter.emitted.failedSteps.size(), 1);
        QVERIFY(counter.journal().issues().isEmpty());
    }

    void aLostStartIsAskedForAgainAtOnce_data()
    {
        QTest::addColumn<bool>("isReached");
        QTest::newRow("it was done") << true;
        QTest::newRow("it was not") << false;
    }

    /// What the order has become is read first: neither is the way to pay chosen under a buyer who is paying, nor is
    /// the payment started twice.
    void aLostStartIsAskedForAgainAtOnce()
    {
        QFETCH(bool, isReached);
        StartedCounter counter;
        counter.vendor.holdCalls(Kind::Order);
        const OrderId id = counter.loseStart(isReached ? Reached::Yes : Reached::No);
        QCOMPARE(counter.status(id), OrderStatus::Executed); // as far as is known
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::None);
        counter.settle();
        QCOMPARE(counter.vendor.choices.size(), 1);
        counter.vendor.answerAll(Kind::Order);
        counter.settle();
        QCOMPARE(counter.vendor.choices.size(), isReached ? 1 : 2);
        QCOMPARE(counter.vendor.count(Kind::StartPayment), isReached ? 1 : 2);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.emitted.pages, QList{id});
        counter.pass(2min);
        QVERIFY(counter.service().openIntents(id).isEmpty());
        QVERIFY(counter.journal().issues().isEmpty());
    }

    /// … and who says that it is paid is not forgotten where the second one certainly comes to nothing.
    void whoConfirmsALostStartStaysKnown()
    {
        CounterFixture counter;
        counter.systems = confirmedBy(PaymentSystem::Confirmation::Server);
        counter.start();
        counter.vendor.page.clear();
        counter.vendor.holdCalls(Kind::Order);
        const OrderId id = counter.loseStart(Reached::Yes, u"api/BASE"_s);
        counter.vendor.answerAtOnce(Kind::Order);
        counter.vendor.failNext(Kind::Order, offline());
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::None);
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.sale(id).confirmedBy, ConfirmedBy::Server);
        QCOMPARE(counter.sale(id).collecting(), Sale::Collecting::No);
    }

    void h17_aLostConfirmationOfCashIsTheCashiers_data()
    {
        QTest::addColumn<bool>("isKilled");
        QTest::newRow("lost on the way") << false;
        QTest::newRow("the program was killed") << true;
    }

    void h17_aLostConfirmationOfCashIsTheCashiers()
    {
        QFETCH(bool, isKilled);
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.holdCalls(Kind::Confirm);
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        counter.vendor.takeEffect(Kind::Confirm);
        if (isKilled)
            counter.restart();
        else
            counter.vendor.fail(Kind::Confirm, lost());
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.story(id).last(), What::Collected);
        QCOMPARE(counter.store.record(id).last(), u"collected"_s);
        QCOMPARE(counter.vendor.count(Kind::Confirm), 1);
    }

    void h17_aLostCancelIsOursWhereNobodyElseCould_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<int>("told");
        QTest::newRow("of a hold") << u"hold"_s << static_cast<int>(What::Canceled);
        QTest::newRow("of a payment in cash") << u"cash"_s << static_cast<int>(What::Canceled);
        QTest::newRow("of a payment on a page") << u"page"_s << static_cast<int>(What::CanceledUnknown);
    }

    void h17_aLostCancelIsOursWhereNobodyElseCould()
    {
        QFETCH(QString, way);
        QFETCH(int, told);
        StartedCounter counter;
        const OrderId id = way == u"hold"   ? counter.reserve()
                           : way == u"cash" ? counter.startCash()
                                            : counter.startPayment();
        counter.vendor.failNext(Kind::Cancel, lost(), Reached::Yes);
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.pass(3s);
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
        QCOMPARE(static_cast<int>(counter.story(id).last()), told);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 1);
    }

    void h17_whatNobodyHereDidIsNotOurs_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<OrderStatus>("to");
        QTest::addColumn<int>("told");
        QTest::newRow("the bank declined")
            << u"page"_s << OrderStatus::Canceled << static_cast<int>(What::CanceledInPayment);
        QTest::newRow("the buyer paid") << u"page"_s << OrderStatus::Done << static_cast<int>(What::PaidOnPage);
        QTest::newRow("cash that somebody else confirmed")
            << u"cash"_s << OrderStatus::Done << static_cast<int>(What::PaidUnknown);
        QTest::newRow("a hold that somebody else cancelled")
            << u"hold"_s << OrderStatus::Canceled << static_cast<int>(What::CanceledElsewhere);
        QTest::newRow("a payment that somebody else started")
            << u"hold"_s << OrderStatus::InProgress << static_cast<int>(What::StartedElsewhere);
    }

    void h17_whatNobodyHereDidIsNotOurs()
    {
        QFETCH(QString, way);
        QFETCH(OrderStatus, to);
        QFETCH(int, told);
        StartedCounter counter;
        const OrderId id = way == u"hold"   ? counter.reserve()
                           : way == u"cash" ? counter.startCash()
                                            : counter.startPayment();
        counter.vendor.at(id).status = to;
        QCOMPARE(counter.service().refresh(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), to);
        QCOMPARE(static_cast<int>(counter.story(id).last()), told);
    }

    void h17_aPaymentThatEndsWhileOurCancelIsLostIsTheBuyers()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.failNext(Kind::Cancel, lost());
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.pass(20ms);
        counter.vendor.pay(id);
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.story(id).last(), What::PaidOnPage);
        QVERIFY(counter.store.openIntents().isEmpty());
        QCOMPARE(counter.store.outcome(Intent::Verb::Cancel), std::optional(IntentResult::Refused));
    }

    void h17_aLostConfirmationThatDidNotReachTheServerCanBeGivenAgain()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.failNext(Kind::Confirm, lost());
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.vendor.count(Kind::Confirm), 1); // not by itself
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.story(id).last(), What::Collected);
        QVERIFY(counter.store.openIntents().isEmpty());
    }

    // Odd ends -------------------------------------------------------------------------------------------------------

    void h13_lateMoneyIsAwaitedForAnHourWhateverThePace()
    {
        CounterFixture counter;
        counter.vendor.paymentHold = 1min;
        counter.start();
        counter.service().setPollSchedule(2s, 2s);
        const OrderId id = counter.startPayment();
        counter.pass(70s);
        QCOMPARE(counter.status(id), OrderStatus::Expired);
        counter.pass(50min);
        counter.vendor.pay(id);
        counter.pass(10min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.issues(Issue::Kind::PaidTooLate).size(), 1);
        QVERIFY(counter.vendor.count(Kind::Order, id) < 300);
    }

    void asksAtTheNewPaceAtOnce()
    {
        StartedCounter counter;
        counter.service().setPollSchedule(60s, 60s);
        const OrderId id = counter.startPayment();
        counter.vendor.requests.clear();
        counter.pass(30s);
        QCOMPARE(counter.vendor.count(Kind::Order, id), 0);
        counter.service().setPollSchedule(1s, 30s);
        counter.pass(5s);
        QVERIFY(counter.vendor.count(Kind::Order, id) >= 3);
    }

    void nothingMayBeChangedBeforeTheServerHasTold()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.kill();
        counter.vendor.failNext(Kind::Order, offline(), Reached::No, 3);
        counter.start();
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::NotReadYet);
        QCOMPARE(counter.service().cancel(id), Refusal::NotReadYet);
        counter.pass(1min);
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::None);
    }
};

} // namespace okoshko::test::tst_saleprocess

OKOSHKO_TEST(tst_saleprocess, SaleProcessTest, QCoreApplication)
#include "tst_saleprocess.moc"
