// SPDX-License-Identifier: GPL-3.0-or-later
#include "Desk.h"
#include "tests/support/TestProgram.h"

#include <QTest>
#include <QUrl>

using namespace std::chrono_literals;

namespace okoshko::test::tst_sandbox_lists {

/// Collections: filters, pages, sorting; and fields-schema, which narrows any answer.
class TestLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orders_data();
    void orders();
    void badParameters_data();
    void badParameters();
    void seatsOfAnEvent();
    void partner();
    void schema_data();
    void schema();
    void badSchemaChangesNothing();
    void brokenSchemas_data();
    void brokenSchemas();
};

void TestLists::orders_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected"); // letters of the orders, in the order of the answer
    QTest::newRow("all, newest first") << QStringLiteral("") << QStringLiteral("dcba");
    QTest::newRow("status") << QStringLiteral("status=executed") << QStringLiteral("dc");
    QTest::newRow("two statuses") << QStringLiteral("status=done,canceled") << QStringLiteral("ba");
    QTest::newRow("event") << QStringLiteral("event=") + demo::clubEvent << QStringLiteral("db");
    QTest::newRow("both") << QStringLiteral("status=executed&event=") + demo::clubEvent << QStringLiteral("d");
    QTest::newRow("a day") << QStringLiteral("created_at=2026-03-03,2026-03-03") << QStringLiteral("b");
    QTest::newRow("to the second") << QStringLiteral("created_at=2026-03-02T12:00:00,2026-03-03T12:00:01")
                                   << QStringLiteral("ba");
    QTest::newRow("six digits, offset")
        << QStringLiteral("created_at=2026-03-04T15:00:00.000000%2B03:00,2026-03-05T00:00:00.000000%2B03:00")
        << QStringLiteral("c");
    QTest::newRow("first page") << QStringLiteral("page=1&page_size=3") << QStringLiteral("dcb");
    QTest::newRow("second page") << QStringLiteral("page=2&page_size=3") << QStringLiteral("a");
    QTest::newRow("past the end") << QStringLiteral("page=9&page_size=3") << QStringLiteral("");
}

void TestLists::orders()
{
    QFETCH(const QString, query);
    QFETCH(const QString, expected);
    Desk desk({.hold = 240h, .processing = {}});
    QHash<QString, QChar> letters;
    letters.insert(desk.sell(demo::event, demo::set, 1).id(), u'a');
    desk.pass(24h);
    const QString second = desk.reserve(demo::clubEvent, demo::clubSet, 1).id();
    desk.change(second, R"({"status": "canceled"})");
    letters.insert(second, u'b');
    desk.pass(24h);
    letters.insert(desk.reserve(demo::event, demo::set, 1).id(), u'c');
    desk.pass(24h);
    letters.insert(desk.reserve(demo::clubEvent, demo::clubSet, 1).id(), u'd');

    const Answer answer = desk.ask("GET", QStringLiteral("/v1/resources/orders?") + query);

    QCOMPARE(answer.status(), 200);
    QString found;
    const QJsonArray list = answer.array();
    for (const QJsonValue &order : list)
        found += letters.value(order.toObject().value(QStringLiteral("id")).toString());
    QCOMPARE(found, expected);
}

void TestLists::badParameters_data()
{
    QTest::addColumn<QString>("target");
    const QString orders = QStringLiteral("/v1/resources/orders?");
    QTest::newRow("page 0") << orders + QStringLiteral("page=0");
    QTest::newRow("page size") << orders + QStringLiteral("page_size=1001");
    QTest::newRow("status") << orders + QStringLiteral("status=paid");
    QTest::newRow("one date") << orders + QStringLiteral("created_at=2026-03-02");
    QTest::newRow("no date") << orders + QStringLiteral("created_at=yesterday,today");
    QTest::newRow("seat status") << QStringLiteral("/v1/resources/events/%1/tickets?status=free").arg(demo::event);
    QTest::newRow("id") << QStringLiteral("/v1/resources/orders/nonsense");
}

void TestLists::badParameters()
{
    QFETCH(const QString, target);
    Desk desk;
    const Answer answer = desk.ask("GET", target);
    QCOMPARE(answer.status(), 400);
    QVERIFY(!answer.object().value(QStringLiteral("errors")).toArray().isEmpty());
}

void TestLists::seatsOfAnEvent()
{
    Desk desk;
    const QStringList vacant = desk.seats(demo::hallEvent);
    const Answer order = desk.reserve(demo::hallEvent, {vacant[0]});
    const QString path = QStringLiteral("/v1/resources/events/%1/tickets").arg(demo::hallEvent);
    QCOMPARE(desk.ask("GET", path).array().size(), 96);
    const QJsonArray held = desk.ask("GET", path + QStringLiteral("?status=reserved")).array();
    QCOMPARE(held.size(), 1);
    QCOMPARE(held[0][QStringLiteral("id")].toString(), vacant[0]);
    QCOMPARE(held[0][QStringLiteral("reserved_till")].toString(), order.text("reserved_till"));
    QCOMPARE(held[0][QStringLiteral("seat")][QStringLiteral("row")].toInt(), 2);
    QCOMPARE(desk.ask("GET", path + QStringLiteral("?status=sold")).array().size(), 18);
    QCOMPARE(desk.ask("GET", path + QStringLiteral("?status=vacant,reserved")).array().size(), 96 - 18);
}

void TestLists::partner()
{
    Desk desk;
    const QString path =
        QStringLiteral("/v1/resources/partners/%1?fields-schema=legal{type,detail}").arg(demo::partner);
    const QJsonObject legal = desk.ask("GET", path).object().value(QStringLiteral("legal")).toObject();
    QCOMPARE(legal.keys(), (QStringList{QStringLiteral("detail"), QStringLiteral("type")}));
    QVERIFY(!legal[QStringLiteral("detail")][QStringLiteral("inn")].toString().isEmpty());
}

void TestLists::schema_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QByteArray>("expected");
    const auto text = [](const char *words) { return QString::fromLatin1(words); };
    QTest::newRow("narrow") << text("status,value") << QByteArray(R"({"status":"executed","value":"200.00"})");
    QTest::newRow("unknown fields are left out") << text("status,colour") << QByteArray(R"({"status":"executed"})");
    QTest::newRow("inside") << text("values{full}") << QByteArray(R"({"values":{"full":"200.00"}})");
    QTest::newRow("a reference opens") << text("event{title{text}}")
                                       << QByteArray(R"({"event":{"title":{"text":"Вечер записанных заказов"}}})");
    QTest::newRow("a list of references opens")
        << text("tickets{number,seat{row}}")
        << QByteArray(R"({"tickets":[{"number":100001,"seat":null},{"number":100002,"seat":null}]})");
    QTest::newRow("a reference stays shut") << text("event") << "{\"event\":\"" + demo::event.toLatin1() + "\"}";
    QTest::newRow("deep") << text("tickets{set{name}},org{legal{type}}")
                          << QByteArray(R"({"org":{"legal":{"type":"company"}},"tickets":[{"set":{"name":)"
                                        R"("Входной билет"}},{"set":{"name":"Входной билет"}}]})");
}

void TestLists::schema()
{
    QFETCH(const QString, schema);
    QFETCH(const QByteArray, expected);
    Desk desk;
    const QString order = desk.reserve(demo::event, demo::set, 2).id();
    const QString query = QStringLiteral("?fields-schema=") +
                          QString::fromLatin1(QUrl::toPercentEncoding(schema, ",")); // braces percent-encoded
    QCOMPARE(desk.ask("GET", QStringLiteral("/v1/resources/orders/") + order + query).reply.body, expected);
    QCOMPARE(desk.ask("GET", QStringLiteral("/v1/resources/orders") + query).reply.body, '[' + expected + ']');
    QCOMPARE(desk.ask("PATCH", QStringLiteral("/v1/resources/orders/") + order + query, "{}").reply.body, expected);
}

void TestLists::badSchemaChangesNothing()
{
    Desk desk;
    const QString order = desk.reserve(demo::event, demo::set, 1).id();
    const QString path = QStringLiteral("/v1/resources/orders/%1?fields-schema=id{").arg(order);
    QCOMPARE(desk.ask("DELETE", path).status(), 400);
    QCOMPARE(desk.read(order).text("status"), QStringLiteral("executed"));
}

void TestLists::brokenSchemas_data()
{
    QTest::addColumn<QString>("schema");
    for (const char *schema :
         {"", ",", "id,", "id,,status", "id{", "id}", "{id}", "id{a}}", "id{a,}", "a{b{c{d{e{f{g{h{i}}}}}}}}"})
        QTest::newRow(schema) << QString::fromLatin1(schema);
}

void TestLists::brokenSchemas()
{
    QFETCH(const QString, schema);
    QVERIFY(!okoshko::sandbox::FieldsSchema::parse(schema));
}

} // namespace okoshko::test::tst_sandbox_lists

OKOSHKO_TEST(tst_sandbox_lists, TestLists, QCoreApplication)
#include "tst_sandbox_lists.moc"
