// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vendor/SimWorld.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <memory>

using namespace okoshko;
using namespace okoshko::sim;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A world with one event and one set of 20 tickets.
struct Box
{
    explicit Box(Choices choices = Choices(QList<Choices::Draw>()), const SimRates &rates = SimRates::calm(),
                 int counters = 2)
        : world(std::move(choices), rates, counters)
    {
        event = world.stock().addEvent(u"test"_s, SimWorld::recordedStart() + 48h);
        set = world.stock().addSet(event, u"fdfd"_s, Money::fromMinor(10000), Money(), 20, TicketSet::Seating::Free);
    }

    [[nodiscard]] ReserveRequest wish(int count) const
    {
        ReserveRequest request;
        request.event = event;
        request.random = {{set, count}};
        return request;
    }

    /// Waits for the end of the call that \a start makes.
    template <class T>
    Result<T> wait(const std::function<Call(Then<T>)> &start)
    {
        std::optional<Result<T>> result;
        const Call call = start([&](const Result<T> &ended) { result = ended; });
        while (!result && world.scheduler().step()) {
        }
        return *result;
    }
    Result<Order> reserve(int counter, int count)
    {
        return wait<Order>([&](auto then) { return world.line(counter).reserve(wish(count), &context, then); });
    }
    Result<Order> choose(int counter, const OrderId &id, const QString &system, bool withCustomer = false)
    {
        PaymentChoice choice{system, {}};
        if (withCustomer)
            choice.customer = Customer{u"Анна"_s, u"Кузнецова-Проверочная"_s, u"buyer@example.org"_s, {}, u"ru"_s};
        return wait<Order>([&](auto then) { return world.line(counter).choosePayment(id, choice, &context, then); });
    }
    Result<Order> start(int counter, const OrderId &id)
    {
        return wait<Order>([&](auto then) { return world.line(counter).startPayment(id, &context, then); });
    }
    Result<Order> confirm(int counter, const OrderId &id)
    {
        return wait<Order>([&](auto then) { return world.line(counter).confirm(id, &context, then); });
    }
    Result<Order> cancel(int counter, const OrderId &id)
    {
        return wait<Order>([&](auto then) { return world.line(counter).cancel(id, &context, then); });
    }
    Result<Order> read(int counter, const OrderId &id)
    {
        return wait<Order>([&](auto then) { return world.line(counter).order(id, &context, then); });
    }
    OrderId inProgress(const QString &system)
    {
        OrderId id = reserve(1, 1)->id;
        choose(1, id, system, true);
        start(1, id);
        return id;
    }

    QObject context;
    SimWorld world;
    EventId event;
    SetId set;
};

/// Two to five counters that do what a counter does, without the program: reserve, choose, start, and read until it is
/// over. For replays and speed.
class Crowd
{
public:
    Crowd(SimWorld &world, const ReserveRequest &request, Microseconds pause)
        : m_world(world)
        , m_request(request)
        , m_pause(pause)
    {
        for (int counter = 1; counter <= world.counters(); ++counter)
            next(counter, 0s);
    }

private:
    void next(int counter, Microseconds delay)
    {
        m_world.scheduler().post(m_world.scheduler().now() + delay, [this, counter] {
            static_cast<void>(
                m_world.line(counter).reserve(m_request, &m_context, [this, counter](const Result<Order> &order) {
                    if (!order || order->tickets.isEmpty())
                        next(counter, m_pause);
                    else
                        choose(counter, order->id);
                }));
        });
    }
    void choose(int counter, const OrderId &id)
    {
        const int system = m_world.choices().decide(3, {"test.system", counter});
        const PaymentChoice choice{system == 0   ? u"api/BASE"_s
                                   : system == 1 ? u"platron/TEST"_s
                                                 : u"system/INVOICE"_s,
                                   Customer{u"A"_s, u"B"_s, u"c@example.org"_s, {}, {}}};
        static_cast<void>(
            m_world.line(counter).choosePayment(id, choice, &m_context, [this, counter, id](const auto &) {
                static_cast<void>(m_world.line(counter).startPayment(
                    id, &m_context, [this, counter, id](const auto &) { read(counter, id); }));
            }));
    }
    void read(int counter, const OrderId &id)
    {
        m_world.scheduler().post(m_world.scheduler().now() + 3s, [this, counter, id] {
            static_cast<void>(m_world.line(counter).order(
                id, &m_context, [this, counter, id](const Result<Order> &order) { checker(counter, id, order); }));
        });
    }
    void checker(int counter, const OrderId &id, const Result<Order> &order)
    {
        if (!order) {
            if (order.error().kind == ErrorKind::NotFound)
                next(counter, m_pause);
            else
                read(counter, id);
        } else if (isFinal(order->status)) {
            next(counter, m_pause);
        } else if (order->status == OrderStatus::Executed ||
                   (order->payment.redirectUrl.isEmpty() && m_world.buyers().cash(id) == SimBuyers::Cash::WalksAway)) {
            static_cast<void>(
                m_world.line(counter).cancel(id, &m_context, [this, counter, id](const auto &) { read(counter, id); }));
        } else if (order->payment.redirectUrl.isEmpty()) {
            static_cast<void>(m_world.line(counter).confirm(id, &m_context,
                                                            [this, counter, id](const auto &) { read(counter, id); }));
        } else {
            m_world.buyers().meetPage(id);
            read(counter, id);
        }
    }

    SimWorld &m_world;
    ReserveRequest m_request;
    Microseconds m_pause;
    QObject m_context;
};

QByteArray runOf(Choices choices, QList<Choices::Draw> *unusual)
{
    Box box(std::move(choices), SimRates::storm(), 3);
    box.world.drawWindows(2h);
    Crowd crowd(box.world, box.wish(2), 20s);
    box.world.runUntil(2h);
    if (unusual)
        *unusual = box.world.choices().recorded();
    return box.world.log().toText();
}

} // namespace

class TestSimVendor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordedSale();
    void sellerCollects();
    void invitation();
    void soldOut();
    void forbiddenTransitions();
    void conflict();
    void expiry();
    void lateMoney();
    void lateMoneyFindsSeatsGone();
    void lazyCancel();
    void terseAnswer();
    void strangeWord();
    void lists();
    void barcodes();
    void forgotten();
    void dealFee();
    void endsOnce_data();
    void endsOnce();
    void neverFromWithin();
    void abandoned();
    void contextGone();
    void lateEffect();
    void windows();
    void clock();
    void replay();
    void faultsStop();
    void choicesText();
    void speed();
};

/// The set's price tells no fee, and the order has one: order-v2-executed-one.
void TestSimVendor::dealFee()
{
    Box box(Choices({{"vendor.deal-fee:0:0", 1, 2}}), SimRates());
    const Result<Order> created = box.reserve(1, 1);
    QVERIFY(created);
    QCOMPARE(created->nominal.toString(), u"100.00"_s);
    QCOMPARE(created->valueExtra.toString(), u"10.00"_s);
    QCOMPARE(created->value.toString(), u"110.00"_s);
    QCOMPARE(box.reserve(1, 1)->value.toString(), u"100.00"_s);
}

/// exchange/sale.http.txt, value by value.
void TestSimVendor::recordedSale()
{
    SimRates rates;
    Box box(Choices({{"vendor.base-page:0:0", 1, 2}}), rates);

    const Result<Order> created = box.reserve(1, 1);
    QVERIFY(created);
    QCOMPARE(created->number, 497291903);
    QCOMPARE(created->id.toString(), u"56a73b7ff06c5a21c393806b"_s);
    QCOMPARE(created->event.toString(), u"56a6253df06c5a059a93802e"_s);
    QCOMPARE(toIsoString(*created->createdAt), u"2016-01-26T09:25:19.378000+00:00"_s);
    QCOMPARE(toIsoString(*created->updatedAt), u"2016-01-26T09:25:19.393000+00:00"_s);
    QCOMPARE(toIsoString(*created->reservedTill), u"2016-01-26T09:35:19.392000+00:00"_s);
    QCOMPARE(created->status, OrderStatus::Executed);
    QCOMPARE(created->tickets, QList{*TicketId::parse(u"56a6253df06c5a059a9380a0"_s)});
    QCOMPARE(created->rules.value(*SetId::parse(u"56a6254bf06c5a059b93800c"_s)).toString(),
             u"56a6254bf06c5a059b93800b"_s);
    QCOMPARE(created->customer.language, u"ru"_s);
    QVERIFY(created->payment == Payment());
    QCOMPARE(created->value.toString(), u"100.00"_s);
    QCOMPARE(created->nominal.toString(), u"100.00"_s);
    QCOMPARE(created->valueExtra.toString(), u"0.00"_s);

    box.world.runUntil(20s);
    const Result<Order> chosen = box.choose(1, created->id, u"api/BASE"_s);
    QVERIFY(chosen);
    QVERIFY(*chosen == *created); // the recording: not a character differs

    box.world.runUntil(47s);
    const Result<Order> started = box.start(1, created->id);
    QVERIFY(started);
    QCOMPARE(started->status, OrderStatus::InProgress);
    QVERIFY(!started->payment.redirectUrl.isEmpty());
    QCOMPARE(started->payment.system, u"554b31d49cb538549d038eb4"_s);
    QVERIFY(*started->updatedAt > *created->updatedAt);
    QVERIFY(*started->reservedTill - *started->updatedAt >= 30min - 2ms);
    QVERIFY(*started->reservedTill - *started->updatedAt <= 30min);

    QCOMPARE(box.confirm(1, created->id).error().httpStatus, 400); // the page decides
    QVERIFY(box.world.vendor().pay(created->id));
    box.world.runUntil(2min);
    const Result<Order> paid = box.read(2, created->id);
    QCOMPARE(paid->status, OrderStatus::Done);
    QVERIFY(paid->updatedAt == started->updatedAt);
    QCOMPARE(box.world.log().lastMove(created->id, OrderStatus::Done)->actor.kind, Actor::Kind::Buyer);
}

void TestSimVendor::sellerCollects()
{
    Box box;
    const OrderId id = box.reserve(1, 2)->id;
    box.choose(1, id, u"api/BASE"_s);
    const Result<Order> started = box.start(1, id);
    QVERIFY(started->payment.redirectUrl.isEmpty());
    QVERIFY(*started->reservedTill - *started->updatedAt >= 12h - 2ms);
    QCOMPARE(box.world.buyers().cash(id), SimBuyers::Cash::HandsOver);
    const Result<Order> done = box.confirm(1, id);
    QCOMPARE(done->status, OrderStatus::Done);
    QVERIFY(done->updatedAt == started->updatedAt);
    QVERIFY(done->reservedTill == started->reservedTill);
    QCOMPARE(box.world.vendor().paid(), QList{id});
    const std::optional<VendorLogEntry> move = box.world.log().lastMove(id, OrderStatus::Done);
    QCOMPARE(move->actor.counter, 1);
    QCOMPARE(move->actor.request, 4);
    QCOMPARE(box.world.log().count(id, VendorLogEntry::What::CashHanded), 1);
    QCOMPARE(box.world.stock().vacant(box.set), 18);
    QCOMPARE(box.world.vendor().inconsistency(), QString());
}

void TestSimVendor::invitation()
{
    Box box;
    const Result<Order> created = box.reserve(1, 2);
    const Result<Order> chosen = box.choose(1, created->id, u"system/INVITATION"_s, true);
    QCOMPARE(chosen->status, OrderStatus::Executed);
    QCOMPARE(chosen->payment.system, u"553a6ad49cb538165c3a6ad9"_s);
    QCOMPARE(chosen->customer.email, u"buyer@example.org"_s);
    const Result<Order> started = box.start(1, created->id);
    QCOMPARE(started->status, OrderStatus::Done);
    QVERIFY(started->value.isZero());
    QCOMPARE(started->nominal.toString(), u"200.00"_s);
    QVERIFY(started->reservedTill == created->reservedTill);
}

void TestSimVendor::soldOut()
{
    Box box;
    QCOMPARE(box.world.vendor().sellElsewhere(box.set, 19), 19);
    QCOMPARE(box.reserve(1, 2)->tickets.size(), 1);
    const Result<Order> empty = box.reserve(2, 2);
    QVERIFY(empty);
    QVERIFY(empty->tickets.isEmpty());
    QVERIFY(empty->has(Order::Field::Tickets));
    QVERIFY(empty->value.isZero());
    QCOMPARE(box.world.log().ordersMadeBy(2), QList{empty->id});
    QVERIFY(box.world.log().isCreationTold(empty->id));
}

void TestSimVendor::forbiddenTransitions()
{
    Box box;
    const auto isRefused = [](const Result<Order> &result) {
        return !result && result.error().kind == ErrorKind::BadRequest && result.error().effect == Effect::None &&
               result.error().httpStatus == 400;
    };
    const OrderId id = box.reserve(1, 1)->id;
    QVERIFY(isRefused(box.start(1, id))); // nothing chosen
    QVERIFY(isRefused(box.confirm(1, id)));
    QVERIFY(isRefused(box.choose(1, id, u"no/SUCH"_s)));
    QVERIFY(box.choose(1, id, u"platron/TEST"_s));
    QVERIFY(isRefused(box.start(1, id))); // no customer
    QVERIFY(box.choose(1, id, u"platron/TEST"_s, true));
    QVERIFY(box.start(1, id));
    QVERIFY(isRefused(box.choose(1, id, u"api/BASE"_s)));
    QVERIFY(isRefused(box.start(1, id)));
    QVERIFY(isRefused(box.confirm(1, id)));
    const Result<Order> canceled = box.cancel(1, id);
    QCOMPARE(canceled->status, OrderStatus::Canceled);
    QVERIFY(canceled->reservedTill);
    QCOMPARE(canceled->tickets.size(), 1);
    QCOMPARE(box.world.stock().vacant(box.set), 20);
    QVERIFY(isRefused(box.cancel(1, id)));
    QVERIFY(isRefused(box.start(1, id)));

    const OrderId invoice = box.inProgress(u"system/INVOICE"_s);
    QVERIFY(isRefused(box.confirm(1, invoice)));
    box.world.runUntil(box.world.scheduler().now() + 10min);
    QCOMPARE(box.read(1, invoice)->status, OrderStatus::Done);
    QVERIFY(isRefused(box.cancel(1, invoice)));

    box.world.vendor().forbid(u"api/BASE"_s);
    const OrderId other = box.reserve(1, 1)->id;
    QCOMPARE(box.choose(1, other, u"api/BASE"_s).error().kind, ErrorKind::Forbidden);
}

void TestSimVendor::conflict()
{
    Box box;
    const OrderId id = box.reserve(1, 1)->id;
    std::optional<Result<Order>> first;
    std::optional<Result<Order>> second;
    static_cast<void>(box.world.line(1).choosePayment(id, {u"api/BASE"_s, {}}, &box.context,
                                                      [&](const Result<Order> &result) { first = result; }));
    static_cast<void>(
        box.world.line(2).cancel(id, &box.context, [&](const Result<Order> &result) { second = result; }));
    box.world.runUntil(box.world.scheduler().now() + 1s);
    QVERIFY(first && *first);
    QVERIFY(second && !*second);
    QCOMPARE(second->error().kind, ErrorKind::Conflict);
    QCOMPARE(second->error().effect, Effect::None);
    QVERIFY(box.cancel(2, id));
    QCOMPARE(box.world.log().lastMove(id, OrderStatus::Canceled)->actor.counter, 2);
}

void TestSimVendor::expiry()
{
    Box box;
    const Result<Order> created = box.reserve(1, 3);
    const Microseconds end = *created->reservedTill - SimWorld::recordedStart();
    box.world.runUntil(end - 1us);
    QCOMPARE(box.world.vendor().find(created->id)->status, OrderStatus::Executed);
    box.world.runUntil(end);
    const Result<Order> expired = box.read(1, created->id);
    QCOMPARE(expired->status, OrderStatus::Expired);
    QVERIFY(!expired->reservedTill);
    QVERIFY(expired->has(Order::Field::ReservedTill));
    QCOMPARE(box.world.stock().vacant(box.set), 20);
    QCOMPARE(box.world.log().lastMove(created->id, OrderStatus::Expired)->actor.kind, Actor::Kind::Server);
}

void TestSimVendor::lateMoney()
{
    Box box;
    const OrderId id = box.inProgress(u"platron/TEST"_s);
    box.world.buyers().act(id, SimBuyers::AtPage::PaysLate);
    box.world.runUntil(31min);
    QCOMPARE(box.read(1, id)->status, OrderStatus::Expired);
    QVERIFY(!box.read(1, id)->payment.redirectUrl.isEmpty());
    box.world.runUntil(40min);
    QCOMPARE(box.read(1, id)->status, OrderStatus::Done);
    QCOMPARE(box.read(1, id)->tickets.size(), 1);

    const OrderId twice = box.inProgress(u"platron/TEST"_s);
    box.world.buyers().act(twice, SimBuyers::AtPage::PaysTwice);
    box.world.runUntil(box.world.scheduler().now() + 20min);
    QCOMPARE(box.world.log().count(twice, VendorLogEntry::What::MoneyLanded), 2);
    QCOMPARE(box.world.vendor().inconsistency(), QString());
}

void TestSimVendor::lateMoneyFindsSeatsGone()
{
    Box box;
    const OrderId id = box.inProgress(u"platron/TEST"_s);
    box.world.buyers().act(id, SimBuyers::AtPage::PaysLate);
    box.world.runUntil(32min);
    QCOMPARE(box.world.vendor().sellElsewhere(box.set, 20), 20);
    box.world.runUntil(40min);
    const Result<Order> read = box.read(1, id);
    QCOMPARE(read->status, OrderStatus::Done);
    QVERIFY(read->tickets.isEmpty());
    QCOMPARE(box.world.log().count(id, VendorLogEntry::What::SeatsChanged), 1);
}

void TestSimVendor::lazyCancel()
{
    // Never, until asked again.
    Box box(Choices({{"vendor.lazy-cancel:1:2", 3, 4}}));
    const OrderId id = box.reserve(1, 1)->id;
    const Result<Order> answer = box.cancel(1, id);
    QVERIFY(answer);
    QCOMPARE(answer->status, OrderStatus::Executed);
    box.world.runUntil(5min);
    QCOMPARE(box.read(1, id)->status, OrderStatus::Executed);
    QVERIFY(box.cancel(1, id));
    QCOMPARE(box.read(1, id)->status, OrderStatus::Canceled);

    // Later.
    Box later(Choices({{"vendor.lazy-cancel:1:2", 1, 4}}));
    const OrderId other = later.reserve(1, 1)->id;
    QCOMPARE(later.cancel(1, other)->status, OrderStatus::Executed);
    later.world.runUntil(5s);
    QCOMPARE(later.read(1, other)->status, OrderStatus::Canceled);
    QCOMPARE(later.world.log().lastMove(other, OrderStatus::Canceled)->actor.request, 2);
}

void TestSimVendor::terseAnswer()
{
    Box box(Choices({{"vendor.terse-change:0:0", 1, 7}}));
    const Result<Order> created = box.reserve(1, 1);
    const Result<Order> chosen = box.choose(1, created->id, u"api/BASE"_s);
    QCOMPARE(chosen->id, created->id);
    QVERIFY(!chosen->has(Order::Field::Status));
    QVERIFY(!chosen->has(Order::Field::Tickets));
    QVERIFY(chosen->tickets.isEmpty());
    QVERIFY(merged(*created, *chosen) == *created);
}

void TestSimVendor::strangeWord()
{
    Box box(Choices({{"vendor.word:0:0", 1, 4}}));
    const OrderId id = box.inProgress(u"platron/TEST"_s);
    const Result<Order> read = box.read(1, id);
    QCOMPARE(read->status, OrderStatus::Unknown);
    QCOMPARE(read->statusWord, u"awaiting_bank"_s);
    box.world.runUntil(1min);
    QCOMPARE(box.read(1, id)->status, OrderStatus::InProgress);
}

void TestSimVendor::lists()
{
    Box box(Choices({{"vendor.cut-list:2:2", 1, 5}, {"vendor.list-holes:2:3", 1, 5}, {"vendor.list-dates:2:4", 1, 2}}));
    QList<OrderId> newestFirst;
    for (int i = 0; i < 6; ++i) {
        newestFirst.prepend(box.reserve(1, 1)->id);
        box.world.runUntil(box.world.scheduler().now() + 1s);
    }
    box.cancel(1, newestFirst[5]);
    const auto list = [&](const OrderQuery &query) {
        return *box.wait<OrderList>([&](auto then) { return box.world.line(2).orders(query, &box.context, then); });
    };
    const auto ids = [](const OrderList &listed) {
        QList<OrderId> result;
        for (const Order &order : listed.orders)
            result << order.id;
        return result;
    };

    const OrderList whole = list({});
    QCOMPARE(ids(whole), newestFirst);
    QCOMPARE(whole.extent, ListExtent::Whole);
    const OrderList cut = list({});
    QCOMPARE(ids(cut), newestFirst.mid(2));
    QCOMPARE(cut.extent, ListExtent::Cut);
    const OrderList holes = list({});
    QCOMPARE(ids(holes), newestFirst.mid(2));
    QCOMPARE(holes.extent, ListExtent::Whole);
    const OrderList dateless = list({});
    QVERIFY(!dateless.orders[0].createdAt && !dateless.orders[0].has(Order::Field::CreatedAt));

    OrderQuery later;
    later.createdFrom = whole.orders[4].createdAt;
    QCOMPARE(ids(list(later)), newestFirst.first(5));
    OrderQuery few;
    few.limit = 2;
    QCOMPARE(ids(list(few)), newestFirst.first(2));
    QCOMPARE(list(few).extent, ListExtent::Cut);
}

void TestSimVendor::barcodes()
{
    Box box;
    const OrderId id = box.inProgress(u"api/BASE"_s);
    const auto tickets = [&] {
        return *box.wait<QList<Ticket>>([&](auto then) { return box.world.line(1).tickets(id, &box.context, then); });
    };
    QVERIFY(tickets().first().barcode.isEmpty());
    box.confirm(1, id);
    QVERIFY(!tickets().first().barcode.isEmpty());
    QList<Event> events;
    const auto end = box.wait<EventListEnd>([&](auto then) {
        return box.world.line(1).events(
            &box.context, [&](const QList<Event> &more) { events << more; }, then);
    });
    QVERIFY(end.has_value());
    QCOMPARE(events.first().vacant, 19);
    QList<HallSeat> seats;
    const auto take = [&seats](const QList<HallSeat> &hall) {
        seats = hall;
        return SeatChoice();
    };
    box.wait<SeatChoice>([&](auto then) { return box.world.line(1).seats(box.event, take, &box.context, then); });
    QCOMPARE(seats.first().status, SeatStatus::Sold);
}

void TestSimVendor::forgotten()
{
    Box box;
    const OrderId id = box.inProgress(u"api/BASE"_s);
    box.world.vendor().forgetAll();
    QCOMPARE(box.read(1, id).error().kind, ErrorKind::NotFound);
    QCOMPARE(box.cancel(1, id).error().kind, ErrorKind::NotFound);
    QCOMPARE(box.world.stock().vacant(box.set), 20);
    QVERIFY(box.world.vendor().holds().isEmpty());
    QCOMPARE(box.world.log().count(id, VendorLogEntry::What::Forgotten), 1);
}

void TestSimVendor::endsOnce_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("jitter");
    for (int fault = 0; fault <= static_cast<int>(lineFaultCount); ++fault) {
        QTest::addRow("fault %d", fault) << fault << 0;
        QTest::addRow("fault %d, slow", fault) << fault << 3;
    }
}

/// Whatever happens on the way: one end, not later than the client's time-out, and an error after which a change may
/// have been made says so.
void TestSimVendor::endsOnce()
{
    QFETCH(const int, fault);
    QFETCH(const int, jitter);
    for (int request = 1; request <= 2; ++request) {
        const QByteArray about = ":1:" + QByteArray::number(request);
        Box box(Choices({{"line.fault" + about, fault, 21},
                         {"line.slow" + about, jitter, 4},
                         {"line.late" + about, std::min(jitter, 2), 4}}));
        if (request == 2)
            box.reserve(1, 1);
        const Microseconds begin = box.world.scheduler().now();
        int ends = 0;
        std::optional<Result<Order>> result;
        Microseconds end{0};
        const auto then = [&](const Result<Order> &ended) {
            ++ends;
            result = ended;
            end = box.world.scheduler().now();
        };
        const Call call = request == 1
                              ? box.world.line(1).reserve(box.wish(1), &box.context, then)
                              : box.world.line(1).cancel(box.world.vendor().orders().front().id(), &box.context, then);
        QCOMPARE(ends, 0);
        QVERIFY(call.isPending());
        box.world.runUntil(begin + 1h);
        QCOMPARE(ends, 1);
        QVERIFY(!call.isPending());
        QVERIFY(end > begin &&
                end - begin <= SimLine::patience(request == 1 ? RequestKind::Reserve : RequestKind::Cancel));
        QCOMPARE(box.world.line(1).underWay(), 0);
        const bool hasEffect = box.world.log().request(1, request).effectAt.has_value();
        if (!*result && result->error().effect == Effect::None)
            QVERIFY(!hasEffect);
        if (*result)
            QVERIFY(hasEffect);
        const auto kind = static_cast<LineFault>(fault);
        using enum LineFault;
        constexpr std::array without{Refused,      LostBefore,  SilentBefore,      Conflict,      TooMany,
                                     TooManyShort, TooManyLong, ServerFaultBefore, NotJsonBefore, UnexpectedStatus};
        QCOMPARE(hasEffect, std::ranges::find(without, kind) == without.end());
        QCOMPARE(result->has_value(),
                 kind == None || (kind == OtherOrderAfter && request == 1) || (kind == Slow && jitter == 0));
    }
}

void TestSimVendor::neverFromWithin()
{
    Box box;
    box.world.windows().add({SimWindow::Kind::NoConnection, 0s, 1h, 1});
    bool hasEnded = false;
    static_cast<void>(box.world.line(1).order(*OrderId::parse(u"56a73b7ff06c5a21c393806b"_s), &box.context,
                                              [&](const auto &) { hasEnded = true; }));
    QVERIFY(!hasEnded);
    box.world.runUntil(1s);
    QVERIFY(hasEnded);
}

void TestSimVendor::abandoned()
{
    Box box;
    bool hasEnded = false;
    Call call = box.world.line(1).reserve(box.wish(1), &box.context, [&](const auto &) { hasEnded = true; });
    call.abandon();
    box.world.runUntil(1min);
    QVERIFY(!hasEnded);
    QCOMPARE(box.world.vendor().holds().size(), 1); // the request ran on
    const OrderId id = box.world.vendor().holds().first();
    QVERIFY(!box.world.log().isCreationTold(id));
    QCOMPARE(box.world.log().creatingRequest(id)->end, VendorLogRequest::End::Dropped);
}

void TestSimVendor::contextGone()
{
    Box box;
    bool hasEnded = false;
    auto context = std::make_unique<QObject>();
    static_cast<void>(box.world.line(1).reserve(box.wish(1), context.get(), [&](const auto &) { hasEnded = true; }));
    context.reset();
    box.world.runUntil(1min);
    QVERIFY(!hasEnded);
    QCOMPARE(box.world.vendor().holds().size(), 1);
}

void TestSimVendor::lateEffect()
{
    Box box(Choices({{"line.fault:1:1", static_cast<int>(LineFault::LateEffect), 21}, {"line.late:1:1", 2, 4}}));
    const Result<Order> result = box.reserve(1, 1);
    QCOMPARE(result.error().kind, ErrorKind::TimedOut);
    QCOMPARE(result.error().effect, Effect::Possible);
    QCOMPARE(box.world.scheduler().now(), Microseconds(45s));
    QVERIFY(box.world.vendor().holds().isEmpty());
    box.world.runUntil(2min);
    QCOMPARE(box.world.log().ordersMadeBy(1).size(), 1);
    QVERIFY(*box.world.log().request(1, 1).effectAt > 1min);
}

void TestSimVendor::windows()
{
    Box box;
    const OrderId id = box.reserve(1, 1)->id;
    using Kind = SimWindow::Kind;
    const std::vector<std::pair<Kind, ErrorKind>> expected{{Kind::NoConnection, ErrorKind::NoConnection},
                                                           {Kind::HostUnknown, ErrorKind::HostUnknown},
                                                           {Kind::Proxy, ErrorKind::Proxy},
                                                           {Kind::Tls, ErrorKind::Tls},
                                                           {Kind::Silence, ErrorKind::TimedOut},
                                                           {Kind::MuteAnswers, ErrorKind::TimedOut},
                                                           {Kind::Overloaded, ErrorKind::TooManyRequests},
                                                           {Kind::ServerFault, ErrorKind::ServerFault},
                                                           {Kind::KeyUnknown, ErrorKind::Unauthorized}};
    for (const auto &[kind, error] : expected) {
        box.world.windows().add({kind, box.world.scheduler().now(), box.world.scheduler().now() + 1s, 1});
        QCOMPARE(box.read(1, id).error().kind, error);
        QVERIFY(box.read(2, id));
        box.world.windows().closeAll();
        QVERIFY(box.read(1, id));
    }
}

void TestSimVendor::clock()
{
    Box box;
    ServerClock clock([&] { return box.world.scheduler().now() + 77h; }, nullptr);
    box.world.line(1).setClock(&clock);
    const OrderId id = box.reserve(1, 1)->id;
    QVERIFY(clock.isSynchronised());
    for (int i = 0; i < 50; ++i) {
        box.read(1, id);
        box.world.runUntil(box.world.scheduler().now() + 1130ms);
        QVERIFY(std::chrono::abs(clock.now() - box.world.vendor().now()) <= clock.uncertainty());
    }
    QVERIFY(clock.uncertainty() < 200ms);
}

void TestSimVendor::replay()
{
    for (quint64 seed = 1; seed <= 10; ++seed) {
        QList<Choices::Draw> draws;
        const QByteArray first = runOf(Choices(seed), &draws);
        QVERIFY(!draws.isEmpty());
        QVERIFY(runOf(Choices(seed), nullptr) == first);
        const std::optional<QList<Choices::Draw>> kept = Choices::fromText(Choices::toText(draws));
        QVERIFY(kept && *kept == draws);
        QVERIFY(runOf(Choices(*kept), nullptr) == first);
        QVERIFY(runOf(Choices(seed + 100), nullptr) != first);
    }
}

void TestSimVendor::faultsStop()
{
    for (quint64 seed = 1; seed <= 20; ++seed) {
        Box box(Choices(seed), SimRates::storm(), 3);
        box.world.drawWindows(4h);
        Crowd crowd(box.world, box.wish(1), 20s);
        box.world.runUntil(1h);
        QCOMPARE(box.world.vendor().inconsistency(), QString());
        box.world.faultsStop();
        box.world.runUntil(1h + 15min);
        const Microseconds settled = box.world.scheduler().now();
        box.world.runUntil(2h);
        for (int counter = 1; counter <= 3; ++counter) {
            for (const VendorLogRequest &request : box.world.log().requests(counter)) {
                if (request.sentAt < settled || request.end == VendorLogRequest::End::Pending)
                    continue;
                QVERIFY(request.end == VendorLogRequest::End::Value || request.httpStatus == 400 ||
                        request.httpStatus == 404);
            }
        }
        QCOMPARE(box.world.vendor().inconsistency(), QString());
    }
}

void TestSimVendor::choicesText()
{
    Choices choices(7, Choices::Recording::All);
    int distinct = 0;
    const int first = choices.choose(1000, {"x", 1, 2});
    for (int i = 0; i < 20; ++i)
        distinct += choices.choose(1000, {"x", 1, 2}) != first ? 1 : 0;
    QVERIFY(distinct > 10);
    QVERIFY(!choices.chance(0, {"y"}));
    QVERIFY(choices.chance(1000, {"z"}));
    QCOMPARE(choices.recorded().size(), 23);
    QCOMPARE(choices.recorded().last().label, "z:0:0");
    QVERIFY(!Choices::fromText("nonsense"));

    Choices replayed(QList<Choices::Draw>{{"x:1:2#3", 5, 10}, {"big", 99, 100}});
    QCOMPARE(replayed.choose(10, {"x", 1, 2}), 0);
    QCOMPARE(replayed.choose(10, {"x", 1, 2}), 0);
    QCOMPARE(replayed.choose(10, {"x", 1, 2}), 0);
    QCOMPARE(replayed.choose(10, {"x", 1, 2}), 5);
    QCOMPARE(replayed.choose(10, {"big"}), 9);
    replayed.stopFaults();
    QCOMPARE(replayed.choose(10, {"big"}), 0);
}

void TestSimVendor::speed()
{
    size_t requests = 0;
    QBENCHMARK
    {
        Box box(Choices(3), SimRates::rough(), 5);
        box.set = box.world.stock().addSet(box.event, u"many"_s, Money::fromMinor(50000), Money(), 2000,
                                           TicketSet::Seating::Free);
        Crowd crowd(box.world, box.wish(2), 1min);
        box.world.runUntil(1h);
        requests = 0;
        for (int counter = 1; counter <= 5; ++counter)
            requests += box.world.log().requests(counter).size();
    }
    qInfo("%zu requests in an hour of five counters", requests);
}

QTEST_GUILESS_MAIN(TestSimVendor)
#include "tst_simvendor.moc"
