// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/ServerClock.h"
#include "tests/support/TestProgram.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_serverclock {

/// A world with a true time, a computer that counts microseconds, and a server whose `Date` shows whole seconds.
class TestServerClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beforeAnySample();
    void wallClockThatIsGiven();
    void firstSample();
    void narrows();
    void neverOutsideItsUncertainty();
    void skewed_data();
    void skewed();
    void contradictionStartsAnew();
    void runsOnByItself();
    void agesSlowly();
    void slowAnswerTellsLittle();
    void adjustedOnlyWhenMoved();
    void manySmallMovesAreTold();
    void aSleepIsMeasuredBadly();

private:
    /// What the server's clock shows when the computer's counter stands at \a at.
    [[nodiscard]] Instant truth(Microseconds at) const { return Instant(at + m_offset); }
    [[nodiscard]] Instant date(Microseconds at) const { return std::chrono::floor<std::chrono::seconds>(truth(at)); }
    /// An exchange from \a sent on, whose answer was stamped half-way.
    void exchange(ServerClock &clock, Microseconds sent, Microseconds rtt)
    {
        m_now = sent + rtt;
        clock.addSample(date(sent + rtt / 2), sent, m_now);
    }
    [[nodiscard]] Microseconds offBy(const ServerClock &clock) const
    {
        return std::chrono::abs(clock.now() - truth(m_now));
    }
    [[nodiscard]] ServerClock::Monotonic counter()
    {
        return [this] { return m_now; };
    }

    Microseconds m_now{0};
    Microseconds m_offset{0};
};

void TestServerClock::init()
{
    m_now = 5s;
    m_offset = parseInstant(u"2026-05-12T17:00:00.730000Z"_s)->time_since_epoch();
}

void TestServerClock::beforeAnySample()
{
    const ServerClock clock(counter(), nullptr);
    QVERIFY(!clock.isSynchronised());
    const Instant computer = toInstant(QDateTime::currentDateTimeUtc());
    QVERIFY(std::chrono::abs(clock.now() - computer) < 1min);
    QCOMPARE(clock.uncertainty(), Microseconds::max());
    const Instant before = clock.now();
    m_now += 3s;
    QVERIFY(clock.now() - before == 3s);
}

void TestServerClock::wallClockThatIsGiven()
{
    const Instant wall = *parseInstant(u"1999-12-31T23:59:59Z"_s);
    int readings = 0;
    const ServerClock::Wall readWall = [&] {
        ++readings;
        return wall;
    };
    const ServerClock clock(counter(), readWall, nullptr);
    QVERIFY(clock.now() == wall);
    m_now += 3s;
    QVERIFY(clock.now() == wall + 3s);
    QCOMPARE(readings, 1);
}

void TestServerClock::firstSample()
{
    ServerClock clock(counter(), nullptr);
    const QSignalSpy adjusted(&clock, &ServerClock::adjusted);
    exchange(clock, 10s, 20ms);
    QVERIFY(clock.isSynchronised());
    QCOMPARE(adjusted.count(), 1);
    QVERIFY(clock.uncertainty() == 510ms); // half of a second and of the way there and back
    QVERIFY(offBy(clock) <= 510ms);
}

void TestServerClock::narrows()
{
    ServerClock clock(counter(), nullptr);
    exchange(clock, 10s, 20ms);
    Microseconds before = clock.uncertainty();
    for (int i = 1; i <= 10; ++i) {
        exchange(clock, 10s + i * 1100ms, 20ms); // a tenth of a second later within the server's second
        QVERIFY(clock.uncertainty() <= before + 1ms);
        before = clock.uncertainty();
    }
    QVERIFY(clock.uncertainty() < 80ms);
    QVERIFY(offBy(clock) <= clock.uncertainty());
}

void TestServerClock::neverOutsideItsUncertainty()
{
    QRandomGenerator random(20160126);
    for (int world = 0; world < 50; ++world) {
        m_now = Microseconds(random.bounded(10'000'000));
        m_offset += Microseconds(random.bounded(5'000'000));
        ServerClock clock(counter(), nullptr);
        for (int i = 0; i < 50; ++i) {
            exchange(clock, m_now + Microseconds(random.bounded(3'000'000)), Microseconds(random.bounded(900'000)));
            QVERIFY(offBy(clock) <= clock.uncertainty());
        }
        QVERIFY(offBy(clock) < 500ms);
    }
}

void TestServerClock::skewed_data()
{
    QTest::addColumn<int>("minutes");
    QTest::newRow("computer late") << 7;
    QTest::newRow("computer early") << -7;
    QTest::newRow("a day") << 1440;
}

void TestServerClock::skewed()
{
    QFETCH(int, minutes);
    // The server goes by its own time, whatever the computer believes.
    m_offset = toInstant(QDateTime::currentDateTimeUtc()).time_since_epoch() + std::chrono::minutes(minutes) - m_now;
    ServerClock clock(counter(), nullptr);
    const QSignalSpy adjusted(&clock, &ServerClock::adjusted);
    exchange(clock, 10s, 20ms);
    QCOMPARE(adjusted.count(), 1);
    QVERIFY(offBy(clock) < 600ms);
}

void TestServerClock::contradictionStartsAnew()
{
    ServerClock clock(counter(), nullptr);
    for (int i = 0; i < 10; ++i)
        exchange(clock, 10s + i * 1100ms, 20ms);
    const QSignalSpy adjusted(&clock, &ServerClock::adjusted);
    m_offset -= 3min; // somebody set the server's clock
    exchange(clock, 40s, 20ms);
    QCOMPARE(adjusted.count(), 1);
    QVERIFY(clock.uncertainty() == 510ms);
    QVERIFY(offBy(clock) <= 510ms);
    exchange(clock, 41s, 20ms);
    QCOMPARE(adjusted.count(), 1);
}

void TestServerClock::runsOnByItself()
{
    ServerClock clock(counter(), nullptr);
    exchange(clock, 10s, 20ms);
    const Instant before = clock.now();
    m_now += 12h;
    QVERIFY(clock.now() - before == 12h);
    QCOMPARE(clock.monotonicNow(), m_now);
}

void TestServerClock::agesSlowly()
{
    ServerClock clock(counter(), nullptr);
    for (int i = 0; i < 10; ++i)
        exchange(clock, 10s + i * 1100ms, 20ms);
    const QSignalSpy adjusted(&clock, &ServerClock::adjusted);
    m_offset += 150ms; // eight hours with a quartz of five millionths
    exchange(clock, 8h, 20ms);
    exchange(clock, 8h + 1500ms, 20ms);
    QVERIFY(offBy(clock) <= clock.uncertainty());
    QCOMPARE(adjusted.count(), 0);
}

void TestServerClock::slowAnswerTellsLittle()
{
    ServerClock clock(counter(), nullptr);
    for (int i = 0; i < 10; ++i)
        exchange(clock, 10s + i * 1100ms, 20ms);
    const Microseconds before = clock.uncertainty();
    const QSignalSpy adjusted(&clock, &ServerClock::adjusted);
    exchange(clock, 22s, 14s);
    QVERIFY(clock.uncertainty() < before + 5ms);
    QVERIFY(offBy(clock) <= clock.uncertainty());
    QCOMPARE(adjusted.count(), 0);
}

void TestServerClock::adjustedOnlyWhenMoved()
{
    ServerClock clock(counter(), nullptr);
    exchange(clock, 10s, 20ms);
    const QSignalSpy adjusted(&clock, &ServerClock::adjusted);
    for (int i = 1; i < 60; ++i)
        exchange(clock, 10s + i * 1370ms, 30ms);
    QCOMPARE(adjusted.count(), 0);
}

void TestServerClock::manySmallMovesAreTold()
{
    // A first answer that took twelve seconds leaves much room; answers that narrow it from one side by less than a
    // second each still move what was computed at the first by several.
    ServerClock clock(counter(), nullptr);
    QList<Instant> told;
    connect(&clock, &ServerClock::adjusted, this, [&] { told.append(clock.now() - m_now); });
    m_now = 22s;
    clock.addSample(date(10s), 10s, m_now); // stamped as soon as it was sent
    for (int i = 11; i > 0; --i)
        exchange(clock, m_now + 1s, Microseconds(1s) * i);
    const Instant offset = clock.now() - m_now;
    QVERIFY(std::chrono::abs(offset - told.last()) <= 1s);
}

void TestServerClock::aSleepIsMeasuredBadly()
{
    // Whatever the clock on the board is off by after a sleep: never outside the uncertainty, and within a second.
    for (const Microseconds error : {-990ms, -500ms, 0ms, 500ms, 990ms}) {
        init();
        ServerClock clock(counter(), nullptr);
        for (int i = 0; i < 10; ++i)
            exchange(clock, 10s + i * 1100ms, 20ms);
        QVERIFY(clock.uncertainty() < 80ms);
        m_now += 10min;
        m_offset += error;
        clock.noteSleep();
        QVERIFY(offBy(clock) <= clock.uncertainty());
        for (int i = 0; i < 10; ++i) {
            exchange(clock, m_now + i * 110ms, 20ms);
            QVERIFY2(offBy(clock) <= clock.uncertainty(), qPrintable(QString::number(error.count())));
            QVERIFY(offBy(clock) < 1s);
        }
    }
    ServerClock unsynchronised(counter(), nullptr);
    unsynchronised.noteSleep();
    QVERIFY(!unsynchronised.isSynchronised());
}

} // namespace okoshko::test::tst_serverclock

OKOSHKO_TEST(tst_serverclock, TestServerClock, QCoreApplication)

#include "tst_serverclock.moc"
