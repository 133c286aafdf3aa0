// SPDX-License-Identifier: GPL-3.0-or-later
#include "RunningSandbox.h"
#include "tests/support/TestProgram.h"

#include <QTest>
using namespace Qt::StringLiterals;

namespace okoshko::test::tst_sandbox_control {

using namespace okoshko::sandbox;

/// The control endpoint, over real sockets.
class TestControl : public QObject, private SandboxClient
{
    Q_OBJECT

private Q_SLOTS:
    void shutUnlessOpened();
    void listIsTheTable();
    void switchesOnAndOff();
    void howOftenAndAtWhat();
    void refusals_data();
    void refusals();
    void worksWhileTheServerDoesNot_data();
    void worksWhileTheServerDoesNot();
    void strangers_data();
    void strangers();
    void theBuyersActs();
    void ticketsToBeSent();

private:
    static Options open();
    /// Status and JSON of a request to the endpoint.
    std::pair<int, QJsonDocument> control(const Sandbox &sandbox, const QByteArray &method, const QString &path);
    [[nodiscard]] static QString path(const char *rest) { return u"/scenarios"_s + QLatin1String(rest); }
};

Options TestControl::open()
{
    Options options;
    options.control = ControlEndpoint::On;
    return options;
}

std::pair<int, QJsonDocument> TestControl::control(const Sandbox &sandbox, const QByteArray &method,
                                                   const QString &path)
{
    const QNetworkRequest request(QUrl(sandbox.thread.controlUrl().toString() + path));
    const auto reply = send(method, request, {});
    return {status(*reply), QJsonDocument::fromJson(reply->readAll())};
}

void TestControl::shutUnlessOpened()
{
    const Sandbox sandbox;
    QVERIFY(sandbox.thread.controlUrl().isEmpty());
    m_url = sandbox.thread.url();
    QCOMPARE(status(*ask("GET", u"/control/scenarios"_s)), 404);
}

void TestControl::listIsTheTable()
{
    const Sandbox sandbox(open());
    QVERIFY(sandbox.thread.controlUrl().port() != sandbox.thread.url().port());
    const auto [status, list] = control(sandbox, "GET", path(""));
    QCOMPARE(status, 200);
    QCOMPARE(static_cast<std::size_t>(list.array().size()), scenarioTable().size());
    QSet<QString> names;
    for (qsizetype i = 0; i < list.array().size(); ++i) {
        const Scenario &row = scenarioTable()[static_cast<std::size_t>(i)];
        const QJsonValue said = list[i];
        names.insert(said[u"name"_s].toString());
        QCOMPARE(said[u"name"_s].toString(), QString(row.name));
        QCOMPARE(said[u"words"_s][u"ru"_s][u"title"_s].toString(), row.russian.title.toString());
        QCOMPARE(said[u"words"_s][u"en"_s][u"description"_s].toString(), row.english.description.toString());
        QVERIFY(said[u"armed"_s].isNull());
    }
    QCOMPARE(static_cast<std::size_t>(names.size()), scenarioTable().size());
}

void TestControl::switchesOnAndOff()
{
    Sandbox sandbox(open());
    m_url = sandbox.thread.url();
    const auto orders = [this] { return status(*ask("GET", u"/v1/resources/orders"_s)); };
    const auto [status, said] = control(sandbox, "PUT", path("/401"));
    QCOMPARE(status, 200);
    QCOMPARE(said[u"armed"_s][u"times"_s].toString(), u"always"_s);
    QCOMPARE(orders(), 401);
    const QJsonDocument met = control(sandbox, "GET", path("/401")).second;
    QCOMPARE(met[u"met"_s][u"by"_s].toString(), u"read"_s);
    QCOMPARE(met[u"times_met"_s].toInt(), 1);
    QVERIFY(control(sandbox, "DELETE", path("/401")).second[u"armed"_s].isNull());
    QCOMPARE(orders(), 200);

    control(sandbox, "PUT", path("/401"));
    control(sandbox, "PUT", path("/slow"));
    control(sandbox, "DELETE", path(""));
    for (const Scenario &row : scenarioTable())
        QVERIFY(!sandbox.thread.scenarios().isArmed(row));
}

void TestControl::howOftenAndAtWhat()
{
    Sandbox sandbox(open());
    const QJsonDocument said = control(sandbox, "PUT", path("/500?on=start&times=4")).second;
    const QJsonValue armed = said[u"armed"_s];
    QCOMPARE(armed[u"on"_s].toArray(), QJsonArray{u"start"_s});
    QCOMPARE(armed[u"times"_s].toInt(), 4);
    QCOMPARE(*sandbox.thread.scenarios().state(scenario("500")).armed,
             (Activation{&scenario("500"), RequestKind::Start, 4}));
    control(sandbox, "PUT", path("/500?times=always"));
    QCOMPARE(*sandbox.thread.scenarios().state(scenario("500")).armed,
             (Activation{&scenario("500"), scenario("500").usual, Activation::untilOff}));
}

void TestControl::refusals_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("expected");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *method, const char *path, int expected, const char *said) {
        QTest::addRow("%s %s", method, path)
            << QByteArray(method) << QString::fromLatin1(path) << expected << QString::fromLatin1(said);
    };
    row("PUT", "/scenarios/flood", 404, "409-always"); // names those that there are
    row("PUT", "/scenarios/500?on=lunch", 400, "lunch");
    row("PUT", "/scenarios/sold-out?on=start", 400, "create");
    row("PUT", "/scenarios/offline?on=read", 400, "no particular request");
    row("PUT", "/scenarios/500?times=0", 400, "times");
    row("PUT", "/scenarios/500?times=often", 400, "often");
    row("POST", "/scenarios/500", 405, "PUT");
    row("PUT", "/scenarios", 405, "DELETE");
    row("GET", "/weather", 404, "/control/weather");
    row("POST", "/orders/0123456789abcdef01234567/pay", 404, "no order");
    row("GET", "/orders/0123456789abcdef01234567/pay", 405, "POST");
    row("GET", "/orders/0123456789abcdef01234567", 404, "no order");
    row("POST", "/orders/0123456789abcdef01234567", 405, "GET");
}

void TestControl::refusals()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(const int, expected);
    QFETCH(const QString, said);
    Sandbox sandbox(open());
    const auto [status, answer] = control(sandbox, method, path);
    QCOMPARE(status, expected);
    QVERIFY2(answer[u"reason"_s].toString().contains(said), answer.toJson().constData());
    QVERIFY(!sandbox.thread.scenarios().isArmed(scenario("500")));
}

void TestControl::worksWhileTheServerDoesNot_data()
{
    QTest::addColumn<QString>("scenario");
    for (const char *name : {"offline", "silent", "cut-before", "slow", "500", "401"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestControl::worksWhileTheServerDoesNot()
{
    QFETCH(const QString, scenario);
    Sandbox sandbox(open());
    m_url = sandbox.thread.url();
    const QString path = u"/scenarios/"_s + scenario;
    const bool offline = scenario == u"offline"_s;
    QCOMPARE(control(sandbox, "PUT", path + (offline ? QString() : u"?on=read&times=always"_s)).first, 200);
    const auto port = static_cast<quint16>(m_url.port());
    if (offline) {
        QTRY_VERIFY(status(*ask("GET", u"/v1/resources/orders"_s)) == 0);
    } else {
        RawClient waiting(port);
        waiting.send("GET", "/v1/resources/orders");
        QTRY_COMPARE(sandbox.thread.scenarios().state(*findScenario(scenario)).timesMet, 1);
    }
    QCOMPARE(control(sandbox, "GET", path).first, 200);
    QCOMPARE(control(sandbox, "DELETE", path).first, 200);
    QTRY_COMPARE(status(*ask("GET", u"/v1/resources/orders"_s)), 200);
}

void TestControl::strangers_data()
{
    QTest::addColumn<QByteArray>("headers"); // PORT stands for the endpoint's
    QTest::addColumn<bool>("welcome");
    const auto row = [](const char *name, const char *headers, bool welcome) {
        QTest::newRow(name) << QByteArray(headers) << welcome;
    };
    row("plain", "Host: 127.0.0.1:PORT\r\n", true);
    row("by name", "Host: localhost:PORT\r\n", true);
    row("its own page", "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\n", true);
    row("name pointed here", "Host: evil.example:PORT\r\n", false);
    row("name that begins well", "Host: 127.0.0.1.evil.example\r\n", false);
    row("page from elsewhere", "Host: 127.0.0.1:PORT\r\nOrigin: https://evil.example\r\n", false);
    row("page of another port", "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:1\r\n", false);
    row("page from a file", "Host: 127.0.0.1:PORT\r\nOrigin: null\r\n", false);
}

void TestControl::strangers()
{
    QFETCH(QByteArray, headers);
    QFETCH(const bool, welcome);
    Sandbox sandbox(open());
    const int port = sandbox.thread.controlUrl().port();
    headers.replace("PORT", QByteArray::number(port));
    RawClient client(static_cast<quint16>(port));
    client.send("PUT", "/control/scenarios/500", {}, headers);
    QTRY_VERIFY(client.isWhole());
    QCOMPARE(client.status(), welcome ? 200 : 403);
    QCOMPARE(sandbox.thread.scenarios().isArmed(scenario("500")), welcome);
}

void TestControl::theBuyersActs()
{
    const Sandbox sandbox(open());
    m_url = sandbox.thread.url();
    const auto act = [&](const QString &order, const char *what) {
        return control(sandbox, "POST", u"/orders/%1/%2"_s.arg(order, QString::fromLatin1(what)));
    };
    const QString paid = begun().first;
    QCOMPARE(act(paid, "pay").second[u"status"_s].toString(), u"done"_s);
    QCOMPARE(statusOf(paid), u"done"_s);
    QCOMPARE(act(paid, "decline").first, 409);
    const QString declined = begun().first;
    QCOMPARE(act(declined, "decline").first, 200);
    QCOMPARE(statusOf(declined), u"canceled"_s);
    const auto created = ask("POST", u"/v1/resources/orders"_s, fixture("create.request.json"));
    QCOMPARE(act(json(*created)[u"id"_s].toString(), "pay").first, 409); // it has no page yet
}

void TestControl::ticketsToBeSent()
{
    const Sandbox sandbox(open());
    m_url = sandbox.thread.url();
    const auto created = ask("POST", u"/v1/resources/orders"_s, fixture("create.request.json"));
    const QString order = json(*created)[u"id"_s].toString();
    const auto isSent = [&] { return control(sandbox, "GET", u"/orders/"_s + order).second[u"send_tickets"_s]; };
    const auto choose = [&](const QByteArray &payment) {
        return status(*ask("PATCH", u"/v1/resources/orders/"_s + order, R"({"payment": )" + payment + '}'));
    };
    QCOMPARE(isSent(), QJsonValue(false));
    QCOMPARE(choose(R"({"system": "api/BASE", "send_tickets": true})"), 200);
    QCOMPARE(isSent(), QJsonValue(true));
    QCOMPARE(choose(R"({"system": "api/BASE"})"), 200); // not told: as before
    QCOMPARE(isSent(), QJsonValue(true));
    QCOMPARE(choose(R"({"system": "api/BASE", "send_tickets": false})"), 200);
    QCOMPARE(isSent(), QJsonValue(false));
    QCOMPARE(choose(R"({"system": "api/BASE", "send_tickets": "soon"})"), 400);
}

} // namespace okoshko::test::tst_sandbox_control

OKOSHKO_TEST(tst_sandbox_control, TestControl, QCoreApplication)
#include "tst_sandbox_control.moc"
