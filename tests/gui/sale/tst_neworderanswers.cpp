// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/InputDriver.h"
#include "tests/unit/sale/CounterFixture.h"

#include "models/domain/Instant.h"
#include "tests/support/TestProgram.h"
#include "ui/keys/KeyDispatcher.h"
#include "ui/neworder/NewOrderPage.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Stepper.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_neworderanswers {

namespace {

using Kind = ScriptedVendor::Kind;
using Field = Order::Field;

/// A counter with its new order page, on sale: the one event of the scripted vendor.
class Till final : public CounterFixture
{
public:
    Till()
    {
        Theme::apply(*qApp, Theme::Kind::Light);
        Event event{.id = eventId(), .title = u"The Seagull"_s, .sale = Event::Sale::Open};
        event.sets = {TicketSet{.id = setId(), .name = u"Stalls"_s, .amount = 100, .vacant = 100, .price = price}};
        vendor.onSale = {event};
        start();
        catalogue().refresh();
        settle();
        page = std::make_unique<NewOrderPage>(counter(), Format(Format::Language::English), nullptr);
        new KeyDispatcher(*page);
        page->show();
        QObject::connect(page.get(), &NewOrderPage::reserved, page.get(), [this](const OrderId &id) { gone << id; });
        QObject::connect(page.get(), &NewOrderPage::expressReserved, page.get(),
                         [this](const OrderId &id) { express << id; });
    }

    void reserveTwo()
    {
        page->beginWith(eventId(), {{setId(), 2}});
        click(u"reserveButton"_s);
    }

    void click(const QString &name)
    {
        const auto buttons = page->findChildren<QPushButton *>(name);
        const auto it =
            std::find_if(buttons.cbegin(), buttons.cend(), [](const QWidget *each) { return each->isVisible(); });
        [&] {
            QVERIFY2(it != buttons.cend(), qPrintable(name));
            QTRY_VERIFY2((*it)->isEnabled(), qPrintable(name)); // an offer is not answered at once
            (*it)->click();
        }();
        settle();
        qApp->processEvents();
    }

    void press(Qt::Key key) { InputDriver(*page).press(key); }

    /// The offer called \a name is answered by its letter.
    void accept(const QString &name)
    {
        [&] { QTRY_VERIFY2(button(name) && button(name)->isEnabled(), qPrintable(name)); }();
        press(Qt::Key_Y);
    }

    /// A reservation without an answer, and the orders that may be it; \a others of other counters.
    void loseReservation(int others)
    {
        vendor.failNext(Kind::Reserve, lost(), ScriptedVendor::Reached::Yes);
        reserveTwo();
        for (int i = 0; i < others; ++i)
            static_cast<void>(vendor.makeElsewhere(wanting(2)));
        pass(5s);
        qApp->processEvents();
    }
    [[nodiscard]] static QString claimButton(const OrderId &id) { return u"claimButton_"_s + id.toString(); }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        QPushButton *found = nullptr;
        for (QPushButton *each : page->findChildren<QPushButton *>(name))
            found = each->isVisible() ? each : found;
        return found;
    }

    /// What is on sale, read anew.
    void put()
    {
        settle(); // one that is being read is of before
        catalogue().refresh();
        settle();
        qApp->processEvents();
    }

    /// All that can be read.
    [[nodiscard]] QString read() const
    {
        QStringList texts;
        for (const QLabel *label : page->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'\n').remove(QChar(0x200B)).replace(QChar::Nbsp, u' ');
    }
    [[nodiscard]] bool reads(const QString &words) const { return read().contains(words); }
    [[nodiscard]] QLineEdit *code() const { return page->findChild<QLineEdit *>(u"promoCodeEdit"_s); }

    [[nodiscard]] QString said() const
    {
        const auto *notice = page->findChild<Notice *>(u"ticketsNotice"_s);
        return notice->isVisible() ? notice->title() + u' ' + notice->body() : QString();
    }

    static inline const Money price = Money::fromMinor(100000); ///< as the vendor sells
    std::unique_ptr<NewOrderPage> page;
    QList<OrderId> gone;    ///< on to the payment
    QList<OrderId> express; ///< the same, to be paid in cash at once
};

} // namespace

/// What the new order page makes of the answers to a create that are not as in the recording.
class NewOrderAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void h14_whatWasReservedIsReadWhereItIsNotTold_data()
    {
        QTest::addColumn<int>("untold");
        QTest::newRow("tickets") << int(Field::Tickets);
        QTest::newRow("sum") << int(Field::Value);
    }

    void h14_whatWasReservedIsReadWhereItIsNotTold()
    {
        QFETCH(int, untold);
        Till till;
        till.vendor.telling[Kind::Reserve] = [untold](const Order &order) {
            return only(order, allOrderFields & ~Order::Fields(QFlag(untold)));
        };
        till.vendor.holdCalls(Kind::Order);
        till.reserveTwo();
        QVERIFY2(till.said().isEmpty(), qPrintable(till.said())); // neither sold out nor dearer
        QVERIFY(till.gone.isEmpty());
        till.vendor.answerAll(Kind::Order);
        till.settle();
        qApp->processEvents();
        QVERIFY2(till.said().isEmpty(), qPrintable(till.said()));
        QCOMPARE(till.gone.size(), 1);
        QCOMPARE(till.vendor.count(Kind::Reserve), 1);
    }

    void h14_whoLeavesMeanwhileGivesTheTicketsBack()
    {
        Till till;
        till.vendor.telling[Kind::Reserve] = [](const Order &order) {
            return only(order, allOrderFields & ~Order::Fields(Field::Tickets));
        };
        till.vendor.holdCalls(Kind::Order);
        till.reserveTwo();
        till.page->findChild<QPushButton *>(u"backButton"_s)->click();
        till.vendor.answerAll(Kind::Order);
        till.pass(1s);
        QCOMPARE(till.vendor.status(till.vendor.all().first()), OrderStatus::Canceled);
        QVERIFY(till.gone.isEmpty());
    }

    void aQuestionIsAnsweredByItsLetterAndNotByEnter_data()
    {
        QTest::addColumn<int>("vacant");
        QTest::addColumn<int>("price");
        QTest::newRow("fewer") << 1 << 100000;
        QTest::newRow("dearer") << 100 << 90000;
    }

    void aQuestionIsAnsweredByItsLetterAndNotByEnter()
    {
        QFETCH(int, vacant);
        QFETCH(int, price);
        Till till;
        till.vendor.vacant = vacant;
        till.vendor.onSale.first().sets.first().price = Money::fromMinor(price);
        till.catalogue().refresh();
        till.settle();
        till.reserveTwo();
        QVERIFY(!till.said().isEmpty());
        till.press(Qt::Key_Y); // on its way when the offer came
        QVERIFY(till.gone.isEmpty());
        till.accept(vacant == 1 ? u"takeTheseButton"_s : u"goOnButton"_s);
        QCOMPARE(till.gone, till.vendor.all());
        QVERIFY(!till.sale(till.gone.first()).shortfallToAccept()); // it is not asked about again

        Till other; // Enter releases, but not the one by which it was reserved
        other.vendor.vacant = vacant;
        other.vendor.onSale.first().sets.first().price = Money::fromMinor(price);
        other.catalogue().refresh();
        other.settle();
        other.reserveTwo();
        other.press(Qt::Key_Return);
        other.pass(1s);
        QCOMPARE(other.vendor.status(other.vendor.all().first()), OrderStatus::Executed);
        QTRY_VERIFY(other.button(u"chooseAnewButton"_s)->isEnabled());
        other.press(Qt::Key_Return);
        other.pass(1s);
        QVERIFY(other.gone.isEmpty());
        QCOMPARE(other.vendor.status(other.vendor.all().first()), OrderStatus::Canceled);
    }

    void expressGoesOnOnlyAsExpected_data()
    {
        QTest::addColumn<int>("price");
        QTest::addColumn<bool>("isAnswered");
        QTest::addColumn<QString>("said");
        QTest::newRow("as expected") << 100000 << true << QString();
        QTest::newRow("dearer") << 90000 << true << u"The price has changed meanwhile."_s;
        QTest::newRow("cheaper") << 110000 << true << u"The price has changed meanwhile."_s;
        QTest::newRow("the answer is lost") << 100000 << false << u"Is one of these orders yours?"_s;
    }

    void expressGoesOnOnlyAsExpected()
    {
        QFETCH(int, price);
        QFETCH(bool, isAnswered);
        QFETCH(QString, said);
        Till till;
        till.vendor.onSale.first().sets.first().price = Money::fromMinor(price);
        till.put();
        if (!isAnswered)
            till.vendor.failNext(Kind::Reserve, lost(), ScriptedVendor::Reached::Yes);
        till.page->beginExpress(eventId(), setId());
        till.pass(5s);
        qApp->processEvents();
        QCOMPARE(till.express.size(), said.isEmpty() ? 1 : 0);
        QVERIFY(till.gone.isEmpty());
        QVERIFY2(till.said().contains(said), qPrintable(till.said()));
        if (said.isEmpty())
            return;
        // What the cashier decides then goes on as by hand.
        till.click(isAnswered ? u"goOnButton"_s : till.claimButton(till.vendor.all().first()));
        till.pass(5s);
        QCOMPARE(till.gone.size(), 1);
        QVERIFY(till.express.isEmpty());
    }

    void countsLeaveAnOfferAsItIs()
    {
        Till till;
        till.vendor.vacant = 1;
        till.reserveTwo();
        const auto *take = till.page->findChild<QPushButton *>(u"takeTheseButton"_s);
        QVERIFY(take && take->isVisible());
        auto *stepper = till.page->findChild<Stepper *>();
        stepper->setFocus();
        QTest::keyClicks(stepper, u"999"_s);
        QVERIFY(take->isVisible());
        QVERIFY2(till.said().contains(u"Asked for 2, reserved 1"_s), qPrintable(till.said()));
    }

    void h01_whyAClaimCameToNothingIsSaidAndItIsOnOfferAgain()
    {
        Till till;
        till.vendor.failNext(Kind::Reserve, lost(), ScriptedVendor::Reached::Yes);
        till.reserveTwo();
        till.pass(5s);
        qApp->processEvents();
        const QString ours = u"claimButton_"_s + till.vendor.all().first().toString();
        till.vendor.failNext(Kind::Order, offline());
        till.click(ours);
        QVERIFY2(till.said().contains(u"The state of the order could not be read. There is no connection"_s),
                 qPrintable(till.said()));
        QVERIFY(till.gone.isEmpty());
        till.click(ours);
        QCOMPARE(till.gone, till.vendor.all());
    }

    void allOrdersThatMayBeItAreOffered()
    {
        Till till;
        till.loseReservation(4);
        const QList<OrderId> all = till.vendor.all();
        QCOMPARE(all.size(), 5);
        for (const OrderId &id : all)
            QVERIFY2(till.button(Till::claimButton(id)), qPrintable(id.toString()));
        till.click(Till::claimButton(all.at(3)));
        QCOMPARE(till.gone, QList{all.at(3)});
    }

    void whatChangesAmongThemMovesNoFocusAndTakesNoWords()
    {
        Till till;
        till.loseReservation(1);
        const QList<OrderId> before = till.vendor.all();
        till.vendor.failNext(Kind::Order, offline());
        till.click(Till::claimButton(before.at(1)));
        const QString failure = u"The state of the order could not be read. There is no connection"_s;
        QVERIFY2(till.said().contains(failure), qPrintable(till.said()));
        QPushButton *ours = till.button(Till::claimButton(before.at(1)));
        ours->setFocus();
        static_cast<void>(till.vendor.makeElsewhere(wanting(2)));
        till.pass(20s);
        qApp->processEvents();
        QVERIFY(till.button(Till::claimButton(till.vendor.all().last())));
        QCOMPARE(till.page->focusWidget(), till.button(Till::claimButton(before.at(1))));
        QVERIFY2(till.said().contains(failure), qPrintable(till.said()));
        till.vendor.at(before.at(1)).status = OrderStatus::Canceled; // where the focus is
        till.pass(1min);
        qApp->processEvents();
        QVERIFY(!till.button(Till::claimButton(before.at(1))));
        QVERIFY(!qobject_cast<QPushButton *>(till.page->focusWidget()));
        till.vendor.at(before.first()).status = OrderStatus::Canceled;
        till.vendor.at(till.vendor.all().last()).status = OrderStatus::Canceled;
        till.pass(30s);
        qApp->processEvents();
        QVERIFY2(till.said().contains(failure), qPrintable(till.said())); // and none is left
    }

    void noneOfThemEndsAClaimThatIsBeingRead()
    {
        Till till;
        till.loseReservation(0);
        till.vendor.holdCalls(Kind::Order);
        till.click(Till::claimButton(till.vendor.all().first()));
        QTRY_VERIFY(till.button(u"claimNoneButton"_s)->isEnabled());
        till.click(u"claimNoneButton"_s);
        QVERIFY2(till.said().startsWith(u"None of them was taken over."_s), qPrintable(till.said()));
        till.vendor.answerAll(Kind::Order);
        till.pass(5s);
        qApp->processEvents();
        QVERIFY(till.gone.isEmpty());
        QVERIFY(!till.store.sale(till.vendor.all().first()));
        QVERIFY(till.emitted.reserved.isEmpty());
    }

    void noneOfThemSaidTooLateIsNotTakenForNothing_data()
    {
        QTest::addColumn<bool>("isLeft");
        QTest::newRow("she waits") << false;
        QTest::newRow("she goes back") << true;
    }

    void noneOfThemSaidTooLateIsNotTakenForNothing()
    {
        QFETCH(bool, isLeft);
        Till till;
        till.loseReservation(0);
        const OrderId order = till.vendor.all().first();
        till.store.hang();
        till.click(Till::claimButton(order));
        QTRY_VERIFY(till.button(u"claimNoneButton"_s)->isEnabled());
        till.click(u"claimNoneButton"_s);
        QVERIFY2(!till.said().contains(u"Nothing is reserved"_s), qPrintable(till.said()));
        QVERIFY2(till.said().contains(u"is being recorded as yours"_s), qPrintable(till.said()));
        if (isLeft)
            till.press(Qt::Key_Escape);
        till.store.resume();
        till.pass(5s);
        qApp->processEvents();
        QCOMPARE(till.gone, isLeft ? QList<OrderId>() : QList{order}); // shown
        QCOMPARE(till.vendor.status(order), OrderStatus::Executed);    // it may be another counter's
    }

    void anAnswerThatComesLateEndsTheOffer()
    {
        Till till;
        till.vendor.holdCalls(Kind::Reserve);
        till.reserveTwo();
        const OrderId theirs = till.vendor.makeElsewhere(wanting(2));
        till.pass(5min); // it counts as lost
        qApp->processEvents();
        QVERIFY(till.button(Till::claimButton(theirs)));
        till.vendor.telling[Kind::Reserve] = [](const Order &order) {
            return only(order, allOrderFields & ~Order::Fields(Field::Tickets));
        };
        till.vendor.holdCalls(Kind::Order);
        till.vendor.answer(Kind::Reserve);
        till.settle();
        qApp->processEvents();
        QVERIFY(till.gone.isEmpty()); // it is being read
        QVERIFY(!till.button(Till::claimButton(theirs)));
        QVERIFY(!till.button(u"claimNoneButton"_s));
        till.vendor.answerAll(Kind::Order);
        till.settle();
        qApp->processEvents();
        QCOMPARE(till.gone.size(), 1);
        QVERIFY(till.gone.first() != theirs);
    }

    void whoReservesWhileSheIsAskedWhetherToLeaveHasAnswered()
    {
        Till till;
        till.page->beginWith(eventId(), {});
        auto *stepper = till.page->findChild<Stepper *>();
        stepper->setFocus();
        QTest::keyClicks(stepper, u"2"_s);
        till.vendor.holdCalls(Kind::Reserve);
        till.click(u"backButton"_s);
        QVERIFY(till.button(u"leaveOrderYesButton"_s));
        till.click(u"reserveButton"_s);
        QVERIFY(!till.button(u"leaveOrderYesButton"_s));
        till.vendor.answerAll(Kind::Reserve);
        till.settle();
        qApp->processEvents();
        QCOMPARE(till.gone, till.vendor.all());
    }

    void whoGoesBackDuringAClaimGivesTheTicketsBack()
    {
        Till till;
        till.loseReservation(0);
        const OrderId order = till.vendor.all().first();
        till.vendor.holdCalls(Kind::Order);
        till.click(Till::claimButton(order));
        till.press(Qt::Key_Escape);
        till.vendor.answerAll(Kind::Order);
        till.pass(5s);
        QCOMPARE(till.vendor.status(order), OrderStatus::Canceled);
        QVERIFY(till.gone.isEmpty());
    }

    void whyTheAnswerCountsAsLostIsSaid_data()
    {
        QTest::addColumn<ApiError>("error");
        QTest::addColumn<QString>("words");
        const auto possible = [](ErrorKind kind, int status) {
            return ApiError{.kind = kind, .effect = Effect::Possible, .httpStatus = status};
        };
        QTest::newRow("500") << possible(ErrorKind::ServerFault, 500) << u"Something broke at the server (500)."_s;
        QTest::newRow("a page") << possible(ErrorKind::NotJson, 200) << u"is not a Ticketscloud server"_s;
        QTest::newRow("a newer generation")
            << possible(ErrorKind::NewerGeneration, 200) << u"speaks a newer generation"_s;
        QTest::newRow("2 MB") << possible(ErrorKind::TooLarge, 200) << u"The server's answer is far too large."_s;
        QTest::newRow("cut") << possible(ErrorKind::ConnectionLost, 0)
                             << u"The connection broke before the answer was there."_s;
    }

    void whyTheAnswerCountsAsLostIsSaid()
    {
        QFETCH(ApiError, error);
        QFETCH(QString, words);
        Till till;
        till.vendor.holdCalls(Kind::Orders);
        till.vendor.failNext(Kind::Reserve, error, ScriptedVendor::Reached::Yes);
        till.reserveTwo();
        QVERIFY2(till.said().contains(words), qPrintable(till.said()));
        till.vendor.answerAll(Kind::Orders);
        till.pass(5s);
        qApp->processEvents();
        QVERIFY(till.said().contains(u"Is one of these orders yours?"_s));
        QVERIFY2(till.said().contains(words), qPrintable(till.said()));
        QCOMPARE(till.said().contains(u"connection broke"_s), error.kind == ErrorKind::ConnectionLost);
    }

    void whyNothingWasReservedIsSaidInTheEnd()
    {
        Till till;
        till.vendor.failNext(Kind::Reserve,
                             ApiError{.kind = ErrorKind::ServerFault, .effect = Effect::Possible, .httpStatus = 500});
        till.reserveTwo();
        till.pass(5min);
        qApp->processEvents();
        QVERIFY2(till.said().startsWith(u"The tickets were not reserved. Something broke at the server (500)."_s),
                 qPrintable(till.said()));
    }

    void howLongTheServerAsksToWaitIsSaid()
    {
        Till till;
        till.vendor.failNext(Kind::Reserve, answered(429, 20s));
        till.reserveTwo();
        const auto *words = till.page->findChild<QLabel *>(u"waitWords"_s);
        QStringList all;
        for (const QLabel *label : till.page->findChildren<QLabel *>(u"waitWords"_s))
            all << label->text();
        QVERIFY(words);
        QVERIFY2(all.join(u'\n').contains(u"The server asks to wait 20 second(s). It is sent again at "_s),
                 qPrintable(all.join(u'\n')));
    }

    void thatARefusedCodesTicketsWereNotGivenBackIsSaid()
    {
        Till till;
        till.vendor.telling[Kind::Reserve] = [](Order order) {
            order.refusal = u"Promokey is not valid"_s;
            return order;
        };
        till.vendor.failNext(Kind::Cancel, answered(403));
        till.reserveTwo();
        QVERIFY(till.said().contains(u"Promokey is not valid"_s));
        QTRY_VERIFY(till.button(u"chooseAnewButton"_s)->isEnabled());
        till.press(Qt::Key_Escape);
        till.settle();
        qApp->processEvents();
        QVERIFY2(till.said().contains(u"The order was not cancelled."_s), qPrintable(till.said()));
        QVERIFY(till.said().contains(u"The server does not allow this counter to do it."_s));
    }

    void v02_aFeeThatTheDealAddsIsNoChangeOfThePrice_data()
    {
        QTest::addColumn<int>("percent"); // as it was told
        QTest::addColumn<int>("fee");
        QTest::addColumn<int>("value");
        QTest::addColumn<QString>("said");
        QTest::newRow("a fee") << 1000 << 200'00 << 2200'00 << QString();
        QTest::newRow("less than was told") << 1000 << 100'00 << 2100'00 << QString();
        QTest::newRow("more than the fee")
            << 1000 << 200'00 << 2300'00
            << u"Not explained by the server: 100.00\nTo pay: was ₽2,200.00, now ₽2,300.00"_s;
        QTest::newRow("more than was told")
            << 1000 << 600'00 << 2600'00 << u"Fee: was 200.00, now 600.00\nTo pay: was ₽2,200.00, now ₽2,600.00"_s;
        QTest::newRow("none was told") << 0 << 200'00 << 2200'00 << QString();
        QTest::newRow("it was not told how much") << -1 << 200'00 << 2200'00 << QString();
    }

    void v02_aFeeThatTheDealAddsIsNoChangeOfThePrice()
    {
        QFETCH(int, percent);
        QFETCH(int, fee);
        QFETCH(int, value);
        QFETCH(QString, said);
        Till till;
        Event &event = till.vendor.onSale.first();
        event.sets.first().fee = Money();
        if (percent != 0)
            event.dealFee = DealFee{percent > 0 ? std::optional(percent) : std::nullopt};
        till.put();
        till.vendor.telling[Kind::Reserve] = [fee, value](Order order) {
            order.valueExtra = Money::fromMinor(fee);
            order.value = Money::fromMinor(value);
            return order;
        };
        till.reserveTwo();
        QCOMPARE(till.said().isEmpty(), said.isEmpty());
        QVERIFY2(till.said().contains(said), qPrintable(till.said()));
        QCOMPARE(till.said().startsWith(u"The sum is not the one that was told."_s), !said.isEmpty());
        QCOMPARE(till.gone.size(), said.isEmpty() ? 1 : 0);
    }

    void fewerTicketsAtAnotherPriceAreToldAsBoth_data()
    {
        QTest::addColumn<int>("sets");
        QTest::addColumn<int>("value"); // of the one that there is
        QTest::addColumn<QString>("words");
        QTest::newRow("dearer")
            << 1 << 1500'00 << u"Face price: was 1,000.00, now 1,500.00\nTo pay: was ₽1,000.00, now ₽1,500.00"_s;
        QTest::newRow("cheaper") << 1 << 900'00 << u"Face price: was 1,000.00, now 900.00"_s;
        QTest::newRow("as it was") << 1 << 1000'00 << QString();
        QTest::newRow("two sets, dearer")
            << 2 << 2500'00 << u"1 ticket(s) would cost ₽2,000.00 at most, as they were told."_s;
        QTest::newRow("two sets, the dear one") << 2 << 2000'00 << QString();
        QTest::newRow("two sets, the cheap one") << 2 << 1000'00 << QString();
    }

    void fewerTicketsAtAnotherPriceAreToldAsBoth()
    {
        QFETCH(int, sets);
        QFETCH(int, value);
        QFETCH(QString, words);
        Till till;
        const SetId other = *SetId::parse(QString(24, u'g'));
        if (sets == 2)
            till.vendor.onSale.first().sets
                << TicketSet{.id = other, .name = u"VIP"_s, .vacant = 5, .price = Money::fromMinor(2000'00)};
        till.put();
        till.vendor.vacant = 1;
        till.vendor.telling[Kind::Reserve] = [value](Order order) {
            order.nominal = order.value = Money::fromMinor(value);
            order.tickets.resize(1);
            return order;
        };
        till.page->beginWith(eventId(), sets == 2 ? QList<WantedTickets>{{setId(), 1}, {other, 1}}
                                                  : QList<WantedTickets>{{setId(), 2}});
        till.click(u"reserveButton"_s);
        QVERIFY2(till.said().startsWith(u"Asked for 2, reserved 1."_s), qPrintable(till.said()));
        QVERIFY2(till.said().contains(words), qPrintable(till.said()));
        QCOMPARE(till.said().contains(u"The price has changed meanwhile."_s), !words.isEmpty());
    }

    void aChangeOfThePriceIsToldPartByPart_data()
    {
        QTest::addColumn<int>("face");
        QTest::addColumn<int>("fee");
        QTest::addColumn<int>("value");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("cheaper") << 1900'00 << 0 << 1900'00
                                 << QStringList{u"Face price: was 2,000.00, now 1,900.00"_s,
                                                u"To pay: was ₽2,000.00, now ₽1,900.00"_s};
        QTest::newRow("dearer, with a fee")
            << 2100'00 << 210'00 << 2310'00
            << QStringList{u"Face price: was 2,000.00, now 2,100.00"_s, u"Fee: 210.00"_s,
                           u"To pay: was ₽2,000.00, now ₽2,310.00"_s};
    }

    void aChangeOfThePriceIsToldPartByPart()
    {
        QFETCH(int, face);
        QFETCH(int, fee);
        QFETCH(int, value);
        QFETCH(QStringList, lines);
        Till till;
        till.vendor.telling[Kind::Reserve] = [face, fee, value](Order order) {
            order.nominal = Money::fromMinor(face);
            order.valueExtra = Money::fromMinor(fee);
            order.value = Money::fromMinor(value);
            return order;
        };
        till.reserveTwo();
        QCOMPARE(till.said(),
                 u"The price has changed meanwhile. "_s + lines.join(u'\n') + u"\nTell the buyer before you go on."_s);
    }

    void theFeeOfTheDealIsSaidBeforeReserving()
    {
        Till till;
        Event &event = till.vendor.onSale.first();
        event.dealFee = DealFee{1000};
        event.sets.first().fee = Money();
        till.put();
        till.page->beginWith(eventId(), {{setId(), 2}});
        QCOMPARE(till.read().count(u"a seller's fee of 10% may come on top"_s), 2); // beside the category, and below
        QCOMPARE(till.page->findChild<QLabel *>(u"reserveFee"_s)->text(), u"a seller's fee of 10% may come on top"_s);
        till.vendor.onSale.first().dealFee = DealFee();
        till.put();
        QVERIFY2(till.reads(u"a seller's fee may come on top"_s), qPrintable(till.read()));
        till.vendor.onSale.first().sets.first().fee = Money::fromMinor(50'00); // it is that one
        till.put();
        QVERIFY2(!till.reads(u"a seller's fee"_s), qPrintable(till.read()));
    }

    void aPriceBelowNoughtIsNotForSale()
    {
        Till till;
        till.vendor.onSale.first().sets.first().price = Money::fromMinor(-100'00);
        till.put();
        till.page->beginWith(eventId(), {{setId(), 2}});
        QVERIFY2(till.reads(u"not for sale: the server tells a price below zero"_s), qPrintable(till.read()));
        QVERIFY(!till.reads(u"100.00"_s));
        QVERIFY(till.reads(u"No tickets yet"_s));
    }

    void faceAndFeeAreShownBeforeReserving()
    {
        Till till;
        TicketSet &set = till.vendor.onSale.first().sets.first();
        set.face = Money::fromMinor(950'00);
        set.fee = Money::fromMinor(50'00);
        till.put();
        till.page->beginWith(eventId(), {{setId(), 2}});
        QVERIFY2(till.reads(u"face price 950.00 + fee 50.00"_s), qPrintable(till.read()));
        QCOMPARE(till.page->findChild<QLabel *>(u"reserveFee"_s)->text(), u"of it 100.00 fee"_s);
        till.vendor.onSale.first().sets.first().fee.reset(); // it is what the price has above the face price
        till.put();
        QVERIFY2(till.reads(u"face price 950.00 + fee 50.00"_s), qPrintable(till.read()));
        till.vendor.onSale.first().sets.first().face.reset();
        till.put();
        QVERIFY2(till.reads(u"the fee is not told"_s), qPrintable(till.read()));
        QVERIFY(!till.reads(u"100.00 fee"_s));
    }

    void whatIsNeverToldStopsNobody_data() { h14_whatWasReservedIsReadWhereItIsNotTold_data(); }

    /// The order is there and holds the seats; what the server does not tell of it is "not told".
    void whatIsNeverToldStopsNobody()
    {
        QFETCH(int, untold);
        Till till;
        const auto without = [untold](const Order &order) {
            return only(order, allOrderFields & ~Order::Fields(QFlag(untold)));
        };
        till.vendor.telling[Kind::Reserve] = without;
        till.vendor.telling[Kind::Order] = without;
        till.reserveTwo();
        QVERIFY(till.gone.isEmpty()); // it is read first
        for (int second = 0; second < 5; ++second)
            Q_EMIT till.ticker.second();
        QVERIFY2(till.said().isEmpty(), qPrintable(till.said()));
        QCOMPARE(till.gone.size(), 1);
    }

    void whatChangesAtTheServerIsSaidAndMovesNoFocus_data()
    {
        QTest::addColumn<int>("vacant");
        QTest::addColumn<int>("price");
        QTest::addColumn<QString>("now");
        QTest::newRow("one is left") << 1 << 1000'00 << u"Now: 1 ticket(s) for ₽1,000.00."_s;
        QTest::newRow("none is left") << 0 << 1000'00 << u"Now: 0 ticket(s) for "_s;
        QTest::newRow("dearer") << 40 << 1500'00 << u"Now: 2 ticket(s) for ₽3,000.00."_s;
        QTest::newRow("nothing") << 39 << 1000'00 << QString();
    }

    void whatChangesAtTheServerIsSaidAndMovesNoFocus()
    {
        QFETCH(int, vacant);
        QFETCH(int, price);
        QFETCH(QString, now);
        Till till;
        QList<TicketSet> &sets = till.vendor.onSale.first().sets;
        sets << TicketSet{.id = *SetId::parse(QString(24, u'g')), .name = u"VIP"_s, .vacant = 5, .price = till.price};
        till.put();
        till.page->beginWith(eventId(), {{setId(), 2}});
        till.page->activateWindow();
        auto *stepper = till.page->findChild<QWidget *>(u"stepper_"_s + setId().toString());
        stepper->setFocus();
        sets.first().vacant = vacant;
        sets.first().price = Money::fromMinor(price);
        till.put();
        QCOMPARE(till.said().isEmpty(), now.isEmpty());
        QVERIFY2(till.said().contains(now), qPrintable(till.said()));
        QCOMPARE(till.page->focusWidget(), stepper);
    }

    void aSetThatComesOrGoesMovesNoFocusToAnother()
    {
        Till till;
        QList<TicketSet> &sets = till.vendor.onSale.first().sets;
        const SetId vip = *SetId::parse(QString(24, u'g'));
        till.page->beginWith(eventId(), {{setId(), 2}});
        auto *stepper = till.page->findChild<QWidget *>(u"stepper_"_s + setId().toString());
        stepper->setFocus();
        sets.prepend(TicketSet{.id = vip, .name = u"VIP"_s, .vacant = 5, .price = till.price});
        till.put();
        QVERIFY(till.page->findChild<QWidget *>(u"stepper_"_s + vip.toString()));
        QCOMPARE(till.page->focusWidget(), stepper);
        sets.removeLast();
        till.put();
        QVERIFY(!qobject_cast<Stepper *>(till.page->focusWidget()));
    }

    void newsTakeNoFailuresWordsAway()
    {
        Till till;
        till.vendor.failNext(Kind::Reserve, answered(403));
        till.reserveTwo();
        const QString failure = till.said();
        QVERIFY(failure.startsWith(u"The tickets were not reserved."_s));
        for (const int vacant : {1, 0}) {
            till.vendor.onSale.first().sets.first().vacant = vacant;
            till.put();
            QVERIFY2(till.said().startsWith(failure), qPrintable(till.said()));
            QCOMPARE(till.said().count(u"What was picked has changed at the server."_s), 1);
            QVERIFY2(till.said().contains(u"Now: %1 ticket(s)"_s.arg(vacant)), qPrintable(till.said()));
        }
    }

    void aSetBetweenTwoPriceRulesIsNotForSaleAndItsNeighbourIs_data()
    {
        QTest::addColumn<qint64>("in");
        QTest::addColumn<QString>("from");
        QTest::newRow("today") << qint64(60) << u"from %1 by the counter's clock: ₽1,200.00"_s;
        QTest::newRow("in three days") << qint64(3 * 24 * 3600) << u"from %1 by the counter's clock: ₽1,200.00"_s;
    }

    void aSetBetweenTwoPriceRulesIsNotForSaleAndItsNeighbourIs()
    {
        QFETCH(qint64, in);
        QFETCH(QString, from);
        Till till;
        QList<TicketSet> &sets = till.vendor.onSale.first().sets;
        TicketSet gap{.id = *SetId::parse(QString(24, u'g')), .name = u"Balcony"_s, .vacant = 5};
        const Instant now = till.program->clock.now();
        const Instant begins = now + std::chrono::seconds(in);
        gap.rules = {PriceRule{.from = begins, .price = Money::fromMinor(1200'00)}};
        sets << gap;
        till.put();
        till.page->beginWith(eventId(), {{setId(), 2}, {gap.id, 1}});
        QVERIFY2(till.reads(u"not for sale at the moment"_s), qPrintable(till.read()));
        const QDateTime local = toDateTime(begins).toLocalTime();
        const bool isToday = local.date() == toDateTime(now).toLocalTime().date();
        const QString day = QLocale(QLocale::English, QLocale::UnitedKingdom).toString(local.date(), u"d MMMM"_s);
        const QString clock = local.time().toString(u"HH:mm"_s);
        const QString when = isToday ? clock : day + u", "_s + clock;
        QVERIFY2(till.reads(from.arg(when)), qPrintable(till.read()));
        till.click(u"reserveButton"_s);
        QCOMPARE(till.gone.size(), 1);
        QCOMPARE(till.vendor.reserved.last().random, (QList<WantedTickets>{{setId(), 2}}));
    }

    void whatAnEventDoesNotHaveIsSaid()
    {
        Till till;
        till.vendor.onSale.first().unreadableSets = 1;
        till.put();
        till.page->beginWith(eventId(), {});
        QVERIFY2(till.reads(u"1 category could not be read."_s) || till.reads(u"1 category(s) could not be read."_s),
                 qPrintable(till.read()));
        till.vendor.onSale.first().unreadableSets = 0;
        till.vendor.onSale.first().sets.clear();
        till.put();
        QVERIFY2(till.reads(u"No tickets are on sale here."_s), qPrintable(till.read()));
        QVERIFY(!till.reads(u"could not be read"_s));
    }

    void aRefusalOffersAFieldForACode()
    {
        Till till;
        QVERIFY(!till.code()->isVisible());
        ApiError wanted{.kind = ErrorKind::BadRequest, .httpStatus = 400};
        wanted.serverWords = u"Promokey <b>needed</b>"_s;
        till.vendor.failNext(Kind::Reserve, wanted);
        till.reserveTwo();
        QVERIFY2(till.said().contains(wanted.serverWords), qPrintable(till.said()));
        QVERIFY(till.reads(u"&Code (promo code or presale code)"_s));
        QVERIFY(till.code()->isVisible() && till.code()->hasFocus());
        QVERIFY(till.vendor.reserved.last().promoCodes.isEmpty());
        QTest::keyClicks(till.code(), u" SPRING "_s);
        QTest::keyClick(till.code(), Qt::Key_Return);
        till.settle();
        qApp->processEvents();
        QCOMPARE(till.vendor.reserved.last().promoCodes, QStringList{u"SPRING"_s});
        QCOMPARE(till.gone.size(), 1);
        till.page->begin(); // for the next buyer, who has another one
        QVERIFY(!till.code()->isVisible());
        till.reserveTwo();
        QVERIFY(till.vendor.reserved.last().promoCodes.isEmpty());
    }

    void whatIsSaidBesideAnOrderIsSaid_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("of a code") << u"SPRING"_s << u"The code was not accepted: “Promocode not found”"_s;
        QTest::newRow("of none") << QString() << u"The server made the order and says: “Promocode not found”"_s;
    }

    void whatIsSaidBesideAnOrderIsSaid()
    {
        QFETCH(QString, code);
        QFETCH(QString, words);
        Till till;
        till.vendor.telling[Kind::Reserve] = [](Order order) {
            order.refusal = u"Promocode not found"_s;
            return order;
        };
        till.page->beginWith(eventId(), {{setId(), 2}});
        till.code()->setText(code);
        till.click(u"reserveButton"_s);
        QVERIFY2(till.said().contains(words), qPrintable(till.said()));
        QCOMPARE(till.said().contains(u"code was not accepted"_s), !code.isEmpty());
        QVERIFY(till.gone.isEmpty());
        till.accept(u"goOnButton"_s);
        QCOMPARE(till.gone, till.vendor.all());
        QCOMPARE(till.vendor.count(Kind::Reserve), 1);
    }

    void aHugeCodeIsNotSent_data()
    {
        QTest::addColumn<bool>("isPasted");
        QTest::newRow("typed") << false;
        QTest::newRow("pasted") << true;
    }

    void aHugeCodeIsNotSent()
    {
        QFETCH(bool, isPasted);
        Till till;
        till.vendor.failNext(Kind::Reserve, {.kind = ErrorKind::BadRequest, .httpStatus = 400});
        till.reserveTwo();
        QVERIFY(till.code()->isVisible());
        const QString code(10240, u'x');
        if (isPasted) {
            QGuiApplication::clipboard()->setText(code);
            till.code()->paste();
        } else {
            for (const QChar letter : code) {
                QKeyEvent press(QEvent::KeyPress, Qt::Key_X, Qt::NoModifier, QString(letter));
                QCoreApplication::sendEvent(till.code(), &press);
            }
        }
        QCOMPARE(till.code()->text().size(), code.size()); // not cut: it would be another code
        QTest::keyClick(till.code(), Qt::Key_Return);
        till.settle();
        QVERIFY2(till.said().contains(u"no more than 100 characters; this one has 10,240"_s), qPrintable(till.said()));
        QCOMPARE(till.vendor.count(Kind::Reserve), 1);
        QVERIFY(till.gone.isEmpty());
    }
};

} // namespace okoshko::test::tst_neworderanswers

OKOSHKO_TEST(tst_neworderanswers, NewOrderAnswersTest, QApplication)
#include "tst_neworderanswers.moc"
