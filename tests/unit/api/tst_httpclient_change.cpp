// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/Collected.h"
#include "tests/unit/api/RawPeer.h"

#include <QTest>

#include <memory>

using namespace okoshko;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The first promise: a change leaves once, whatever the other side does, and nobody is told "failed" where it may
/// have been made.
class TestHttpClientChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hangUp_data();
    void hangUp();
    void hangUpUnread_data();
    void hangUpUnread();
    void closedWhileIdle();
    void silence();
    void late_data();
    void late();
    void brokenAnswer_data();
    void brokenAnswer();
    void redirect_data();
    void redirect();
    void challenge();
    void refused();
    void contextDies();
    void abandoned();

private:
    [[nodiscard]] HttpRequest change(const QByteArray &body = "{\"status\":\"done\"}") const
    {
        return {HttpRequest::Kind::Change, "PATCH", u"/v1/resources/orders/x"_s, {}, body};
    }
    void connectOnce();

    std::unique_ptr<RawPeer> m_peer;
    std::unique_ptr<ServerClock> m_clock;
    std::unique_ptr<HttpClient> m_http;
};

void TestHttpClientChange::init()
{
    m_http.reset();
    m_peer = std::make_unique<RawPeer>();
    m_clock = std::make_unique<ServerClock>();
    HttpClient::Config config;
    config.server = m_peer->url();
    config.key = "0123";
    config.timeout = 300ms;
    m_http = std::make_unique<HttpClient>(config, *m_clock);
}

void TestHttpClientChange::connectOnce()
{
    m_peer->answer(200, "{}");
    Collected<HttpAnswer> first;
    m_http->send({HttpRequest::Kind::Read, "GET", u"/"_s, {}, {}}, this, first.then());
    QTRY_VERIFY(first.isGood());
}

void TestHttpClientChange::late_data()
{
    QTest::addColumn<int>("bound"); // of the client, in milliseconds
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("awaited on") << 20'000 << true;
    QTest::newRow("longer than the client waits") << 300 << false;
}

/// What has left is awaited beyond its time where the request wants that: its answer is the only proof whose it is.
void TestHttpClientChange::late()
{
    QFETCH(int, bound);
    QFETCH(bool, isTaken);
    HttpClient::Config config;
    config.server = m_peer->url();
    config.timeout = std::chrono::milliseconds(bound);
    m_http = std::make_unique<HttpClient>(config, *m_clock);
    m_peer->answer(RawPeer::Reply{.bytes = RawPeer::http(201, "{}"), .dripMs = 20}); // which takes a second and more
    HttpRequest request = change();
    request.limits.time = 200ms;
    request.limits.late = 15s;
    Collected<HttpAnswer> end;
    m_http->send(request, this, end.then());
    QTRY_COMPARE_WITH_TIMEOUT(end.count(), 1, 20'000);
    QCOMPARE(end.isGood(), isTaken);
    if (!isTaken)
        QCOMPARE(end.error().kind, ErrorKind::TimedOut);
    QCOMPARE(m_peer->requests().size(), 1);
}

void TestHttpClientChange::hangUp_data()
{
    using After = RawPeer::After;
    using When = RawPeer::When;
    QTest::addColumn<bool>("reused");
    QTest::addColumn<When>("when");
    QTest::addColumn<After>("after");
    QTest::addColumn<int>("size");
    for (const bool reused : {false, true}) {
        for (const When when : {When::HeadRead, When::BodyRead}) {
            for (const After after : {After::Fin, After::Rst}) {
                for (const int size : {20, 12'000})
                    QTest::addRow("%s connection, %s, %s, %d bytes", reused ? "reused" : "new",
                                  when == When::HeadRead ? "head read" : "body read",
                                  after == After::Fin ? "FIN" : "RST", size)
                        << reused << when << after << size;
            }
        }
    }
}

void TestHttpClientChange::hangUp()
{
    QFETCH(bool, reused);
    QFETCH(RawPeer::When, when);
    QFETCH(RawPeer::After, after);
    QFETCH(int, size);
    if (reused)
        connectOnce();
    const qsizetype before = m_peer->requests().size();
    m_peer->answer(RawPeer::Reply{.bytes = {}, .after = after, .when = when});

    Collected<HttpAnswer> end;
    m_http->send(change("{\"a\":\"" + QByteArray(size, 'a') + "\"}"), this, end.then());
    QTRY_COMPARE(end.count(), 1);
    QCOMPARE(end.error().kind, ErrorKind::ConnectionLost);
    QCOMPARE(end.error().effect, Effect::Possible);
    QCOMPARE(end.error().httpStatus, 0);

    // Whatever would be repeated arrives before this.
    m_peer->answer(200, "{}");
    Collected<HttpAnswer> later;
    m_http->send({HttpRequest::Kind::Read, "GET", u"/later"_s, {}, {}}, this, later.then());
    QTRY_COMPARE(later.count(), 1);
    QVERIFY(later.isGood());
    QCOMPARE(m_peer->requests().size(), before + 2);
    QCOMPARE(m_peer->requests().at(before).method, QByteArray("PATCH"));
    QCOMPARE(m_peer->requests().last().target, QByteArray("/later"));
    QCOMPARE(end.count(), 1);
}

void TestHttpClientChange::hangUpUnread_data()
{
    QTest::addColumn<RawPeer::After>("after");
    QTest::newRow("FIN") << RawPeer::After::Fin;
    QTest::newRow("RST") << RawPeer::After::Rst;
}

void TestHttpClientChange::hangUpUnread()
{
    QFETCH(RawPeer::After, after);
    m_peer->answer(RawPeer::Reply{.bytes = {}, .after = after, .when = RawPeer::When::Accepted});
    m_peer->answer(200, "{}");
    Collected<HttpAnswer> end;
    m_http->send(change(), this, end.then());
    QTRY_COMPARE(end.count(), 1);
    if (end.isGood()) {
        // Only where nothing at all had left may it go over a second connection.
        QCOMPARE(m_peer->requests().size(), 1);
    } else {
        // Lost on the way, or it never left: which of the two, our side may not be able to tell.
        QCOMPARE(end.error().httpStatus, 0);
        QVERIFY(m_peer->requests().isEmpty());
    }
}

void TestHttpClientChange::closedWhileIdle()
{
    // The usual race of keep-alive: the server closes an idle connection, and a change wants to take it.
    m_peer->answer(RawPeer::Reply{.bytes = RawPeer::http(200, "{}"), .after = RawPeer::After::Fin});
    m_peer->answer(200, "{}");
    Collected<HttpAnswer> first;
    m_http->send({HttpRequest::Kind::Read, "GET", u"/"_s, {}, {}}, this, first.then());
    QTRY_VERIFY(first.isGood());
    Collected<HttpAnswer> end;
    m_http->send(change(), this, end.then());
    QTRY_COMPARE(end.count(), 1);
    QVERIFY(m_peer->requests().size() <= 2);
    if (!end.isGood() && m_peer->requests().size() == 2)
        QCOMPARE(end.error().effect, Effect::Possible);
}

void TestHttpClientChange::silence()
{
    m_peer->answer(RawPeer::Reply{});
    Collected<HttpAnswer> end;
    m_http->send(change(), this, end.then());
    QTRY_COMPARE(end.count(), 1);
    QCOMPARE(end.error().kind, ErrorKind::TimedOut);
    QCOMPARE(end.error().effect, Effect::Possible);
    QTRY_COMPARE(m_peer->openConnections(), 0);
    QCOMPARE(m_peer->requests().size(), 1);
}

void TestHttpClientChange::brokenAnswer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("status line") << QByteArray("HTTP/1.1 20");
    QTest::newRow("head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":");
    QTest::newRow("chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"id\":");
    QTest::newRow("last chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");
    QTest::newRow("no HTTP") << QByteArray("220 mail.example.org ESMTP\r\n\r\n");
}

void TestHttpClientChange::brokenAnswer()
{
    QFETCH(QByteArray, bytes);
    m_peer->answer(RawPeer::Reply{.bytes = bytes, .after = RawPeer::After::Fin});
    Collected<HttpAnswer> end;
    m_http->send(change(), this, end.then());
    QTRY_COMPARE(end.count(), 1);
    QCOMPARE(end.error().kind, ErrorKind::ConnectionLost);
    QCOMPARE(end.error().effect, Effect::Possible);
    QCOMPARE(m_peer->requests().size(), 1);
}

void TestHttpClientChange::redirect_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestHttpClientChange::redirect()
{
    QFETCH(int, status);
    m_peer->answer(status, {}, {"Location: /elsewhere"});
    m_peer->answer(200, "{}");
    Collected<HttpAnswer> end;
    m_http->send(change(), this, end.then());
    QTRY_COMPARE(end.count(), 1);
    QCOMPARE(end.error().kind, ErrorKind::Redirected);
    QCOMPARE(end.error().effect, Effect::None);
    QCOMPARE(end.error().httpStatus, status);
    QCOMPARE(m_peer->requests().size(), 1);
}

void TestHttpClientChange::challenge()
{
    // Qt answers a challenge by asking again, if it has a password to offer.
    m_peer->answer(401, "{}", {"WWW-Authenticate: Basic realm=\"x\""});
    Collected<HttpAnswer> end;
    m_http->send(change(), this, end.then());
    QTRY_COMPARE(end.count(), 1);
    QCOMPARE(end.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(end.error().effect, Effect::None);
    QCOMPARE(m_peer->requests().size(), 1);
}

void TestHttpClientChange::refused()
{
    m_peer.reset();
    Collected<HttpAnswer> end;
    m_http->send(change(), this, end.then());
    QTRY_COMPARE(end.count(), 1);
    QCOMPARE(end.error().kind, ErrorKind::NoConnection);
    QCOMPARE(end.error().effect, Effect::None);
}

void TestHttpClientChange::contextDies()
{
    m_peer->answer(200, "{}");
    Collected<HttpAnswer> end;
    auto context = std::make_unique<QObject>();
    const Call call = m_http->send(change(), context.get(), end.then());
    context.reset();
    QVERIFY(call.isPending()); // it is let through all the same
    QTRY_VERIFY(!call.isPending());
    QCOMPARE(m_peer->requests().size(), 1);
    QCOMPARE(m_peer->requests().first().body, change().body);
    QCOMPARE(m_http->connection().health, ConnectionState::Health::Online);
    QCOMPARE(end.count(), 0);
}

void TestHttpClientChange::abandoned()
{
    m_peer->answer(200, "{}");
    Collected<HttpAnswer> end;
    Call call = m_http->send(change(), this, end.then());
    call.abandon();
    QVERIFY(!call.isPending());
    QTRY_COMPARE(m_http->connection().health, ConnectionState::Health::Online); // it ran on, to its answer
    QCOMPARE(m_peer->requests().size(), 1);
    QCOMPARE(m_peer->requests().first().body, change().body);
    QCOMPARE(end.count(), 0);
}

OKOSHKO_TEST(tst_httpclient_change, TestHttpClientChange, QCoreApplication)

#include "tst_httpclient_change.moc"
