// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenarios/ScenarioBoard.h"
#include "tests/gui/sale/GuiFixture.h"
#include "tests/support/TestProgram.h"

#include "ui/widgets/Notice.h"
#include "ui/widgets/Stepper.h"

#include <QAbstractItemView>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_reservation {

/// Reservations that do not come out as asked for.
class ReservationTest : public QObject
{
    Q_OBJECT

private:
    static const Notice *notice(const GuiFixture &stage) { return stage.hand->find<Notice>(u"ticketsNotice"_s); }

    /// Leaves three tickets of the page event, after the windows have read that there are hundreds.
    static void takeAllBut(GuiFixture &stage, int left)
    {
        const int vacant =
            stage.counter->catalogue.find(GuiFixture::pageEvent())->set(GuiFixture::pageSet())->vacant.value_or(0);
        QCOMPARE(stage.reserveElsewhere(GuiFixture::pageEvent(), GuiFixture::pageSet(), vacant - left).tickets.size(),
                 vacant - left);
    }

private Q_SLOTS:
    void fewerThanAskedFor()
    {
        GuiFixture stage;
        QSignalSpy reserved(&stage.counter->service, &SaleService::reserved);
        stage.pick(GuiFixture::pageEvent(), GuiFixture::pageSet(), 4);
        takeAllBut(stage, 3);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(reserved.count(), 1);
        QVERIFY(notice(stage));
        QVERIFY2(notice(stage)->title().contains(u'4') && notice(stage)->title().contains(u'3'),
                 qPrintable(notice(stage)->title()));
        stage.click(u"takeTheseButton"_s);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(stage.lastSale().order.tickets.size(), 3);
    }

    void fewerAndReleased()
    {
        GuiFixture stage;
        stage.pick(GuiFixture::pageEvent(), GuiFixture::pageSet(), 4);
        takeAllBut(stage, 2);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"chooseAnewButton"_s));
        stage.press(Qt::Key_Return); // it has the keyboard
        const Sale &sale = stage.lastSale();
        QTRY_COMPARE(sale.order.status, OrderStatus::Canceled);
        QCOMPARE(stage.atServer(sale.order.id).status, OrderStatus::Canceled);
        QVERIFY(stage.isShown(u"eventList"_s)); // still here, to choose again
    }

    void soldOutMeanwhile()
    {
        GuiFixture stage;
        QSignalSpy reserved(&stage.counter->service, &SaleService::reserved);
        stage.pick(GuiFixture::lastEvent(), GuiFixture::lastSet(), 1);
        QCOMPARE(stage.reserveElsewhere(GuiFixture::lastEvent(), GuiFixture::lastSet(), 1).tickets.size(), 1);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(reserved.count(), 1);
        QVERIFY(notice(stage));
        const Sale &empty = *stage.counter->service.sale(reserved.first().at(1).value<OrderId>());
        QTRY_COMPARE(empty.order.status, OrderStatus::Canceled);
        QCOMPARE(stage.atServer(empty.order.id).status, OrderStatus::Canceled);
        // The list is read anew, and the set is struck.
        const auto *stepper = qobject_cast<Stepper *>(stage.find(u"stepper_"_s + GuiFixture::lastSet().toString()));
        QVERIFY(stepper);
        QTRY_COMPARE(stepper->maximum(), 0);
        QVERIFY(!stage.isShown(u"reserveButton"_s));
    }

    void numberedSeatsAreSideBySide()
    {
        GuiFixture stage;
        const EventId event = *EventId::parse(u"b1607f0282ad1c9ac982ccb5"_s);
        const SetId stalls = *SetId::parse(u"6c2680108bfd60126c84ae79"_s);
        const Sale &sale = stage.reserve(event, stalls, 3);
        QTRY_COMPARE(sale.tickets.size(), 3);
        QList<int> numbers;
        for (const Ticket &ticket : sale.tickets) {
            QVERIFY(ticket.seat);
            QCOMPARE(ticket.seat->row, sale.tickets.first().seat->row);
            numbers << ticket.seat->number.toInt();
        }
        std::sort(numbers.begin(), numbers.end());
        QCOMPARE(numbers.last() - numbers.first(), 2);
    }

    void moreThanThereAreIsSaidAtOnce()
    {
        GuiFixture stage;
        stage.pick(GuiFixture::lastEvent(), GuiFixture::lastSet(), 3);
        QVERIFY(notice(stage));
        QVERIFY2(notice(stage)->title().contains(u'3'), qPrintable(notice(stage)->title()));
        stage.press(Qt::Key_Return); // and the one that there is can be had
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(stage.lastSale().order.tickets.size(), 1);
    }

    // H1: nothing is adopted by inference, and the person's word is asked for wherever the cashier has gone.
    void aLostReservationIsClaimedFromTheListOfIssues_data()
    {
        QTest::addColumn<bool>("isReleased");
        QTest::newRow("ours, release") << true;
        QTest::newRow("ours, go on") << false;
    }

    void aLostReservationIsClaimedFromTheListOfIssues()
    {
        QFETCH(bool, isReleased);
        GuiFixture stage;
        stage.server->scenarios().arm(sandbox::scenario("cut-after"));
        stage.pick(GuiFixture::pageEvent(), GuiFixture::pageSet(), 2);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.find(u"claimNoneButton"_s));
        stage.press(Qt::Key_Escape); // the buyer has gone
        QTRY_VERIFY(stage.isShown(u"issuesButton"_s));
        QCOMPARE(stage.counter->saleJournal.issues().size(), 1);
        const OrderId order = stage.counter->saleJournal.issues().first().candidates.value(0);
        QVERIFY(!order.isNull());
        QCOMPARE(stage.atServer(order).status, OrderStatus::Executed); // and is not touched
        stage.press(Qt::Key_F8);
        const QString name = (isReleased ? u"claimReleaseButton_"_s : u"claimSellButton_"_s) + order.toString();
        QTRY_VERIFY(stage.isShown(name));
        stage.click(name);
        if (isReleased) { // it may be another counter's
            QTRY_VERIFY(stage.isShown(u"claimReleaseYesButton"_s));
            QCOMPARE(stage.atServer(order).status, OrderStatus::Executed);
            stage.click(u"claimReleaseYesButton"_s);
        }
        QTRY_VERIFY(stage.counter->saleJournal.issues().isEmpty());
        const OrderStatus wanted = isReleased ? OrderStatus::Canceled : OrderStatus::Executed;
        QTRY_COMPARE(stage.atServer(order).status, wanted);
        QCOMPARE(stage.counter->service.sale(order)->origin, Sale::Origin::ThisCounter);
    }

    void aRefusedKeyIsSaid()
    {
        GuiFixture stage(Format::Language::Russian, {}, "00000000000000000000000000000000");
        QTRY_VERIFY(stage.counter->catalogue.failure().has_value());
        QTRY_VERIFY(stage.isShown(u"retryOrdersButton"_s));
        stage.press(Qt::Key_F2);
        QTRY_VERIFY(stage.isShown(u"retryEventsButton"_s));
        QVERIFY(!stage.isShown(u"reserveButton"_s));
    }

    void anUnreachableServerIsSaidAndMended()
    {
        GuiFixture stage;
        stage.server.reset(); // the server goes away
        stage.press(Qt::Key_F2);
        QTRY_VERIFY(stage.isShown(u"retryEventsButton"_s));
        QVERIFY(stage.hand->find<QAbstractItemView>(u"eventList"_s)->model()->rowCount() > 0); // what is known stays
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
    }
};

} // namespace okoshko::test::tst_reservation

OKOSHKO_TEST(tst_reservation, ReservationTest, QApplication)
#include "tst_reservation.moc"
#include "ui/widgets/Stepper.h"
