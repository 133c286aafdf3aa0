// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_qa_answers {

/// Chapter 4 of the manual test plan: what a server may answer.
class AnswerCases : public QObject
{
    Q_OBJECT

private:
    static const Sale &startUnderScenario(CaseDrive &drive)
    {
        const Sale &sale = drive.reserve();
        drive.switchOn();
        drive.chooseFirstAndStart();
        return sale;
    }

    static void reserveUnderScenario(CaseDrive &drive)
    {
        drive.switchOn();
        drive.pick(1);
        drive.press(Qt::Key_Return);
    }

    /// One order, its payment begun once.
    static void verifyPaying(CaseDrive &drive, const Sale &sale)
    {
        drive.awaitShown(u"openPageButton"_s);
        [&] {
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::InProgress);
            QCOMPARE(drive.ordersAtServer(), 1);
            QCOMPARE(drive.stage.opened.size(), 1);
        }();
        FirstFailure::check();
    }

private Q_SLOTS:
    void case401()
    {
        CaseDrive::perform(401, [](CaseDrive &drive) {
            const Sale &sale = startUnderScenario(drive);
            drive.await(u"TroubleBanner|The server does not accept this counter's key: selling is stopped."_s);
            drive.takePicture();
            drive.switchOff();
            drive.press(Qt::Key_F5);
            drive.awaitGone(u"TroubleBanner|The server does not accept this counter's key: selling is stopped."_s);
            drive.click(u"startPaymentButton"_s);
            verifyPaying(drive, sale);
        });
    }

    void case402()
    {
        CaseDrive::perform(402, [](CaseDrive &drive) {
            reserveUnderScenario(drive);
            drive.await(u"ErrorText|The tickets were not reserved."_s);
            drive.await(u"ErrorText|The server does not allow this counter to do it."_s);
            drive.takePicture();
            QVERIFY(drive.stage.counter->service.sales().empty());
            drive.switchOff();
            drive.awaitShown(u"reserveButton"_s);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"startPaymentButton"_s);
        });
    }

    void case403()
    {
        CaseDrive::perform(403, [](CaseDrive &drive) {
            const Sale &sale = startUnderScenario(drive);
            drive.await(u"ErrorText|The server does not know this order."_s);
            drive.takePicture();
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Executed);
            drive.click(u"startPaymentButton"_s);
            verifyPaying(drive, sale);
        });
    }

    void case404()
    {
        CaseDrive::perform(404, [](CaseDrive &drive) {
            const Sale &sale = startUnderScenario(drive);
            verifyPaying(drive, sale);
            drive.takePicture();
        });
    }

    void case405()
    {
        CaseDrive::perform(405, [](CaseDrive &drive) {
            const Sale &sale = startUnderScenario(drive);
            drive.await(u"ErrorText|The server is still busy with the previous step of this order."_s);
            drive.takePicture();
            drive.switchOff();
            drive.click(u"startPaymentButton"_s);
            verifyPaying(drive, sale);
        });
    }

    void case406()
    {
        CaseDrive::perform(406, [](CaseDrive &drive) {
            const Sale &sale = startUnderScenario(drive);
            verifyPaying(drive, sale);
            drive.takePicture();
        });
    }

    void case407()
    {
        CaseDrive::perform(407, [](CaseDrive &drive) {
            const Sale &sale = startUnderScenario(drive);
            drive.await(u"ErrorText|Something broke at the server (%1)."_s);
            drive.takePicture();
            drive.click(u"startPaymentButton"_s);
            verifyPaying(drive, sale);
        });
    }

    void case408()
    {
        CaseDrive::perform(408, [](CaseDrive &drive) {
            reserveUnderScenario(drive);
            drive.await(
                u"NewOrderPage|It is being looked for whether the tickets were reserved. Nothing is reserved twice."_s);
            drive.await(u"ErrorText|The tickets were not reserved."_s);
            drive.takePicture();
            QCOMPARE(drive.ordersAtServer(), 0);
        });
    }

    void case409()
    {
        CaseDrive::perform(409, [](CaseDrive &drive) {
            reserveUnderScenario(drive);
            drive.claimTheOne();
            drive.awaitShown(u"startPaymentButton"_s);
            drive.await(u"PaymentPage|Payment of order %1"_s);
            QCOMPARE(drive.ordersAtServer(), 1);
            drive.toOrders();
            drive.awaitOfOrder(drive.stage.lastSale().order.id,
                               u"Format|the answer was lost; the cashier said that it is ours"_s);
            drive.takePicture();
        });
    }

    void case410()
    {
        CaseDrive::perform(410, [](CaseDrive &drive) {
            const Sale &sale = startUnderScenario(drive);
            drive.awaitThat("the scenario is used up", [&] { return !drive.isOn(); });
            drive.awaitShown(u"startPaymentButton"_s);
            drive.takePicture();
            drive.click(u"startPaymentButton"_s);
            verifyPaying(drive, sale);
        });
    }
};

} // namespace okoshko::test::tst_qa_answers

OKOSHKO_TEST(tst_qa_answers, AnswerCases, QApplication)
#include "tst_qa_answers.moc"
