// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/GuiFixture.h"
#include "tests/gui/sale/Till.h"

#include "tests/gui/keys/Keys.h"
#include "tests/support/TestProgram.h"
#include "ui/payment/ChangePane.h"
#include "ui/payment/PaymentDrafts.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Stepper.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_changeorder {

/// A held order is changed by the cashier: its tickets, its promo codes, its buyer; against the sandbox, by keys.
class ChangeOrderTest : public QObject
{
    Q_OBJECT

private:
    // An event with seats and with standing room.
    static EventId mixedEvent() { return *EventId::parse(u"b4799dd2658d880f96455538"_s); }
    static SetId seated() { return *SetId::parse(u"a4e4f5ffb125716846847f00"_s); }
    static SetId standing() { return *SetId::parse(u"c0f5d1a7e94b26f83a51d702"_s); }

    static int count(const Sale &sale, const SetId &set)
    {
        return static_cast<int>(std::ranges::count(sale.tickets, set, &Ticket::set));
    }

    static bool isRead(const Sale &sale) { return sale.order.tickets.size() == sale.tickets.size(); }

    static QString title(const GuiFixture &stage)
    {
        const auto *notice = stage.hand->find<Notice>(u"changedNotice"_s);
        return notice ? notice->title() : QString();
    }

    static QString body(const GuiFixture &stage)
    {
        const auto *notice = stage.hand->find<Notice>(u"changedNotice"_s);
        return notice ? QString(notice->body()).remove(QChar(0x200B)).replace(QChar::Nbsp, u' ') : QString();
    }

    static QString sum(const GuiFixture &stage)
    {
        return qobject_cast<FigureLabel *>(stage.find(u"paymentSum"_s))->text();
    }

    static QString text(const GuiFixture &stage, const QString &name)
    {
        const auto *label = stage.hand->find<QLabel>(name);
        return label ? label->text().remove(QChar(0x200B)).replace(QChar::Nbsp, u' ') : QString();
    }

    static QString focus(const GuiFixture &stage)
    {
        const QWidget *widget = stage.windows->main().focusWidget();
        return widget ? widget->objectName() : QString();
    }

    /// Two seats and one standing ticket, reserved together.
    static const Sale &reserveMixed(GuiFixture &stage)
    {
        stage.press(Qt::Key_F2);
        [&] { QTRY_VERIFY(stage.isShown(u"eventSearch"_s)); }();
        stage.type(u"токкаты"_s);
        stage.press(Qt::Key_Right);
        stage.press(Qt::Key_2);
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_1);
        stage.press(Qt::Key_Return);
        [&] {
            QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
            QTRY_COMPARE(stage.lastSale().tickets.size(), 3);
        }();
        return stage.lastSale();
    }

    /// From the payment page into the change, until the first stepper has the keyboard.
    static void change(GuiFixture &stage)
    {
        [&] { QTRY_VERIFY(stage.isShown(u"changeOrderButton"_s)); }();
        stage.press(Qt::Key_F4);
        [&] { QTRY_VERIFY(stage.find(u"changePane"_s)); }();
    }

    static void toCode(GuiFixture &stage)
    {
        change(stage);
        for (int i = 0; i < 9 && focus(stage) != u"codeEdit"; ++i)
            stage.press(Qt::Key_Down);
        [&] { QCOMPARE(focus(stage), u"codeEdit"_s); }();
    }

private Q_SLOTS:
    void seatsAndStandingRoomAreReservedTogether()
    {
        GuiFixture stage;
        const Sale &sale = reserveMixed(stage);
        QCOMPARE(count(sale, seated()), 2);
        QCOMPARE(count(sale, standing()), 1);
        QCOMPARE(stage.atServer(sale.order.id).tickets.size(), 3);
        QCOMPARE(sale.order.value, Money::fromMinor(2 * 880'00 + 300'00));
    }

    void moreOfEachIsHeldBesideTheOwnSeats()
    {
        GuiFixture stage;
        const Sale &sale = reserveMixed(stage);
        const QList<TicketId> before = sale.order.tickets;
        change(stage);
        QCOMPARE(focus(stage), u"stepper_"_s + seated().toString());
        stage.press(Qt::Key_3);
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_Plus);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(title(stage), u"The order has now 5 tickets."_s);
        QTRY_VERIFY(isRead(sale));
        QCOMPARE(count(sale, seated()), 3);
        QCOMPARE(count(sale, standing()), 2);
        for (const TicketId &ticket : before)
            QVERIFY(sale.order.tickets.contains(ticket));
        QVERIFY2(body(stage).contains(u"To pay: was ₽2,060.00, now ₽3,240.00"_s), qPrintable(body(stage)));
        QCOMPARE(sum(stage), u"₽3,240.00"_s);
        QCOMPARE(stage.atServer(sale.order.id).tickets.size(), 5);
        QVERIFY(!stage.find(u"changePane"_s)); // back at the ways to pay
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(sale.order.status, OrderStatus::InProgress);
    }

    void oneSeatIsGivenBack()
    {
        GuiFixture stage;
        const Sale &sale = reserveMixed(stage);
        const QList<Ticket> before = sale.tickets;
        const auto seat = std::ranges::find(before, seated(), &Ticket::set);
        const TicketId gone = seat->id;
        change(stage);
        for (int i = 0; i < 9 && focus(stage) != u"seat_"_s + gone.toString(); ++i)
            stage.press(Qt::Key_Down);
        auto *box = stage.hand->find<QCheckBox>(u"seat_"_s + gone.toString());
        QVERIFY(box && box->hasFocus());
        QVERIFY(box->accessibleName().startsWith(u"Keep: "));
        stage.press(Qt::Key_Space);
        QCOMPARE(stage.hand->find<Stepper>(u"stepper_"_s + seated().toString())->value(), 1);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(title(stage), u"The order has now 2 tickets."_s);
        QVERIFY(!sale.order.tickets.contains(gone));
        QTRY_VERIFY(isRead(sale));
        QCOMPARE(count(sale, standing()), 1);
    }

    void escapeLeavesTheOrderAsItIs()
    {
        GuiFixture stage;
        const Sale &sale = reserveMixed(stage);
        change(stage);
        stage.press(Qt::Key_9);
        stage.press(Qt::Key_Escape);
        QVERIFY(!stage.find(u"changePane"_s));
        QVERIFY(stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(stage.atServer(sale.order.id).tickets.size(), 3);
        change(stage);
        QCOMPARE(stage.hand->find<Stepper>(u"stepper_"_s + seated().toString())->value(), 2);
    }

    void noTicketAtAllIsNotRequested()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        QTRY_VERIFY(isRead(sale) && !sale.tickets.isEmpty());
        change(stage);
        stage.press(Qt::Key_0);
        QVERIFY(!stage.isShown(u"changeTicketsButton"_s));
        QVERIFY2(text(stage, u"changeSum"_s).contains(u"press Del"), qPrintable(text(stage, u"changeSum"_s)));
        stage.press(Qt::Key_Return);
        QCOMPARE(sale.order.status, OrderStatus::Executed);
        QVERIFY(!sale.inProgress);
    }

    void moreThanThereIsWhileTheMoneyIsCollected()
    {
        GuiFixture stage;
        stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 3);
        QTRY_VERIFY(stage.isShown(u"receivedEdit"_s));
        change(stage);
        stage.press(Qt::Key_9);
        QCOMPARE(title(stage), u"Asked for 9, there are 3."_s);
        QCOMPARE(body(stage), u"While the payment is awaited, no ticket can be added."_s);
    }

    /// What was asked for is not forgotten with the page, nor with the program.
    void fewerThanAskedForAreAskedAboutUntilAnswered()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(mixedEvent(), standing(), 1);
        QTRY_VERIFY(isRead(sale) && !sale.tickets.isEmpty());
        const OrderId id = sale.order.id;
        change(stage);
        stage.press(Qt::Key_4);
        static_cast<void>(stage.reserveElsewhere(mixedEvent(), standing(), 37)); // 40 less 1 less 37
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(title(stage), u"Asked for 4, got 3."_s);
        stage.press(Qt::Key_Return); // choose anew …
        QTRY_VERIFY(stage.find(u"changePane"_s));
        stage.press(Qt::Key_Escape); // … or not
        QTRY_COMPARE(title(stage), u"Asked for 4, got 3."_s);
        QVERIFY(!stage.isShown(u"startPaymentButton"_s));
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(title(stage), u"Asked for 4, got 3."_s);
        QVERIFY(!stage.isShown(u"startPaymentButton"_s));
        stage.close();
        stage.open();
        QTRY_VERIFY(!stage.isWaiting());
        QTRY_VERIFY(stage.counter->service.sale(id));
        stage.windows->main().orders().select(id);
        QTRY_COMPARE(stage.windows->main().orders().current(), id);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(title(stage), u"Asked for 4, got 3."_s);
        QTRY_VERIFY2(body(stage).contains(u"Хоры, стоя: asked for 4, got 3"), qPrintable(body(stage)));
        QVERIFY(!stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(stage.counter->service.pay(id, {u"api/BASE"_s, {}}), Refusal::FewerTickets);
        stage.press(Qt::Key_Return); // it accepts nothing
        QCOMPARE(stage.atServer(id).status, OrderStatus::Executed);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"takeTheseButton"_s));
        stage.press(Qt::Key_Y);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QVERIFY(title(stage).isEmpty());
        stage.close();
        stage.open();
        QTRY_VERIFY(!stage.isWaiting());
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QVERIFY(title(stage).isEmpty());
    }

    void fewerSeatsThanAskedForAreAskedAbout()
    {
        GuiFixture stage;
        const Sale &sale = reserveMixed(stage);
        change(stage);
        stage.press(Qt::Key_4);
        QSignalSpy reserved(&stage.other->service, &SaleService::reserved);
        ReserveRequest request;
        request.event = mixedEvent();
        request.random = {{seated(), 12 * 16 - 16 - 2 - 1}}; // less one row, the own and one
        request.seats = ReserveRequest::Seats::Pick;
        stage.other->service.reserve(request);
        QTRY_COMPARE(reserved.count(), 1);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(title(stage), u"Asked for 5, got 4."_s);
        QTRY_VERIFY2(body(stage).contains(u"asked for 4, got 3"), qPrintable(body(stage)));
        QVERIFY(!stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(stage.atServer(sale.order.id).tickets.size(), 4);
    }

    /// Asked for four, got three: it is said by category, and nothing is paid before the cashier has chosen.
    void fewerThanAskedForAreAcceptedOrChosenAnew()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(mixedEvent(), standing(), 1);
        QTRY_VERIFY(isRead(sale) && !sale.tickets.isEmpty());
        change(stage);
        stage.press(Qt::Key_4);
        static_cast<void>(stage.reserveElsewhere(mixedEvent(), standing(), 37)); // 40 less 1 less 37
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(title(stage), u"Asked for 4, got 3."_s);
        QTRY_VERIFY2(body(stage).contains(u"Хоры, стоя: asked for 4, got 3"), qPrintable(body(stage)));
        QVERIFY2(body(stage).contains(u"To pay: was ₽300.00, now ₽900.00"), qPrintable(body(stage)));
        QVERIFY(!stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(focus(stage), u"changeAgainButton"_s);
        stage.press(Qt::Key_Return); // by which it was requested: it accepts nothing
        QTRY_VERIFY(stage.find(u"changePane"_s));
        QCOMPARE(sale.order.status, OrderStatus::Executed);
        QTRY_COMPARE(stage.hand->find<Stepper>(u"stepper_"_s + standing().toString())->value(), 3);
        stage.press(Qt::Key_2);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(title(stage), u"The order has now 2 tickets."_s);
        QTRY_VERIFY(isRead(sale));
        change(stage);
        stage.press(Qt::Key_3);
        static_cast<void>(stage.reserveElsewhere(mixedEvent(), standing(), 1));
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(title(stage), u"Asked for 3, got 2."_s);
        QTRY_VERIFY(stage.isShown(u"takeTheseButton"_s)); // it takes no key just after it has come
        stage.press(Qt::Key_Y);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(sale.order.status, OrderStatus::InProgress);
        QCOMPARE(stage.atServer(sale.order.id).tickets.size(), 2);
    }

    void aRefusedCodeIsToldWithTheServersWords()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 2);
        toCode(stage);
        stage.type(u"nothing"_s);
        stage.press(Qt::Key_Return);
        const auto reason = [&] { return text(stage, u"codeEditReason"_s); };
        QTRY_VERIFY2(reason().contains(u"does not know this promo code"), qPrintable(reason()));
        QVERIFY2(reason().contains(u"There is no promo code nothing"), qPrintable(reason()));
        QCOMPARE(sale.order.value, Money::fromMinor(3300'00));
        stage.type(u"company20"_s); // the field is selected
        stage.press(Qt::Key_Return);
        QTRY_VERIFY2(reason().contains(u"needs more tickets"), qPrintable(reason()));
        QVERIFY2(reason().contains(u"at least 4"), qPrintable(reason()));
        QCOMPARE(stage.atServer(sale.order.id).promoCodes, QStringList());
        stage.type(u"okoshko10"_s);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(title(stage), u"The promo code is applied."_s);
        QVERIFY(reason().isEmpty());
    }

    void aRefusedCodeIsOverOnceTheChangeIsLeft()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        toCode(stage);
        stage.type(u"nothing"_s);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(text(stage, u"codeEditReason"_s).contains(u"There is no promo code nothing"));
        QVERIFY(sale.failure);
        const auto isTold = [&stage] {
            const auto labels = stage.windows->main().findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) {
                return label->isVisible() && label->text().contains(u"There is no promo code");
            });
        };
        QVERIFY(isTold());
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(u"changePane"_s));
        QTRY_VERIFY(!isTold());
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.find(u"orderTable"_s)); // where the history tells it
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QVERIFY(!isTold());
    }

    void aCodeIsAppliedAndRemoved()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 2);
        toCode(stage);
        stage.type(u" okoshko10 "_s);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(title(stage), u"The promo code is applied."_s);
        QCOMPARE(sale.order.discount, Money::fromMinor(300'00));
        QVERIFY2(text(stage, u"codeDiscount"_s).contains(u"Танцпол"), qPrintable(text(stage, u"codeDiscount"_s)));
        QVERIFY2(text(stage, u"codeDiscount"_s).contains(u"Discount in all: -300.00") ||
                     text(stage, u"codeDiscount"_s).contains(u"Discount in all: −300.00"),
                 qPrintable(text(stage, u"codeDiscount"_s)));
        QVERIFY(stage.hand->find<QLineEdit>(u"codeEdit"_s)->text().isEmpty());
        QCOMPARE(sum(stage), u"₽3,000.00"_s);

        stage.type(u"OKOSHKO10"_s); // not twice
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(text(stage, u"codeEditReason"_s).contains(u"in the order already"));
        stage.click(u"removeCode_1"_s);
        QTRY_COMPARE(title(stage), u"The promo code is removed."_s);
        QCOMPARE(sale.order.discount, Money());
        QCOMPARE(stage.atServer(sale.order.id).promoCodes, QStringList());
        QVERIFY(!stage.find(u"removeCode_1"_s));
    }

    void allCodesAreKnownAfterARestart()
    {
        GuiFixture stage;
        const OrderId id = stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 4).order.id;
        toCode(stage);
        stage.type(u"okoshko10"_s);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"removeCode_1"_s));
        stage.type(u"company20"_s);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"removeCode_2"_s));
        QTRY_COMPARE(stage.atServer(id).promoCodes.size(), 2);
        stage.close();
        stage.open();
        QTRY_VERIFY(!stage.isWaiting());
        stage.press(Qt::Key_Return);
        change(stage);
        for (const auto &[name, code] :
             {std::pair(u"removeCode_1"_s, u"okoshko10"_s), {u"removeCode_2"_s, u"company20"_s}}) {
            QTRY_VERIFY(stage.find(name));
            QCOMPARE(stage.find(name)->accessibleName(), u"Remove the promo code "_s + code);
        }
        stage.click(u"removeCode_1"_s);
        QTRY_COMPARE(title(stage), u"The promo code is removed."_s);
        QCOMPARE(stage.atServer(id).promoCodes.size(), 1);
        QTRY_COMPARE(stage.find(u"removeCode_1"_s)->accessibleName(), u"Remove the promo code company20"_s);
    }

    void aHugeCodeIsNotSent_data()
    {
        QTest::addColumn<bool>("isScanned");
        QTest::newRow("pasted") << false;
        QTest::newRow("scanned") << true;
    }

    void aHugeCodeIsNotSent()
    {
        QFETCH(bool, isScanned);
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        toCode(stage);
        auto *field = stage.hand->find<QLineEdit>(u"codeEdit"_s);
        const QString code(10240, u'x');
        if (isScanned) {
            ulong at = 100000;
            for (const QChar letter : code + u'\r') {
                const int key = letter == u'\r' ? static_cast<int>(Qt::Key_Return) : static_cast<int>(Qt::Key_X);
                QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, QString(letter));
                press.setTimestamp(at += 2);
                QCoreApplication::sendEvent(field, &press);
            }
        } else {
            QGuiApplication::clipboard()->setText(code);
            field->paste();
        }
        QTRY_COMPARE(field->text().size(), code.size());
        const auto asked = sale.lastAskedAt;
        stage.press(Qt::Key_Return);
        QVERIFY2(text(stage, u"codeEditReason"_s).contains(u"10,240"), qPrintable(text(stage, u"codeEditReason"_s)));
        QVERIFY(!sale.inProgress);
        QCOMPARE(sale.lastAskedAt, asked);
    }

    void aScannedCodeIsApplied_data()
    {
        QTest::addColumn<QString>("scanned");
        QTest::newRow("US layout") << u"OKOSHKO10"_s;
        QTest::newRow("Russian layout") << u"ЩЛЩЫРЛЩ10"_s;
    }

    void aScannedCodeIsApplied()
    {
        QFETCH(QString, scanned);
        GuiFixture stage;
        stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        toCode(stage);
        stage.hand->find<QLineEdit>(u"codeEdit"_s)->setText(u"ok"_s); // begun by hand
        ulong at = 100000;
        QWidget *field = stage.find(u"codeEdit"_s);
        for (const QChar letter : scanned) {
            QKeyEvent press(QEvent::KeyPress, letter.unicode(), Qt::NoModifier, QString(letter));
            press.setTimestamp(at += 5);
            QCoreApplication::sendEvent(field, &press);
        }
        QKeyEvent end(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
        end.setTimestamp(at += 5);
        QCoreApplication::sendEvent(field, &end);
        QVERIFY(stage.find(u"changePane"_s));
        QTRY_COMPARE(title(stage), u"The promo code is applied."_s);
    }

    /// The keyboard is at the tickets: a code that no order has belongs into the one field for codes.
    void aCodeScannedBesideItsFieldIsApplied()
    {
        GuiFixture stage;
        stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        change(stage);
        QVERIFY(focus(stage) != u"codeEdit");
        Keys(*stage.find(u"changePane"_s)->window()).scan(u"OKOSHKO10"_s);
        QTRY_COMPARE(title(stage), u"The promo code is applied."_s);
    }

    /// The keyboard is at the field since the last code: the next buyer's ticket is no code.
    void aTicketScannedIntoTheFieldIsNoCode()
    {
        GuiFixture stage;
        stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        change(stage);
        Keys keys(*stage.find(u"changePane"_s)->window());
        keys.scan(u"OKOSHKO10"_s);
        QTRY_COMPARE(title(stage), u"The promo code is applied."_s);
        const QString number = QString::number(stage.counter->service.sales().front()->order.number);
        QVERIFY(number.size() >= 6);
        stage.hand->find<QLineEdit>(u"codeEdit"_s)->setFocus();
        keys.pass(1s);
        keys.scan(number);
        QTRY_VERIFY(Till::says(stage.windows->main(), u"Go back to the orders and scan it again"_s));
        QCOMPARE(stage.hand->find<QLineEdit>(u"codeEdit"_s)->text(), QString());
        QCOMPARE(title(stage), u"The promo code is applied."_s);
    }

    /// It is looked for among the orders first, and may come when the question's pause is over.
    void aCodeThatComesWhileAQuestionIsOpenAnswersNothing()
    {
        GuiFixture stage;
        stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        toCode(stage);
        QWidget &window = *stage.find(u"changePane"_s)->window();
        ConfirmQuestion question(&window);
        bool isAnswered = false;
        question.ask({.message = {u"Leave?"_s, {}},
                      .yes = u"&Yes"_s,
                      .yesName = u"leaveYesButton"_s,
                      .no = u"N&o"_s,
                      .noName = u"leaveNoButton"_s,
                      .enter = ConfirmQuestion::Enter::SaysYes},
                     [&isAnswered] { isAnswered = true; });
        QTRY_VERIFY(stage.hand->find<QPushButton>(u"leaveYesButton"_s)->isEnabled());
        QVERIFY(stage.windows->main().giveCode(u"OKOSHKO10"_s));
        QCOMPARE(stage.hand->find<QLineEdit>(u"codeEdit"_s)->text(), u"OKOSHKO10"_s);
        QVERIFY(!isAnswered);
        QVERIFY(question.isAsking());
    }

    void aTicketIsGivenBackWhileTheMoneyIsCollected()
    {
        GuiFixture stage;
        const Sale &sale = stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 3);
        QTRY_VERIFY(isRead(sale) && stage.isShown(u"receivedEdit"_s));
        change(stage);
        QVERIFY(!stage.find(u"codeEdit"_s));
        stage.press(Qt::Key_9); // none can be added
        QCOMPARE(stage.hand->find<Stepper>(u"stepper_"_s + GuiFixture::cashSet().toString())->value(), 3);
        stage.press(Qt::Key_Minus);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"giveBackNoButton"_s));
        QCOMPARE(sale.order.tickets.size(), 3); // it asks
        QTRY_VERIFY(stage.isShown(u"giveBackYesButton"_s));
        stage.press(Qt::Key_Y);
        QTRY_COMPARE(title(stage), u"The order has now 2 tickets."_s);
        QCOMPARE(stage.atServer(sale.order.id).tickets.size(), 2);
        QCOMPARE(sum(stage), u"₽3,300.00"_s);
        QVERIFY(stage.isShown(u"receivedEdit"_s));
    }

    /// What the question names is what is confirmed: none while the sum may become another.
    void noMoneyIsConfirmedWhileTheOrderChanges()
    {
        GuiFixture stage;
        const Sale &sale = stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 3);
        QTRY_VERIFY(isRead(sale) && stage.isShown(u"receivedEdit"_s));
        change(stage);
        stage.press(Qt::Key_Minus);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"giveBackYesButton"_s));
        stage.server->scenarios().arm(sandbox::scenario("slow"));
        stage.press(Qt::Key_Y);
        QTRY_COMPARE(sale.inProgress, Step::Change);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.find(u"confirmPaidButton"_s));
        QVERIFY(!stage.isShown(u"confirmPaidButton"_s));
        stage.press(Qt::Key_Return);
        QVERIFY(!stage.find(u"confirmPaidYesButton"_s));
        QTRY_COMPARE_WITH_TIMEOUT(sale.order.tickets.size(), 2, GuiFixture::patience);
        stage.server->scenarios().disarm(sandbox::scenario("slow"));
        QTRY_VERIFY(stage.isShown(u"confirmPaidButton"_s));
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.find(u"confirmPaidYesButton"_s));
        const QWidget *part = stage.find(u"confirmPaidYesButton"_s);
        while (part && !qobject_cast<const Notice *>(part))
            part = part->parentWidget();
        QVERIFY(part && qobject_cast<const Notice *>(part)->body().contains(u"3,300.00"));
    }

    void whatIsPlannedOutlivesARebuild()
    {
        GuiFixture stage(Format::Language::Russian);
        const Sale &sale = reserveMixed(stage);
        QCOMPARE(sale.order.tickets.size(), 3);
        change(stage);
        stage.press(Qt::Key_5);
        Q_EMIT stage.windows->main().languageRequested(Format::Language::English);
        QTRY_VERIFY(!stage.windows->isToRebuild());
        QTRY_VERIFY(stage.find(u"changePane"_s));
        QCOMPARE(text(stage, u"changeHeading"_s), u"Change the order"_s);
        QCOMPARE(stage.hand->find<Stepper>(u"stepper_"_s + seated().toString())->value(), 5);
        QCOMPARE(focus(stage), u"stepper_"_s + seated().toString());
    }

    void theEnterOfAChangeDoesNotStartThePayment()
    {
        GuiFixture stage;
        const Sale &sale = reserveMixed(stage);
        change(stage);
        stage.press(Qt::Key_5);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.find(u"startPaymentButton"_s) && !sale.inProgress);
        const QWidget *start = stage.find(u"startPaymentButton"_s);
        stage.press(Qt::Key_Return); // pressed twice
        QVERIFY(sale.inProgress != Step::StartPayment);
        QCOMPARE(sale.order.status, OrderStatus::Executed);
        QTRY_VERIFY(start->isEnabled());
        QCOMPARE(sale.order.status, OrderStatus::Executed);
    }

    void theEnterOfTheReservationDoesNotStartThePayment()
    {
        GuiFixture stage;
        stage.pick(GuiFixture::cashEvent(), GuiFixture::cashSet(), 2);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.find(u"startPaymentButton"_s));
        stage.press(Qt::Key_Return); // pressed twice
        const Sale &sale = stage.lastSale();
        QVERIFY(!sale.inProgress);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(sale.order.status, OrderStatus::Executed);
    }

    void digitsAndEnterAtOnceAreOneChange()
    {
        GuiFixture stage;
        const Sale &sale = reserveMixed(stage);
        change(stage);
        for (const Qt::Key key : {Qt::Key_1, Qt::Key_1, Qt::Key_Return, Qt::Key_Return, Qt::Key_Return})
            stage.press(key);
        QTRY_COMPARE(title(stage), u"The order has now 12 tickets."_s);
        QCOMPARE(sale.order.status, OrderStatus::Executed);
        QCOMPARE(std::ranges::count(sale.history, HistoryEntry::What::TicketsChanged, &HistoryEntry::what), 1);
        QCOMPARE(stage.atServer(sale.order.id).tickets.size(), 12);
    }

    /// What is on the wire is not called back: its result is shown, and nothing is doubled.
    void escapeDuringTheRequestShowsItsResult()
    {
        GuiFixture stage;
        const Sale &sale = reserveMixed(stage);
        stage.server->scenarios().arm(sandbox::scenario("slow"));
        change(stage);
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_0); // a ticket less: requested at once
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(sale.inProgress, Step::Change);
        stage.press(Qt::Key_Escape);
        QVERIFY(!stage.isShown(u"startPaymentButton"_s)); // the sum may change
        stage.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(title(stage), u"The order has now 2 tickets."_s, GuiFixture::patience);
        QCOMPARE(sale.order.status, OrderStatus::Executed);
        stage.server->scenarios().disarm(sandbox::scenario("slow"));
    }

    void aServerInTroubleLosesNoTicket_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<int>("tickets");
        QTest::addColumn<QString>("told");
        QTest::newRow("409") << u"409-once"_s << 4 << u"The order has now 4 tickets."_s;
        QTest::newRow("cut before") << u"cut-before"_s << 3 << QString();
        QTest::newRow("cut after") << u"cut-after"_s << 4 << u"The order has now 4 tickets."_s;
        QTest::newRow("not JSON") << u"not-json"_s << 4 << u"The order has now 4 tickets."_s;
        QTest::newRow("refused") << u"change-refused"_s << 3 << QString();
        QTest::newRow("500") << u"500"_s << 3 << QString();
    }

    void aServerInTroubleLosesNoTicket()
    {
        QFETCH(QString, scenario);
        QFETCH(int, tickets);
        QFETCH(QString, told);
        GuiFixture stage;
        const Sale &sale = reserveMixed(stage);
        change(stage);
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_2);
        stage.server->scenarios().arm(sandbox::scenario(scenario.toLatin1().constData()));
        stage.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!sale.inProgress && sale.lastAskedAt && !stage.isWaiting(), GuiFixture::patience);
        QTRY_COMPARE_WITH_TIMEOUT(sale.order.tickets.size(), tickets, GuiFixture::patience);
        QCOMPARE(stage.atServer(sale.order.id).tickets.size(), tickets);
        QCOMPARE(sale.order.status, OrderStatus::Executed);
        if (!told.isEmpty()) {
            QTRY_COMPARE_WITH_TIMEOUT(title(stage), told, GuiFixture::patience);
            QVERIFY(!stage.find(u"changePane"_s));
            QCOMPARE(stage.atServer(sale.order.id).tickets.size(), tickets);
        }
        QTRY_VERIFY2(!sale.isSumToAccept(), "the cashier's own change is no alarm");
    }

    void theOrdersPageLeadsToTheChange()
    {
        GuiFixture stage;
        const Sale &sale = reserveMixed(stage);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"paneChangeButton"_s));
        stage.click(u"paneChangeButton"_s);
        QTRY_VERIFY(stage.find(u"changePane"_s));
        stage.press(Qt::Key_1);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(title(stage), u"The order has now 2 tickets."_s);
        QTRY_VERIFY(isRead(sale));
        QCOMPARE(count(sale, seated()), 1);
    }

    /// After a start the events come later than the orders.
    void theSeatsAreNamedOnceTheEventIsKnown()
    {
        Event event;
        event.id = eventId();
        TicketSet set;
        set.id = setId();
        set.name = u"Stalls"_s;
        event.sets << set;
        Sale sale;
        sale.order.id = *OrderId::parse(u"5d1f3a2b9c8e7f6a5b4c3d2f"_s);
        sale.order.tickets = {*TicketId::parse(u"5d1f3a2b9c8e7f6a5b4c3d01"_s)};
        sale.tickets = {{.id = sale.order.tickets.constFirst(), .set = setId(), .seat = Seat{{}, u"4"_s, u"7"_s}}};
        const ServerClock clock;
        const Format format(Format::Language::English);
        ChangePane pane(clock, format, nullptr);
        pane.show(sale, nullptr, ChangePane::Mode::Change, {}, false);
        const auto words = [&pane] { return pane.findChildren<QCheckBox *>().last()->text(); };
        QVERIFY2(!words().contains(u"Stalls"), qPrintable(words()));
        pane.show(sale, &event, ChangePane::Mode::Change, {}, false);
        QVERIFY2(words().contains(u"Stalls"), qPrintable(words()));
    }

    void theBuyerIsAnonymousUnlessAskedFor()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        QVERIFY(!stage.find(u"firstNameEdit"_s));
        stage.press(Qt::Key_F7);
        QTRY_COMPARE(focus(stage), u"firstNameEdit"_s);
        stage.type(u"Анна"_s);
        stage.click(u"sendTicketsBox"_s);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY2(text(stage, u"emailEditReason"_s).contains(u"anna@example.org"),
                     qPrintable(text(stage, u"emailEditReason"_s)));
        QCOMPARE(sale.order.status, OrderStatus::Executed);
        QCOMPARE(focus(stage), u"emailEdit"_s);
        stage.type(u"anna@example.org"_s);
        stage.find(u"phoneEdit"_s)->setFocus();
        stage.type(u"+7 912 345-67-89"_s);
        for (const QString &next : {u"sendTicketsBox"_s, u"buyerLanguageBox"_s, u"noteEdit"_s}) { // as they stand
            stage.press(Qt::Key_Tab);
            QCOMPARE(focus(stage), next);
        }
        stage.type(u"third row asked for"_s);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(sale.order.status, OrderStatus::InProgress);
        const Customer buyer = stage.atServer(sale.order.id).customer;
        QCOMPARE(buyer.firstName, u"Анна"_s);
        QCOMPARE(buyer.email, u"anna@example.org"_s);
        QCOMPARE(buyer.mobile, u"+7 912 345-67-89"_s);
        QCOMPARE(buyer.language, u"en"_s);

        const OrderId id = sale.order.id;
        stage.close();
        stage.open();
        QTRY_VERIFY(stage.counter->service.sale(id));
        const QList<HistoryEntry> history = stage.counter->service.sale(id)->history;
        const auto note = std::ranges::find(history, HistoryEntry::What::Noted, &HistoryEntry::what);
        QVERIFY(note != history.cend());
        QCOMPARE(note->words, u"third row asked for"_s);
    }
};

} // namespace okoshko::test::tst_changeorder

OKOSHKO_TEST(tst_changeorder, ChangeOrderTest, QApplication)
#include "tst_changeorder.moc"
