// SPDX-License-Identifier: GPL-3.0-or-later
#include "RunningSandbox.h"
#include "tests/support/TestProgram.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <atomic>
using namespace Qt::StringLiterals;

namespace okoshko::test::tst_sandbox_http {

using namespace okoshko::sandbox;

/// The server in its own thread, over real sockets.
class TestHttp : public QObject, private SandboxClient
{
    Q_OBJECT

private Q_SLOTS:
    void recordedSale();
    void authorisation_data();
    void authorisation();
    void everyAnswerIsDatedAndSigned_data();
    void everyAnswerIsDatedAndSigned();
    void refusals_data();
    void refusals();
    void clockSkewMovesEverything();
    void conflictWhileProcessing();
    void stopsWhileClientsHang();
    void paymentPage_data();
    void paymentPage();
    void paymentPageTooLate();
    void paymentPageLanguages_data();
    void paymentPageLanguages();
    void namesAreEscaped();
};

void TestHttp::recordedSale()
{
    const Sandbox sandbox;
    m_url = sandbox.thread.url();
    QString target = u"/v1/resources/orders"_s;
    QString redirect;
    const auto compare = [&](QNetworkReply &reply, const char *fixtureName) {
        // What is new in each sale is checked for its shape and then taken out of both.
        QJsonObject said = json(reply);
        QJsonObject recorded = QJsonDocument::fromJson(fixture(fixtureName)).object();
        QCOMPARE(reply.header(QNetworkRequest::ContentTypeHeader).toString(), u"application/json; charset=UTF-8"_s);
        QCOMPARE(reply.rawHeader("X-Partner"), QByteArray("56810047f06c5a6ac62f4e1d"));
        static const QRegularExpression time(u"\\A\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00\\z"_s);
        for (const QString &field : {u"created_at"_s, u"updated_at"_s, u"reserved_till"_s}) {
            QVERIFY(time.match(said.take(field).toString()).hasMatch());
            recorded.remove(field);
        }
        static const QRegularExpression id(u"\\A[0-9a-f]{24}\\z"_s);
        QVERIFY(id.match(said.take(u"id"_s).toString()).hasMatch());
        const double number = said.take(u"number"_s).toDouble();
        QVERIFY(number >= 100'000'000 && number <= 999'999'999);
        QJsonObject payment = said.value(u"payment"_s).toObject();
        QJsonObject recordedPayment = recorded.value(u"payment"_s).toObject();
        redirect = payment.take(u"redirect_url"_s).toString();
        QCOMPARE(redirect.isEmpty(), recordedPayment.take(u"redirect_url"_s).isUndefined());
        said.insert(u"payment"_s, payment);
        recorded.insert(u"payment"_s, recordedPayment);
        recorded.remove(u"id"_s);
        recorded.remove(u"number"_s);
        QCOMPARE(said, recorded);
    };
    const auto created = ask("POST", target, fixture("create.request.json"));
    QCOMPARE(status(*created), 201);
    target += u'/' + QJsonDocument::fromJson(created->peek(10000))[u"id"_s].toString();
    compare(*created, "create.response.json");
    const auto chosen = ask("PATCH", target, fixture("choose.request.json"));
    QCOMPARE(status(*chosen), 200);
    compare(*chosen, "choose.response.json");
    const auto startedReply = ask("PATCH", target, fixture("start.request.json"));
    QCOMPARE(status(*startedReply), 200);
    compare(*startedReply, "start.response.json");
    QVERIFY(redirect.startsWith(m_url.toString() + u"/pay/"_s));
}

void TestHttp::authorisation_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("expected");
    const QByteArray key = "047bdb8bcee44d3693371920aaf9135c";
    QTest::newRow("one space") << QByteArray("key " + key) << 200;
    QTest::newRow("two spaces") << QByteArray("key  " + key) << 200;
    QTest::newRow("none") << QByteArray() << 401;
    QTest::newRow("wrong key") << QByteArray("key 00000000000000000000000000000000") << 401;
    QTest::newRow("part of the key") << QByteArray("key " + key.left(31)) << 401;
    QTest::newRow("no space") << QByteArray("key" + key) << 401;
    QTest::newRow("bearer") << QByteArray("Bearer " + key) << 401;
    QTest::newRow("bare key") << key << 401;
    QTest::newRow("more behind") << QByteArray("key " + key + " x") << 401;
}

void TestHttp::authorisation()
{
    QFETCH(const QByteArray, header);
    QFETCH(const int, expected);
    const Sandbox sandbox;
    m_url = sandbox.thread.url();
    QNetworkRequest asked = request(u"/v1/resources/orders"_s);
    asked.setRawHeader("Authorization", header.isEmpty() ? QByteArray() : header);
    const auto reply = send("GET", asked);
    QCOMPARE(status(*reply), expected);
}

void TestHttp::everyAnswerIsDatedAndSigned_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::newRow("200") << QByteArray("GET") << u"/v1/services/simple/events"_s;
    QTest::newRow("400") << QByteArray("POST") << u"/v1/resources/orders"_s;
    QTest::newRow("404") << QByteArray("GET") << u"/v1/nowhere"_s;
    QTest::newRow("405") << QByteArray("PUT") << u"/v1/resources/orders"_s;
    QTest::newRow("page") << QByteArray("GET") << u"/pay/unknown"_s;
    QTest::newRow("head") << QByteArray("HEAD") << u"/v1/resources/orders"_s;
}

void TestHttp::everyAnswerIsDatedAndSigned()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, target);
    const Sandbox sandbox;
    m_url = sandbox.thread.url();
    const auto reply = ask(method, target);
    static const QRegularExpression date(
        u"\\A(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\\z"_s);
    QVERIFY(date.match(QString::fromLatin1(reply->rawHeader("Date"))).hasMatch());
    QCOMPARE(reply->rawHeader("X-Partner"), QByteArray("56810047f06c5a6ac62f4e1d"));
}

void TestHttp::refusals_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("expected");
    const QString json = u"application/json"_s;
    const QString orders = u"/v1/resources/orders"_s;
    const QString unknown = orders + u"/000000000000000000000000"_s;
    QTest::newRow("unknown path") << QByteArray("GET") << u"/v1/resources/colours"_s << json << QByteArray() << 404;
    QTest::newRow("unknown order") << QByteArray("GET") << unknown << json << QByteArray() << 404;
    QTest::newRow("change of an unknown order") << QByteArray("PATCH") << unknown << json << QByteArray("{}") << 404;
    QTest::newRow("wrong verb") << QByteArray("DELETE") << orders << json << QByteArray() << 405;
    QTest::newRow("wrong type") << QByteArray("POST") << orders << u"text/plain"_s << QByteArray("{}") << 415;
    QTest::newRow("no type, as recorded") << QByteArray("PATCH") << unknown << QString() << QByteArray("{}") << 404;
    QTest::newRow("curl's own type") << QByteArray("PATCH") << unknown << u"application/x-www-form-urlencoded"_s
                                     << QByteArray("{}") << 404;
    QTest::newRow("with charset") << QByteArray("POST") << orders << json + u"; charset=utf-8"_s << QByteArray("{}")
                                  << 400;
    QTest::newRow("no JSON") << QByteArray("POST") << orders << json << QByteArray("{\"event\":") << 400;
    QTest::newRow("too large") << QByteArray("POST") << orders << json << QByteArray(1024 * 1024 + 1, ' ') << 413;
}

void TestHttp::refusals()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, target);
    QFETCH(const QString, type);
    QFETCH(const QByteArray, body);
    QFETCH(const int, expected);
    const Sandbox sandbox;
    m_url = sandbox.thread.url();
    QNetworkRequest asked = request(target);
    asked.setHeader(QNetworkRequest::ContentTypeHeader, type);
    const auto reply = send(method, asked, body);
    QCOMPARE(status(*reply), expected);
    const QJsonObject error = json(*reply);
    QVERIFY(error.contains(u"error"_s) || error.contains(u"errors"_s));
}

void TestHttp::clockSkewMovesEverything()
{
    Options options;
    options.clockSkew = std::chrono::hours(24 * 365);
    const Sandbox sandbox(options);
    m_url = sandbox.thread.url();
    const auto reply = ask("POST", u"/v1/resources/orders"_s, fixture("create.request.json"));
    const QString created = json(*reply)[u"created_at"_s].toString();
    const QString year = QString::number(QDateTime::currentDateTimeUtc().addDays(365).date().year());
    QVERIFY2(created.startsWith(year), qPrintable(created));
    QVERIFY(reply->rawHeader("Date").contains(year.toLatin1()));
}

void TestHttp::conflictWhileProcessing()
{
    Options options;
    options.latency = std::chrono::milliseconds(400);
    const Sandbox sandbox(options);
    m_url = sandbox.thread.url();
    const auto created = ask("POST", u"/v1/resources/orders"_s, fixture("create.request.json"));
    const QString order = u"/v1/resources/orders/"_s + json(*created)[u"id"_s].toString();
    const std::unique_ptr<QNetworkReply> first(
        m_network.sendCustomRequest(request(order), "PATCH", fixture("choose.request.json")));
    const std::unique_ptr<QNetworkReply> second(
        m_network.sendCustomRequest(request(order), "PATCH", fixture("choose.request.json")));
    QTRY_VERIFY(first->isFinished() && second->isFinished());
    QList<int> codes{status(*first), status(*second)}; // which one comes first is the network's affair
    std::sort(codes.begin(), codes.end());
    QCOMPARE(codes, (QList<int>{200, 409}));
    // Once the answer is there the order is free: no client that waits its turn ever meets a 409.
    QCOMPARE(status(*ask("PATCH", order, fixture("start.request.json"))), 200);
    QCOMPARE(status(*ask("PATCH", order, R"({"status": "canceled"})")), 200);
}

void TestHttp::stopsWhileClientsHang()
{
    QTcpSocket idle;
    QTcpSocket half;
    {
        Options options;
        options.latency = std::chrono::hours(1);
        const Sandbox sandbox(options);
        const auto port = static_cast<quint16>(sandbox.thread.url().port());
        idle.connectToHost(QHostAddress::LocalHost, port);
        half.connectToHost(QHostAddress::LocalHost, port);
        QTRY_COMPARE(idle.state(), QAbstractSocket::ConnectedState);
        QTRY_COMPARE(half.state(), QAbstractSocket::ConnectedState);
        half.write("GET /v1/resources/orders HTTP/1.1\r\nHost: x\r\n");
        QTRY_COMPARE(half.bytesToWrite(), 0);
    }
    QTRY_COMPARE(idle.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(half.state(), QAbstractSocket::UnconnectedState);
}

void TestHttp::paymentPage_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("expected");
    QTest::newRow("pay") << u"pay"_s << u"done"_s;
    QTest::newRow("decline") << u"decline"_s << u"canceled"_s;
}

void TestHttp::paymentPage()
{
    QFETCH(const QString, button);
    QFETCH(const QString, expected);
    const Sandbox sandbox;
    m_url = sandbox.thread.url();
    const auto [order, address] = begun();
    const QString page = QString::fromUtf8(ask("GET", address.path())->readAll());
    // The form is found in the page, as a browser would.
    const QRegularExpression form(u"<form method=\"post\" action=\"([^\"]+)\"><button id=\"%1\""_s.arg(button));
    const auto match = form.match(page);
    QVERIFY2(match.hasMatch(), qPrintable(page));
    const auto pressed = ask("POST", match.captured(1));
    QCOMPARE(status(*pressed), 303);
    QCOMPARE(statusOf(order), expected);
    const auto result = ask("GET", QString::fromLatin1(pressed->rawHeader("Location")));
    QCOMPARE(status(*result), 200);
    QVERIFY(result->readAll().contains("data-status=\"" + expected.toLatin1() + '"'));
    QCOMPARE(status(*ask("POST", match.captured(1))), 303); // pressed twice
    const QString other = button == u"pay"_s ? u"/decline"_s : u"/pay"_s;
    QCOMPARE(status(*ask("POST", address.path() + other)), 409);
    QCOMPARE(statusOf(order), expected);
}

void TestHttp::paymentPageTooLate()
{
    const Instant start = *parseIso(u"2026-03-02T12:00:00Z"_s, false);
    std::atomic<int> minutes = 0; // the server's thread reads it
    Options options;
    options.clock = [&] { return start + std::chrono::minutes(minutes); };
    const Sandbox sandbox(options);
    m_url = sandbox.thread.url();
    const auto [order, address] = begun();
    minutes = 30;
    const auto pressed = ask("POST", address.path() + u"/pay?lang=en"_s);
    QCOMPARE(status(*pressed), 409);
    QVERIFY(pressed->readAll().contains("The time to pay has run out"));
    QCOMPARE(statusOf(order), u"expired"_s);
}

void TestHttp::paymentPageLanguages_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QString>("lang");
    QTest::addColumn<QString>("words");
    const QString ru = u"1 билет<"_s;
    const QString en = u"1 ticket<"_s;
    QTest::newRow("nothing said") << QString() << QByteArray("fr") << u"ru"_s << ru;
    QTest::newRow("browser") << QString() << QByteArray("de,en-GB;q=0.8,ru;q=0.5") << u"en"_s << en;
    QTest::newRow("query wins") << u"?lang=ru"_s << QByteArray("en") << u"ru"_s << ru;
    QTest::newRow("query en") << u"?lang=en"_s << QByteArray("ru") << u"en"_s << en;
    QTest::newRow("no such language") << u"?lang=%3Cb%3E"_s << QByteArray("en") << u"en"_s << en;
}

void TestHttp::paymentPageLanguages()
{
    QFETCH(const QString, query);
    QFETCH(const QByteArray, accept);
    QFETCH(const QString, lang);
    QFETCH(const QString, words);
    const Sandbox sandbox;
    m_url = sandbox.thread.url();
    const auto [order, address] = begun();
    QNetworkRequest asked = request(address.path() + query);
    asked.setRawHeader("Accept-Language", accept);
    const QString page = QString::fromUtf8(send("GET", asked)->readAll());
    QVERIFY2(page.contains(u"<html lang=\"%1\">"_s.arg(lang)), qPrintable(page));
    QVERIFY2(page.contains(words), qPrintable(page));
    QVERIFY2(!page.contains(u"{{"_s), qPrintable(page));
}

void TestHttp::namesAreEscaped()
{
    const Sandbox sandbox;
    m_url = sandbox.thread.url();
    const QString orders = u"/v1/resources/orders"_s;
    const QByteArray body = R"({"event": "56a6253df06c5a059a93802e", "random": {"56a6254bf06c5a059b93800c": 1},
        "payment": {"system": "api/BASE", "success_url": "https://shop.example/?a=1&b=%22%3E"}})";
    const QString order = orders + u'/' + json(*ask("POST", orders, body))[u"id"_s].toString();
    const QJsonObject started = json(*ask("PATCH", order, fixture("start.request.json")));
    const QUrl address(started[u"payment"_s][u"redirect_url"_s].toString());
    ask("POST", address.path() + u"/pay"_s);
    const QByteArray page = ask("GET", address.path())->readAll();
    QVERIFY(page.contains("href=\"https://shop.example/?a=1&amp;b=%22%3E"));
}

} // namespace okoshko::test::tst_sandbox_http

OKOSHKO_TEST(tst_sandbox_http, TestHttp, QCoreApplication)
#include "tst_sandbox_http.moc"
