// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/Collected.h"
#include "tests/unit/api/Decoding.h"
#include "tests/unit/api/Samples.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_v1decodeorder {

/// Orders, their tickets and the places of a hall, from JSON good and bad.
class TestV1DecodeOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void created();
    void started();
    void bare();
    void terse();
    void eachFieldIsToldByItself_data();
    void eachFieldIsToldByItself();
    void nullIsAbsent();
    void noHoldIsTold();
    void discount_data();
    void discount();
    void noDiscountBesideAFacePrice();
    void sumsOfValues_data();
    void sumsOfValues();
    void facePrices();
    void refusedCode_data();
    void refusedCode();
    void idThatIsNotTold();
    void unknownFields();
    void statuses_data();
    void statuses();
    void statusThatLooksLikeAnother();
    void references();
    void sums();
    void wrong_data();
    void wrong();
    void neededOfAnAnswer();
    void noId_data();
    void noId();
    void noOrder_data();
    void noOrder();
    void elementOfAList();
    void tickets();
    void hallSeats();
};

namespace {

Result<Order> decode(const QJsonObject &json)
{
    return read(bytes(json), v1::decodeOrder);
}

} // namespace

void TestV1DecodeOrder::created()
{
    const auto order = read(recorded(u"create.response"_s), v1::decodeOrder);
    QVERIFY(order.has_value());
    Order expected;
    expected.id = *OrderId::parse(u"56a73b7ff06c5a21c393806b"_s);
    expected.number = 497291903;
    expected.event = *EventId::parse(u"56a6253df06c5a059a93802e"_s);
    expected.status = OrderStatus::Executed;
    expected.statusWord = u"executed"_s;
    expected.createdAt = parseInstant(u"2016-01-26T09:25:19.378000+00:00"_s);
    expected.updatedAt = parseInstant(u"2016-01-26T09:25:19.393000+00:00"_s);
    expected.reservedTill = parseInstant(u"2016-01-26T09:35:19.392000+00:00"_s);
    expected.tickets = {*TicketId::parse(u"56a6253df06c5a059a9380a0"_s)};
    expected.rules.insert(*SetId::parse(u"56a6254bf06c5a059b93800c"_s), *RuleId::parse(u"56a6254bf06c5a059b93800b"_s));
    expected.customer.language = u"ru"_s;
    expected.value = Money::fromMinor(10000);
    expected.nominal = Money::fromMinor(10000);
    QVERIFY(*order == expected);
    QVERIFY(read(recorded(u"choose.response"_s), v1::decodeOrder) == order);
}

void TestV1DecodeOrder::started()
{
    const auto order = read(recorded(u"start.response"_s), v1::decodeOrder);
    QVERIFY(order.has_value());
    Order expected = *read(recorded(u"create.response"_s), v1::decodeOrder);
    expected.status = OrderStatus::InProgress;
    expected.statusWord = u"in_progress"_s;
    expected.updatedAt = parseInstant(u"2016-01-26T09:26:06.620000+00:00"_s);
    expected.reservedTill = parseInstant(u"2016-01-26T09:56:06.619000+00:00"_s);
    expected.payment.system = u"545b544a5d645a463e779d53"_s;
    expected.payment.redirectUrl =
        QUrl(u"https://www.goodservice.ru/payment_params.php?customer=b6cbe4bd8a338159bdf0f4b059652f7023330898"_s);
    QVERIFY(*order == expected);
}

void TestV1DecodeOrder::bare()
{
    Order expected;
    expected.id = id<OrderId>(1);
    expected.number = 1;
    expected.status = OrderStatus::Executed;
    expected.statusWord = u"executed"_s;
    expected.value = Money::fromMinor(10000);
    expected.absent = allOrderFields & ~(Order::Field::Number | Order::Field::Status | Order::Field::Value);
    QVERIFY(decode(bareOrder(1)) == Result<Order>(expected));
}

void TestV1DecodeOrder::terse()
{
    Order expected;
    expected.absent = allOrderFields;
    const auto silent = read("{}", v1::decodeNamedOrder);
    QVERIFY(silent == Result<Order>(expected));
    QVERIFY(!silent->has(Order::Field::Tickets));
    // The recording tells everything.
    for (const QString &answer : {u"create.response"_s, u"choose.response"_s, u"start.response"_s})
        QCOMPARE(read(recorded(answer), v1::decodeOrder)->absent, Order::Fields());
}

void TestV1DecodeOrder::eachFieldIsToldByItself_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<Order::Fields>("told");
    const auto row = [](const QString &key, const QJsonValue &value, Order::Fields told) {
        QTest::addRow("%s", qPrintable(key)) << QJsonObject{{key, value}} << told;
    };
    using Field = Order::Field;
    const QString time = u"2016-01-26T09:35:19+00:00"_s;
    row(u"number"_s, 7, Field::Number);
    row(u"event"_s, idText(2), Field::Event);
    row(u"status"_s, u"done"_s, Field::Status);
    row(u"created_at"_s, time, Field::CreatedAt);
    row(u"updated_at"_s, time, Field::UpdatedAt);
    row(u"reserved_till"_s, time, Field::ReservedTill);
    row(u"tickets"_s, QJsonArray(), Field::Tickets);
    row(u"rules"_s, QJsonObject(), Field::Rules);
    row(u"customer"_s, QJsonObject(), Field::Customer);
    row(u"payment"_s, QJsonObject(), Field::Payment);
    row(u"value"_s, u"0.00"_s, Field::Value);
    row(u"value_extra"_s, u"0.00"_s, Field::ValueExtra);
    row(u"values"_s, QJsonObject{{u"nominal"_s, u"0.00"_s}}, Field::Nominal | Field::Discount);
}

void TestV1DecodeOrder::eachFieldIsToldByItself()
{
    QFETCH(QJsonObject, json);
    QFETCH(Order::Fields, told);
    const auto order = read(bytes(json), v1::decodeNamedOrder);
    QVERIFY(order.has_value());
    QCOMPARE(order->absent, allOrderFields & ~told);
}

void TestV1DecodeOrder::noHoldIsTold()
{
    Order expected = *decode(bareOrder(1));
    expected.absent.setFlag(Order::Field::ReservedTill, false);
    QVERIFY(decode(with(bareOrder(1), u"reserved_till"_s, QJsonValue::Null)) == Result<Order>(expected));
    // Neither a time nor none.
    QVERIFY(decode(with(bareOrder(1), u"reserved_till"_s, u""_s)) == decode(bareOrder(1)));
}

void TestV1DecodeOrder::discount_data()
{
    QTest::addColumn<QJsonValue>("values");
    QTest::addColumn<bool>("told");
    QTest::addColumn<qint64>("minor");
    QTest::newRow("no values") << QJsonValue(QJsonValue::Undefined) << false << qint64(0);
    QTest::newRow("values null") << QJsonValue(QJsonValue::Null) << false << qint64(0);
    QTest::newRow("values of nothing") << QJsonValue(QJsonObject()) << false << qint64(0);
    QTest::newRow("null") << QJsonValue(QJsonObject{{u"discount"_s, QJsonValue::Null}}) << false << qint64(0);
    QTest::newRow("the sum alone") << QJsonValue(QJsonObject{{u"full"_s, u"5.00"_s}}) << false << qint64(0);
    QTest::newRow("told") << QJsonValue(QJsonObject{{u"discount"_s, u"1.50"_s}}) << true << qint64(150);
}

void TestV1DecodeOrder::discount()
{
    QFETCH(QJsonValue, values);
    const auto order = decode(with(bareOrder(1), u"values"_s, values));
    QVERIFY(order.has_value());
    QTEST(order->has(Order::Field::Discount), "told");
    QTEST(order->discount.minor(), "minor");
    QVERIFY(!order->has(Order::Field::Nominal)); // not worked out from what else is told
}

void TestV1DecodeOrder::noDiscountBesideAFacePrice()
{
    const auto order = decode(with(bareOrder(1), u"values"_s, QJsonObject{{u"nominal"_s, u"5.00"_s}}));
    QVERIFY(order.has_value());
    QVERIFY(order->has(Order::Field::Discount));
    QVERIFY(order->discount.isZero());
}

void TestV1DecodeOrder::sumsOfValues_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<qint64>("value"); // -1: not told
    QTest::addColumn<qint64>("extra");
    const auto row = [](const char *name, const QByteArray &members, qint64 value, qint64 extra) {
        QTest::newRow(name) << members << value << extra;
    };
    row("nothing", R"("value": null)", -1, -1);
    row("as the order tells", R"("value": "6.00", "value_extra": "0.50", "values": {"full": "7.00", "extra": "0.70"})",
        600, 50);
    row("null", R"("value": null, "value_extra": null, "values": {"full": "7.00", "extra": "0.70"})", 700, 70);
    row("absent", R"("values": {"full": "7.00", "extra": "0.70"})", 700, 70);
    row("values first", R"("values": {"full": "7.00", "extra": "0.70"}, "value": "6.00", "value_extra": "0.00")", 600,
        70);
    row("a fee of nought", R"("value": "7.00", "value_extra": "0.00", "values": {"extra": "0.70"})", 700, 70);
    row("no fee", R"("value": "7.00", "value_extra": "0.00", "values": {"extra": "0.00"})", 700, 0);
    row("free", R"("value": "0.00", "value_extra": "0.00", "values": {"full": "180.00", "extra": "0.00"})", 0, 0);
    row("unreadable", R"("value": true, "values": {"full": "7.00", "extra": 1})", 700, -1);
    row("values unreadable", R"("values": {"full": "7.00", "extra": "0.70", "nominal": 1})", -1, -1);
}

/// The sum and the fee may stand in `values` alone; where the order tells them, it wins.
void TestV1DecodeOrder::sumsOfValues()
{
    QFETCH(QByteArray, members);
    const QByteArray body = R"({"id": ")" + idText(1).toLatin1() + R"(", )" + members + '}';
    const auto order = read(body, v1::decodeOrder);
    QVERIFY(order.has_value());
    QTEST(order->has(Order::Field::Value) ? order->value.minor() : -1, "value");
    QTEST(order->has(Order::Field::ValueExtra) ? order->valueExtra.minor() : -1, "extra");
}

void TestV1DecodeOrder::facePrices()
{
    const QJsonArray sets{QJsonObject{{u"id"_s, idText(2)}, {u"p"_s, u"70.00"_s}, {u"d"_s, u"30.00"_s}},
                          QJsonObject{{u"id"_s, idText(3)}, {u"p"_s, u"50.00"_s}},
                          QJsonObject{{u"id"_s, idText(4)}, {u"p"_s, 50}}, QJsonObject{{u"id"_s, idText(5)}},
                          QJsonValue::Null};
    const auto order =
        decode(with(bareOrder(1), u"values"_s, QJsonObject{{u"nominal"_s, u"5.00"_s}, {u"sets"_s, sets}}));
    QVERIFY(order.has_value());
    QCOMPARE(order->facePrices,
             (QHash<SetId, Money>{{id<SetId>(2), Money::fromMinor(10000)}, {id<SetId>(3), Money::fromMinor(5000)}}));
    QVERIFY(order->has(Order::Field::Nominal));

    // What stands beside them and cannot be read costs nothing of them.
    const auto poor =
        decode(with(with(bareOrder(1), u"values"_s, QJsonObject{{u"sets"_s, sets}}), u"value_extra"_s, u""_s));
    QVERIFY(poor.has_value());
    QCOMPARE(poor->facePrices, order->facePrices);
    // Of values that cannot be read nothing stays.
    const auto broken = decode(with(bareOrder(1), u"values"_s, QJsonObject{{u"nominal"_s, u"x"_s}, {u"sets"_s, sets}}));
    QVERIFY(broken.has_value());
    QVERIFY(broken->facePrices.isEmpty());
}

void TestV1DecodeOrder::refusedCode_data()
{
    QTest::addColumn<QByteArray>("errors");
    QTest::addColumn<QString>("words");
    QTest::newRow("coded") << QByteArray(R"([{"code":"promocode_not_found","msg":"Promocode not found"}])")
                           << u"Promocode not found"_s;
    QTest::newRow("a text") << QByteArray(R"(["Promocode not found"])") << u"Promocode not found"_s;
    QTest::newRow("a code alone") << QByteArray(R"([{"code":"promocode_not_found"}])") << u"promocode_not_found"_s;
    QTest::newRow("several") << QByteArray(R"(["one", {"msg":"two"}, 3])") << u"one; two"_s;
    QTest::newRow("none") << QByteArray("[]") << QString();
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("no list") << QByteArray(R"({"a":[1]})") << QString();
}

/// The order exists all the same.
void TestV1DecodeOrder::refusedCode()
{
    QFETCH(QByteArray, errors);
    QFETCH(QString, words);
    QByteArray body = recorded(u"create.response"_s).trimmed();
    const auto plain = read(body, v1::decodeOrder);
    body.insert(1, "\"errors\":" + errors + ',');
    const auto order = read(body, v1::decodeOrder);
    QVERIFY(order.has_value());
    QCOMPARE(order->refusal, words);
    Order without = *order;
    without.refusal.clear();
    without.promoRefusal.reset();
    QCOMPARE(without, *plain);
}

void TestV1DecodeOrder::idThatIsNotTold()
{
    // Only where the request names the order; an id of another form is an error there as well.
    for (const QJsonValue &none : {QJsonValue(QJsonValue::Undefined), QJsonValue(QJsonValue::Null)}) {
        const QByteArray body = bytes(with(bareOrder(1), u"id"_s, none));
        QCOMPARE(read(body, v1::decodeOrder).error().field, u"id"_s);
        const auto order = read(body, v1::decodeNamedOrder);
        QVERIFY(order.has_value());
        QVERIFY(order->id.isNull());
        QCOMPARE(order->number, 1);
    }
    for (const QJsonValue &wrong : {QJsonValue(7), QJsonValue(u"56a73b7f"_s), QJsonValue(QJsonArray())}) {
        const QByteArray body = bytes(with(bareOrder(1), u"id"_s, wrong));
        QCOMPARE(read(body, v1::decodeNamedOrder).error().field, u"id"_s);
    }
}

void TestV1DecodeOrder::nullIsAbsent()
{
    QJsonObject json = bareOrder(1);
    for (const auto *key : {"number", "status", "value", "event", "created_at", "updated_at", "tickets", "rules",
                            "customer", "payment", "value_extra", "values", "promocodes"})
        json[QLatin1StringView(key)] = QJsonValue::Null;
    QVERIFY(decode(json) == decode({{u"id"_s, idText(1)}}));
    QCOMPARE(decode(json)->absent, allOrderFields);
}

void TestV1DecodeOrder::unknownFields()
{
    QJsonObject json = bareOrder(1);
    json["salespoint"_L1] = QJsonObject{{"blanks"_L1, QJsonObject{{"used"_L1, 1}}}};
    json["novelty"_L1] = QJsonArray{1, QJsonValue::Null, u"x"_s};
    QVERIFY(decode(json) == decode(bareOrder(1)));
}

void TestV1DecodeOrder::statuses_data()
{
    QTest::addColumn<OrderStatus>("status");
    QTest::newRow("executed") << OrderStatus::Executed;
    QTest::newRow("in_progress") << OrderStatus::InProgress;
    QTest::newRow("done") << OrderStatus::Done;
    QTest::newRow("canceled") << OrderStatus::Canceled;
    QTest::newRow("cancelled") << OrderStatus::Canceled;
    QTest::newRow("expired") << OrderStatus::Expired;
    QTest::newRow("refunded") << OrderStatus::Refunded;
    QTest::newRow("on_fire") << OrderStatus::Unknown;
    QTest::newRow("Done") << OrderStatus::Unknown; // never guess at money
}

void TestV1DecodeOrder::statuses()
{
    QFETCH(OrderStatus, status);
    const QString word = QString::fromLatin1(QTest::currentDataTag());
    const auto order = decode(with(bareOrder(1), u"status"_s, word));
    QVERIFY(order.has_value());
    QCOMPARE(order->status, status);
    QCOMPARE(order->statusWord, word);
}

void TestV1DecodeOrder::statusThatLooksLikeAnother()
{
    for (const QString &word : {u"done\n"_s, u" done"_s, u"\u202edone"_s}) {
        const auto order = decode(with(bareOrder(1), u"status"_s, word));
        QVERIFY(order.has_value());
        QCOMPARE(order->status, OrderStatus::Unknown);
        QCOMPARE(order->statusWord, u"done…"_s); // not what stands for the status that is known
    }
}

void TestV1DecodeOrder::references()
{
    // What fields-schema makes of ids.
    QJsonObject json = bareOrder(1);
    json["event"_L1] = QJsonObject{{"id"_L1, idText(2)}, {"title"_L1, QJsonObject{{"text"_L1, u"x"_s}}}};
    json["tickets"_L1] = QJsonArray{idText(3), QJsonObject{{"id"_L1, idText(4)}}};
    json["payment"_L1] = QJsonObject{{"system"_L1, QJsonObject{{"id"_L1, idText(5)}}}};
    const auto order = decode(json);
    QVERIFY(order.has_value());
    QCOMPARE(order->event.toString(), idText(2));
    QVERIFY((order->tickets == QList<TicketId>{id<TicketId>(3), id<TicketId>(4)}));
    QCOMPARE(order->payment.system, idText(5));
}

void TestV1DecodeOrder::sums()
{
    QJsonObject json = bareOrder(1);
    json["value"_L1] = u"999999999999.99"_s;
    json["value_extra"_L1] = u"0.99"_s;
    auto order = decode(json);
    QVERIFY(order.has_value());
    QCOMPARE(order->value.minor(), 99'999'999'999'999);
    json["values"_L1] = QJsonObject{{"nominal"_L1, u"5.00"_s}, {"discount"_L1, u"1.50"_s}};
    order = decode(json);
    QVERIFY(order.has_value());
    QCOMPARE(order->nominal.minor(), 500);
    QCOMPARE(order->discount.minor(), 150);
}

void TestV1DecodeOrder::wrong_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("field");
    QTest::addColumn<Order::Fields>("lost");
    using Field = Order::Field;
    const QHash<QString, Order::Fields> fields{{u"number"_s, Field::Number},
                                               {u"status"_s, Field::Status},
                                               {u"value"_s, Field::Value},
                                               {u"value_extra"_s, Field::ValueExtra},
                                               {u"values"_s, Field::Nominal | Field::Discount},
                                               {u"created_at"_s, Field::CreatedAt},
                                               {u"reserved_till"_s, Field::ReservedTill},
                                               {u"tickets"_s, Field::Tickets},
                                               {u"rules"_s, Field::Rules},
                                               {u"customer"_s, Field::Customer},
                                               {u"payment"_s, Field::Payment}};
    const auto row = [&fields](const QString &key, const char *what, const QJsonValue &value,
                               const QString &field = {}) {
        QTest::addRow("%s %s", qPrintable(key), what)
            << key << value << (field.isEmpty() ? key : field) << fields.value(key);
    };
    for (const QString &key : {u"number"_s, u"status"_s, u"value"_s}) {
        row(key, "true", true);
        row(key, "list", QJsonArray{1});
    }
    row(u"number"_s, "fraction", 1.5);
    row(u"number"_s, "huge", 1e300);
    row(u"number"_s, "text", u"seven"_s);
    row(u"status"_s, "empty", u""_s);
    row(u"value"_s, "text", u"abc"_s);
    row(u"value"_s, "exponent", u"1e3"_s);
    row(u"value"_s, "number", 100.0); // binary floating point is no sum
    row(u"value"_s, "comma", u"100,00"_s);
    row(u"value"_s, "three decimals", u"1.000"_s);
    row(u"value"_s, "huge", u"1000000000000.00"_s);
    row(u"value"_s, "NaN", u"NaN"_s);
    row(u"value"_s, "empty", u""_s);
    row(u"value_extra"_s, "number", 0);
    row(u"values"_s, "sum", QJsonObject{{"nominal"_L1, 1}}, u"values.nominal"_s);
    row(u"values"_s, "text", u"x"_s);
    row(u"created_at"_s, "no offset", u"2019-07-25 14:41:11"_s);
    row(u"created_at"_s, "number", 1453800319);
    row(u"reserved_till"_s, "words", u"tomorrow"_s);
    row(u"tickets"_s, "object", QJsonObject());
    row(u"tickets"_s, "bad id", QJsonArray{idText(1), u"x"_s}, u"tickets[1]"_s);
    row(u"tickets"_s, "null in it", QJsonArray{QJsonValue::Null}, u"tickets[0]"_s);
    row(u"tickets"_s, "object without id", QJsonArray{QJsonObject()}, u"tickets[0].id"_s);
    row(u"rules"_s, "list", QJsonArray());
    row(u"rules"_s, "bad id", QJsonObject{{idText(1), 5}}, u"rules."_s + idText(1));
    row(u"customer"_s, "text", u"Ivanov"_s);
    QTest::newRow("a buyer's mail costs no more than itself")
        << u"customer"_s << QJsonValue(QJsonObject{{"email"_L1, 1}}) << u"customer.email"_s << Order::Fields();
    row(u"payment"_s, "text", u"api/BASE"_s);
    row(u"payment"_s, "list", QJsonArray());
    row(u"payment"_s, "url", QJsonObject{{"redirect_url"_L1, true}}, u"payment.redirect_url"_s);
    // Without an address the cashier takes the money: one that cannot be read must not pass for none.
    for (const QString &broken :
         {u"https://[::1"_s, u"https://pay.example:99999/"_s, u"https://pay.example/"_s + QChar(0xd800)})
        row(u"payment"_s, qPrintable(u"url "_s + broken), QJsonObject{{"redirect_url"_L1, broken}},
            u"payment.redirect_url"_s);
    row(u"values"_s, "face beyond any sum", QJsonObject{{"nominal"_L1, u"9999999999999.00"_s}}, u"values.nominal"_s);
    row(u"payment"_s, "system", QJsonObject{{"system"_L1, true}}, u"payment.system"_s);
}

/// What cannot be read of an order is not told; the order is there.
void TestV1DecodeOrder::wrong()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(Order::Fields, lost);
    // Without sum and fee in its values, which would stand for those that are lost.
    const QJsonObject whole =
        with(parsed(recorded(u"start.response"_s)), u"values"_s, QJsonObject{{u"nominal"_s, u"100.00"_s}});
    const QByteArray body = bytes(with(whole, key, value));
    const Order told = *read(bytes(whole), v1::decodeOrder);
    const auto order = v1::decodeBody(body, v1::decodeOrder);
    QVERIFY2(order.has_value(), order ? "" : qPrintable(order.error().toLogLine()));
    QCOMPARE(order->value.absent, lost);
    QCOMPARE(order->unreadable.parts, 1);
    QCOMPARE(order->unreadable.first.size(), 1);
    QTEST(order->unreadable.first.first().field, "field");
    QVERIFY(!order->unreadable.first.first().detail.isEmpty());
    // All the rest is as it was, and of what is lost nothing is left.
    if (lost)
        QVERIFY(merged(order->value, told) == told &&
                merged({.id = told.id, .absent = allOrderFields}, order->value) == order->value);
}

/// An answer whose state cannot be read tells not how the order stands; one to a change, whose address to pay at cannot
/// be read, must not pass for one without it: then the cashier takes the money.
void TestV1DecodeOrder::neededOfAnAnswer()
{
    const QByteArray noState = bytes(with(parsed(recorded(u"start.response"_s)), u"status"_s, 5));
    const QByteArray noAddress =
        bytes(with(parsed(recorded(u"start.response"_s)), u"payment"_s, QJsonObject{{u"redirect_url"_s, 5}}));
    QVERIFY(!read(noState, v1::decodeNamedOrder).has_value());
    QVERIFY(read(noAddress, v1::decodeNamedOrder).has_value());
    QCOMPARE(read(noState, v1::decodeChangedOrder).error().field, u"status"_s);
    QCOMPARE(read(noAddress, v1::decodeChangedOrder).error().field, u"payment.redirect_url"_s);
    QVERIFY(read("{}", v1::decodeChangedOrder).has_value());
}

void TestV1DecodeOrder::noId_data()
{
    QTest::addColumn<QJsonValue>("id");
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("null") << QJsonValue(QJsonValue::Null);
    QTest::newRow("true") << QJsonValue(true);
    QTest::newRow("list") << QJsonValue(QJsonArray{1});
    QTest::newRow("short") << QJsonValue(u"56a73b7f"_s);
    QTest::newRow("path") << QJsonValue(u"../../../orders/56a73b7f"_s);
    QTest::newRow("number") << QJsonValue(7);
    QTest::newRow("empty") << QJsonValue(u""_s);
}

void TestV1DecodeOrder::noId()
{
    QFETCH(QJsonValue, id);
    const auto order = decode(with(bareOrder(1), u"id"_s, id));
    QVERIFY(!order.has_value());
    QCOMPARE(order.error().kind, ErrorKind::WrongShape);
    QCOMPARE(order.error().field, u"id"_s);
    QVERIFY(!order.error().detail.isEmpty());
}

void TestV1DecodeOrder::noOrder_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("{}") << QByteArray("{}") << ErrorKind::WrongShape;
    QTest::newRow("[]") << QByteArray("[]") << ErrorKind::WrongShape;
    QTest::newRow("null") << QByteArray("null") << ErrorKind::WrongShape;
    QTest::newRow("null and more") << QByteArray("null {}") << ErrorKind::NotJson;
    QTest::newRow("no word") << QByteArray("nullx ") << ErrorKind::NotJson;
    QTest::newRow("empty") << QByteArray() << ErrorKind::NotJson;
    QTest::newRow("page") << QByteArray("<html><body>502</body></html>") << ErrorKind::NotJson;
    QTest::newRow("cut") << recorded(u"create.response"_s).chopped(5) << ErrorKind::NotJson;
    QTest::newRow("more behind it") << QByteArray(recorded(u"create.response"_s) + "{}") << ErrorKind::NotJson;
    QTest::newRow("deep") << QByteArray(100'000, '[') << ErrorKind::WrongShape;
    QTest::newRow("deep and whole") << QByteArray(QByteArray(5000, '[') + QByteArray(5000, ']'))
                                    << ErrorKind::WrongShape;
    QTest::newRow("no UTF-8") << QByteArray("{\"id\":\"\xff\xfe\"}") << ErrorKind::WrongShape;
    QTest::newRow("the second generation's")
        << QByteArray(R"({"data": {"id": "000000000000000000000001"}, "refs": {}})") << ErrorKind::NewerGeneration;
    QTest::newRow("the second generation's, bare")
        << QByteArray(R"({"data": {"id": "000000000000000000000001"}})") << ErrorKind::NewerGeneration;
}

void TestV1DecodeOrder::noOrder()
{
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    const auto order = read(body, v1::decodeOrder);
    QVERIFY(!order.has_value());
    QCOMPARE(order.error().kind, kind);
}

void TestV1DecodeOrder::elementOfAList()
{
    // One that cannot be read costs no other.
    const QJsonArray list{bareOrder(1),  QJsonValue::Null, with(bareOrder(3), u"value"_s, 7),
                          QJsonObject(), u"x"_s,           with(bareOrder(2), u"tickets"_s, QJsonArray{idText(9)})};
    const auto orders = v1::decodeList(bytes(list), v1::decodeOrder);
    QVERIFY(orders.has_value());
    QCOMPARE(orders->list.size(), 3);
    QCOMPARE(orders->list.at(0).number, 1);
    QCOMPARE(orders->list.at(1).number, 3);
    QVERIFY(!orders->list.at(1).has(Order::Field::Value));
    QCOMPARE(orders->list.at(2).tickets.size(), 1);
    QCOMPARE(orders->unreadable.elements, 3);
    QCOMPARE(orders->unreadable.parts, 1);
    QCOMPARE(leftOut(orders->unreadable),
             u"[1].id is missing\n[2].value is not a valid text\n[3].id is missing\n[4] is not a valid object"_s);
    QVERIFY(!v1::decodeList("{}", v1::decodeOrder).has_value());
    QVERIFY(v1::decodeList("[]", v1::decodeOrder) == Result<v1::Elements<Order>>(v1::Elements<Order>()));
}

void TestV1DecodeOrder::tickets()
{
    const QByteArray body = R"([{"id":"000000000000000000000001","serial":"АБ","number":12,"barcode":null,
        "set":"000000000000000000000009","seat":{"row":4,"number":"7а","sector":{"id":"x","name":"Партер"}}},
        {"id":"000000000000000000000002","set":{"id":"000000000000000000000009"},"barcode":"4607","seat":null},
        {"id":"000000000000000000000003","seat":{}},{"id":"000000000000000000000004","seat":"4/7","barcode":"46\ud800"},
        {"id":"000000000000000000000005","serial":7.5,"seat":{"row":true,"number":"7"}}])";
    const auto tickets = v1::decodeList(body, v1::decodeTicket);
    QVERIFY(tickets.has_value());
    const Ticket first{id<TicketId>(1), id<SetId>(9), u"АБ"_s, u"12"_s, {}, Seat{u"Партер"_s, u"4"_s, u"7а"_s}};
    const Ticket second{id<TicketId>(2), id<SetId>(9), {}, {}, u"4607"_s, std::nullopt};
    const Ticket third{.id = id<TicketId>(3)};
    const Ticket fourth{.id = id<TicketId>(4)};
    const Ticket fifth{.id = id<TicketId>(5)}; // nobody is sent to half a seat
    QVERIFY((tickets->list == QList<Ticket>{first, second, third, fourth, fifth}));
    QCOMPARE(leftOut(tickets->unreadable),
             u"[3].seat is not a valid object\n[3].barcode is not a valid barcode\n"
             u"[4].serial is not a valid whole number\n[4].seat.row is not a valid text"_s);
}

void TestV1DecodeOrder::hallSeats()
{
    const QByteArray body = R"([
        {"id":"000000000000000000000001","status":"vacant","set":"000000000000000000000009"},
        {"id":"000000000000000000000002","status":"reserved","reserved_till":"2016-01-26T09:35:19+00:00"},
        {"id":"000000000000000000000003","status":"sold","seat":{"row":"1","number":"2","sector":"A"}},
        {"id":"000000000000000000000004","status":"pending"},{"id":"000000000000000000000005"},
        {"id":"000000000000000000000006","status":"vacant","seat":5}])";
    const auto hall = v1::decodeList(body, v1::decodeHallSeat);
    QVERIFY(hall.has_value());
    const QList<HallSeat> &seats = hall->list;
    QCOMPARE(seats.size(), 5);
    QCOMPARE(seats.at(0).status, SeatStatus::Vacant);
    QCOMPARE(seats.at(0).set, id<SetId>(9));
    QCOMPARE(seats.at(1).status, SeatStatus::Reserved);
    QVERIFY(seats.at(1).reservedTill == parseInstant(u"2016-01-26T09:35:19Z"_s));
    QCOMPARE(seats.at(2).status, SeatStatus::Sold);
    QCOMPARE(seats.at(2).seat, (Seat{u"A"_s, u"1"_s, u"2"_s}));
    QCOMPARE(seats.at(3).status, SeatStatus::Unknown);
    QCOMPARE(seats.at(4).status, SeatStatus::Unknown);
    // One without its place would be sold as one that has none.
    QCOMPARE(leftOut(hall->unreadable), u"[5].seat is not a valid object"_s);
}

} // namespace okoshko::test::tst_v1decodeorder

OKOSHKO_TEST(tst_v1decodeorder, TestV1DecodeOrder, NoApplication)

#include "tst_v1decodeorder.moc"
