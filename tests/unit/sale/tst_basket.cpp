// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Basket.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_basket {

namespace {

SetId setId(char16_t letter)
{
    return SetId::parse(QString(24, QChar(letter))).value();
}

Event seagull()
{
    Event event;
    event.id = EventId::parse(u"56a6253df06c5a059a93802e"_s).value();
    event.sale = Event::Sale::Open;
    event.sets = {
        TicketSet{.id = setId(u'p'), .vacant = 120, .fee = Money::fromMinor(5000), .price = Money::fromMinor(100000)},
        TicketSet{.id = setId(u'b'), .vacant = 3, .fee = Money::fromMinor(0), .price = Money::fromMinor(60050)},
        TicketSet{.id = setId(u'l'), .vacant = 0, .price = Money::fromMinor(250000)},
    };
    return event;
}

} // namespace

class BasketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsNothingWithoutAnEvent()
    {
        Basket basket;
        basket.setCount(setId(u'p'), 2);
        QCOMPARE(basket.totalCount(), 0);
        QCOMPARE(basket.maxCount(setId(u'p')), 0);
        QCOMPARE(basket.price().total, Money());
        QCOMPARE(basket.toRequest().wantedCount(), 0);
    }

    void countsAreClamped_data()
    {
        QTest::addColumn<QChar>("set");
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("counted");
        QTest::newRow("plain") << QChar(u'p') << 2 << 2;
        QTest::newRow("nothing") << QChar(u'p') << 0 << 0;
        QTest::newRow("negative") << QChar(u'p') << -1 << 0;
        QTest::newRow("slip of the finger") << QChar(u'p') << 51 << Basket::maxPerSet;
        QTest::newRow("the last ones") << QChar(u'b') << 4 << 3;
        QTest::newRow("sold out") << QChar(u'l') << 1 << 0;
        QTest::newRow("of another event") << QChar(u'x') << 1 << 0;
    }

    void countsAreClamped()
    {
        QFETCH(QChar, set);
        QFETCH(int, asked);
        QFETCH(int, counted);
        Basket basket;
        basket.setEvent(seagull(), {});
        basket.setCount(setId(set.unicode()), asked);
        QCOMPARE(basket.count(setId(set.unicode())), counted);
        QCOMPARE(basket.totalCount(), counted);
    }

    void nothingIsSoldOfAClosedEvent()
    {
        Event closed = seagull();
        closed.sale = Event::Sale::Closed;
        Basket basket;
        basket.setEvent(closed, {});
        basket.setCount(setId(u'p'), 1);
        QCOMPARE(basket.totalCount(), 0);
    }

    void nothingIsSoldOfAnEventThatIsOver()
    {
        const Instant start(1'000'000s);
        Event event = seagull();
        event.start = start;
        event.end = start + 2h;
        Basket basket;
        basket.setEvent(event, start + 1h); // under way
        basket.setCount(setId(u'p'), 1);
        QCOMPARE(basket.totalCount(), 1);
        basket.setEvent(event, start + 2h);
        QCOMPARE(basket.totalCount(), 0);
        QCOMPARE(basket.maxCount(setId(u'p')), 0);
    }

    void nothingIsSoldBelowNought()
    {
        Event event = seagull();
        event.sets[0].price = Money::fromMinor(-100);
        Basket basket;
        basket.setEvent(event, {});
        basket.setCount(setId(u'p'), 1);
        QCOMPARE(basket.totalCount(), 0);
    }

    void expectsTheFeeOfTheDealForWhatIsPicked()
    {
        Event event = seagull();
        event.dealFee = DealFee{1000};
        Basket basket;
        basket.setEvent(event, {});
        basket.setCount(setId(u'p'), 1); // whose price has a fee in it
        QVERIFY(!basket.expectsDealFee());
        basket.setCount(setId(u'b'), 1);
        QVERIFY(basket.expectsDealFee());
        QCOMPARE(basket.dealFee(), Money::fromMinor(6005));
        event.dealFee = DealFee{1001};
        basket.setEvent(event, {});
        basket.setCount(setId(u'b'), 2);
        QCOMPARE(basket.dealFee(), Money::fromMinor(2 * 6012)); // 60.1100…, rounded up
        event.dealFee = DealFee{};                              // how much is not told
        basket.setEvent(event, {});
        QVERIFY(basket.expectsDealFee());
        QCOMPARE(basket.dealFee(), Money());
    }

    void theDearestOfWhatIsPicked()
    {
        Basket basket;
        basket.setEvent(seagull(), {});
        basket.setCount(setId(u'p'), 2);
        basket.setCount(setId(u'b'), 3);
        QCOMPARE(basket.dearest(3).price().total, Money::fromMinor(2 * 100000 + 60050));
        QCOMPARE(basket.dearest(1).price().total, Money::fromMinor(100000));
        QCOMPARE(basket.dearest(5), basket);
        QCOMPARE(basket.dearest(9), basket);
        QCOMPARE(basket.dearest(0).totalCount(), 0);
    }

    void addsUp()
    {
        Basket basket;
        basket.setEvent(seagull(), {});
        basket.setCount(setId(u'p'), 2);
        basket.setCount(setId(u'b'), 3);
        QCOMPARE(basket.totalCount(), 5);
        QCOMPARE(basket.price().total, Money::fromMinor(2 * 100000 + 3 * 60050));
        QCOMPARE(basket.price().fee, Money::fromMinor(10000));
        QCOMPARE(basket.price().face, std::nullopt); // these sets tell none
        basket.setCount(setId(u'p'), 0);
        QCOMPARE(basket.price().total, Money::fromMinor(3 * 60050));
    }

    void theSameEventReadAnewKeepsWhatIsLeft()
    {
        Basket basket;
        basket.setEvent(seagull(), {});
        basket.setCount(setId(u'p'), 10);
        basket.setCount(setId(u'b'), 3);

        Event later = seagull();
        later.sets[0].vacant = 4;
        later.sets.removeAt(1);
        basket.setEvent(later, {});
        QCOMPARE(basket.count(setId(u'p')), 4);
        QCOMPARE(basket.totalCount(), 4);
        QCOMPARE(basket.price().total, Money::fromMinor(400000));
    }

    void anotherEventEmptiesIt()
    {
        Basket basket;
        basket.setEvent(seagull(), {});
        basket.setCount(setId(u'p'), 2);
        Event other = seagull();
        other.id = EventId::parse(u"56a6253df06c5a059a93802f"_s).value();
        basket.setEvent(other, {});
        QCOMPARE(basket.totalCount(), 0);

        basket.setCount(setId(u'p'), 2);
        basket.setEvent(std::nullopt, {});
        QCOMPARE(basket, Basket());
    }

    void asksInTheOrderShown()
    {
        Basket basket;
        basket.setEvent(seagull(), {});
        basket.setCount(setId(u'b'), 1);
        basket.setCount(setId(u'p'), 2);
        const ReserveRequest wanted{.event = seagull().id, .random = {{setId(u'p'), 2}, {setId(u'b'), 1}}};
        QCOMPARE(basket.toRequest(), wanted);
    }
};

} // namespace okoshko::test::tst_basket

OKOSHKO_TEST(tst_basket, BasketTest, QCoreApplication)
#include "tst_basket.moc"
