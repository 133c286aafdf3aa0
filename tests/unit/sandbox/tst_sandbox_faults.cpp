// SPDX-License-Identifier: GPL-3.0-or-later
#include "RawClient.h"
#include "StagedSandbox.h"
#include "tests/support/TestProgram.h"

#include <QElapsedTimer>
#include <QTest>

namespace okoshko::test::tst_sandbox_faults {

using namespace okoshko::sandbox;
using namespace std::chrono_literals;

/// The scenarios of the server's answers and of the line, byte by byte.
class TestFaults : public StagedSandbox
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void faults_data();
    void faults();
    void whatTheAnswersSay();
    void slowIsLateNotLost();
    void slowEventsAreForEvents();
    void eachKindAlone_data();
    void eachKindAlone();
    void conflictsAreForChanges();
    void asOftenAsSaid();
    void offline();
    void offlineComesBackByItself();
    void thePaymentPageIsSpared();

private:
    [[nodiscard]] quint16 port() const { return static_cast<quint16>(m_url.port()); }
    int ordersAtTheVendor();
    static QByteArray recorded() { return fixture("create.request.json"); }
    static constexpr const char *orders = "/v1/resources/orders";
};

int TestFaults::ordersAtTheVendor()
{
    return static_cast<int>(tell("GET", QString::fromLatin1(orders)).json.array().size());
}

void TestFaults::faults_data()
{
    enum : bool { standing = true, next = false };
    QTest::addColumn<int>("answered"); // 0: nothing comes
    QTest::addColumn<bool>("whole");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<bool>("acts"); // the vendor does what he was asked
    QTest::addColumn<bool>("stands");
    const auto row = [](const char *name, int answered, bool whole, bool closed, bool acts, bool stands) {
        QTest::newRow(name) << answered << whole << closed << acts << stands;
    };
    //                 answered whole  closed acts
    row("401", 401, true, false, false, standing);
    row("403", 403, true, false, false, standing);
    row("404", 404, true, false, false, next);
    row("409-once", 409, true, false, false, next);
    row("409-always", 409, true, false, false, standing);
    row("429", 429, true, false, false, next);
    row("500", 500, true, false, false, next);
    row("502-html", 502, true, false, false, next);
    row("not-json", 201, true, false, true, next);
    row("wrong-types", 201, true, false, true, next);
    row("slow", 201, true, false, true, standing);
    row("silent", 0, false, false, true, next);
    row("cut-before", 0, false, true, false, next);
    row("cut-after", 0, false, true, true, next);
    row("truncated", 201, false, true, true, next);
}

void TestFaults::faults()
{
    QFETCH(const int, answered);
    QFETCH(const bool, whole);
    QFETCH(const bool, closed);
    QFETCH(const bool, acts);
    QFETCH(const bool, stands);
    arm(QTest::currentDataTag(), "create");
    const Scenario &armed = scenario(QTest::currentDataTag());

    RawClient client(port());
    client.send("POST", orders, recorded());
    QTRY_COMPARE(board().state(armed).timesMet, 1);
    if (&armed == &scenario("slow"))
        QTRY_VERIFY((skip(500ms), client.isWhole()));
    if (answered != 0)
        QTRY_VERIFY(client.isWhole() || client.isClosed());
    if (closed)
        QTRY_VERIFY(client.isClosed());
    QTRY_COMPARE(ordersAtTheVendor(), acts ? 1 : 0); // reading is not armed
    QCOMPARE(client.status(), answered);
    QCOMPARE(client.isWhole(), whole);
    QCOMPARE(client.isClosed(), closed);
    QCOMPARE(board().isArmed(armed), stands);
    QCOMPARE(board().state(armed).met->kind, RequestKind::Create);

    board().disarmAll();
    RawClient another(port());
    another.send("POST", orders, recorded());
    QTRY_VERIFY(another.isWhole());
    QCOMPARE(another.status(), 201);
}

void TestFaults::whatTheAnswersSay()
{
    const auto answer = [this](const char *name) {
        arm(name, "read");
        RawClient client(port());
        client.send("GET", orders);
        [&] { QTRY_VERIFY(client.isWhole()); }();
        board().disarmAll();
        return std::tuple(client.header("Content-Type"), client.header("Retry-After"), client.body());
    };
    create(demo::event, demo::set, 1);
    QCOMPARE(std::get<1>(answer("429")), QByteArray("5"));
    QVERIFY(std::get<0>(answer("502-html")).startsWith("text/html"));
    QVERIFY(std::get<2>(answer("502-html")).startsWith("<html>"));
    const auto [type, after, garbage] = answer("not-json");
    QVERIFY(type.startsWith("application/json"));
    QVERIFY(QJsonDocument::fromJson(garbage).isNull());
    const QJsonValue order = QJsonDocument::fromJson(std::get<2>(answer("wrong-types"))).array().first();
    QVERIFY(order.isObject());
    QVERIFY(order[QStringLiteral("id")].isDouble());
    QVERIFY(!order[QStringLiteral("tickets")].isArray());
    QVERIFY(!order[QStringLiteral("payment")].isObject());
}

void TestFaults::slowIsLateNotLost()
{
    arm("slow");
    QElapsedTimer timer;
    timer.start();
    RawClient client(port());
    client.send("GET", orders);
    QTRY_COMPARE(board().state(scenario("slow")).timesMet, 1);
    skip(2500ms);
    QTRY_VERIFY_WITH_TIMEOUT(client.isWhole(), 60000);
    QVERIFY(timer.elapsed() >= 500); // never earlier; later is the machine's affair
    QCOMPARE(client.status(), 200);
}

void TestFaults::slowEventsAreForEvents()
{
    arm("slow-events");
    QCOMPARE(tell("GET", QString::fromLatin1(orders)).status, 200);
    QCOMPARE(board().state(scenario("slow-events")).timesMet, 0);
    QElapsedTimer timer;
    timer.start();
    RawClient client(port());
    client.send("GET", "/v1/services/simple/events");
    QTRY_COMPARE(board().state(scenario("slow-events")).timesMet, 1);
    skip(2700ms);
    QTRY_VERIFY_WITH_TIMEOUT(client.isWhole(), 60000);
    QVERIFY(timer.elapsed() >= 500);
    QCOMPARE(client.status(), 200);
}

void TestFaults::eachKindAlone_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const RequestKind kind : allRequestKinds)
        QTest::newRow(qPrintable(toText(kind))) << toText(kind).toLatin1();
}

void TestFaults::eachKindAlone()
{
    QFETCH(const QByteArray, kind);
    const QString order = create(demo::clubEvent, demo::clubSet, 1).text("id");
    const QString gone = create(demo::clubEvent, demo::clubSet, 1).text("id");
    arm("500", kind, "always");
    QStringList failed;
    const auto note = [&](const char *name, const Said &said) {
        if (said.status == 500)
            failed.append(QString::fromLatin1(name));
    };
    note("events", tell("GET", QStringLiteral("/v1/services/simple/events?page_size=1")));
    note("create", create(demo::event, demo::set, 1));
    note("read", tell("GET", QStringLiteral("/v1/resources/orders/") + order));
    note("choose", change(order, R"({"payment": {"system": "api/BASE"}})"));
    note("start", change(order, R"({"payment": {"system": "api/BASE"}, "status": "in_progress"})"));
    note("confirm", change(order, R"({"status": "done"})"));
    note("cancel", change(gone, R"({"status": "canceled"})"));
    note("refund", tell("GET", QStringLiteral("/v1/resources/refund_requests")));
    note("other", tell("GET", QStringLiteral("/v1/resources/partners/") + demo::partner));
    QCOMPARE(failed, QStringList{QString::fromLatin1(kind)});
}

void TestFaults::conflictsAreForChanges()
{
    arm("409-once");
    const QString order = create(demo::event, demo::set, 1).text("id"); // nothing is being processed there yet
    QVERIFY(!order.isEmpty());
    QCOMPARE(statusOf(order), QStringLiteral("executed"));
    QCOMPARE(change(order, R"({"payment": {"system": "api/BASE"}})").status, 409);
    QCOMPARE(change(order, R"({"payment": {"system": "api/BASE"}})").status, 200);
}

void TestFaults::asOftenAsSaid()
{
    arm("500", "read", "3");
    for (const int expected : {500, 500, 500, 200, 200})
        QCOMPARE(tell("GET", QString::fromLatin1(orders)).status, expected);
    QCOMPARE(board().state(scenario("500")).timesMet, 3);
}

void TestFaults::offline()
{
    RawClient connected(port());
    QTRY_VERIFY(connected.isConnected());
    arm("offline");
    QTRY_VERIFY(connected.isClosed());
    RawClient refused(port());
    QTRY_VERIFY(refused.isRefused());

    board().disarmAll();
    QTRY_COMPARE(tell("GET", QString::fromLatin1(orders)).status, 200);
}

void TestFaults::offlineComesBackByItself()
{
    QElapsedTimer timer;
    timer.start();
    arm("offline-10s");
    QTRY_COMPARE(tell("GET", QString::fromLatin1(orders)).status, 0);
    skip(9s);
    QTRY_VERIFY_WITH_TIMEOUT(!board().isArmed(scenario("offline-10s")), 60000);
    QVERIFY(timer.elapsed() >= 400); // its timer is a coarse one: it may be half a second early
    QTRY_COMPARE(tell("GET", QString::fromLatin1(orders)).status, 200);
}

void TestFaults::thePaymentPageIsSpared()
{
    const Said order = started(demo::event, demo::set);
    const QString page = QUrl(order.json[QStringLiteral("payment")][QStringLiteral("redirect_url")].toString()).path();
    arm("500", {}, "always");
    arm("cut-after", {}, "always");
    QCOMPARE(tell("POST", page + QStringLiteral("/pay")).status, 303);
}

} // namespace okoshko::test::tst_sandbox_faults

OKOSHKO_TEST(tst_sandbox_faults, TestFaults, QCoreApplication)
#include "tst_sandbox_faults.moc"
