// SPDX-License-Identifier: GPL-3.0-or-later
#include "StagedSandbox.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace std::chrono_literals;

namespace okoshko::test::tst_sandbox_scenarios {

using namespace okoshko::sandbox;

/// The scenarios of reserving, of paying and of the clock, seen by a client.
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
    QCOMPARE(moment(first.order()[QStringLiteral("reserved_till")]), noon() + std::chrono::seconds(seconds));
    const Said second = create(demo::event, demo::set, 1);
    QCOMPARE(moment(second.order()[QStringLiteral("reserved_till")]), noon() + 10min);

    pass(std::chrono::seconds(seconds) - 1ms);
    QCOMPARE(statusOf(first.text("id")), QStringLiteral("executed"));
    pass(1ms);
    QCOMPARE(statusOf(first.text("id")), QStringLiteral("expired"));
    QCOMPARE(statusOf(second.text("id")), QStringLiteral("executed"));
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

void TestScenarios::priceChanged()
{
    const auto price = [this] {
        return event(demo::clubEvent)[QStringLiteral("sets")][0][QStringLiteral("price")].toString();
    };
    QCOMPARE(price(), QStringLiteral("1650.00"));
    arm("price-changed");
    const QString order = create(demo::clubEvent, demo::clubSet, 2).text("id");
    const auto value = [&] { return tell("GET", QStringLiteral("/v1/resources/orders/") + order).text("value"); };
    QCOMPARE(value(), QStringLiteral("3500.00"));
    QCOMPARE(price(), QStringLiteral("1750.00"));
    pass(60s);
    QCOMPARE(price(), QStringLiteral("1650.00"));
    QCOMPARE(value(), QStringLiteral("3500.00")); // reserved is reserved
    QCOMPARE(create(demo::clubEvent, demo::clubSet, 1).text("value"), QStringLiteral("1650.00"));
}

void TestScenarios::eventGone()
{
    const QString earlier = create(demo::event, demo::set, 1).text("id");
    arm("event-gone");
    QCOMPARE(create(demo::event, demo::set, 1).status, 404);
    QVERIFY(event(demo::event).isEmpty());
    QCOMPARE(tell("GET", QStringLiteral("/v1/services/simple/events/") + demo::event).status, 404);
    QCOMPARE(statusOf(earlier), QStringLiteral("executed"));
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
        QTest::newRow(label) << QByteArray(name) << moments << QString::fromLatin1(statuses).split(QLatin1Char(' '));
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
    const QJsonArray tickets = tell("GET", QStringLiteral("/v1/resources/orders/%1/tickets").arg(order)).json.array();
    QCOMPARE(tickets.size(), 1);
    QCOMPARE(tickets[0][QStringLiteral("barcode")].isString(), statuses.last() == QStringLiteral("done"));
    // It was for one payment.
    const QString next = started(demo::event, demo::set).text("id");
    pass(60s);
    QCOMPARE(statusOf(next), QStringLiteral("in_progress"));
}

void TestScenarios::lateMoneyLandsAfterACancellation()
{
    arm("paid-after-expiry");
    const QString order = started(demo::event, demo::set).text("id");
    QCOMPARE(change(order, R"({"status": "canceled"})").status, 200);
    pass(14s);
    QCOMPARE(statusOf(order), QStringLiteral("canceled"));
    pass(1s);
    QCOMPARE(statusOf(order), QStringLiteral("done"));
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
    const Said paid = tell("GET", QStringLiteral("/v1/resources/orders/") + late);
    QCOMPARE(paid.text("status"), QStringLiteral("done"));
    QCOMPARE(paid.tickets(), 0);
    QCOMPARE(tell("GET", QStringLiteral("/v1/resources/orders/") + other.text("id")).tickets(), 1);
    change(other.text("id"), R"({"status": "canceled"})");
    QCOMPARE(vacant(demo::lastEvent, demo::lastSet), 1);
}

void TestScenarios::cancelledBeforePaymentToo()
{
    arm("cancelled-by-server", "create");
    const QString order = create(demo::clubEvent, demo::clubSet, 1).text("id");
    pass(4'999ms);
    QCOMPARE(statusOf(order), QStringLiteral("executed"));
    pass(1ms);
    QCOMPARE(statusOf(order), QStringLiteral("canceled"));
}

void TestScenarios::buyerLeaves()
{
    arm("buyer-leaves");
    const Said order = started(demo::event, demo::set);
    const QString page = QUrl(order.json[QStringLiteral("payment")][QStringLiteral("redirect_url")].toString()).path();
    for (const QString &button : {QStringLiteral("/pay"), QStringLiteral("/decline")})
        QCOMPARE(tell("POST", page + button).status, 409);
    QCOMPARE(statusOf(order.text("id")), QStringLiteral("in_progress"));
    QCOMPARE(change(order.text("id"), R"({"status": "canceled"})").status, 200);
}

void TestScenarios::forbiddenRedirect()
{
    arm("forbidden-redirect");
    const Said order = started(demo::event, demo::set);
    const Said again = tell("GET", QStringLiteral("/v1/resources/orders/") + order.text("id"));
    for (const Said &said : {order, again}) {
        const QUrl url(said.json[QStringLiteral("payment")][QStringLiteral("redirect_url")].toString());
        QCOMPARE(url.scheme(), QStringLiteral("javascript"));
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
    QCOMPARE(change(order, R"({"status": "done"})").text("status"), QStringLiteral("done"));
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
        const auto reply = ask("GET", QStringLiteral("/v1/resources/orders/") + order);
        const Instant till = moment(json(*reply)[QStringLiteral("reserved_till")]);
        return std::pair(reply->rawHeader("Date"), till);
    };
    QCOMPARE(seen(), std::pair(toHttpDate(noon()), noon() + 10min));
    arm(name);
    const Instant moved = noon() + std::chrono::minutes(minutes);
    QCOMPARE(seen(), std::pair(toHttpDate(moved), moved + 10min));
    const Said later = create(demo::event, demo::set, 1);
    QCOMPARE(moment(later.order()[QStringLiteral("created_at")]), moved);
    QCOMPARE(moment(later.order()[QStringLiteral("reserved_till")]), moved + 10min);
    pass(9min);
    QCOMPARE(statusOf(order), QStringLiteral("executed"));
    board().disarmAll();
    QCOMPARE(seen(), std::pair(toHttpDate(noon() + 9min), noon() + 10min));
    pass(1min);
    QCOMPARE(statusOf(order), QStringLiteral("expired"));
}

} // namespace okoshko::test::tst_sandbox_scenarios

OKOSHKO_TEST(tst_sandbox_scenarios, TestScenarios, QCoreApplication)
#include "tst_sandbox_scenarios.moc"
