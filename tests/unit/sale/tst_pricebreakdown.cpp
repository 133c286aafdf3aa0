// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/PriceBreakdown.h"

#include "models/domain/Event.h"
#include "models/domain/Order.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_pricebreakdown {

namespace {

using Field = Order::Field;

std::optional<Money> roubles(int sum)
{
    return Money::fromMinor(sum * 100);
}

/// As public payloads have it: `nominal` is what the discount has left of the face price.
Order orderOf(int nominal, int fee, int discount, int value)
{
    Order order;
    order.nominal = *roubles(nominal);
    order.valueExtra = *roubles(fee);
    order.discount = *roubles(discount);
    order.value = *roubles(value);
    return order;
}

} // namespace

class PriceBreakdownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAnOrderTells()
    {
        const PriceBreakdown price = PriceBreakdown::of(orderOf(210, 20, 90, 230));
        QCOMPARE(price.face, roubles(300));
        QCOMPARE(price.fee, roubles(20));
        QCOMPARE(price.discount, roubles(90));
        QCOMPARE(price.total, roubles(230));
    }

    void notToldIsNotNought()
    {
        Order order;
        order.absent = Field::Value | Field::ValueExtra | Field::Nominal | Field::Discount;
        QCOMPARE(PriceBreakdown::of(order), PriceBreakdown());
        QCOMPARE(PriceBreakdown::of(TicketSet(), 3), PriceBreakdown());
        TicketSet told;
        told.face = told.fee = told.price = Money();
        const PriceBreakdown both = PriceBreakdown::of(told, 1) + PriceBreakdown::of(TicketSet(), 1);
        QCOMPARE(both, PriceBreakdown());
    }

    void v02_onlyWhatNoFeeAndNoDiscountExplainsIsAChange_data()
    {
        using Change = PriceBreakdown::Change;
        QTest::addColumn<int>("mayAdd"); // the deal's fee, as it was told
        QTest::addColumn<int>("nominal");
        QTest::addColumn<int>("fee");
        QTest::addColumn<int>("discount");
        QTest::addColumn<int>("value");
        QTest::addColumn<Change>("change");
        QTest::newRow("as it was") << 0 << 5600 << 0 << 0 << 5600 << Change::None;
        QTest::newRow("the deal adds a fee") << 560 << 5600 << 560 << 0 << 6160 << Change::None;
        QTest::newRow("the deal adds less") << 560 << 5600 << 100 << 0 << 5700 << Change::None;
        QTest::newRow("the deal adds nothing") << 560 << 5600 << 0 << 0 << 5600 << Change::None;
        QTest::newRow("the deal adds more than was told") << 560 << 5600 << 1680 << 0 << 7280 << Change::Higher;
        QTest::newRow("a fee that was not told") << 0 << 5600 << 560 << 0 << 6160 << Change::None;
        QTest::newRow("a fee beside a discount") << 0 << 5000 << 500 << 600 << 5500 << Change::None;
        QTest::newRow("a code takes off") << 0 << 5000 << 0 << 600 << 5000 << Change::None;
        QTest::newRow("a fee and a discount") << 560 << 5000 << 500 << 600 << 5500 << Change::None;
        QTest::newRow("dearer") << 0 << 6000 << 0 << 0 << 6000 << Change::Higher;
        QTest::newRow("dearer, less a discount") << 0 << 5600 << 0 << 400 << 5600 << Change::Higher;
        QTest::newRow("cheaper") << 0 << 5000 << 0 << 0 << 5000 << Change::Lower;
        QTest::newRow("dearer and a fee") << 560 << 6000 << 560 << 0 << 6560 << Change::Higher;
        QTest::newRow("more than the fee explains") << 560 << 5600 << 560 << 0 << 7000 << Change::Higher;
        QTest::newRow("less than the discount explains") << 0 << 5000 << 0 << 600 << 4900 << Change::Lower;
        QTest::newRow("free of charge") << 0 << 5600 << 0 << 0 << 0 << Change::Lower;
    }

    void v02_onlyWhatNoFeeAndNoDiscountExplainsIsAChange()
    {
        QFETCH(int, mayAdd);
        QFETCH(int, nominal);
        QFETCH(int, fee);
        QFETCH(int, discount);
        QFETCH(int, value);
        QFETCH(PriceBreakdown::Change, change);
        const Money more = *roubles(mayAdd);
        TicketSet set;
        set.face = set.price = roubles(2800);
        set.fee = Money();
        const PriceBreakdown before = PriceBreakdown::of(set, 2);
        Order order = orderOf(nominal, fee, discount, value);
        QCOMPARE(before.changeTo(PriceBreakdown::of(order), more), change);
        set.face.reset(); // it follows from price and fee
        QCOMPARE(PriceBreakdown::of(set, 2).changeTo(PriceBreakdown::of(order), more), change);
        order.absent = Field::Nominal;
        QCOMPARE(before.changeTo(PriceBreakdown::of(order), more), change);
        order.absent = allOrderFields;
        QCOMPARE(before.changeTo(PriceBreakdown::of(order), more), PriceBreakdown::Change::None);
    }

    void theFeeIsWhatAPriceHasAboveTheFacePrice()
    {
        TicketSet set;
        set.face = roubles(100);
        set.price = roubles(110);
        QCOMPARE(PriceBreakdown::of(set, 2).fee, roubles(20));
        set.price = roubles(100); // it may still be added
        QCOMPARE(PriceBreakdown::of(set, 2).fee, std::nullopt);
    }

    void whatItsPartsDoNotComeTo()
    {
        QCOMPARE(PriceBreakdown::of(orderOf(5000, 500, 600, 5500)).unexplained(), std::nullopt);
        QCOMPARE(PriceBreakdown::of(orderOf(5600, 560, 0, 7000)).unexplained(), roubles(840));
        QCOMPARE(PriceBreakdown::of(orderOf(180, 0, 0, 0)).unexplained(), roubles(-180));
        QCOMPARE(PriceBreakdown{.total = roubles(5)}.unexplained(), std::nullopt);
        QCOMPARE(PriceBreakdown::of(orderOf(5600, 560, 0, 7000)).faceOrImplied(), roubles(5600));
        const PriceBreakdown untold{.face = {}, .fee = roubles(560), .discount = {}, .total = roubles(6160)};
        QCOMPARE(untold.faceOrImplied(), roubles(5600));
    }

    void aDifferenceThatNobodyExplainsIsAChange()
    {
        TicketSet set;
        set.face = set.price = roubles(5600);
        Order order = orderOf(5600, 560, 0, 6160);
        order.absent = Field::ValueExtra | Field::Nominal;
        QCOMPARE(PriceBreakdown::of(set, 1).changeTo(PriceBreakdown::of(order)), PriceBreakdown::Change::Higher);
        QCOMPARE(PriceBreakdown::of(set, 1).changeTo(PriceBreakdown::of(order), *roubles(560)),
                 PriceBreakdown::Change::None); // as it was told
    }
};

} // namespace okoshko::test::tst_pricebreakdown

OKOSHKO_TEST(tst_pricebreakdown, PriceBreakdownTest, QCoreApplication)
#include "tst_pricebreakdown.moc"
