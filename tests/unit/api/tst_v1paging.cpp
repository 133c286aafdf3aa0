// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Api.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/HttpFixture.h"
#include "tests/unit/api/Samples.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_v1paging {

/// Lists that come in pages, from servers that do and do not know what a page is.
class TestV1Paging : public QObject, private HttpFixture
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
    void aPageOfNothingReadableIsNoEnd();
    void aRepeatedPageWithGapsIsCountedOnce();
    void nothingReadableWithoutEnd();
    void contextDiesBetweenPages();
    void abandoned();
    void clientDies();
    void filteredHere();
    void whatIsNotToldPasses();
    void newestFirst();
    void barcodesOfAList();
    void eventsPageByPage();
    void pagesOfEventsAreAskedAhead();
    void aRepeatedPageOfEventsEndsTheList();
    void aFailureAmongThePagesAhead();
    void unreadableEvents();
    void enoughEvents();
    void whoTakesAPageMayLeave();
    void oneEvent();
    void anotherEventIsNoAnswer();

private:
    [[nodiscard]] QList<int> numbers() const;
    [[nodiscard]] static QJsonArray page(int from, int until);
    void askOrders(const OrderQuery &query = {});
    [[nodiscard]] static QByteArray eventPage(int from, int until);
    [[nodiscard]] static int pageOf(const QByteArray &target);
    void askEvents();

    std::unique_ptr<v1::V1Api> m_api;
    Collected<OrderList> m_end;
    QList<QList<int>> m_pages; ///< of events, by the numbers in their ids
    Collected<EventListEnd> m_eventsEnd;
};

void TestV1Paging::init()
{
    setUp();
    m_api = std::make_unique<v1::V1Api>(*m_http);
    m_end = {};
    m_pages = {};
    m_eventsEnd = {};
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
    query.createdFrom = parseInstant(u"2016-01-26T00:00:00Z"_s);
    query.createdUntil = parseInstant(u"2016-01-27T00:00:00Z"_s);
    askOrders(query);
    const QByteArray target = m_peer->requests().first().target;
    QCOMPARE(m_peer->requests().first().method, "GET");
    QVERIFY(!target.contains('+')); // which would be read as a space
    QCOMPARE(QByteArray::fromPercentEncoding(target),
             "/v1/resources/orders?page_size=200&event=" + idText(4).toLatin1() +
                 "&created_at=2016-01-26T00:00:00.000000+00:00,2016-01-27T00:00:00.000000+00:00");
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
    askEvents();
    QVERIFY(m_eventsEnd.isGood());
    QVERIFY(m_pages.isEmpty());
    QCOMPARE(m_eventsEnd.value(), EventListEnd{.pages = 0});
    QCOMPARE(m_peer->requests().first().target, "/v1/services/simple/events?page_size=200");
}

void TestV1Paging::pagesUntilNothingNew()
{
    m_peer->answer(200, bytes(page(1, 3))); // capped: fewer than were asked for
    m_peer->answer(200, bytes(page(4, 5)));
    m_peer->answer(200, "[]");
    askOrders();
    QCOMPARE(numbers(), (QList<int>{1, 2, 3, 4, 5}));
    QCOMPARE(m_end.value().extent, ListExtent::Whole);
    QCOMPARE(m_peer->requests().size(), 3);
    QCOMPARE(m_peer->requests().at(2).target, "/v1/resources/orders?page=3&page_size=200");
}

void TestV1Paging::serverIgnoresPages()
{
    m_peer->answer(200, bytes(page(1, 3))); // for ever
    askOrders();
    QCOMPARE(numbers(), (QList<int>{1, 2, 3}));
    QCOMPARE(m_end.value().extent, ListExtent::Whole);
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
    constexpr int most = 50;
    for (int i = 1; i <= most + 5; ++i)
        m_peer->answer(200, bytes(page(i, i)));
    askOrders();
    QCOMPARE(m_peer->requests().size(), most);
    QCOMPARE(numbers().size(), most);
    QCOMPARE(m_end.value().extent, ListExtent::Cut);
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
    QCOMPARE(m_end.value().extent, ListExtent::Cut);

    init();
    m_peer->answer(200, bytes(QJsonArray{order(1), order(2), order(3)}));
    askOrders(query);
    QCOMPARE(numbers(), (QList<int>{3, 2, 1})); // just as many as there are
    QCOMPARE(m_end.value().extent, ListExtent::Whole);
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
    QCOMPARE(m_end.value().extent, ListExtent::Whole);

    init();
    m_peer->answer(200, bytes(page(0, 2999))); // all at once
    OrderQuery all;
    askOrders(all);
    QCOMPARE(numbers().size(), 1000);
    QCOMPARE(m_end.value().extent, ListExtent::Cut);
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
    QCOMPARE(m_end.value().extent, ListExtent::Cut);
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
    QCOMPARE(m_end.value().extent, ListExtent::Whole);
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
    QCOMPARE(m_end.value().extent, ListExtent::Gaps);                                    // what is missing may exist
    QCOMPARE(m_end.value().unreadable.leftOut, (QList<LeftOut>{{u"5"_s, u"[0].id"_s}})); // of which the number is told
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
    QCOMPARE(m_end.value().extent, ListExtent::Whole);
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

/// The end is a page that holds nothing, or what was there before; not one that cannot be read.
void TestV1Paging::aPageOfNothingReadableIsNoEnd()
{
    m_peer->answer(200, bytes(page(1, 2)));
    m_peer->answer(200, bytes(QJsonArray{with(bareOrder(3), u"id"_s, 3), with(bareOrder(4), u"id"_s, 4)}));
    m_peer->answer(200, "[{}, null]");
    m_peer->answer(200, bytes(page(5, 6)));
    m_peer->answer(200, "[]");
    askOrders();
    QCOMPARE(numbers(), (QList<int>{1, 2, 5, 6}));
    QCOMPARE(m_end.value().extent, ListExtent::Gaps);
    QCOMPARE(m_end.value().unreadable.missing(), 2);
    QCOMPARE(m_end.value().unreadable.holes, 2);
}

void TestV1Paging::aRepeatedPageWithGapsIsCountedOnce()
{
    m_peer->answer(200, bytes(QJsonArray{bareOrder(1), with(bareOrder(2), u"id"_s, 2)})); // for ever
    askOrders();
    QCOMPARE(numbers(), QList<int>{1});
    QCOMPARE(m_end.value().extent, ListExtent::Gaps);
    QCOMPARE(m_end.value().unreadable.elements, 1);
    QCOMPARE(m_peer->requests().size(), 2);
}

void TestV1Paging::nothingReadableWithoutEnd()
{
    m_peer->answerBy([](const QByteArray &target) {
        const int page = pageOf(target);
        return RawPeer::Reply{
            RawPeer::http(200, page == 1 ? eventPage(1, 1) : "[{\"id\":" + QByteArray::number(page) + "}]")};
    });
    askEvents();
    QCOMPARE(m_pages, QList<QList<int>>{{1}});
    QCOMPARE(m_eventsEnd.value().extent, ListExtent::Cut);
    QVERIFY2(m_peer->requests().size() < 20, qPrintable(QString::number(m_peer->requests().size())));
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
                                         order(3, u"done"_s, 5, u"2016-01-26T10:00:00+00:00"_s),
                                         order(4, u"done"_s, 4, u"2016-01-25T23:59:59+00:00"_s),
                                         order(5, u"done"_s, 4, u"2016-01-27T00:00:01+00:00"_s)}));
    OrderQuery query;
    query.event = id<EventId>(4);
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
    query.createdFrom = parseInstant(u"2016-01-26T00:00:00Z"_s);
    query.createdUntil = parseInstant(u"2016-01-27T00:00:00Z"_s);
    askOrders(query);
    QCOMPARE(numbers(), QList<int>{1});
}

void TestV1Paging::barcodesOfAList()
{
    QJsonArray first = page(1, 2);
    QJsonObject paid = first.at(0).toObject();
    paid["tickets"_L1] = QJsonArray{QJsonObject{{"id"_L1, idText(71)}, {"barcode"_L1, u"4607991545811"_s}},
                                    QJsonObject{{"id"_L1, idText(72)}, {"barcode"_L1, QJsonValue::Null}},
                                    QJsonObject{{"id"_L1, idText(73)}, {"barcode"_L1, 123456}}};
    first.replace(0, paid);
    m_peer->answer(200, bytes(first));
    m_peer->answer(200, bytes(page(3, 3)));
    m_peer->answer(200, "[]");
    OrderQuery query;
    query.barcodes = OrderQuery::Barcodes::Wanted;
    QList<qsizetype> read;
    query.onRead = [&read](qsizetype orders) { read << orders; };
    askOrders(query);
    QCOMPARE(read, (QList<qsizetype>{2, 3}));
    QCOMPARE(m_end.value().orders.size(), 3);
    QCOMPARE(m_end.value().barcodes,
             (QHash<OrderId, QStringList>{{id<OrderId>(1), {u"4607991545811"_s, u"123456"_s}}}));
    const QByteArray target = QByteArray::fromPercentEncoding(m_peer->requests().first().target);
    QVERIFY2(target.contains("&fields-schema=id,number,") && target.contains("tickets{id,barcode}"),
             target.constData());
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

QByteArray TestV1Paging::eventPage(int from, int until)
{
    QJsonArray events;
    for (int i = from; i <= until; ++i)
        events.append(QJsonObject{{u"id"_s, idText(i)}});
    return bytes(events);
}

int TestV1Paging::pageOf(const QByteArray &target)
{
    return std::max(1, QUrlQuery(QUrl(QString::fromLatin1(target))).queryItemValue(u"page"_s).toInt());
}

void TestV1Paging::askEvents()
{
    const auto take = [this](const QList<Event> &page) {
        QCOMPARE(m_eventsEnd.count(), 0);
        QList<int> numbers;
        for (const Event &event : page)
            numbers << event.id.toString().last(6).toInt();
        m_pages << numbers;
    };
    m_api->events(this, take, m_eventsEnd.then());
    QTRY_COMPARE_WITH_TIMEOUT(m_eventsEnd.count(), 1, 60'000);
}

void TestV1Paging::eventsPageByPage()
{
    m_peer->answerBy([](const QByteArray &target) {
        const int page = pageOf(target);
        return RawPeer::Reply{RawPeer::http(200, page > 7 ? "[]" : eventPage(3 * page, 3 * page + 2))};
    });
    askEvents();
    QCOMPARE(m_pages.size(), 7);
    for (int page = 1; page <= 7; ++page) // in their order, in whichever they arrived
        QCOMPARE(m_pages.at(page - 1), (QList<int>{3 * page, 3 * page + 1, 3 * page + 2}));
    QCOMPARE(m_eventsEnd.value(), EventListEnd{.pages = 7});
}

void TestV1Paging::pagesOfEventsAreAskedAhead()
{
    bool isSilent = true;
    m_peer->answerBy([&isSilent](const QByteArray &target) {
        const int page = pageOf(target);
        if (page > 2 && isSilent)
            return RawPeer::Reply{};
        return RawPeer::Reply{RawPeer::http(200, page > 2 ? "[]" : eventPage(page, page))};
    });
    const Call call = m_api->events(
        this, [](const QList<Event> &) {}, m_eventsEnd.then());
    QTRY_COMPARE(m_peer->requests().size(), 6); // two one by one, then four at once
    QSet<int> pages;
    for (const RawPeer::Request &request : m_peer->requests())
        pages << pageOf(request.target);
    QCOMPARE(pages, (QSet<int>{1, 2, 3, 4, 5, 6}));
    Call(call).abandon();
    // A short list costs one page more than it has, as ever.
    init();
    m_peer->answerBy([](const QByteArray &target) {
        return RawPeer::Reply{RawPeer::http(200, pageOf(target) > 1 ? "[]" : eventPage(1, 3))};
    });
    askEvents();
    QCOMPARE(m_peer->requests().size(), 2);
}

void TestV1Paging::aRepeatedPageOfEventsEndsTheList()
{
    m_peer->answerBy([](const QByteArray &target) {
        const int page = std::min(pageOf(target), 5); // the last one, for ever
        return RawPeer::Reply{RawPeer::http(200, eventPage(page * 10, page * 10 + 9))};
    });
    askEvents();
    QCOMPARE(m_pages.size(), 5);
    QCOMPARE(m_eventsEnd.value().extent, ListExtent::Whole);
    QVERIFY(m_peer->requests().size() <= 5 + 4);
}

void TestV1Paging::aFailureAmongThePagesAhead()
{
    m_peer->answerBy([](const QByteArray &target) {
        const int page = pageOf(target);
        return RawPeer::Reply{page == 4 ? RawPeer::http(502, "<html>") : RawPeer::http(200, eventPage(page, page))};
    });
    askEvents();
    QCOMPARE(m_eventsEnd.error().kind, ErrorKind::ServerFault);
    QCOMPARE(m_pages.size(), 3); // what stands before it was given

    init();
    m_peer->answerBy([](const QByteArray &target) {
        const int page = pageOf(target);
        return RawPeer::Reply{page > 4 ? RawPeer::http(404, "{}") : RawPeer::http(200, eventPage(page, page))};
    });
    askEvents();
    QVERIFY(m_eventsEnd.isGood());
    QCOMPARE(m_pages.size(), 4);
}

void TestV1Paging::unreadableEvents()
{
    m_peer->answerBy([](const QByteArray &target) {
        const QByteArray page = pageOf(target) == 1 ? R"([null,{"id":")" + idText(1).toLatin1() + R"("},{}])" : "[]";
        return RawPeer::Reply{RawPeer::http(200, page)};
    });
    askEvents();
    QCOMPARE(m_pages, QList<QList<int>>{{1}});
    QCOMPARE(m_eventsEnd.value().extent, ListExtent::Whole);
    QCOMPARE(m_eventsEnd.value().unreadable.elements, 2);
}

/// A server that has always more must not fill this computer.
void TestV1Paging::enoughEvents()
{
    constexpr int most = 50'000;
    const QByteArray many = eventPage(0, most - 1); // a server that ignores pages
    m_peer->answer(200, many);
    askEvents();
    QCOMPARE(m_pages.size(), 1);
    QCOMPARE(m_pages.first().size(), most);
    QCOMPARE(m_eventsEnd.value().extent, ListExtent::Cut);
    QCOMPARE(m_peer->requests().size(), 1);

    init();
    m_peer->answerBy([](const QByteArray &target) { // pages without end
        const int page = pageOf(target);
        return RawPeer::Reply{RawPeer::http(200, eventPage(page, page))};
    });
    askEvents();
    QCOMPARE(m_pages.size(), 1000);
    QCOMPARE(m_eventsEnd.value().extent, ListExtent::Cut);
}

void TestV1Paging::whoTakesAPageMayLeave()
{
    m_peer->answerBy([](const QByteArray &target) {
        const int page = pageOf(target);
        return RawPeer::Reply{RawPeer::http(200, eventPage(page, page))};
    });
    auto context = std::make_unique<QObject>();
    int taken = 0;
    const Call call = m_api->events(
        context.get(),
        [&](const QList<Event> &) {
            if (++taken == 3)
                context.reset();
        },
        m_eventsEnd.then());
    QTRY_COMPARE(taken, 3);
    QTRY_VERIFY(!call.isPending());
    QCOMPARE(taken, 3);
    QCOMPARE(m_eventsEnd.count(), 0);
}

void TestV1Paging::oneEvent()
{
    m_peer->answer(200, QJsonDocument(QJsonObject{{u"id"_s, idText(7)}}).toJson());
    m_peer->answer(404, "{}");
    Collected<Event> end;
    m_api->event(id<EventId>(7), this, end.then());
    QTRY_COMPARE(end.count(), 1);
    QCOMPARE(end.value().id, id<EventId>(7));
    QCOMPARE(m_peer->requests().first().method, "GET");
    QCOMPARE(m_peer->requests().first().target, "/v1/services/simple/events/" + idText(7).toLatin1());
    Collected<Event> none;
    m_api->event(id<EventId>(7), this, none.then());
    QTRY_COMPARE(none.count(), 1);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
}

void TestV1Paging::anotherEventIsNoAnswer()
{
    m_peer->answer(200, QJsonDocument(QJsonObject{{u"id"_s, idText(8)}}).toJson());
    Collected<Event> end;
    m_api->event(id<EventId>(7), this, end.then());
    QTRY_COMPARE(end.count(), 1);
    QCOMPARE(end.error().kind, ErrorKind::WrongShape);
    QCOMPARE(end.error().field, u"id"_s);
}

} // namespace okoshko::test::tst_v1paging

OKOSHKO_TEST(tst_v1paging, TestV1Paging, QCoreApplication)

#include "tst_v1paging.moc"
