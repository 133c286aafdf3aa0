// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/Counter.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_confirmation {

using Confirmation = PaymentSystem::Confirmation;
using Refusal = SaleDesk::Refusal;
using Verb = Vendor::Verb;

/// What the settings narrow at the desk, whatever the windows offer.
class ConfirmationTest : public QObject
{
    Q_OBJECT

private:
    static QList<PaymentSystem> systems(Confirmation confirmation)
    {
        PaymentSystem system;
        system.name = u"api/BASE"_s;
        system.confirmation = confirmation;
        return {system};
    }

private Q_SLOTS:
    void aSystemOfTheServersIsNeverConfirmedHere()
    {
        Counter counter;
        counter.desk.setPaymentSystems(systems(Confirmation::Server));
        counter.vendor.redirectUrl.clear();
        const Sale &sale = counter.startPayment();
        QCOMPARE(counter.desk.confirm(sale.order.id), Refusal::Forbidden);
        QCOMPARE(counter.vendor.count(Verb::Confirm), 0);
        counter.vendor.at(sale.order.id).status = OrderStatus::Done;
        counter.pass(5s); // it is asked for by itself
        QCOMPARE(sale.order.status, OrderStatus::Done);
    }

    void moneyThatTheServerSeesTooLateIsLookedFor()
    {
        Counter counter;
        counter.desk.setPaymentSystems(systems(Confirmation::Server));
        counter.vendor.redirectUrl.clear();
        counter.vendor.paymentHold = 60s;
        const Sale &sale = counter.startPayment();
        counter.pass(70s);
        QCOMPARE(sale.order.status, OrderStatus::Expired);
        counter.vendor.at(sale.order.id).status = OrderStatus::Done;
        counter.pass(60s);
        QCOMPARE(sale.order.status, OrderStatus::Done);
        QCOMPARE(counter.book.unsettled().size(), 1); // and a person hears of it
    }

    void isKnownAfterARestart()
    {
        Counter before;
        before.desk.setPaymentSystems(systems(Confirmation::Server));
        before.vendor.redirectUrl.clear();
        const OrderId id = before.startPayment().order.id;
        Counter after(before.vendor, before.folder);
        after.desk.setPaymentSystems(systems(Confirmation::Server));
        for (const Sale &sale : after.book.sales(Instant()))
            after.desk.restore(sale);
        QTRY_COMPARE(after.desk.sale(id)->known, Sale::Known::FromServer);
        QCOMPARE(after.desk.confirm(id), Refusal::Forbidden);
    }

    void aChangeHoldsForPaymentsThatAreOut()
    {
        Counter counter;
        counter.vendor.redirectUrl.clear();
        const Sale &sale = counter.startPayment();
        QSignalSpy changed(&counter.desk, &SaleDesk::saleChanged);
        counter.desk.setPaymentSystems(systems(Confirmation::Server));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(counter.desk.confirm(sale.order.id), Refusal::Forbidden);
        counter.desk.setPaymentSystems(systems(Confirmation::Cashier));
        QCOMPARE(counter.desk.confirm(sale.order.id), Refusal::None);
        counter.settle(sale);
    }

    void aPageThatNobodyExpectedIsNotOpenedByItself()
    {
        Counter counter;
        counter.desk.setPaymentSystems(systems(Confirmation::Cashier));
        QSignalSpy redirect(&counter.desk, &SaleDesk::redirectReady);
        const Sale &sale = counter.startPayment();
        QCOMPARE(redirect.count(), 0);
        QCOMPARE(counter.desk.confirm(sale.order.id), Refusal::Forbidden); // the field decides, as ever
    }

    void asksAtTheNewPaceAtOnce()
    {
        Counter counter;
        PollPace slow;
        slow.first = slow.slowest = 60s;
        counter.desk.setPace(slow);
        counter.startPayment();
        counter.pass(2s);
        counter.vendor.forget();
        counter.pass(30s);
        QCOMPARE(counter.vendor.count(Verb::Order), 0);
        PollPace quick;
        quick.first = 1s;
        counter.desk.setPace(quick);
        counter.pass(5s);
        QVERIFY2(counter.vendor.count(Verb::Order) >= 3,
                 qPrintable(QString::number(counter.vendor.count(Verb::Order))));
    }
};

} // namespace okoshko::test::tst_confirmation

OKOSHKO_TEST(tst_confirmation, ConfirmationTest, QCoreApplication)
#include "tst_confirmation.moc"
