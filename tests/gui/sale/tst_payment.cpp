// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/keys/Keys.h"
#include "tests/gui/sale/GuiFixture.h"
#include "tests/support/TestProgram.h"
#include "ui/widgets/FigureLabel.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_payment {

/// How a payment ends, shown by itself.
class PaymentTest : public QObject
{
    Q_OBJECT

private:
    static QString heading(const GuiFixture &stage)
    {
        const auto *label = stage.hand->find<QLabel>(u"resultHeading"_s);
        return label ? label->text() : QString();
    }
    /// \a text in place of what stands in the field \a name.
    static void paste(GuiFixture &stage, const QString &name, const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        stage.click(name);
        stage.hand->press(Qt::Key_A, Qt::ControlModifier);
        stage.hand->press(Qt::Key_V, Qt::ControlModifier);
    }

private Q_SLOTS:
    void declinedOnThePage()
    {
        GuiFixture stage(Format::Language::English, {}, {}, TestTimeouts::standing());
        const Sale &sale = stage.startPayment(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.buyerDeclines(sale);
        QVERIFY(stage.comes([&] { return heading(stage) == u"The payment was declined"; }));
        stage.press(Qt::Key_Return); // the same again
        QTRY_VERIFY(stage.isShown(u"reserveButton"_s));
    }

    void theHoldRunsOut()
    {
        sandbox::Options brief;
        brief.hold = 1min;
        GuiFixture stage(Format::Language::Russian, brief, {}, TestTimeouts::standing());
        stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        QVERIFY(stage.comes([&] { return heading(stage) == u"Бронь истекла"; }));
        QCOMPARE(stage.atServer(stage.lastSale().order.id).status, OrderStatus::Expired);
    }

    void cancellingAsksOnceAndReleases()
    {
        GuiFixture stage;
        const Sale &sale = stage.startPayment(GuiFixture::pageEvent(), GuiFixture::pageSet(), 2);
        stage.press(Qt::Key_Delete);
        QTRY_VERIFY(stage.isShown(u"cancelSaleYesButton"_s));
        stage.press(Qt::Key_Escape); // no
        QTRY_VERIFY(!stage.find(u"cancelSaleYesButton"_s));
        QCOMPARE(sale.order.status, OrderStatus::InProgress);
        QVERIFY(stage.isShown(u"cancelSaleButton"_s)); // and the window is still there
        stage.press(Qt::Key_Delete);
        stage.press(Qt::Key_Return); // no, again: what is given up takes more than Enter
        QTRY_VERIFY(!stage.find(u"cancelSaleYesButton"_s));
        stage.press(Qt::Key_Delete);
        QTRY_VERIFY(stage.isShown(u"cancelSaleYesButton"_s));
        stage.press(Qt::Key_Y);
        QTRY_COMPARE(heading(stage), u"The order is cancelled"_s);
        QCOMPARE(stage.atServer(sale.order.id).status, OrderStatus::Canceled);
    }

    void leavingStopsNothing()
    {
        GuiFixture stage(Format::Language::English, {}, {}, TestTimeouts::standing());
        const Sale &sale = stage.startPayment(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        stage.press(Qt::Key_Return); // back from the table
        QTRY_VERIFY(stage.isShown(u"openPageButton"_s));
        stage.press(Qt::Key_Escape);
        stage.buyerPays(sale);
        // Polled, though its window is closed.
        QVERIFY(stage.comes([&] { return sale.order.status == OrderStatus::Done; }));
    }

    void theEnterOfTheTableDoesNotStartThePayment_data()
    {
        QTest::addColumn<bool>("isHeld");
        QTest::newRow("pressed twice") << false;
        QTest::newRow("held") << true;
    }

    void theEnterOfTheTableDoesNotStartThePayment()
    {
        QFETCH(bool, isHeld);
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        Keys keys(stage.windows->main());
        keys.press(Qt::Key_Return);
        QTRY_VERIFY(stage.find(u"startPaymentButton"_s));
        isHeld ? keys.hold(Qt::Key_Return, 20) : keys.press(Qt::Key_Return);
        QVERIFY(!sale.inProgress);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(sale.order.status, OrderStatus::Executed);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(sale.order.status, OrderStatus::InProgress);
    }

    void cancelledFromTheTable()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        stage.press(Qt::Key_Delete);
        stage.click(u"cancelYesButton"_s);
        QTRY_COMPARE(sale.order.status, OrderStatus::Canceled);
    }

    void aSlipOfTheFingerStartsNothing()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_1);
        stage.press(Qt::Key_2);
        QVERIFY(!sale.inProgress);
        QCOMPARE(sale.order.status, OrderStatus::Executed);
    }

    void aPageThatNeedsTheBuyerAsksForHim()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_2); // platron/OTHER wants a name
        QTRY_VERIFY(stage.find(u"firstNameEdit"_s));
        stage.press(Qt::Key_Return);
        QVERIFY(!sale.inProgress);
        const std::pair<QString, QString> fields[]{{u"firstNameEdit"_s, u"Анна"_s},
                                                   {u"lastNameEdit"_s, u"Королёва"_s},
                                                   {u"emailEdit"_s, u"anna@example.org"_s}};
        for (const auto &[field, text] : fields) {
            stage.click(field);
            stage.type(text);
        }
        QVERIFY(stage.isShown(u"startPaymentButton"_s));
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(sale.order.status, OrderStatus::InProgress);
        QCOMPARE(stage.atServer(sale.order.id).customer.email, u"anna@example.org"_s);
    }

    /// The way to pay is chosen by its number; what was typed before stays.
    void backAtThePageTheKeysAreNotTypedIntoTheName()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_2); // wants a name
        stage.click(u"firstNameEdit"_s);
        stage.type(u"Анна"_s);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.find(u"orderTable"_s));
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"firstNameEdit"_s));
        stage.press(Qt::Key_1);
        QTRY_VERIFY(stage.hand->find<QAbstractButton>(u"paySystem_1"_s)->isChecked());
        stage.press(Qt::Key_2);
        QCOMPARE(stage.hand->find<QLineEdit>(u"firstNameEdit"_s)->text(), u"Анна"_s);
        QVERIFY(!sale.inProgress);
    }

    void whatIsPastedIsTakenAsItWasMeant()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_2);
        paste(stage, u"firstNameEdit"_s, u"\u00a0Анна\u200b\n"_s);
        paste(stage, u"lastNameEdit"_s, u"Ли\u202fКоролёва\r\n"_s);
        paste(stage, u"emailEdit"_s, u"\ufeffanna@exam\u00adple.org\u00a0\r\n"_s);
        QVERIFY(stage.isShown(u"startPaymentButton"_s));
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(sale.order.status, OrderStatus::InProgress);
        const Customer buyer = stage.atServer(sale.order.id).customer;
        QCOMPARE(buyer.firstName, u"Анна"_s);
        QCOMPARE(buyer.lastName, u"Ли Королёва"_s);
        QCOMPARE(buyer.email, u"anna@example.org"_s);
    }

    void anAddressOfTwoAlphabetsIsDoubtedAndTaken()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_2);
        paste(stage, u"firstNameEdit"_s, u"Анна"_s);
        paste(stage, u"lastNameEdit"_s, u"Ли"_s);
        const auto doubt = [&stage] {
            for (const QLabel *label : stage.windows->main().findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(u"Latin and Cyrillic"))
                    return label->text();
            }
            return QString();
        };
        const QString address = u"\u0430nna@ex\u0430mple.org"_s; // Cyrillic а
        paste(stage, u"emailEdit"_s, address);
        QVERIFY2(doubt().contains(u"Cyrillic: \u0430."), qPrintable(doubt()));
        QVERIFY(stage.isShown(u"startPaymentButton"_s));
        paste(stage, u"emailEdit"_s, u"anna@example.org"_s);
        QCOMPARE(doubt(), QString());
        paste(stage, u"emailEdit"_s, address);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(sale.order.status, OrderStatus::InProgress);
        QCOMPARE(stage.atServer(sale.order.id).customer.email, address);
    }

    void aSumIsPastedAsItIsWritten()
    {
        GuiFixture stage;
        const Sale &sale = stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        QTRY_VERIFY(stage.find(u"receivedEdit"_s));
        const Format format(Format::Language::English);
        const auto change = [&stage] { return stage.hand->find<FigureLabel>(u"changeLabel"_s)->text(); };
        paste(stage, u"receivedEdit"_s, u"\u00a0      2\u00a0000,00\u200b\u00a0₽\r\n"_s);
        QCOMPARE(change(), format.money(Money::fromMinor(2000'00) - sale.order.value));
        paste(stage, u"receivedEdit"_s, u"2000 2000 руб"_s);
        QCOMPARE(change(), u"—"_s);
    }

    void moneyThatCameTooLateLeadsToTheList()
    {
        GuiFixture stage(Format::Language::English, {}, {}, {.time = TestTimeouts::Time::Stands});
        const Sale &sale = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.server->scenarios().arm(sandbox::scenario("paid-after-expiry"));
        stage.press(Qt::Key_Return);
        QVERIFY(stage.comes([&] { return heading(stage) == u"Paid too late"; }));
        QCOMPARE(sale.order.status, OrderStatus::Done);
        QCOMPARE(stage.counter->orders.indexOf(sale.order.id, OrderTableModel::Column::Status).data().toString(),
                 u"Paid too late"_s);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"paneResolveButton"_s));
        QVERIFY(stage.isShown(u"paneRemark"_s));
        stage.click(u"paneResolveButton"_s);
        QTRY_VERIFY(stage.windows->main().focusWidget()->objectName().startsWith(u"resolveButton"));
        stage.counter->service.resolve(stage.counter->saleJournal.issues().first().id, u"has tickets"_s);
        QTRY_VERIFY(stage.find(u"issuesEmpty"_s));
        QTRY_VERIFY(stage.windows->main().focusWidget()->isVisible()); // the keys are not lost with the card
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        QTRY_VERIFY(!stage.find(u"paneRemark"_s));
    }

    void anOrderWhoseEventIsNotKnownYetCanBeTold()
    {
        GuiFixture stage;
        const OrderId id = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1).order.id;
        const QString title = stage.counter->catalogue.find(GuiFixture::pageEvent())->title;
        stage.close();
        stage.server->scenarios().arm(sandbox::scenario("offline"));
        stage.open();
        QTRY_VERIFY(stage.counter->service.sale(id));
        QVERIFY(!stage.counter->catalogue.find(GuiFixture::pageEvent()));
        QCOMPARE(stage.counter->orders.indexOf(id, OrderTableModel::Column::Event).data().toString(), title);
        stage.windows->main().orders().select(id);
        stage.press(Qt::Key_Delete);
        stage.click(u"cancelYesButton"_s);
        QTRY_VERIFY(stage.isShown(u"paneRefusal"_s)); // the server has not told yet
        stage.server->scenarios().disarm(sandbox::scenario("offline"));
        QTRY_VERIFY_WITH_TIMEOUT(!stage.find(u"paneRefusal"_s), GuiFixture::patience);
    }

    void aServerThatGoesAwayIsLivedThrough()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.server.reset();
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(sale.failure.has_value());
        QTRY_VERIFY(stage.isShown(u"askServerButton"_s));
        QCOMPARE(sale.order.status, OrderStatus::Executed);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        QCOMPARE(stage.counter->orders.rowCount(), 1); // the table is intact
    }

    void changeIsReckonedExactly_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<bool>("canConfirm");
        QTest::newRow("exact") << u"1650"_s << u"₽0.00"_s << true;
        QTest::newRow("comma") << u"2000,50"_s << u"₽350.50"_s << true;
        QTest::newRow("blank between thousands") << u"5 000"_s << u"₽3,350.00"_s << true;
        QTest::newRow("too little") << u"1000"_s << u"₽650.00"_s << false;
        QTest::newRow("no sum") << u"12a"_s << u"—"_s << false;
        QTest::newRow("nothing") << QString() << u"—"_s << true;
    }

    void changeIsReckonedExactly()
    {
        QFETCH(QString, received);
        GuiFixture stage;
        stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        QTRY_VERIFY(stage.isShown(u"receivedEdit"_s));
        stage.type(received);
        const auto *change = stage.hand->find<FigureLabel>(u"changeLabel"_s);
        QTEST(change ? change->text() : QString(), "shown");
        QTEST(stage.isShown(u"confirmPaidButton"_s), "canConfirm");
    }
};

} // namespace okoshko::test::tst_payment

OKOSHKO_TEST(tst_payment, PaymentTest, QApplication)
#include "tst_payment.moc"
