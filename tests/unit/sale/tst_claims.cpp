// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_claims {

namespace {

using Kind = ScriptedVendor::Kind;
using Reached = ScriptedVendor::Reached;
using Attempt = SaleService::Attempt;

/// What reserve() made is shown before it is answered, claimed, and being read when the answer comes.
OrderId answerWhileItIsRead(StartedCounter &counter)
{
    counter.vendor.holdCalls(Kind::Reserve);
    const Attempt attempt = counter.tryReservation();
    counter.vendor.takeEffect(Kind::Reserve);
    counter.pass(1min);
    const OrderId order = firstShown(counter);
    counter.vendor.holdCalls(Kind::Order);
    counter.service().claim(attempt, order);
    counter.settle();
    counter.vendor.answer(Kind::Reserve);
    counter.settle();
    return order;
}

/// The answer waits, and another counter's order is shown.
std::pair<Attempt, OrderId> waitAndShowTheirs(StartedCounter &counter)
{
    counter.vendor.holdCalls(Kind::Reserve);
    const Attempt attempt = counter.tryReservation();
    const OrderId theirs = counter.vendor.makeElsewhere(wanting(2));
    counter.pass(1min);
    [&] { QCOMPARE(shown(counter), QList{theirs}); }();
    return {attempt, theirs};
}

/// The same, and it is being written as ours when the answer comes.
std::pair<Attempt, OrderId> answerWhileTheirsIsWritten(StartedCounter &counter)
{
    const auto [attempt, theirs] = waitAndShowTheirs(counter);
    counter.store.hang();
    counter.service().claim(attempt, theirs);
    counter.settle();
    counter.vendor.answer(Kind::Reserve);
    counter.settle();
    return {attempt, theirs};
}

} // namespace

/// What a cashier says of the orders that may be hers, and what comes in between: her last word holds, and so does the
/// server's own answer.
class ClaimsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsClaimedBeforeItIsAnsweredIsMadeOnce()
    {
        StartedCounter counter;
        const OrderId order = answerWhileItIsRead(counter);
        counter.vendor.answerAll(Kind::Order);
        counter.pass(1s);
        QCOMPARE(counter.emitted.reserved, QList{order});
        QCOMPARE(counter.status(order), OrderStatus::Executed);
        QVERIFY(counter.journal().issues().isEmpty());
    }

    void theCreatesOwnAnswerIsTakenWhileTheOrderIsRead()
    {
        StartedCounter counter;
        const OrderId order = answerWhileItIsRead(counter);
        QCOMPARE(counter.emitted.reserved, QList{order}); // it is certain, whatever the reading brings
        counter.vendor.fail(Kind::Order, offline());
        counter.pass(1s);
        QCOMPARE(counter.emitted.reserved, QList{order});
        QCOMPARE(counter.status(order), OrderStatus::Executed);
        QVERIFY(counter.journal().issues().isEmpty());
    }

    void whatIsAnsweredWhileAnotherOrderIsWrittenAsOursIsSold()
    {
        StartedCounter counter;
        const OrderId theirs = answerWhileTheirsIsWritten(counter).second;
        counter.store.resume();
        counter.pass(5s);
        const OrderId order = counter.vendor.all().last();
        QVERIFY(order != theirs);
        QCOMPARE(counter.emitted.reserved.value(0), order); // the page goes on with it
        QCOMPARE(counter.sale(order).origin, Sale::Origin::ThisCounter);
        QCOMPARE(counter.vendor.status(theirs), OrderStatus::Executed); // never released
        QVERIFY(counter.journal().issues().isEmpty());
    }

    void noneOfThemIsSaidLaterThanOurs()
    {
        StartedCounter counter;
        const auto [attempt, order] = loseAndShow(counter);
        counter.vendor.holdCalls(Kind::Order);
        counter.service().claim(attempt, order);
        counter.settle();
        counter.service().disclaim(attempt);
        counter.vendor.answerAll(Kind::Order);
        counter.pass(1s);
        QVERIFY(counter.emitted.reserved.isEmpty());
        QVERIFY(counter.journal().issues().isEmpty());
        QCOMPARE(counter.store.outcome(Intent::Verb::Reserve), std::optional(IntentResult::Refused));
        QCOMPARE(counter.vendor.status(order), OrderStatus::Executed); // runs out by itself
        QVERIFY(!counter.store.sale(order));
    }

    void whoLeavesWhatSheSaidIsHersGivesItBack_data()
    {
        QTest::addColumn<bool>("isWritten");
        QTest::newRow("while it is read") << false;
        QTest::newRow("while it is written") << true;
    }

    void whoLeavesWhatSheSaidIsHersGivesItBack()
    {
        QFETCH(bool, isWritten);
        StartedCounter counter;
        const auto [attempt, order] = loseAndShow(counter);
        if (isWritten)
            counter.store.hang();
        else
            counter.vendor.holdCalls(Kind::Order);
        counter.service().claim(attempt, order);
        counter.settle();
        counter.service().giveUp(attempt);
        if (isWritten)
            counter.store.resume();
        else
            counter.vendor.answerAll(Kind::Order);
        counter.pass(5s);
        QCOMPARE(counter.vendor.status(order), OrderStatus::Canceled);
        QVERIFY(counter.journal().issues().isEmpty());
    }

    void whatTurnsOutNotToBeOursIsLeftAlone_data()
    {
        QTest::addColumn<bool>("isReleased");
        QTest::addColumn<int>("word");
        for (const bool isReleased : {true, false}) {
            const QByteArray how = isReleased ? "ours: release, " : "she leaves while it is read, ";
            QTest::addRow("%sanother one was made", how.constData()) << isReleased << 0;
            QTest::addRow("%sthe create is refused", how.constData()) << isReleased << 1;
            QTest::addRow("%snone of them", how.constData()) << isReleased << 2;
        }
    }

    /// It was to be released, and while that is being written it turns out to be another counter's.
    void whatTurnsOutNotToBeOursIsLeftAlone()
    {
        QFETCH(bool, isReleased);
        QFETCH(int, word);
        StartedCounter counter;
        const auto [attempt, theirs] = waitAndShowTheirs(counter);
        counter.vendor.holdCalls(Kind::Order);
        counter.service().claimFor(counter.onlyIssue(), theirs, isReleased ? SaleGoal::Release : SaleGoal::Sell);
        counter.settle();
        if (!isReleased)
            counter.service().giveUp(attempt);
        counter.store.hang();
        counter.vendor.answerAll(Kind::Order);
        counter.settle();
        if (word == 0)
            counter.vendor.answer(Kind::Reserve);
        else if (word == 1)
            counter.vendor.fail(Kind::Reserve, answered(400));
        else
            QCOMPARE(counter.service().disclaim(attempt), ReservationFlow::DisclaimResult::TooLate);
        counter.settle();
        counter.store.resume();
        counter.pass(1min);
        QCOMPARE(counter.vendor.status(theirs), OrderStatus::Executed);
        QCOMPARE(counter.vendor.count(Kind::Cancel, theirs), 0);
        QCOMPARE(counter.store.sale(theirs)->goal, SaleGoal::Sell);
        counter.restart();
        counter.pass(1min);
        QCOMPARE(counter.vendor.count(Kind::Cancel, theirs), 0);
    }

    void whatIsAnsweredWhileAnotherIsWrittenIsReleasedWhereSheLeaves()
    {
        StartedCounter counter;
        const auto [attempt, theirs] = answerWhileTheirsIsWritten(counter);
        counter.service().giveUp(attempt);
        counter.store.resume();
        counter.pass(10s);
        QCOMPARE(counter.vendor.status(counter.vendor.all().last()), OrderStatus::Canceled);
        QCOMPARE(counter.vendor.status(theirs), OrderStatus::Executed);
    }

    void ofTwoThatAreSaidToBeOursTheLaterIs()
    {
        StartedCounter counter;
        const auto [attempt, order] = loseAndShow(counter);
        const OrderId other = counter.vendor.makeElsewhere(wanting(2));
        counter.pass(20s);
        QCOMPARE(shown(counter).size(), 2);
        counter.vendor.holdCalls(Kind::Order);
        counter.service().claim(attempt, other);
        counter.settle();
        counter.service().claim(attempt, order);
        counter.vendor.answerAll(Kind::Order);
        counter.pass(1s);
        QCOMPARE(counter.emitted.reserved, QList{order});
        QVERIFY(!counter.store.sale(other));
    }

    void thatAnotherOneIsOursIsHeardToBeTooLate()
    {
        StartedCounter counter;
        const auto [attempt, order] = loseAndShow(counter);
        const OrderId other = counter.vendor.makeElsewhere(wanting(2));
        counter.pass(20s);
        const qint64 issue = counter.onlyIssue();
        QList<ErrorKind> failed;
        connect(&counter.service(), &SaleService::claimFailed, this,
                [&failed](Attempt, const ApiError &error) { failed << error.kind; });
        counter.store.hang();
        counter.service().claim(attempt, order);
        counter.settle();
        counter.service().claimFor(issue, other, SaleGoal::Release);
        QCOMPARE(failed, QList{ErrorKind::Abandoned});
        QCOMPARE(counter.service().resolve(issue, u"none"_s), ReservationFlow::DisclaimResult::TooLate);
        counter.store.resume();
        counter.pass(5s);
        QCOMPARE(counter.emitted.reserved, QList{order});
        QCOMPARE(counter.vendor.status(other), OrderStatus::Executed);
    }

    void whatBecomesOfOneThatIsOursIsSaidLast_data()
    {
        QTest::addColumn<bool>("isWritten");
        QTest::addColumn<SaleGoal>("last");
        for (const bool isWritten : {false, true}) {
            const char *when = isWritten ? "written" : "read";
            QTest::addRow("release, while it is %s", when) << isWritten << SaleGoal::Release;
            QTest::addRow("go on, while it is %s", when) << isWritten << SaleGoal::Sell;
        }
    }

    void whatBecomesOfOneThatIsOursIsSaidLast()
    {
        QFETCH(bool, isWritten);
        QFETCH(SaleGoal, last);
        StartedCounter counter;
        const OrderId order = loseAndShow(counter).second;
        const qint64 issue = counter.onlyIssue();
        if (isWritten)
            counter.store.hang();
        else
            counter.vendor.holdCalls(Kind::Order);
        counter.service().claimFor(issue, order, last == SaleGoal::Sell ? SaleGoal::Release : SaleGoal::Sell);
        counter.settle();
        counter.service().claimFor(issue, order, last);
        counter.store.resume();
        counter.vendor.answerAll(Kind::Order);
        counter.pass(10s);
        QCOMPARE(counter.store.sale(order)->goal, last);
        QCOMPARE(counter.vendor.status(order), last == SaleGoal::Sell ? OrderStatus::Executed : OrderStatus::Canceled);
    }
};

} // namespace okoshko::test::tst_claims

OKOSHKO_TEST(tst_claims, ClaimsTest, QCoreApplication)
#include "tst_claims.moc"
