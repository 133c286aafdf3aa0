// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
        drive.stage.press(Qt::Key_Return);
    }

    /// One order, its payment begun once.
    static void verifyPaying(CaseDrive &drive, const Sale &sale)
    {
        QTRY_VERIFY_WITH_TIMEOUT(drive.stage.isShown(u"openPageButton"_s), Stage::patience);
        QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::InProgress);
        QCOMPARE(drive.ordersAtServer(), 1);
        QCOMPARE(drive.stage.opened.size(), 1);
    }

    /// As soon as the window lets him.
    static void startAgain(CaseDrive &drive)
    {
        QTRY_VERIFY_WITH_TIMEOUT(drive.stage.isShown(u"startPaymentButton"_s), Stage::patience);
        drive.stage.click(u"startPaymentButton"_s);
    }

private Q_SLOTS:
    void initTestCase_data() { CaseDrive::inBothLanguages(); }

    void case401()
    {
        CaseDrive drive(401);
        const Sale &sale = startUnderScenario(drive);
        drive.await(u"TroubleBanner|The server does not accept this counter's key: selling is stopped."_s);
        drive.takePicture();
        drive.switchOff();
        drive.stage.press(Qt::Key_F5);
        drive.awaitGone(u"TroubleBanner|The server does not accept this counter's key: selling is stopped."_s);
        startAgain(drive);
        verifyPaying(drive, sale);
        drive.end();
    }

    void case402()
    {
        CaseDrive drive(402);
        reserveUnderScenario(drive);
        drive.await(u"ErrorText|The tickets were not reserved."_s);
        drive.await(u"ErrorText|This counter's key does not allow it."_s);
        drive.takePicture();
        QVERIFY(drive.stage.counter->desk.sales().empty());
        drive.switchOff();
        QTRY_VERIFY(drive.stage.isShown(u"reserveButton"_s));
        drive.stage.press(Qt::Key_Return);
        QTRY_VERIFY(drive.stage.isShown(u"startPaymentButton"_s));
        drive.end();
    }

    void case403()
    {
        CaseDrive drive(403);
        const Sale &sale = startUnderScenario(drive);
        drive.await(u"ErrorText|The server does not know this order."_s);
        drive.takePicture();
        QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Executed);
        startAgain(drive);
        verifyPaying(drive, sale);
        drive.end();
    }

    void case404()
    {
        CaseDrive drive(404);
        const Sale &sale = startUnderScenario(drive);
        verifyPaying(drive, sale);
        drive.takePicture();
        drive.end();
    }

    void case405()
    {
        Tempo tempo;
        tempo.patience.conflictPause = 200ms;
        CaseDrive drive(405, tempo);
        const Sale &sale = startUnderScenario(drive);
        drive.await(u"ErrorText|The server is still busy with the previous step of this order."_s);
        drive.takePicture();
        drive.switchOff();
        startAgain(drive);
        verifyPaying(drive, sale);
        drive.end();
    }

    void case406()
    {
        CaseDrive drive(406);
        const Sale &sale = startUnderScenario(drive);
        verifyPaying(drive, sale);
        drive.takePicture();
        drive.end();
    }

    void case407()
    {
        CaseDrive drive(407);
        const Sale &sale = startUnderScenario(drive);
        drive.await(u"ErrorText|Something broke at the server (%1)."_s);
        drive.takePicture();
        startAgain(drive);
        verifyPaying(drive, sale);
        drive.end();
    }

    void case408()
    {
        Tempo tempo;
        tempo.patience.looks = {500ms, 1500ms, 1500ms};
        CaseDrive drive(408, tempo);
        reserveUnderScenario(drive);
        drive.await(
            u"NewOrderDialog|It is being looked for whether the tickets were reserved. Nothing is reserved twice."_s);
        drive.await(u"ErrorText|The tickets were not reserved."_s);
        drive.takePicture();
        QCOMPARE(drive.ordersAtServer(), 0);
        drive.end();
    }

    void case409()
    {
        CaseDrive drive(409);
        reserveUnderScenario(drive);
        QTRY_VERIFY_WITH_TIMEOUT(drive.stage.isShown(u"startPaymentButton"_s), Stage::patience);
        drive.await(u"PaymentDialog|Payment of order %1"_s);
        QCOMPARE(drive.ordersAtServer(), 1);
        drive.toOrders();
        drive.await(u"Format|found again after the connection broke"_s);
        drive.takePicture();
        drive.end();
    }

    void case410()
    {
        CaseDrive drive(410);
        const Sale &sale = startUnderScenario(drive);
        QTRY_VERIFY(!drive.isOn());
        QTRY_VERIFY_WITH_TIMEOUT(drive.stage.isShown(u"startPaymentButton"_s), Stage::patience);
        drive.takePicture();
        startAgain(drive);
        verifyPaying(drive, sale);
        drive.end();
    }
};

} // namespace okoshko::test::tst_qa_answers

OKOSHKO_TEST(tst_qa_answers, AnswerCases, QApplication)
#include "tst_qa_answers.moc"
