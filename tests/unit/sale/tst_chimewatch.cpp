// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/ChimeWatch.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/Counter.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_chimewatch {

using Refusal = SaleDesk::Refusal;

/// What is worth a sound: each once, and of this counter's sales alone.
class ChimeWatchTest : public QObject
{
    Q_OBJECT

private:
    static QList<Chime> heard(const QSignalSpy &spy)
    {
        QList<Chime> chimes;
        for (const QList<QVariant> &signal : spy)
            chimes << signal.first().value<Chime>();
        return chimes;
    }

private Q_SLOTS:
    void chimesOnceForEach()
    {
        Counter counter;
        ChimeWatch watch({counter.desk, counter.vendor.clock(), counter.ticker});
        QSignalSpy chimed(&watch, &ChimeWatch::chimed);
        watch.setUrgentFrom(60s);
        const Sale &paid = counter.startPayment();
        counter.vendor.at(paid.order.id).status = OrderStatus::Done;
        counter.pass(5s);
        QCOMPARE(heard(chimed), QList{Chime::Paid});
        counter.pass(10s);
        QCOMPARE(chimed.count(), 1);

        chimed.clear();
        counter.reserve(1);
        counter.pass(9min - 5s);
        QCOMPARE(heard(chimed), QList<Chime>());
        counter.pass(10s);
        QCOMPARE(heard(chimed), QList{Chime::Urgent});
        counter.pass(2min);
        QCOMPARE(heard(chimed), (QList{Chime::Urgent, Chime::Wrong})); // and it expired
    }

    void isSilentForOthersAndForWhatWasGivenUp()
    {
        Counter counter;
        ChimeWatch watch({counter.desk, counter.vendor.clock(), counter.ticker});
        QSignalSpy chimed(&watch, &ChimeWatch::chimed);
        const Sale &given = counter.reserve(1);
        QCOMPARE(counter.desk.cancel(given.order.id), Refusal::None);
        counter.settle(given);
        QCOMPARE(given.order.status, OrderStatus::Canceled);

        const Order other = counter.vendor.makeElsewhere({.event = given.order.event, .random = given.request.random});
        QSignalSpy loaded(&counter.desk, &SaleDesk::ordersLoaded);
        counter.desk.loadOrders();
        QTRY_COMPARE(loaded.count(), 1);
        counter.vendor.at(other.id).status = OrderStatus::Done;
        counter.desk.loadOrders();
        QTRY_COMPARE(loaded.count(), 2);
        QCOMPARE(heard(chimed), QList<Chime>());
    }
};

} // namespace okoshko::test::tst_chimewatch

OKOSHKO_TEST(tst_chimewatch, ChimeWatchTest, QCoreApplication)
#include "tst_chimewatch.moc"
