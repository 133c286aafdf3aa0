// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Countdown.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_countdown {

namespace {

/// The recorded order (exchange, "sale"): held ten minutes, and half an hour more once the payment had started.
Order recorded(OrderStatus status)
{
    Order order;
    order.status = status;
    order.createdAt = parseInstant(u"2016-01-26T09:25:19.378000+00:00"_s);
    order.updatedAt = parseInstant(u"2016-01-26T09:25:19.393000+00:00"_s);
    order.reservedTill = parseInstant(u"2016-01-26T09:35:19.392000+00:00"_s);
    if (status == OrderStatus::InProgress) {
        order.updatedAt = parseInstant(u"2016-01-26T09:26:06.620000+00:00"_s);
        order.reservedTill = parseInstant(u"2016-01-26T09:56:06.619000+00:00"_s);
    }
    return order;
}

} // namespace

class CountdownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOnlyWhileSeatsAreHeld()
    {
        for (const OrderStatus status : allOrderStatuses) {
            const Order order = recorded(status);
            QCOMPARE(Countdown::of(order, *order.createdAt).has_value(), isHeld(status));
        }
        Order endless = recorded(OrderStatus::Executed);
        endless.reservedTill.reset();
        QVERIFY(!Countdown::of(endless, *endless.createdAt));
    }

    void roundsUpAndStopsAtZero_data()
    {
        using Urgency = Countdown::Urgency;
        QTest::addColumn<Microseconds>("beforeTheEnd");
        QTest::addColumn<std::chrono::seconds>("left");
        QTest::addColumn<Urgency>("urgency");
        QTest::newRow("a whole second") << Microseconds(300s) << 300s << Urgency::Calm;
        QTest::newRow("a bit more") << Microseconds(299s + 1us) << 300s << Urgency::Calm;
        QTest::newRow("just not urgent") << Microseconds(120s + 1us) << 121s << Urgency::Calm;
        QTest::newRow("just urgent") << Microseconds(120s) << 120s << Urgency::Urgent;
        QTest::newRow("a second") << Microseconds(1s) << 1s << Urgency::Urgent;
        QTest::newRow("a breath") << Microseconds(1us) << 1s << Urgency::Urgent;
        QTest::newRow("the end") << Microseconds(0) << 0s << Urgency::Over;
        QTest::newRow("after the end") << Microseconds(-1us) << 0s << Urgency::Over;
        QTest::newRow("a day after the end") << Microseconds(-24h) << 0s << Urgency::Over;
    }

    void roundsUpAndStopsAtZero()
    {
        QFETCH(Microseconds, beforeTheEnd);
        QFETCH(std::chrono::seconds, left);
        QFETCH(Countdown::Urgency, urgency);
        const Order order = recorded(OrderStatus::Executed);
        const auto countdown = Countdown::of(order, *order.reservedTill - beforeTheEnd);
        QVERIFY(countdown);
        QCOMPARE(countdown->left, left);
        QCOMPARE(countdown->urgency, urgency);
    }

    void measuresTheHoldFromItsBeginning()
    {
        const Order held = recorded(OrderStatus::Executed);
        QCOMPARE(Countdown::of(held, *held.createdAt)->fraction, 1.0);
        QVERIFY(qAbs(Countdown::of(held, *held.createdAt + 5min)->fraction - 0.5) < 0.002);
        QCOMPARE(Countdown::of(held, *held.reservedTill)->fraction, 0.0);

        // Half of the payment's half hour, not of the time since the order was made.
        const Order paying = recorded(OrderStatus::InProgress);
        QVERIFY(qAbs(Countdown::of(paying, *paying.updatedAt + 15min)->fraction - 0.5) < 0.001);
        QCOMPARE(Countdown::of(paying, *paying.createdAt)->fraction, 1.0); // never more than the whole
    }

    void figureAndBarMoveTogether()
    {
        const Order order = recorded(OrderStatus::Executed);
        const Instant whole = *order.reservedTill - 200s;
        const auto countdown = Countdown::of(order, whole);
        QCOMPARE(Countdown::of(order, whole + 999ms), countdown);
        QVERIFY(Countdown::of(order, whole + 1s) != countdown);
        QVERIFY(Countdown::of(order, whole + 1s)->fraction < countdown->fraction);
    }

    void copesWithTimesThatMakeNoSense()
    {
        Order order = recorded(OrderStatus::Executed);
        const Instant till = *order.reservedTill;
        order.createdAt.reset();
        order.updatedAt.reset();
        QCOMPARE(Countdown::of(order, till - 60s)->fraction, 1.0);
        QCOMPARE(Countdown::of(order, till)->fraction, 0.0);
        order.createdAt = till + 1h; // made after its hold ended
        QCOMPARE(Countdown::of(order, till - 60s)->fraction, 1.0);
        QCOMPARE(Countdown::of(order, till)->fraction, 0.0);
        order.createdAt = till;
        QCOMPARE(Countdown::of(order, till)->fraction, 0.0);
    }
};

} // namespace okoshko::test::tst_countdown

OKOSHKO_TEST(tst_countdown, CountdownTest, QCoreApplication)
#include "tst_countdown.moc"
