// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/keys/Keys.h"
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

#include "models/tables/EventListModel.h"
#include "ui/help/HelpPage.h"
#include "ui/widgets/Stepper.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPointingDevice>
#include <QScreen>
#include <QScrollBar>
#include <QScroller>
#include <QTextBrowser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_qa_flow {

/// Chapter 1 of the manual test plan: selling.
class FlowCases : public QObject
{
    Q_OBJECT

private:
    static void chooseCashEvent(const GuiFixture &stage)
    {
        auto *list = stage.hand->find<QAbstractItemView>(u"eventList"_s);
        [&] {
            QVERIFY(list);
            const auto hits = list->model()->match(list->model()->index(0, 0), EventListModel::EventIdRole,
                                                   GuiFixture::cashEvent().toString(), 1, Qt::MatchExactly);
            QVERIFY(!hits.isEmpty());
            QCOMPARE(stage.hand->click(*list, hits.first()), InputDriver::Result::Done);
        }();
        FirstFailure::check();
    }

    /// From the button at the top right; the words are of the other language then.
    static void chooseOtherLanguage(CaseDrive &drive)
    {
        drive.click(u"languageButton"_s);
        auto *menu = drive.stage.windows->main().findChild<QMenu *>(u"languageMenu"_s);
        [&] { QTRY_VERIFY(menu && menu->isVisible()); }();
        FirstFailure::check();
        [&] { QVERIFY(drive.sees(u"TopBar|&New order"_s)); }();
        const QString name = drive.languageCode() == u"ru" ? u"English"_s : u"Русский"_s;
        const QList<QAction *> languages = menu->actions();
        const auto other = std::find_if(languages.cbegin(), languages.cend(), [&name](const QAction *language) {
            return language->text().remove(u'&') == name;
        });
        [&] { QVERIFY(other != languages.cend()); }();
        FirstFailure::check();
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(*other).center());
        drive.awaitGone(u"TopBar|&New order"_s);
    }

private Q_SLOTS:
    void case101()
    {
        CaseDrive::perform(101, [](CaseDrive &drive) {
            const Sale &sale = drive.startPayment();
            QTRY_COMPARE(drive.stage.opened, QList{sale.order.payment.redirectUrl});
            QVERIFY(drive.readPage(sale).contains(drive.format().plainMoney(Money::fromMinor(100'00))));
            QVERIFY(drive.pageSays(sale, u"page|pay"_s));
            drive.stage.buyerPays(sale);
            QVERIFY(drive.pageSays(sale, u"page|done.heading"_s));
            drive.await(u"ResultPane|Paid: %1"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Done);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"orderTable"_s);
            drive.awaitOfOrder(sale.order.id, u"Format|Paid"_s);
            QCOMPARE(drive.stage.opened.size(), 1); // opened once, whatever was polled meanwhile
        });
    }

    void case102()
    {
        CaseDrive::perform(102, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            drive.click(u"newOrderButton"_s);
            chooseCashEvent(stage);
            QWidget *stepper = stage.find(u"stepper_"_s + GuiFixture::cashSet().toString());
            QVERIFY(stepper);
            QTest::mouseClick(stepper, Qt::LeftButton, {}, QPoint(stepper->width() - 5, stepper->height() / 2));
            drive.await(u"NewOrderPage|&Reserve"_s);
            drive.click(u"reserveButton"_s);
            drive.click(u"paySystem_1"_s);
            drive.await(u"PaymentPage|&Start the payment"_s);
            drive.click(u"startPaymentButton"_s);
            drive.click(u"note_5000"_s);
            QCOMPARE(drive.text(u"changeLabel"_s), drive.rubles(3350));
            drive.takePicture();
            drive.click(u"confirmPaidButton"_s);
            drive.await(u"CollectPane|Is the money in the drawer?"_s);
            QCOMPARE(stage.atServer(stage.lastSale().order.id).status, OrderStatus::InProgress);
            drive.click(u"confirmPaidYesButton"_s);
            drive.await(u"ResultPane|Paid: %1"_s);
            QCOMPARE(stage.atServer(stage.lastSale().order.id).status, OrderStatus::Done);
            QVERIFY(stage.opened.isEmpty());
            drive.click(u"nextBuyerButton"_s);
            drive.awaitShown(u"orderTable"_s);
        });
    }

    void case103()
    {
        CaseDrive::perform(103, [](CaseDrive &drive) {
            const Sale &sale = drive.reserve();
            drive.press(Qt::Key_Delete);
            drive.await(u"CancelText|Cancel this order?"_s);
            drive.await(u"CancelText|&Yes, cancel it"_s);
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Executed); // it only asks
            drive.stage.click(u"cancelSaleYesButton"_s);
            drive.await(u"ResultPane|The order is cancelled"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Canceled);
            drive.toOrders();
            drive.awaitOfOrder(sale.order.id, u"Format|Cancelled"_s);
        });
    }

    void case104()
    {
        CaseDrive::perform(104, [](CaseDrive &drive) {
            const Sale &sale = drive.startPayment();
            drive.click(u"cancelSaleButton"_s);
            drive.await(u"CancelText|&Yes, cancel it"_s);
            drive.click(u"cancelSaleYesButton"_s);
            drive.await(u"ResultPane|The order is cancelled"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Canceled);
            QVERIFY(drive.pageSays(sale, u"page|canceled.heading"_s));
            QVERIFY(!drive.pageSays(sale, u"page|pay"_s));
        });
    }

    void case105()
    {
        CaseDrive::perform(105, [](CaseDrive &drive) {
            drive.reserve(3);
            drive.toOrders();
            drive.press(Qt::Key_F3);
            drive.awaitShown(u"reserveButton"_s);
            QCOMPARE(drive.text(u"reserveTotal"_s), drive.rubles(300));
            QCOMPARE(drive.text(u"reserveCount"_s), drive.format().tickets(3));
            drive.takePicture();
        });
    }

    void case106()
    {
        CaseDrive::perform(106, [](CaseDrive &drive) {
            const Sale &sale = drive.reserve();
            drive.toOrders();
            QCOMPARE(drive.stage.windows->main().orders().current(), sale.order.id);
            drive.awaitOfOrder(sale.order.id, u"Format|Held"_s);
            const QString before = drive.text(u"paneTimeLeft"_s);
            drive.awaitThat("the countdown runs", [&] { return drive.text(u"paneTimeLeft"_s) != before; });
            drive.takePicture();
            drive.press(Qt::Key_Return);
            drive.await(u"PaymentPage|Payment of order %1"_s);
            QCOMPARE(drive.ordersAtServer(), 1);
        });
    }

    void case107()
    {
        CaseDrive::perform(107, [](CaseDrive &drive) {
            drive.pick(3, u"Чайка"_s);
            drive.await(u"SetRow|seats are picked for you"_s);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"startPaymentButton"_s);
            const Sale &sale = drive.stage.lastSale();
            QTRY_COMPARE(sale.tickets.size(), 3);
            QList<int> numbers;
            for (const Ticket &ticket : sale.tickets) {
                QVERIFY(ticket.seat);
                QCOMPARE(ticket.seat->row, sale.tickets.first().seat->row);
                numbers << ticket.seat->number.toInt();
            }
            std::sort(numbers.begin(), numbers.end());
            QCOMPARE(numbers.last() - numbers.first(), 2);
            drive.toOrders();
            drive.await(u"TicketText|seat %1"_s);
            drive.takePicture();
        });
    }

    void case108()
    {
        CaseDrive::perform(108, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            const Sale &sale = drive.reserve();
            drive.press(Qt::Key_2);
            const std::pair<QString, QString> fields[]{
                {u"firstNameEdit"_s, u"Анна"_s}, {u"lastNameEdit"_s, u"Ветрова"_s}, {u"emailEdit"_s, u"anna"_s}};
            for (const auto &[field, text] : fields) {
                drive.click(field);
                stage.type(text);
            }
            drive.press(Qt::Key_Tab);
            drive.await(u"BuyerFields|An address like anna@example.org is needed."_s);
            drive.click(u"startPaymentButton"_s);
            QVERIFY(!sale.inProgress);
            QCOMPARE(stage.windows->main().focusWidget(), stage.find(u"emailEdit"_s));
            drive.takePicture();
            drive.press(Qt::Key_End);
            stage.type(u"@example.org"_s);
            drive.click(u"startPaymentButton"_s);
            QTRY_COMPARE(stage.opened.size(), 1);
            QCOMPARE(stage.atServer(sale.order.id).customer.email, u"anna@example.org"_s);
        });
    }

    void case109()
    {
        CaseDrive::perform(109, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            const OrderId cancelled = drive.reserve().order.id;
            drive.press(Qt::Key_Delete);
            drive.stage.click(u"cancelSaleYesButton"_s);
            drive.await(u"ResultPane|The order is cancelled"_s);
            drive.toOrders();
            const QString digits = QString::number(drive.reserve().order.number).right(4);
            drive.toOrders();
            stage.hand->press(Qt::Key_F, Qt::ControlModifier);
            stage.type(digits);
            QTRY_COMPARE(stage.counter->orders.rowCount(), 1);
            drive.takePicture();
            drive.press(Qt::Key_Escape);
            QTRY_COMPARE(stage.counter->orders.rowCount(), 2);
            drive.click(u"chipCanceled"_s);
            QTRY_COMPARE(stage.counter->orders.rowCount(), 1);
            QCOMPARE(stage.windows->main().orders().current(), cancelled);
        });
    }

    void case110()
    {
        CaseDrive::perform(110, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            const Sale &sale = drive.reserve();
            drive.toOrders();
            chooseOtherLanguage(drive);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"startPaymentButton"_s);
            drive.takePicture();
            QCOMPARE(stage.atServer(sale.order.id).status, OrderStatus::Executed);
        });
    }

    void case111()
    {
        CaseDrive::perform(111, [](CaseDrive &drive) {
            for (int i = 0; i < 3; ++i) {
                drive.reserve();
                drive.toOrders();
            }
            QTRY_COMPARE(drive.stage.counter->orders.rowCount(), 3);
            drive.takePicture();
            QCOMPARE(drive.ordersAtServer(), 3);
        });
    }

    void case112()
    {
        CaseDrive::perform(112, [](CaseDrive &drive) {
            drive.pick(2, u"орган"_s);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"startPaymentButton"_s);
            drive.await(u"SystemsPane|Free"_s);
            drive.await(u"PaymentPage|&Issue the tickets"_s);
            drive.takePicture();
            drive.press(Qt::Key_Return);
            drive.await(u"ResultPane|The tickets are the buyer's"_s);
            QCOMPARE(drive.stage.atServer(drive.stage.lastSale().order.id).status, OrderStatus::Done);
        });
    }

    void case113()
    {
        CaseDrive::perform(113, [](CaseDrive &drive) {
            drive.pick(2, u"Стендап"_s);
            drive.await(u"TicketsPane|%1: asked for %2, there are %3."_s);
            QCOMPARE(drive.text(u"reserveCount"_s), drive.format().tickets(1));
            drive.takePicture();
        });
    }

    void case114()
    {
        CaseDrive::perform(114, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            const Sale &sale = drive.reserve();
            drive.press(Qt::Key_F1);
            drive.await(u"HelpPage|Keys and help"_s);
            const auto *page = stage.windows->main().findChild<HelpPage *>();
            drive.await(u"KeyTable|Payment"_s);
            const QScrollBar *scrolled = page->findChild<QTextBrowser *>()->verticalScrollBar();
            for (int i = 0; i < 5; ++i)
                stage.press(Qt::Key_Down);
            QVERIFY(scrolled->value() > 0);
            drive.takePicture();
            const auto *list = page->findChild<QListWidget *>();
            stage.press(Qt::Key_Left);
            stage.press(Qt::Key_Down);
            QCOMPARE(list->currentRow(), 1);
            QCOMPARE(scrolled->value(), 0);
            drive.press(Qt::Key_Return);
            QVERIFY(!list->hasFocus());
            drive.press(Qt::Key_Return);
            drive.press(Qt::Key_Delete);
            QVERIFY(page->isVisible());
            drive.press(Qt::Key_Escape);
            drive.await(u"PaymentPage|Payment of order %1"_s);
            QVERIFY(!stage.isShown(u"cancelSaleYesButton"_s));
            QCOMPARE(stage.atServer(sale.order.id).status, OrderStatus::Executed);
        });
    }

    void case115()
    {
        CaseDrive::perform(115, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
            const auto swipe = [&screen](QWidget &over, QPoint from, int by) {
                QTest::touchEvent(&over, screen.get()).press(0, from);
                for (int moved = 0; std::abs(moved) < std::abs(by); moved += by / 20)
                    QTest::touchEvent(&over, screen.get()).move(0, from - QPoint(0, moved));
                QTest::touchEvent(&over, screen.get()).release(0, from - QPoint(0, by));
                [&] { QTRY_COMPARE(QScroller::scroller(&over)->state(), QScroller::Inactive); }();
                FirstFailure::check();
            };
            const auto tap = [&screen](QWidget &on, QPoint at) {
                QTest::touchEvent(&on, screen.get()).press(0, at);
                QTest::touchEvent(&on, screen.get()).release(0, at);
            };
            stage.windows->main().resize(stage.windows->main().screen()->availableSize().width(), 600);
            drive.press(Qt::Key_F2);
            drive.awaitShown(u"eventList"_s);
            auto *list = stage.hand->find<QAbstractItemView>(u"eventList"_s);
            const QModelIndex selected = list->currentIndex();
            swipe(*list->viewport(), list->viewport()->rect().center(), 120);
            QVERIFY(list->verticalScrollBar()->value() > 0);
            QCOMPARE(list->currentIndex(), selected);
            swipe(*list->viewport(), list->viewport()->rect().center(), -160);
            QTRY_COMPARE(list->verticalScrollBar()->value(), 0);
            QCOMPARE(list->currentIndex(), selected);
            const QModelIndex third = list->model()->index(2, 0);
            tap(*list->viewport(), list->visualRect(third).center());
            QCOMPARE(list->currentIndex(), third);

            chooseCashEvent(stage);
            auto *stepper = stage.hand->find<Stepper>(u"stepper_"_s + GuiFixture::cashSet().toString());
            QVERIFY(stepper);
            QWidget *rows = stepper->parentWidget();
            while (rows && !qobject_cast<QAbstractScrollArea *>(rows->parentWidget()))
                rows = rows->parentWidget();
            QVERIFY(rows); // what a finger moves
            const auto plus = [&] { return stepper->mapTo(rows, QPoint(stepper->width() - 5, stepper->height() / 2)); };
            tap(*rows, plus());
            QCOMPARE(stepper->value(), 1);
            swipe(*rows, plus(), 60);
            QCOMPARE(stepper->value(), 1);
            drive.takePicture();
        });
    }

    void case116()
    {
        CaseDrive::perform(116, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            Keys scanner(stage.windows->main());
            drive.press(Qt::Key_F2);
            drive.awaitShown(u"eventSearch"_s);
            const auto *search = stage.hand->find<QLineEdit>(u"eventSearch"_s);
            stage.type(u"запис"_s);
            scanner.scan(u"4607991545811"_s);
            drive.await(u"WindowController|The barcode %1 is not an order or a ticket of this counter."_s);
            QCOMPARE(search->text(), u"запис"_s);
            stage.type(u"анных"_s);
            QCOMPARE(search->text(), u"записанных"_s);
            drive.press(Qt::Key_Right);
            drive.press(Qt::Key_1);
            drive.awaitShown(u"reserveButton"_s);
            scanner.pass(std::chrono::seconds(1));
            scanner.scan(u"4607991545811"_s);
            drive.await(u"WindowController|The barcode %1 is not an order or a ticket of this counter."_s);
            QCOMPARE(drive.text(u"reserveCount"_s), drive.format().tickets(1));
            drive.takePicture();
            QCOMPARE(drive.ordersAtServer(), 0);
        });
    }

    void case117()
    {
        CaseDrive::perform(117, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            const Order first = drive.reserve().order;
            drive.toOrders();
            drive.reserve();
            drive.toOrders();
            QTRY_COMPARE(stage.counter->orders.rowCount(), 2);
            stage.hand->press(Qt::Key_F, Qt::ControlModifier);
            const QString number = QString::number(first.number);
            stage.type(number);
            QTRY_COMPARE(stage.windows->main().orders().current(), first.id);
            chooseOtherLanguage(drive);
            drive.awaitShown(u"filterEdit"_s);
            QCOMPARE(stage.hand->find<QLineEdit>(u"filterEdit"_s)->text(), number);
            QCOMPARE(stage.counter->orders.rowCount(), 1);
            QCOMPARE(stage.windows->main().orders().current(), first.id);
            drive.takePicture();
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"startPaymentButton"_s);
            const QString asked = drive.format().orderNumber(first.number).simplified();
            drive.awaitThat("it is that order",
                            [&] { return drive.textsIn(u"PaymentPage"_s).join(u' ').simplified().contains(asked); });
        });
    }

    void case130()
    {
        CaseDrive::perform(130, [](CaseDrive &drive) {
            drive.pick(2, u"токкаты"_s);
            drive.press(Qt::Key_Down);
            drive.press(Qt::Key_1);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"startPaymentButton"_s);
            const Sale &sale = drive.stage.lastSale();
            drive.awaitThat("the tickets are read", [&] { return sale.tickets.size() == 3; });
            const QList<TicketId> before = sale.order.tickets;
            drive.await(u"PaymentPage|C&hange the order"_s);
            drive.press(Qt::Key_F4);
            drive.press(Qt::Key_3);
            drive.press(Qt::Key_Return);
            drive.await(u"ChangeNotice|The order has now %1."_s);
            drive.takePicture();
            QCOMPARE(sale.order.tickets.size(), 4);
            for (const TicketId &ticket : before)
                QVERIFY(sale.order.tickets.contains(ticket));
            drive.awaitThat("the tickets are read", [&] { return sale.tickets.size() == 4; });
            drive.press(Qt::Key_F4);
            const auto focus = [&] { return drive.stage.windows->main().focusWidget()->objectName(); };
            for (int i = 0; i < 9 && !focus().startsWith(u"seat_"); ++i)
                drive.press(Qt::Key_Down);
            const QString seat = focus();
            drive.press(Qt::Key_Space);
            drive.press(Qt::Key_Return);
            drive.awaitThat("a seat is given back", [&] { return sale.order.tickets.size() == 3; });
            for (const TicketId &ticket : sale.order.tickets)
                QVERIFY(seat != u"seat_"_s + ticket.toString());
        });
    }

    void case131()
    {
        CaseDrive::perform(131, [](CaseDrive &drive) {
            drive.pick(2, u"ветер"_s);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"startPaymentButton"_s);
            const Sale &sale = drive.stage.lastSale();
            const Money full = sale.order.value;
            drive.press(Qt::Key_F4);
            drive.await(u"ChangePane|&Promo code"_s);
            const auto focus = [&] { return drive.stage.windows->main().focusWidget()->objectName(); };
            for (int i = 0; i < 9 && focus() != u"codeEdit"; ++i)
                drive.press(Qt::Key_Down);
            drive.stage.type(u"nothing"_s);
            drive.press(Qt::Key_Return);
            drive.await(u"ErrorText|The server does not know this promo code."_s);
            QCOMPARE(sale.order.value, full);
            drive.stage.type(u"OKOSHKO10"_s);
            drive.press(Qt::Key_Return);
            drive.await(u"ChangeNotice|The promo code is applied."_s);
            drive.await(u"PriceText|Discount in all: %1"_s);
            drive.takePicture();
            QVERIFY(sale.order.value < full);
            drive.await(u"ChangePane|Remove"_s);
            drive.click(u"removeCode_1"_s);
            drive.await(u"ChangeNotice|The promo code is removed."_s);
            QCOMPARE(sale.order.value, full);
        });
    }

    void case132()
    {
        CaseDrive::perform(132, [](CaseDrive &drive) {
            drive.pick(3, u"ветер"_s);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"startPaymentButton"_s);
            const Sale &sale = drive.stage.lastSale();
            drive.chooseFirstAndStart();
            drive.awaitShown(u"receivedEdit"_s);
            drive.await(u"PaymentPage|&Give tickets back"_s);
            drive.press(Qt::Key_F4);
            QVERIFY(!drive.stage.find(u"codeEdit"_s));
            drive.press(Qt::Key_Minus);
            drive.press(Qt::Key_Return);
            drive.await(u"PaymentPage|&Yes, give back"_s);
            QCOMPARE(sale.order.tickets.size(), 3);
            drive.takePicture();
            drive.awaitShown(u"giveBackYesButton"_s);
            drive.press(Qt::Key_Y);
            drive.await(u"ChangeNotice|The order has now %1."_s);
            QCOMPARE(sale.order.tickets.size(), 2);
        });
    }

    void case133()
    {
        CaseDrive::perform(133, [](CaseDrive &drive) {
            drive.pick(1, u"ветер"_s);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"startPaymentButton"_s);
            const Sale &sale = drive.stage.lastSale();
            QVERIFY(!drive.stage.find(u"firstNameEdit"_s));
            drive.await(u"SystemsPane|&Buyer and note"_s);
            drive.press(Qt::Key_F7);
            drive.stage.type(u"Анна"_s);
            drive.await(u"BuyerFields|Send the tickets by e-mail"_s);
            drive.click(u"sendTicketsBox"_s);
            drive.press(Qt::Key_Return);
            drive.await(u"BuyerFields|An address like anna@example.org is needed."_s);
            QCOMPARE(sale.order.status, OrderStatus::Executed);
            drive.takePicture();
            drive.stage.type(u"anna@example.org"_s);
            drive.stage.find(u"noteEdit"_s)->setFocus();
            drive.stage.type(u"у прохода"_s);
            drive.press(Qt::Key_Return);
            drive.awaitThat("the payment has started", [&] { return sale.order.status == OrderStatus::InProgress; });
            drive.toOrders();
            drive.awaitOfOrder(sale.order.id, u"Format|note: %1"_s);
        });
    }

    void case134()
    {
        CaseDrive::perform(134, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
            drive.click(u"confirmPaidButton"_s);
            drive.click(u"confirmPaidYesButton"_s);
            drive.awaitShown(u"nextBuyerButton"_s);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"expressButton"_s);
            drive.await(u"TopBar|E&xpress"_s);
            const OrderId first = stage.lastSale().order.id;
            drive.press(Qt::Key_F4);
            drive.awaitShown(u"confirmPaidButton"_s);
            const Sale &sale = stage.lastSale();
            QVERIFY(sale.order.id != first);
            QCOMPARE(sale.order.ticketCount(), 1);
            drive.await(u"CollectPane|Take %1 from the buyer"_s);
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(1650));
            drive.takePicture();
            drive.press(Qt::Key_Return);
            drive.await(u"CollectPane|Is the money in the drawer?"_s);
            QCOMPARE(stage.atServer(sale.order.id).status, OrderStatus::InProgress);
            drive.awaitShown(u"confirmPaidYesButton"_s);
            drive.press(Qt::Key_Return);
            drive.await(u"ResultPane|Paid: %1"_s);
            QCOMPARE(stage.atServer(sale.order.id).status, OrderStatus::Done);
        });
    }

    void case135()
    {
        CaseDrive::perform(135, [](CaseDrive &drive) {
            drive.press(Qt::Key_F4);
            drive.await(u"NewOrderPage|New order"_s);
            drive.await(u"NewOrderPage|Nothing was sold at this counter yet."_s);
            drive.takePicture();
            QCOMPARE(drive.ordersAtServer(), 0);
        });
    }

    void case136()
    {
        CaseDrive::perform(136, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            drive.reserve();
            drive.toOrders();
            const auto look = [&drive](int looked) {
                drive.await(u"ServerLook|Look at the ser&ver"_s);
                drive.press(Qt::Key_F6);
                drive.await(u"ServerLook|None of them shows this number, name, phone or barcode."_s);
                const auto *line = drive.stage.hand->find<QLabel>(u"serverLookLine"_s);
                QVERIFY(line);
                QVERIFY2(line->text().contains(QString::number(looked)), qPrintable(line->text()));
            };
            stage.hand->press(Qt::Key_F, Qt::ControlModifier);
            stage.type(u"00000000"_s);
            look(1);
            auto *places = stage.hand->find<QComboBox>(u"serverPlaces"_s);
            QVERIFY(places);
            places->setCurrentIndex(places->findData(stage.lastSale().order.event.toString(), Qt::UserRole + 1));
            look(1);
            drive.takePicture();
            drive.press(Qt::Key_Escape);
            QVERIFY(!stage.find(u"serverLookLine"_s));
            QTRY_COMPARE(stage.counter->orders.rowCount(), 1);
        });
    }
};

} // namespace okoshko::test::tst_qa_flow

OKOSHKO_TEST(tst_qa_flow, FlowCases, QApplication)
#include "tst_qa_flow.moc"
