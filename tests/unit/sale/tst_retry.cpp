// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Retry.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/ManualScheduler.h"

#include <QTest>

using namespace std::chrono_literals;

namespace okoshko::test::tst_retry {

class RetryTest : public QObject
{
    Q_OBJECT

private:
    static constexpr RetryPolicy policy{2000ms, 30000ms, 0};
    static constexpr quint32 whole = 0;

    ManualScheduler m_scheduler;
    int m_tried = 0;

    [[nodiscard]] Scheduler::Task task()
    {
        return [this] { ++m_tried; };
    }

private Q_SLOTS:
    void init() { m_tried = 0; }

    void pausesDoubleUpToABound_data()
    {
        QTest::addColumn<int>("failed");
        QTest::addColumn<int>("seconds");
        QTest::newRow("first") << 0 << 2;
        QTest::newRow("second") << 1 << 4;
        QTest::newRow("third") << 2 << 8;
        QTest::newRow("fourth") << 3 << 16;
        QTest::newRow("bound") << 4 << 30;
        QTest::newRow("long after") << 5000 << 30;
        QTest::newRow("as many as an int holds") << std::numeric_limits<int>::max() << 30;
    }

    void pausesDoubleUpToABound()
    {
        QFETCH(int, failed);
        QFETCH(int, seconds);
        QCOMPARE(policy.pause(failed, whole), std::chrono::milliseconds(seconds * 1000));
    }

    void countersDoNotComeBackTogether()
    {
        QSet<qint64> pauses;
        for (quint32 random = 0; random < 256; ++random) {
            const auto pause = policy.pause(3, random);
            QVERIFY(pause >= 12s && pause <= 16s);
            pauses << pause.count();
        }
        QVERIFY(pauses.size() > 20);
    }

    void triesAgainWhenItIsDue()
    {
        Retry retry(m_scheduler);
        QVERIFY(retry.again(policy, whole, {}, {}, task()));
        QVERIFY(retry.isWaiting());
        QCOMPARE(retry.due(), m_scheduler.now() + 2s);
        m_scheduler.pass(1999ms);
        QCOMPARE(m_tried, 0);
        m_scheduler.pass(1ms);
        QCOMPARE(m_tried, 1);
        QVERIFY(!retry.isWaiting());
        QVERIFY(retry.again(policy, whole, {}, {}, task()));
        QCOMPARE(retry.due(), m_scheduler.now() + 4s);
    }

    void h08_retryAfterIsHeededNoLongerThanHalfAMinute()
    {
        Retry retry(m_scheduler);
        QVERIFY(retry.again(policy, whole, 3600s, {}, task()));
        QCOMPARE(retry.due(), m_scheduler.now() + 30s);
        retry.reset();
        QVERIFY(retry.again(policy, whole, 20s, {}, task()));
        QCOMPARE(retry.due(), m_scheduler.now() + 20s);
        retry.reset();
        QVERIFY(retry.again(policy, whole, 1s, {}, task())); // never sooner than without
        QCOMPARE(retry.due(), m_scheduler.now() + 2s);
    }

    void h08_noPauseOutlastsTheHold()
    {
        Retry retry(m_scheduler);
        QVERIFY(retry.again(policy, whole, 3600s, m_scheduler.now() + 7s, task()));
        QCOMPARE(retry.due(), m_scheduler.now() + 7s);
        m_scheduler.pass(7s);
        QVERIFY(!retry.again(policy, whole, {}, m_scheduler.now(), task()));
        QVERIFY(!retry.isWaiting());
    }

    void endsAfterItsBound()
    {
        Retry retry(m_scheduler);
        const RetryPolicy twice{1000ms, 1000ms, 2};
        QVERIFY(retry.again(twice, whole, {}, {}, task()));
        QVERIFY(retry.again(twice, whole, {}, {}, task()));
        QVERIFY(!retry.again(twice, whole, {}, {}, task()));
        retry.reset();
        QVERIFY(!retry.isWaiting());
        QVERIFY(retry.again(twice, whole, {}, {}, task()));
    }

    void aPauseCanBeEnded()
    {
        Retry retry(m_scheduler);
        QVERIFY(retry.again(policy, whole, {}, {}, task()));
        retry.cancel();
        m_scheduler.pass(1min);
        QCOMPARE(m_tried, 0);
        QCOMPARE(retry.tries(), 1); // the count goes on
        QVERIFY(retry.again(policy, whole, {}, {}, task()));
        QCOMPARE(retry.due(), m_scheduler.now() + 4s);
    }

    void endsWithItsLife()
    {
        {
            Retry retry(m_scheduler);
            QVERIFY(retry.again(policy, whole, {}, {}, task()));
        }
        m_scheduler.pass(1min);
        QCOMPARE(m_tried, 0);
    }

    void aTaskMayEndTheLifeOfItsTimer()
    {
        auto timer = std::make_unique<Timer>(m_scheduler);
        timer->start(1s, [&] {
            timer.reset();
            ++m_tried;
        });
        m_scheduler.pass(1s);
        QCOMPARE(m_tried, 1);
    }
};

} // namespace okoshko::test::tst_retry

OKOSHKO_TEST(tst_retry, RetryTest, QCoreApplication)
#include "tst_retry.moc"
