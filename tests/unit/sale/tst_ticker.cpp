// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/ServerClock.h"
#include "models/sale/Countdown.h"
#include "tests/support/TestProgram.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_ticker {

/// The turn of the server's seconds, on a computer that sleeps now and then.
class TickerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_real.start();
        m_asleep = 0us;
    }

    void firesOnceASecondAsTheServersSecondTurns()
    {
        m_clock.addSample(noon() + 400ms, monotonic(), monotonic());
        const SecondTicker ticker(m_clock);
        QList<Microseconds> fractions;
        connect(&ticker, &Ticker::second, this,
                [&] { fractions << m_clock.now() - std::chrono::floor<std::chrono::seconds>(m_clock.now()); });
        QTRY_COMPARE(fractions.size(), 3);
        // Never before the turn: the old second would be shown for a whole second more.
        for (const Microseconds fraction : fractions)
            QVERIFY2(fraction < 900ms, qPrintable(QString::number(fraction.count())));
    }

    void tellsOfASleepBeforeTheSecondAfterIt()
    {
        const SecondTicker ticker(m_clock);
        QStringList told;
        connect(&ticker, &Ticker::second, this, [&] { told << u"second"_s; });
        connect(&ticker, &Ticker::slept, this, [&] { told << u"slept"_s; });
        QTRY_COMPARE(told, (QStringList{u"second"_s}));
        m_asleep = 10min;
        QTRY_COMPARE(told, (QStringList{u"second"_s, u"slept"_s, u"second"_s}));
        QTRY_COMPARE(told.size(), 4);
        QCOMPARE(told.last(), u"second"_s); // once is enough
    }

    void takesAHiccupForNoSleep()
    {
        const SecondTicker ticker(m_clock);
        const QSignalSpy seconds(&ticker, &Ticker::second);
        const QSignalSpy slept(&ticker, &Ticker::slept);
        m_asleep = 3s;
        QTRY_COMPARE(seconds.count(), 2);
        QCOMPARE(slept.count(), 0);
    }

private:
    static Instant noon() { return *parseInstant(u"2026-05-12T12:00:00Z"_s); }
    [[nodiscard]] Microseconds monotonic() const { return Microseconds(m_real.nsecsElapsed() / 1000) + m_asleep; }

    QElapsedTimer m_real;
    Microseconds m_asleep{0};
    ServerClock m_clock{[this] { return monotonic(); }, nullptr};
};

} // namespace okoshko::test::tst_ticker

OKOSHKO_TEST(tst_ticker, TickerTest, QCoreApplication)
#include "tst_ticker.moc"
