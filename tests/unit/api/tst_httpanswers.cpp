// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/http/HttpErrors.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/HttpFixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_httpanswers {

using Health = ConnectionState::Health;

/// What becomes of an answer: its size, packing, status and headers.
class TestHttpAnswers : public QObject, private HttpFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void bodyCap_data();
    void bodyCap();
    void bodyWithoutEnd();
    void largeRefusal();
    void gzip();
    void gzipCap();
    void truncated_data();
    void truncated();
    void health();
    void date();
    void gzipCut();
    void statuses_data();
    void statuses();
    void anyStatus_data();
    void anyStatus();
    void success_data();
    void success();
    void words();
    void retryAfter_data();
    void retryAfter();
    void httpDate_data();
    void httpDate();
};

void TestHttpAnswers::bodyCap_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("fits");
    QTest::newRow("at the cap") << 1000 << true;
    QTest::newRow("one above") << 1001 << false;
    QTest::newRow("far above") << 1'000'000 << false;
}

void TestHttpAnswers::bodyCap()
{
    QFETCH(int, size);
    QFETCH(bool, fits);
    auto small = read();
    small.limits.bytes = 1000;
    m_peer->answer(200, QByteArray(size, 'a'));
    const auto end = ask(small);
    QCOMPARE(end.isGood(), fits);
    if (fits)
        QCOMPARE(end.value().body.size(), size);
    else
        QCOMPARE(end.error().kind, ErrorKind::TooLarge);
}

namespace {

// 100,000 times 'a', by gzip -9.
const QByteArray packed = QByteArray::fromBase64(
    "H4sIAAAAAAACA+3BMQEAAADCoKzrX8IaHkABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAArwaH+uIboIYBAA==");

} // namespace

void TestHttpAnswers::gzip()
{
    m_peer->answer(200, packed, {"Content-Encoding: gzip"});
    const auto end = ask();
    QVERIFY(m_peer->requests().first().headers.value("accept-encoding").contains("gzip"));
    QCOMPARE(end.value().body, QByteArray(100'000, 'a'));
}

void TestHttpAnswers::bodyWithoutEnd()
{
    // Two megabytes of what is to be a gigabyte: the rest never comes.
    m_peer->answer(
        RawPeer::Reply{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n" + QByteArray(2'000'000, 'a')});
    const auto end = ask();
    QCOMPARE(end.error().kind, ErrorKind::TooLarge);
    QTRY_COMPARE(m_peer->openConnections(), 0);
}

void TestHttpAnswers::largeRefusal()
{
    // A proxy's page of any size: its status tells what it means, and that nothing was changed.
    const QByteArray page = "{\"errors\":[\"no\"]}" + QByteArray(2'000'000, ' ');
    auto reading = config();
    qsizetype read = 0;
    reading.readWords = [&read](const QByteArray &body) {
        read = body.size();
        return ServerWords{.text = u"no"_s};
    };
    make(reading);
    m_peer->answer(400, page);
    const auto end = ask(change());
    QCOMPARE(end.error().kind, ErrorKind::BadRequest);
    QCOMPARE(end.error().effect, Effect::None);
    QCOMPARE(end.error().serverWords, u"no"_s);
    QCOMPARE(read, 64 * 1024);
}

void TestHttpAnswers::gzipCap()
{
    auto small = read();
    small.limits.bytes = 10'000; // more than travels, less than it unpacks to
    m_peer->answer(200, packed, {"Content-Encoding: gzip"});
    QCOMPARE(ask(small).error().kind, ErrorKind::TooLarge);
}

void TestHttpAnswers::truncated_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":");
    QTest::newRow("chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"id\":");
}

void TestHttpAnswers::truncated()
{
    QFETCH(QByteArray, bytes);
    m_peer->answer(RawPeer::Reply{.bytes = bytes, .after = RawPeer::After::Fin});
    const auto end = ask();
    QCOMPARE(end.error().kind, ErrorKind::ConnectionLost);
    QCOMPARE(end.error().effect, Effect::None);
}

void TestHttpAnswers::health()
{
    const QSignalSpy changes(m_http.get(), &HttpClient::connectionChanged);
    QCOMPARE(m_http->connection().health, Health::Untried);
    QCOMPARE(m_http->connection().server, m_peer->url().authority());

    m_peer->answer(200, "{}", {"X-Partner: 56810047f06c5a6ac62f4e1d"});
    (void)ask();
    QCOMPARE(m_http->connection().health, Health::Online);
    QCOMPARE(m_http->connection().partner, u"56810047f06c5a6ac62f4e1d"_s);
    QVERIFY(m_http->connection().lag.has_value());
    QVERIFY(!m_http->connection().lastError.has_value());

    for (const int status : {400, 403}) { // a no to this step, but an answer
        m_peer->answer(401);
        (void)ask();
        QCOMPARE(m_http->connection().health, Health::Refused);
        QCOMPARE(m_http->connection().lastError, ErrorKind::Unauthorized);
        m_peer->answer(status);
        (void)ask();
        QCOMPARE(m_http->connection().health, Health::Online);
        QVERIFY(!m_http->connection().lastError.has_value());
        QCOMPARE(m_http->connection().partner, u"56810047f06c5a6ac62f4e1d"_s);
    }

    m_peer.reset();
    (void)ask();
    QCOMPARE(m_http->connection().health, Health::Offline);
    QVERIFY(changes.count() >= 5);
    QCOMPARE(changes.last().first().value<ConnectionState>(), m_http->connection());
    const auto before = changes.count();
    (void)ask();
    QCOMPARE(changes.count(), before); // nothing new
}

void TestHttpAnswers::date()
{
    m_peer->answer(200, "{}", {"Date: Tue, 12 May 2026 17:00:00 GMT"});
    m_peer->answer(500, {}, {"Date: yesterday"});
    const QSignalSpy adjusted(m_clock.get(), &ServerClock::adjusted);
    QVERIFY(ask().isGood());
    QVERIFY(m_clock->isSynchronised());
    QCOMPARE(adjusted.count(), 1);
    const Instant told = *parseInstant(u"2026-05-12T17:00:00Z"_s);
    QVERIFY(m_clock->now() >= told);
    QVERIFY(m_clock->now() < told + 1min);
    (void)ask();
    QCOMPARE(adjusted.count(), 1);
}

void TestHttpAnswers::gzipCut()
{
    // Qt drops the length of a packed answer, so nobody notices that it was cut; but half a JSON value is none, and so
    // the adapter does.
    const QByteArray bytes = RawPeer::http(200, packed, {"Content-Encoding: gzip"}).chopped(20);
    m_peer->answer(RawPeer::Reply{.bytes = bytes, .after = RawPeer::After::Fin});
    const auto end = ask();
    QCOMPARE(end.count(), 1);
    QVERIFY(!end.isGood() || end.value().body.size() < 100'000);
}

void TestHttpAnswers::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Effect>("effect");
    const auto row = [](int status, ErrorKind kind, Effect effect) {
        QTest::addRow("%d", status) << status << kind << effect;
    };
    row(300, ErrorKind::Redirected, Effect::None);
    row(304, ErrorKind::Redirected, Effect::None);
    row(400, ErrorKind::BadRequest, Effect::None);
    row(401, ErrorKind::Unauthorized, Effect::None);
    row(402, ErrorKind::UnexpectedStatus, Effect::Possible);
    row(403, ErrorKind::Forbidden, Effect::None);
    row(404, ErrorKind::NotFound, Effect::None);
    row(405, ErrorKind::BadRequest, Effect::None);
    row(406, ErrorKind::BadRequest, Effect::None);
    row(407, ErrorKind::Proxy, Effect::None);
    row(408, ErrorKind::TimedOut, Effect::Possible);
    row(409, ErrorKind::Conflict, Effect::None);
    row(410, ErrorKind::NotFound, Effect::None);
    row(415, ErrorKind::BadRequest, Effect::None);
    row(418, ErrorKind::BadRequest, Effect::None);
    row(422, ErrorKind::BadRequest, Effect::None);
    row(429, ErrorKind::TooManyRequests, Effect::None);
    row(451, ErrorKind::BadRequest, Effect::None);
    row(499, ErrorKind::BadRequest, Effect::None);
    row(500, ErrorKind::ServerFault, Effect::Possible);
    row(501, ErrorKind::ServerFault, Effect::Possible);
    row(502, ErrorKind::ServerFault, Effect::Possible);
    row(503, ErrorKind::ServerFault, Effect::Possible);
    row(504, ErrorKind::ServerFault, Effect::Possible);
    row(599, ErrorKind::ServerFault, Effect::Possible);
    row(600, ErrorKind::UnexpectedStatus, Effect::Possible);
    row(999, ErrorKind::UnexpectedStatus, Effect::Possible);
}

void TestHttpAnswers::statuses()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    QFETCH(Effect, effect);
    m_peer->answer(status, "{}");
    const auto changed = ask(change());
    QCOMPARE(changed.error().httpStatus, status);
    QCOMPARE(changed.error().kind, kind);
    QCOMPARE(changed.error().effect, effect);
    QVERIFY(!changed.error().requestId.isEmpty());
    QCOMPARE(m_peer->requests().size(), 1);

    const auto seen = ask();
    QCOMPARE(seen.error().kind, kind);
    QCOMPARE(seen.error().effect, Effect::None);
}

void TestHttpAnswers::anyStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 302, 401, 403, 404, 500})
        QTest::addRow("%d", status) << status;
}

void TestHttpAnswers::anyStatus()
{
    QFETCH(int, status);
    auto request = read();
    request.takes = HttpRequest::Takes::AnyStatus;
    m_peer->answer(status, "{\"a\":1}", {"Location: /elsewhere"});
    const auto end = ask(request);
    QCOMPARE(end.value().status, status);
    QCOMPARE(end.value().body, QByteArray("{\"a\":1}"));
    QCOMPARE(end.value().redirect, status == 302 ? m_peer->url().resolved(QUrl(u"/elsewhere"_s)) : QUrl());
    QCOMPARE(m_peer->requests().size(), 1); // nor was the redirect followed
}

void TestHttpAnswers::success_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 202, 204, 299})
        QTest::addRow("%d", status) << status;
}

void TestHttpAnswers::success()
{
    QFETCH(int, status);
    m_peer->answer(status);
    QCOMPARE(ask(change()).value().status, status);
}

void TestHttpAnswers::words()
{
    auto reading = config();
    reading.readWords = [](const QByteArray &body) { return ServerWords{.text = QString::fromUtf8(body).toUpper()}; };
    make(reading);
    m_peer->answer(400, "no such set");
    QCOMPARE(ask().error().serverWords, u"NO SUCH SET"_s);
}

void TestHttpAnswers::retryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<std::optional<std::chrono::seconds>>("wait");
    using Wait = std::optional<std::chrono::seconds>;
    QTest::newRow("seconds") << QByteArray("7") << Wait(7s);
    QTest::newRow("none") << QByteArray("0") << Wait(0s);
    QTest::newRow("negative") << QByteArray("-5") << Wait(0s);
    QTest::newRow("a day") << QByteArray("86400") << Wait(1h);
    QTest::newRow("more than any number holds") << QByteArray("99999999999999999999") << Wait(1h);
    QTest::newRow("words") << QByteArray("soon") << Wait();
    // The server's clock is what the date is seen from, not the computer's.
    QTest::newRow("date") << QByteArray("Tue, 12 May 2026 17:05:00 GMT") << Wait(5min);
    QTest::newRow("past") << QByteArray("Tue, 12 May 2026 16:00:00 GMT") << Wait(0s);
    QTest::newRow("far") << QByteArray("Wed, 13 May 2026 17:00:00 GMT") << Wait(1h);
}

void TestHttpAnswers::retryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(std::optional<std::chrono::seconds>, wait);
    m_peer->answer(429, {}, {"Date: Tue, 12 May 2026 17:00:00 GMT", "Retry-After: " + header});
    const auto end = ask();
    QCOMPARE(end.error().kind, ErrorKind::TooManyRequests);
    QCOMPARE(end.error().retryAfter.has_value(), wait.has_value());
    if (wait)
        QVERIFY(std::chrono::abs(*end.error().retryAfter - *wait) <= 1s); // the clock knows the second, no more
}

void TestHttpAnswers::httpDate_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("usual") << QByteArray("Tue, 12 May 2026 17:00:00 GMT") << u"2026-05-12T17:00:00Z"_s;
    QTest::newRow("spaces") << QByteArray(" Thu, 01 Jan 1970 00:00:01 GMT ") << u"1970-01-01T00:00:01Z"_s;
    // This hour did not exist on the clocks of Moscow, where the tests run; in UTC it did.
    QTest::newRow("in a gap of the local zone")
        << QByteArray("Sun, 27 Mar 2011 02:30:00 GMT") << u"2011-03-27T02:30:00Z"_s;
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("Russian") << QByteArray("Вт, 12 мая 2026 17:00:00 GMT") << QString();
    QTest::newRow("no such day") << QByteArray("Tue, 32 May 2026 17:00:00 GMT") << QString();
    QTest::newRow("no such hour") << QByteArray("Tue, 12 May 2026 24:00:00 GMT") << QString();
    QTest::newRow("no number") << QByteArray("Tue, 1a May 2026 17:00:00 GMT") << QString();
    QTest::newRow("one digit") << QByteArray("Tue, 2 May 2026 17:00:00 GMT") << QString();
    QTest::newRow("leap day") << QByteArray("Thu, 29 Feb 2024 23:59:59 GMT") << u"2024-02-29T23:59:59Z"_s;
    QTest::newRow("no leap day") << QByteArray("Sun, 29 Feb 2026 23:59:59 GMT") << QString();
    QTest::newRow("other zone") << QByteArray("Tue, 12 May 2026 17:00:00 MSK") << QString();
}

void TestHttpAnswers::httpDate()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QVERIFY(parseHttpDate(text) == parseInstant(expected));
}

} // namespace okoshko::test::tst_httpanswers

OKOSHKO_TEST(tst_httpanswers, TestHttpAnswers, QCoreApplication)

#include "tst_httpanswers.moc"
