// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/ConnectionMonitor.h"
#include "models/sale/EventCatalogue.h"
#include "tests/support/DirectCatalogue.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_connectionmonitor {

namespace {

using Health = ConnectionState::Health;
using Kind = ScriptedVendor::Kind;
using Line = ConnectionMonitor::Line;
using Reached = ScriptedVendor::Reached;

/// A counter whose connection is watched.
struct Watched
{
    void fail(const ApiError &error, int times = 1)
    {
        counter.vendor.failNext(Kind::Events, error, Reached::No, times);
    }
    void refresh()
    {
        catalogue.refresh();
        counter.settle();
    }
    [[nodiscard]] int asked() const { return counter.vendor.count(Kind::Events); }
    [[nodiscard]] Line line() const { return monitor.state().line; }

    StartedCounter counter;
    DirectCatalogue store;
    EventCatalogue catalogue{counter.vendor, store, counter.program->clock, counter.scheduler};
    ConnectionMonitor monitor{counter.service(), catalogue, counter.program->clock, counter.scheduler};
};

} // namespace

/// The line goes down and comes back, by itself.
class ConnectionMonitorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void h12_everyFailureOfTheLineComesBackByItself_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("httpStatus");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, ErrorKind kind, int httpStatus, Line line) {
            QTest::newRow(name) << static_cast<int>(kind) << httpStatus << static_cast<int>(line);
        };
        row("no connection", ErrorKind::NoConnection, 0, Line::Down);
        row("host unknown", ErrorKind::HostUnknown, 0, Line::Down);
        row("proxy", ErrorKind::Proxy, 0, Line::Down);
        row("certificate", ErrorKind::Tls, 0, Line::Down);
        row("timed out", ErrorKind::TimedOut, 0, Line::Down);
        row("cut", ErrorKind::ConnectionLost, 0, Line::Down);
        row("500", ErrorKind::ServerFault, 500, Line::Troubled);
        row("429", ErrorKind::TooManyRequests, 429, Line::Troubled);
    }

    void h12_everyFailureOfTheLineComesBackByItself()
    {
        QFETCH(int, kind);
        QFETCH(int, httpStatus);
        QFETCH(int, line);
        Watched watched;
        watched.fail({.kind = static_cast<ErrorKind>(kind), .httpStatus = httpStatus}, 4);
        watched.refresh();
        QCOMPARE(static_cast<int>(watched.line()), line);
        QCOMPARE(watched.monitor.state().why.value_or(ApiError()).kind, static_cast<ErrorKind>(kind));
        QVERIFY(watched.monitor.state().nextTry); // as the banner says
        watched.counter.pass(60s);
        QCOMPARE(watched.line(), Line::Up);
        QVERIFY(!watched.monitor.state().nextTry);
        QCOMPARE(watched.asked(), 5);
    }

    void h12_anAnswerThatIsNoAnswerOfTheServersIsTriedAgainToo()
    {
        Watched watched;
        watched.fail(offline());
        watched.refresh();
        QCOMPARE(watched.line(), Line::Down);
        watched.fail({.kind = ErrorKind::NotJson, .httpStatus = 200}); // the log-in page of a network
        watched.counter.pass(10min);
        QCOMPARE(watched.line(), Line::Up);
    }

    void h15_aLineThatComesAndGoesIsAskedAtGrowingPauses()
    {
        // A server that hangs up on one kind of request and answers all others.
        Watched watched;
        watched.refresh();
        watched.counter.vendor.requests.clear();
        for (int i = 0; i < 300; ++i) {
            watched.monitor.setConnection({.health = Health::Offline, .lastError = ErrorKind::ConnectionLost});
            watched.counter.pass(100ms);
            watched.monitor.setConnection({.health = Health::Online});
            watched.counter.pass(100ms);
        }
        QVERIFY2(watched.asked() <= 8, qPrintable(QString::number(watched.asked())));
        QVERIFY2(watched.counter.vendor.count(Kind::Orders) <= 16,
                 qPrintable(QString::number(watched.counter.vendor.count(Kind::Orders))));
        watched.counter.pass(2min);
        QCOMPARE(watched.line(), Line::Up);
        const int asked = watched.asked();
        watched.monitor.setConnection({.health = Health::Offline, .lastError = ErrorKind::ConnectionLost});
        watched.monitor.setConnection({.health = Health::Online});
        watched.counter.settle();
        QCOMPARE(watched.asked(), asked + 1); // a line that held is tried at once
    }

    void asksAtGrowingBoundedPauses()
    {
        Watched watched;
        watched.fail(offline(), 100000);
        watched.refresh();
        watched.counter.pass(60s);
        QVERIFY2(watched.asked() >= 4 && watched.asked() <= 8, qPrintable(QString::number(watched.asked())));
        watched.counter.vendor.requests.clear();
        watched.counter.pass(600s);
        QVERIFY2(watched.asked() >= 18 && watched.asked() <= 30, qPrintable(QString::number(watched.asked())));
    }

    void h08_waitsAsTheServerAsksUpToHalfAMinute_data()
    {
        QTest::addColumn<int>("asks");
        QTest::addColumn<int>("waits");
        QTest::newRow("20 s") << 20 << 20;
        QTest::newRow("an hour") << 3600 << 30;
    }

    void h08_waitsAsTheServerAsksUpToHalfAMinute()
    {
        QFETCH(int, asks);
        QFETCH(int, waits);
        Watched watched;
        watched.fail(answered(503, std::chrono::seconds(asks)));
        watched.refresh();
        QCOMPARE(watched.line(), Line::Troubled);
        QCOMPARE(watched.monitor.state().why.value_or(ApiError()).httpStatus, 503);
        watched.counter.pass(std::chrono::seconds(waits - 1));
        QCOMPARE(watched.asked(), 1);
        watched.counter.pass(2s);
        QCOMPARE(watched.line(), Line::Up);
    }

    void triesAtOnceWhenSheSaysSo()
    {
        Watched watched;
        watched.fail(answered(503, 3600s));
        watched.refresh();
        watched.monitor.tryNow();
        watched.counter.settle();
        QCOMPARE(watched.line(), Line::Up);
    }

    void h16_doesNotAskWithARefusedKey()
    {
        Watched watched;
        watched.fail(answered(401));
        watched.refresh();
        QCOMPARE(watched.line(), Line::Refused);
        watched.counter.pass(300s);
        QCOMPARE(watched.asked(), 1);
        watched.monitor.tryNow(); // the key was put right
        watched.counter.settle();
        QCOMPARE(watched.line(), Line::Up);
    }

    void h16_aForbiddenListIsNoRefusedKey()
    {
        Watched watched;
        watched.fail(answered(403));
        watched.refresh();
        QVERIFY(watched.line() != Line::Refused);
    }

    void noticesTheLineOfOtherRequests()
    {
        Watched watched;
        watched.monitor.setConnection({.health = Health::Offline, .lastError = ErrorKind::TimedOut});
        QCOMPARE(watched.line(), Line::Down);
        QVERIFY(watched.monitor.state().nextTry);
        watched.monitor.setConnection({.health = Health::Online});
        watched.counter.settle();
        QCOMPARE(watched.line(), Line::Up);
        QCOMPARE(watched.asked(), 1); // read anew at once
        QVERIFY(watched.counter.vendor.count(Kind::Orders) >= 1);
    }

    void sellsOnOnceTheKeyIsTaken()
    {
        Watched watched;
        watched.monitor.setConnection({.health = Health::Refused, .lastError = ErrorKind::Unauthorized});
        QCOMPARE(watched.line(), Line::Refused);
        watched.monitor.setConnection({.health = Health::Online}); // another request was answered
        watched.counter.pass(5s);
        QCOMPARE(watched.line(), Line::Up);
    }

    void aKeyThatIsTakenAndRefusedInTurnIsNoLoop()
    {
        Watched watched;
        watched.fail(answered(401), 100000);
        for (int i = 0; i < 60; ++i) {
            watched.monitor.setConnection({.health = Health::Refused, .lastError = ErrorKind::Unauthorized});
            watched.monitor.setConnection({.health = Health::Online});
            watched.counter.pass(1s);
        }
        QVERIFY2(watched.asked() <= 60, qPrintable(QString::number(watched.asked())));
        QCOMPARE(watched.line(), Line::Refused);
    }

    void readingThatIsGivenUpSaysNothingOfTheLine()
    {
        Watched watched;
        watched.monitor.setConnection({.health = Health::Offline, .lastError = ErrorKind::NoConnection});
        watched.counter.vendor.holdCalls(Kind::Events);
        watched.refresh();
        watched.catalogue.stop();
        watched.counter.settle();
        QCOMPARE(watched.line(), Line::Down);
    }

    void h12_whatWaitsAfterFailuresIsTriedWhenTheLineIsBack()
    {
        Watched watched;
        CounterFixture &counter = watched.counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::Cancel, offline(), Reached::No, 5);
        counter.vendor.failNext(Kind::Order, offline(), Reached::No, 100);
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.pass(2min); // its pauses have grown
        counter.vendor.failNone();
        watched.monitor.setConnection({.health = Health::Offline, .lastError = ErrorKind::NoConnection});
        watched.monitor.setConnection({.health = Health::Online});
        counter.pass(1s);
        QCOMPARE(counter.vendor.status(id), OrderStatus::Canceled);
    }
};

} // namespace okoshko::test::tst_connectionmonitor

OKOSHKO_TEST(tst_connectionmonitor, ConnectionMonitorTest, QCoreApplication)
#include "tst_connectionmonitor.moc"
