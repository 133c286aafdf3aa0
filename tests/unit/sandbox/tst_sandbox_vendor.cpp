// SPDX-License-Identifier: GPL-3.0-or-later
#include "DirectSandbox.h"
#include "app/sandbox/SandboxServer.h"
#include "tests/support/TestProgram.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace okoshko::test::tst_sandbox_vendor {

using namespace okoshko::sandbox;

/// The vendor as it is: each of its traits alone, held against payloads that it was seen to send.
class TestVendor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realVendorSwitchesItsTraitsOn();
    void eventsOfScenarios_data();
    void eventsOfScenarios();
    void eventHasTheFieldsOfTheRecordings_data();
    void eventHasTheFieldsOfTheRecordings();
    void terseEventLeavesOutWhatTheOldestDoes();
    void times_data();
    void times();
    void setsBetweenTwoPrices();
    void sectorsAndPlacesWithoutASeat();
    void venuesWithoutZone();
    void closedPresale();
    void oneEvent();
    void filters();

    void shortPages();
    void pageIgnored();
    void holesInEvents();
    void holesInOrdersSeatsAndTickets();
    void oldestFirst();
    void listObject();
    void loginPage();
    void noMoney();

    void dealFee();
    void dealFeeOfTheRecording();
    void refusedCodeChangesNothing();
    void discountAsRecorded();
    void updatedStands();
    void expiredNull();
    void ticketsReordered();
    void invitation();
    void invoice();
    void newerGeneration_data();
    void newerGeneration();
    void newerLists();
    void manyEvents();

private:
    void on(const Scenario &scenario) { m_vendor->board().arm(scenario); }
    [[nodiscard]] QJsonArray list(const QString &query = {})
    {
        return m_vendor->ask("GET", u"/v1/services/simple/events?"_s + query).array();
    }
    /// The events that a scenario has brought about.
    [[nodiscard]] QList<QJsonObject> brought(const Scenario &scenario);
    [[nodiscard]] static QJsonDocument recorded(const QString &name);
    static QSet<QString> keys(const QJsonObject &object)
    {
        const QStringList names = object.keys();
        return {names.cbegin(), names.cend()};
    }
    static QByteArray compact(const QJsonValue &value);

    std::unique_ptr<DirectSandbox> m_vendor;

private Q_SLOTS:
    void init() { m_vendor = std::make_unique<DirectSandbox>(); }
};

QList<QJsonObject> TestVendor::brought(const Scenario &scenario)
{
    QSet<QString> before;
    for (const QJsonValue &event : list())
        before.insert(event[u"id"_s].toString());
    on(scenario);
    QList<QJsonObject> events;
    for (const QJsonValue &event : list()) {
        if (!before.contains(event[u"id"_s].toString()))
            events.append(event.toObject());
    }
    return events;
}

QJsonDocument TestVendor::recorded(const QString &name)
{
    QFile file(QStringLiteral(OKOSHKO_FIXTURES "/real/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

QByteArray TestVendor::compact(const QJsonValue &value)
{
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return text.mid(1, text.size() - 2);
}

void TestVendor::realVendorSwitchesItsTraitsOn()
{
    int count = 0;
    for (const Scenario &row : scenarioTable()) {
        if (row.ofRealVendor == OfRealVendor::No)
            continue;
        ++count;
        QCOMPARE(row.group, ScenarioGroup::Vendor);
        QCOMPARE(row.lasting, Lasting::Standing);
    }
    QVERIFY(count >= 20);
    QVERIFY(vendorKindFrom(u"real"_s) == VendorKind::Real);
    QVERIFY(vendorKindFrom(u"sandbox"_s) == VendorKind::Documented);
    QVERIFY(!vendorKindFrom(u"kind"_s));
}

void TestVendor::eventsOfScenarios_data()
{
    QTest::addColumn<int>("count");
    for (const auto &[name, count] :
         {std::pair("deal-fee", 1), std::pair("price-gap", 1), std::pair("closed-presale", 1),
          std::pair("days-only", 2), std::pair("several-days", 1), std::pair("local-time", 1),
          std::pair("bare-time", 1), std::pair("no-zone", 2), std::pair("next-year", 2), std::pair("over", 1),
          std::pair("under-way", 1), std::pair("no-sets", 1), std::pair("terse", 1), std::pair("sectors", 1)})
        QTest::newRow(name) << count;
}

void TestVendor::eventsOfScenarios()
{
    QFETCH(const int, count);
    const Scenario &meant = scenario(QTest::currentDataTag());
    const QList<QJsonObject> events = brought(meant);
    QCOMPARE(events.size(), count);
    const QString one = u"/v1/services/simple/events/"_s + events.first()[u"id"_s].toString();
    QCOMPARE(m_vendor->ask("GET", one).status(), 200);
    if (meant.usual.testFlag(RequestKind::Events))
        QVERIFY(m_vendor->board().state(meant).timesMet > 0);
    m_vendor->board().disarm(meant);
    QCOMPARE(list().size(), 13);
    QCOMPARE(m_vendor->ask("GET", one).status(), 404);
}

void TestVendor::eventHasTheFieldsOfTheRecordings_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"events-2015-production", "events-2016-two", "events-2019-megasport",
                             "events-2019-deal-fees", "events-2019-empty-sets"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestVendor::eventHasTheFieldsOfTheRecordings()
{
    QFETCH(const QString, name);
    const QSet<QString> seldom{u"allow_other_ps"_s, u"ticket_template"_s}; // of no use to a counter
    const QJsonObject ours = brought(scenario("sectors")).first();
    const QJsonArray theirs = recorded(name).array();
    QVERIFY(!theirs.isEmpty());
    for (const QJsonValue &event : theirs) {
        QCOMPARE(keys(event.toObject()) - seldom - keys(ours), QSet<QString>());
        const QJsonValue set = event[u"sets"_s][0];
        if (set.isUndefined())
            continue;
        QCOMPARE(keys(set.toObject()) - keys(ours[u"sets"_s][0].toObject()), QSet<QString>());
        QCOMPARE(keys(set[u"rules"_s][0].toObject()) - keys(ours[u"sets"_s][0][u"rules"_s][0].toObject()),
                 QSet<QString>());
    }
}

void TestVendor::terseEventLeavesOutWhatTheOldestDoes()
{
    const QJsonObject ours = brought(scenario("terse")).first();
    const QJsonObject theirs = recorded(u"events-2014-recorded-dev"_s).array().first().toObject();
    QCOMPARE(keys(ours), keys(theirs) + QSet<QString>({u"media"_s, u"partner"_s}));
    QCOMPARE(ours[u"venue"_s], theirs[u"venue"_s]);
    QCOMPARE(ours[u"updated_at"_s], theirs[u"updated_at"_s]);
    QCOMPARE(keys(ours[u"sets"_s][0].toObject()), keys(theirs[u"sets"_s][0].toObject()));
    QCOMPARE(keys(ours[u"sets"_s][0][u"rules"_s][0].toObject()), keys(theirs[u"sets"_s][0][u"rules"_s][0].toObject()));
}

void TestVendor::times_data()
{
    QTest::addColumn<QString>("lifetime");
    const auto row = [](const char *name, const char *begin, const char *end) {
        QTest::newRow(name) << u"BEGIN:VEVENT\r\nDTSTART%1\r\nDTEND%2\r\nEND:VEVENT\r\n"_s.arg(QLatin1String(begin),
                                                                                               QLatin1String(end));
    };
    row("days-only", ";VALUE=DATE:20260321", ";VALUE=DATE:20260322");
    row("several-days", ";VALUE=DATE-TIME:20260324T090000Z", ";VALUE=DATE-TIME:20260327T200000Z");
    row("local-time", ";VALUE=DATE-TIME:20260306T193000", ";VALUE=DATE-TIME:20260306T220000");
    row("bare-time", ":20260308T170000Z", ":20260308T190000Z");
    row("over", ";VALUE=DATE-TIME:20260301T160000Z", ";VALUE=DATE-TIME:20260301T180000Z");
    row("under-way", ";VALUE=DATE-TIME:20260302T110000Z", ";VALUE=DATE-TIME:20260302T150000Z");
    row("next-year", ";VALUE=DATE-TIME:20260313T160000Z", ";VALUE=DATE-TIME:20260313T180000Z");
}

void TestVendor::times()
{
    QFETCH(const QString, lifetime);
    const Scenario &meant = scenario(QTest::currentDataTag());
    const QList<QJsonObject> events = brought(meant);
    QCOMPARE(events.first()[u"lifetime"_s].toString(), lifetime);
    if (&meant == &scenario("next-year"))
        QCOMPARE(events.last()[u"lifetime"_s].toString(), QString(lifetime).replace(u"2026"_s, u"2027"_s));
    const QJsonObject set = events.first()[u"sets"_s][0].toObject();
    QCOMPARE(m_vendor->reserve(events.first()[u"id"_s].toString(), set[u"id"_s].toString(), 1).status(), 201);
}

void TestVendor::setsBetweenTwoPrices()
{
    const QString event = brought(scenario("price-gap")).first()[u"id"_s].toString();
    const auto set = [&](int i) {
        return m_vendor->ask("GET", u"/v1/services/simple/events/"_s + event).object()[u"sets"_s][i].toObject();
    };
    const auto isCurrent = [&](int i, int rule) { return set(i)[u"rules"_s][rule][u"current"_s].toBool(); };
    QVERIFY(!set(0).contains(u"price"_s));
    QVERIFY(!isCurrent(0, 0) && !isCurrent(0, 1));
    // As the made payload has it, whose last rule is over.
    const QJsonObject over = recorded(u"made-events-no-current-rule"_s)[0][u"sets"_s][0].toObject();
    for (const QString &field : {u"price"_s, u"price_org"_s, u"price_extra"_s})
        QCOMPARE(set(1)[field], over[field]);
    QVERIFY(!isCurrent(1, 0));
    QCOMPARE(set(2)[u"price"_s].toString(), u"660.00"_s);
    for (const int i : {0, 1})
        QCOMPARE(m_vendor->reserve(event, set(i)[u"id"_s].toString(), 1).status(), 400);
    QCOMPARE(m_vendor->reserve(event, set(2)[u"id"_s].toString(), 1).tickets().size(), 1);
    m_vendor->pass(10min);
    QCOMPARE(set(0)[u"price"_s].toString(), u"1430.00"_s);
    QVERIFY(isCurrent(0, 1));
    QCOMPARE(m_vendor->reserve(event, set(0)[u"id"_s].toString(), 1).text("value"), u"1430.00"_s);
}

void TestVendor::sectorsAndPlacesWithoutASeat()
{
    const QJsonObject event = brought(scenario("sectors")).first();
    QStringList sectors;
    for (const QJsonValue &sector : event[u"map"_s][u"sectors"_s].toArray())
        sectors.append(sector[u"id"_s].toString());
    QCOMPARE(sectors.size(), 3);
    QHash<QString, int> statuses;
    QSet<QByteArray> places;
    QSet<QString> named;
    const QString path = u"/v1/resources/events/%1/tickets"_s.arg(event[u"id"_s].toString());
    for (const QJsonValue &seat : m_vendor->ask("GET", path).array()) {
        ++statuses[seat[u"status"_s].toString()];
        if (seat[u"seat"_s].toObject().isEmpty())
            places.insert(compact(seat[u"seat"_s]));
        else
            named.insert(seat[u"seat"_s][u"sector"_s].toString());
        QCOMPARE(keys(recorded(u"seats-2019-megasport"_s)[0].toObject()) - keys(seat.toObject()), QSet<QString>());
    }
    QCOMPARE(statuses[u"pending"_s], 3);
    QCOMPARE(statuses[u"sold"_s], 2);
    QCOMPARE(places, (QSet<QByteArray>{"null", "{}"}));
    QCOMPARE(named, (QSet<QString>{sectors[0], sectors[1]}));
    QCOMPARE(m_vendor->ask("GET", path + u"?status=pending"_s).array().size(), 3);
}

void TestVendor::venuesWithoutZone()
{
    const QList<QJsonObject> events = brought(scenario("no-zone"));
    QCOMPARE(events[0][u"venue"_s][u"city"_s].toObject(), QJsonObject());
    const QJsonObject names = events[1][u"venue"_s][u"city"_s][u"name"_s].toObject();
    for (const QString &language : {u"ru"_s, u"en"_s, u"default"_s})
        QVERIFY(!names.contains(language));
    QVERIFY(!names.isEmpty());
}

void TestVendor::closedPresale()
{
    const QJsonObject event = brought(scenario("closed-presale")).first();
    const auto reserve = [&](const QByteArray &more) {
        return m_vendor->reserve(event[u"id"_s].toString(), event[u"sets"_s][0][u"id"_s].toString(), 1, more);
    };
    QCOMPARE(reserve({}).status(), 400);
    QCOMPARE(reserve({}).object()[u"errors"_s].toArray(), QJsonArray{u"Promokey needed"_s});
    QCOMPARE(reserve(R"("promocodes": ["NOPE"])").object()[u"errors"_s].toArray(),
             QJsonArray{u"Promokey not founded"_s});
    const Answer order = reserve(R"("promocodes": ["fans"])");
    QCOMPARE(order.status(), 201);
    QCOMPARE(order.text("value"), u"2700.00"_s);
}

void TestVendor::oneEvent()
{
    const Answer one = m_vendor->ask("GET", u"/v1/services/simple/events/"_s + demo::clubEvent);
    QCOMPARE(one.status(), 200);
    QVERIFY(recorded(u"event-2014-doc-single"_s).isObject());
    QCOMPARE(one.object(), list(u"ids="_s + demo::clubEvent).first().toObject());
    QCOMPARE(m_vendor->ask("GET", u"/v1/services/simple/events/000000000000000000000000"_s).status(), 404);
}

void TestVendor::filters()
{
    QCOMPARE(list(u"ids=%1,%2"_s.arg(demo::clubEvent, demo::event)).size(), 2);
    QCOMPARE(list(u"status=public"_s).size(), 13);
    QCOMPARE(list(u"status=stand_by"_s).size(), 0);
}

void TestVendor::shortPages()
{
    const QString page = u"page=%1&page_size=10"_s;
    on(scenario("short-pages"));
    QStringList ids;
    int pages = 0;
    for (QJsonArray events = list(page.arg(1)); !events.isEmpty(); events = list(page.arg(pages + 1))) {
        ++pages;
        QVERIFY(events.size() <= 4);
        for (const QJsonValue &event : events)
            ids.append(event[u"id"_s].toString());
    }
    QCOMPARE(pages, 4);
    QCOMPARE(ids.size(), 13);
    QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), 13);
    QCOMPARE(list().size(), 13); // nobody asked for pages
}

void TestVendor::pageIgnored()
{
    on(scenario("page-ignored"));
    QCOMPARE(list(u"page=1&page_size=5"_s).size(), 13);
    QCOMPARE(list(u"page=7&page_size=5"_s).size(), 13);
}

void TestVendor::holesInEvents()
{
    on(scenario("holes"));
    const QJsonArray events = list();
    int whole = 0;
    QSet<QByteArray> holes;
    for (const QJsonValue &event : events) {
        if (event.toObject().isEmpty()) {
            holes.insert(compact(event));
            continue;
        }
        ++whole;
        const QJsonArray sets = event[u"sets"_s].toArray();
        QVERIFY(sets.first().isNull());
        QVERIFY(std::any_of(sets.cbegin(), sets.cend(), [](const QJsonValue &set) {
            return !set.toObject().isEmpty() && set[u"price"_s].isUndefined() && set[u"rules"_s].isUndefined();
        }));
    }
    QCOMPARE(whole, 13);
    QCOMPARE(holes, (QSet<QByteArray>{"null", "{}", "\"[object Object]\"", "17", "true", "[]"}));
    // The made payload has the first two.
    QCOMPARE(recorded(u"made-events-empty-element"_s).array().size() > 2, true);
}

void TestVendor::holesInOrdersSeatsAndTickets()
{
    const QString first = m_vendor->reserve(demo::hallEvent, m_vendor->seats(demo::hallEvent).mid(0, 2)).id();
    m_vendor->pass(1s);
    const QString second = m_vendor->reserve(demo::event, demo::set, 1).id();
    on(scenario("holes"));
    const QJsonArray orders = m_vendor->ask("GET", u"/v1/resources/orders"_s).array();
    QVERIFY(orders[0].isNull());
    QCOMPARE(orders[1][u"id"_s].toString(), second);
    QVERIFY(orders[1][u"number"_s].isDouble());
    QCOMPARE(orders[2].toObject(), QJsonObject());
    QCOMPARE(orders[3][u"id"_s].toString(), first);
    QVERIFY(orders[3][u"number"_s].isUndefined());
    QVERIFY(m_vendor->read(first).object().contains(u"number"_s));
    QVERIFY(m_vendor->ask("GET", u"/v1/resources/events/%1/tickets"_s.arg(demo::hallEvent)).array().first().isNull());
    const QJsonArray tickets = m_vendor->ask("GET", u"/v1/resources/orders/%1/tickets"_s.arg(first)).array();
    QVERIFY(tickets.first().isNull());
    QCOMPARE(tickets.size(), 2 + 7);
}

void TestVendor::oldestFirst()
{
    const QString first = m_vendor->reserve(demo::event, demo::set, 1).id();
    m_vendor->pass(1s);
    m_vendor->reserve(demo::event, demo::set, 1);
    on(scenario("oldest-first"));
    const QJsonArray orders = m_vendor->ask("GET", u"/v1/resources/orders?page=1&page_size=1"_s).array();
    QCOMPARE(orders.size(), 1);
    QCOMPARE(orders[0][u"id"_s].toString(), first);
}

void TestVendor::listObject()
{
    on(scenario("list-object"));
    const Answer answer = m_vendor->ask("GET", u"/v1/services/simple/events"_s);
    QVERIFY(!answer.object().isEmpty());
    QVERIFY(m_vendor->ask("GET", u"/v1/services/simple/events/"_s + demo::event).object().contains(u"sets"_s));
}

void TestVendor::loginPage()
{
    on(scenario("login-page"));
    const Answer answer = m_vendor->ask("GET", u"/v1/services/simple/events"_s);
    QCOMPARE(answer.status(), 200);
    QVERIFY(answer.reply.type.startsWith("text/html"));
    QVERIFY(answer.reply.body.contains("password"));
}

void TestVendor::noMoney()
{
    on(scenario("no-money"));
    const Answer answer = m_vendor->reserve(demo::event, demo::set, 1);
    QCOMPARE(answer.status(), 400);
    QCOMPARE(answer.object(), recorded(u"error-money-400"_s).object());
    QCOMPARE(m_vendor->reserve(demo::event, demo::set, 1).status(), 201);
}

void TestVendor::dealFee()
{
    on(scenario("deal-fee"));
    const Answer order = m_vendor->reserve(demo::event, demo::set, 2);
    QCOMPARE(order.text("value"), u"220.00"_s);
    QCOMPARE(order.text("value_extra"), u"20.00"_s);
    QCOMPARE(m_vendor->reserve(demo::clubEvent, demo::clubSet, 1).text("value"), u"1650.00"_s); // has a fee of its own
    QCOMPARE(m_vendor->reserve(demo::freeEvent, demo::freeSet, 1).text("value"), u"0.00"_s);
    m_vendor->board().disarm(scenario("deal-fee"));
    m_vendor->begin(order.id());
    QCOMPARE(m_vendor->read(order.id()).text("value"), u"220.00"_s); // a deal holds for its order
}

void TestVendor::dealFeeOfTheRecording()
{
    const QJsonObject event = brought(scenario("deal-fee")).first();
    const QJsonObject set = event[u"sets"_s][0].toObject();
    const QJsonObject theirs = recorded(u"events-2019-megasport"_s)[0][u"sets"_s][0].toObject();
    for (const QString &field : {u"price"_s, u"price_org"_s, u"price_extra"_s})
        QCOMPARE(set[field], theirs[field]);
    const QJsonObject values =
        m_vendor->reserve(event[u"id"_s].toString(), set[u"id"_s].toString(), 1).object()[u"values"_s].toObject();
    const QJsonObject sums = recorded(u"order-v2-executed-one"_s)[u"data"_s][u"values"_s].toObject();
    for (const QString &field : {u"extra"_s, u"full"_s, u"nominal"_s})
        QCOMPARE(values[field], sums[field]);
}

void TestVendor::refusedCodeChangesNothing()
{
    const QString order = m_vendor->reserve(demo::clubEvent, demo::clubSet, 1, R"("promocodes": ["OKOSHKO10"])").id();
    const QJsonObject before = m_vendor->read(order).object();
    m_vendor->pass(1min);
    const Answer refused = m_vendor->change(order, R"({"promocodes": ["wrong"], "customer": {"first_name": "A"}})");
    QCOMPARE(refused.status(), 200);
    const QJsonValue errors = recorded(u"order-v2-promo-refused-200"_s)[u"errors"_s];
    QCOMPARE(refused.object()[u"errors"_s][0][u"code"_s], errors[0][u"code"_s]);
    QCOMPARE(m_vendor->read(order).object(), before);
}

void TestVendor::discountAsRecorded()
{
    const QString order = m_vendor->reserve(demo::clubEvent, demo::clubSet, 3).id();
    const QJsonObject ours = m_vendor->change(order, R"({"promocodes": ["OKOSHKO10"]})").object();
    QJsonObject values = ours[u"values"_s].toObject();
    const QJsonObject theirs = recorded(u"order-promo-after"_s)[u"values"_s].toObject();
    QCOMPARE(keys(values), keys(theirs));
    const QJsonArray sets = values.take(u"sets"_s).toArray();
    QCOMPARE(compact(values),
             QByteArray(R"({"discount":"450.00","extra":"450.00","full":"4500.00","nominal":"4050.00"})"));
    QCOMPARE(sets, (QJsonArray{QJsonObject{{u"d"_s, u"150.00"_s},
                                           {u"id"_s, demo::clubSet},
                                           {u"p"_s, u"1350.00"_s},
                                           {u"ps"_s, ours[u"promocodes"_s]}}}));
    QCOMPARE(keys(sets[0].toObject()), keys(theirs[u"sets"_s][0].toObject()));
    QCOMPARE(theirs[u"full"_s], theirs[u"nominal"_s]); // what is left of the face value, as ours
}

void TestVendor::updatedStands()
{
    on(scenario("updated-stands"));
    const QString paid = m_vendor->reserve(demo::clubEvent, demo::clubSet, 1).id();
    m_vendor->pass(1min);
    const QString begun = m_vendor->begin(paid).text("updated_at");
    QVERIFY(begun != m_vendor->read(paid).text("created_at"));
    m_vendor->pass(1min);
    const Answer done = m_vendor->change(paid, R"({"status": "done"})");
    QCOMPARE(done.text("status"), u"done"_s);
    QCOMPARE(done.text("updated_at"), begun);
    const QString given = m_vendor->reserve(demo::event, demo::set, 1).id();
    const QJsonObject before = m_vendor->read(given).object();
    m_vendor->pass(1min);
    const QJsonObject canceled = m_vendor->change(given, R"({"status": "canceled"})").object();
    for (const QString &field : {u"updated_at"_s, u"reserved_till"_s, u"tickets"_s})
        QCOMPARE(canceled[field], before[field]);
}

void TestVendor::expiredNull()
{
    on(scenario("expired-null"));
    const QString order = m_vendor->reserve(demo::event, demo::set, 1).id();
    m_vendor->begin(order);
    m_vendor->pass(31min);
    const QJsonObject ours = m_vendor->read(order).object();
    const QJsonObject theirs = recorded(u"order-expired"_s).object();
    QCOMPARE(ours[u"status"_s], theirs[u"status"_s]);
    QCOMPARE(ours[u"reserved_till"_s], theirs[u"reserved_till"_s]);
    QVERIFY(ours[u"payment"_s][u"redirect_url"_s].isString());
    QCOMPARE(keys(theirs) - keys(ours), QSet<QString>{u"salespoint"_s}); // of some deployments only
}

void TestVendor::ticketsReordered()
{
    const QStringList wanted = m_vendor->seats(demo::hallEvent).mid(0, 3);
    on(scenario("tickets-reordered"));
    const QJsonArray got = m_vendor->reserve(demo::hallEvent, wanted).tickets();
    QCOMPARE(got, (QJsonArray{wanted[2], wanted[1], wanted[0]}));
}

void TestVendor::invitation()
{
    const QByteArray more = R"("customer": {"email": "buyer@example.org"}, "payment": {"system": "system/INVITATION"})";
    const Answer executed = m_vendor->reserve(demo::event, demo::set, 2, more);
    const QJsonObject told = recorded(u"order-invitation-executed-201"_s).object();
    QCOMPARE(executed.payment(), told[u"payment"_s].toObject());
    QCOMPARE(keys(executed.object()[u"customer"_s].toObject()), keys(told[u"customer"_s].toObject()));
    QCOMPARE(executed.text("value"), u"200.00"_s);
    const Answer done = m_vendor->change(executed.id(), R"({"status": "in_progress"})");
    const QJsonObject theirs = recorded(u"order-invitation-done"_s).object();
    for (const QString &field : {u"status"_s, u"value"_s, u"value_extra"_s, u"payment"_s})
        QCOMPARE(done.object()[field], theirs[field]);
    QCOMPARE(done.object()[u"values"_s][u"full"_s].toString(), u"200.00"_s);
    QCOMPARE(done.object()[u"reserved_till"_s], executed.object()[u"reserved_till"_s]);
    const QJsonArray tickets = m_vendor->ask("GET", u"/v1/resources/orders/%1/tickets"_s.arg(done.id())).array();
    QVERIFY(tickets[0][u"barcode"_s].isString());
}

void TestVendor::invoice()
{
    on(scenario("invoice-paid"));
    const QString paid = m_vendor->reserve(demo::event, demo::set, 1).id();
    const QByteArray start = R"({"payment": {"system": "system/INVOICE"}, "status": "in_progress"})";
    const Answer begun = m_vendor->change(paid, start);
    QCOMPARE(begun.text("status"), u"in_progress"_s);
    QVERIFY(!begun.payment().contains(u"redirect_url"_s));
    QCOMPARE(m_vendor->change(paid, R"({"status": "done"})").status(), 400);
    m_vendor->pass(10s);
    QCOMPARE(m_vendor->read(paid).text("status"), u"done"_s);
    const QString open = m_vendor->reserve(demo::event, demo::set, 1).id();
    m_vendor->change(open, start);
    m_vendor->pass(1h);
    QCOMPARE(m_vendor->read(open).text("status"), u"in_progress"_s);
    // It is for the next invoice, not for what the seller collects.
    on(scenario("invoice-paid"));
    const QString cash = m_vendor->reserve(demo::clubEvent, demo::clubSet, 1).id();
    m_vendor->begin(cash);
    QVERIFY(m_vendor->board().isArmed(scenario("invoice-paid")));
}

void TestVendor::newerGeneration_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("executed") << u"order-v2-executed-one"_s;
    QTest::newRow("done") << u"order-v2-done"_s;
}

void TestVendor::newerGeneration()
{
    QFETCH(const QString, name);
    const QJsonObject theirs = recorded(name).object();
    const bool isDone = theirs[u"data"_s][u"status"_s].toString() == u"done"_s;
    const Answer order = isDone ? m_vendor->sell(demo::clubEvent, demo::clubSet, 1)
                                : m_vendor->reserve(demo::clubEvent, demo::clubSet, 1);
    on(scenario("newer-generation"));
    const QJsonObject ours = m_vendor->read(order.id()).object();
    QCOMPARE(keys(ours), keys(theirs));
    QCOMPARE(keys(theirs[u"data"_s].toObject()) - keys(ours[u"data"_s].toObject()),
             isDone ? QSet<QString>{u"code"_s} : QSet<QString>());
    QCOMPARE(keys(ours[u"data"_s][u"tickets"_s][0].toObject()), keys(theirs[u"data"_s][u"tickets"_s][0].toObject()));
    QCOMPARE(keys(ours[u"data"_s][u"values"_s].toObject()), keys(theirs[u"data"_s][u"values"_s].toObject()));
    QCOMPARE(keys(ours[u"refs"_s].toObject()), keys(theirs[u"refs"_s].toObject()));
    QCOMPARE(ours[u"data"_s][u"created_at"_s].toString(), u"2026-03-02 12:00:00"_s);
    QCOMPARE(m_vendor->reserve(demo::event, demo::set, 1).status(), 200); // not 201
}

void TestVendor::newerLists()
{
    m_vendor->reserve(demo::event, demo::set, 1);
    on(scenario("newer-generation"));
    const QJsonObject theirs = recorded(u"orders-v2-list"_s).object();
    for (const QString &path : {u"/v1/resources/orders"_s, u"/v1/services/simple/events"_s}) {
        const QJsonObject ours = m_vendor->ask("GET", path).object();
        QCOMPARE(keys(ours), keys(theirs));
        QVERIFY(ours[u"data"_s].isArray());
        QCOMPARE(ours[u"pagination"_s][u"total"_s].toInt(), ours[u"data"_s].toArray().size());
    }
}

void TestVendor::manyEvents()
{
    const Instant now = *parseIso(u"2026-03-02T12:00:00"_s, false);
    const Catalogue many = generatedEvents(1000, now);
    QCOMPARE(many.events.size(), 1000);
    QSet<QString> ids;
    for (const Event &event : many.events) {
        ids.insert(event.id);
        for (const TicketSet &set : event.sets)
            ids.insert(set.id);
    }
    QCOMPARE(ids.size(), 1000 + 2500);
    Vendor vendor(many, {}, [now] { return now; });
    const Event &event = vendor.catalogue().events.at(500);
    const TicketSet &set = event.sets.first();
    QCOMPARE(vendor.inventory.vacantIn(event, set), set.vacant); // nobody has asked for its seats
    OrderRequest request;
    request.event = event.id;
    request.random = {{set.id, 2}};
    QCOMPARE(vendor.orders.create(request)->order.tickets.size(), 2);
    QCOMPARE(vendor.inventory.vacantIn(event, set), set.vacant - 2);
}

} // namespace okoshko::test::tst_sandbox_vendor

OKOSHKO_TEST(tst_sandbox_vendor, TestVendor, QCoreApplication)
#include "tst_sandbox_vendor.moc"
