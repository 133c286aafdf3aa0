// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sale/CounterFixture.h"

#include "models/sale/EventCatalogue.h"
#include "tests/support/TestProgram.h"
#include "ui/neworder/NewOrderDialog.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Notice.h"

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
        : catalogue(vendor)
    {
        Theme::wear(*qApp, Theme::Kind::Light);
        Event event{.id = eventId(), .title = u"The Seagull"_s, .sale = Event::Sale::Open};
        event.sets = {TicketSet{.id = setId(), .name = u"Stalls"_s, .amount = 100, .vacant = 100, .price = price}};
        vendor.onSale = {event};
        start();
        catalogue.refresh();
        settle();
        page = std::make_unique<NewOrderDialog>(NewOrderDialog::Sources{service(), catalogue, life->clock, ticker},
                                                Format(Format::Language::English), nullptr);
        page->show();
        QObject::connect(page.get(), &NewOrderDialog::reserved, page.get(), [this](const OrderId &id) { gone << id; });
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
        [&] { QVERIFY2(it != buttons.cend(), qPrintable(name)); }();
        if (it != buttons.cend())
            (*it)->click();
        settle();
        qApp->processEvents();
    }

    [[nodiscard]] QString said() const
    {
        const auto *notice = page->findChild<Notice *>(u"ticketsNotice"_s);
        return notice->isVisible() ? notice->title() + u' ' + notice->words() : QString();
    }

    static inline const Money price = Money::fromMinor(100000); ///< as the vendor sells
    EventCatalogue catalogue;
    Ticker ticker;
    std::unique_ptr<NewOrderDialog> page;
    QList<OrderId> gone; ///< on to the payment
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
        till.page->reject();
        till.vendor.answerAll(Kind::Order);
        till.pass(1s);
        QCOMPARE(till.vendor.status(till.vendor.all().first()), OrderStatus::Canceled);
        QVERIFY(till.gone.isEmpty());
    }

    void enterOnAQuestionGoesOnWithTheOrderThatItIsAbout_data()
    {
        QTest::addColumn<int>("vacant");
        QTest::addColumn<int>("price");
        QTest::newRow("fewer") << 1 << 100000;
        QTest::newRow("dearer") << 100 << 90000;
    }

    void enterOnAQuestionGoesOnWithTheOrderThatItIsAbout()
    {
        QFETCH(int, vacant);
        QFETCH(int, price);
        Till till;
        till.vendor.vacant = vacant;
        till.vendor.onSale.first().sets.first().price = Money::fromMinor(price);
        till.catalogue.refresh();
        till.settle();
        till.reserveTwo();
        QVERIFY(!till.said().isEmpty());
        QTest::keyClick(till.page.get(), Qt::Key_Return);
        QCOMPARE(till.gone, till.vendor.all());
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
        QVERIFY2(till.said().contains(u"could not be asked"_s), qPrintable(till.said()));
        QVERIFY(till.gone.isEmpty());
        till.click(ours);
        QCOMPARE(till.gone, till.vendor.all());
    }
};

} // namespace okoshko::test::tst_neworderanswers

OKOSHKO_TEST(tst_neworderanswers, NewOrderAnswersTest, QApplication)
#include "tst_neworderanswers.moc"
