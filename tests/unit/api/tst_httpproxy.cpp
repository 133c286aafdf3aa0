// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "tests/support/NothingComes.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/Collected.h"
#include "tests/unit/api/ProxyScript.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace okoshko;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A port of loopback where a proxy stands that takes connections and never answers.
class MuteProxy
{
public:
    MuteProxy()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("No port to listen on");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { ++m_connections; });
    }
    [[nodiscard]] QNetworkProxy proxy() const { return httpProxy(m_server.serverPort()); }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    int m_connections = 0;
    QTcpServer m_server;
};

} // namespace

/// Requests whose proxy is not known yet.
class TestHttpProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void askedOnceForAll();
    void requestWaits();
    void requestWaitsNoLongerThanItMay_data();
    void requestWaitsNoLongerThanItMay();
    void waitingReadIsAbandoned();
    void newProxyForTheNextRequest();
    void clientDiesWhileAsked();
    void loopbackNeverAsks_data();
    void loopbackNeverAsks();
    void unsafeNeverAsks();

private:
    void make(std::chrono::milliseconds timeout, const QUrl &server);
    [[nodiscard]] Call ask(HttpRequest::Kind kind, Collected<HttpAnswer> &end);

    const QUrl m_server = QUrl(u"https://tickets.invalid"_s);
    std::unique_ptr<ProxyScript> m_script;
    std::unique_ptr<ServerClock> m_clock;
    std::unique_ptr<HttpClient> m_http;
};

void TestHttpProxy::init()
{
    m_script = std::make_unique<ProxyScript>();
    m_clock = std::make_unique<ServerClock>();
}

void TestHttpProxy::cleanup()
{
    m_http.reset();
    m_script->allow(ProxyScript::all);
    QTRY_COMPARE(m_script->inside(), 0);
}

void TestHttpProxy::make(std::chrono::milliseconds timeout, const QUrl &server)
{
    HttpClient::Config config;
    config.server = server;
    config.key = "0123";
    config.timeout = timeout;
    config.findProxies = m_script->find();
    m_http = std::make_unique<HttpClient>(config, *m_clock);
}

Call TestHttpProxy::ask(HttpRequest::Kind kind, Collected<HttpAnswer> &end)
{
    const HttpRequest request = kind == HttpRequest::Kind::Read
                                    ? HttpRequest{kind, "GET", u"/v1/a"_s, {}, {}}
                                    : HttpRequest{kind, "PATCH", u"/v1/a"_s, {}, "{\"status\":\"done\"}"};
    return m_http->send(request, this, end.then());
}

void TestHttpProxy::askedOnceForAll()
{
    make(10s, m_server);
    Collected<HttpAnswer> end;
    for (int i = 0; i < 10; ++i)
        (void)ask(HttpRequest::Kind::Read, end);
    QTRY_COMPARE(m_script->asked(), 1);
    m_script->lead({QNetworkProxy(QNetworkProxy::NoProxy)});
    m_script->allow(ProxyScript::all);
    QTRY_COMPARE(end.count(), 10);
    for (const auto &result : std::as_const(end.all))
        QCOMPARE(result.error().kind, ErrorKind::HostUnknown);
    QCOMPARE(m_script->asked(), 1);
}

void TestHttpProxy::requestWaits()
{
    const MuteProxy mute;
    make(10s, m_server);
    Collected<HttpAnswer> end;
    const Call call = ask(HttpRequest::Kind::Change, end);
    QTRY_COMPARE(m_script->inside(), 1);
    okoshko::test::nothingComesFor(50);
    QVERIFY(call.isPending());
    QCOMPARE(m_http->proxy().type(), QNetworkProxy::NoProxy);
    m_script->lead({mute.proxy()});
    m_script->allow(ProxyScript::all);
    QTRY_COMPARE(mute.connections(), 1);
    QCOMPARE(m_http->proxy(), mute.proxy());
    QVERIFY(call.isPending());
    QCOMPARE(m_script->servers(), std::vector{m_server});
}

void TestHttpProxy::requestWaitsNoLongerThanItMay_data()
{
    QTest::addColumn<HttpRequest::Kind>("kind");
    QTest::newRow("reading") << HttpRequest::Kind::Read;
    QTest::newRow("change") << HttpRequest::Kind::Change;
}

void TestHttpProxy::requestWaitsNoLongerThanItMay()
{
    QFETCH(HttpRequest::Kind, kind);
    const MuteProxy mute;
    make(300ms, m_server);
    Collected<HttpAnswer> end;
    const Call call = ask(kind, end);
    QTRY_COMPARE(end.count(), 1);
    QVERIFY(!call.isPending());
    QCOMPARE(end.error().kind, ErrorKind::Proxy);
    QCOMPARE(end.error().effect, Effect::None); // nothing was sent
    QCOMPARE(end.error().httpStatus, 0);
    QVERIFY(!end.error().detail.isEmpty());
    QCOMPARE(m_http->connection().health, ConnectionState::Health::Offline);
    QCOMPARE(m_http->connection().lastError, ErrorKind::Proxy);

    // Nor is it sent once the answer comes after all.
    m_script->lead({mute.proxy()});
    m_script->allow(ProxyScript::all);
    QTRY_COMPARE(m_script->inside(), 0);
    okoshko::test::nothingComesFor(50);
    QCOMPARE(mute.connections(), 0);
    QCOMPARE(end.count(), 1);
    QCOMPARE(m_script->asked(), 1);
}

void TestHttpProxy::waitingReadIsAbandoned()
{
    const MuteProxy mute;
    make(10s, m_server);
    Collected<HttpAnswer> end;
    Call abandoned = ask(HttpRequest::Kind::Read, end);
    auto context = std::make_unique<QObject>();
    const Call orphan = m_http->send({HttpRequest::Kind::Read, "GET", u"/v1/a"_s, {}, {}}, context.get(), end.then());
    abandoned.abandon();
    context.reset();
    QVERIFY(!orphan.isPending());
    m_script->lead({mute.proxy()});
    m_script->allow(ProxyScript::all);
    QTRY_COMPARE(m_script->inside(), 0);
    okoshko::test::nothingComesFor(50);
    QCOMPARE(mute.connections(), 0);
    QCOMPARE(end.count(), 0);
}

void TestHttpProxy::newProxyForTheNextRequest()
{
    const MuteProxy first;
    const MuteProxy second;
    make(10s, m_server);
    m_script->lead({first.proxy()});
    m_script->allow(ProxyScript::all);
    Collected<HttpAnswer> end;
    (void)ask(HttpRequest::Kind::Read, end);
    QTRY_COMPARE(first.connections(), 1);
    m_script->lead({second.proxy()});
    m_http->noteNetworkChange();
    (void)ask(HttpRequest::Kind::Read, end);
    QTRY_COMPARE(second.connections(), 1);
    QCOMPARE(first.connections(), 1);
    QCOMPARE(m_script->asked(), 2);
}

void TestHttpProxy::clientDiesWhileAsked()
{
    make(10s, m_server);
    Collected<HttpAnswer> end;
    const Call call = ask(HttpRequest::Kind::Change, end);
    QTRY_COMPARE(m_script->inside(), 1);
    QElapsedTimer clock;
    clock.start();
    m_http.reset();
    QVERIFY(clock.elapsed() < 1000);
    QVERIFY(!call.isPending());
    m_script->allow(ProxyScript::all);
    QTRY_COMPARE(m_script->inside(), 0);
    okoshko::test::nothingComesFor(20);
    QCOMPARE(end.count(), 0);
}

void TestHttpProxy::loopbackNeverAsks_data()
{
    QTest::addColumn<QUrl>("server");
    QTest::newRow("http") << QUrl(u"http://127.0.0.1:1"_s);
    QTest::newRow("https") << QUrl(u"https://localhost:1"_s);
}

void TestHttpProxy::loopbackNeverAsks()
{
    QFETCH(QUrl, server);
    make(10s, server);
    Collected<HttpAnswer> end;
    (void)ask(HttpRequest::Kind::Read, end);
    QTRY_COMPARE(end.count(), 1);
    QCOMPARE(end.error().kind, ErrorKind::NoConnection);
    m_http->noteNetworkChange();
    (void)ask(HttpRequest::Kind::Read, end);
    QTRY_COMPARE(end.count(), 2);
    QCOMPARE(m_script->asked(), 0);
}

void TestHttpProxy::unsafeNeverAsks()
{
    make(10s, QUrl(u"http://tickets.invalid"_s));
    Collected<HttpAnswer> end;
    (void)ask(HttpRequest::Kind::Change, end);
    QTRY_COMPARE(end.count(), 1);
    QCOMPARE(end.error().kind, ErrorKind::UnsafeAddress);
    QCOMPARE(m_script->asked(), 0);
}

OKOSHKO_TEST(tst_httpproxy, TestHttpProxy, QCoreApplication)

#include "tst_httpproxy.moc"
