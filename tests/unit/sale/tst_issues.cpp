// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_issues {

namespace {

using Kind = ScriptedVendor::Kind;
using Reached = ScriptedVendor::Reached;
using What = HistoryEntry::What;

} // namespace

/// What needs a person: raised once a cause, kept through kills and full disks, and ended.
class IssuesTest : public QObject
{
    Q_OBJECT

private:
    /// A payment that ended, and was paid after all.
    static OrderId payTooLate(CounterFixture &counter)
    {
        const OrderId id = counter.startPayment();
        counter.cancel(id);
        counter.vendor.pay(id);
        counter.pass(1min);
        return id;
    }

    /// A payment whose hold is long over, and that the server still awaits.
    static OrderId abandon(CounterFixture &counter)
    {
        counter.vendor.expires = false;
        counter.vendor.paymentHold = 1min;
        const OrderId id = counter.startPayment();
        counter.pass(8min);
        return id;
    }

    /// An order that the server does not know any more.
    static OrderId forget(CounterFixture &counter)
    {
        const OrderId id = counter.startPayment();
        counter.vendor.forget(id);
        counter.pass(3min);
        return id;
    }

private Q_SLOTS:
    // Money that came late -------------------------------------------------------------------------------------------

    void h06_moneyThatCameLateIsToldOnceAndStaysAfterARestart()
    {
        StartedCounter counter;
        const OrderId id = payTooLate(counter);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.issues(Issue::Kind::PaidTooLate).size(), 1);
        QCOMPARE(counter.issues(Issue::Kind::PaidTooLate).first().order, id);
        const QList<Issue> before = counter.journal().issues();
        counter.restart();
        QCOMPARE(counter.journal().issues(), before);
        counter.service().resolve(before.first().id, u"money returned"_s);
        counter.settle();
        QVERIFY(counter.journal().issues().isEmpty());
        QCOMPARE(counter.store.record(id).last(), u"settled"_s);
        counter.restart();
        counter.pass(10min);
        QVERIFY(counter.journal().issues().isEmpty());
    }

    void h06_moneyThatComesLateWhileTheDiskIsFullIsWrittenLater()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.cancel(id);
        counter.store.refusal = diskFull;
        counter.vendor.pay(id);
        counter.pass(1min);
        QCOMPARE(counter.issues(Issue::Kind::PaidTooLate).size(), 1);
        QVERIFY(counter.store.issues().isEmpty());
        counter.freeDisk();
        QCOMPARE(counter.store.issues().size(), 1);
        QCOMPARE(counter.store.sale(id)->order.status, OrderStatus::Done);
        counter.restart();
        QCOMPARE(counter.issues(Issue::Kind::PaidTooLate).size(), 1);
    }

    void h06_moneyThatComesLateIsFoundAgainAfterAKillOnAFullDisk()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.cancel(id);
        counter.store.refusal = diskFull;
        counter.vendor.pay(id);
        counter.pass(1min);
        counter.kill();
        counter.store.refusal.reset();
        counter.start();
        counter.pass(1min);
        QCOMPARE(counter.issues(Issue::Kind::PaidTooLate).size(), 1);
        QCOMPARE(counter.store.issues().size(), 1);
    }

    void h06_anIssueWhoseResolutionCouldNotBeWrittenIsBackAfterAKill()
    {
        StartedCounter counter;
        static_cast<void>(payTooLate(counter));
        counter.store.refusal = diskFull;
        counter.service().resolve(counter.onlyIssue(), u"money returned"_s);
        counter.pass(1min);
        QCOMPARE(counter.journal().issues().size(), 1); // and it never left the screen
        counter.kill();
        counter.store.refusal.reset();
        counter.start();
        QCOMPARE(counter.journal().issues().size(), 1);
    }

    void aResolutionStandsInTheTimelineAtOnce()
    {
        StartedCounter counter;
        const OrderId id = payTooLate(counter);
        counter.service().resolve(counter.onlyIssue(), u"money returned"_s);
        counter.settle();
        const QList<What> story = counter.story(id);
        counter.restart();
        QCOMPARE(counter.story(id).last(), What::Settled);
        QCOMPARE(story, counter.story(id));
    }

    // Seats
    // ------------------------------------------------------------------------------------------------------------

    void fewerSeatsThanWerePaidForAreAnIssue()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.at(id).tickets.removeLast();
        counter.vendor.pay(id);
        counter.pass(5s);
        const QList<Issue> issues = counter.issues(Issue::Kind::SeatsShort);
        QCOMPARE(issues.size(), 1);
        QCOMPARE(issues.first().wanted, 2);
        QCOMPARE(issues.first().got, 1);
    }

    void seatsThatAreLostBeforeItIsPaidAreAnIssueAsWell()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.at(id).tickets.removeLast();
        counter.pass(5s);
        QCOMPARE(counter.sale(id).order.tickets.size(), 1); // that is known while it is being paid
        counter.vendor.at(id).tickets.clear();
        counter.vendor.pay(id);
        counter.pass(5s);
        const QList<Issue> issues = counter.issues(Issue::Kind::SeatsShort);
        QCOMPARE(issues.size(), 1);
        QCOMPARE(issues.first().wanted, 2);
        QCOMPARE(issues.first().got, 0);
    }

    void h14_ticketsThatAreNotToldAreNotMissing()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.telling[Kind::Order] = [](const Order &order) {
            return only(order, allOrderFields & ~Order::Fields(Order::Field::Tickets));
        };
        counter.vendor.pay(id);
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QVERIFY(counter.journal().issues().isEmpty());
    }

    // H10: abandoned at the bank -----------------------------------------------------------------------------------

    void h10_abandonedAtTheBankIsRaisedOnce()
    {
        StartedCounter counter;
        const OrderId id = abandon(counter);
        QCOMPARE(counter.issues(Issue::Kind::AbandonedAtBank).size(), 1);
        const qint64 issue = counter.onlyIssue();
        counter.pass(3h);
        QCOMPARE(counter.onlyIssue(), issue);
        QCOMPARE(counter.store.issues().size(), 1);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
    }

    void h10_settledIsSettled_data()
    {
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("in one life") << false;
        QTest::newRow("after a restart") << true;
    }

    void h10_settledIsSettled()
    {
        QFETCH(bool, isRestarted);
        StartedCounter counter;
        const OrderId id = abandon(counter);
        counter.service().resolve(counter.onlyIssue(), u"the buyer has gone"_s);
        counter.settle();
        QVERIFY(counter.journal().issues().isEmpty());
        if (isRestarted)
            counter.restart();
        counter.pass(6h);
        QVERIFY(counter.journal().issues().isEmpty());
        QCOMPARE(counter.store.resolutions(), QStringList{u"the buyer has gone"_s});
        counter.vendor.pay(id); // and the money is not missed
        counter.pass(11min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    void h10_theServersWordEndsIt()
    {
        StartedCounter counter;
        const OrderId id = abandon(counter);
        counter.vendor.pay(id);
        counter.pass(11min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QVERIFY(counter.journal().issues().isEmpty());
    }

    void h10_onlyTheServersWordMakesIt_data()
    {
        QTest::addColumn<bool>("isOffline");
        QTest::newRow("no line over night") << true;
        QTest::newRow("the server does not know the order") << false;
    }

    /// That the server still awaits the payment is not known without its word.
    void h10_onlyTheServersWordMakesIt()
    {
        QFETCH(bool, isOffline);
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        if (isOffline)
            counter.vendor.failAll(Kind::Order, offline());
        else
            counter.vendor.forget(id);
        counter.pass(1h);
        QVERIFY(counter.issues(Issue::Kind::AbandonedAtBank).isEmpty());
    }

    void cashIsNotAbandonedAtABank()
    {
        CounterFixture counter;
        counter.vendor.expires = false;
        counter.vendor.paymentHold = 1min;
        counter.start();
        static_cast<void>(counter.startCash());
        counter.pass(1h);
        QVERIFY(counter.journal().issues().isEmpty());
    }

    // An outcome that is not known -----------------------------------------------------------------------------------

    /// The line was dead for long before the step was tried.
    void itIsNotKnownAfterALongSilence()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.failAll(Kind::Order, offline());
        counter.pass(10min); // many readings fail
        counter.vendor.failNext(Kind::Confirm, lost());
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.pass(3min);
        QCOMPARE(counter.issues(Issue::Kind::UnknownOutcome).size(), 1);
    }

    void t09_itIsNotKnownWhetherTheServerDidIt()
    {
        StartedCounter counter;
        counter.vendor.failAll(Kind::Order, offline());
        const OrderId id = counter.loseStart(Reached::Yes);
        QCOMPARE(counter.sale(id).failure->error.effect, Effect::Possible);
        QCOMPARE(counter.service().openIntents(id).size(), 1);
        counter.pass(3min);
        const QList<Issue> issues = counter.issues(Issue::Kind::UnknownOutcome);
        QCOMPARE(issues.size(), 1);
        QCOMPARE(issues.first().order, id);
        counter.pass(20min);
        QCOMPARE(counter.issues(Issue::Kind::UnknownOutcome).size(), 1);
        counter.vendor.failNone();
        counter.pass(1min);
        QVERIFY(counter.journal().issues().isEmpty()); // the server's word ends it
        QVERIFY(counter.service().openIntents(id).isEmpty());
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.story(id).last(), What::PaymentStarted);
    }

    void h10_anOutcomeThatAPersonSettledStaysSettled_data()
    {
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("in one life") << false;
        QTest::newRow("after a restart") << true;
    }

    void h10_anOutcomeThatAPersonSettledStaysSettled()
    {
        QFETCH(bool, isRestarted);
        CounterFixture counter;
        counter.vendor.expires = false;
        counter.start();
        counter.vendor.failAll(Kind::Order, offline());
        const OrderId id = counter.loseStart(Reached::Yes);
        counter.pass(3min);
        counter.service().resolve(counter.onlyIssue(), u"the bank was called"_s);
        counter.settle();
        QVERIFY(counter.journal().issues().isEmpty());
        if (isRestarted)
            counter.restart();
        counter.pass(30min);
        QVERIFY(counter.journal().issues().isEmpty());
    }

    // H9: the server does not know the order
    // ---------------------------------------------------------------------------

    void h09_threeTimesNotFoundOverAMinuteIsAnIssue()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.forget(id);
        counter.pass(55s);
        QVERIFY(!counter.sale(id).isUnknownToServer);
        QVERIFY(counter.vendor.count(Kind::Order, id) >= 3);
        QVERIFY(counter.journal().issues().isEmpty());
        counter.pass(1min);
        QVERIFY(counter.sale(id).isUnknownToServer);
        QCOMPARE(counter.issues(Issue::Kind::UnknownToServer).size(), 1);
        QVERIFY(counter.sale(id).isOpen());
    }

    void h09_itIsAskedAboutSeldomAndOneRecordRowIsLeft()
    {
        StartedCounter counter;
        const OrderId id = forget(counter);
        const qsizetype rows = counter.store.record(id).size();
        counter.vendor.requests.clear();
        counter.pass(24h);
        QVERIFY2(counter.vendor.count(Kind::Order, id) <= 24 * 9,
                 qPrintable(QString::number(counter.vendor.count(Kind::Order, id))));
        QCOMPARE(counter.store.record(id).size(), rows);
        QCOMPARE(counter.issues(Issue::Kind::UnknownToServer).size(), 1);
        QVERIFY(counter.emitted.failedSteps.isEmpty()); // no sound
    }

    void h09_aPersonClosesIt_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("by its order") << u"order"_s;
        QTest::newRow("by its issue") << u"issue"_s;
        QTest::newRow("by its order, just after a restart") << u"order restart"_s;
        QTest::newRow("by its issue, just after a restart") << u"issue restart"_s;
    }

    void h09_aPersonClosesIt()
    {
        QFETCH(QString, how);
        StartedCounter counter;
        const OrderId id = forget(counter);
        if (how.contains(u"restart"))
            counter.restart();
        if (how.startsWith(u"order"))
            counter.service().close(id);
        else
            counter.service().resolve(counter.onlyIssue(), u"reset over night"_s);
        counter.settle();
        QVERIFY(counter.sale(id).closed);
        QVERIFY(!counter.sale(id).isOpen());
        QVERIFY(counter.journal().issues().isEmpty());
        QCOMPARE(counter.story(id).count(What::Closed), 1);
        QVERIFY(counter.store.openIntents().isEmpty());
        QVERIFY(!counter.store.resolutions().contains(u"server"_s));
        counter.vendor.requests.clear();
        counter.pass(24h);
        QCOMPARE(counter.vendor.count(Kind::Order), 0);
        counter.restart();
        QCOMPARE(counter.vendor.count(Kind::Order), 0);
        QVERIFY(!counter.service().sale(id) || counter.sale(id).closed);
        QVERIFY(counter.journal().issues().isEmpty());
    }

    void h09_closingShowsOnceItIsDurable()
    {
        StartedCounter counter;
        const OrderId id = forget(counter);
        counter.store.refusal = diskFull;
        counter.service().close(id);
        counter.pass(1min);
        QVERIFY(!counter.sale(id).closed);
        counter.freeDisk();
        QVERIFY(counter.sale(id).closed);
    }

    void h09_onlyWhatTheServerDoesNotKnowCanBeClosed()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.service().close(id);
        counter.settle();
        QVERIFY(!counter.sale(id).closed);
        counter.vendor.pay(id);
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    void h09_anOrderThatTheServerFindsAgainGoesOn()
    {
        StartedCounter counter;
        const OrderId id = forget(counter);
        counter.vendor.recall(id);
        counter.pass(11min);
        QVERIFY(!counter.sale(id).isUnknownToServer);
        QVERIFY(counter.journal().issues().isEmpty());
        counter.vendor.pay(id);
        counter.pass(1min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    void h09_anOrderThatIsFoundAgainCannotBeClosed_data()
    {
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("in the same life") << false;
        QTest::newRow("after a restart") << true;
    }

    void h09_anOrderThatIsFoundAgainCannotBeClosed()
    {
        QFETCH(bool, isRestarted);
        StartedCounter counter;
        const OrderId id = forget(counter);
        counter.vendor.recall(id);
        if (isRestarted)
            counter.restart();
        counter.pass(11min);
        QVERIFY(counter.journal().issues().isEmpty());
        counter.service().close(id);
        counter.settle();
        QVERIFY(!counter.sale(id).closed);
        counter.vendor.pay(id);
        counter.pass(2min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    void h09_anOrderThatIsForgottenTwiceIsAnIssueTwice()
    {
        StartedCounter counter;
        const OrderId id = forget(counter);
        counter.vendor.recall(id);
        counter.pass(11min);
        QVERIFY(counter.journal().issues().isEmpty());
        counter.vendor.forget(id);
        counter.pass(15min);
        QCOMPARE(counter.issues(Issue::Kind::UnknownToServer).size(), 1);
        counter.service().resolve(counter.onlyIssue(), u"reset"_s);
        counter.settle();
        QVERIFY(counter.sale(id).closed);
    }

    void h09_overNightWithoutALineAndThenForgotten()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.failAll(Kind::Order, offline());
        counter.pass(12h);
        QVERIFY2(counter.vendor.count(Kind::Order, id) <= 12 * 170,
                 qPrintable(QString::number(counter.vendor.count(Kind::Order, id))));
        QVERIFY(counter.issues(Issue::Kind::UnknownToServer).isEmpty()); // no line is no word of the server's
        counter.vendor.failNone();
        counter.vendor.forget(id);
        counter.pass(3min);
        QCOMPARE(counter.issues(Issue::Kind::UnknownToServer).size(), 1);
    }

    void h09_notWhileTheKeyOrThePartnerIsInDoubt_data()
    {
        QTest::addColumn<bool>("isPartner");
        QTest::newRow("key") << false;
        QTest::newRow("partner") << true;
    }

    void h09_notWhileTheKeyOrThePartnerIsInDoubt()
    {
        QFETCH(bool, isPartner);
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.forget(id);
        if (isPartner) {
            QVERIFY(!counter.journal().isOf(u"another partner"_s));
        } else {
            counter.vendor.failNext(Kind::Orders, answered(401));
            counter.service().loadOrders();
        }
        counter.pass(110s); // the list, read again after two minutes, would say that the key is good
        QVERIFY(!counter.sale(id).isUnknownToServer);
        QVERIFY(counter.issues(Issue::Kind::UnknownToServer).isEmpty());
    }

    void h09_aSaleThatHadEndedNeedsNobody()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.cancel(id);
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
        counter.kill();
        counter.vendor.forget(id); // reset over night
        counter.start();
        counter.vendor.requests.clear();
        counter.pass(24h);
        QVERIFY(counter.journal().issues().isEmpty());
        QVERIFY2(counter.vendor.count(Kind::Order) <= 60,
                 qPrintable(QString::number(counter.vendor.count(Kind::Order))));
    }

    void h09_ordersOfOthersAreNoIssue()
    {
        StartedCounter counter;
        const OrderId theirs = counter.loadOrderOfOthers(1);
        counter.vendor.forget(theirs);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(counter.service().refresh(theirs), Refusal::None); // F5
            counter.pass(1min);
        }
        QVERIFY(counter.journal().issues().isEmpty());
    }

    void anotherPartnersWordIsNotLearned()
    {
        StartedCounter counter;
        const OrderId mine = counter.startPayment();
        QVERIFY(!counter.journal().isOf(u"another partner"_s));
        const OrderId theirs = counter.loadOrderOfOthers(1);
        QVERIFY(!counter.service().sale(theirs));
        QVERIFY(counter.service().sale(mine));
    }
};

} // namespace okoshko::test::tst_issues

OKOSHKO_TEST(tst_issues, IssuesTest, QCoreApplication)
#include "tst_issues.moc"
