// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/EventCatalogue.h"
#include "models/sale/LineWatch.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/Counter.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_linewatch {

using Line = LineWatch::Line;
using Verb = Vendor::Verb;

/// The line goes down and comes back, by itself.
class LineWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_counter = std::make_unique<Counter>();
        m_catalogue = std::make_unique<EventCatalogue>(m_counter->vendor);
        m_watch = std::make_unique<LineWatch>(
            LineWatch::Places{m_counter->desk, *m_catalogue, m_counter->vendor.clock(), m_counter->ticker});
    }

    void cleanup()
    {
        m_watch.reset();
        m_catalogue.reset();
        m_counter.reset();
    }

    void comesBackByItself()
    {
        QSignalSpy back(m_watch.get(), &LineWatch::cameBack);
        m_counter->vendor.plan({Verb::Events, {.kind = ErrorKind::NoConnection}, Vendor::Reached::No, 4});
        m_catalogue->refresh();
        QTRY_COMPARE(m_watch->state().line, Line::Down);
        QVERIFY(m_watch->state().nextTry);
        m_counter->pass(60s);
        QCOMPARE(m_watch->state().line, Line::Up);
        QVERIFY(!m_watch->state().nextTry);
        QCOMPARE(back.count(), 1);
        QCOMPARE(m_counter->vendor.count(Verb::Events), 5);
    }

    void readsEverythingAfterASleep()
    {
        m_catalogue->refresh();
        QTRY_COMPARE(m_counter->vendor.count(Verb::Events), 1);
        m_counter->pass(60s);
        m_counter->vendor.forget();
        Q_EMIT m_counter->ticker.slept();
        QTRY_COMPARE(m_counter->vendor.count(Verb::Events), 1);
        QCOMPARE(m_counter->vendor.count(Verb::Orders), 1);
    }

    void asksAtGrowingBoundedPauses()
    {
        m_counter->vendor.plan({Verb::Events, {.kind = ErrorKind::NoConnection}, Vendor::Reached::No, 1000});
        m_catalogue->refresh();
        m_counter->pass(60s);
        const int first = m_counter->vendor.count(Verb::Events);
        QVERIFY2(first >= 4 && first <= 8, qPrintable(QString::number(first)));
        m_counter->vendor.forget();
        m_counter->pass(600s);
        const int later = m_counter->vendor.count(Verb::Events);
        QVERIFY2(later >= 18 && later <= 30, qPrintable(QString::number(later)));
    }

    void waitsAsLongAsTheServerAsks()
    {
        ApiError busy{.kind = ErrorKind::ServerFault, .httpStatus = 503};
        busy.retryAfter = 100s;
        m_counter->vendor.plan({Verb::Events, busy});
        m_catalogue->refresh();
        QTRY_COMPARE(m_watch->state().line, Line::Troubled);
        QCOMPARE(m_watch->state().httpStatus, 503);
        m_counter->pass(98s);
        QCOMPARE(m_counter->vendor.count(Verb::Events), 1);
        m_counter->pass(3s);
        QCOMPARE(m_watch->state().line, Line::Up);
    }

    void doesNotAskWithARefusedKey()
    {
        m_counter->vendor.plan({Verb::Events, {.kind = ErrorKind::Unauthorized, .httpStatus = 401}});
        m_catalogue->refresh();
        QTRY_COMPARE(m_watch->state().line, Line::Refused);
        m_counter->pass(300s);
        QCOMPARE(m_counter->vendor.count(Verb::Events), 1);
        m_watch->tryNow(); // the key was put right
        QTRY_COMPARE(m_watch->state().line, Line::Up);
    }

    void noticesTheLineOfOtherRequests()
    {
        m_watch->setConnection({.health = ConnectionState::Health::Offline, .lastError = ErrorKind::TimedOut});
        QCOMPARE(m_watch->state().line, Line::Down);
        m_watch->setConnection({.health = ConnectionState::Health::Online});
        QTRY_COMPARE(m_watch->state().line, Line::Up);
        QCOMPARE(m_counter->vendor.count(Verb::Events), 1); // read anew at once
    }

    void sellsOnOnceTheKeyIsTaken()
    {
        m_watch->setConnection({.health = ConnectionState::Health::Refused, .lastError = ErrorKind::Unauthorized});
        QCOMPARE(m_watch->state().line, Line::Refused);
        m_watch->setConnection({.health = ConnectionState::Health::Online}); // another request was answered
        m_counter->pass(5s);
        QCOMPARE(m_watch->state().line, Line::Up);
    }

    void aKeyThatIsRefusedSomeThingsIsNoLoop()
    {
        m_counter->vendor.plan(
            {Verb::Events, {.kind = ErrorKind::Forbidden, .httpStatus = 403}, Vendor::Reached::No, 1000});
        for (int i = 0; i < 60; ++i) {
            m_watch->setConnection({.health = ConnectionState::Health::Refused, .lastError = ErrorKind::Forbidden});
            m_watch->setConnection({.health = ConnectionState::Health::Online});
            m_counter->pass(1s);
        }
        const int asked = m_counter->vendor.count(Verb::Events);
        QVERIFY2(asked <= 60, qPrintable(QString::number(asked)));
        QCOMPARE(m_watch->state().line, Line::Refused);
    }

private:
    std::unique_ptr<Counter> m_counter;
    std::unique_ptr<EventCatalogue> m_catalogue;
    std::unique_ptr<LineWatch> m_watch;
};

} // namespace okoshko::test::tst_linewatch

OKOSHKO_TEST(tst_linewatch, LineWatchTest, QCoreApplication)
#include "tst_linewatch.moc"
