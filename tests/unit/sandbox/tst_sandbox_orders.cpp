// SPDX-License-Identifier: GPL-3.0-or-later
#include "DirectSandbox.h"
#include "app/sandbox/Order.h"
#include "tests/support/TestProgram.h"

#include <QRegularExpression>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

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
    void badOrders_data();
    void badOrders();
    void priceRuleChanges();
    void promoCodes();
    void barcodesOnlyWhenDone();
    void busyWhileProcessing();
    void seedRepeats();
    void wanted_data();
    void wanted();
    void deleteCancels();
    void onlyOpenOrdersAreEdited();
    void refundOfSomeThenTheRest();
    void rejectedRefundChangesNothing();
    void refusedRefunds_data();
    void refusedRefunds();
    void refundsListed();

private:
    static QString orderIn(DirectSandbox &vendor, OrderStatus state, bool redirects);
    static Answer askRefund(DirectSandbox &vendor, const QString &order, const QByteArray &more)
    {
        return vendor.ask("POST", u"/v1/resources/refund_requests"_s,
                          "{\"order\": \"" + order.toLatin1() + "\", \"culprit\": \"user\", " + more + '}');
    }
    static Answer decide(DirectSandbox &vendor, const Answer &refund, const QByteArray &status)
    {
        return vendor.ask("PATCH", u"/v1/resources/refund_requests/"_s + refund.id(),
                          "{\"status\": \"" + status + "\"}");
    }
    static QByteArray back(const Answer &order, int index)
    {
        return "\"tickets_refund\": [\"" + order.tickets().at(index).toString().toLatin1() + "\"]";
    }
};

void TestOrders::partialAndEmpty()
{
    DirectSandbox vendor;
    QCOMPARE(vendor.reserve(demo::event, demo::set, 498).tickets().size(), 498);
    const Answer partial = vendor.reserve(demo::event, demo::set, 5);
    QCOMPARE(partial.status(), 201);
    QCOMPARE(partial.tickets().size(), 2);
    QCOMPARE(partial.text("value"), u"200.00"_s);
    const Answer empty = vendor.reserve(demo::clubEvent, demo::clubSoldOut, 1);
    QCOMPARE(empty.status(), 201);
    QCOMPARE(empty.tickets().size(), 0);
    QCOMPARE(empty.text("value"), u"0.00"_s);
    QCOMPARE(vendor.begin(empty.id()).status(), 400);
    QCOMPARE(vendor.change(empty.id(), R"({"status": "canceled"})").status(), 200);
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
    DirectSandbox vendor;
    const Answer answer = vendor.reserve(demo::lastEvent, demo::lastSet, 2, "\"all_or_nothing\": " + value);
    QCOMPARE(answer.status(), 201);
    QCOMPARE(answer.tickets().size(), held);
    QCOMPARE(vendor.vacant(demo::lastEvent, demo::lastSet), 1 - held);
}

void TestOrders::twoBuyersOneTicket()
{
    DirectSandbox vendor;
    const Answer first = vendor.reserve(demo::lastEvent, demo::lastSet, 1);
    const Answer second = vendor.reserve(demo::lastEvent, demo::lastSet, 1);
    QCOMPARE(first.tickets().size(), 1);
    QCOMPARE(second.tickets().size(), 0);
    vendor.change(first.id(), R"({"status": "canceled"})");
    const Answer again = vendor.change(second.id(), R"({"random": {")" + demo::lastSet.toLatin1() + R"(": 1}})");
    QCOMPARE(again.tickets().size(), 1);
}

void TestOrders::holdRunsOut()
{
    DirectSandbox vendor({.hold = 60s, .processing = {}});
    const Answer order = vendor.reserve(demo::lastEvent, demo::lastSet, 1);
    QCOMPARE(order.text("reserved_till"), u"2026-03-02T12:01:00.250000+00:00"_s);
    vendor.pass(60s - 1ms);
    QCOMPARE(vendor.read(order.id()).text("status"), u"executed"_s);
    vendor.pass(1ms);
    // Asked about the event, not about the order: the seat must be back either way.
    QCOMPARE(vendor.vacant(demo::lastEvent, demo::lastSet), 1);
    QCOMPARE(vendor.read(order.id()).text("status"), u"expired"_s);
    QCOMPARE(vendor.begin(order.id()).status(), 400);
}

void TestOrders::paymentMovesTheHold()
{
    DirectSandbox vendor;
    const Answer page = vendor.begin(vendor.reserve(demo::event, demo::set, 1).id());
    QCOMPARE(page.text("reserved_till"), u"2026-03-02T12:30:00.250000+00:00"_s);
    QVERIFY(page.payment().contains(u"redirect_url"_s));
    const Answer seller = vendor.begin(vendor.reserve(demo::clubEvent, demo::clubSet, 1).id());
    QCOMPARE(seller.text("reserved_till"), u"2026-03-03T00:00:00.250000+00:00"_s);
    QVERIFY(!seller.payment().contains(u"redirect_url"_s));
    vendor.pass(30min);
    QCOMPARE(vendor.read(page.id()).text("status"), u"expired"_s);
    QCOMPARE(vendor.read(seller.id()).text("status"), u"in_progress"_s);
}

void TestOrders::desiredStateNotDelta()
{
    DirectSandbox vendor;
    const Answer order = vendor.reserve(demo::event, demo::set, 3);
    const QByteArray two = R"({"random": {")" + demo::set.toLatin1() + R"(": 2}})";
    const Answer fewer = vendor.change(order.id(), two);
    QCOMPARE(fewer.tickets().size(), 2);
    QCOMPARE(fewer.text("value"), u"200.00"_s);
    QCOMPARE(vendor.change(order.id(), two).tickets(), fewer.tickets());
    QCOMPARE(vendor.vacant(demo::event, demo::set), 498);
    QCOMPARE(vendor.change(order.id(), R"({"tickets": []})").tickets().size(), 0);
    QCOMPARE(vendor.vacant(demo::event, demo::set), 500);
}

void TestOrders::chosenSeats()
{
    DirectSandbox vendor;
    const QStringList seats = vendor.seats(demo::hallEvent);
    const int before = vendor.vacant(demo::hallEvent, demo::hallSet);
    const Answer first = vendor.reserve(demo::hallEvent, {seats[0], seats[1]});
    QCOMPARE(first.tickets().size(), 2);
    const Answer second = vendor.reserve(demo::hallEvent, {seats[1], seats[2]});
    QCOMPARE(second.tickets(), QJsonArray{seats[2]});
    QCOMPARE(vendor.vacant(demo::hallEvent, demo::hallSet), before - 3);
    QVERIFY(!vendor.seats(demo::hallEvent).contains(seats[0]));
    const QByteArray both =
        R"({"event": ")" + demo::hallEvent.toLatin1() + R"(", "random": {")" + demo::hallSet.toLatin1() + R"(": 1}})";
    QCOMPARE(vendor.ask("POST", u"/v1/resources/orders"_s, both).status(), 400); // has seats
    QCOMPARE(vendor.reserve(demo::event, {seats[5]}).status(), 400);             // of another event
}

void TestOrders::onlyDropsOncePaying()
{
    DirectSandbox vendor;
    const Answer order = vendor.reserve(demo::clubEvent, demo::clubSet, 3);
    vendor.begin(order.id());
    const auto count = [](int n) {
        return R"({"random": {")" + demo::clubSet.toLatin1() + "\": " + QByteArray::number(n) + "}}";
    };
    QCOMPARE(vendor.change(order.id(), count(4)).status(), 400);
    QCOMPARE(vendor.change(order.id(), count(0)).status(), 400);
    QCOMPARE(vendor.change(order.id(), R"({"payment": {"system": "api/BASE"}})").status(), 400);
    const Answer fewer = vendor.change(order.id(), count(1));
    QCOMPARE(fewer.status(), 200);
    QCOMPARE(fewer.text("value"), u"1650.00"_s);
    QCOMPARE(vendor.vacant(demo::clubEvent, demo::clubSet), 399);
}

void TestOrders::choiceShowsOnceStarted()
{
    DirectSandbox vendor;
    const Answer order = vendor.reserve(demo::event, demo::set, 1);
    const Answer chosen = vendor.change(
        order.id(), R"({"payment": {"system": "545b544a5d645a463e779d53", "success_url": "https://a.example/ok"},
                        "customer": {"email": "anna@example.com", "first_name": "Анна"}})");
    QCOMPARE(chosen.object(), order.object());
    const Answer begun = vendor.change(order.id(), R"({"status": "in_progress"})");
    QCOMPARE(begun.payment().value(u"system"_s).toString(), u"545b544a5d645a463e779d53"_s);
    QCOMPARE(begun.payment().value(u"success_url"_s).toString(), u"https://a.example/ok"_s);
    const QJsonObject customer = begun.object().value(u"customer"_s).toObject();
    QCOMPARE(customer.value(u"first_name"_s).toString(), u"Анна"_s);
    QCOMPARE(customer.value(u"lang"_s).toString(), u"ru"_s);
}

void TestOrders::freeOrderHasNoPage()
{
    DirectSandbox vendor;
    const Answer order = vendor.reserve(demo::freeEvent, demo::freeSet, 2);
    QCOMPARE(order.text("value"), u"0.00"_s);
    const Answer begun = vendor.begin(order.id());
    QCOMPARE(begun.status(), 200);
    QVERIFY(!begun.payment().contains(u"redirect_url"_s));
    QCOMPARE(vendor.change(order.id(), R"({"status": "done"})").text("status"), u"done"_s);
}

void TestOrders::platronNeedsCustomer()
{
    DirectSandbox vendor;
    const QString order = vendor.reserve(demo::clubEvent, demo::clubSet, 1).id();
    vendor.change(order, R"({"payment": {"system": "platron/OTHER"}, "customer": {"first_name": "Анна"}})");
    const Answer refused = vendor.change(order, R"({"status": "in_progress"})");
    QCOMPARE(refused.status(), 400);
    QCOMPARE(refused.object().value(u"errors"_s).toArray().size(), 2);
    const Answer begun =
        vendor.change(order, R"({"customer": {"last_name": "К", "email": "a@b.example"}, "status": "in_progress"})");
    QVERIFY(begun.payment().contains(u"redirect_url"_s));
}

void TestOrders::badOrders_data()
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

void TestOrders::badOrders()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    DirectSandbox vendor;
    QCOMPARE(vendor.ask("POST", u"/v1/resources/orders"_s, body).status(), status);
    QCOMPARE(vendor.vacant(demo::event, demo::set), 500);
    QCOMPARE(vendor.ask("GET", u"/v1/resources/orders"_s).array().size(), 0);
}

void TestOrders::priceRuleChanges()
{
    DirectSandbox vendor({.hold = 1h, .processing = {}});
    const Answer early = vendor.reserve(demo::jazzEvent, demo::jazzSet, 1);
    QCOMPARE(early.text("value"), u"2200.00"_s);
    vendor.pass(15min);
    const Answer late = vendor.reserve(demo::jazzEvent, demo::jazzSet, 1);
    QCOMPARE(late.text("value"), u"2750.00"_s);
    QCOMPARE(late.text("value_extra"), u"250.00"_s);
    QCOMPARE(vendor.read(early.id()).text("value"), u"2200.00"_s); // reserved is reserved
    const QJsonArray rules = vendor.ask("GET", u"/v1/services/simple/events/"_s + demo::jazzEvent)
                                 .object()[u"sets"_s][0][u"rules"_s]
                                 .toArray();
    QCOMPARE(rules.size(), 3);
    for (qsizetype i = 0; i < rules.size(); ++i)
        QCOMPARE(rules.at(i).toObject().value(u"current"_s).toBool(), i == 1);
}

void TestOrders::promoCodes()
{
    DirectSandbox vendor;
    const Answer order = vendor.reserve(demo::clubEvent, demo::clubSet, 1);
    const Answer unknown = vendor.change(order.id(), R"({"promocodes": ["NOPE"]})");
    QCOMPARE(unknown.status(), 200);
    QCOMPARE(unknown.object()[u"errors"_s][0][u"code"_s].toString(), u"promocode_not_found"_s);
    const Answer few = vendor.change(order.id(), R"({"promocodes": ["COMPANY20"]})");
    QCOMPARE(few.object()[u"errors"_s][0][u"code"_s].toString(), u"promocode_limit_min_tickets"_s);
    const Answer applied = vendor.change(order.id(), R"({"promocodes": ["okoshko10"]})");
    QVERIFY(!applied.object().contains(u"errors"_s));
    QCOMPARE(applied.object().value(u"promocodes"_s).toArray().size(), 1);
    QCOMPARE(applied.object()[u"values"_s][u"discount"_s].toString(), u"150.00"_s);
    QCOMPARE(applied.text("value"), u"1500.00"_s);
}

void TestOrders::barcodesOnlyWhenDone()
{
    DirectSandbox vendor;
    const QString order = vendor.reserve(demo::event, demo::set, 2).id();
    const QString path = u"/v1/resources/orders/%1/tickets"_s.arg(order);
    const auto barcodes = [&] {
        QStringList list;
        const QJsonArray tickets = vendor.ask("GET", path).array();
        for (const QJsonValue &ticket : tickets)
            list.append(ticket.toObject().value(u"barcode"_s).toString());
        return list;
    };
    QCOMPARE(barcodes(), (QStringList{QString(), QString()}));
    vendor.begin(order);
    QCOMPARE(barcodes(), (QStringList{QString(), QString()}));
    vendor.ask("POST", vendor.payPath(order) + u"/pay"_s);
    const QStringList given = barcodes();
    static const QRegularExpression digits(u"\\A[0-9]{13}\\z"_s);
    for (const QString &barcode : given)
        QVERIFY(digits.match(barcode).hasMatch());
    QVERIFY(given[0] != given[1]);
    QCOMPARE(barcodes(), given);
}

void TestOrders::busyWhileProcessing()
{
    DirectSandbox vendor({.hold = 10min, .processing = 500ms});
    const QString order = vendor.reserve(demo::event, demo::set, 1).id();
    const QString other = vendor.reserve(demo::event, demo::set, 1).id();
    QCOMPARE(vendor.change(order, R"({"payment": {"system": "api/BASE"}})").status(), 200);
    const Answer busy = vendor.change(order, R"({"status": "in_progress"})");
    QCOMPARE(busy.status(), 409);
    QCOMPARE(busy.text("error"), u"HTTPConflict"_s);
    QCOMPARE(vendor.ask("DELETE", u"/v1/resources/orders/"_s + order).status(), 409);
    QCOMPARE(vendor.read(order).status(), 200);
    QCOMPARE(vendor.change(other, R"({"status": "canceled"})").status(), 200); // side by side is fine
    vendor.pass(500ms);
    QCOMPARE(vendor.change(order, R"({"status": "in_progress"})").status(), 200);
}

void TestOrders::seedRepeats()
{
    const auto story = [](quint64 seed) {
        DirectSandbox vendor({}, seed);
        vendor.reserve(demo::event, u"000000000000000000000000"_s, 1); // a refusal takes no id
        return vendor.sell(demo::event, demo::set, 2).reply.body;
    };
    QCOMPARE(story(7), story(7));
    QVERIFY(story(7) != story(8));
}

QString TestOrders::orderIn(DirectSandbox &vendor, OrderStatus state, bool redirects)
{
    const QString &event = redirects ? demo::event : demo::clubEvent;
    const QString &set = redirects ? demo::set : demo::clubSet;
    if (state == OrderStatus::Done || state == OrderStatus::Refunded) {
        const Answer sold = vendor.sell(event, set, 1);
        if (state == OrderStatus::Done)
            return sold.id();
        const QByteArray ticket = sold.tickets().first().toString().toLatin1();
        const Answer refund = vendor.ask("POST", u"/v1/resources/refund_requests"_s,
                                         R"({"order": ")" + sold.id().toLatin1() +
                                             R"(", "culprit": "org", "tickets_refund": [")" + ticket + R"("]})");
        vendor.ask("PATCH", u"/v1/resources/refund_requests/"_s + refund.id(), R"({"status": "approved"})");
        return sold.id();
    }
    const QString order = vendor.reserve(event, set, 1).id();
    switch (state) {
    case OrderStatus::Executed:
    case OrderStatus::Done:
    case OrderStatus::Refunded:
        break;
    case OrderStatus::InProgress:
        vendor.begin(order);
        break;
    case OrderStatus::Canceled:
        vendor.change(order, R"({"status": "canceled"})");
        break;
    case OrderStatus::Expired:
        vendor.pass(10min);
        break;
    }
    return order;
}

void TestOrders::wanted_data()
{
    using enum OrderStatus;
    QTest::addColumn<OrderStatus>("from");
    QTest::addColumn<OrderStatus>("to");
    QTest::addColumn<bool>("redirects");
    QTest::addColumn<bool>("allowed");
    // Written out anew, not taken from the server's own table.
    const QList<std::pair<OrderStatus, OrderStatus>> allowed{
        {Executed, InProgress}, {Executed, Canceled}, {InProgress, Canceled}, {InProgress, Done}};
    const QList<OrderStatus> all{Executed, InProgress, Done, Canceled, Expired, Refunded};
    for (const bool redirects : {false, true}) {
        for (const OrderStatus from : all) {
            for (const OrderStatus to : all) {
                const QString row =
                    u"%1 to %2, %3"_s.arg(toText(from), toText(to), redirects ? u"payment page"_s : u"seller"_s);
                const bool may = allowed.contains({from, to}) && !(redirects && to == Done);
                QTest::newRow(qPrintable(row)) << from << to << redirects << may;
            }
        }
    }
}

void TestOrders::wanted()
{
    QFETCH(const OrderStatus, from);
    QFETCH(const OrderStatus, to);
    QFETCH(const bool, redirects);
    QFETCH(const bool, allowed);
    DirectSandbox vendor;
    const QString order = orderIn(vendor, from, redirects);
    QCOMPARE(vendor.read(order).text("status"), toText(from));
    if (from == OrderStatus::Executed)
        vendor.change(order, R"({"payment": {"system": "api/BASE"}})");

    const Answer answer = vendor.change(order, R"({"status": ")" + toText(to).toLatin1() + R"("})");

    QCOMPARE(answer.status(), allowed ? 200 : 400);
    QCOMPARE(answer.object().contains(u"errors"_s), !allowed);
    QCOMPARE(vendor.read(order).text("status"), toText(allowed ? to : from));
}

void TestOrders::deleteCancels()
{
    DirectSandbox vendor;
    const QString order = vendor.reserve(demo::event, demo::set, 2).id();
    const int left = vendor.vacant(demo::event, demo::set);

    const Answer answer = vendor.ask("DELETE", u"/v1/resources/orders/"_s + order);

    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.reply.body, QByteArray("{}"));
    QCOMPARE(vendor.read(order).text("status"), u"canceled"_s);
    QCOMPARE(vendor.vacant(demo::event, demo::set), left + 2);
    QCOMPARE(vendor.ask("DELETE", u"/v1/resources/orders/"_s + order).status(), 400);
}

void TestOrders::onlyOpenOrdersAreEdited()
{
    DirectSandbox vendor;
    const QString order = vendor.reserve(demo::event, demo::set, 1).id();
    vendor.change(order, R"({"status": "canceled"})");
    const int left = vendor.vacant(demo::event, demo::set);
    const Answer other = vendor.reserve(demo::event, demo::set, 1);

    QCOMPARE(vendor.change(order, R"({"customer": {"email": "a@b.example"}})").status(), 400);
    QCOMPARE(vendor.change(order, R"({"random": {}})").status(), 400);
    // An empty change does nothing; above all it does not free what others hold by now.
    QCOMPARE(vendor.change(order, "{}").status(), 200);
    QCOMPARE(vendor.vacant(demo::event, demo::set), left - 1);
    QCOMPARE(vendor.read(other.id()).tickets().size(), 1);
}

void TestOrders::refundOfSomeThenTheRest()
{
    DirectSandbox vendor;
    const Answer order = vendor.sell(demo::clubEvent, demo::clubSet, 2);
    const int left = vendor.vacant(demo::clubEvent, demo::clubSet);
    const Answer first = askRefund(vendor, order.id(), back(order, 0));
    QCOMPARE(first.status(), 201);
    QCOMPARE(first.text("status"), u"new"_s);
    QCOMPARE(first.text("value"), u"1500.00"_s);
    QCOMPARE(first.tickets(), QJsonArray{order.tickets().at(1)});
    QCOMPARE(askRefund(vendor, order.id(), back(order, 0)).status(), 400); // asked for already
    const Answer approved = decide(vendor, first, "approved");
    QCOMPARE(approved.status(), 201); // as recorded
    QCOMPARE(approved.text("status"), u"approved"_s);
    QCOMPARE(vendor.read(order.id()).text("status"), u"done"_s);
    QCOMPARE(vendor.vacant(demo::clubEvent, demo::clubSet), left + 1);
    QCOMPARE(decide(vendor, first, "rejected").status(), 400);
    const Answer after = vendor.read(order.id());
    QCOMPARE(after.tickets(), QJsonArray{order.tickets().at(1)});
    QCOMPARE(after.object().value(u"values"_s).toObject().value(u"nominal"_s).toString(), u"1500.00"_s);
    // The fee is given back by the organiser's fault only, and so it stays with the order.
    QCOMPARE(after.text("value_extra"), order.text("value_extra"));
    const Answer listed = vendor.ask("GET", u"/v1/resources/orders/"_s + order.id() + u"/tickets"_s);
    QCOMPARE(listed.array().size(), 1);
    QCOMPARE(listed.array().first().toObject().value(u"id"_s), order.tickets().at(1));

    const Answer rest = askRefund(vendor, order.id(), R"("tickets": [])"); // nothing stays
    QCOMPARE(rest.status(), 201);
    decide(vendor, rest, "approved");
    QCOMPARE(vendor.read(order.id()).text("status"), u"refunded"_s);
    QCOMPARE(vendor.vacant(demo::clubEvent, demo::clubSet), left + 2);
}

void TestOrders::rejectedRefundChangesNothing()
{
    DirectSandbox vendor;
    const Answer order = vendor.sell(demo::event, demo::set, 1);
    const Answer refund = askRefund(vendor, order.id(), back(order, 0));
    QCOMPARE(decide(vendor, refund, "rejected").status(), 200);
    QCOMPARE(vendor.read(order.id()).text("status"), u"done"_s);
    QCOMPARE(vendor.vacant(demo::event, demo::set), 499);
    QCOMPARE(askRefund(vendor, order.id(), back(order, 0)).status(), 201); // may be asked again
}

void TestOrders::refusedRefunds_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("both lists") << QByteArray(R"("tickets": [], "tickets_refund": [])");
    QTest::newRow("no list") << QByteArray(R"("reason": "rain")");
    QTest::newRow("none") << QByteArray(R"("tickets_refund": [])");
    QTest::newRow("foreign ticket") << QByteArray(R"("tickets_refund": ["000000000000000000000000"])");
    QTest::newRow("bad culprit") << QByteArray(R"("tickets": [], "culprit": "weather")");
}

void TestOrders::refusedRefunds()
{
    QFETCH(const QByteArray, more);
    DirectSandbox vendor;
    const Answer order = vendor.sell(demo::event, demo::set, 1);
    QCOMPARE(askRefund(vendor, order.id(), more).status(), 400);
    const Answer open = vendor.reserve(demo::event, demo::set, 1);
    QCOMPARE(askRefund(vendor, open.id(), back(open, 0)).status(), 400);
}

void TestOrders::refundsListed()
{
    DirectSandbox vendor;
    const Answer order = vendor.sell(demo::clubEvent, demo::clubSet, 1);
    const Answer refund = askRefund(vendor, order.id(), back(order, 0));
    const QString path = u"/v1/resources/refund_requests"_s;
    QCOMPARE(vendor.ask("GET", path).array(), QJsonArray{refund.object()});
    QCOMPARE(vendor.ask("GET", path + u'/' + refund.id()).object(), refund.object());
}

} // namespace okoshko::test::tst_sandbox_orders

OKOSHKO_TEST(tst_sandbox_orders, TestOrders, QCoreApplication)
#include "tst_sandbox_orders.moc"
