// SPDX-License-Identifier: GPL-3.0-or-later
#include "Wire.h"
#include "tests/support/TestProgram.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace okoshko::test::tst_sandbox_http {

using namespace okoshko::sandbox;

/// The server in its own thread, over real sockets.
class TestHttp : public QObject, private Wire
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
};

void TestHttp::recordedSale()
{
    const Sandbox sandbox;
    m_url = sandbox.thread.url();
    QString target = QStringLiteral("/v1/resources/orders");
    QString redirect;
    const auto compare = [&](QNetworkReply &reply, const char *fixtureName) {
        // What is new in each sale is checked for its shape and then taken out of both.
        QJsonObject said = json(reply);
        QJsonObject recorded = QJsonDocument::fromJson(fixture(fixtureName)).object();
        QCOMPARE(reply.header(QNetworkRequest::ContentTypeHeader).toString(),
                 QStringLiteral("application/json; charset=UTF-8"));
        QCOMPARE(reply.rawHeader("X-Partner"), QByteArray("56810047f06c5a6ac62f4e1d"));
        static const QRegularExpression time(
            QStringLiteral("\\A\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00\\z"));
        for (const QString &field :
             {QStringLiteral("created_at"), QStringLiteral("updated_at"), QStringLiteral("reserved_till")}) {
            QVERIFY(time.match(said.take(field).toString()).hasMatch());
            recorded.remove(field);
        }
        static const QRegularExpression id(QStringLiteral("\\A[0-9a-f]{24}\\z"));
        QVERIFY(id.match(said.take(QStringLiteral("id")).toString()).hasMatch());
        const double number = said.take(QStringLiteral("number")).toDouble();
        QVERIFY(number >= 100'000'000 && number <= 999'999'999);
        QJsonObject payment = said.value(QStringLiteral("payment")).toObject();
        QJsonObject recordedPayment = recorded.value(QStringLiteral("payment")).toObject();
        redirect = payment.take(QStringLiteral("redirect_url")).toString();
        QCOMPARE(redirect.isEmpty(), recordedPayment.take(QStringLiteral("redirect_url")).isUndefined());
        said.insert(QStringLiteral("payment"), payment);
        recorded.insert(QStringLiteral("payment"), recordedPayment);
        recorded.remove(QStringLiteral("id"));
        recorded.remove(QStringLiteral("number"));
        QCOMPARE(said, recorded);
    };
    const auto created = ask("POST", target, fixture("create.request.json"));
    QCOMPARE(status(*created), 201);
    target += QLatin1Char('/') + QJsonDocument::fromJson(created->peek(10000))[QStringLiteral("id")].toString();
    compare(*created, "create.response.json");
    const auto chosen = ask("PATCH", target, fixture("choose.request.json"));
    QCOMPARE(status(*chosen), 200);
    compare(*chosen, "choose.response.json");
    const auto startedReply = ask("PATCH", target, fixture("start.request.json"));
    QCOMPARE(status(*startedReply), 200);
    compare(*startedReply, "start.response.json");
    QVERIFY(redirect.startsWith(m_url.toString() + QStringLiteral("/pay/")));
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
    QNetworkRequest asked = request(QStringLiteral("/v1/resources/orders"));
    asked.setRawHeader("Authorization", header.isEmpty() ? QByteArray() : header);
    const auto reply = send("GET", asked);
    QCOMPARE(status(*reply), expected);
}

void TestHttp::everyAnswerIsDatedAndSigned_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::newRow("200") << QByteArray("GET") << QStringLiteral("/v1/services/simple/events");
    QTest::newRow("400") << QByteArray("POST") << QStringLiteral("/v1/resources/orders");
    QTest::newRow("404") << QByteArray("GET") << QStringLiteral("/v1/nowhere");
    QTest::newRow("405") << QByteArray("PUT") << QStringLiteral("/v1/resources/orders");
    QTest::newRow("page") << QByteArray("GET") << QStringLiteral("/pay/unknown");
    QTest::newRow("head") << QByteArray("HEAD") << QStringLiteral("/v1/resources/orders");
}

void TestHttp::everyAnswerIsDatedAndSigned()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, target);
    const Sandbox sandbox;
    m_url = sandbox.thread.url();
    const auto reply = ask(method, target);
    static const QRegularExpression date(
        QStringLiteral("\\A(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\\z"));
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
    const QString json = QStringLiteral("application/json");
    const QString orders = QStringLiteral("/v1/resources/orders");
    const QString unknown = orders + QStringLiteral("/000000000000000000000000");
    QTest::newRow("unknown path") << QByteArray("GET") << QStringLiteral("/v1/resources/colours") << json
                                  << QByteArray() << 404;
    QTest::newRow("unknown order") << QByteArray("GET") << unknown << json << QByteArray() << 404;
    QTest::newRow("change of an unknown order") << QByteArray("PATCH") << unknown << json << QByteArray("{}") << 404;
    QTest::newRow("wrong verb") << QByteArray("DELETE") << orders << json << QByteArray() << 405;
    QTest::newRow("wrong type") << QByteArray("POST") << orders << QStringLiteral("text/plain") << QByteArray("{}")
                                << 415;
    QTest::newRow("no type, as recorded") << QByteArray("PATCH") << unknown << QString() << QByteArray("{}") << 404;
    QTest::newRow("curl's own type") << QByteArray("PATCH") << unknown
                                     << QStringLiteral("application/x-www-form-urlencoded") << QByteArray("{}") << 404;
    QTest::newRow("with charset") << QByteArray("POST") << orders << json + QStringLiteral("; charset=utf-8")
                                  << QByteArray("{}") << 400;
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
    QVERIFY(error.contains(QStringLiteral("error")) || error.contains(QStringLiteral("errors")));
}

void TestHttp::clockSkewMovesEverything()
{
    Options options;
    options.clockSkew = std::chrono::hours(24 * 365);
    const Sandbox sandbox(options);
    m_url = sandbox.thread.url();
    const auto reply = ask("POST", QStringLiteral("/v1/resources/orders"), fixture("create.request.json"));
    const QString created = json(*reply)[QStringLiteral("created_at")].toString();
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
    const auto created = ask("POST", QStringLiteral("/v1/resources/orders"), fixture("create.request.json"));
    const QString order = QStringLiteral("/v1/resources/orders/") + json(*created)[QStringLiteral("id")].toString();
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

} // namespace okoshko::test::tst_sandbox_http

OKOSHKO_TEST(tst_sandbox_http, TestHttp, QCoreApplication)
#include "tst_sandbox_http.moc"
