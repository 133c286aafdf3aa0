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
        drive.press(Qt::Key_Return);
    }

private Q_SLOTS:
    void case501()
    {
        CaseDrive::perform(501, [](CaseDrive &drive) {
            reserveUnderScenario(drive);
            drive.await(u"NewOrderPage|Reserving the tickets…"_s);
            drive.await(u"NewOrderPage|Back to the orders"_s);
            drive.takePicture({u"reserveButton"_s});
            drive.stage.pass(3s); // in which the answer is held back
            drive.awaitShown(u"startPaymentButton"_s);
            drive.switchOff();
            QCOMPARE(drive.ordersAtServer(), 1);
        });
    }

    void case502()
    {
        TestTimeouts tempo;
        tempo.timeout = 3s;
        CaseDrive::perform(
            502,
            [](CaseDrive &drive) {
                const Sale &sale = drive.reserve();
                drive.switchOn();
                drive.chooseFirstAndStart();
                drive.await(u"ErrorText|The server did not answer in time."_s);
                drive.takePicture();
                drive.awaitShown(u"startPaymentButton"_s);
                drive.click(u"startPaymentButton"_s);
                drive.awaitShown(u"openPageButton"_s);
                QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::InProgress);
                QCOMPARE(drive.stage.opened.size(), 1);
            },
            tempo);
    }

    void case503()
    {
        CaseDrive::perform(503, [](CaseDrive &drive) {
            reserveUnderScenario(drive);
            drive.await(u"ErrorText|The connection broke before the answer was there."_s);
            drive.await(u"ErrorText|The tickets were not reserved."_s);
            drive.takePicture();
            QCOMPARE(drive.ordersAtServer(), 0);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"startPaymentButton"_s);
            QCOMPARE(drive.ordersAtServer(), 1);
        });
    }

    void case504()
    {
        CaseDrive::perform(504, [](CaseDrive &drive) {
            reserveUnderScenario(drive);
            drive.claimTheOne();
            drive.awaitShown(u"startPaymentButton"_s);
            drive.await(u"PaymentPage|Payment of order %1"_s);
            drive.toOrders();
            QTRY_COMPARE(drive.stage.counter->orders.rowCount(), 1);
            QCOMPARE(drive.ordersAtServer(), 1);
            drive.takePicture();
        });
    }

    void case505()
    {
        CaseDrive::perform(505, [](CaseDrive &drive) {
            const Sale &sale = drive.reserve();
            drive.switchOn();
            drive.click(u"cancelSaleButton"_s);
            drive.await(u"CancelText|&Yes, cancel it"_s);
            drive.click(u"cancelSaleYesButton"_s);
            drive.await(u"ResultPane|The order is cancelled"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Canceled);
        });
    }

    void case506()
    {
        CaseDrive::perform(506, [](CaseDrive &drive) {
            drive.switchOn();
            drive.press(Qt::Key_F5);
            drive.await(u"ErrorText|There is no connection to the server."_s);
            drive.takePicture();
            QVERIFY(!QApplication::activeModalWidget());
            drive.awaitGone(u"ErrorText|There is no connection to the server."_s);
        });
    }

    void case507()
    {
        CaseDrive::perform(507, [](CaseDrive &drive) {
            const Sale &sale = drive.startPayment();
            QVERIFY(drive.pageSays(sale, u"page|pay"_s));
            drive.switchOn();
            drive.await(u"PagePane|no answer just now, trying again"_s);
            drive.takePicture();
            drive.switchOff();
            drive.stage.buyerPays(sale);
            drive.await(u"ResultPane|Paid: %1"_s);
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Done);
        });
    }
};

} // namespace okoshko::test::tst_qa_line

OKOSHKO_TEST(tst_qa_line, LineCases, QApplication)
#include "tst_qa_line.moc"
