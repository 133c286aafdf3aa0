// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/api/HttpFixture.h"

#include <QSignalSpy>

using namespace okoshko;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Health = ConnectionState::Health;

class TestHttpClient : public QObject, private HttpFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void headers_data();
    void headers();
    void deliveredLaterAndOnce();
    void abandoned();
    void contextDies();
    void abandonedWhileAnswered();
    void manyAbandoned();
    void copiesAreTheSameCall();
    void clientDies();
    void contextDiesInThen();
    void timeOut_data();
    void timeOut();
    void limitsOfTheRequest();
    void withoutKey();
    void redirectsOfReads();
    void redirectsEnd();
    void otherOrigin_data();
    void otherOrigin();
    void unsafeAddress_data();
    void unsafeAddress();
    void refused();
    void silenceDoesNotHoldOthers();
};
;

void TestHttpClient::headers_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::newRow("create") << HttpRequest{
        HttpRequest::Kind::Change, "POST", u"/v1/resources/orders"_s, {}, recorded(u"create.request"_s)};
    QTest::newRow("choose") << HttpRequest{HttpRequest::Kind::Change,
                                           "PATCH",
                                           u"/v1/resources/orders/56a73b7ff06c5a21c393806b"_s,
                                           {},
                                           recorded(u"choose.request"_s)};
    QTest::newRow("read") << HttpRequest{
        HttpRequest::Kind::Read, "GET", u"/v1/resources/orders"_s, QUrlQuery(u"page=1"_s), {}};
}

void TestHttpClient::headers()
{
    QFETCH(HttpRequest, request);
    m_peer->answer(200, "{}", {"X-Partner: 56810047f06c5a6ac62f4e1d"});
    const auto end = ask(request);
    QVERIFY(end.isGood());
    QCOMPARE(end.value().status, 200);
    QCOMPARE(end.value().body, QByteArray("{}"));
    QVERIFY(!end.value().requestId.isEmpty());

    QCOMPARE(m_peer->requests().size(), 1);
    const RawPeer::Request &seen = m_peer->requests().first();
    QCOMPARE(seen.method, request.verb);
    QCOMPARE(seen.target, request.path.toLatin1() + (request.query.isEmpty() ? QByteArray() : QByteArray("?page=1")));
    QCOMPARE(seen.body, request.body);
    QCOMPARE(seen.headers.value("authorization"), "key 0123456789abcdef0123456789abcdef");
    QCOMPARE(seen.headers.value("accept"), "application/json");
    QCOMPARE(seen.headers.value("content-type"), request.body.isEmpty() ? "" : "application/json");
    QVERIFY(!seen.headers.contains("cookie"));
    QVERIFY(!seen.headers.contains("upgrade"));
    QVERIFY(!seen.headers.contains("transfer-encoding"));
    if (!request.body.isEmpty())
        QCOMPARE(seen.headers.value("content-length"), QByteArray::number(request.body.size()));
}

void TestHttpClient::deliveredLaterAndOnce()
{
    m_peer->answer(200, "{}");
    Collected<HttpAnswer> end;
    const Call call = m_http->send(read(), this, end.then());
    QCOMPARE(end.count(), 0);
    QVERIFY(call.isPending());
    QTRY_COMPARE(end.count(), 1);
    QVERIFY(!call.isPending());
    QVERIFY(ask().isGood()); // time for a second delivery, if there were one
    QCOMPARE(end.count(), 1);
}

void TestHttpClient::abandoned()
{
    m_peer->answer(RawPeer::Reply{});
    m_peer->answer(200, "{}");
    Collected<HttpAnswer> end;
    Call call = m_http->send(read(), this, end.then());
    QTRY_COMPARE(m_peer->requests().size(), 1);
    call.abandon();
    QVERIFY(!call.isPending());
    QVERIFY(ask().isGood());
    QCOMPARE(end.count(), 0);
    call.abandon(); // does nothing more
}

void TestHttpClient::contextDies()
{
    m_peer->answer(RawPeer::Reply{});
    m_peer->answer(200, "{}");
    Collected<HttpAnswer> end;
    auto context = std::make_unique<QObject>();
    const Call call = m_http->send(read(), context.get(), end.then());
    QTRY_COMPARE(m_peer->requests().size(), 1);
    context.reset();
    QTRY_COMPARE(m_peer->openConnections(), 0);
    QVERIFY(!call.isPending());
    QVERIFY(ask().isGood());
    QCOMPARE(end.count(), 0);
}

void TestHttpClient::abandonedWhileAnswered()
{
    // A reading whose answer goes on and on is broken off by itself.
    m_peer->answer(RawPeer::Reply{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n          ", .dripMs = 5});
    Collected<HttpAnswer> end;
    Call call = m_http->send(read(), this, end.then());
    QTRY_VERIFY(m_clock->isSynchronised() || m_peer->requests().size() == 1);
    call.abandon();
    QTRY_COMPARE(m_peer->openConnections(), 0);
    QCOMPARE(end.count(), 0);
}

/// Qt has six connections to a server: abandoned readings that hang do not keep them.
void TestHttpClient::manyAbandoned()
{
    m_peer->answer(RawPeer::Reply{});
    Collected<HttpAnswer> end;
    QList<Call> calls;
    for (int i = 0; i < 10; ++i)
        calls.append(m_http->send(read(), this, end.then()));
    QTRY_COMPARE(m_peer->requests().size(), 6);
    for (Call &call : calls)
        call.abandon();
    m_peer->answer(200, "{}");
    QVERIFY(ask().isGood());
    QCOMPARE(end.count(), 0);
}

void TestHttpClient::copiesAreTheSameCall()
{
    m_peer->answer(200, "{}");
    Collected<HttpAnswer> end;
    Call call = m_http->send(read(), this, end.then());
    Call copy = call;
    copy.abandon();
    QVERIFY(!call.isPending());
    QVERIFY(ask().isGood());
    QCOMPARE(end.count(), 0);

    // It is over before the caller hears of it, who may ask anew.
    bool wasPending = true;
    bool isAnswered = false;
    m_http->send(read(), this, [&](const Result<HttpAnswer> &) {
        wasPending = call.isPending();
        isAnswered = true;
    });
    call = m_http->send(read(), this, [&](const Result<HttpAnswer> &) { wasPending = call.isPending(); });
    QTRY_VERIFY(isAnswered);
    QTRY_VERIFY(!call.isPending());
    QVERIFY(!wasPending);
}

void TestHttpClient::clientDies()
{
    m_peer->answer(RawPeer::Reply{});
    Collected<HttpAnswer> end;
    const Call call = m_http->send(read(), this, end.then());
    QTRY_COMPARE(m_peer->requests().size(), 1);
    m_http.reset();
    QVERIFY(!call.isPending());
    QTRY_COMPARE(m_peer->openConnections(), 0);
    QCOMPARE(end.count(), 0);
}

void TestHttpClient::contextDiesInThen()
{
    m_peer->answer(200, "{}");
    int ends = 0;
    auto context = std::make_unique<QObject>();
    m_http->send(read(), context.get(), [&](const Result<HttpAnswer> &result) {
        context.reset();
        ends += result ? 1 : 100;
    });
    QTRY_COMPARE(ends, 1);
}

void TestHttpClient::timeOut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("dripMs");
    QTest::newRow("silence") << QByteArray() << 0;
    QTest::newRow("head only") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n") << 0;
    QTest::newRow("drip") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n          ") << 5;
}

void TestHttpClient::timeOut()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, dripMs);
    auto impatient = config();
    impatient.timeout = 400ms;
    make(impatient);
    m_peer->answer(RawPeer::Reply{.bytes = bytes, .dripMs = dripMs});
    const auto end = ask();
    QCOMPARE(end.error().kind, ErrorKind::TimedOut);
    QCOMPARE(end.error().effect, Effect::None);
    QTRY_COMPARE(m_peer->openConnections(), 0);
}

void TestHttpClient::limitsOfTheRequest()
{
    m_peer->answer(RawPeer::Reply{.bytes = {}});
    auto patient = read();
    patient.limits.time = 3s;
    Collected<HttpAnswer> patience;
    m_http->send(patient, m_http.get(), [&patience](const auto &result) { patience.all.append(result); });
    auto hasty = change();
    hasty.limits.time = 200ms;
    const auto end = ask(hasty);
    QCOMPARE(end.error().kind, ErrorKind::TimedOut);
    QCOMPARE(end.error().effect, Effect::Possible);
    QCOMPARE(patience.count(), 0);
    QTRY_COMPARE(patience.count(), 1);
    QCOMPARE(patience.error().kind, ErrorKind::TimedOut);
}

void TestHttpClient::withoutKey()
{
    auto keyless = config();
    keyless.key.clear();
    make(keyless);
    m_peer->answer(200, "{}");
    QVERIFY(ask().isGood());
    QVERIFY(!m_peer->requests().first().headers.contains("authorization"));
}

void TestHttpClient::redirectsOfReads()
{
    m_peer->answer(301, {}, {"Location: /v1/b"});
    m_peer->answer(302, {}, {"Location: " + m_peer->url().toEncoded() + "/v1/c?x=1"});
    m_peer->answer(307, {}, {"Location: d"});
    m_peer->answer(200, "{}");
    QVERIFY(ask().isGood());
    QCOMPARE(m_peer->requests().size(), 4);
    QCOMPARE(m_peer->requests().at(1).target, "/v1/b");
    QCOMPARE(m_peer->requests().at(2).target, "/v1/c?x=1");
    QCOMPARE(m_peer->requests().at(3).target, "/v1/d");
    QCOMPARE(m_peer->requests().at(3).headers.value("authorization"), "key " + config().key);
}

void TestHttpClient::redirectsEnd()
{
    m_peer->answer(302, {}, {"Location: /round"}); // and again, for ever
    const auto end = ask();
    QCOMPARE(end.error().kind, ErrorKind::Redirected);
    QCOMPARE(end.error().httpStatus, 302);
    QCOMPARE(m_peer->requests().size(), 4);
}

void TestHttpClient::otherOrigin_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestHttpClient::otherOrigin()
{
    QFETCH(int, status);
    RawPeer other; // the same host, another port: another origin
    other.answer(200, "{}");
    m_peer->answer(status, {}, {"Location: " + other.url().toEncoded() + "/v1/a"});
    const auto end = ask();
    QCOMPARE(end.error().kind, ErrorKind::Redirected);
    QCOMPARE(other.connections(), 0);
    QCOMPARE(m_peer->requests().size(), 1);
}

void TestHttpClient::unsafeAddress_data()
{
    QTest::addColumn<QUrl>("server");
    QTest::newRow("plain http") << QUrl(u"http://api.ticketscloud.org"_s);
    QTest::newRow("plain http, an address") << QUrl(u"http://192.0.2.1"_s);
    QTest::newRow("begins like loopback") << QUrl(u"http://127.0.0.1.example.org"_s);
    QTest::newRow("ftp") << QUrl(u"ftp://127.0.0.1"_s);
    QTest::newRow("file") << QUrl(u"file:///etc/hostname"_s);
    QTest::newRow("none") << QUrl();
}

void TestHttpClient::unsafeAddress()
{
    QFETCH(QUrl, server);
    auto unsafe = config();
    unsafe.server = server;
    make(unsafe);
    const QSignalSpy changes(m_http.get(), &HttpClient::connectionChanged);
    Collected<HttpAnswer> end;
    m_http->send({HttpRequest::Kind::Change, "POST", u"/v1/a"_s, {}, "{}"}, this, end.then());
    QCOMPARE(end.count(), 0);
    QTRY_COMPARE(end.count(), 1);
    QCOMPARE(end.error().kind, ErrorKind::UnsafeAddress);
    QCOMPARE(end.error().effect, Effect::None);
    QCOMPARE(changes.count(), 0);
    QCOMPARE(m_peer->connections(), 0);
}

void TestHttpClient::refused()
{
    m_peer.reset();
    const auto end = ask();
    QCOMPARE(end.error().kind, ErrorKind::NoConnection);
    QCOMPARE(end.error().effect, Effect::None);
    QCOMPARE(m_http->connection().health, Health::Offline);
    QCOMPARE(m_http->connection().lastError, ErrorKind::NoConnection);
}

void TestHttpClient::silenceDoesNotHoldOthers()
{
    m_peer->answer(RawPeer::Reply{});
    m_peer->answer(200, "{}");
    Collected<HttpAnswer> silent;
    m_http->send(read(), this, silent.then());
    QTRY_COMPARE(m_peer->requests().size(), 1);
    QVERIFY(ask().isGood());
    QCOMPARE(silent.count(), 0);
}

OKOSHKO_TEST(tst_httpclient, TestHttpClient, QCoreApplication)

#include "tst_httpclient.moc"
