// SPDX-License-Identifier: GPL-3.0-or-later
#include "DirectSandbox.h"
#include "tests/support/TestProgram.h"

#include <QTest>
#include <QUrl>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

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
    QTest::newRow("all, newest first") << u""_s << u"dcba"_s;
    QTest::newRow("status") << u"status=executed"_s << u"dc"_s;
    QTest::newRow("two statuses") << u"status=done,canceled"_s << u"ba"_s;
    QTest::newRow("event") << u"event="_s + demo::clubEvent << u"db"_s;
    QTest::newRow("both") << u"status=executed&event="_s + demo::clubEvent << u"d"_s;
    QTest::newRow("a day") << u"created_at=2026-03-03,2026-03-03"_s << u"b"_s;
    QTest::newRow("to the second") << u"created_at=2026-03-02T12:00:00,2026-03-03T12:00:01"_s << u"ba"_s;
    QTest::newRow("six digits, offset")
        << u"created_at=2026-03-04T15:00:00.000000%2B03:00,2026-03-05T00:00:00.000000%2B03:00"_s << u"c"_s;
    QTest::newRow("first page") << u"page=1&page_size=3"_s << u"dcb"_s;
    QTest::newRow("second page") << u"page=2&page_size=3"_s << u"a"_s;
    QTest::newRow("past the end") << u"page=9&page_size=3"_s << u""_s;
}

void TestLists::orders()
{
    QFETCH(const QString, query);
    QFETCH(const QString, expected);
    DirectSandbox vendor({.hold = 240h, .processing = {}});
    QHash<QString, QChar> letters;
    letters.insert(vendor.sell(demo::event, demo::set, 1).id(), u'a');
    vendor.pass(24h);
    const QString second = vendor.reserve(demo::clubEvent, demo::clubSet, 1).id();
    vendor.change(second, R"({"status": "canceled"})");
    letters.insert(second, u'b');
    vendor.pass(24h);
    letters.insert(vendor.reserve(demo::event, demo::set, 1).id(), u'c');
    vendor.pass(24h);
    letters.insert(vendor.reserve(demo::clubEvent, demo::clubSet, 1).id(), u'd');

    const Answer answer = vendor.ask("GET", u"/v1/resources/orders?"_s + query);

    QCOMPARE(answer.status(), 200);
    QString found;
    const QJsonArray list = answer.array();
    for (const QJsonValue &order : list)
        found += letters.value(order.toObject().value(u"id"_s).toString());
    QCOMPARE(found, expected);
}

void TestLists::badParameters_data()
{
    QTest::addColumn<QString>("target");
    const QString orders = u"/v1/resources/orders?"_s;
    QTest::newRow("page 0") << orders + u"page=0"_s;
    QTest::newRow("page size") << orders + u"page_size=1001"_s;
    QTest::newRow("status") << orders + u"status=paid"_s;
    QTest::newRow("one date") << orders + u"created_at=2026-03-02"_s;
    QTest::newRow("no date") << orders + u"created_at=yesterday,today"_s;
    QTest::newRow("seat status") << u"/v1/resources/events/%1/tickets?status=free"_s.arg(demo::event);
    QTest::newRow("id") << u"/v1/resources/orders/nonsense"_s;
}

void TestLists::badParameters()
{
    QFETCH(const QString, target);
    DirectSandbox vendor;
    const Answer answer = vendor.ask("GET", target);
    QCOMPARE(answer.status(), 400);
    QVERIFY(!answer.object().value(u"errors"_s).toArray().isEmpty());
}

void TestLists::seatsOfAnEvent()
{
    DirectSandbox vendor;
    const QStringList vacant = vendor.seats(demo::hallEvent);
    const Answer order = vendor.reserve(demo::hallEvent, {vacant[0]});
    const QString path = u"/v1/resources/events/%1/tickets"_s.arg(demo::hallEvent);
    QCOMPARE(vendor.ask("GET", path).array().size(), 96);
    const QJsonArray held = vendor.ask("GET", path + u"?status=reserved"_s).array();
    QCOMPARE(held.size(), 1);
    QCOMPARE(held[0][u"id"_s].toString(), vacant[0]);
    QCOMPARE(held[0][u"reserved_till"_s].toString(), order.text("reserved_till"));
    QCOMPARE(held[0][u"seat"_s][u"row"_s].toInt(), 2);
    QCOMPARE(vendor.ask("GET", path + u"?status=sold"_s).array().size(), 18);
    QCOMPARE(vendor.ask("GET", path + u"?status=vacant,reserved"_s).array().size(), 96 - 18);
}

void TestLists::partner()
{
    DirectSandbox vendor;
    const QString path = u"/v1/resources/partners/%1?fields-schema=legal{type,detail}"_s.arg(demo::partner);
    const QJsonObject legal = vendor.ask("GET", path).object().value(u"legal"_s).toObject();
    QCOMPARE(legal.keys(), (QStringList{u"detail"_s, u"type"_s}));
    QVERIFY(!legal[u"detail"_s][u"inn"_s].toString().isEmpty());
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
    DirectSandbox vendor;
    const QString order = vendor.reserve(demo::event, demo::set, 2).id();
    const QString query =
        u"?fields-schema="_s + QString::fromLatin1(QUrl::toPercentEncoding(schema, ",")); // braces percent-encoded
    QCOMPARE(vendor.ask("GET", u"/v1/resources/orders/"_s + order + query).reply.body, expected);
    QCOMPARE(vendor.ask("GET", u"/v1/resources/orders"_s + query).reply.body, '[' + expected + ']');
    QCOMPARE(vendor.ask("PATCH", u"/v1/resources/orders/"_s + order + query, "{}").reply.body, expected);
}

void TestLists::badSchemaChangesNothing()
{
    DirectSandbox vendor;
    const QString order = vendor.reserve(demo::event, demo::set, 1).id();
    const QString path = u"/v1/resources/orders/%1?fields-schema=id{"_s.arg(order);
    QCOMPARE(vendor.ask("DELETE", path).status(), 400);
    QCOMPARE(vendor.read(order).text("status"), u"executed"_s);
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
