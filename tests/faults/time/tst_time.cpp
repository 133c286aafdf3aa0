// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/SandboxThread.h"
#include "models/counter/NetworkCounter.h"
#include "tests/faults/time/ProcessClocks.h"
#include "tests/support/OpenStore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// The vendor's clock: by the world's time, whatever is done to this computer's clocks, and off by \a skew.
sandbox::Clock vendorsClock(seconds skew)
{
    const auto then = ProcessClocks::world();
    const auto date = sandbox::Instant(milliseconds(QDateTime::currentMSecsSinceEpoch()) + skew);
    return [then, date] { return date + std::chrono::duration_cast<milliseconds>(ProcessClocks::world() - then); };
}

/// Whether \a condition comes to hold while all clocks go faster: after each look at it some time is over at once.
bool comesSooner(const std::function<bool()> &condition)
{
    constexpr auto least = 50ms;
    for (auto waited = 0ms; waited < 60s; waited += least) {
        if (QTest::qWaitFor(condition, 5))
            return true;
        ProcessClocks::pass(least);
    }
    return false;
}

/// A counter that sells at a sandbox whose clock is \a skew off, over real sockets.
struct Line
{
    explicit Line(seconds skew = 0s, seconds hold = 10min)
        : clock(vendorsClock(skew))
        , server({.hold = hold, .clock = clock})
    {
        QSignalSpy started(&server, &sandbox::SandboxThread::started);
        server.start();
        [&] { QTRY_COMPARE(started.count(), 1); }();
        HttpClient::Config config;
        config.server = server.url();
        config.key = server.key().toLatin1();
        counter = std::make_unique<NetworkCounter>(config, openStore(folder.filePath(u"journal.sqlite"_s)),
                                                   Format(Format::Language::English));
        counter->start();
        [&] { QTRY_VERIFY(!counter->catalogue.events().isEmpty()); }();
    }

    const Sale &reserve()
    {
        QSignalSpy reserved(&counter->service, &SaleService::reserved);
        counter->service.reserve({.event = *EventId::parse(u"56a6253df06c5a059a93802e"_s),
                                  .random = {{*SetId::parse(u"56a6254bf06c5a059b93800c"_s), 1}}});
        [&] { QTRY_COMPARE(reserved.count(), 1); }();
        return *counter->service.sale(reserved.first().at(1).value<OrderId>());
    }

    void untilTheNextSecond()
    {
        const QSignalSpy seconds(&counter->ticker, &Ticker::second);
        [&] { QVERIFY(comesSooner([&] { return seconds.count() > 0; })); }();
    }

    /// By how much the figure on screen is more than what it would be by the vendor's own clock.
    [[nodiscard]] seconds tooMuch(const Sale &sale) const
    {
        const QModelIndex cell = counter->orders.indexOf(sale.order.id, OrderTableModel::Column::TimeLeft);
        const seconds shown(cell.data(OrderTableModel::SecondsLeftRole).toLongLong());
        return shown - std::chrono::ceil<seconds>(*sale.order.reservedTill - Instant(clock().time_since_epoch()));
    }

    QTemporaryDir folder;
    sandbox::Clock clock;
    sandbox::SandboxThread server;
    std::unique_ptr<NetworkCounter> counter;
};

} // namespace

#define VERIFY_TRUE_WITHIN_A_SECOND(line, sale)                                                                        \
    QVERIFY2(std::chrono::abs((line).tooMuch(sale)) <= 1s, qPrintable(QString::number((line).tooMuch(sale).count())))

/// The countdown is true to the server within a second, whatever happens to this computer's clocks.
class TimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        ProcessClocks::reset();
        qputenv("TZ", "Europe/Moscow");
        tzset();
    }

    void theToolMovesTheClocks()
    {
        const QDateTime before = QDateTime::currentDateTimeUtc();
        ProcessClocks::setWall(-1h);
        const qint64 moved = before.secsTo(QDateTime::currentDateTimeUtc());
        QVERIFY2(moved <= -3599 && moved >= -3600, qPrintable(QString::number(moved)));
        const int readings = ProcessClocks::wallReadings();
        static_cast<void>(QDateTime::currentMSecsSinceEpoch());
        QCOMPARE(ProcessClocks::wallReadings(), readings + 1);
    }

    void aServersClockIsOff_data()
    {
        QTest::addColumn<seconds>("skew");
        QTest::newRow("seven minutes late") << seconds(-7min);
        QTest::newRow("right") << 0s;
        QTest::newRow("seven minutes early") << seconds(7min);
        QTest::newRow("a year late") << seconds(-365 * 24h);
    }

    void aServersClockIsOff()
    {
        QFETCH(seconds, skew);
        Line line(skew);
        const Sale &sale = line.reserve();
        for (int i = 0; i < 3; ++i) {
            line.untilTheNextSecond();
            VERIFY_TRUE_WITHIN_A_SECOND(line, sale);
        }
    }

    void theComputersClockIsSet_data()
    {
        QTest::addColumn<seconds>("by");
        QTest::newRow("an hour back") << seconds(-1h);
        QTest::newRow("an hour forward") << seconds(1h);
        QTest::newRow("to 1970") << seconds(-55 * 365 * 24h);
    }

    void theComputersClockIsSet()
    {
        QFETCH(seconds, by);
        Line line(7min);
        const Sale &sale = line.reserve();
        ProcessClocks::setWall(by);
        for (int i = 0; i < 3; ++i) {
            line.untilTheNextSecond();
            VERIFY_TRUE_WITHIN_A_SECOND(line, sale);
        }
        QCOMPARE(sale.order.status, OrderStatus::Executed);
        const Sale &next = line.reserve(); // and for what is sold from now on
        line.untilTheNextSecond();
        VERIFY_TRUE_WITHIN_A_SECOND(line, next);
    }

    void aCountdownNeverAsksTheWallClock()
    {
        Line line;
        const Sale &sale = line.reserve();
        const int readings = ProcessClocks::wallReadings();
        const auto countdown = Countdown::of(sale.order, line.counter->clock.now());
        line.counter->orders.setNow(line.counter->clock.now());
        QVERIFY(countdown);
        QVERIFY(line.tooMuch(sale) <= 1s);
        QCOMPARE(ProcessClocks::wallReadings(), readings);
    }

    void theTimeZoneChanges()
    {
        Line line;
        const Sale &sale = line.reserve();
        for (const char *zone : {"Asia/Kamchatka", "America/New_York"}) {
            qputenv("TZ", zone);
            tzset();
            line.untilTheNextSecond();
            VERIFY_TRUE_WITHIN_A_SECOND(line, sale);
        }
    }

    void theComputerSleeps()
    {
        Line line;
        const Sale &sale = line.reserve();
        line.untilTheNextSecond();
        const QSignalSpy events(&line.counter->catalogue, &EventCatalogue::changed);
        const QSignalSpy orders(&line.counter->service, &SaleService::ordersLoaded);
        // As the first second after it begins, nobody was asked yet.
        std::optional<seconds> atOnce;
        connect(&line.counter->ticker, &Ticker::second, this, [&] {
            if (!atOnce && orders.count() == 0)
                atOnce = line.tooMuch(sale);
        });
        ProcessClocks::suspend(5min);
        QTRY_VERIFY(atOnce.has_value());
        QVERIFY2(std::chrono::abs(*atOnce) <= 1s, qPrintable(QString::number(atOnce->count())));
        QTRY_COMPARE(orders.count(), 1); // then the server is, by itself
        QTRY_VERIFY(events.count() > 0);
        line.untilTheNextSecond();
        VERIFY_TRUE_WITHIN_A_SECOND(line, sale);
    }

    void aSleepIsLongerThanTheHold()
    {
        Line line;
        const Sale &sale = line.reserve();
        ProcessClocks::suspend(11min);
        QTRY_COMPARE(sale.order.status, OrderStatus::Expired);
    }

    void atZeroTheServerIsAsked()
    {
        Line line(-7min, 2s);
        const Sale &sale = line.reserve();
        ProcessClocks::setWall(-1h);
        QVERIFY(comesSooner([&] { return sale.order.status == OrderStatus::Expired; }));
    }
};

} // namespace okoshko::test

QTEST_GUILESS_MAIN(okoshko::test::TimeTest)
#include "tst_time.moc"
