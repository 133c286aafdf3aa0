// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/Counter.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_saledesktrouble {

using Refusal = SaleDesk::Refusal;
using Verb = Vendor::Verb;
using What = HistoryEntry::What;

/// The desk where the network or the server does not do as it should.
class SaleDeskTroubleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsOutConflicts()
    {
        Counter counter;
        const Sale &sale = counter.reserve(1);
        counter.vendor.plan({Verb::Cancel, {.kind = ErrorKind::Conflict, .httpStatus = 409}, Vendor::Reached::No, 3});
        QCOMPARE(counter.desk.cancel(sale.order.id), Refusal::None);
        counter.pass(10s);
        QCOMPARE(sale.order.status, OrderStatus::Canceled);
        QCOMPARE(counter.vendor.count(Verb::Cancel), 4);
        QVERIFY(!sale.failure);
    }

    void endsConflictsThatDoNotEnd()
    {
        Counter counter;
        const Sale &sale = counter.reserve(1);
        QSignalSpy failed(&counter.desk, &SaleDesk::stepFailed);
        counter.vendor.plan(
            {Verb::ChoosePayment, {.kind = ErrorKind::Conflict, .httpStatus = 409}, Vendor::Reached::No, 1000});
        QCOMPARE(counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::None);
        counter.pass(100s);
        QCOMPARE(failed.count(), 1);
        QVERIFY(!sale.underWay);
        QCOMPARE(counter.vendor.count(Verb::ChoosePayment), 11);
    }

    void readsBackALostStart()
    {
        Counter counter;
        const Sale &sale = counter.reserve(1);
        QSignalSpy redirect(&counter.desk, &SaleDesk::redirectReady);
        counter.vendor.plan({Verb::StartPayment,
                             {.kind = ErrorKind::ConnectionLost, .effect = Effect::Possible},
                             Vendor::Reached::Yes});
        QCOMPARE(counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::None);
        QTRY_COMPARE(sale.order.status, OrderStatus::InProgress);
        QCOMPARE(redirect.count(), 1);
        QCOMPARE(counter.vendor.count(Verb::StartPayment), 1); // read back, never sent again blindly
        QVERIFY(!sale.failure);
    }

    void readsBackALostConfirmation()
    {
        Counter counter;
        counter.vendor.redirectUrl.clear();
        const Sale &sale = counter.startPayment();
        counter.vendor.plan(
            {Verb::Confirm, {.kind = ErrorKind::TimedOut, .effect = Effect::Possible}, Vendor::Reached::Yes});
        QCOMPARE(counter.desk.confirm(sale.order.id), Refusal::None);
        QTRY_COMPARE(sale.order.status, OrderStatus::Done);
        QCOMPARE(counter.vendor.count(Verb::Confirm), 1);
    }

    void learnsWhyACancelIsRefused()
    {
        Counter counter;
        const Sale &sale = counter.startPayment();
        counter.vendor.at(sale.order.id).status = OrderStatus::Done; // paid while the cashier reached for Cancel
        QCOMPARE(counter.desk.cancel(sale.order.id), Refusal::None);
        QTRY_COMPARE(sale.order.status, OrderStatus::Done);
        QVERIFY(!sale.failure);
    }

    void goesOnAskingPastZero()
    {
        Counter counter;
        const Sale &sale = counter.startPayment();
        counter.pass(1700s);
        counter.vendor.at(sale.order.id).reservedTill = *sale.order.reservedTill + 24h; // the server takes its time
        counter.pass(600s);
        QCOMPARE(sale.order.status, OrderStatus::InProgress);
        counter.vendor.at(sale.order.id).status = OrderStatus::Done;
        counter.pass(31s);
        QCOMPARE(sale.order.status, OrderStatus::Done);
    }

    void backsOffWhereTheServerIsAway()
    {
        Counter counter;
        const Sale &sale = counter.startPayment();
        counter.vendor.plan({Verb::Order, {.kind = ErrorKind::NoConnection}, Vendor::Reached::No, 100});
        counter.vendor.forget();
        counter.pass(300s);
        QVERIFY(counter.vendor.count(Verb::Order) < 20);
        QVERIFY(sale.failure && sale.failure->step == Step::Read);
        QCOMPARE(sale.order.status, OrderStatus::InProgress);
    }

    void recoversFromFailedReadings()
    {
        Counter counter;
        const Sale &sale = counter.startPayment();
        counter.vendor.plan({Verb::Order, {.kind = ErrorKind::ServerFault, .httpStatus = 502}, Vendor::Reached::No, 3});
        counter.pass(60s);
        QVERIFY(!sale.failure);
        counter.vendor.at(sale.order.id).status = OrderStatus::Canceled;
        counter.pass(10s);
        QCOMPARE(sale.history.last().what, What::Declined);
    }

    void waitsAsLongAsTheServerWishes()
    {
        Counter counter;
        const Sale &sale = counter.reserve(1);
        const ApiError busy{
            .kind = ErrorKind::ServerFault, .effect = Effect::Possible, .httpStatus = 503, .retryAfter = 20s};
        counter.vendor.plan({Verb::Cancel, busy});
        counter.vendor.forget();
        QCOMPARE(counter.desk.cancel(sale.order.id), Refusal::None);
        counter.pass(19s);
        QCOMPARE(counter.vendor.log(), QList{Verb::Cancel});
        counter.pass(10s);
        QVERIFY(counter.vendor.count(Verb::Order) > 0);
        QCOMPARE(sale.order.status, OrderStatus::Canceled); // tried again, and done
    }

    void stopsAtARefusedKey()
    {
        Counter counter;
        const Sale &sale = counter.reserve(1);
        counter.vendor.plan({Verb::ChoosePayment, {.kind = ErrorKind::Unauthorized, .httpStatus = 401}});
        counter.vendor.forget();
        QCOMPARE(counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::None);
        counter.settle(sale);
        QCOMPARE(counter.vendor.count(Verb::StartPayment), 0);
        QVERIFY(sale.failure);
        QCOMPARE(sale.failure->error.kind, ErrorKind::Unauthorized);
    }

    void ignoresAnswersFromBeforeAChange()
    {
        Counter counter;
        const Sale &sale = counter.reserve(1);
        QCOMPARE(counter.desk.refresh(sale.order.id), Refusal::None); // asked while it is held …
        QCOMPARE(counter.desk.cancel(sale.order.id), Refusal::None);  // … and overtaken by the cancellation
        counter.settle(sale);
        QCOMPARE(sale.order.status, OrderStatus::Canceled);
        counter.pass(5s);
        QCOMPARE(story(sale), (QList{What::Created, What::Canceled}));
    }

    void tellsAFailedReservation()
    {
        Counter counter;
        QSignalSpy failed(&counter.desk, &SaleDesk::reservationFailed);
        counter.vendor.plan({Verb::Reserve, {.kind = ErrorKind::NotFound, .httpStatus = 404}});
        const auto attempt = counter.desk.reserve({});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().at(0).value<SaleDesk::Attempt>(), attempt);
        QCOMPARE(failed.first().at(1).value<ApiError>().kind, ErrorKind::NotFound);
        QVERIFY(counter.desk.sales().empty());
    }
};

} // namespace okoshko::test::tst_saledesktrouble

OKOSHKO_TEST(tst_saledesktrouble, SaleDeskTroubleTest, QCoreApplication)
#include "tst_saledesktrouble.moc"
