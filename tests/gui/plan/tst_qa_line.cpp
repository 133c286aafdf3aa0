// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_qa_line {

/// Chapter 5 of the manual test plan: the line to the server.
class LineCases : public QObject
{
    Q_OBJECT

private:
    static void reserveUnderScenario(CaseDrive &drive)
    {
        drive.switchOn();
        drive.pick(1);
        drive.stage.press(Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase_data() { CaseDrive::inBothLanguages(); }

    void case501()
    {
        CaseDrive drive(501);
        reserveUnderScenario(drive);
        drive.await(u"NewOrderDialog|Reserving the tickets…"_s);
        drive.await(u"NewOrderDialog|Back to the orders"_s);
        drive.takePicture();
        QTRY_VERIFY_WITH_TIMEOUT(drive.stage.isShown(u"startPaymentButton"_s), Stage::patience);
        drive.switchOff();
        QCOMPARE(drive.ordersAtServer(), 1);
        drive.end();
    }

    void case502()
    {
        Tempo tempo;
        tempo.timeout = 3s;
        CaseDrive drive(502, tempo);
        const Sale &sale = drive.reserve();
        drive.switchOn();
        drive.chooseFirstAndStart();
        drive.await(u"ErrorText|The server did not answer in time."_s);
        drive.takePicture();
        QTRY_VERIFY_WITH_TIMEOUT(drive.stage.isShown(u"startPaymentButton"_s), Stage::patience);
        drive.stage.click(u"startPaymentButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(drive.stage.isShown(u"openPageButton"_s), Stage::patience);
        QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::InProgress);
        QCOMPARE(drive.stage.opened.size(), 1);
        drive.end();
    }

    void case503()
    {
        Tempo tempo;
        tempo.patience.looks = {500ms, 1500ms, 1500ms};
        CaseDrive drive(503, tempo);
        reserveUnderScenario(drive);
        drive.await(u"NewOrderDialog|The connection broke before the answer was there."_s);
        drive.await(u"ErrorText|The tickets were not reserved."_s);
        drive.takePicture();
        QCOMPARE(drive.ordersAtServer(), 0);
        drive.stage.press(Qt::Key_Return);
        QTRY_VERIFY(drive.stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(drive.ordersAtServer(), 1);
        drive.end();
    }

    void case504()
    {
        CaseDrive drive(504);
        reserveUnderScenario(drive);
        QTRY_VERIFY_WITH_TIMEOUT(drive.stage.isShown(u"startPaymentButton"_s), Stage::patience);
        drive.await(u"PaymentDialog|Payment of order %1"_s);
        drive.toOrders();
        QTRY_COMPARE(drive.stage.counter->orders.rowCount(), 1);
        QCOMPARE(drive.ordersAtServer(), 1);
        drive.takePicture();
        drive.end();
    }

    void case505()
    {
        CaseDrive drive(505);
        const Sale &sale = drive.reserve();
        drive.switchOn();
        drive.stage.click(u"cancelSaleButton"_s);
        drive.await(u"PaymentDialog|&Yes, cancel it"_s);
        drive.stage.click(u"cancelSaleYesButton"_s);
        drive.await(u"OutcomePane|The order is cancelled"_s);
        drive.takePicture();
        QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Canceled);
        drive.end();
    }

    void case506()
    {
        CaseDrive drive(506);
        drive.switchOn();
        drive.stage.press(Qt::Key_F5);
        drive.await(u"TroubleBanner|No connection to the server."_s);
        drive.takePicture();
        QVERIFY(!QApplication::activeModalWidget());
        drive.awaitGone(u"TroubleBanner|No connection to the server."_s);
        drive.end();
    }

    void case507()
    {
        CaseDrive drive(507);
        const Sale &sale = drive.startPayment();
        QVERIFY(drive.pageSays(sale, u"page|pay"_s));
        drive.switchOn();
        drive.await(u"PagePane|no answer just now, trying again"_s);
        drive.takePicture();
        drive.switchOff();
        drive.stage.buyerPays(sale);
        drive.await(u"OutcomePane|Paid: %1"_s);
        QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Done);
        drive.end();
    }
};

} // namespace okoshko::test::tst_qa_line

OKOSHKO_TEST(tst_qa_line, LineCases, QApplication)
#include "tst_qa_line.moc"
