// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/Counter.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_doubts {

using Kind = Unsettled::Kind;
using Refusal = SaleDesk::Refusal;
using Verb = Vendor::Verb;

/// Payments in doubt: what is settled first, what is tried again, and what a person has to settle.
class DoubtsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settlesThePaymentBeforeItIsGivenUp()
    {
        Counter counter;
        const Sale &sale = counter.startPayment();
        counter.vendor.forget();
        QCOMPARE(counter.desk.cancel(sale.order.id), Refusal::None);
        counter.settle(sale);
        QTRY_COMPARE(counter.vendor.count(Verb::Order), 2);
        const auto log = counter.vendor.log();
        QVERIFY(log.indexOf(Verb::Order) < log.indexOf(Verb::Cancel));     // read, cancel, …
        QVERIFY(log.lastIndexOf(Verb::Order) > log.indexOf(Verb::Cancel)); // … and read again
        QCOMPARE(sale.order.status, OrderStatus::Canceled);
    }

    void cancelsNothingThatWasPaidAMomentAgo()
    {
        Counter counter;
        const Sale &sale = counter.startPayment();
        counter.vendor.at(sale.order.id).status = OrderStatus::Done;
        counter.vendor.forget();
        QCOMPARE(counter.desk.cancel(sale.order.id), Refusal::None);
        counter.settle(sale);
        QCOMPARE(sale.order.status, OrderStatus::Done);
        QCOMPARE(counter.vendor.count(Verb::Cancel), 0);
    }

    void triesToReleaseUntilItWorks()
    {
        Counter counter;
        const Sale &sale = counter.reserve(2);
        counter.vendor.plan({Verb::Cancel, {.kind = ErrorKind::NoConnection}, Vendor::Reached::No, 4});
        QCOMPARE(counter.desk.cancel(sale.order.id), Refusal::None);
        counter.pass(120s);
        QCOMPARE(sale.order.status, OrderStatus::Canceled);
        QCOMPARE(counter.vendor.count(Verb::Cancel), 5);
        QCOMPARE(counter.vendor.vacant, 100);
    }

    void doesNotSellWhatIsToBeReleased()
    {
        Counter counter;
        const Sale &sale = counter.reserve(2);
        counter.vendor.plan({Verb::Cancel, {.kind = ErrorKind::NoConnection}});
        QCOMPARE(counter.desk.cancel(sale.order.id), Refusal::None);
        counter.settle(sale);
        QCOMPARE(counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::Forbidden);
    }

    void leavesAHoldThatTheServerDoesNotRelease()
    {
        Counter counter;
        const Sale &sale = counter.reserve(2);
        counter.vendor.plan({Verb::Cancel, {.kind = ErrorKind::BadRequest, .httpStatus = 400}});
        QCOMPARE(counter.desk.cancel(sale.order.id), Refusal::None);
        counter.pass(120s);
        QCOMPARE(counter.vendor.count(Verb::Cancel), 1);
        QCOMPARE(sale.wish, Wish::Sell); // the cashier sees why, and can go on with it
        QVERIFY(sale.failure);
    }

    void listsMoneyThatLandsTooLate_data()
    {
        QTest::addColumn<OrderStatus>("ended");
        QTest::newRow("after expiry") << OrderStatus::Expired;
        QTest::newRow("after a cancellation") << OrderStatus::Canceled;
    }

    void listsMoneyThatLandsTooLate()
    {
        QFETCH(const OrderStatus, ended);
        Counter counter;
        const Sale &sale = counter.startPayment();
        counter.vendor.at(sale.order.id).status = ended;
        counter.pass(40s);
        QCOMPARE(sale.order.status, ended);
        QVERIFY(counter.book.unsettled().isEmpty());
        counter.pass(600s);
        counter.vendor.at(sale.order.id).status = OrderStatus::Done;
        counter.pass(3600s);
        QCOMPARE(counter.book.unsettled().size(), 1);
        QCOMPARE(counter.book.unsettled().first().kind, Kind::PaidTooLate);
        QCOMPARE(counter.book.unsettled().first().order, sale.order.id);
        counter.vendor.forget();
        counter.pass(7200s);
        QVERIFY(counter.vendor.count(Verb::Order) == 0); // the watch is bounded
    }

    void listsFewerSeatsThanWerePaid()
    {
        Counter counter;
        const Sale &sale = counter.startPayment();
        counter.vendor.at(sale.order.id).tickets.removeLast();
        counter.vendor.at(sale.order.id).status = OrderStatus::Done;
        counter.pass(3s);
        QCOMPARE(counter.book.unsettled().size(), 1);
        const Unsettled entry = counter.book.unsettled().first();
        QCOMPARE(entry.kind, Kind::SeatsShort);
        QCOMPARE(entry.wanted, 2);
        QCOMPARE(entry.got, 1);
    }

    void listsABuyerWhoNeverCameBack()
    {
        Counter counter;
        const Sale &sale = counter.startPayment();
        counter.vendor.at(sale.order.id).reservedTill = *sale.order.reservedTill + 100h; // the server waits for ever
        counter.vendor.at(sale.order.id).reservedTill = counter.vendor.clock().now() + 60s;
        counter.vendor.expires = Vendor::Expires::Never;
        counter.pass(300s);
        QVERIFY(counter.book.unsettled().isEmpty());
        counter.pass(120s);
        QCOMPARE(counter.book.unsettled().size(), 1);
        QCOMPARE(counter.book.unsettled().first().kind, Kind::AbandonedAtBank);
        // It settles itself when the server says how it ended.
        counter.vendor.at(sale.order.id).status = OrderStatus::Canceled;
        counter.pass(60s);
        QVERIFY(counter.book.unsettled().isEmpty());
    }

    void listsAChangeThatCannotBeReadBack()
    {
        Counter counter;
        counter.vendor.redirectUrl.clear();
        const Sale &sale = counter.startPayment();
        counter.vendor.plan(
            {Verb::Confirm, {.kind = ErrorKind::TimedOut, .effect = Effect::Possible}, Vendor::Reached::Yes});
        counter.vendor.plan({Verb::Order, {.kind = ErrorKind::NoConnection}, Vendor::Reached::No, 8});
        QCOMPARE(counter.desk.confirm(sale.order.id), Refusal::None);
        counter.pass(90s);
        QCOMPARE(counter.book.unsettled().size(), 1);
        QCOMPARE(counter.book.unsettled().first().kind, Kind::UnknownOutcome);
        QCOMPARE(sale.failure->error.effect, Effect::Possible);
        counter.pass(180s);
        QCOMPARE(sale.order.status, OrderStatus::Done);
        QVERIFY(counter.book.unsettled().isEmpty());
    }

    void knowsAfterReadingBackThatItDidNotHappen()
    {
        Counter counter;
        const Sale &sale = counter.reserve(1);
        counter.vendor.plan({Verb::ChoosePayment, {.kind = ErrorKind::ConnectionLost, .effect = Effect::Possible}});
        QCOMPARE(counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::None);
        QTRY_VERIFY(sale.failure && sale.failure->error.effect == Effect::None);
        QCOMPARE(counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::None);
    }

    void honoursRetryAfterOnReadings()
    {
        Counter counter;
        const Sale &sale = counter.startPayment();
        ApiError busy{.kind = ErrorKind::ServerFault, .httpStatus = 503};
        busy.retryAfter = 50s;
        counter.vendor.plan({Verb::Order, busy});
        counter.pass(3s);
        counter.vendor.forget();
        counter.pass(45s);
        QCOMPARE(counter.vendor.count(Verb::Order), 0);
        counter.pass(5s);
        QCOMPARE(counter.vendor.count(Verb::Order), 1);
        QVERIFY(!sale.failure);
    }

    void stopsSellingWhileTheKeyIsRefused()
    {
        Counter counter;
        const Sale &sale = counter.reserve(1);
        counter.vendor.plan({Verb::ChoosePayment, {.kind = ErrorKind::Unauthorized, .httpStatus = 401}});
        QCOMPARE(counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::None);
        counter.settle(sale);
        QCOMPARE(counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::KeyRefused);
        QCOMPARE(counter.desk.refresh(sale.order.id), Refusal::None); // the key was put right meanwhile
        counter.pass(1s);
        QCOMPARE(counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::None);
    }

    void forgetsOldEndedSalesAndKeepsTheOthers()
    {
        Patience patience;
        patience.mostEnded = 20;
        Counter counter(patience);
        const OrderId held = counter.reserve(1).order.id;
        QSignalSpy forgotten(&counter.desk, &SaleDesk::saleForgotten);
        for (int i = 0; i < 50; ++i) {
            const OrderId id = counter.reserve(1).order.id;
            QCOMPARE(counter.desk.cancel(id), Refusal::None);
            counter.pass(2s);
        }
        QVERIFY(counter.desk.sales().size() <= 24);
        QVERIFY(counter.desk.sale(held));
        QVERIFY(forgotten.count() > 20);
        QCOMPARE(counter.journal->sales({})->size(), 51);
    }
};

} // namespace okoshko::test::tst_doubts

OKOSHKO_TEST(tst_doubts, DoubtsTest, QCoreApplication)
#include "tst_doubts.moc"
