// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/Counter.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_saledesk {

using Refusal = SaleDesk::Refusal;
using Verb = Vendor::Verb;
using What = HistoryEntry::What;

class SaleDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sellsThroughThePage()
    {
        Counter counter;
        QSignalSpy redirect(&counter.desk, &SaleDesk::redirectReady);
        const Sale &sale = counter.startPayment();
        QCOMPARE(sale.order.status, OrderStatus::InProgress);
        QCOMPARE(sale.system, u"api/BASE"_s);
        QCOMPARE(redirect.count(), 1);
        QCOMPARE(redirect.first().first().value<OrderId>(), sale.order.id);

        counter.vendor.at(sale.order.id).status = OrderStatus::Done;
        counter.pass(5s);
        QCOMPARE(sale.order.status, OrderStatus::Done);
        QCOMPARE(story(sale), (QList{What::Created, What::SystemChosen, What::PaymentStarted, What::PaidOnPage}));
        QTRY_VERIFY(!sale.tickets.isEmpty() && !sale.tickets.first().barcode.isEmpty());

        counter.vendor.forget();
        counter.pass(3600s);
        QCOMPARE(counter.vendor.log(), QList<Verb>()); // what is over is left in peace
    }

    void collectsWhereThereIsNoPage()
    {
        Counter counter;
        counter.vendor.redirectUrl.clear();
        QSignalSpy redirect(&counter.desk, &SaleDesk::redirectReady);
        const Sale &sale = counter.startPayment();
        QCOMPARE(redirect.count(), 0);
        QCOMPARE(counter.desk.confirm(sale.order.id), Refusal::None);
        counter.settle(sale);
        QCOMPARE(sale.order.status, OrderStatus::Done);
        QCOMPARE(sale.history.last().what, What::Collected);
    }

    void neverConfirmsWhatThePageDecides()
    {
        Counter counter;
        const Sale &sale = counter.startPayment();
        QCOMPARE(counter.desk.confirm(sale.order.id), Refusal::Forbidden);
        QCOMPARE(counter.vendor.count(Verb::Confirm), 0);
    }

    void refusesAnUnsafePage()
    {
        Counter counter;
        counter.vendor.redirectUrl = QUrl(u"javascript:alert(1)"_s);
        QSignalSpy ready(&counter.desk, &SaleDesk::redirectReady);
        QSignalSpy refused(&counter.desk, &SaleDesk::redirectRefused);
        counter.startPayment();
        QCOMPARE(ready.count(), 0);
        QCOMPARE(refused.count(), 1);
    }

    void makesOneChangeAtATime()
    {
        Counter counter;
        const Sale &sale = counter.reserve(1);
        QCOMPARE(counter.desk.cancel(sale.order.id), Refusal::None);
        QCOMPARE(counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::Busy);
        QCOMPARE(counter.desk.cancel(sale.order.id), Refusal::Busy);
        counter.settle(sale);
        QCOMPARE(counter.vendor.count(Verb::Cancel), 1);
        QCOMPARE(counter.vendor.count(Verb::ChoosePayment), 0);
    }

    void refusesWhatTheStateForbids()
    {
        Counter counter;
        const Sale &sale = counter.reserve(1);
        QCOMPARE(counter.desk.confirm(sale.order.id), Refusal::Forbidden); // not while it is only held
        QCOMPARE(counter.desk.cancel(sale.order.id), Refusal::None);
        counter.settle(sale);
        counter.vendor.forget();
        QCOMPARE(counter.desk.pay(sale.order.id, {}), Refusal::Forbidden);
        QCOMPARE(counter.desk.confirm(sale.order.id), Refusal::Forbidden);
        QCOMPARE(counter.desk.cancel(sale.order.id), Refusal::Forbidden);
        QCOMPARE(counter.desk.cancel(*OrderId::parse(u"ffffffffffffffffffffffff"_s)), Refusal::UnknownOrder);
        QCOMPARE(counter.vendor.log(), QList<Verb>());
    }

    void cancelsAnEmptyReservation()
    {
        Counter counter;
        counter.vendor.vacant = 0;
        const Sale &sale = counter.reserve(2);
        QTRY_COMPARE(sale.order.status, OrderStatus::Canceled);
        QCOMPARE(story(sale), (QList{What::CreatedEmpty, What::Canceled}));
        QCOMPARE(counter.vendor.count(Verb::Reserve), 1);
    }

    void tellsAPartialReservation()
    {
        Counter counter;
        counter.vendor.vacant = 1;
        const Sale &sale = counter.reserve(3);
        QCOMPARE(sale.history.first().what, What::CreatedPartly);
        QCOMPARE(sale.order.status, OrderStatus::Executed);
    }

    void asksAtTheEndOfAHold()
    {
        Counter counter;
        const Sale &sale = counter.reserve(1);
        counter.pass(599s);
        QCOMPARE(counter.vendor.count(Verb::Order), 0);
        QCOMPARE(sale.order.status, OrderStatus::Executed);
        counter.pass(3s);
        QCOMPARE(sale.order.status, OrderStatus::Expired);
        QCOMPARE(sale.history.last().what, What::Expired);
    }

    void asksAtABoundedPace()
    {
        Counter counter;
        counter.vendor.paymentHold = 12h;
        counter.startPayment();
        counter.vendor.forget();
        counter.pass(60s);
        const int firstMinute = counter.vendor.count(Verb::Order);
        QVERIFY2(firstMinute >= 15 && firstMinute <= 31, qPrintable(QString::number(firstMinute)));
        counter.pass(7200s);
        counter.vendor.forget();
        counter.pass(600s);
        QCOMPARE(counter.vendor.count(Verb::Order), 20); // every thirty seconds
    }

    void loadsWhatTheServerKnows()
    {
        Counter first;
        const Sale &made = first.reserve(1);
        const QTemporaryDir folder;
        Counter another(first.vendor, folder.path());
        SaleDesk &second = another.desk;
        QSignalSpy added(&second, &SaleDesk::saleAdded);
        QSignalSpy loaded(&second, &SaleDesk::ordersLoaded);
        second.loadOrders();
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(added.count(), 1);
        QCOMPARE(second.sale(made.order.id)->origin, Sale::Origin::Elsewhere);

        QCOMPARE(first.desk.cancel(made.order.id), Refusal::None);
        first.settle(made);
        second.loadOrders();
        QTRY_COMPARE(loaded.count(), 2);
        QCOMPARE(added.count(), 1);
        QCOMPARE(second.sale(made.order.id)->order.status, OrderStatus::Canceled);
    }

    void leavesThePickToAVendorThatTellsNoSeats()
    {
        Counter counter;
        ReserveRequest request;
        request.event = *EventId::parse(u"56a6253df06c5a059a93802e"_s);
        request.random = {{*SetId::parse(u"56a6254bf06c5a059b93800c"_s), 2}};
        request.seats = ReserveRequest::Seats::Pick;
        counter.desk.reserve(request); // the hall is empty
        QTRY_COMPARE(counter.reserved.count(), 1);
        QCOMPARE(counter.vendor.lastRequest.random, request.random);

        counter.vendor.plan({Verb::Seats, {.kind = ErrorKind::NotFound, .httpStatus = 404}});
        counter.desk.reserve(request);
        QTRY_COMPARE(counter.reserved.count(), 2);
        QCOMPARE(counter.vendor.lastRequest.random, request.random);
    }

    void picksNumberedSeatsBeforeItReserves()
    {
        Counter counter;
        const SetId stalls = *SetId::parse(u"56a6254bf06c5a059b93800c"_s);
        ReserveRequest request;
        request.event = *EventId::parse(u"56a6253df06c5a059a93802e"_s);
        request.random = {{stalls, 2}};
        request.seats = ReserveRequest::Seats::Pick;

        HallSeat sold;
        sold.ticket = *TicketId::parse(u"%1"_s.arg(9, 24, 10, QChar(u'0')));
        sold.set = stalls;
        sold.status = SeatStatus::Sold;
        counter.vendor.hall = {sold};
        QSignalSpy nothing(&counter.desk, &SaleDesk::nothingLeft);
        const auto attempt = counter.desk.reserve(request);
        QTRY_COMPARE(nothing.count(), 1); // a hall without a vacant seat: no order is made at all
        QCOMPARE(nothing.first().first().value<SaleDesk::Attempt>(), attempt);
        QCOMPARE(counter.vendor.count(Verb::Reserve), 0);

        for (int i = 1; i <= 3; ++i) {
            HallSeat seat;
            seat.ticket = *TicketId::parse(u"%1"_s.arg(i, 24, 10, QChar(u'0')));
            seat.set = stalls;
            seat.status = SeatStatus::Vacant;
            seat.seat = Seat{{}, u"1"_s, QString::number(i)};
            counter.vendor.hall << seat;
        }
        counter.desk.reserve(request);
        QTRY_COMPARE(counter.reserved.count(), 1);
        QCOMPARE(counter.vendor.lastRequest.tickets.size(), 2);
        QVERIFY(counter.vendor.lastRequest.random.isEmpty()); // never both (api.md, "Create")
        const Sale &sale = *counter.desk.sale(counter.reserved.first().at(1).value<OrderId>());
        QCOMPARE(sale.request, request); // what was asked for stays what it was
        QCOMPARE(sale.history.first().what, What::Created);
    }
};

} // namespace okoshko::test::tst_saledesk

OKOSHKO_TEST(tst_saledesk, SaleDeskTest, QCoreApplication)
#include "tst_saledesk.moc"
