// SPDX-License-Identifier: GPL-3.0-or-later
#include "Desk.h"
#include "tests/support/TestProgram.h"

#include <QRegularExpression>
#include <QTest>

using namespace std::chrono_literals;

namespace okoshko::test::tst_sandbox_orders {

using namespace okoshko::sandbox;

/// What an order holds, costs and shows, on a clock that the test moves.
class TestOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partialAndEmpty();
    void allOrNothing_data();
    void allOrNothing();
    void twoBuyersOneTicket();
    void holdRunsOut();
    void paymentMovesTheHold();
    void desiredStateNotDelta();
    void chosenSeats();
    void onlyDropsOncePaying();
    void choiceShowsOnceStarted();
    void freeOrderHasNoPage();
    void platronNeedsCustomer();
    void badWishes_data();
    void badWishes();
    void priceRuleChanges();
    void promoCodes();
    void barcodesOnlyWhenDone();
    void busyWhileProcessing();
    void seedRepeats();
};

void TestOrders::partialAndEmpty()
{
    Desk desk;
    QCOMPARE(desk.reserve(demo::event, demo::set, 498).tickets().size(), 498);
    const Answer partial = desk.reserve(demo::event, demo::set, 5);
    QCOMPARE(partial.status(), 201);
    QCOMPARE(partial.tickets().size(), 2);
    QCOMPARE(partial.text("value"), QStringLiteral("200.00"));
    const Answer empty = desk.reserve(demo::clubEvent, demo::clubSoldOut, 1);
    QCOMPARE(empty.status(), 201);
    QCOMPARE(empty.tickets().size(), 0);
    QCOMPARE(empty.text("value"), QStringLiteral("0.00"));
    QCOMPARE(desk.begin(empty.id()).status(), 400);
    QCOMPARE(desk.change(empty.id(), R"({"status": "canceled"})").status(), 200);
}

void TestOrders::allOrNothing_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("held");
    QTest::newRow("bool") << QByteArray("true") << 0;
    QTest::newRow("recorded string") << QByteArray("\"true\"") << 0;
    QTest::newRow("off") << QByteArray("false") << 1;
}

void TestOrders::allOrNothing()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, held);
    Desk desk;
    const Answer answer = desk.reserve(demo::lastEvent, demo::lastSet, 2, "\"all_or_nothing\": " + value);
    QCOMPARE(answer.status(), 201);
    QCOMPARE(answer.tickets().size(), held);
    QCOMPARE(desk.vacant(demo::lastEvent, demo::lastSet), 1 - held);
}

void TestOrders::twoBuyersOneTicket()
{
    Desk desk;
    const Answer first = desk.reserve(demo::lastEvent, demo::lastSet, 1);
    const Answer second = desk.reserve(demo::lastEvent, demo::lastSet, 1);
    QCOMPARE(first.tickets().size(), 1);
    QCOMPARE(second.tickets().size(), 0);
    desk.change(first.id(), R"({"status": "canceled"})");
    const Answer again = desk.change(second.id(), R"({"random": {")" + demo::lastSet.toLatin1() + R"(": 1}})");
    QCOMPARE(again.tickets().size(), 1);
}

void TestOrders::holdRunsOut()
{
    Desk desk({.hold = 60s, .processing = {}});
    const Answer order = desk.reserve(demo::lastEvent, demo::lastSet, 1);
    QCOMPARE(order.text("reserved_till"), QStringLiteral("2026-03-02T12:01:00.250000+00:00"));
    desk.pass(60s - 1ms);
    QCOMPARE(desk.read(order.id()).text("status"), QStringLiteral("executed"));
    desk.pass(1ms);
    // Asked about the event, not about the order: the seat must be back either way.
    QCOMPARE(desk.vacant(demo::lastEvent, demo::lastSet), 1);
    QCOMPARE(desk.read(order.id()).text("status"), QStringLiteral("expired"));
    QCOMPARE(desk.begin(order.id()).status(), 400);
}

void TestOrders::paymentMovesTheHold()
{
    Desk desk;
    const Answer page = desk.begin(desk.reserve(demo::event, demo::set, 1).id());
    QCOMPARE(page.text("reserved_till"), QStringLiteral("2026-03-02T12:30:00.250000+00:00"));
    QVERIFY(page.payment().contains(QStringLiteral("redirect_url")));
    const Answer seller = desk.begin(desk.reserve(demo::clubEvent, demo::clubSet, 1).id());
    QCOMPARE(seller.text("reserved_till"), QStringLiteral("2026-03-03T00:00:00.250000+00:00"));
    QVERIFY(!seller.payment().contains(QStringLiteral("redirect_url")));
    desk.pass(30min);
    QCOMPARE(desk.read(page.id()).text("status"), QStringLiteral("expired"));
    QCOMPARE(desk.read(seller.id()).text("status"), QStringLiteral("in_progress"));
}

void TestOrders::desiredStateNotDelta()
{
    Desk desk;
    const Answer order = desk.reserve(demo::event, demo::set, 3);
    const QByteArray two = R"({"random": {")" + demo::set.toLatin1() + R"(": 2}})";
    const Answer fewer = desk.change(order.id(), two);
    QCOMPARE(fewer.tickets().size(), 2);
    QCOMPARE(fewer.text("value"), QStringLiteral("200.00"));
    QCOMPARE(desk.change(order.id(), two).tickets(), fewer.tickets());
    QCOMPARE(desk.vacant(demo::event, demo::set), 498);
    QCOMPARE(desk.change(order.id(), R"({"tickets": []})").tickets().size(), 0);
    QCOMPARE(desk.vacant(demo::event, demo::set), 500);
}

void TestOrders::chosenSeats()
{
    Desk desk;
    const QStringList seats = desk.seats(demo::hallEvent);
    const int before = desk.vacant(demo::hallEvent, demo::hallSet);
    const Answer first = desk.reserve(demo::hallEvent, {seats[0], seats[1]});
    QCOMPARE(first.tickets().size(), 2);
    const Answer second = desk.reserve(demo::hallEvent, {seats[1], seats[2]});
    QCOMPARE(second.tickets(), QJsonArray{seats[2]});
    QCOMPARE(desk.vacant(demo::hallEvent, demo::hallSet), before - 3);
    QVERIFY(!desk.seats(demo::hallEvent).contains(seats[0]));
    const QByteArray both =
        R"({"event": ")" + demo::hallEvent.toLatin1() + R"(", "random": {")" + demo::hallSet.toLatin1() + R"(": 1}})";
    QCOMPARE(desk.ask("POST", QStringLiteral("/v1/resources/orders"), both).status(), 400); // has seats
    QCOMPARE(desk.reserve(demo::event, {seats[5]}).status(), 400);                          // of another event
}

void TestOrders::onlyDropsOncePaying()
{
    Desk desk;
    const Answer order = desk.reserve(demo::clubEvent, demo::clubSet, 3);
    desk.begin(order.id());
    const auto count = [](int n) {
        return R"({"random": {")" + demo::clubSet.toLatin1() + "\": " + QByteArray::number(n) + "}}";
    };
    QCOMPARE(desk.change(order.id(), count(4)).status(), 400);
    QCOMPARE(desk.change(order.id(), count(0)).status(), 400);
    QCOMPARE(desk.change(order.id(), R"({"payment": {"system": "api/BASE"}})").status(), 400);
    const Answer fewer = desk.change(order.id(), count(1));
    QCOMPARE(fewer.status(), 200);
    QCOMPARE(fewer.text("value"), QStringLiteral("1650.00"));
    QCOMPARE(desk.vacant(demo::clubEvent, demo::clubSet), 399);
}

void TestOrders::choiceShowsOnceStarted()
{
    Desk desk;
    const Answer order = desk.reserve(demo::event, demo::set, 1);
    const Answer chosen = desk.change(
        order.id(), R"({"payment": {"system": "545b544a5d645a463e779d53", "success_url": "https://a.example/ok"},
                        "customer": {"email": "anna@example.com", "first_name": "Анна"}})");
    QCOMPARE(chosen.object(), order.object());
    const Answer begun = desk.change(order.id(), R"({"status": "in_progress"})");
    QCOMPARE(begun.payment().value(QStringLiteral("system")).toString(), QStringLiteral("545b544a5d645a463e779d53"));
    QCOMPARE(begun.payment().value(QStringLiteral("success_url")).toString(), QStringLiteral("https://a.example/ok"));
    const QJsonObject customer = begun.object().value(QStringLiteral("customer")).toObject();
    QCOMPARE(customer.value(QStringLiteral("first_name")).toString(), QStringLiteral("Анна"));
    QCOMPARE(customer.value(QStringLiteral("lang")).toString(), QStringLiteral("ru"));
}

void TestOrders::freeOrderHasNoPage()
{
    Desk desk;
    const Answer order = desk.reserve(demo::freeEvent, demo::freeSet, 2);
    QCOMPARE(order.text("value"), QStringLiteral("0.00"));
    const Answer begun = desk.begin(order.id());
    QCOMPARE(begun.status(), 200);
    QVERIFY(!begun.payment().contains(QStringLiteral("redirect_url")));
    QCOMPARE(desk.change(order.id(), R"({"status": "done"})").text("status"), QStringLiteral("done"));
}

void TestOrders::platronNeedsCustomer()
{
    Desk desk;
    const QString order = desk.reserve(demo::clubEvent, demo::clubSet, 1).id();
    desk.change(order, R"({"payment": {"system": "platron/OTHER"}, "customer": {"first_name": "Анна"}})");
    const Answer refused = desk.change(order, R"({"status": "in_progress"})");
    QCOMPARE(refused.status(), 400);
    QCOMPARE(refused.object().value(QStringLiteral("errors")).toArray().size(), 2);
    const Answer begun =
        desk.change(order, R"({"customer": {"last_name": "К", "email": "a@b.example"}, "status": "in_progress"})");
    QVERIFY(begun.payment().contains(QStringLiteral("redirect_url")));
}

void TestOrders::badWishes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray event = "\"event\": \"" + demo::event.toLatin1() + '"';
    const QByteArray random = "\"random\": {\"" + demo::set.toLatin1() + "\": 1}";
    QTest::newRow("no JSON") << QByteArray("{") << 400;
    QTest::newRow("a list") << QByteArray("[]") << 400;
    QTest::newRow("nothing asked") << QByteArray('{' + event + '}') << 400;
    QTest::newRow("bad event id") << QByteArray("{\"event\": \"x\", " + random + '}') << 400;
    QTest::newRow("unknown event") << QByteArray("{\"event\": \"000000000000000000000000\", " + random + '}') << 404;
    QTest::newRow("both kinds") << QByteArray('{' + event + ", " + random + ", \"tickets\": []}") << 400;
    QTest::newRow("half a ticket") << QByteArray('{' + event + ", \"random\": {\"" + demo::set.toLatin1() + "\": 0.5}}")
                                   << 400;
    QTest::newRow("minus one") << QByteArray('{' + event + ", \"random\": {\"" + demo::set.toLatin1() + "\": -1}}")
                               << 400;
    QTest::newRow("foreign set") << QByteArray('{' + event + ", \"random\": {\"" + demo::clubSet.toLatin1() + "\": 1}}")
                                 << 400;
    QTest::newRow("unknown system") << QByteArray('{' + event + ", " + random +
                                                  R"(, "payment": {"system": "cash/NONE"}})")
                                    << 400;
    QTest::newRow("script address") << QByteArray('{' + event + ", " + random +
                                                  R"(, "payment": {"success_url": "javascript:void"}})")
                                    << 400;
    QTest::newRow("unknown status") << QByteArray('{' + event + ", " + random + R"(, "status": "paid"})") << 400;
}

void TestOrders::badWishes()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    Desk desk;
    QCOMPARE(desk.ask("POST", QStringLiteral("/v1/resources/orders"), body).status(), status);
    QCOMPARE(desk.vacant(demo::event, demo::set), 500);
    QCOMPARE(desk.ask("GET", QStringLiteral("/v1/resources/orders")).array().size(), 0);
}

void TestOrders::priceRuleChanges()
{
    Desk desk({.hold = 1h, .processing = {}});
    const Answer early = desk.reserve(demo::jazzEvent, demo::jazzSet, 1);
    QCOMPARE(early.text("value"), QStringLiteral("2200.00"));
    desk.pass(15min);
    const Answer late = desk.reserve(demo::jazzEvent, demo::jazzSet, 1);
    QCOMPARE(late.text("value"), QStringLiteral("2750.00"));
    QCOMPARE(late.text("value_extra"), QStringLiteral("250.00"));
    QCOMPARE(desk.read(early.id()).text("value"), QStringLiteral("2200.00")); // reserved is reserved
    const QJsonArray rules = desk.ask("GET", QStringLiteral("/v1/services/simple/events/") + demo::jazzEvent)
                                 .object()[QStringLiteral("sets")][0][QStringLiteral("rules")]
                                 .toArray();
    QCOMPARE(rules.size(), 3);
    for (qsizetype i = 0; i < rules.size(); ++i)
        QCOMPARE(rules.at(i).toObject().value(QStringLiteral("current")).toBool(), i == 1);
}

void TestOrders::promoCodes()
{
    Desk desk;
    const Answer order = desk.reserve(demo::clubEvent, demo::clubSet, 1);
    const Answer unknown = desk.change(order.id(), R"({"promocodes": ["NOPE"]})");
    QCOMPARE(unknown.status(), 200);
    QCOMPARE(unknown.object()[QStringLiteral("errors")][0][QStringLiteral("code")].toString(),
             QStringLiteral("promocode_not_found"));
    const Answer few = desk.change(order.id(), R"({"promocodes": ["COMPANY20"]})");
    QCOMPARE(few.object()[QStringLiteral("errors")][0][QStringLiteral("code")].toString(),
             QStringLiteral("promocode_limit_min_tickets"));
    const Answer applied = desk.change(order.id(), R"({"promocodes": ["okoshko10"]})");
    QVERIFY(!applied.object().contains(QStringLiteral("errors")));
    QCOMPARE(applied.object().value(QStringLiteral("promocodes")).toArray().size(), 1);
    QCOMPARE(applied.object()[QStringLiteral("values")][QStringLiteral("discount")].toString(),
             QStringLiteral("150.00"));
    QCOMPARE(applied.text("value"), QStringLiteral("1500.00"));
}

void TestOrders::barcodesOnlyWhenDone()
{
    Desk desk;
    const QString order = desk.reserve(demo::event, demo::set, 2).id();
    const QString path = QStringLiteral("/v1/resources/orders/%1/tickets").arg(order);
    const auto barcodes = [&] {
        QStringList list;
        const QJsonArray tickets = desk.ask("GET", path).array();
        for (const QJsonValue &ticket : tickets)
            list.append(ticket.toObject().value(QStringLiteral("barcode")).toString());
        return list;
    };
    QCOMPARE(barcodes(), (QStringList{QString(), QString()}));
    desk.begin(order);
    QCOMPARE(barcodes(), (QStringList{QString(), QString()}));
    desk.ask("POST", desk.payPath(order) + QStringLiteral("/pay"));
    const QStringList given = barcodes();
    static const QRegularExpression digits(QStringLiteral("\\A[0-9]{13}\\z"));
    for (const QString &barcode : given)
        QVERIFY(digits.match(barcode).hasMatch());
    QVERIFY(given[0] != given[1]);
    QCOMPARE(barcodes(), given);
}

void TestOrders::busyWhileProcessing()
{
    Desk desk({.hold = 10min, .processing = 500ms});
    const QString order = desk.reserve(demo::event, demo::set, 1).id();
    const QString other = desk.reserve(demo::event, demo::set, 1).id();
    QCOMPARE(desk.change(order, R"({"payment": {"system": "api/BASE"}})").status(), 200);
    const Answer busy = desk.change(order, R"({"status": "in_progress"})");
    QCOMPARE(busy.status(), 409);
    QCOMPARE(busy.text("error"), QStringLiteral("HTTPConflict"));
    QCOMPARE(desk.ask("DELETE", QStringLiteral("/v1/resources/orders/") + order).status(), 409);
    QCOMPARE(desk.read(order).status(), 200);
    QCOMPARE(desk.change(other, R"({"status": "canceled"})").status(), 200); // side by side is fine
    desk.pass(500ms);
    QCOMPARE(desk.change(order, R"({"status": "in_progress"})").status(), 200);
}

void TestOrders::seedRepeats()
{
    const auto story = [](quint64 seed) {
        Desk desk({}, seed);
        desk.reserve(demo::event, QStringLiteral("000000000000000000000000"), 1); // a refusal takes no id
        return desk.sell(demo::event, demo::set, 2).reply.body;
    };
    QCOMPARE(story(7), story(7));
    QVERIFY(story(7) != story(8));
}

} // namespace okoshko::test::tst_sandbox_orders

OKOSHKO_TEST(tst_sandbox_orders, TestOrders, QCoreApplication)
#include "tst_sandbox_orders.moc"
