// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_qa_payment {

/// Chapter 3 of the manual test plan: paying.
class PaymentCases : public QObject
{
    Q_OBJECT

private:
    /// The scenario is met by the payment that is started.
    static const Sale &startUnderScenario(CaseDrive &drive)
    {
        const Sale &sale = drive.reserve();
        drive.switchOn();
        drive.chooseFirstAndStart();
        return sale;
    }

    static QString nameLike(const Stage &stage, const QString &start)
    {
        const auto buttons = stage.windows->main().findChildren<QPushButton *>(QRegularExpression(u'^' + start));
        for (const QPushButton *button : buttons) {
            if (button->isVisible())
                return button->objectName();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase_data() { CaseDrive::inBothLanguages(); }

    void case301()
    {
        CaseDrive drive(301);
        const Sale &sale = startUnderScenario(drive);
        QTRY_COMPARE(drive.stage.opened.size(), 1);
        drive.await(u"OutcomePane|The time has run out"_s);
        drive.takePicture();
        QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Expired);
        drive.end();
    }

    void case302()
    {
        CaseDrive drive(302);
        const Sale &sale = startUnderScenario(drive);
        drive.await(u"OutcomePane|Paid: %1"_s);
        drive.takePicture();
        QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Done);
        QVERIFY(drive.stage.counter->book.unsettled().isEmpty());
        drive.end();
    }

    void case303()
    {
        Tempo tempo;
        tempo.patience.pace.slowest = 4s; // so soon an ended order is looked at once more
        CaseDrive drive(303, tempo);
        Stage &stage = drive.stage;
        startUnderScenario(drive);
        drive.await(u"OutcomePane|The time has run out"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!stage.counter->book.unsettled().isEmpty(), Stage::patience);
        drive.await(u"PaymentDialog|← &Orders"_s);
        stage.click(u"backButton"_s);
        drive.await(u"TopBar|T&o be settled: %1"_s);
        stage.press(Qt::Key_F8);
        drive.await(u"UnsettledText|Paid too late"_s);
        drive.takePicture();
        stage.click(nameLike(stage, u"settleButton_"_s));
        const QString yes = nameLike(stage, u"settleYesButton_"_s);
        QVERIFY(stage.find(yes));
        QVERIFY(!stage.isShown(yes)); // not without words
        drive.await(u"UnsettledCard|Take it off the &list"_s);
        stage.type(u"деньги вернули"_s);
        stage.click(yes);
        QTRY_VERIFY(stage.find(u"unsettledEmpty"_s));
        QVERIFY(stage.counter->book.unsettled().isEmpty());
        drive.end();
    }

    void case304()
    {
        CaseDrive drive(304);
        const Sale &sale = startUnderScenario(drive);
        drive.await(u"OutcomePane|The payment was declined"_s);
        drive.takePicture();
        QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Canceled);
        drive.stage.press(Qt::Key_Return);
        QTRY_VERIFY(drive.stage.isShown(u"reserveButton"_s));
        drive.end();
    }

    void case305()
    {
        CaseDrive drive(305);
        const Sale &sale = startUnderScenario(drive);
        drive.await(u"OutcomePane|The order is cancelled at the server, and the seats are back on sale."_s);
        drive.takePicture();
        QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Canceled);
        drive.end();
    }

    void case306()
    {
        CaseDrive drive(306);
        const Sale &sale = startUnderScenario(drive);
        drive.await(u"PagePane|Waiting for the payment"_s);
        drive.await(u"PagePane|the bank was asked %1 ago"_s);
        drive.takePicture();
        drive.stage.click(u"cancelSaleButton"_s);
        drive.await(u"PaymentDialog|&Yes, cancel it"_s);
        drive.stage.click(u"cancelSaleYesButton"_s);
        drive.await(u"OutcomePane|The order is cancelled"_s);
        QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Canceled);
        drive.end();
    }

    void case307()
    {
        CaseDrive drive(307);
        const Sale &sale = startUnderScenario(drive);
        drive.await(u"CollectPane|Take %1 from the buyer"_s);
        QVERIFY(drive.stage.opened.isEmpty());
        drive.stage.click(u"note_0"_s);
        drive.takePicture();
        drive.stage.click(u"confirmPaidButton"_s);
        drive.await(u"CollectPane|&Yes, confirm"_s);
        drive.stage.click(u"confirmPaidYesButton"_s);
        drive.await(u"OutcomePane|Paid: %1"_s);
        QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Done);
        drive.end();
    }

    void case308()
    {
        CaseDrive drive(308);
        startUnderScenario(drive);
        drive.await(u"PagePane|The payment page has an address that is not safe; it is not opened."_s);
        drive.takePicture();
        QVERIFY(drive.stage.opened.isEmpty());
        drive.end();
    }
};

} // namespace okoshko::test::tst_qa_payment

OKOSHKO_TEST(tst_qa_payment, PaymentCases, QApplication)
#include "tst_qa_payment.moc"
