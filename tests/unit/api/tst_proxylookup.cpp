// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/http/ProxyLookup.h"
#include "tests/support/NothingComes.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/ProxyScript.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

using namespace okoshko;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Whatever the look-up of a proxy does, the thread that wants to know goes on.
class TestProxyLookup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksOnAnotherThread();
    void slowScriptHoldsNothingUp();
    void askedAnewAfterAMinute();
    void oldAnswerServesMeanwhile();
    void networkChanges();
    void networkChangesWhileAsked();
    void deletedWhileAsked();
    void deletedWhileTheAnswerIsOnItsWay();
    void usable_data();
    void usable();

private:
    [[nodiscard]] std::unique_ptr<ProxyLookup> lookup()
    {
        return std::make_unique<ProxyLookup>(
            m_server, m_script->find(), [this] { return m_now; }, nullptr);
    }

    const QUrl m_server = QUrl(u"https://tickets.invalid"_s);
    Microseconds m_now{0};
    std::unique_ptr<ProxyScript> m_script;
};

void TestProxyLookup::init()
{
    m_now = 1h;
    m_script = std::make_unique<ProxyScript>();
}

void TestProxyLookup::cleanup()
{
    m_script->allow(ProxyScript::all);
    QTRY_COMPARE(m_script->inside(), 0);
}

void TestProxyLookup::asksOnAnotherThread()
{
    const auto lookup = this->lookup();
    const QSignalSpy answered(lookup.get(), &ProxyLookup::answered);
    QCOMPARE(m_script->asked(), 0); // not before somebody wants to know
    m_script->lead({httpProxy(3128)});
    m_script->allow(ProxyScript::all);
    QVERIFY(!lookup->proxy().has_value());
    QTRY_COMPARE(answered.count(), 1);
    QCOMPARE(lookup->proxy(), std::optional(httpProxy(3128)));
    QCOMPARE(m_script->servers(), std::vector{m_server});
    QVERIFY(m_script->threads().front() != std::this_thread::get_id());
}

void TestProxyLookup::slowScriptHoldsNothingUp()
{
    // libproxy takes 4 s for a script that does not come.
    const auto slow = [](const QUrl &) {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable never;
        never.wait_for(lock, 4s, [] { return false; }); // as a script whose server does not answer
        return QList{httpProxy(3128)};
    };
    ProxyLookup lookup(
        m_server, slow, [this] { return m_now; }, nullptr);
    const QSignalSpy answered(&lookup, &ProxyLookup::answered);

    // What a window would notice: the longest while in which no timer fired.
    QElapsedTimer clock;
    clock.start();
    qint64 longest = 0;
    QTimer tick;
    connect(&tick, &QTimer::timeout, this, [&] { longest = std::max(longest, clock.restart()); });
    tick.start(5);
    (void)lookup.proxy();
    QTRY_COMPARE_WITH_TIMEOUT(answered.count(), 1, 20'000);
    longest = std::max(longest, clock.elapsed());
    qInfo("nothing else waited longer than %lld ms", longest);
    QVERIFY(longest < 1000);
    QCOMPARE(lookup.proxy(), std::optional(httpProxy(3128)));
}

void TestProxyLookup::askedAnewAfterAMinute()
{
    m_script->allow(ProxyScript::all);
    const auto lookup = this->lookup();
    QSignalSpy answered(lookup.get(), &ProxyLookup::answered);
    (void)lookup->proxy();
    QVERIFY(answered.wait());
    m_now += 60s - 1us;
    QVERIFY(lookup->proxy().has_value());
    QCOMPARE(m_script->asked(), 1);
    m_now += 1us;
    QVERIFY(lookup->proxy().has_value());
    QVERIFY(lookup->proxy().has_value());
    QVERIFY(answered.wait());
    QVERIFY(lookup->proxy().has_value());
    QCOMPARE(m_script->asked(), 2);
    m_now += 59s; // counted from the new answer
    QVERIFY(lookup->proxy().has_value());
    QCOMPARE(m_script->asked(), 2);
}

void TestProxyLookup::oldAnswerServesMeanwhile()
{
    m_script->lead({httpProxy(1)});
    m_script->allow(1);
    const auto lookup = this->lookup();
    QSignalSpy answered(lookup.get(), &ProxyLookup::answered);
    (void)lookup->proxy();
    QVERIFY(answered.wait());
    m_now += 10min;
    QCOMPARE(lookup->proxy(), std::optional(httpProxy(1)));
    QTRY_COMPARE(m_script->inside(), 1);
    QCOMPARE(lookup->proxy(), std::optional(httpProxy(1)));
    m_script->lead({httpProxy(2)});
    m_script->allow(ProxyScript::all);
    QVERIFY(answered.wait());
    QCOMPARE(lookup->proxy(), std::optional(httpProxy(2)));
}

void TestProxyLookup::networkChanges()
{
    m_script->lead({httpProxy(1)});
    m_script->allow(1);
    const auto lookup = this->lookup();
    QSignalSpy answered(lookup.get(), &ProxyLookup::answered);
    (void)lookup->proxy();
    QVERIFY(answered.wait());
    lookup->noteNetworkChange();
    QVERIFY(!lookup->proxy().has_value()); // the old network's proxy is none here
    QTRY_COMPARE(m_script->inside(), 1);
    m_script->lead({httpProxy(2)});
    m_script->allow(ProxyScript::all);
    QVERIFY(answered.wait());
    QCOMPARE(lookup->proxy(), std::optional(httpProxy(2)));
    QCOMPARE(m_script->asked(), 2);
}

void TestProxyLookup::networkChangesWhileAsked()
{
    const auto lookup = this->lookup();
    const QSignalSpy answered(lookup.get(), &ProxyLookup::answered);
    (void)lookup->proxy();
    QTRY_COMPARE(m_script->inside(), 1);
    lookup->noteNetworkChange();
    QVERIFY(!lookup->proxy().has_value());
    m_script->lead({httpProxy(1)});
    m_script->allow(1);
    QTRY_COMPARE(m_script->asked(), 2); // one after the other, and what the first found is dropped
    QCOMPARE(answered.count(), 0);
    QVERIFY(!lookup->proxy().has_value());
    m_script->lead({httpProxy(2)});
    m_script->allow(ProxyScript::all);
    QTRY_COMPARE(answered.count(), 1);
    QCOMPARE(lookup->proxy(), std::optional(httpProxy(2)));
}

void TestProxyLookup::deletedWhileAsked()
{
    auto lookup = this->lookup();
    (void)lookup->proxy();
    QTRY_COMPARE(m_script->inside(), 1);
    QElapsedTimer clock;
    clock.start();
    lookup.reset(); // the thread hangs until the test lets it go
    QVERIFY(clock.elapsed() < 1000);
    QCOMPARE(m_script->inside(), 1);
    m_script->allow(ProxyScript::all);
    QTRY_COMPARE(m_script->inside(), 0);
    okoshko::test::nothingComesFor(20); // what it found comes to nothing
}

void TestProxyLookup::deletedWhileTheAnswerIsOnItsWay()
{
    m_script->allow(ProxyScript::all);
    for (int i = 0; i < 200; ++i) {
        auto lookup = this->lookup();
        (void)lookup->proxy();
        if (i % 2 == 0)
            QTRY_VERIFY(m_script->asked() == i + 1 && m_script->inside() == 0);
        lookup.reset();
    }
    QTRY_COMPARE(m_script->asked(), 200);
    QCoreApplication::processEvents();
}

void TestProxyLookup::usable_data()
{
    QTest::addColumn<QList<QNetworkProxy>>("found");
    QTest::addColumn<QNetworkProxy>("proxy");
    const QNetworkProxy none(QNetworkProxy::NoProxy);
    const QNetworkProxy ftp(QNetworkProxy::FtpCachingProxy, u"127.0.0.1"_s, 21);
    const QNetworkProxy socks(QNetworkProxy::Socks5Proxy, u"127.0.0.1"_s, 1080);
    QTest::newRow("nothing") << QList<QNetworkProxy>() << none;
    QTest::newRow("direct") << QList{none} << none;
    QTest::newRow("the default") << QList{QNetworkProxy(QNetworkProxy::DefaultProxy)} << none;
    QTest::newRow("HTTP") << QList{httpProxy(1), none} << httpProxy(1);
    QTest::newRow("SOCKS") << QList{socks, httpProxy(1)} << socks;
    QTest::newRow("one that leads nowhere first") << QList{ftp, httpProxy(1)} << httpProxy(1);
}

void TestProxyLookup::usable()
{
    QFETCH(QList<QNetworkProxy>, found);
    QFETCH(QNetworkProxy, proxy);
    m_script->lead(found);
    m_script->allow(ProxyScript::all);
    const auto lookup = this->lookup();
    QSignalSpy answered(lookup.get(), &ProxyLookup::answered);
    (void)lookup->proxy();
    QVERIFY(answered.wait());
    QCOMPARE(lookup->proxy(), std::optional(proxy));
}

OKOSHKO_TEST(tst_proxylookup, TestProxyLookup, QCoreApplication)

#include "tst_proxylookup.moc"
