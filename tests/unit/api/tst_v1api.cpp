// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Api.h"
#include "models/api/v1/V1Decode.h"
#include "models/api/v1/V1Requests.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/HttpFixture.h"
#include "tests/unit/api/Samples.h"

#include <QElapsedTimer>
#include <QThread>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_v1api {

namespace {

QByteArray greatHall(int seats)
{
    const QByteArray one =
        R"({"id":"%1","set":"56a6254bf06c5a059b93800c","status":"vacant","seat":{"row":"12","number":"7"}},)";
    QByteArray hall("[");
    for (int i = 0; i < seats; ++i)
        hall += QByteArray(one).replace("%1", idText(i).toLatin1());
    hall.chop(1);
    return hall + "]";
}

} // namespace

/// Each call as the server sees it, and what its answers become.
class TestV1Api : public QObject, private HttpFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void limits_data();
    void limits();
    void reserveRandom();
    void reserveSeats();
    void reserveWithACode();
    void choose();
    void chooseWithCustomer();
    void statusChanges();
    void startsInOneRequest();
    void changes();
    void refusedCode();
    void legalData();
    void readsOneOrder();
    void readsTickets();
    void readsSeats();
    void noneIsLeftOfAWholeHallOnly();
    void readsAGreatHallBesides();
    void givesAGreatHallUp();
    void noTickets();
    void terseAnswer_data();
    void terseAnswer();
    void abandonedChangeRunsOn();
    void otherOrder();
    void badBodyOfAChange_data();
    void badBodyOfAChange();
    void badBodyOfARead();
    void refusal();
    void unreadableTickets();

private:
    void expect(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {});

    const OrderId m_order = *OrderId::parse(u"56a73b7ff06c5a21c393806b"_s);
    const QByteArray m_path = "/v1/resources/orders/56a73b7ff06c5a21c393806b";
    std::unique_ptr<v1::V1Api> m_api;
    Collected<Order> m_end;
};

void TestV1Api::init()
{
    setUp();
    auto reading = config();
    reading.readWords = v1::readServerWords;
    make(reading);
    m_api = std::make_unique<v1::V1Api>(*m_http);
    m_end = {};
}

void TestV1Api::limits_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("mebibytes");
    const EventId event = *EventId::parse(idText(1));
    QTest::newRow("events") << v1::eventsRequest(1) << 60 << 128;
    QTest::newRow("seats") << v1::seatsRequest(event) << 60 << 128;
    QTest::newRow("orders") << v1::ordersRequest({}, 1) << 60 << 128;
    QTest::newRow("create") << v1::reserveRequest({.event = event}) << 45 << 1;
    QTest::newRow("choose") << v1::choosePaymentRequest(m_order, {u"api/BASE"_s, {}}) << 30 << 1;
    QTest::newRow("cancel") << v1::statusRequest(m_order, OrderStatus::Canceled) << 30 << 1;
    QTest::newRow("order") << v1::orderRequest(m_order) << 20 << 1;
    QTest::newRow("tickets") << v1::ticketsRequest(m_order) << 20 << 1;
}

void TestV1Api::limits()
{
    QFETCH(HttpRequest, request);
    QFETCH(int, seconds);
    QFETCH(int, mebibytes);
    QCOMPARE(request.limits.time, std::chrono::seconds(seconds));
    QCOMPARE(request.limits.bytes, qint64(mebibytes) * 1024 * 1024);
    QCOMPARE(request.limits.late > std::chrono::minutes(5), request.verb == "POST"); // a create is awaited on
}

/// Exactly one request was made: this.
void TestV1Api::expect(const QByteArray &method, const QByteArray &target, const QJsonObject &body)
{
    QCOMPARE(m_peer->requests().size(), 1);
    const RawPeer::Request &seen = m_peer->requests().first();
    QCOMPARE(seen.method, method);
    QCOMPARE(seen.target, target);
    QCOMPARE(parsed(seen.body), body);
    QCOMPARE(seen.body.isEmpty(), body.isEmpty());
}

void TestV1Api::reserveRandom()
{
    m_peer->answer(201, recorded(u"create.response"_s));
    ReserveRequest wanted;
    wanted.event = *EventId::parse(u"56a6253df06c5a059a93802e"_s);
    wanted.random = {{*SetId::parse(u"56a6254bf06c5a059b93800c"_s), 1}};
    m_api->reserve(wanted, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    expect("POST", "/v1/resources/orders", parsed(recorded(u"create.request"_s)));
    QCOMPARE(m_end.value().id, m_order);
    QCOMPARE(m_end.value().status, OrderStatus::Executed);
}

void TestV1Api::reserveSeats()
{
    m_peer->answer(201, recorded(u"create.response"_s));
    ReserveRequest wanted;
    wanted.event = id<EventId>(1);
    wanted.tickets = {id<TicketId>(2), id<TicketId>(3)};
    m_api->reserve(wanted, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    expect("POST", "/v1/resources/orders", {{"event"_L1, idText(1)}, {"tickets"_L1, QJsonArray{idText(2), idText(3)}}});
}

void TestV1Api::reserveWithACode()
{
    m_peer->answer(201, recorded(u"create.response"_s));
    ReserveRequest wanted;
    wanted.event = id<EventId>(1);
    wanted.tickets = {id<TicketId>(2)};
    wanted.promoCodes = {u"SPRING"_s};
    m_api->reserve(wanted, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    expect(
        "POST", "/v1/resources/orders",
        {{"event"_L1, idText(1)}, {"tickets"_L1, QJsonArray{idText(2)}}, {"promocodes"_L1, QJsonArray{u"SPRING"_s}}});
}

void TestV1Api::choose()
{
    m_peer->answer(200, recorded(u"choose.response"_s));
    m_api->choosePayment(m_order, {u"api/BASE"_s, {}}, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    expect("PATCH", m_path, parsed(recorded(u"choose.request"_s)));
    QVERIFY(m_end.isGood()); // "system": null is no refusal
    QVERIFY(m_end.value().payment.system.isEmpty());
}

void TestV1Api::chooseWithCustomer()
{
    m_peer->answer(200, recorded(u"choose.response"_s));
    Customer customer;
    customer.firstName = u"Иван"_s;
    customer.email = u"ivan@example.org"_s;
    m_api->choosePayment(m_order, {u"platron/OTHER"_s, customer}, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    expect("PATCH", m_path,
           {{"payment"_L1, QJsonObject{{"system"_L1, u"platron/OTHER"_s}}},
            {"customer"_L1, QJsonObject{{"first_name"_L1, u"Иван"_s}, {"email"_L1, u"ivan@example.org"_s}}}});
}

void TestV1Api::statusChanges()
{
    m_peer->answer(200, recorded(u"start.response"_s));
    m_api->startPayment(m_order, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    expect("PATCH", m_path, parsed(recorded(u"start.request"_s)));
    QVERIFY(!m_end.value().payment.redirectUrl.isEmpty());

    init();
    m_peer->answer(200, recorded(u"start.response"_s));
    m_api->confirm(m_order, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    expect("PATCH", m_path, {{"status"_L1, u"done"_s}});
    // What the answer says counts, not what was asked for.
    QCOMPARE(m_end.value().status, OrderStatus::InProgress);

    init();
    m_peer->answer(200, recorded(u"start.response"_s));
    m_api->cancel(m_order, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    expect("PATCH", m_path, {{"status"_L1, u"canceled"_s}});
}

void TestV1Api::startsInOneRequest()
{
    m_peer->answer(200, recorded(u"start.response"_s));
    m_api->startPaymentWith(m_order, {u"api/BASE"_s, {}}, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    expect("PATCH", m_path,
           {{"payment"_L1, QJsonObject{{"system"_L1, u"api/BASE"_s}}}, {"status"_L1, u"in_progress"_s}});
    QCOMPARE(m_end.value().status, OrderStatus::InProgress);
}

void TestV1Api::changes()
{
    const auto change = [this](const OrderChange &wanted, const QJsonObject &body) {
        init();
        m_peer->answer(200, recorded(u"choose.response"_s));
        m_api->change(m_order, wanted, this, m_end.then());
        QTRY_COMPARE(m_end.count(), 1);
        expect("PATCH", m_path, body);
    };
    change({.random = QList<WantedTickets>{{id<SetId>(5), 2}, {id<SetId>(6), 0}}},
           {{"random"_L1, QJsonObject{{idText(5), 2}, {idText(6), 0}}}});
    change({.tickets = QList{id<TicketId>(2)}}, {{"tickets"_L1, QJsonArray{idText(2)}}});
    change({.promoCodes = QStringList{u"ВЕСНА 10"_s}}, {{"promocodes"_L1, QJsonArray{u"ВЕСНА 10"_s}}});
    change({.promoCodes = QStringList()}, {{"promocodes"_L1, QJsonArray()}}); // removes all
}

void TestV1Api::refusedCode()
{
    const QByteArray words = R"("errors": [{"code": "promocode_limit_min_tickets", "msg": "At least 3"}])";
    m_peer->answer(200, "{\"id\": \"" + m_order.toString().toLatin1() + "\", \"promocodes\": [], " + words + "}");
    m_api->change(m_order, {.promoCodes = QStringList{u"X"_s}}, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    QVERIFY(m_end.isGood());
    QVERIFY(m_end.value().has(Order::Field::PromoCodes));
    QCOMPARE(m_end.value().refusal, u"At least 3"_s);
    QCOMPARE(m_end.value().promoRefusal, PromoRefusal::TooFewTickets);

    init();
    m_peer->answer(400, R"({"errors": [{"code": "promocode_already_used", "msg": "Used"}]})");
    m_api->change(m_order, {.promoCodes = QStringList{u"X"_s}}, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    QCOMPARE(m_end.error().kind, ErrorKind::BadRequest);
    QCOMPARE(m_end.error().serverWords, u"Used"_s);
    QCOMPARE(m_end.error().promoRefusal, PromoRefusal::AlreadyUsed);
}

void TestV1Api::legalData()
{
    Collected<Legal> end;
    m_peer->answer(200, R"({"legal": {"type": "ru/ltd", "detail": {"name": "ИП Супер орг", "inn": "770000000000",
        "ogrnip": "304770000000000", "address": "г. Примерск", "type": "ru/ltd"}}})");
    m_api->legal(id<PartnerId>(4), this, end.then());
    QTRY_COMPARE(end.count(), 1);
    expect("GET",
           "/v1/resources/partners/" + idText(4).toLatin1() + "?fields-schema=legal%7Btype%2Cbank%2Cdetail%2Cwho%7D");
    QVERIFY(end.value().isComplete());
    QCOMPARE(end.value().ogrnip, u"304770000000000"_s);

    init();
    Collected<Legal> none;
    m_peer->answer(200, R"({"legal": null})");
    m_api->legal(id<PartnerId>(4), this, none.then());
    QTRY_COMPARE(none.count(), 1);
    QCOMPARE(none.value(), Legal());
}

void TestV1Api::readsOneOrder()
{
    m_peer->answer(200, recorded(u"start.response"_s));
    m_api->order(m_order, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    expect("GET", m_path);
    QCOMPARE(m_end.value().number, 497291903);
}

void TestV1Api::readsTickets()
{
    m_peer->answer(200, "[{\"id\":\"000000000000000000000001\",\"barcode\":\"4607\"}]");
    Collected<QList<Ticket>> end;
    m_api->tickets(m_order, this, end.then());
    QTRY_COMPARE(end.count(), 1);
    // Braces are percent-encoded (vendor documentation).
    const QByteArray target = m_peer->requests().first().target;
    QVERIFY(!target.contains('{'));
    QCOMPARE(QByteArray::fromPercentEncoding(target),
             m_path + "/tickets?fields-schema=id,serial,number,barcode,set,seat{row,number,sector}");
    QCOMPARE(end.value().size(), 1);
    QCOMPARE(end.value().first().barcode, u"4607"_s);
}

void TestV1Api::readsSeats()
{
    m_peer->answer(200, "[{\"id\":\"000000000000000000000001\",\"status\":\"sold\"}]");
    QList<HallSeat> seats;
    Collected<SeatChoice> end;
    const SeatChoice choice{SeatChoice::Listed::Yes, {id<TicketId>(1)}};
    const auto choose = [&](const QList<HallSeat> &hall) {
        seats = hall;
        return choice;
    };
    m_api->seats(id<EventId>(5), choose, this, end.then());
    QTRY_COMPARE(end.count(), 1);
    expect("GET", "/v1/resources/events/" + idText(5).toLatin1() + "/tickets");
    QCOMPARE(seats.first().status, SeatStatus::Sold);
    QCOMPARE(end.value(), choice);
}

/// A place that could not be read may be vacant: that none is left is told of whole halls only.
void TestV1Api::noneIsLeftOfAWholeHallOnly()
{
    const auto none = [](const QList<HallSeat> &) { return SeatChoice(); };
    const QByteArray sold = R"({"id":"000000000000000000000001","status":"sold"})";
    for (const auto &[body, told] : {std::pair("[" + sold + "]", SeatChoice::Listed::Yes),
                                     std::pair("[" + sold + ",{},null]", SeatChoice::Listed::Yes),
                                     std::pair("[" + sold + ",{\"id\":1}]", SeatChoice::Listed::No),
                                     std::pair("[" + sold + ",", SeatChoice::Listed::No)}) {
        m_peer->answer(200, body);
        Collected<SeatChoice> end;
        m_api->seats(id<EventId>(5), none, this, end.then());
        QTRY_COMPARE(end.count(), 1);
        QVERIFY(end.isGood());
        QCOMPARE(end.value().listed, told);
    }
}

void TestV1Api::readsAGreatHallBesides()
{
    const QByteArray hall = greatHall(60'000);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(v1::decodeList(hall, v1::decodeHallSeat)->list.size(), 60'000);
    const qint64 atOnce = clock.restart();

    // What a window would notice: the longest while in which no timer fired.
    qint64 longest = 0;
    QTimer tick;
    connect(&tick, &QTimer::timeout, this, [&] { longest = std::max(longest, clock.restart()); });
    tick.start(0);
    m_peer->answer(200, hall);
    QThread *chosenOn = nullptr;
    Collected<SeatChoice> end;
    const auto choose = [&chosenOn](const QList<HallSeat> &seats) {
        chosenOn = QThread::currentThread();
        SeatChoice all;
        for (const HallSeat &seat : seats)
            all.tickets << seat.ticket;
        return all;
    };
    const Call call = m_api->seats(id<EventId>(5), choose, this, end.then());
    QTRY_COMPARE_WITH_TIMEOUT(end.count(), 1, 60'000);
    QCOMPARE(end.value().tickets.size(), 60'000);
    QVERIFY(!call.isPending());
    QVERIFY(chosenOn && chosenOn != thread());
    qInfo("decoded at once in %lld ms; read beside, nothing else waited longer than %lld ms", atOnce, longest);
    QVERIFY(longest < atOnce / 2);
}

void TestV1Api::givesAGreatHallUp()
{
    const auto choose = [](const QList<HallSeat> &) { return SeatChoice(); };
    m_peer->answer(200, greatHall(60'000));
    Collected<SeatChoice> end;
    QObject context;
    Call call = m_api->seats(id<EventId>(5), choose, &context, end.then());
    QTRY_VERIFY(QThreadPool::globalInstance()->activeThreadCount() > 0);
    QVERIFY(call.isPending());
    call.abandon();
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    Collected<SeatChoice> next;
    m_api->seats(id<EventId>(5), choose, &context, next.then());
    QTRY_COMPARE_WITH_TIMEOUT(next.count(), 1, 60'000);
    QCOMPARE(end.count(), 0);
}

void TestV1Api::noTickets()
{
    // Sold out: the order exists all the same, and has to be cancelled.
    m_peer->answer(201, bytes(with(parsed(recorded(u"create.response"_s)), u"tickets"_s, QJsonArray())));
    m_api->reserve({}, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    QCOMPARE(m_end.value().id, m_order);
    QVERIFY(m_end.value().tickets.isEmpty());
}

/// The vendor documents `{}` as a good answer to a cancel.
void TestV1Api::terseAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("tellsStatus");
    QTest::newRow("{}") << QByteArray("{}") << false;
    QTest::newRow("null") << QByteArray("null") << false;
    QTest::newRow("null between blanks") << QByteArray(" null\r\n") << false;
    QTest::newRow("id null") << QByteArray(R"({"id":null})") << false;
    QTest::newRow("id") << QByteArray(R"({"id":"56a73b7ff06c5a21c393806b"})") << false;
    QTest::newRow("status") << QByteArray(R"({"status":"canceled"})") << true;
}

void TestV1Api::terseAnswer()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, tellsStatus);
    m_peer->answer(200, body);
    m_api->cancel(m_order, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    Order expected;
    expected.id = m_order;
    expected.absent = allOrderFields;
    if (tellsStatus) {
        expected.status = OrderStatus::Canceled;
        expected.statusWord = u"canceled"_s;
        expected.absent.setFlag(Order::Field::Status, false);
    }
    QVERIFY(m_end.isGood());
    QVERIFY(m_end.value() == expected);

    Collected<Order> read;
    m_api->order(m_order, this, read.then());
    QTRY_COMPARE(read.count(), 1);
    QVERIFY(read.isGood());
    QVERIFY(read.value() == expected);
}

void TestV1Api::abandonedChangeRunsOn()
{
    m_peer->answer(200, "{}");
    Call call = m_api->cancel(m_order, this, m_end.then());
    QVERIFY(call.isPending());
    call.abandon();
    QVERIFY(!call.isPending());
    QTRY_COMPARE(m_http->connection().health, ConnectionState::Health::Online);
    expect("PATCH", m_path, {{"status"_L1, u"canceled"_s}});
    QCOMPARE(m_end.count(), 0);
}

void TestV1Api::otherOrder()
{
    m_peer->answer(200, bytes(bareOrder(7)));
    m_api->confirm(m_order, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    QCOMPARE(m_end.error().kind, ErrorKind::OtherOrder);
    QCOMPARE(m_end.error().effect, Effect::Possible);
    QCOMPARE(m_end.error().httpStatus, 200);
    QVERIFY(!m_end.error().requestId.isEmpty());

    Collected<Order> read;
    m_api->order(m_order, this, read.then());
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(read.error().kind, ErrorKind::OtherOrder);
    QCOMPARE(read.error().effect, Effect::None);
}

void TestV1Api::badBodyOfAChange_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::newRow("empty") << QByteArray() << ErrorKind::NotJson << QString();
    QTest::newRow("page") << QByteArray("<html>welcome to the hotel's network</html>") << ErrorKind::NotJson
                          << QString();
    QTest::newRow("{}") << QByteArray("{}") << ErrorKind::WrongShape << u"id"_s;
    QTest::newRow("null") << QByteArray("null") << ErrorKind::WrongShape << u"id"_s;
    QTest::newRow("a field") << bytes(with(bareOrder(1), u"id"_s, 5)) << ErrorKind::WrongShape << u"id"_s;
}

void TestV1Api::badBodyOfAChange()
{
    QFETCH(QByteArray, body);
    m_peer->answer(201, body);
    m_api->reserve({}, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    QTEST(m_end.error().kind, "kind");
    QTEST(m_end.error().field, "field");
    QCOMPARE(m_end.error().effect, Effect::Possible); // the server said yes
    QCOMPARE(m_end.error().httpStatus, 201);
    QVERIFY(!m_end.error().requestId.isEmpty());
    QCOMPARE(m_peer->requests().size(), 1);
}

void TestV1Api::badBodyOfARead()
{
    m_peer->answer(200, "[]");
    m_api->order(m_order, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    QCOMPARE(m_end.error().kind, ErrorKind::WrongShape);
    QCOMPARE(m_end.error().effect, Effect::None);

    m_peer->answer(200, "{}");
    Collected<QList<Ticket>> tickets;
    m_api->tickets(m_order, this, tickets.then());
    QTRY_COMPARE(tickets.count(), 1);
    QCOMPARE(tickets.error().kind, ErrorKind::WrongShape);
}

void TestV1Api::refusal()
{
    m_peer->answer(400, R"({"error": "HTTPBadRequest", "reason": "bad status"})");
    m_api->confirm(m_order, this, m_end.then());
    QTRY_COMPARE(m_end.count(), 1);
    QCOMPARE(m_end.error().kind, ErrorKind::BadRequest);
    QCOMPARE(m_end.error().effect, Effect::None);
    QCOMPARE(m_end.error().serverWords, u"bad status"_s);
}

/// An order has so many tickets as its list: one that cannot be read is there, and a hole is none.
void TestV1Api::unreadableTickets()
{
    m_peer->answer(200, R"([{"id":"000000000000000000000001"}, {"id":7,"number":"12"}, null, {}])");
    Collected<QList<Ticket>> tickets;
    m_api->tickets(m_order, this, tickets.then());
    QTRY_COMPARE(tickets.count(), 1);
    QCOMPARE(tickets.value(), (QList<Ticket>{{.id = id<TicketId>(1)}, Ticket()}));
}

} // namespace okoshko::test::tst_v1api

OKOSHKO_TEST(tst_v1api, TestV1Api, QCoreApplication)

#include "tst_v1api.moc"
