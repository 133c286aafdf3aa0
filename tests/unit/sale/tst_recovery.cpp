// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_recovery {

namespace {

using Kind = ScriptedVendor::Kind;
using Reached = ScriptedVendor::Reached;
using State = Recovery::State;
using What = HistoryEntry::What;

} // namespace

/// The program was killed at some moment, and starts again.
class RecoveryTest : public QObject
{
    Q_OBJECT

private:
    static const QList<Recovery::Found> &found(const CounterFixture &counter)
    {
        return counter.counter().recovery.found();
    }

    static bool isOver(const CounterFixture &counter)
    {
        return std::ranges::find(found(counter), State::Reading, &Recovery::Found::state) == found(counter).cend();
    }

    static State only(const CounterFixture &counter)
    {
        if (found(counter).size() != 1)
            QTest::qFail("not one sale was found", __FILE__, __LINE__);
        return found(counter).isEmpty() ? State::Reading : found(counter).first().state;
    }

private Q_SLOTS:
    void goesOnWithAHold()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve(2);
        const Sale before = counter.sale(id);
        counter.vendor.holdCalls(Kind::Order);
        counter.restart();
        QCOMPARE(only(counter), State::Reading);
        QVERIFY(!isOver(counter));
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::NotReadYet);
        counter.vendor.answerAll(Kind::Order);
        QVERIFY(isOver(counter));
        QCOMPARE(only(counter), State::Held);
        QCOMPARE(counter.sale(id).order.reservedTill, before.order.reservedTill);
        QCOMPARE(counter.sale(id).request, before.request);
        QCOMPARE(counter.story(id), QList{What::Created});
        counter.pay(id);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
    }

    /// A person has closed it; it is not asked about any more.
    void whatWasClosedIsNotBeingRead()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve(2);
        counter.kill();
        counter.vendor.failAll(ScriptedVendor::Kind::Order, answered(404));
        counter.start();
        counter.pass(5min);
        QCOMPARE(counter.issues(Issue::Kind::UnknownToServer).size(), 1);
        counter.service().close(id);
        counter.pass(2s);
        QVERIFY(counter.sale(id).closed);
        QCOMPARE(only(counter), State::Gone);
    }

    void tellsWhatWasPaidMeanwhile()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.kill();
        counter.vendor.pay(id);
        counter.start();
        QCOMPARE(only(counter), State::Paid);
        QVERIFY(!counter.sale(id).tickets.isEmpty() && !counter.sale(id).tickets.first().barcode.isEmpty());
        QCOMPARE(counter.sale(id).system, u"platron/OTHER"_s);
        QCOMPARE(counter.story(id).last(), What::PaidOnPage);
    }

    void tellsWhatIsGone()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve(2);
        counter.restart(11min);
        QCOMPARE(only(counter), State::Gone);
        QCOMPARE(counter.sale(id).request, wanting(2)); // for "sell the same again"
    }

    void tellsWhatIsStillBeingPaid()
    {
        StartedCounter counter;
        static_cast<void>(counter.startPayment());
        counter.restart();
        QCOMPARE(only(counter), State::Paying);
    }

    void releasesWhatHadBeenGivenUp()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve(2);
        counter.vendor.failAll(Kind::Cancel, offline());
        counter.cancel(id);
        QCOMPARE(counter.vendor.status(id), OrderStatus::Executed);
        counter.kill();
        counter.vendor.failNone();
        counter.start();
        counter.pass(3s);
        QCOMPARE(counter.vendor.status(id), OrderStatus::Canceled);
        QCOMPARE(only(counter), State::Released);
    }

    /// Killed at each step of a sale; what was asked for is judged by intent, and nothing is sent twice.
    void aKillAtAnyMomentLosesAndDoublesNothing_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("isReached");
        QTest::addColumn<OrderStatus>("status"); // of one that was not given up
        QTest::newRow("choosing") << u"choose"_s << false << OrderStatus::Executed;
        QTest::newRow("chosen") << u"choose"_s << true << OrderStatus::Executed;
        QTest::newRow("starting") << u"start"_s << false << OrderStatus::Executed;
        QTest::newRow("started") << u"start"_s << true << OrderStatus::InProgress;
        QTest::newRow("cancelling") << u"cancel"_s << false << OrderStatus::Executed;
        QTest::newRow("cancelled") << u"cancel"_s << true << OrderStatus::Canceled;
    }

    void aKillAtAnyMomentLosesAndDoublesNothing()
    {
        QFETCH(QString, kind);
        QFETCH(bool, isReached);
        QFETCH(OrderStatus, status);
        const Kind held = kind == u"choose"  ? Kind::ChoosePayment
                          : kind == u"start" ? Kind::StartPayment
                                             : Kind::Cancel;
        StartedCounter counter;
        const OrderId id = counter.reserve(2);
        counter.vendor.holdCalls(held);
        if (held == Kind::Cancel)
            counter.cancel(id);
        else
            counter.pay(id);
        if (isReached)
            counter.vendor.takeEffect(held);
        counter.kill();
        counter.vendor.answerAtOnce(held);
        counter.start();
        QVERIFY(isOver(counter));
        if (held != Kind::Cancel)
            QCOMPARE(counter.status(id), status);
        counter.pass(2min);
        QVERIFY(counter.store.openIntents().isEmpty());
        QVERIFY(counter.service().openIntents(id).isEmpty());
        QVERIFY(counter.journal().issues().isEmpty());
        if (held != Kind::Cancel) {
            QCOMPARE(counter.vendor.count(held), 1); // never sent again by itself
            QCOMPARE(counter.status(id), status);
        } else {
            QCOMPARE(counter.vendor.status(id), OrderStatus::Canceled); // it was given up
        }
    }

    void aSlowServerMayStillActOnWhatAKilledProgramSent()
    {
        StartedCounter counter;
        const OrderId id = counter.holdStart();
        counter.restart();
        QCOMPARE(counter.status(id), OrderStatus::Executed);
        QCOMPARE(counter.service().openIntents(id).size(), 1);
        counter.pass(10s);
        counter.vendor.takeEffect(Kind::StartPayment);
        counter.pass(20s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.story(id).last(), What::PaymentStarted); // ours, not somebody else's
        QVERIFY(counter.store.openIntents().isEmpty());
    }

    void keepsAskingWhileTheServerIsAway()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve(2);
        counter.kill();
        counter.vendor.failNext(Kind::Order, offline(), Reached::No, 3);
        counter.start();
        counter.pass(1s);
        QVERIFY(!isOver(counter));
        counter.pass(60s);
        QVERIFY(isOver(counter));
        QCOMPARE(counter.sale(id).known, Sale::Known::FromServer);
    }

    void salesAreFoundInTheOrderOfTheirCreation()
    {
        StartedCounter counter;
        QList<OrderId> ids;
        for (int i = 0; i < 5; ++i) {
            ids << counter.reserve(1);
            counter.pass(1s);
        }
        counter.restart();
        QList<OrderId> order;
        for (const Recovery::Found &each : found(counter))
            order << each.order;
        QCOMPARE(order, ids);
    }

    void whatHadEndedIsNotFound()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        counter.vendor.requests.clear();
        counter.restart();
        QVERIFY(found(counter).isEmpty());
        QVERIFY(isOver(counter));
        QCOMPARE(counter.vendor.count(Kind::Order), 0);
        QCOMPARE(counter.status(id), OrderStatus::Done); // today's are known all the same
    }

    void aHoldOfTwoLivesIsNotSoldTwice()
    {
        StartedCounter counter;
        for (int i = 0; i < 5; ++i) {
            static_cast<void>(counter.reserve(1));
            counter.restart();
        }
        QCOMPARE(counter.vendor.all().size(), 5);
        QCOMPARE(counter.store.saleCount(), 5);
        QCOMPARE(counter.service().sales().size(), 5U);
    }
};

} // namespace okoshko::test::tst_recovery

OKOSHKO_TEST(tst_recovery, RecoveryTest, QCoreApplication)
#include "tst_recovery.moc"
