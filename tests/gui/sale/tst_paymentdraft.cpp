// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/Till.h"
#include "tests/support/TestProgram.h"
#include "ui/widgets/FigureLabel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_paymentdraft {

/// What is typed, chosen and said about the payment of an order is of that order, whatever is shown in between.
class PaymentDraftTest : public QObject
{
    Q_OBJECT
    using Kind = ScriptedVendor::Kind;
    using Reached = ScriptedVendor::Reached;

private:
    static QString text(const Till &till, const QString &name)
    {
        const auto *field = Till::shown<QLineEdit>(*till.dialog, name);
        return field ? field->text() : u"not shown"_s;
    }

    static void type(const Till &till, const QString &name, const QString &text)
    {
        auto *field = Till::shown<QLineEdit>(*till.dialog, name);
        QVERIFY2(field, qPrintable(name));
        field->setFocus();
        InputDriver(*till.dialog).type(text);
    }

    /// The page is put together anew, as for another language.
    static void rebuild(Till &till, const OrderId &id)
    {
        till.openPage();
        till.dialog->resize(1000, 700);
        till.look(id);
    }

private Q_SLOTS:
    void whatBuyersHandOver_data()
    {
        QTest::addColumn<qint64>("kopecks");
        QTest::addColumn<QList<int>>("sums");
        const auto row = [](const char *name, qint64 kopecks, const QList<int> &sums) {
            QTest::newRow(name) << kopecks << sums;
        };
        row("1350", 1350'00, {1400, 1500, 2000, 5000});
        row("two notes of 200", 300'00, {400, 500, 1000, 2000, 5000});
        row("two notes of 2000", 3500'00, {4000, 5000});
        row("no nine notes of 200", 1650'00, {1700, 2000, 5000});
        row("the rarer notes are left out", 40'00, {50, 100, 500, 1000, 5000});
        row("a round sum", 1000'00, {2000, 5000});
        row("the largest note", 5000'00, {});
        row("more than that", 5650'00, {5700, 6000, 10000});
        row("with kopecks", 1349'50, {1350, 1400, 1500, 2000, 5000});
        row("one kopeck", 1, {50, 100, 500, 1000, 5000});
        row("nothing", 0, {});
    }

    void whatBuyersHandOver()
    {
        QFETCH(qint64, kopecks);
        QList<int> sums;
        for (const Money sum : sumsHandedOver(Money::fromMinor(kopecks)))
            sums << static_cast<int>(sum.minor() / 100);
        QTEST(sums, "sums");
    }

    void theButtonsEnterThem()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        QStringList names;
        for (const auto *button : till.dialog->findChildren<ActionButton *>()) {
            if (button->isVisible() && button->objectName().startsWith(u"note_"))
                names << button->objectName();
        }
        QStringList wanted{u"note_0"_s};
        for (const Money sum : sumsHandedOver(till.sale(id).order.value))
            wanted << u"note_%1"_s.arg(sum.minor() / 100);
        QCOMPARE(names, wanted);
        till.click(u"note_5000"_s);
        QCOMPARE(till.drafts->of(id).receivedSum(), Money::fromMinor(5000'00));
        till.click(u"note_0"_s);
        QCOMPARE(till.drafts->of(id).receivedSum(), till.sale(id).order.value);
    }

    /// Payments at the counter are held for hours: a time alone would be read as one of today.
    void aHoldUntilAnotherDayIsToldWithItsDay()
    {
        Till till;
        till.vendor.paymentHold = 36h;
        const OrderId id = till.startCash();
        till.look(id);
        const auto *held = Till::shown<QLabel>(*till.dialog, u"collectHeld"_s);
        QVERIFY(held);
        const QDateTime until = toDateTime(*till.sale(id).order.reservedTill).toLocalTime();
        const QString day = QLocale(QLocale::English).toString(until, u"d MMMM, HH:mm"_s);
        QVERIFY2(held->text().startsWith(u"The seats are held until %1,"_s.arg(day)), qPrintable(held->text()));
    }

    void whatTheBuyerGivesStaysWithHisOrder()
    {
        Till till;
        const OrderId first = till.reserve();
        const OrderId second = till.reserve();
        till.look(first);
        till.press(Qt::Key_2);
        type(till, u"firstNameEdit"_s, u"Анна "_s);
        type(till, u"emailEdit"_s, u"anna@"_s);
        const auto isAnnas = [&till] {
            return text(till, u"firstNameEdit"_s) == u"Анна " && text(till, u"lastNameEdit"_s).isEmpty() &&
                   text(till, u"emailEdit"_s) == u"anna@" && Till::shown(*till.dialog, u"paySystem_2"_s)->isChecked();
        };
        QVERIFY(isAnnas());
        till.look(second);
        QVERIFY(!Till::shows(*till.dialog, u"firstNameEdit"_s));
        QVERIFY(Till::shown(*till.dialog, u"paySystem_1"_s)->isChecked());
        till.press(Qt::Key_2);
        QVERIFY(text(till, u"firstNameEdit"_s).isEmpty());
        QVERIFY(!Till::says(*till.dialog, u"anna@"_s));
        type(till, u"firstNameEdit"_s, u"Пётр"_s);
        till.look(first);
        QVERIFY2(isAnnas(), qPrintable(Till::read(*till.dialog)));
        rebuild(till, first);
        QVERIFY2(isAnnas(), qPrintable(Till::read(*till.dialog)));
        till.look(second);
        QCOMPARE(text(till, u"firstNameEdit"_s), u"Пётр"_s);

        till.systems.move(0, 1); // the settings offer the ways in another order
        rebuild(till, second);
        QVERIFY(Till::shown(*till.dialog, u"paySystem_1"_s)->isChecked());
        QCOMPARE(text(till, u"firstNameEdit"_s), u"Пётр"_s);
    }

    /// What is not shown is not sent, and the next buyer is not written to in the language of the one before.
    void theLanguageStaysWithItsOrder()
    {
        Till till;
        const OrderId first = till.reserve();
        const OrderId second = till.reserve();
        const OrderId third = till.reserve();
        const auto language = [&till] { return Till::shown<QComboBox>(*till.dialog, u"buyerLanguageBox"_s); };
        till.look(first);
        till.press(Qt::Key_F7);
        QCOMPARE(language()->currentData().toString(), u"en"_s); // the program's
        language()->setCurrentIndex(language()->findData(u"ru"_s));
        QCOMPARE(till.drafts->of(first).buyer.language, u"ru"_s);

        till.look(second);
        till.press(Qt::Key_2);
        QVERIFY(!language());
        type(till, u"firstNameEdit"_s, u"Anna"_s);
        type(till, u"lastNameEdit"_s, u"Lee"_s);
        type(till, u"emailEdit"_s, u"anna@example.org"_s);
        till.press(Qt::Key_Return);
        QCOMPARE(till.status(second), OrderStatus::InProgress);
        QCOMPARE(till.vendor.choices.last().customer.value_or(Customer()),
                 (Customer{.firstName = u"Anna"_s, .lastName = u"Lee"_s, .email = u"anna@example.org"_s}));

        till.look(third);
        till.press(Qt::Key_F7);
        QCOMPARE(language()->currentData().toString(), u"en"_s);
        till.look(first);
        QCOMPARE(language()->currentData().toString(), u"ru"_s);
    }

    void whatWasReceivedStaysWithItsOrder()
    {
        Till till;
        const OrderId first = till.startCash();
        const OrderId second = till.startCash();
        till.look(first);
        type(till, u"receivedEdit"_s, u"25 00,"_s);
        till.look(second);
        QVERIFY(text(till, u"receivedEdit"_s).isEmpty());
        type(till, u"receivedEdit"_s, u"5000"_s);
        rebuild(till, first);
        QCOMPARE(text(till, u"receivedEdit"_s), u"25 00,"_s);
        till.look(second);
        QCOMPARE(text(till, u"receivedEdit"_s), u"5000"_s);
        QCOMPARE(Till::shown<FigureLabel>(*till.dialog, u"changeLabel"_s)->text(), u"₽3,000.00"_s);
    }

    void whatWasSaidOfItStaysSaid()
    {
        Till till;
        till.vendor.page.clear();
        const OrderId id = till.loseStart(Reached::Yes, u"api/BASE"_s);
        const OrderId other = till.startCash();
        till.pass(5s);
        till.look(id);
        till.click(u"noPageButton"_s);
        till.look(other);
        rebuild(till, id);
        QVERIFY2(Till::says(*till.dialog, u"Take ₽"_s), qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::shows(*till.dialog, u"noPageButton"_s));

        // Not even asked for; another session will know it all the same.
        till.vendor.failNext(Kind::Order, answered(401));
        till.press(Qt::Key_F5);
        till.confirm();
        QVERIFY(till.sale(id).isMoneyTaken());
        till.vendor.failNone();
        till.look(other);
        rebuild(till, id);
        QVERIFY2(Till::says(*till.dialog, u"The money is in the drawer: confirm again"_s),
                 qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::says(*till.dialog, u"Take ₽"_s));
        till.lookAtPane(id);
        QVERIFY2(Till::says(*till.pane, u"Taken, to be confirmed"_s), qPrintable(Till::read(*till.pane)));
        till.pane->askToCancel();
        QVERIFY2(Till::says(*till.pane, u"give it back to the buyer"_s), qPrintable(Till::read(*till.pane)));
        till.lookAtPane(other);
        QVERIFY(Till::says(*till.pane, u"To pay"_s));
        till.pane->askToCancel();
        QVERIFY(!Till::says(*till.pane, u"give it back to the buyer"_s));
    }

    void itIsForgottenOnceTheOrderHasEndedAndIsLeft()
    {
        Till till;
        const OrderId id = till.startCash();
        const OrderId other = till.startCash();
        till.look(id);
        type(till, u"receivedEdit"_s, u"3000"_s);
        till.press(Qt::Key_Escape); // left, and open
        QCOMPARE(till.drafts->of(id).received, u"3000"_s);
        till.look(id);
        till.confirm();
        QCOMPARE(till.status(id), OrderStatus::Done);
        QCOMPARE(till.drafts->of(id).received, u"3000"_s);
        till.press(Qt::Key_Escape);
        QCOMPARE(till.drafts->of(id), PaymentDraft());
        QVERIFY(till.dialog->findChild<QLineEdit *>(u"receivedEdit"_s)->text().isEmpty());

        till.look(other);
        type(till, u"receivedEdit"_s, u"4000"_s);
        till.press(Qt::Key_Escape);
        till.cancel(other);
        till.pass(5s);
        QCOMPARE(till.status(other), OrderStatus::Canceled);
        QCOMPARE(till.drafts->of(other), PaymentDraft());
    }

    // Paid ----------------------------------------------------------------------------------------------------------

    void theChangeIsToldUntilThePageIsLeft()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        type(till, u"receivedEdit"_s, u"2500"_s);
        till.confirm();
        QCOMPARE(till.status(id), OrderStatus::Done);
        const auto isTold = [&till] {
            return Till::says(*till.dialog, u"Received ₽2,500.00"_s) &&
                   Till::shown<FigureLabel>(*till.dialog, u"paidChange"_s)->text() == u"₽500.00";
        };
        QVERIFY2(isTold(), qPrintable(Till::read(*till.dialog)));
        rebuild(till, id);
        QVERIFY2(isTold(), qPrintable(Till::read(*till.dialog)));
        till.press(Qt::Key_Return); // next buyer
        till.look(id);
        QVERIFY(!Till::shows(*till.dialog, u"paidChange"_s));
    }

    void whatComesNextIsInViewWhereThereIsLittleRoom()
    {
        Till till;
        Theme::apply(*qApp, Theme::Kind::Light, 200);
        const OrderId id = till.startCash();
        till.look(id);
        type(till, u"receivedEdit"_s, u"2500"_s);
        till.confirm();
        rebuild(till, id);
        till.dialog->resize(1024, 540);
        qApp->processEvents();
        const auto *next = Till::shown(*till.dialog, u"nextBuyerButton"_s);
        QVERIFY(next);
        const auto *change = Till::shown<FigureLabel>(*till.dialog, u"paidChange"_s);
        const QRect place(next->mapTo(till.dialog.get(), QPoint()), next->size());
        const QSize seen = change->visibleRegion().boundingRect().size();
        const QSize size = change->size();
        Theme::apply(*qApp, Theme::Kind::Light);
        QVERIFY(till.dialog->rect().contains(place));
        QCOMPARE(seen, size);
    }

    void noChangeIsToldWhereNothingWasTyped()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.confirm();
        QCOMPARE(till.status(id), OrderStatus::Done);
        QVERIFY(!Till::shows(*till.dialog, u"paidChange"_s));
        QVERIFY(!Till::says(*till.dialog, u"Received"_s));
    }

    void aSumThatOnlyTheConfirmationTellsIsSaidOnThePaidPage_data()
    {
        QTest::addColumn<int>("roubles");
        QTest::addColumn<QString>("said");
        QTest::newRow("dearer")
            << 2200 << u"₽2,000.00 was taken and the server counts ₽2,200.00. Take the difference of ₽200.00"_s;
        QTest::newRow("cheaper")
            << 1500 << u"₽2,000.00 was taken and the server counts ₽1,500.00. Give the difference of ₽500.00"_s;
    }

    void aSumThatOnlyTheConfirmationTellsIsSaidOnThePaidPage()
    {
        QFETCH(int, roubles);
        QFETCH(QString, said);
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        type(till, u"receivedEdit"_s, u"3000"_s);
        till.vendor.telling[Kind::Confirm] = [&till, roubles](Order order) {
            order.value = till.vendor.at(order.id).value = Money::fromMinor(roubles * 100);
            return order;
        };
        till.confirm();
        QCOMPARE(till.status(id), OrderStatus::Done);
        QVERIFY2(Till::says(*till.dialog, said), qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::shown<FigureLabel>(*till.dialog, u"paidChange"_s)); // one instruction at a time
        till.press(Qt::Key_Y);                                             // on its way when that came up
        QVERIFY(till.sale(id).priceBefore());
        QTRY_VERIFY(Till::shown(*till.dialog, u"acceptSumButton"_s)->isEnabled());
        till.press(Qt::Key_Y);
        QVERIFY(!till.sale(id).priceBefore());
        QVERIFY(!Till::says(*till.dialog, said));
    }

    void aSumThatIsRaisedIsNotConfirmedUnseen()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.store.commitTime = 500ms;
        till.click(u"confirmPaidButton"_s);
        till.click(u"confirmPaidYesButton"_s); // it is being recorded
        till.vendor.at(id).value = Money::fromMinor(220000);
        till.loadOrders();
        till.pass(5s);
        QCOMPARE(till.vendor.count(Kind::Confirm), 0);
        QVERIFY2(Till::says(*till.dialog, u"₽2,000.00 was taken, and ₽2,200.00 is to be paid now"_s),
                 qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::shown(*till.dialog, u"confirmPaidButton"_s)->isEnabled());
        till.click(u"acceptSumButton"_s);
        till.confirm();
        till.pass(5s);
        QCOMPARE(till.status(id), OrderStatus::Done);
    }

    /// Between low and high pages parts of it move from what scrolls to what stays in view.
    void aChangeOfSizeTakesNothingAway()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.at(id).value = Money::fromMinor(220000);
        till.press(Qt::Key_F5);
        till.pass(1s);
        QTRY_VERIFY(Till::shown(*till.dialog, u"acceptSumButton"_s)->isEnabled());
        for (const int height : {20, 40, 20}) {
            till.dialog->resize(Theme::space(200), Theme::space(4 * height));
            QTRY_VERIFY(Till::shows(*till.dialog, u"acceptSumButton"_s));
            QTRY_VERIFY(Till::shown(*till.dialog, u"acceptSumButton"_s)->isEnabled()); // its pause is over
            Till::shown(*till.dialog, u"acceptSumButton"_s)->setFocus();
            QCoreApplication::processEvents();
            QCOMPARE(till.dialog->focusWidget()->objectName(), u"acceptSumButton"_s);
        }
    }

    void aDifferenceIsNotPartOfTheChange()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        type(till, u"receivedEdit"_s, u"3000"_s); // and 1,000 is given back
        till.store.commitTime = 500ms;
        till.click(u"confirmPaidButton"_s);
        till.click(u"confirmPaidYesButton"_s);
        till.vendor.at(id).value = Money::fromMinor(220000);
        till.loadOrders();
        till.pass(5s);
        till.click(u"acceptSumButton"_s); // 200 are taken beside it
        till.confirm();
        till.pass(5s);
        QCOMPARE(till.status(id), OrderStatus::Done);
        QVERIFY2(!Till::shown<FigureLabel>(*till.dialog, u"paidChange"_s), qPrintable(Till::read(*till.dialog)));
    }

    void noMoneyIsTakenForAnOrderWithoutTickets()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        QVERIFY(Till::says(*till.dialog, u"Take ₽"_s));
        till.vendor.at(id).tickets.clear();
        till.press(Qt::Key_F5);
        till.pass(1s);
        QVERIFY2(Till::says(*till.dialog, u"The order holds no tickets any more"_s),
                 qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::says(*till.dialog, u"Take ₽"_s));
        QVERIFY(!Till::shows(*till.dialog, u"confirmPaidButton"_s));
        QCOMPARE(till.service().confirm(id, PageSeen::NotAsked), Refusal::Forbidden);
        QCOMPARE(till.vendor.count(Kind::Confirm), 0);
    }

    void moneyInTheDrawerIsNotAskedForAfterARestart()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.failNext(Kind::Order, answered(401));
        till.press(Qt::Key_F5); // the key is not accepted any more
        till.confirm();
        QCOMPARE(till.vendor.count(Kind::Confirm), 0);
        till.vendor.failNone();
        till.startAgain(); // with another key
        till.look(id);
        QVERIFY2(Till::says(*till.dialog, u"The money is in the drawer: confirm again"_s),
                 qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::says(*till.dialog, u"Take ₽"_s));
    }

    // What Enter does -----------------------------------------------------------------------------------------------

    void enterSaysWhichFieldIsNeeded()
    {
        Till till;
        const OrderId id = till.reserve();
        till.look(id);
        till.press(Qt::Key_2);
        QVERIFY(!Till::says(*till.dialog, u"This payment method needs it."_s));
        till.dialog->setFocus();
        till.press(Qt::Key_Return);
        QCOMPARE(Till::read(*till.dialog).count(u"This payment method needs it."_s), 2);
        QVERIFY(Till::says(*till.dialog, u"An address like"_s));
        QCOMPARE(till.dialog->focusWidget(), Till::shown<QWidget>(*till.dialog, u"firstNameEdit"_s));
        type(till, u"firstNameEdit"_s, u"Анна"_s);
        till.press(Qt::Key_Return);
        QCOMPARE(till.dialog->focusWidget(), Till::shown<QWidget>(*till.dialog, u"lastNameEdit"_s));
        QVERIFY(!till.sale(id).inProgress);
        QVERIFY(till.vendor.choices.isEmpty());
        type(till, u"lastNameEdit"_s, u"Ли"_s);
        type(till, u"emailEdit"_s, u"anna@example.org"_s);
        till.press(Qt::Key_Return);
        QCOMPARE(till.status(id), OrderStatus::InProgress);
    }

    void anOrderThatMayBeOursIsNotPaidByEnter()
    {
        Till till;
        till.loseReservation(Reached::Yes);
        till.pass(5s);
        till.loadOrders();
        const OrderId id = till.vendor.all().last();
        till.look(id);
        QVERIFY(!Till::shows(*till.dialog, u"startPaymentButton"_s));
        QVERIFY(!Till::shows(*till.pane, u"payButton"_s));
        QSignalSpy asked(till.dialog.get(), &PaymentPage::issuesRequested);
        till.press(Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QVERIFY(till.vendor.choices.isEmpty());
        QSignalSpy fromPane(till.pane.get(), &OrderPane::issuesRequested);
        auto *whose = Till::shown<ActionButton>(*till.pane, u"paneResolveButton"_s);
        QVERIFY(whose && whose->isPressedBy(Qt::Key_Return));
        whose->click();
        QCOMPARE(fromPane.count(), 1);

        till.service().resolve(till.onlyIssue(), u"none"_s); // another counter's, and its buyer stands here
        till.settle();
        till.look(id);
        QVERIFY(Till::shows(*till.pane, u"payButton"_s));
        till.press(Qt::Key_Return);
        QCOMPARE(till.status(id), OrderStatus::InProgress);
    }

    void aStartWithoutAnAnswerCanBeRepeatedAsItIsSaid()
    {
        Till till;
        const OrderId id = till.reserve();
        till.look(id);
        till.vendor.holdCalls(Kind::Order);
        till.vendor.failNext(Kind::StartPayment, lost(), Reached::Yes);
        till.press(Qt::Key_Return);
        QVERIFY2(Till::says(*till.dialog, u"It is not known whether the payment was started."_s),
                 qPrintable(Till::read(*till.dialog)));
        QVERIFY(Till::says(*till.dialog, u"You can repeat it at once: the order is read first"_s));
        QVERIFY(Till::shown(*till.dialog, u"startPaymentButton"_s)->isEnabled());
        till.press(Qt::Key_Return);
        till.vendor.answerAll(Kind::Order);
        till.settle();
        QCOMPARE(till.vendor.count(Kind::StartPayment), 1);
        QVERIFY(Till::shows(*till.dialog, u"qrCode"_s));
    }
};

} // namespace okoshko::test::tst_paymentdraft

OKOSHKO_TEST(tst_paymentdraft, PaymentDraftTest, QApplication)
#include "tst_paymentdraft.moc"
