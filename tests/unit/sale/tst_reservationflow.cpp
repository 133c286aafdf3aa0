// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Requests.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_reservationflow {

namespace {

using Kind = ScriptedVendor::Kind;
using Reached = ScriptedVendor::Reached;
using What = HistoryEntry::What;
using Attempt = SaleService::Attempt;

qint64 openIssue(const CounterFixture &counter)
{
    const QList<Issue> issues = counter.issues(Issue::Kind::UnknownReservation);
    if (issues.size() != 1)
        QTest::qFail("not one issue of an unknown reservation", __FILE__, __LINE__);
    return issues.isEmpty() ? 0 : issues.first().id;
}

} // namespace

/// A create without an answer: nothing is adopted, nothing of others is touched, and nothing is made twice.
class ReservationFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Nothing is adopted -------------------------------------------------------------------------------------------

    void h01_aLostCreateIsNeverSentAgainAndAdoptsNothing()
    {
        StartedCounter counter;
        counter.loseReservation(Reached::No);
        const OrderId theirs = counter.vendor.makeElsewhere(wanting(2)); // just like it
        QCOMPARE(counter.emitted.searched, 1);
        counter.pass(9min);
        QCOMPARE(shown(counter), QList{theirs}); // shown, no more
        QVERIFY(counter.emitted.reserved.isEmpty());
        counter.pass(2h);
        QCOMPARE(counter.vendor.count(Kind::Reserve), 1);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        QCOMPARE(counter.vendor.status(theirs), OrderStatus::Expired); // by itself
        QVERIFY(!counter.store.sale(theirs));
        QVERIFY(counter.emitted.reserved.isEmpty());
    }

    void h01_twoCountersOnOneKey()
    {
        StartedCounter left;
        StartedCounter right(left);
        const Attempt attempt = left.loseReservation(Reached::No);
        const OrderId theirs = right.reserve(2);
        left.pass(5s);
        QCOMPARE(shown(left), QList{theirs});
        QVERIFY(left.emitted.reserved.isEmpty());
        right.pay(theirs);
        left.pass(1min);
        QVERIFY(shown(left).isEmpty()); // it has gone on, so it never was a hold that nobody saw
        QSignalSpy failed(&left.service(), &SaleService::claimFailed);
        left.service().claim(attempt, theirs); // what the cashier still sees on her screen
        left.settle();
        QCOMPARE(failed.count(), 1); // and it is said
        QVERIFY(left.emitted.reserved.isEmpty());
        right.vendor.pay(theirs);
        right.pass(10s);
        QCOMPARE(right.status(theirs), OrderStatus::Done);
        QVERIFY(!left.store.sale(theirs));
        left.restart(1h);
        left.pass(10min);
        QCOMPARE(left.vendor.count(Kind::Cancel), 0);
        QVERIFY(!left.store.sale(theirs));
        QVERIFY(left.journal().issues().isEmpty());
    }

    void t09_twoCountersWithLostAnswersAndOneOrder()
    {
        StartedCounter left;
        StartedCounter right(left);
        const Attempt mine = left.loseReservation(Reached::Yes);
        right.loseReservation(Reached::No);
        left.pass(5s);
        const OrderId order = firstShown(left);
        QCOMPARE(shown(right), QList{order}); // the same, to both
        left.service().claim(mine, order);
        left.settle();
        left.pay(order);
        left.pass(3min);
        QVERIFY(shown(right).isEmpty());
        QVERIFY(right.journal().issues().isEmpty());
        QVERIFY(!right.store.sale(order));
        QCOMPARE(right.emitted.notReserved.size(), 1);
        left.vendor.pay(order);
        left.pass(1min);
        QCOMPARE(left.status(order), OrderStatus::Done);
        QCOMPARE(left.vendor.count(Kind::Cancel), 0);
    }

    void h01_threeHundredOrdersOfOneMomentAreShown()
    {
        StartedCounter counter;
        counter.loseReservation(Reached::Yes);
        for (int i = 0; i < 300; ++i)
            static_cast<void>(counter.vendor.makeElsewhere(wanting(2)));
        counter.pass(20s);
        QCOMPARE(shown(counter).size(), 301);
        counter.pass(15min);
        QVERIFY(counter.emitted.reserved.isEmpty());
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        QVERIFY(counter.journal().issues().isEmpty());
    }

    void h01_afterARestartNothingIsReleasedByInference_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("at once") << 0;
        QTest::newRow("15 hours later") << 15;
    }

    void h01_afterARestartNothingIsReleasedByInference()
    {
        QFETCH(int, hours);
        CounterFixture counter;
        counter.vendor.hold = 24h; // held all the time
        counter.start();
        counter.loseReservation(Reached::No);
        counter.kill();
        const OrderId theirs = counter.vendor.makeElsewhere(wanting(2));
        counter.pass(hours * 1h);
        const OrderId later = counter.vendor.makeElsewhere(wanting(2));
        counter.start();
        counter.pass(10min);
        QCOMPARE(openIssue(counter) != 0, true);
        const QList<OrderId> candidates = ids(counter.service().candidates(openIssue(counter)));
        QVERIFY(candidates.contains(theirs));
        QCOMPARE(candidates.contains(later), hours == 0); // created long after the create was given up
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        QVERIFY(!counter.service().sale(theirs) || counter.sale(theirs).origin == Sale::Origin::Elsewhere);
        QVERIFY(!counter.store.sale(theirs));
    }

    void h01_ourOwnLostOrderIsNotReleasedByInferenceEither()
    {
        StartedCounter counter;
        counter.loseReservation(Reached::Yes);
        counter.restart();
        counter.pass(30min);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        QCOMPARE(counter.vendor.status(counter.vendor.all().first()), OrderStatus::Expired);
        QVERIFY(counter.journal().issues().isEmpty()); // no candidate is held any more
        QVERIFY(counter.store.openIntents().isEmpty());
    }

    void h01_aCreateOfAKilledProgramIsAnIssueWithCandidates()
    {
        StartedCounter counter;
        counter.vendor.holdCalls(Kind::Reserve);
        counter.tryReservation();
        counter.vendor.takeEffect(Kind::Reserve);
        counter.restart(); // killed before the answer is read
        counter.pass(1s);
        const QList<Issue> issues = counter.issues(Issue::Kind::UnknownReservation);
        QCOMPARE(issues.size(), 1);
        QCOMPARE(issues.first().candidates, counter.vendor.all());
        QCOMPARE(issues.first().wanted, 2);
        QCOMPARE(counter.store.issues(), issues);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
    }

    // Which orders may be it ---------------------------------------------------------------------------------------

    void candidatesAreOfTheTimeBetweenSendingAndGivingUp_data()
    {
        QTest::addColumn<qint64>("milliseconds"); // created so long after the create was sent
        QTest::addColumn<bool>("isShown");
        QTest::newRow("6 s before") << qint64(-6000) << false;
        QTest::newRow("4 s before") << qint64(-4000) << true;
        QTest::newRow("at that moment") << qint64(0) << true;
        QTest::newRow("while it was awaited") << qint64(40000) << true;
        QTest::newRow("59 s after it was given up") << qint64(45000 + 59000) << true;
        QTest::newRow("61 s after it was given up") << qint64(45000 + 61000) << false;
    }

    void candidatesAreOfTheTimeBetweenSendingAndGivingUp()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(bool, isShown);
        StartedCounter counter;
        counter.pass(10s);
        counter.vendor.ignoresDates = true; // as a server may
        counter.vendor.holdCalls(Kind::Reserve);
        const Instant sent = counter.vendor.now();
        static_cast<void>(counter.service().reserve(wanting(2)));
        counter.pass(45s);
        counter.vendor.fail(Kind::Reserve, lost());
        const OrderId other = counter.vendor.makeElsewhere(wanting(2));
        counter.vendor.at(other).createdAt = sent + std::chrono::milliseconds(milliseconds);
        counter.pass(80s);
        QCOMPARE(shown(counter).contains(other), isShown);
        if (isShown)
            QCOMPARE(counter.emitted.unclear.last().first().tickets.size(), 2); // with seats
        const OrderQuery &query = counter.vendor.queries.last();
        const auto isNear = [](Instant at, Instant expected) { return at - expected < 1s && expected - at < 1s; };
        QVERIFY(isNear(*query.createdFrom, sent - 5s));
        QVERIFY(isNear(*query.createdUntil, sent + 45s + 60s));
    }

    /// Of an earlier life's create it is not known when it was given up: the whole of its limit is looked through.
    void noCreateIsAwaitedLongerThanItMayActLate()
    {
        QVERIFY(SalePolicy().lateEffect >= v1::createLimits.time);
        QVERIFY(SalePolicy().lateEffect >= v1::changeLimits.time);
    }

    void candidatesAreWhatTheCreateCanHaveMade_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("event");
        QTest::addColumn<int>("set");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("the same") << 2 << 1 << 1 << true;
        QTest::newRow("fewer tickets") << 1 << 1 << 1 << true;
        QTest::newRow("more tickets") << 3 << 1 << 1 << false;
        QTest::newRow("another event") << 2 << 2 << 1 << false;
        QTest::newRow("another set") << 2 << 1 << 2 << false;
    }

    void candidatesAreWhatTheCreateCanHaveMade()
    {
        QFETCH(int, count);
        QFETCH(int, event);
        QFETCH(int, set);
        QFETCH(bool, isShown);
        StartedCounter counter;
        counter.loseReservation(Reached::No, 2);
        const OrderId other = counter.vendor.makeElsewhere({.event = eventId(event), .random = {{setId(set), count}}});
        counter.pass(20s);
        QCOMPARE(shown(counter).contains(other), isShown);
    }

    void h14_anOrderThatDoesNotTellAFieldMayBeIt_data()
    {
        QTest::addColumn<int>("field");
        for (const auto &[name, field] :
             {std::pair("created_at", Order::Field::CreatedAt), std::pair("status", Order::Field::Status),
              std::pair("tickets", Order::Field::Tickets), std::pair("rules", Order::Field::Rules),
              std::pair("event", Order::Field::Event), std::pair("reserved_till", Order::Field::ReservedTill)})
            QTest::newRow(name) << static_cast<int>(field);
    }

    void h14_anOrderThatDoesNotTellAFieldMayBeIt()
    {
        QFETCH(int, field);
        StartedCounter counter;
        counter.vendor.telling[Kind::Orders] = [field](const Order &order) {
            return only(order, allOrderFields & ~Order::Fields(static_cast<Order::Field>(field)));
        };
        counter.loseReservation(Reached::Yes);
        counter.pass(20s);
        QCOMPARE(shown(counter), counter.vendor.all());
        QVERIFY(counter.emitted.reserved.isEmpty()); // shown, not taken
    }

    void anOrderThatWentOnIsNoCandidate_data()
    {
        QTest::addColumn<OrderStatus>("status");
        for (const OrderStatus status : allOrderStatuses) {
            if (status != OrderStatus::Executed && status != OrderStatus::Unknown)
                QTest::newRow(qPrintable(toWord(status))) << status;
        }
    }

    void anOrderThatWentOnIsNoCandidate()
    {
        QFETCH(OrderStatus, status);
        StartedCounter counter;
        counter.loseReservation(Reached::No);
        counter.vendor.at(counter.vendor.makeElsewhere(wanting(2))).status = status;
        counter.pass(20s);
        QVERIFY(shown(counter).isEmpty());
    }

    void whatIsOursAlreadyIsNoCandidate()
    {
        StartedCounter counter;
        const OrderId mine = counter.reserve(2);
        counter.loseReservation(Reached::No);
        counter.pass(20s);
        QVERIFY(!shown(counter).contains(mine));
    }

    void severalAreShownAndNoneIsTheDefault()
    {
        StartedCounter counter;
        counter.loseReservation(Reached::Yes);
        const OrderId theirs = counter.vendor.makeElsewhere(wanting(2));
        counter.pass(20s);
        QCOMPARE(shown(counter).size(), 2);
        QVERIFY(shown(counter).contains(theirs));
        counter.pass(20min); // nobody says anything
        QVERIFY(counter.emitted.reserved.isEmpty());
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        QVERIFY(counter.journal().issues().isEmpty()); // both ran out
        QVERIFY(counter.store.openIntents().isEmpty());
    }

    void twoLostCreatesShowTheSameOrders()
    {
        StartedCounter counter;
        const Attempt first = counter.loseReservation(Reached::Yes);
        const Attempt second = counter.loseReservation(Reached::Yes);
        counter.pass(5s);
        QCOMPARE(counter.issues(Issue::Kind::UnknownReservation).size(), 2);
        const OrderId order = counter.vendor.all().first();
        counter.service().claim(first, order);
        QCOMPARE(shown(counter), QList{counter.vendor.all().last()}); // of the second, which was told last
        counter.service().claim(second, order);                       // no order serves two intents
        counter.settle();
        QCOMPARE(counter.emitted.reserved, QList{order});
        const qint64 issue = counter.onlyIssue();
        QCOMPARE(ids(counter.service().candidates(issue)), QList{counter.vendor.all().last()});
        QCOMPARE(counter.journal().issues().first().candidates, QList{counter.vendor.all().last()});
        counter.pass(20s);
        QCOMPARE(shown(counter), QList{counter.vendor.all().last()});
        QCOMPARE(counter.issues(Issue::Kind::UnknownReservation).size(), 1);
    }

    void whatIsNotClaimedAfterAllIsShownAgain()
    {
        StartedCounter counter;
        const Attempt first = counter.loseReservation(Reached::Yes);
        (void)counter.loseReservation(Reached::Yes);
        counter.pass(5s);
        const OrderId order = counter.vendor.all().first();
        counter.vendor.failNext(Kind::Order, offline());
        counter.service().claim(first, order);
        QCOMPARE(shown(counter), QList{counter.vendor.all().last()});
        counter.settle();
        QVERIFY(counter.emitted.reserved.isEmpty());
        counter.pass(40s);
        for (const Issue &issue : counter.issues(Issue::Kind::UnknownReservation))
            QCOMPARE(ids(counter.service().candidates(issue.id)).size(), 2);
    }

    // The cashier says ---------------------------------------------------------------------------------------------

    void t09_ours()
    {
        StartedCounter counter;
        const auto [attempt, order] = loseAndShow(counter);
        counter.store.commitTime = 500ms;
        counter.service().claim(attempt, order);
        counter.pass(400ms);
        QVERIFY(counter.emitted.reserved.isEmpty()); // committed before it shows
        counter.pass(1s);
        QCOMPARE(counter.emitted.reserved, QList{order});
        QCOMPARE(counter.sale(order).origin, Sale::Origin::ThisCounter);
        QVERIFY(counter.story(order).contains(What::Claimed));
        QCOMPARE(counter.store.outcome(Intent::Verb::Reserve), std::optional(IntentResult::Done));
        counter.pass(1s);
        QVERIFY(counter.journal().issues().isEmpty());
        counter.pay(order);
        counter.pass(2s);
        QCOMPARE(counter.status(order), OrderStatus::InProgress);
        QCOMPARE(counter.vendor.count(Kind::Reserve), 1);
        counter.store.commitTime = 1ms;
        counter.restart();
        QVERIFY(counter.story(order).contains(What::Claimed));
        QVERIFY(counter.issues(Issue::Kind::UnknownReservation).isEmpty());
    }

    void t09_none()
    {
        StartedCounter counter;
        const auto [attempt, order] = loseAndShow(counter);
        counter.service().disclaim(attempt);
        counter.settle();
        QVERIFY(counter.emitted.reserved.isEmpty());
        QVERIFY(counter.journal().issues().isEmpty());
        QCOMPARE(counter.store.outcome(Intent::Verb::Reserve), std::optional(IntentResult::Refused));
        const int asked = counter.vendor.count(Kind::Orders);
        counter.pass(5min);
        QCOMPARE(counter.vendor.count(Kind::Orders), asked); // nothing is looked for any more
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        QCOMPARE(counter.vendor.status(order), OrderStatus::Executed);
        counter.restart();
        QVERIFY(counter.journal().issues().isEmpty());
        static_cast<void>(counter.reserve(2)); // and she sells anew
    }

    void t09_oursToReleaseAfterARestart()
    {
        StartedCounter counter;
        counter.loseReservation(Reached::Yes);
        const OrderId theirs = counter.vendor.makeElsewhere(wanting(2));
        counter.restart();
        counter.pass(1s);
        const OrderId mine = counter.vendor.all().first();
        counter.service().claimFor(openIssue(counter), mine, SaleGoal::Release);
        counter.pass(1s);
        QCOMPARE(counter.vendor.status(mine), OrderStatus::Canceled);
        QCOMPARE(counter.vendor.status(theirs), OrderStatus::Executed);
        QVERIFY(counter.journal().issues().isEmpty());
        QCOMPARE(counter.story(mine).last(), What::Canceled);
    }

    void t09_oursToGoOnWithAfterARestart()
    {
        StartedCounter counter;
        counter.loseReservation(Reached::Yes);
        counter.restart();
        counter.pass(1s);
        const OrderId mine = counter.vendor.all().first();
        counter.service().claimFor(openIssue(counter), mine, SaleGoal::Sell);
        counter.settle();
        counter.pay(mine);
        QCOMPARE(counter.status(mine), OrderStatus::InProgress);
    }

    void t09_noneAfterARestart()
    {
        StartedCounter counter;
        counter.loseReservation(Reached::Yes);
        counter.restart();
        counter.pass(1s);
        counter.service().resolve(openIssue(counter), u"none"_s);
        counter.settle();
        QVERIFY(counter.journal().issues().isEmpty());
        QVERIFY(counter.store.openIntents().isEmpty());
        counter.restart();
        counter.pass(1min);
        QVERIFY(counter.journal().issues().isEmpty());
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
    }

    void h03_aClaimThatTheDiskRefusedIsNotShown()
    {
        StartedCounter counter;
        const auto [attempt, order] = loseAndShow(counter);
        counter.store.refusal = diskFull;
        counter.service().claim(attempt, order);
        counter.settle();
        counter.pass(1min);
        QVERIFY(counter.emitted.reserved.isEmpty());
        QCOMPARE(counter.issues(Issue::Kind::UnknownReservation).size(), 1);
        counter.freeDisk();
        QCOMPARE(counter.emitted.reserved,
                 QList{order}); // nothing is sent by a claim: it waits, and is shown once written
        QVERIFY(counter.issues(Issue::Kind::UnknownReservation).isEmpty());
    }

    void h03_aClaimShowsWhatTheJournalHoldsOnASlowDisk()
    {
        CounterFixture counter;
        counter.vendor.hold = 1h;
        counter.start();
        counter.loseReservation(Reached::No);
        const OrderId theirs = counter.vendor.makeElsewhere(wanting(2));
        counter.pass(5s);
        counter.store.hang();
        counter.service().claimFor(openIssue(counter), theirs, SaleGoal::Release);
        counter.pass(11s);
        QVERIFY(counter.emitted.reserved.isEmpty());
        QCOMPARE(counter.vendor.status(theirs), OrderStatus::Executed); // nothing is released before it is written
        counter.store.resume();
        counter.pass(5s);
        QCOMPARE(counter.emitted.reserved, QList{theirs});
        QCOMPARE(counter.vendor.status(theirs), OrderStatus::Canceled); // as the person said
    }

    void h01_whatAnotherCounterHasGoneOnWithIsNotClaimed_data()
    {
        QTest::addColumn<SaleGoal>("goal");
        QTest::newRow("to sell") << SaleGoal::Sell;
        QTest::newRow("to release") << SaleGoal::Release;
    }

    void h01_whatAnotherCounterHasGoneOnWithIsNotClaimed()
    {
        QFETCH(SaleGoal, goal);
        CounterFixture counter;
        counter.vendor.hold = 1h;
        counter.start();
        counter.loseReservation(Reached::No);
        const OrderId theirs = counter.vendor.makeElsewhere(wanting(2));
        counter.pass(5s);
        QCOMPARE(counter.service().candidates(openIssue(counter)).size(), 1);
        counter.vendor.at(theirs).status = OrderStatus::InProgress; // since the list was read
        QSignalSpy failed(&counter.service(), &SaleService::claimFailed);
        counter.service().claimFor(openIssue(counter), theirs, goal);
        counter.pass(30s);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.first().at(1).value<ApiError>().kind, ErrorKind::OtherOrder);
        QVERIFY(counter.emitted.reserved.isEmpty());
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        QVERIFY(counter.service().candidates(openIssue(counter)).isEmpty());
    }

    void aClaimThatCannotBeReadIsToldAndCanBeMadeAgain()
    {
        StartedCounter counter;
        const auto [attempt, order] = loseAndShow(counter);
        counter.vendor.failNext(Kind::Order, offline());
        QSignalSpy failed(&counter.service(), &SaleService::claimFailed);
        counter.service().claim(attempt, order);
        counter.settle();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.first().at(1).value<ApiError>().kind, offline().kind);
        QVERIFY(counter.emitted.reserved.isEmpty());
        QCOMPARE(counter.emitted.unclear.last().size(), 1); // on offer again
        counter.service().claim(attempt, order);
        counter.settle();
        QCOMPARE(counter.emitted.reserved, QList{order});
    }

    void seatsThatCouldNotBeReadAreReadAgain()
    {
        StartedCounter counter;
        counter.vendor.failNext(Kind::Tickets, offline(), Reached::No, 2);
        static_cast<void>(loseAndShow(counter));
        counter.pass(1min);
        QVERIFY(!counter.service().candidates(openIssue(counter)).first().tickets.isEmpty());
    }

    void h08_aCreateThatWaitedAndWasKilledIsFound()
    {
        CounterFixture counter;
        counter.vendor.hold = 1h;
        counter.start();
        counter.vendor.failNext(Kind::Reserve, answered(429, 30s), Reached::No, 8);
        static_cast<void>(counter.service().reserve(wanting(2)));
        counter.pass(3min);
        counter.vendor.holdCalls(Kind::Reserve);
        counter.pass(3min);
        QCOMPARE(counter.vendor.waiting(Kind::Reserve), 1);
        counter.vendor.takeEffect(Kind::Reserve); // more than three minutes after it was intended
        counter.kill();
        counter.restart();
        counter.pass(5s);
        QCOMPARE(counter.service().candidates(openIssue(counter)).size(), 1);
    }

    void noneIsSaidOnceItIsDurable()
    {
        StartedCounter counter;
        const Attempt attempt = counter.loseReservation(Reached::Yes);
        counter.pass(5s);
        counter.store.refusal = diskFull;
        counter.service().disclaim(attempt);
        counter.pass(1s);
        QCOMPARE(counter.issues(Issue::Kind::UnknownReservation).size(), 1);
        counter.freeDisk();
        QVERIFY(counter.journal().issues().isEmpty());
    }

    // A create that is left ----------------------------------------------------------------------------------------

    void aCreateThatIsLeftIsReleasedWhenItIsAnswered()
    {
        StartedCounter counter;
        counter.leaveReservation();
        counter.pass(12s);
        QCOMPARE(counter.vendor.waiting(Kind::Reserve), 1); // it is not broken off
        counter.vendor.answer(Kind::Reserve);
        counter.pass(1s);
        const OrderId order = counter.vendor.all().first();
        QCOMPARE(counter.vendor.status(order), OrderStatus::Canceled);
        QCOMPARE(counter.story(order), (QList{What::Created, What::Canceled}));
        QVERIFY(counter.journal().issues().isEmpty());
    }

    void v10_anAnswerAfterFortySecondsIsOursWhetherItIsAwaitedOrLeft_data()
    {
        QTest::addColumn<bool>("isLeft");
        QTest::newRow("awaited") << false;
        QTest::newRow("left") << true;
    }

    void v10_anAnswerAfterFortySecondsIsOursWhetherItIsAwaitedOrLeft()
    {
        QFETCH(bool, isLeft);
        StartedCounter counter;
        counter.vendor.holdCalls(Kind::Reserve);
        const Attempt attempt = counter.tryReservation();
        counter.pass(12s);
        if (isLeft)
            counter.service().giveUp(attempt);
        counter.vendor.takeEffect(Kind::Reserve);
        const OrderId order = counter.vendor.all().first();
        counter.pass(8s);
        counter.loadOrders(); // and the list shows it before it is known whose it is
        counter.pass(20s);
        QVERIFY(counter.emitted.reserved.isEmpty());
        QVERIFY(counter.emitted.notReserved.isEmpty());
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        counter.vendor.answer(Kind::Reserve);
        counter.pass(1s);
        QCOMPARE(counter.sale(order).origin, Sale::Origin::ThisCounter);
        QCOMPARE(counter.status(order), isLeft ? OrderStatus::Canceled : OrderStatus::Executed);
        QCOMPARE(counter.vendor.count(Kind::Reserve), 1);
        QCOMPARE(counter.emitted.searched, 0);
        QVERIFY(counter.journal().issues().isEmpty());
        QCOMPARE(counter.store.outcome(Intent::Verb::Reserve), std::optional(IntentResult::Done));
    }

    void aCreateThatIsLeftAndLostStaysAnIssue()
    {
        StartedCounter counter;
        counter.leaveReservation();
        counter.vendor.takeEffect(Kind::Reserve);
        counter.vendor.fail(Kind::Reserve, lost());
        counter.pass(5s);
        QCOMPARE(ids(counter.service().candidates(openIssue(counter))), counter.vendor.all());
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
    }

    void aCreateThatIsLeftBeforeItIsWrittenIsNotSent()
    {
        StartedCounter counter;
        counter.store.commitTime = 1s;
        const Attempt attempt = counter.service().reserve(wanting(2));
        counter.service().giveUp(attempt);
        counter.pass(1min);
        QCOMPARE(counter.vendor.count(Kind::Reserve), 0);
        QVERIFY(counter.store.openIntents().isEmpty());
        QCOMPARE(counter.emitted.notReserved.size(), 1);
    }

    void whatIsLeftIsTold()
    {
        StartedCounter counter;
        QSignalSpy changed(&counter.service(), &SaleService::leftReservationsChanged);
        QVERIFY(counter.service().leftReservations().empty());
        counter.leaveReservation();
        QCOMPARE(counter.service().leftReservations().size(), 1);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(counter.service().leftReservations().front()->request(), wanting(2));
        QVERIFY(!counter.service().leftReservations().front()->isSearching());
        counter.pass(1min);
        QVERIFY(counter.service().leftReservations().front()->isSearching());
        changed.clear();
        counter.vendor.answer(Kind::Reserve);
        counter.pass(1s);
        QVERIFY(counter.service().leftReservations().empty());
        QVERIFY(!changed.isEmpty());
    }

    void anAnswerAfterTheLimitIsCertainlyOurs_data()
    {
        QTest::addColumn<bool>("isLeft");
        QTest::newRow("awaited") << false;
        QTest::newRow("left") << true;
    }

    void anAnswerAfterTheLimitIsCertainlyOurs()
    {
        QFETCH(bool, isLeft);
        StartedCounter counter;
        counter.vendor.holdCalls(Kind::Reserve);
        const Attempt attempt = counter.tryReservation();
        if (isLeft)
            counter.service().giveUp(attempt);
        counter.vendor.takeEffect(Kind::Reserve);
        const OrderId order = counter.vendor.all().first();
        const OrderId theirs = counter.vendor.makeElsewhere(wanting(2)); // just like it
        counter.pass(70s);
        QCOMPARE(counter.emitted.searched, 1); // it counts as lost
        QCOMPARE(counter.issues(Issue::Kind::UnknownReservation).size(), 1);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        counter.vendor.answer(Kind::Reserve);
        counter.pass(1s);
        QCOMPARE(counter.emitted.reserved, QList{order});
        QCOMPARE(counter.status(order), isLeft ? OrderStatus::Canceled : OrderStatus::Executed);
        QVERIFY(counter.journal().issues().isEmpty());
        QCOMPARE(counter.store.outcome(Intent::Verb::Reserve), std::optional(IntentResult::Done));
        QCOMPARE(counter.vendor.status(theirs), OrderStatus::Executed); // never touched
        QCOMPARE(counter.vendor.count(Kind::Reserve), 1);
        const int asked = counter.vendor.count(Kind::Orders);
        counter.pass(1min);
        QCOMPARE(counter.vendor.count(Kind::Orders), asked); // nothing is looked for any more
    }

    void aRefusalAfterTheLimitIsCertain()
    {
        StartedCounter counter;
        counter.leaveReservation();
        counter.pass(1min);
        QCOMPARE(counter.issues(Issue::Kind::UnknownReservation).size(), 1);
        counter.vendor.fail(Kind::Reserve, answered(400));
        counter.pass(1s);
        QCOMPARE(counter.emitted.notReserved.size(), 1);
        QVERIFY(counter.journal().issues().isEmpty());
        QVERIFY(counter.store.openIntents().isEmpty());
    }

    void whatIsAnsweredAfterSheSaidNoneIsReleased_data()
    {
        QTest::addColumn<bool>("isSaid");
        QTest::newRow("she said none of them") << true;
        QTest::newRow("nothing was found") << false;
    }

    void whatIsAnsweredAfterSheSaidNoneIsReleased()
    {
        QFETCH(bool, isSaid);
        StartedCounter counter;
        counter.vendor.holdCalls(Kind::Reserve);
        const Attempt attempt = counter.tryReservation();
        counter.pass(1min);
        if (isSaid)
            counter.service().disclaim(attempt);
        else
            counter.pass(3min);
        counter.settle();
        QVERIFY(counter.journal().issues().isEmpty());
        QCOMPARE(counter.emitted.notReserved.size(), isSaid ? 0 : 1);
        if (!isSaid)
            QCOMPARE(counter.emitted.notReserved.first().kind, ErrorKind::TimedOut); // it was not the connection
        counter.vendor.answer(Kind::Reserve);
        counter.pass(1s);
        const OrderId order = counter.vendor.all().first();
        QCOMPARE(counter.vendor.status(order), OrderStatus::Canceled);
        QCOMPARE(counter.sale(order).origin, Sale::Origin::ThisCounter);
    }

    void howLongTheServerAsksToWaitIsTold()
    {
        StartedCounter counter;
        QSignalSpy delayed(&counter.service(), &SaleService::reservationDelayed);
        counter.vendor.failNext(Kind::Reserve, answered(429, 20s));
        counter.tryReservation();
        QCOMPARE(delayed.count(), 1);
        const Microseconds pause = delayed.first().at(2).value<Instant>() - counter.vendor.now();
        QVERIFY(pause > 19s && pause <= 20s);
        QVERIFY(counter.emitted.reserved.isEmpty());
        counter.pass(20s);
        QCOMPARE(counter.emitted.reserved.size(), 1);
    }

    void aKilledProgramReleasesWhatWasLeftAndAnswered()
    {
        StartedCounter counter;
        counter.leaveReservation();
        counter.vendor.failAll(Kind::Cancel, offline());
        counter.vendor.answer(Kind::Reserve);
        counter.pass(1s);
        counter.kill();
        counter.vendor.failNone();
        counter.start();
        counter.pass(1s);
        QCOMPARE(counter.vendor.status(counter.vendor.all().first()), OrderStatus::Canceled); // its own, certainly
    }

    // How a search ends --------------------------------------------------------------------------------------------

    void whereNothingWasMadeItEndsAMinuteAfterItWasGivenUp()
    {
        StartedCounter counter;
        counter.loseReservation(Reached::No);
        counter.pass(55s);
        QVERIFY(counter.emitted.notReserved.isEmpty()); // a slow server may still act on it
        QCOMPARE(counter.issues(Issue::Kind::UnknownReservation).size(), 1);
        counter.pass(3min);
        QCOMPARE(counter.emitted.notReserved.size(), 1);
        QVERIFY(counter.journal().issues().isEmpty());
        QVERIFY(counter.store.openIntents().isEmpty());
        const int asked = counter.vendor.count(Kind::Orders);
        QVERIFY2(asked <= 12, qPrintable(QString::number(asked)));
        counter.pass(1h);
        QCOMPARE(counter.vendor.count(Kind::Orders), asked);
    }

    void h11_aCutListIsNoEvidenceOfAbsence()
    {
        CounterFixture counter;
        counter.vendor.hold = 1h;
        counter.start();
        counter.vendor.listed = [](OrderList list) {
            list.orders.clear();
            list.extent = ListExtent::Cut;
            return list;
        };
        counter.loseReservation(Reached::Yes);
        counter.pass(9min);
        QCOMPARE(counter.issues(Issue::Kind::UnknownReservation).size(), 1);
        QVERIFY(counter.emitted.notReserved.isEmpty());
        counter.vendor.listed = {};
        counter.pass(2min);
        QCOMPARE(shown(counter), counter.vendor.all());
    }

    void onlyAListThatWasAskedForAfterwardsIsEvidence()
    {
        StartedCounter counter;
        counter.loseReservation(Reached::No);
        counter.pass(30s);
        counter.vendor.holdCalls(Kind::Orders);
        while (counter.vendor.waiting(Kind::Orders) == 0)
            counter.pass(1s);
        counter.vendor.takeEffect(Kind::Orders);                       // there is nothing yet
        const OrderId late = counter.vendor.makeElsewhere(wanting(2)); // a slow server acts on the create
        counter.vendor.answerAtOnce(Kind::Orders);
        counter.pass(40s);
        counter.vendor.answer(Kind::Orders); // more than a minute after it was given up
        QVERIFY(counter.emitted.notReserved.isEmpty());
        counter.pass(1min);
        QCOMPARE(shown(counter), QList{late});
    }

    void anUnreachableServerIsSaidAndAskedOn()
    {
        StartedCounter counter;
        counter.vendor.failAll(Kind::Orders, offline());
        counter.loseReservation(Reached::Yes);
        counter.pass(5min);
        QCOMPARE(counter.emitted.unclear.size(), 1);
        QVERIFY(counter.emitted.unclear.first().isEmpty()); // "it is not known whether it was made"
        QVERIFY(counter.emitted.notReserved.isEmpty());
        const int asked = counter.vendor.count(Kind::Orders);
        QVERIFY2(asked >= 3 && asked <= 30, qPrintable(QString::number(asked)));
        counter.vendor.failNone();
        counter.service().retryNow(); // the connection is back
        counter.settle();
        QCOMPARE(shown(counter), counter.vendor.all());
    }

    void h08_aServerThatIsBusyIsNotAskedSoonerThanItSays()
    {
        StartedCounter counter;
        counter.vendor.failNext(Kind::Orders, answered(429, 30s));
        counter.loseReservation(Reached::Yes);
        counter.pass(1s);
        QCOMPARE(counter.vendor.count(Kind::Orders), 1);
        counter.pass(28s);
        QCOMPARE(counter.vendor.count(Kind::Orders), 1);
    }

    void h09_anIssueOfAReservationEndsWhenTheServerForgetsTheOrder()
    {
        StartedCounter counter;
        counter.loseReservation(Reached::Yes);
        counter.pass(5s);
        counter.vendor.forget(counter.vendor.all().first());
        counter.pass(5min);
        QVERIFY(counter.journal().issues().isEmpty());
    }

    // Answers ------------------------------------------------------------------------------------------------------

    void anAnswerAboutAnotherOrderIsNotTaken_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("of another event") << u"event"_s;
        QTest::newRow("that went on") << u"status"_s;
        QTest::newRow("with more tickets") << u"tickets"_s;
        QTest::newRow("that is ours already") << u"known"_s;
    }

    void anAnswerAboutAnotherOrderIsNotTaken()
    {
        QFETCH(QString, what);
        StartedCounter counter;
        const OrderId mine = counter.reserve(2);
        counter.vendor.telling[Kind::Reserve] = [&](Order order) {
            if (what == u"event")
                order.event = eventId(9);
            else if (what == u"status")
                order.status = OrderStatus::InProgress;
            else if (what == u"tickets")
                order.tickets << order.tickets << order.tickets;
            else
                order = counter.vendor.at(mine);
            return order;
        };
        counter.tryReservation();
        QCOMPARE(counter.emitted.reserved, QList{mine}); // of before
        QCOMPARE(counter.emitted.searched, 1);
        QCOMPARE(counter.issues(Issue::Kind::UnknownReservation).size(), 1);
    }

    void h14_aCreateThatIsAnsweredWithItsIdAloneIsSold()
    {
        StartedCounter counter;
        counter.vendor.telling[Kind::Reserve] = [](const Order &order) { return only(order, {}); };
        const OrderId id = counter.reserve(2);
        counter.pass(3s);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        QCOMPARE(counter.status(id), OrderStatus::Executed);
        QCOMPARE(counter.sale(id).order.tickets.size(), 2);
        counter.pay(id);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
    }

    void h14_aCreateAnsweredWithoutTicketsIsNotSoldOut()
    {
        StartedCounter counter;
        counter.vendor.telling[Kind::Reserve] = [](const Order &order) {
            return only(order, allOrderFields & ~Order::Fields(Order::Field::Tickets));
        };
        const OrderId id = counter.reserve(2);
        QCOMPARE(counter.story(id), QList{What::Created});
        QCOMPARE(counter.sale(id).goal, SaleGoal::Sell);
        counter.pass(5min);
        QCOMPARE(counter.vendor.status(id), OrderStatus::Executed);
        counter.pay(id);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
    }

    void aRefusedCreateIsOver()
    {
        StartedCounter counter;
        counter.vendor.failNext(Kind::Reserve, answered(400));
        counter.tryReservation();
        QCOMPARE(counter.emitted.notReserved.last().kind, ErrorKind::BadRequest);
        QCOMPARE(counter.store.outcome(Intent::Verb::Reserve), std::optional(IntentResult::Refused));
        QVERIFY(counter.journal().issues().isEmpty());
    }

    void h08_aBusyServerIsAskedAgainWithinBounds()
    {
        StartedCounter counter;
        counter.vendor.failNext(Kind::Reserve, answered(429, 3600s));
        static_cast<void>(counter.service().reserve(wanting(2)));
        counter.pass(29s);
        QCOMPARE(counter.vendor.count(Kind::Reserve), 1);
        counter.pass(2s);
        QCOMPARE(counter.emitted.reserved.size(), 1);
        QCOMPARE(counter.store.openIntents().size(), 0);
    }

    void h08_aServerThatStaysBusyIsLeftAfterAWhile()
    {
        StartedCounter counter;
        counter.vendor.failAll(Kind::Reserve, answered(429, 30s));
        static_cast<void>(counter.service().reserve(wanting(2)));
        counter.pass(11min);
        QCOMPARE(counter.emitted.notReserved.size(), 1);
        QVERIFY(counter.vendor.count(Kind::Reserve) <= 21);
        QVERIFY(counter.store.openIntents().isEmpty());
        const int asked = counter.vendor.count(Kind::Reserve);
        counter.pass(1h);
        QCOMPARE(counter.vendor.count(Kind::Reserve), asked);
    }

    void h08_aCreateThatWaitsCanBeLeft()
    {
        StartedCounter counter;
        counter.vendor.failNext(Kind::Reserve, answered(429, 3600s));
        const Attempt attempt = counter.service().reserve(wanting(2));
        counter.pass(1s);
        counter.service().giveUp(attempt);
        counter.settle();
        QCOMPARE(counter.emitted.notReserved.size(), 1);
        counter.pass(2min);
        QCOMPARE(counter.vendor.count(Kind::Reserve), 1);
        QVERIFY(counter.store.openIntents().isEmpty());
    }

    void h16_noReservationIsSentWithAKeyThatWasRefused()
    {
        StartedCounter counter;
        counter.vendor.failNext(Kind::Reserve, answered(401));
        counter.tryReservation();
        QCOMPARE(counter.emitted.notReserved.last().kind, ErrorKind::Unauthorized);
        counter.tryReservation();
        QCOMPARE(counter.vendor.count(Kind::Reserve), 1);
        counter.loadOrders(); // answered: the key is right again
        const qsizetype before = counter.emitted.reserved.size();
        counter.tryReservation();
        QCOMPARE(counter.emitted.reserved.size(), before + 1);
    }

    void h21_nothingIsSentThatIsNotWrittenDown()
    {
        StartedCounter counter;
        counter.store.commitTime = 200ms;
        static_cast<void>(counter.service().reserve(wanting(2)));
        counter.pass(199ms);
        QCOMPARE(counter.vendor.count(Kind::Reserve), 0);
        counter.pass(1ms);
        QCOMPARE(counter.vendor.count(Kind::Reserve), 1);
        QCOMPARE(counter.store.openIntents().size(), 1);
    }

    void aCreateThatCannotBeWrittenIsRefusedInWordsAndNeverSent_data()
    {
        QTest::addColumn<bool>("isHanging");
        QTest::newRow("full disk") << false;
        QTest::newRow("a disk that hangs") << true;
    }

    void aCreateThatCannotBeWrittenIsRefusedInWordsAndNeverSent()
    {
        QFETCH(bool, isHanging);
        StartedCounter counter;
        if (isHanging)
            counter.store.hang();
        else
            counter.store.refusal = diskFull;
        static_cast<void>(counter.service().reserve(wanting(2)));
        counter.pass(10100ms);
        QCOMPARE(counter.emitted.notReserved.size(), 1);
        QCOMPARE(counter.emitted.notReserved.first().kind, ErrorKind::NotRecorded);
        counter.store.resume();
        counter.store.refusal.reset();
        counter.pass(5min);
        QCOMPARE(counter.vendor.count(Kind::Reserve), 0);
        QVERIFY(counter.store.openIntents().isEmpty());
        QVERIFY(counter.journal().issues().isEmpty());
    }
};

} // namespace okoshko::test::tst_reservationflow

OKOSHKO_TEST(tst_reservationflow, ReservationFlowTest, QCoreApplication)
#include "tst_reservationflow.moc"
