// SPDX-License-Identifier: GPL-3.0-or-later
#include "RunningSandbox.h"
#include "tests/support/TestProgram.h"

#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace okoshko::test::tst_sandbox_scenarios {

using namespace okoshko::sandbox;

/// The scenarios of reserving, of paying, of the clock, of answers and of the line, seen by a client.
class TestScenarios : public StagedSandbox
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void holds_data();
    void holds();
    void soldOut();
    void partial();
    void changesOfAnOrder();
    void combinedStart();
    void barcodesAndLegalData();
    void priceChanged();
    void eventGone();
    void payments_data();
    void payments();
    void lateMoneyLandsAfterACancellation();
    void lateMoneyTakesNobodysSeat();
    void cancelledBeforePaymentToo();
    void buyerLeaves();
    void forbiddenRedirect();
    void paymentsWithoutAPageAreLeftAlone_data();
    void paymentsWithoutAPageAreLeftAlone();
    void clock_data();
    void clock();
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
    void endlessRequestIsCut();

private:
    [[nodiscard]] quint16 port() const { return static_cast<quint16>(m_url.port()); }
    int ordersAtTheVendor();
    static QByteArray recorded() { return fixture("create.request.json"); }
    static constexpr const char *orders = "/v1/resources/orders";
};

void TestScenarios::holds_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("seconds");
    QTest::newRow("2:05") << QByteArray("hold-2m05") << 125;
    QTest::newRow("0:15") << QByteArray("hold-15s") << 15;
    QTest::newRow("before payment") << QByteArray("expired-before-payment") << 8;
}

void TestScenarios::holds()
{
    QFETCH(const QByteArray, name);
    QFETCH(const int, seconds);
    arm(name);
    const Said first = create(demo::event, demo::set, 1);
    QCOMPARE(first.status, 201);
    QCOMPARE(moment(first.order()[u"reserved_till"_s]), noon() + std::chrono::seconds(seconds));
    const Said second = create(demo::event, demo::set, 1);
    QCOMPARE(moment(second.order()[u"reserved_till"_s]), noon() + 10min);

    pass(std::chrono::seconds(seconds) - 1ms);
    QCOMPARE(statusOf(first.text("id")), u"executed"_s);
    pass(1ms);
    QCOMPARE(statusOf(first.text("id")), u"expired"_s);
    QCOMPARE(statusOf(second.text("id")), u"executed"_s);
}

void TestScenarios::soldOut()
{
    const int before = vacant(demo::event, demo::set);
    arm("sold-out");
    const Said order = create(demo::event, demo::set, 2);
    QCOMPARE(order.status, 201);
    QCOMPARE(order.tickets(), 0);
    QCOMPARE(vacant(demo::event, demo::set), 0);
    QCOMPARE(create(demo::event, demo::set, 1).tickets(), 0); // they are really gone
    pass(60s);
    QCOMPARE(vacant(demo::event, demo::set), before);
}

void TestScenarios::partial()
{
    arm("partial");
    QCOMPARE(create(demo::event, demo::set, 1).tickets(), 1); // cannot be less
    QVERIFY(board().isArmed(scenario("partial")));
    QCOMPARE(create(demo::event, demo::set, 3).tickets(), 2);
    QVERIFY(!board().isArmed(scenario("partial")));
    QCOMPARE(create(demo::event, demo::set, 3).tickets(), 3);
}

void TestScenarios::changesOfAnOrder()
{
    const QString order = create(demo::clubEvent, demo::clubSet, 2).text("id");
    const auto wants = [&](int count) {
        return QStringLiteral(R"({"random": {"%1": %2}})").arg(demo::clubSet).arg(count).toUtf8();
    };
    arm("change-refused");
    QCOMPARE(change(order, wants(3)).status, 400);
    QCOMPARE(tell("GET", u"/v1/resources/orders/"_s + order).tickets(), 2);

    arm("change-partly");
    QCOMPARE(change(order, wants(1)).tickets(), 1); // tickets are given back
    QVERIFY(board().isArmed(scenario("change-partly")));
    QCOMPARE(change(order, wants(4)).tickets(), 3);
    QCOMPARE(change(order, wants(4)).tickets(), 4);

    arm("code-refused");
    QCOMPARE(change(order, R"({"promocodes": []})").status, 200);
    QVERIFY(board().isArmed(scenario("code-refused")));
    const Said refused = change(order, R"({"promocodes": ["ANY"]})");
    QCOMPARE(refused.status, 200);
    QCOMPARE(refused.json[u"errors"_s][0][u"code"_s].toString(), u"promocode_not_found"_s);
    QCOMPARE(refused.tickets(), 4);
}

void TestScenarios::combinedStart()
{
    const QByteArray both = R"({"payment": {"system": "api/BASE"}, "status": "in_progress"})";
    const QString order = create(demo::clubEvent, demo::clubSet, 1).text("id");
    arm("combined-refused");
    QCOMPARE(change(order, both).status, 400);
    QCOMPARE(statusOf(order), u"executed"_s);
    QCOMPARE(change(order, R"({"payment": {"system": "api/BASE"}})").status, 200);
    QCOMPARE(change(order, R"({"status": "in_progress"})").status, 200);
    const QString second = create(demo::clubEvent, demo::clubSet, 1).text("id");
    QCOMPARE(change(second, both).status, 400); // until it is switched off
    board().disarm(scenario("combined-refused"));
    QCOMPARE(change(second, both).text("status"), u"in_progress"_s);
}

void TestScenarios::barcodesAndLegalData()
{
    const QString order = create(demo::clubEvent, demo::clubSet, 2).text("id");
    QCOMPARE(change(order, R"({"payment": {"system": "api/BASE"}, "status": "in_progress"})").status, 200);
    QCOMPARE(change(order, R"({"status": "done"})").status, 200);
    const auto barcodes = [&] {
        QStringList all;
        for (const QJsonValue &ticket : tell("GET", u"/v1/resources/orders/%1/tickets"_s.arg(order)).json.array())
            all << ticket[u"barcode"_s].toString();
        return all;
    };
    const QStringList right = barcodes();
    QVERIFY(!right.contains(QString()) && right.first() != right.last());
    arm("no-barcodes");
    QCOMPARE(barcodes(), (QStringList{QString(), QString()}));
    board().disarm(scenario("no-barcodes"));
    arm("same-barcode");
    QCOMPARE(barcodes(), (QStringList{right.first(), right.first()}));
    board().disarm(scenario("same-barcode"));
    QCOMPARE(barcodes(), right);

    const QString partner = u"/v1/resources/partners/"_s + demo::partner;
    QVERIFY(!tell("GET", partner).json[u"legal"_s][u"detail"_s][u"inn"_s].toString().isEmpty());
    QVERIFY(event(demo::clubEvent)[u"legal_detail"_s].isObject());
    arm("no-legal");
    QVERIFY(tell("GET", partner).json[u"legal"_s].isNull());
    QVERIFY(event(demo::clubEvent)[u"legal_detail"_s].isNull());
}

void TestScenarios::priceChanged()
{
    const auto price = [this] { return event(demo::clubEvent)[u"sets"_s][0][u"price"_s].toString(); };
    QCOMPARE(price(), u"1650.00"_s);
    arm("price-changed");
    const QString order = create(demo::clubEvent, demo::clubSet, 2).text("id");
    const auto value = [&] { return tell("GET", u"/v1/resources/orders/"_s + order).text("value"); };
    QCOMPARE(value(), u"3500.00"_s);
    QCOMPARE(price(), u"1750.00"_s);
    pass(60s);
    QCOMPARE(price(), u"1650.00"_s);
    QCOMPARE(value(), u"3500.00"_s); // reserved is reserved
    QCOMPARE(create(demo::clubEvent, demo::clubSet, 1).text("value"), u"1650.00"_s);
}

void TestScenarios::eventGone()
{
    const QString earlier = create(demo::event, demo::set, 1).text("id");
    arm("event-gone");
    QCOMPARE(create(demo::event, demo::set, 1).status, 404);
    QVERIFY(event(demo::event).isEmpty());
    QCOMPARE(tell("GET", u"/v1/services/simple/events/"_s + demo::event).status, 404);
    QCOMPARE(statusOf(earlier), u"executed"_s);
    pass(60s);
    QVERIFY(!event(demo::event).isEmpty());
    QCOMPARE(create(demo::event, demo::set, 1).tickets(), 1);
}

void TestScenarios::payments_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QList<int>>("moments"); // milliseconds after the start
    QTest::addColumn<QStringList>("statuses");
    const auto row = [](const char *label, const char *name, const QList<int> &moments, const char *statuses) {
        QTest::newRow(label) << QByteArray(name) << moments << QString::fromLatin1(statuses).split(u' ');
    };
    row("expired while paying", "expired-while-paying", {14'999, 15'000, 60'000}, "in_progress expired expired");
    row("paid in the last second", "paid-last-second", {13'999, 14'000, 60'000}, "in_progress done done");
    row("paid in the last second, asked late", "paid-last-second", {60'000}, "done");
    row("paid after expiry", "paid-after-expiry", {9'999, 10'000, 14'999, 15'000}, "in_progress expired expired done");
    row("paid after expiry, asked late", "paid-after-expiry", {60'000}, "done");
    row("declined", "declined", {4'999, 5'000}, "in_progress canceled");
    row("cancelled by the server", "cancelled-by-server", {4'999, 5'000}, "in_progress canceled");
}

void TestScenarios::payments()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QList<int>, moments);
    QFETCH(const QStringList, statuses);
    arm(name);
    const QString order = started(demo::event, demo::set).text("id");
    int now = 0;
    for (qsizetype i = 0; i < moments.size(); ++i) {
        pass(std::chrono::milliseconds(moments[i] - now));
        now = moments[i];
        QCOMPARE(statusOf(order), statuses[i]);
    }
    const QJsonArray tickets = tell("GET", u"/v1/resources/orders/%1/tickets"_s.arg(order)).json.array();
    QCOMPARE(tickets.size(), 1);
    QCOMPARE(tickets[0][u"barcode"_s].isString(), statuses.last() == u"done"_s);
    // It was for one payment.
    const QString next = started(demo::event, demo::set).text("id");
    pass(60s);
    QCOMPARE(statusOf(next), u"in_progress"_s);
}

void TestScenarios::lateMoneyLandsAfterACancellation()
{
    arm("paid-after-expiry");
    const QString order = started(demo::event, demo::set).text("id");
    QCOMPARE(change(order, R"({"status": "canceled"})").status, 200);
    pass(14s);
    QCOMPARE(statusOf(order), u"canceled"_s);
    pass(1s);
    QCOMPARE(statusOf(order), u"done"_s);
}

void TestScenarios::lateMoneyTakesNobodysSeat()
{
    arm("paid-after-expiry");
    const QString late = create(demo::lastEvent, demo::lastSet, 1).text("id");
    change(late, R"({"payment": {"system": "platron/OTHER"}, "status": "in_progress", "customer":
                     {"first_name": "A", "last_name": "B", "email": "a@b.example"}})");
    QVERIFY(!board().isArmed(scenario("paid-after-expiry")));
    pass(10s);
    const Said other = create(demo::lastEvent, demo::lastSet, 1);
    QCOMPARE(other.tickets(), 1);
    pass(5s);
    const Said paid = tell("GET", u"/v1/resources/orders/"_s + late);
    QCOMPARE(paid.text("status"), u"done"_s);
    QCOMPARE(paid.tickets(), 0);
    QCOMPARE(tell("GET", u"/v1/resources/orders/"_s + other.text("id")).tickets(), 1);
    change(other.text("id"), R"({"status": "canceled"})");
    QCOMPARE(vacant(demo::lastEvent, demo::lastSet), 1);
}

void TestScenarios::cancelledBeforePaymentToo()
{
    arm("cancelled-by-server", "create");
    const QString order = create(demo::clubEvent, demo::clubSet, 1).text("id");
    pass(4'999ms);
    QCOMPARE(statusOf(order), u"executed"_s);
    pass(1ms);
    QCOMPARE(statusOf(order), u"canceled"_s);
}

void TestScenarios::buyerLeaves()
{
    arm("buyer-leaves");
    const Said order = started(demo::event, demo::set);
    const QString page = QUrl(order.json[u"payment"_s][u"redirect_url"_s].toString()).path();
    for (const QString &button : {u"/pay"_s, u"/decline"_s})
        QCOMPARE(tell("POST", page + button).status, 409);
    QCOMPARE(statusOf(order.text("id")), u"in_progress"_s);
    QCOMPARE(change(order.text("id"), R"({"status": "canceled"})").status, 200);
}

void TestScenarios::forbiddenRedirect()
{
    arm("forbidden-redirect");
    const Said order = started(demo::event, demo::set);
    const Said again = tell("GET", u"/v1/resources/orders/"_s + order.text("id"));
    for (const Said &said : {order, again}) {
        const QUrl url(said.json[u"payment"_s][u"redirect_url"_s].toString());
        QCOMPARE(url.scheme(), u"javascript"_s);
    }
    QCOMPARE(change(order.text("id"), R"({"status": "done"})").status, 400); // the buyer pays, not the seller
}

void TestScenarios::paymentsWithoutAPageAreLeftAlone_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"paid-last-second", "paid-after-expiry", "declined", "buyer-leaves", "no-redirect", "forbidden-redirect"})
        QTest::newRow(name) << QByteArray(name);
}

void TestScenarios::paymentsWithoutAPageAreLeftAlone()
{
    QFETCH(const QByteArray, name);
    arm(name);
    const QString order = started(demo::clubEvent, demo::clubSet).text("id");
    pass(60s);
    QCOMPARE(change(order, R"({"status": "done"})").text("status"), u"done"_s);
    QVERIFY(board().isArmed(scenario(name.constData())));
}

void TestScenarios::clock_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("minutes");
    QTest::newRow("fast") << QByteArray("clock-fast") << 7;
    QTest::newRow("slow") << QByteArray("clock-slow") << -7;
}

void TestScenarios::clock()
{
    QFETCH(const QByteArray, name);
    QFETCH(const int, minutes);
    const QString order = create(demo::event, demo::set, 1).text("id");
    const auto seen = [&] {
        const auto reply = ask("GET", u"/v1/resources/orders/"_s + order);
        const Instant till = moment(json(*reply)[u"reserved_till"_s]);
        return std::pair(reply->rawHeader("Date"), till);
    };
    QCOMPARE(seen(), std::pair(toHttpDate(noon()), noon() + 10min));
    arm(name);
    const Instant moved = noon() + std::chrono::minutes(minutes);
    QCOMPARE(seen(), std::pair(toHttpDate(moved), moved + 10min));
    const Said later = create(demo::event, demo::set, 1);
    QCOMPARE(moment(later.order()[u"created_at"_s]), moved);
    QCOMPARE(moment(later.order()[u"reserved_till"_s]), moved + 10min);
    pass(9min);
    QCOMPARE(statusOf(order), u"executed"_s);
    board().disarmAll();
    QCOMPARE(seen(), std::pair(toHttpDate(noon() + 9min), noon() + 10min));
    pass(1min);
    QCOMPARE(statusOf(order), u"expired"_s);
}

int TestScenarios::ordersAtTheVendor()
{
    return static_cast<int>(tell("GET", QString::fromLatin1(orders)).json.array().size());
}

void TestScenarios::faults_data()
{
    enum : bool { standing = true, next = false };
    QTest::addColumn<int>("answered"); // 0: nothing comes
    QTest::addColumn<bool>("whole");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<bool>("acts"); // the vendor does what it was asked
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

void TestScenarios::faults()
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

void TestScenarios::whatTheAnswersSay()
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
    QVERIFY(order[u"id"_s].isDouble());
    QVERIFY(!order[u"tickets"_s].isArray());
    QVERIFY(!order[u"payment"_s].isObject());
}

void TestScenarios::slowIsLateNotLost()
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

void TestScenarios::slowEventsAreForEvents()
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
    arm("slow-minute"); // the longer one is met
    client.send("GET", "/v1/services/simple/events");
    QTRY_COMPARE(board().state(scenario("slow-minute")).timesMet, 1);
    QCOMPARE(board().state(scenario("slow-events")).timesMet, 1);
}

void TestScenarios::eachKindAlone_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const RequestKind kind : allRequestKinds)
        QTest::newRow(qPrintable(toText(kind))) << toText(kind).toLatin1();
}

void TestScenarios::eachKindAlone()
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
    note("events", tell("GET", u"/v1/services/simple/events?page_size=1"_s));
    note("create", create(demo::event, demo::set, 1));
    note("read", tell("GET", u"/v1/resources/orders/"_s + order));
    note("change", change(order, R"({"customer": {"email": "anna@example.org"}})"));
    note("choose", change(order, R"({"payment": {"system": "api/BASE"}})"));
    note("start", change(order, R"({"payment": {"system": "api/BASE"}, "status": "in_progress"})"));
    note("confirm", change(order, R"({"status": "done"})"));
    note("cancel", change(gone, R"({"status": "canceled"})"));
    note("refund", tell("GET", u"/v1/resources/refund_requests"_s));
    note("other", tell("GET", u"/v1/resources/partners/"_s + demo::partner));
    QCOMPARE(failed, QStringList{QString::fromLatin1(kind)});
}

void TestScenarios::conflictsAreForChanges()
{
    arm("409-once");
    const QString order = create(demo::event, demo::set, 1).text("id"); // nothing is being processed there yet
    QVERIFY(!order.isEmpty());
    QCOMPARE(statusOf(order), u"executed"_s);
    QCOMPARE(change(order, R"({"payment": {"system": "api/BASE"}})").status, 409);
    QCOMPARE(change(order, R"({"payment": {"system": "api/BASE"}})").status, 200);
}

void TestScenarios::asOftenAsSaid()
{
    arm("500", "read", "3");
    for (const int expected : {500, 500, 500, 200, 200})
        QCOMPARE(tell("GET", QString::fromLatin1(orders)).status, expected);
    QCOMPARE(board().state(scenario("500")).timesMet, 3);
}

void TestScenarios::offline()
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

void TestScenarios::offlineComesBackByItself()
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

void TestScenarios::thePaymentPageIsSpared()
{
    const Said order = started(demo::event, demo::set);
    const QString page = QUrl(order.json[u"payment"_s][u"redirect_url"_s].toString()).path();
    arm("500", {}, "always");
    arm("cut-after", {}, "always");
    QCOMPARE(tell("POST", page + u"/pay"_s).status, 303);
}

void TestScenarios::endlessRequestIsCut()
{
    RawClient client(port());
    client.send("POST", orders, QByteArray(Relay::largestRequest + 1, 'x'));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(ordersAtTheVendor(), 0);
}

} // namespace okoshko::test::tst_sandbox_scenarios

OKOSHKO_TEST(tst_sandbox_scenarios, TestScenarios, QCoreApplication)
#include "tst_sandbox_scenarios.moc"
