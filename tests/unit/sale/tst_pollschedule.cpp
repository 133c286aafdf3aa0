// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/PollSchedule.h"
#include "models/sale/Sale.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_pollschedule {

/// When an order is asked about next.
class PollScheduleTest : public QObject
{
    Q_OBJECT

private:
    using Progress = PollSchedule::Progress;

    static Instant noon() { return *parseInstant(u"2026-05-12T12:00:00Z"_s); }

    static Sale saleIn(OrderStatus status, Microseconds left = 10min)
    {
        Sale sale;
        sale.origin = Sale::Origin::ThisCounter;
        sale.order.status = sale.lastKnown = status;
        sale.order.reservedTill = noon() + left;
        if (status != OrderStatus::Executed)
            sale.paymentStartedAt = noon() - 1min;
        return sale;
    }

    static Microseconds nextOf(const Sale &sale, const Progress &progress = {}, const PollSchedule &schedule = {})
    {
        return schedule.next(sale, noon(), progress).value_or(-1us);
    }

private Q_SLOTS:
    void slowsToItsBoundWhileAPaymentIsAwaited()
    {
        const Sale sale = saleIn(OrderStatus::InProgress, 12h);
        const PollSchedule schedule;
        Microseconds before = 0s;
        for (int asked = 0; asked < 400; ++asked) {
            const Microseconds pause = nextOf(sale, {.asked = asked});
            QVERIFY(pause >= before && pause > 0s && pause <= schedule.slowest);
            before = pause;
        }
        QCOMPARE(nextOf(sale), Microseconds(schedule.first));
        QCOMPARE(before, Microseconds(schedule.slowest));
    }

    void asksAtTheEndOfTheHold()
    {
        QCOMPARE(nextOf(saleIn(OrderStatus::InProgress, 1s)), Microseconds(1s));
        QCOMPARE(nextOf(saleIn(OrderStatus::Executed, 9min)), Microseconds(9min));
        QVERIFY(nextOf(saleIn(OrderStatus::Executed, 12h)) <= Microseconds(10min));
    }

    void onlyTheServerEndsAHold()
    {
        const Microseconds pause = nextOf(saleIn(OrderStatus::Executed, -1s));
        QVERIFY(pause > 0s && pause <= 30s);
        QVERIFY(nextOf(saleIn(OrderStatus::InProgress, -1s)) <= Microseconds(30s));
    }

    void asksNothingOfWhatHasEnded_data()
    {
        QTest::addColumn<OrderStatus>("status");
        QTest::newRow("done") << OrderStatus::Done;
        QTest::newRow("refunded") << OrderStatus::Refunded;
        QTest::newRow("canceled") << OrderStatus::Canceled;
        QTest::newRow("expired") << OrderStatus::Expired;
    }

    void asksNothingOfWhatHasEnded()
    {
        QFETCH(OrderStatus, status);
        Sale sale = saleIn(status);
        sale.paymentStartedAt.reset();
        QCOMPARE(nextOf(sale), -1us);
    }

    void h05_anUnknownWordKeepsThePace_data()
    {
        QTest::addColumn<OrderStatus>("lastKnown");
        QTest::newRow("payment awaited") << OrderStatus::InProgress;
        QTest::newRow("held") << OrderStatus::Executed;
    }

    void h05_anUnknownWordKeepsThePace()
    {
        QFETCH(OrderStatus, lastKnown);
        const Sale known = saleIn(lastKnown);
        Sale unknown = known;
        unknown.order.status = OrderStatus::Unknown;
        for (int asked = 0; asked < 200; asked += 7) {
            const Microseconds pause = nextOf(unknown, {.asked = asked});
            QVERIFY(pause > 0s);
            QCOMPARE(pause, nextOf(known, {.asked = asked}));
        }
    }

    void h09_whatTheServerDoesNotKnowThinsOutToABound()
    {
        const Sale sale = saleIn(OrderStatus::InProgress);
        Microseconds hour = 0s;
        int readings = 0;
        for (int asked = 0; hour < 24h; ++asked, ++readings)
            hour += nextOf(sale, {.asked = asked, .failed = asked, .isUnknown = true});
        QVERIFY2(readings <= 24 * 8 + 10, qPrintable(QString::number(readings)));
        QVERIFY(nextOf(sale, {.asked = 1000, .failed = 1000, .isUnknown = true}) <= Microseconds(10min)); // still asked
    }

    void h09_aClosedSaleIsNotAskedAbout()
    {
        Sale sale = saleIn(OrderStatus::InProgress);
        sale.closed = true;
        QCOMPARE(nextOf(sale, {.isUnknown = true}), -1us);
    }

    void h13_theWatchForLateMoneyHasALengthOfItsOwn_data()
    {
        QTest::addColumn<int>("slowest");
        QTest::newRow("a pace of 2 s") << 2000;
        QTest::newRow("as it comes") << 30000;
        QTest::newRow("a pace of 5 min") << 300000;
    }

    void h13_theWatchForLateMoneyHasALengthOfItsOwn()
    {
        QFETCH(int, slowest);
        PollSchedule schedule;
        schedule.slowest = std::chrono::milliseconds(slowest);
        const Sale sale = saleIn(OrderStatus::Expired);
        Microseconds last = 0s;
        for (Progress progress; const auto pause = schedule.next(sale, noon(), progress); ++progress.asked) {
            QVERIFY(progress.asked < 5000);
            progress.since += *pause;
            last = progress.since;
        }
        QCOMPARE(last, Microseconds(schedule.lateMoneyWatch));
    }

    void noLateMoneyIsAwaitedWhereTheCashierCollected()
    {
        Sale sale = saleIn(OrderStatus::Canceled);
        QVERIFY(nextOf(sale) > 0s);
        sale.confirmedBy = ConfirmedBy::Cashier;
        QCOMPARE(nextOf(sale), -1us);
    }

    void h20_ordersOfOthersAreNotAskedAbout()
    {
        for (const OrderStatus status : allOrderStatuses) {
            Sale sale = saleIn(status);
            sale.origin = Sale::Origin::Elsewhere;
            QCOMPARE(nextOf(sale, {.failed = 1, .isEffectUnknown = true}), -1us);
        }
    }

    void failedReadingsBackOff()
    {
        const Sale sale = saleIn(OrderStatus::InProgress);
        Microseconds before = 0s;
        for (int failed = 1; failed < 100; ++failed) {
            const Microseconds pause = nextOf(sale, {.failed = failed});
            QVERIFY(pause >= before && pause <= 30s);
            before = pause;
        }
        QCOMPARE(before, Microseconds(30s));
    }

    void whatIsInDoubtIsReadBackSoonAndThinsOut()
    {
        const Sale sale = saleIn(OrderStatus::Executed);
        QVERIFY(nextOf(sale, {.isEffectUnknown = true}) <= Microseconds(2s));
        QVERIFY(nextOf(sale, {.asked = 100, .isEffectUnknown = true}) >= Microseconds(20s));
    }

    void aBuyerWhoIsGoneIsAskedAboutSeldom()
    {
        const Sale gone = saleIn(OrderStatus::InProgress, -6min);
        QVERIFY(nextOf(gone, {.asked = 300}) >= Microseconds(5min));
        QVERIFY(nextOf(gone, {.asked = 300}) <= Microseconds(10min));
    }
};

} // namespace okoshko::test::tst_pollschedule

OKOSHKO_TEST(tst_pollschedule, PollScheduleTest, QCoreApplication)
#include "tst_pollschedule.moc"
