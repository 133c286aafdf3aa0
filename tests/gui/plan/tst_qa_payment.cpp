// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

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

    static QString nameLike(const GuiFixture &stage, const QString &start)
    {
        const auto buttons = stage.windows->main().findChildren<QPushButton *>(QRegularExpression(u'^' + start));
        for (const QPushButton *button : buttons) {
            if (button->isVisible())
                return button->objectName();
        }
        return {};
    }

private Q_SLOTS:
    void case301()
    {
        CaseDrive::perform(301, [](CaseDrive &drive) {
            const Sale &sale = startUnderScenario(drive);
            QTRY_COMPARE(drive.stage.opened.size(), 1);
            drive.await(u"ResultPane|The time has run out"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Expired);
        });
    }

    void case302()
    {
        CaseDrive::perform(302, [](CaseDrive &drive) {
            const Sale &sale = startUnderScenario(drive);
            drive.await(u"ResultPane|Paid: %1"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Done);
            QVERIFY(drive.stage.counter->saleJournal.issues().isEmpty());
        });
    }

    void case303()
    {
        CaseDrive::perform(303, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            startUnderScenario(drive);
            drive.await(u"ResultPane|The time has run out"_s);
            drive.awaitThat("the money is found", [&] { return !stage.counter->saleJournal.issues().isEmpty(); });
            drive.await(u"RemarkText|Paid too late"_s);
            drive.await(u"Page|← &Orders"_s);
            drive.click(u"backButton"_s);
            drive.await(u"TopBar|Needs attenti&on: %1"_s);
            drive.press(Qt::Key_F8);
            drive.await(u"IssueText|Paid too late"_s);
            drive.takePicture();
            drive.click(nameLike(stage, u"resolveButton_"_s));
            const QString yes = nameLike(stage, u"resolveYesButton_"_s);
            QVERIFY(stage.find(yes));
            QVERIFY(!stage.isShown(yes)); // not without words
            drive.await(u"IssueCard|Take it off the &list"_s);
            stage.type(u"деньги вернули"_s);
            drive.click(yes);
            drive.awaitThat("the list is empty", [&] { return stage.find(u"issuesEmpty"_s) != nullptr; });
            QVERIFY(stage.counter->saleJournal.issues().isEmpty());
        });
    }

    void case304()
    {
        CaseDrive::perform(304, [](CaseDrive &drive) {
            const Sale &sale = startUnderScenario(drive);
            drive.await(u"ResultPane|The payment was declined"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Canceled);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"reserveButton"_s);
        });
    }

    void case305()
    {
        CaseDrive::perform(305, [](CaseDrive &drive) {
            const Sale &sale = startUnderScenario(drive);
            drive.await(u"ResultPane|The order is cancelled at the server, and the seats are back on sale."_s);
            drive.takePicture();
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Canceled);
        });
    }

    void case306()
    {
        CaseDrive::perform(306, [](CaseDrive &drive) {
            const Sale &sale = startUnderScenario(drive);
            drive.await(u"PagePane|Waiting for the payment"_s);
            drive.await(u"PagePane|server last asked %1 ago"_s);
            drive.takePicture();
            drive.click(u"cancelSaleButton"_s);
            drive.await(u"CancelText|&Yes, cancel it"_s);
            drive.click(u"cancelSaleYesButton"_s);
            drive.await(u"ResultPane|The order is cancelled"_s);
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Canceled);
        });
    }

    void case307()
    {
        CaseDrive::perform(307, [](CaseDrive &drive) {
            const Sale &sale = startUnderScenario(drive);
            drive.await(u"CollectPane|Take %1 from the buyer"_s);
            QVERIFY(drive.stage.opened.isEmpty());
            drive.click(u"note_0"_s);
            drive.takePicture();
            drive.click(u"confirmPaidButton"_s);
            drive.await(u"CollectPane|&Yes, confirm"_s);
            drive.click(u"confirmPaidYesButton"_s);
            drive.await(u"ResultPane|Paid: %1"_s);
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Done);
        });
    }

    void case308()
    {
        CaseDrive::perform(308, [](CaseDrive &drive) {
            startUnderScenario(drive);
            drive.await(u"PagePane|The payment page has an address that is not safe; it is not opened."_s);
            drive.takePicture();
            QVERIFY(drive.stage.opened.isEmpty());
        });
    }

    void case309()
    {
        CaseDrive::perform(309, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
            drive.click(u"confirmPaidButton"_s);
            drive.click(u"confirmPaidYesButton"_s);
            drive.awaitShown(u"nextBuyerButton"_s);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"expressButton"_s);
            const OrderId first = stage.lastSale().order.id;
            drive.switchOn();
            drive.await(u"TopBar|E&xpress"_s);
            drive.press(Qt::Key_F4);
            drive.awaitShown(u"confirmPaidButton"_s);
            const Sale &sale = stage.lastSale();
            QVERIFY(sale.order.id != first);
            drive.await(u"CollectPane|Take %1 from the buyer"_s);
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(1650));
            QVERIFY(!sale.failure);
            QVERIFY(!drive.sees(u"ErrorText|The payment was not started."_s));
            drive.takePicture();
            QCOMPARE(stage.atServer(sale.order.id).status, OrderStatus::InProgress);
            QVERIFY(drive.isOn()); // until it is switched off
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"confirmPaidYesButton"_s);
            drive.press(Qt::Key_Return);
            drive.await(u"ResultPane|Paid: %1"_s);
            QCOMPARE(drive.ordersAtServer(), 2);
        });
    }
};

} // namespace okoshko::test::tst_qa_payment

OKOSHKO_TEST(tst_qa_payment, PaymentCases, QApplication)
#include "tst_qa_payment.moc"
