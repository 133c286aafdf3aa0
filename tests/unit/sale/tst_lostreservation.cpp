// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/Counter.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_lostreservation {

using Verb = Vendor::Verb;

namespace {

const EventId eventId = *EventId::parse(u"56a6253df06c5a059a93802e"_s);
const SetId setA = *SetId::parse(u"56a6254bf06c5a059b93800c"_s);
const SetId setB = *SetId::parse(u"f30ce6d791b9de451b931a4d"_s);

const ReserveRequest two{.event = eventId, .random = {{setA, 2}}};

Vendor::Mishap lost(Vendor::Reached reached)
{
    return {Verb::Reserve, {.kind = ErrorKind::ConnectionLost, .effect = Effect::Possible}, reached};
}

int held(const Vendor &vendor)
{
    const auto orders = vendor.all();
    return static_cast<int>(
        std::count_if(orders.cbegin(), orders.cend(), [](const Order &order) { return isHeld(order.status); }));
}

} // namespace

/// A reservation whose answer was lost: never sent again blindly, never left lying.
class LostReservationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheOrderThatWasMade()
    {
        Counter counter;
        QSignalSpy searched(&counter.desk, &SaleDesk::reservationSearched);
        counter.vendor.plan(lost(Vendor::Reached::Yes));
        const auto attempt = counter.desk.reserve(two);
        QTRY_COMPARE(searched.count(), 1);
        counter.pass(5s);
        QCOMPARE(counter.reserved.count(), 1);
        QCOMPARE(counter.reserved.first().at(0).value<SaleDesk::Attempt>(), attempt);
        QCOMPARE(counter.vendor.count(Verb::Reserve), 1);
        const Sale &sale = *counter.desk.sale(counter.reserved.first().at(1).value<OrderId>());
        QCOMPARE(sale.origin, Sale::Origin::ThisCounter);
        QCOMPARE(story(sale), (QList{HistoryEntry::What::Created, HistoryEntry::What::FoundAgain}));
        QVERIFY(counter.journal->openIntents()->isEmpty());
        QVERIFY(counter.book.unsettled().isEmpty());
    }

    void saysThatNothingWasMade()
    {
        Counter counter;
        QSignalSpy failed(&counter.desk, &SaleDesk::reservationFailed);
        counter.vendor.plan(lost(Vendor::Reached::No));
        counter.desk.reserve(two);
        counter.pass(60s);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.first().at(1).value<ApiError>().effect, Effect::None); // now it may be asked for again
        QCOMPARE(counter.vendor.count(Verb::Reserve), 1);
        QVERIFY(counter.journal->openIntents()->isEmpty());
    }

    void findsWhatASlowServerMakesLate()
    {
        Counter counter;
        counter.vendor.plan({Verb::Reserve, {.kind = ErrorKind::TimedOut, .effect = Effect::Possible}});
        counter.desk.reserve(two);
        counter.pass(8s);
        QCOMPARE(counter.reserved.count(), 0);
        static_cast<void>(counter.vendor.makeElsewhere(two)); // only now the server gets to it
        counter.pass(20s);
        QCOMPARE(counter.reserved.count(), 1);
    }

    void releasesItWhenTheBuyerHasGone()
    {
        Counter counter;
        counter.vendor.plan(lost(Vendor::Reached::Yes));
        counter.desk.giveUp(counter.desk.reserve(two));
        counter.pass(5s);
        QCOMPARE(counter.vendor.all().size(), 1);
        QCOMPARE(held(counter.vendor), 0);
        QCOMPARE(counter.vendor.vacant, 100);
    }

    void releasesAnAnsweredOneWhenTheBuyerHasGone()
    {
        Counter counter;
        counter.desk.giveUp(counter.desk.reserve(two));
        counter.pass(2s);
        QCOMPARE(counter.vendor.all().size(), 1);
        QCOMPARE(held(counter.vendor), 0);
    }

    void leavesTheSimilarOrderOfAnotherCounterAlone()
    {
        Counter counter;
        const Order earlier = counter.vendor.makeElsewhere(two); // others do sell
        counter.vendor.pass(60s);
        QSignalSpy unclear(&counter.desk, &SaleDesk::reservationUnclear);
        counter.vendor.plan(lost(Vendor::Reached::No));
        const auto attempt = counter.desk.reserve(two);
        QTRY_COMPARE(counter.vendor.count(Verb::Reserve), 1);
        const Order theirs = counter.vendor.makeElsewhere(two);
        counter.pass(5s);
        QCOMPARE(unclear.count(), 1); // it cannot be told: the cashier is asked
        QCOMPARE(unclear.first().at(1).value<QList<Order>>().size(), 1);
        QCOMPARE(counter.book.unsettled().size(), 1);
        QCOMPARE(counter.book.unsettled().first().perhaps, QList<OrderId>{theirs.id});
        counter.desk.disclaim(attempt);
        counter.pass(5s);
        QCOMPARE(held(counter.vendor), 2);
        QVERIFY(counter.book.unsettled().isEmpty());
        QVERIFY(counter.journal->openIntents()->isEmpty());
    }

    void takesTheOneThatTheCashierClaims()
    {
        Counter counter;
        counter.vendor.plan(lost(Vendor::Reached::Yes));
        const auto attempt = counter.desk.reserve(two);
        const Order theirs = counter.vendor.makeElsewhere(two);
        QSignalSpy unclear(&counter.desk, &SaleDesk::reservationUnclear);
        counter.pass(5s);
        QCOMPARE(unclear.count(), 1);
        const auto perhaps = unclear.first().at(1).value<QList<Order>>();
        QCOMPARE(perhaps.size(), 2);
        const OrderId ours = perhaps.at(0).id == theirs.id ? perhaps.at(1).id : perhaps.at(0).id;
        counter.desk.claim(attempt, ours);
        QCOMPARE(counter.reserved.count(), 1);
        QCOMPARE(counter.reserved.first().at(1).value<OrderId>(), ours);
        QCOMPARE(counter.desk.sale(ours)->order.status, OrderStatus::Executed);
        QVERIFY(counter.book.unsettled().isEmpty());
    }

    void knowsItsOwnSeatsAmongOthers()
    {
        Counter counter;
        static_cast<void>(counter.vendor.makeElsewhere(two));
        const TicketId seat = *TicketId::parse(u"00000000000000000000abcd"_s);
        counter.vendor.plan(lost(Vendor::Reached::Yes));
        counter.desk.reserve({.event = eventId, .tickets = {seat}});
        counter.pass(5s);
        QCOMPARE(counter.reserved.count(), 1);
    }

    void comparesHowManyOfEachSet()
    {
        Counter counter;
        counter.vendor.plan(lost(Vendor::Reached::No));
        counter.desk.reserve({.event = eventId, .random = {{setA, 2}, {setB, 1}}});
        QTRY_COMPARE(counter.vendor.count(Verb::Reserve), 1);
        static_cast<void>(counter.vendor.makeElsewhere({.event = eventId, .random = {{setA, 1}, {setB, 2}}}));
        QSignalSpy failed(&counter.desk, &SaleDesk::reservationFailed);
        counter.pass(60s);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(counter.reserved.count(), 0);
        QCOMPARE(held(counter.vendor), 1);
    }

    void doesNotTakeTheNextSaleForTheLostOne()
    {
        Counter counter;
        counter.vendor.plan(lost(Vendor::Reached::No));
        counter.desk.giveUp(counter.desk.reserve(two));
        counter.pass(1s);
        const Sale &next = counter.reserve(2); // the same again, for the next buyer
        counter.pass(60s);
        QCOMPARE(next.order.status, OrderStatus::Executed);
        QCOMPARE(held(counter.vendor), 1);
    }

    void goesOnLookingWhileTheServerIsAway()
    {
        Counter counter;
        QSignalSpy unclear(&counter.desk, &SaleDesk::reservationUnclear);
        counter.vendor.plan(lost(Vendor::Reached::Yes));
        counter.vendor.plan({Verb::Orders, {.kind = ErrorKind::NoConnection}, Vendor::Reached::No, 8});
        const auto attempt = counter.desk.reserve(two);
        counter.pass(150s);
        QCOMPARE(unclear.count(), 1);
        QVERIFY(unclear.first().at(1).value<QList<Order>>().isEmpty());
        counter.desk.giveUp(attempt);
        counter.pass(300s);
        QCOMPARE(held(counter.vendor), 0);
        QVERIFY(counter.book.unsettled().isEmpty()); // settled by the server's word
    }

    void waitsOutConflictsAndPatience()
    {
        Counter counter;
        ApiError busy{.kind = ErrorKind::TooManyRequests, .httpStatus = 429};
        busy.retryAfter = 7s;
        counter.vendor.plan({Verb::Reserve, busy});
        counter.desk.reserve(two);
        counter.pass(6s);
        QCOMPARE(counter.vendor.count(Verb::Reserve), 1);
        counter.pass(3s);
        QCOMPARE(counter.vendor.count(Verb::Reserve), 2);
        QCOMPARE(counter.reserved.count(), 1);
    }

    void endsConflictsThatDoNotEnd()
    {
        Counter counter;
        QSignalSpy failed(&counter.desk, &SaleDesk::reservationFailed);
        counter.vendor.plan({Verb::Reserve, {.kind = ErrorKind::Conflict, .httpStatus = 409}, Vendor::Reached::No, 99});
        counter.desk.reserve(two);
        counter.pass(60s);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(counter.vendor.count(Verb::Reserve), 11);
    }
};

} // namespace okoshko::test::tst_lostreservation

OKOSHKO_TEST(tst_lostreservation, LostReservationTest, QCoreApplication)
#include "tst_lostreservation.moc"
