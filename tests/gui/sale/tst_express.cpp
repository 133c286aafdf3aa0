// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/keys/Keys.h"
#include "tests/gui/sale/GuiFixture.h"
#include "tests/support/TestProgram.h"

#include "ui/main/TopBar.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Notice.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_express {

/// One ticket of the category sold last, for cash: F4, *money received*, *yes*.
class ExpressTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int mostPresses = 5;

    /// A key that counts, with its modifiers.
    struct Presses
    {
        GuiFixture &stage;
        int count = 0;

        void press(Qt::Key key)
        {
            ++count;
            stage.press(key);
        }
    };

    static void languages()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::newRow("ru") << Format::Language::Russian;
        QTest::newRow("en") << Format::Language::English;
    }

    /// One ticket for cash, by hand, and back to the orders.
    static void sellByHand(GuiFixture &stage, int count = 1)
    {
        stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), count);
        stage.click(u"confirmPaidButton"_s);
        stage.click(u"confirmPaidYesButton"_s);
        [&] { QTRY_VERIFY(stage.isShown(u"nextBuyerButton"_s)); }();
        stage.press(Qt::Key_Return);
        [&] { QTRY_VERIFY(stage.isShown(u"orderTable"_s)); }();
    }

    static int ordersAtServer(GuiFixture &stage)
    {
        std::optional<int> count;
        stage.other->api.orders({}, qApp, [&count](const Result<OrderList> &list) {
            count = list ? static_cast<int>(list->orders.size()) : -1;
        });
        [&] { QTRY_VERIFY(count.has_value()); }();
        return count.value_or(-1);
    }

    static bool says(const GuiFixture &stage, const QString &title)
    {
        const auto notices = stage.windows->main().findChildren<Notice *>();
        return std::any_of(notices.cbegin(), notices.cend(),
                           [&title](const Notice *notice) { return notice->isVisible() && notice->title() == title; });
    }

private Q_SLOTS:
    void inAtMostFivePresses_data() { languages(); }

    void inAtMostFivePresses()
    {
        QFETCH(Format::Language, language);
        GuiFixture stage(language);
        sellByHand(stage, 2);
        const OrderId first = stage.lastSale().order.id;
        Presses keys{stage};
        keys.press(Qt::Key_F4);
        QTRY_VERIFY(stage.isShown(u"confirmPaidButton"_s));
        const Sale &sale = stage.lastSale();
        QVERIFY(sale.order.id != first);
        QCOMPARE(sale.order.event, GuiFixture::cashEvent());
        QCOMPARE(sale.order.ticketCount(), 1);
        QCOMPARE(sale.system, u"api/BASE"_s);
        keys.press(Qt::Key_Return);
        QVERIFY(stage.find(u"confirmPaidYesButton"_s)); // the one question
        QCOMPARE(sale.order.status, OrderStatus::InProgress);
        QTRY_VERIFY(stage.isShown(u"confirmPaidYesButton"_s));
        keys.press(Qt::Key_Return);
        QTRY_COMPARE(stage.atServer(sale.order.id).status, OrderStatus::Done);
        QTRY_VERIFY(stage.isShown(u"nextBuyerButton"_s));
        QVERIFY(keys.count <= mostPresses);
        QCOMPARE(keys.count, 3);
        QCOMPARE(ordersAtServer(stage), 2);
    }

    void keysPressedTooEarlyConfirmNothing()
    {
        GuiFixture stage;
        sellByHand(stage);
        stage.press(Qt::Key_F4);
        for (int i = 0; i < 5; ++i)
            stage.press(Qt::Key_Return); // before there is an answer
        QTRY_VERIFY(stage.isShown(u"confirmPaidButton"_s));
        stage.press(Qt::Key_Return);
        for (int i = 0; i < 5; ++i)
            stage.press(Qt::Key_Return); // before the question takes a key
        QCOMPARE(stage.atServer(stage.lastSale().order.id).status, OrderStatus::InProgress);
    }

    /// Nothing is to be paid: the cashier issues the tickets, by a key of her own.
    void theEnterAfterTheKeyIssuesNoFreeTicket()
    {
        GuiFixture stage;
        stage.memory.setSoldLast(
            {*EventId::parse(u"c65fe2e6a148b2afec1e4ff1"_s), *SetId::parse(u"53e0f4c1d9988bb38e9305ec"_s), {}});
        Keys keys(stage.windows->main());
        keys.hold(Qt::Key_F4, 20);
        QTRY_VERIFY(stage.find(u"startPaymentButton"_s));
        keys.press(Qt::Key_Return);
        const Sale &sale = stage.lastSale();
        QVERIFY(!sale.inProgress);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(stage.atServer(sale.order.id).status, OrderStatus::Executed);
        QCOMPARE(ordersAtServer(stage), 1);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(sale.order.status, OrderStatus::Done);
    }

    void isRememberedWhenTheProgramStartsAgain()
    {
        GuiFixture stage;
        sellByHand(stage);
        stage.close();
        stage.open();
        QTRY_VERIFY(!stage.isWaiting());
        QTRY_VERIFY(!stage.counter->catalogue.events().isEmpty());
        stage.press(Qt::Key_F4);
        QTRY_VERIFY(stage.isShown(u"confirmPaidButton"_s));
        QCOMPARE(stage.lastSale().order.event, GuiFixture::cashEvent());
    }

    void theButtonTellsWhatItSells()
    {
        GuiFixture stage;
        stage.windows->main().resize(1600, 800);
        const QWidget *button = stage.find(u"expressButton"_s);
        QVERIFY(button);
        QCOMPARE(button->accessibleDescription(),
                 u"One ticket of the category sold last, for cash. Nothing was sold yet."_s);
        sellByHand(stage);
        QVERIFY(button->accessibleDescription().startsWith(
            u"One ticket of the category sold last, for cash: Танцпол · Северный ветер"_s));
        QVERIFY(button->toolTip().contains(u"Танцпол"_s));
    }

    void theKeyWorksWhereTheButtonHasNoRoom()
    {
        GuiFixture stage;
        stage.windows->main().resize(500, 600);
        QTRY_VERIFY(!stage.find(u"expressButton"_s));
        stage.press(Qt::Key_F4);
        QVERIFY(says(stage, u"Nothing was sold at this counter yet."_s));
    }

    void whatIsNotOnSaleAnyMoreLeadsToTheNewOrder_data()
    {
        QTest::addColumn<WindowState::SoldLast>("sold");
        QTest::addColumn<QString>("said");
        const auto none = *SetId::parse(u"000000000000000000000000"_s);
        QTest::newRow("category") << WindowState::SoldLast{GuiFixture::cashEvent(), none, {}}
                                  << u"The category sold last is not on sale any more."_s;
        QTest::newRow("event") << WindowState::SoldLast{*EventId::parse(none.toString()), none, {}}
                               << u"The event sold last is not on sale any more."_s;
    }

    void whatIsNotOnSaleAnyMoreLeadsToTheNewOrder()
    {
        QFETCH(WindowState::SoldLast, sold);
        QFETCH(QString, said);
        GuiFixture stage;
        QTRY_COMPARE(stage.counter->catalogue.state(), EventCatalogue::State::Read);
        stage.memory.setSoldLast(sold);
        stage.press(Qt::Key_F4);
        QVERIFY(stage.isShown(u"eventSearch"_s));
        QVERIFY(says(stage, said));
        QCOMPARE(ordersAtServer(stage), 0);
    }

    void soldOutMeanwhileStopsThere()
    {
        GuiFixture stage;
        stage.memory.setSoldLast({GuiFixture::lastEvent(), GuiFixture::lastSet(), {}});
        (void)stage.reserveElsewhere(GuiFixture::lastEvent(), GuiFixture::lastSet(), 1);
        stage.press(Qt::Key_F4);
        QTRY_VERIFY(says(stage, u"These tickets have just been sold."_s));
        QVERIFY(stage.isShown(u"eventSearch"_s));
        stage.counter->catalogue.refresh();
        QTRY_COMPARE(stage.counter->catalogue.find(GuiFixture::lastEvent())->set(GuiFixture::lastSet())->vacant, 0);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        stage.press(Qt::Key_F4); // known by now
        QTRY_VERIFY(says(stage, u"The category sold last is sold out."_s));
    }

    void aServerThatTakesOneStepAtATimeSellsAsWell()
    {
        GuiFixture stage;
        stage.memory.setSoldLast({GuiFixture::cashEvent(), GuiFixture::cashSet(), {}});
        stage.server->scenarios().arm(sandbox::scenario("combined-refused"));
        stage.press(Qt::Key_F4);
        QTRY_VERIFY(stage.isShown(u"confirmPaidButton"_s));
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"confirmPaidYesButton"_s));
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(stage.atServer(stage.lastSale().order.id).status, OrderStatus::Done);
        QCOMPARE(ordersAtServer(stage), 1);
    }

    /// The buyer is told the real sum before anything is started.
    void aChangedPriceIsAskedAboutFirst()
    {
        GuiFixture stage;
        stage.memory.setSoldLast({GuiFixture::cashEvent(), GuiFixture::cashSet(), {}});
        stage.server->scenarios().arm(sandbox::scenario("price-changed"));
        stage.press(Qt::Key_F4);
        stage.press(Qt::Key_Y); // meant for something else
        QTRY_VERIFY(stage.find(u"goOnButton"_s));
        QVERIFY(!stage.isShown(u"goOnButton"_s));
        stage.press(Qt::Key_Y); // too early
        QVERIFY(stage.find(u"goOnButton"_s));
        QVERIFY(says(stage, u"The price has changed meanwhile."_s));
        QTRY_VERIFY(stage.isShown(u"goOnButton"_s));
        stage.press(Qt::Key_Y);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s)); // no step further by itself
        QCOMPARE(stage.atServer(stage.lastSale().order.id).status, OrderStatus::Executed);
    }

    void aLostAnswerToTheStartIsNoMoneyTaken()
    {
        TestTimeouts hurry;
        hurry.timeout = std::chrono::seconds(2);
        GuiFixture stage(Format::Language::English, {}, {}, hurry);
        stage.memory.setSoldLast({GuiFixture::cashEvent(), GuiFixture::cashSet(), {}});
        QTRY_VERIFY(!stage.counter->catalogue.events().isEmpty());
        sandbox::Activation lost = sandbox::usualActivation(sandbox::scenario("cut-after"));
        lost.on = sandbox::RequestKind::Start;
        stage.server->scenarios().arm(lost);
        stage.press(Qt::Key_F4);
        // Whether a page was opened is not known: that is asked, and no money is taken before.
        QTRY_VERIFY_WITH_TIMEOUT(stage.isShown(u"noPageButton"_s), GuiFixture::patience);
        QVERIFY(!stage.find(u"confirmPaidButton"_s));
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.atServer(stage.lastSale().order.id).status, OrderStatus::InProgress);
        QCOMPARE(ordersAtServer(stage), 1);
    }

    void theKeyPressedAgainSellsOneTicket()
    {
        GuiFixture stage;
        stage.memory.setSoldLast({GuiFixture::cashEvent(), GuiFixture::cashSet(), {}});
        for (int i = 0; i < 3; ++i)
            stage.press(Qt::Key_F4);
        QTRY_VERIFY(stage.isShown(u"confirmPaidButton"_s));
        stage.press(Qt::Key_F4);
        QVERIFY(!stage.find(u"changePane"_s)); // its only ticket cannot be given back
        QCOMPARE(ordersAtServer(stage), 1);
        QCOMPARE(stage.lastSale().order.ticketCount(), 1);
    }

    void aPageWhereCashWasExpectedStopsThere()
    {
        GuiFixture stage;
        stage.memory.setSoldLast({GuiFixture::pageEvent(), GuiFixture::pageSet(), {}});
        Presses keys{stage};
        keys.press(Qt::Key_F4);
        QTRY_VERIFY(stage.isShown(u"openPageButton"_s));
        QVERIFY(keys.count <= mostPresses);
        QVERIFY(!stage.find(u"confirmPaidButton"_s));
        QCOMPARE(stage.atServer(stage.lastSale().order.id).status, OrderStatus::InProgress);
    }

    void withoutASystemForCashTheCashierChooses()
    {
        GuiFixture stage;
        stage.memory.setSoldLast({GuiFixture::cashEvent(), GuiFixture::cashSet(), {}});
        CounterSettings values = stage.settings.values();
        for (PaymentSystem &system : values.paymentSystems)
            system.customerData = PaymentSystem::CustomerData::NameAndEmail;
        QVERIFY(stage.settings.save(values));
        stage.close();
        stage.open();
        QTRY_VERIFY(!stage.isWaiting() && !stage.counter->catalogue.events().isEmpty());
        stage.press(Qt::Key_F4);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QTRY_VERIFY(!stage.isWaiting());
        QCOMPARE(stage.atServer(stage.lastSale().order.id).status, OrderStatus::Executed);
    }

    /// The way chosen after reserving: the same again, reserve, the way, start.
    void aPageIsShownInAtMostFivePresses()
    {
        GuiFixture stage;
        stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        Presses keys{stage};
        keys.press(Qt::Key_F3);
        QTRY_VERIFY(stage.isShown(u"reserveButton"_s));
        keys.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        keys.press(Qt::Key_1);
        keys.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"openPageButton"_s));
        QCOMPARE(keys.count, 4);
        QVERIFY(keys.count <= mostPresses);
    }
};

} // namespace okoshko::test::tst_express

OKOSHKO_TEST(tst_express, ExpressTest, QApplication)
#include "tst_express.moc"
