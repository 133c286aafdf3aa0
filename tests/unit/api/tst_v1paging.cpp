// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/PagedReading.h"
#include "models/api/v1/V1Api.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/HttpRig.h"
#include "tests/unit/api/Samples.h"

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_v1paging {

/// Lists that come in pages, from servers that do and do not know what a page is.
class TestV1Paging : public QObject, private HttpRig
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void requestOfOrders();
    void openEndedDates_data();
    void openEndedDates();
    void requestOfEvents();
    void pagesUntilNothingNew();
    void serverIgnoresPages();
    void shiftedList();
    void emptyList();
    void bounded();
    void cutAtTheLimit();
    void oldestFirstAndThousands();
    void noneWanted();
    void errorOnALaterPage();
    void noSuchPage();
    void noSuchList();
    void badPage();
    void unreadableOrders();
    void holes();
    void nothingReadable();
    void contextDiesBetweenPages();
    void abandoned();
    void clientDies();
    void filteredHere();
    void whatIsNotToldPasses();
    void newestFirst();
    void eventsByStart();
    void enoughEvents();

private:
    [[nodiscard]] QList<int> numbers() const;
    [[nodiscard]] static QJsonArray page(int from, int until);
    void askOrders(const OrderQuery &query = {});

    std::unique_ptr<v1::V1Api> m_api;
    Collected<OrderList> m_end;
};

void TestV1Paging::init()
{
    setUp();
    m_api = std::make_unique<v1::V1Api>(*m_http);
    m_end = {};
}

QList<int> TestV1Paging::numbers() const
{
    QList<int> numbers;
    const OrderList list = m_end.value();
    for (const Order &order : list.orders)
        numbers << static_cast<int>(order.number);
    return numbers;
}

QJsonArray TestV1Paging::page(int from, int until)
{
    QJsonArray orders;
    for (int i = from; i <= until; ++i)
        orders.append(bareOrder(i));
    return orders;
}

void TestV1Paging::askOrders(const OrderQuery &query)
{
    m_api->orders(query, this, m_end.then());
    QCOMPARE(m_end.count(), 0);
    QTRY_COMPARE(m_end.count(), 1);
}

void TestV1Paging::requestOfOrders()
{
    m_peer->answer(200, "[]");
    OrderQuery query;
    query.event = id<EventId>(4);
    query.status = OrderStatus::InProgress;
    query.createdFrom = parseInstant(u"2016-01-26T00:00:00Z"_s);
    query.createdUntil = parseInstant(u"2016-01-27T00:00:00Z"_s);
    askOrders(query);
    const QByteArray target = m_peer->requests().first().target;
    QCOMPARE(m_peer->requests().first().method, "GET");
    QVERIFY(!target.contains('+')); // which would be read as a space
    QCOMPARE(QByteArray::fromPercentEncoding(target),
             "/v1/resources/orders?page_size=200&event=" + idText(4).toLatin1() +
                 "&status=in_progress&created_at=2016-01-26T00:00:00.000000+00:00,2016-01-27T00:00:00.000000+00:00");
}

void TestV1Paging::openEndedDates_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::addColumn<QByteArray>("item");
    const QByteArray day = "2016-01-26T00:00:00.000000+00:00";
    const QString asked = QString::fromLatin1(day);
    QTest::newRow("from") << asked << QString() << QByteArray(day + ",2100-01-01T00:00:00.000000+00:00");
    QTest::newRow("until") << QString() << asked << QByteArray("2000-01-01T00:00:00.000000+00:00," + day);
    QTest::newRow("neither") << QString() << QString() << QByteArray();
}

void TestV1Paging::openEndedDates()
{
    QFETCH(QString, from);
    QFETCH(QString, until);
    QFETCH(QByteArray, item);
    m_peer->answer(200, "[]");
    OrderQuery query;
    query.createdFrom = parseInstant(from);
    query.createdUntil = parseInstant(until);
    askOrders(query);
    QCOMPARE(QByteArray::fromPercentEncoding(m_peer->requests().first().target),
             "/v1/resources/orders?page_size=200" + (item.isEmpty() ? item : "&created_at=" + item));
}

void TestV1Paging::requestOfEvents()
{
    m_peer->answer(200, "[]");
    Collected<QList<Event>> end;
    m_api->events(this, end.then());
    QTRY_COMPARE(end.count(), 1);
    QVERIFY(end.isGood());
    QCOMPARE(m_peer->requests().first().target, "/v1/services/simple/events?page_size=200");
}

void TestV1Paging::pagesUntilNothingNew()
{
    m_peer->answer(200, bytes(page(1, 3))); // capped: fewer than were asked for
    m_peer->answer(200, bytes(page(4, 5)));
    m_peer->answer(200, "[]");
    askOrders();
    QCOMPARE(numbers(), (QList<int>{1, 2, 3, 4, 5}));
    QCOMPARE(m_end.value().extent, OrderList::Extent::Whole);
    QCOMPARE(m_peer->requests().size(), 3);
    QCOMPARE(m_peer->requests().at(2).target, "/v1/resources/orders?page=3&page_size=200");
}

void TestV1Paging::serverIgnoresPages()
{
    m_peer->answer(200, bytes(page(1, 3))); // for ever
    askOrders();
    QCOMPARE(numbers(), (QList<int>{1, 2, 3}));
    QCOMPARE(m_end.value().extent, OrderList::Extent::Whole);
    QCOMPARE(m_peer->requests().size(), 2);
}

void TestV1Paging::shiftedList()
{
    m_peer->answer(200, bytes(page(1, 3)));
    m_peer->answer(200, bytes(page(3, 5))); // one was added in between
    m_peer->answer(200, "[]");
    askOrders();
    QCOMPARE(numbers(), (QList<int>{1, 2, 3, 4, 5}));
}

void TestV1Paging::emptyList()
{
    m_peer->answer(200, "[]");
    askOrders();
    QVERIFY(m_end.isGood());
    QVERIFY(numbers().isEmpty());
    QCOMPARE(m_peer->requests().size(), 1);
}

void TestV1Paging::bounded()
{
    constexpr int most = v1::PagedReading<Order>::mostPages;
    for (int i = 1; i <= most + 5; ++i)
        m_peer->answer(200, bytes(page(i, i)));
    askOrders();
    QCOMPARE(m_peer->requests().size(), most);
    QCOMPARE(numbers().size(), most);
    QCOMPARE(m_end.value().extent, OrderList::Extent::Cut);
}

void TestV1Paging::cutAtTheLimit()
{
    const auto order = [](int number) {
        return with(bareOrder(number), u"created_at"_s, u"2016-01-26T10:00:0%1+00:00"_s.arg(number));
    };
    m_peer->answer(200, bytes(QJsonArray{order(1), order(2)}));
    m_peer->answer(200, bytes(QJsonArray{order(3), order(4)}));
    m_peer->answer(200, "[]");
    OrderQuery query;
    query.limit = 3;
    askOrders(query);
    QCOMPARE(numbers(), (QList<int>{4, 3, 2}));
    QCOMPARE(m_end.value().extent, OrderList::Extent::Cut);

    init();
    m_peer->answer(200, bytes(QJsonArray{order(1), order(2), order(3)}));
    askOrders(query);
    QCOMPARE(numbers(), (QList<int>{3, 2, 1})); // just as many as there are
    QCOMPARE(m_end.value().extent, OrderList::Extent::Whole);
}

/// A server that ignores the dates, gives the oldest first, and has more than is asked for: today's are there.
void TestV1Paging::oldestFirstAndThousands()
{
    constexpr int perPage = 200;
    constexpr int pages = 20;
    const Instant first = *parseInstant(u"2016-01-01T00:00:00Z"_s);
    for (int at = 0; at < pages; ++at) {
        QJsonArray list;
        for (int i = 0; i < perPage; ++i) {
            const int number = at * perPage + i;
            list.append(with(bareOrder(number), u"created_at"_s, toIsoString(first + std::chrono::minutes(number))));
        }
        m_peer->answer(200, bytes(list));
    }
    m_peer->answer(200, "[]");
    OrderQuery query;
    query.createdFrom = first + std::chrono::minutes(pages * perPage - 3);
    query.createdUntil = first + std::chrono::hours(24 * 365);
    askOrders(query);
    QCOMPARE(numbers(), (QList<int>{3999, 3998, 3997}));
    QCOMPARE(m_end.value().extent, OrderList::Extent::Whole);

    init();
    m_peer->answer(200, bytes(page(0, 2999))); // all at once
    OrderQuery all;
    askOrders(all);
    QCOMPARE(numbers().size(), 1000);
    QCOMPARE(m_end.value().extent, OrderList::Extent::Cut);
}

/// Whether the orders can be read at all is known after a page.
void TestV1Paging::noneWanted()
{
    m_peer->answer(200, bytes(page(1, 3)));
    m_peer->answer(200, bytes(page(4, 6)));
    OrderQuery query;
    query.limit = 0;
    askOrders(query);
    QVERIFY(m_end.isGood());
    QVERIFY(numbers().isEmpty());
    QCOMPARE(m_end.value().extent, OrderList::Extent::Cut);
    QCOMPARE(m_peer->requests().size(), 1);
}

void TestV1Paging::errorOnALaterPage()
{
    m_peer->answer(200, bytes(page(1, 3)));
    m_peer->answer(502, "<html>");
    askOrders();
    QCOMPARE(m_end.error().kind, ErrorKind::ServerFault); // half a list is none, be it marked or not
    QCOMPARE(m_end.error().effect, Effect::None);
}

void TestV1Paging::noSuchPage()
{
    m_peer->answer(200, bytes(page(1, 3)));
    m_peer->answer(404, "{}"); // how some servers say that the list is over
    askOrders();
    QVERIFY(m_end.isGood());
    QCOMPARE(numbers(), (QList<int>{1, 2, 3}));
    QCOMPARE(m_end.value().extent, OrderList::Extent::Whole);
}

void TestV1Paging::noSuchList()
{
    m_peer->answer(404, "{}");
    askOrders();
    QCOMPARE(m_end.error().kind, ErrorKind::NotFound);
}

void TestV1Paging::badPage()
{
    m_peer->answer(200, bytes(page(1, 3)));
    m_peer->answer(200, "{}");
    askOrders();
    QCOMPARE(m_end.error().kind, ErrorKind::WrongShape);
    QCOMPARE(m_end.error().httpStatus, 200);
    QVERIFY(!m_end.error().requestId.isEmpty());
}

void TestV1Paging::unreadableOrders()
{
    m_peer->answer(200, bytes(QJsonArray{bareOrder(1), with(bareOrder(2), u"status"_s, 1), bareOrder(3)}));
    m_peer->answer(200, bytes(QJsonArray{with(bareOrder(5), u"id"_s, 5), QJsonValue(), bareOrder(4)}));
    m_peer->answer(200, "[]");
    askOrders();
    QCOMPARE(numbers(), (QList<int>{1, 2, 3, 4}));
    QCOMPARE(m_end.value().extent, OrderList::Extent::Cut); // what is missing may exist
    QCOMPARE(m_end.value().unreadable.elements, 2);
    QCOMPARE(m_end.value().unreadable.parts, 1);
}

/// The vendor's lists have holes; nothing is missing for them.
void TestV1Paging::holes()
{
    m_peer->answer(200, "[null, " + bytes(bareOrder(1)) + ", {}, { \n }]");
    m_peer->answer(200, "[{}, null]");
    askOrders();
    QCOMPARE(numbers(), QList<int>{1});
    QCOMPARE(m_end.value().extent, OrderList::Extent::Whole);
    QCOMPARE(m_end.value().unreadable.elements, 5);
    QCOMPARE(m_end.value().unreadable.holes, 5);
}

void TestV1Paging::nothingReadable()
{
    m_peer->answer(200, bytes(QJsonArray{with(bareOrder(1), u"id"_s, 1), QJsonObject()}));
    askOrders();
    QCOMPARE(m_end.error().kind, ErrorKind::WrongShape);
    QCOMPARE(m_end.error().field, u"[0].id"_s);
    QCOMPARE(m_end.error().httpStatus, 200);
    QVERIFY(!m_end.error().requestId.isEmpty());
}

void TestV1Paging::contextDiesBetweenPages()
{
    m_peer->answer(200, bytes(page(1, 3)));
    m_peer->answer(RawPeer::Reply{});
    auto context = std::make_unique<QObject>();
    const Call call = m_api->orders({}, context.get(), m_end.then());
    QTRY_COMPARE(m_peer->requests().size(), 2);
    QVERIFY(call.isPending());
    context.reset();
    QVERIFY(!call.isPending());
    QTRY_COMPARE(m_peer->openConnections(), 0);
    QCOMPARE(m_end.count(), 0);
}

void TestV1Paging::abandoned()
{
    m_peer->answer(RawPeer::Reply{});
    QList<Call> calls;
    for (int i = 0; i < 6; ++i) // as many as Qt has connections
        calls.append(m_api->orders({}, this, m_end.then()));
    QTRY_COMPARE(m_peer->requests().size(), 6);
    for (Call &call : calls) {
        call.abandon();
        QVERIFY(!call.isPending());
    }
    // Whoever asks next gets a connection back.
    m_peer->answer(200, "{}");
    QVERIFY(ask().isGood());
    QCOMPARE(m_end.count(), 0);
}

void TestV1Paging::clientDies()
{
    m_peer->answer(200, bytes(page(1, 3)));
    m_peer->answer(RawPeer::Reply{});
    const Call call = m_api->orders({}, this, m_end.then());
    QTRY_COMPARE(m_peer->requests().size(), 2);
    QVERIFY(call.isPending());
    m_http.reset();
    QVERIFY(!call.isPending());
    QCOMPARE(m_end.count(), 0);
}

void TestV1Paging::filteredHere()
{
    // A server that ignores each filter.
    const auto order = [](int number, const QString &status, int event, const QString &created) {
        QJsonObject json = with(bareOrder(number), u"status"_s, status);
        json["event"_L1] = idText(event);
        json["created_at"_L1] = created;
        return json;
    };
    m_peer->answer(200, bytes(QJsonArray{order(1, u"done"_s, 4, u"2016-01-26T10:00:00+00:00"_s),
                                         order(2, u"executed"_s, 4, u"2016-01-26T10:00:00+00:00"_s),
                                         order(3, u"done"_s, 5, u"2016-01-26T10:00:00+00:00"_s),
                                         order(4, u"done"_s, 4, u"2016-01-25T23:59:59+00:00"_s),
                                         order(5, u"done"_s, 4, u"2016-01-27T00:00:01+00:00"_s)}));
    OrderQuery query;
    query.event = id<EventId>(4);
    query.status = OrderStatus::Done;
    query.createdFrom = parseInstant(u"2016-01-26T00:00:00Z"_s);
    query.createdUntil = parseInstant(u"2016-01-27T00:00:00Z"_s);
    askOrders(query);
    QCOMPARE(numbers(), QList<int>{1});
}

/// An order that does not tell what is asked for may be one of them: the server may have filtered, and told less.
void TestV1Paging::whatIsNotToldPasses()
{
    m_peer->answer(200, bytes(QJsonArray{QJsonObject{{u"id"_s, idText(1)}, {u"number"_s, 1}}}));
    OrderQuery query;
    query.event = id<EventId>(4);
    query.status = OrderStatus::Done;
    query.createdFrom = parseInstant(u"2016-01-26T00:00:00Z"_s);
    query.createdUntil = parseInstant(u"2016-01-27T00:00:00Z"_s);
    askOrders(query);
    QCOMPARE(numbers(), QList<int>{1});
}

void TestV1Paging::newestFirst()
{
    const auto order = [](int number, const QString &created) {
        return with(bareOrder(number), u"created_at"_s, created);
    };
    m_peer->answer(200,
                   bytes(QJsonArray{order(1, u"2016-01-26T10:00:00+00:00"_s), order(2, u"2016-01-26T12:00:00+00:00"_s),
                                    bareOrder(3), order(4, u"2016-01-26T14:00:00+03:00"_s)}));
    askOrders();
    QCOMPARE(numbers(), (QList<int>{2, 4, 1, 3}));
}

void TestV1Paging::eventsByStart()
{
    const auto event = [](int number, const QString &start) {
        return QJsonObject{{"id"_L1, idText(number)}, {"lifetime"_L1, u"DTSTART:"_s + start}};
    };
    m_peer->answer(200, bytes(QJsonArray{event(1, u"20160513T200000Z"_s), event(2, u"20160512T200000Z"_s)}));
    Collected<QList<Event>> end;
    m_api->events(this, end.then());
    QTRY_COMPARE(end.count(), 1);
    QCOMPARE(end.value().size(), 2);
    QCOMPARE(end.value().first().id, id<EventId>(2));
}

/// A server that has always more must not fill this computer: fifty pages' worth will do, however large the pages are.
void TestV1Paging::enoughEvents()
{
    QJsonArray many;
    for (int i = 0; i < 10'000; ++i)
        many.append(QJsonObject{{u"id"_s, idText(i)}});
    m_peer->answer(200, bytes(many));
    m_peer->answer(200, bytes(QJsonArray{QJsonObject{{u"id"_s, idText(10'000)}}}));
    Collected<QList<Event>> end;
    m_api->events(this, end.then());
    QTRY_COMPARE(end.count(), 1);
    QCOMPARE(end.value().size(), 10'000);
    QCOMPARE(m_peer->requests().size(), 1);
}

} // namespace okoshko::test::tst_v1paging

OKOSHKO_TEST(tst_v1paging, TestV1Paging, QCoreApplication)

#include "tst_v1paging.moc"
