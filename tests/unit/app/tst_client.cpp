// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/SandboxThread.h"
#include "models/api/ServerClock.h"
#include "models/api/v1/V1Api.h"
#include "models/api/v1/V1Decode.h"
#include "models/domain/PaymentSystem.h"
#include "tests/support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_client {

/// Our client and the sandbox, two readings of one protocol, over real sockets.
class ClientTest : public QObject
{
    Q_OBJECT

private:
    struct Line ///< a sandbox and a client that talks to it
    {
        explicit Line(const sandbox::Options &options = {}, const QByteArray &key = {})
            : server(options)
        {
            QSignalSpy started(&server, &sandbox::SandboxThread::started);
            server.start();
            [&] { QTRY_COMPARE(started.count(), 1); }();
            HttpClient::Config config;
            config.server = server.url();
            config.key = key.isEmpty() ? server.key().toLatin1() : key;
            config.readWords = v1::readServerWords;
            http = std::make_unique<HttpClient>(config, clock);
            api = std::make_unique<v1::V1Api>(*http);
        }

        /// Waits for the end of the call that \a ask makes.
        template <class T, class Ask>
        Result<T> get(const Ask &ask)
        {
            std::optional<Result<T>> result;
            ask([&result](const Result<T> &answer) { result = answer; });
            [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 30000); }();
            return result.value_or(tl::unexpected(ApiError()));
        }

        Result<Order> reserve(int count)
        {
            return get<Order>([&](auto then) {
                ReserveRequest request;
                request.event = recordedEvent();
                request.random = {{recordedSet(), count}};
                api->reserve(request, &server, then);
            });
        }
        Result<Order> choose(const OrderId &id, const QString &system)
        {
            return get<Order>([&](auto then) { api->choosePayment(id, {system, {}}, &server, then); });
        }
        Result<Order> start(const OrderId &id)
        {
            return get<Order>([&](auto then) { api->startPayment(id, &server, then); });
        }
        Result<Order> cancel(const OrderId &id)
        {
            return get<Order>([&](auto then) { api->cancel(id, &server, then); });
        }
        Result<Order> read(const OrderId &id)
        {
            return get<Order>([&](auto then) { api->order(id, &server, then); });
        }
        Result<QList<Event>> events()
        {
            QList<Event> all;
            const auto end = get<EventListEnd>([&](auto then) {
                api->events(
                    &server, [&all](const QList<Event> &page) { all << page; }, then);
            });
            return end.map([&all](const EventListEnd &) { return all; });
        }

        sandbox::SandboxThread server;
        ServerClock clock;
        std::unique_ptr<HttpClient> http;
        std::unique_ptr<v1::V1Api> api;
    };

    static EventId recordedEvent() { return *EventId::parse(u"56a6253df06c5a059a93802e"_s); }
    static SetId recordedSet() { return *SetId::parse(u"56a6254bf06c5a059b93800c"_s); }

private Q_SLOTS:
    /// What a new counter starts with can be paid in training.
    void startsAPaymentByEveryDefaultSystem()
    {
        Line line;
        Customer buyer;
        buyer.firstName = u"Анна"_s;
        buyer.lastName = u"Орлова"_s;
        buyer.email = u"anna@example.org"_s;
        for (const PaymentSystem &system : defaultPaymentSystems()) {
            const auto made = line.reserve(1);
            QVERIFY(made);
            (void)line.get<Order>([&](auto then) {
                line.api->choosePayment(made->id, {system.name, buyer}, &line.server, then);
            });
            QVERIFY2(line.start(made->id), qPrintable(system.name));
        }
    }

    void sellsTheRecordedSale()
    {
        Line line;
        const auto made = line.reserve(1);
        QVERIFY(made);
        QCOMPARE(made->status, OrderStatus::Executed);
        QCOMPARE(made->value, Money::fromMinor(100'00));
        QCOMPARE(made->tickets.size(), 1);
        QVERIFY(made->payment.system.isEmpty());

        const auto chosen = line.choose(made->id, u"api/BASE"_s);
        QVERIFY(chosen);
        QCOMPARE(chosen->status, OrderStatus::Executed);
        QVERIFY(chosen->payment.system.isEmpty()); // no refusal: it shows up later (the recording)

        const auto started = line.start(made->id);
        QVERIFY(started);
        QCOMPARE(started->status, OrderStatus::InProgress);
        QCOMPARE(started->payment.system, u"545b544a5d645a463e779d53"_s);
        QVERIFY(!started->payment.redirectUrl.isEmpty());
        QVERIFY(*started->reservedTill > *made->reservedTill);
        QCOMPARE(line.http->connection().health, ConnectionState::Health::Online);
        QCOMPARE(line.http->connection().partner, u"56810047f06c5a6ac62f4e1d"_s);
    }

    void readsTheCatalogue()
    {
        Line line;
        const auto events = line.events();
        QVERIFY(events);
        QVERIFY(events->size() >= 12);
        QSet<QByteArray> zones;
        bool soldOut = false;
        bool free = false;
        bool changing = false;
        bool numbered = false;
        for (const Event &event : *events) {
            QVERIFY2(event.start && event.isOnSale(), qPrintable(event.title));
            zones.insert(event.venue.timeZone);
            for (const TicketSet &set : event.sets) {
                soldOut = soldOut || set.vacant == 0;
                free = free || set.price->isZero();
                changing = changing || set.nextRule(line.clock.now());
                numbered = numbered || set.seating == TicketSet::Seating::Numbered;
            }
        }
        QVERIFY(zones.size() >= 4);
        QVERIFY(soldOut && free && changing && numbered);
    }

    void cancellingReturnsTheSeats()
    {
        Line line;
        const auto before = line.events();
        const auto made = line.reserve(3);
        QVERIFY(made && before);
        const auto vacantOf = [](const Result<QList<Event>> &events) {
            for (const Event &event : *events) {
                if (event.id == recordedEvent())
                    return *event.set(recordedSet())->vacant;
            }
            return -1;
        };
        QCOMPARE(vacantOf(line.events()), vacantOf(before) - 3);
        QCOMPARE(line.cancel(made->id)->status, OrderStatus::Canceled);
        QCOMPARE(vacantOf(line.events()), vacantOf(before));
        const auto again = line.cancel(made->id);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::BadRequest);
        QCOMPARE(again.error().effect, Effect::None);
        QVERIFY(!again.error().serverWords.isEmpty());
    }

    void forbiddenStepsAreRefusedInWords()
    {
        Line line;
        const auto made = line.reserve(1);
        const auto confirmed = line.get<Order>([&](auto then) { line.api->confirm(made->id, &line.server, then); });
        QVERIFY(!confirmed);
        QCOMPARE(confirmed.error().kind, ErrorKind::BadRequest);
        QCOMPARE(line.read(made->id)->status, OrderStatus::Executed);
    }

    void aRefusedKeyStopsSelling()
    {
        Line line({}, "00000000000000000000000000000000");
        const auto events = line.events();
        QVERIFY(!events);
        QCOMPARE(events.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(line.http->connection().health, ConnectionState::Health::Refused);
    }

    void twoChangesAtOnceConflict()
    {
        sandbox::Options slow;
        slow.latency = 300ms;
        Line line(slow);
        const auto made = line.reserve(1);
        QVERIFY(made);
        std::optional<Result<Order>> first;
        std::optional<Result<Order>> second;
        line.api->choosePayment(made->id, {u"api/BASE"_s, {}}, &line.server,
                                [&](const Result<Order> &r) { first = r; });
        line.api->cancel(made->id, &line.server, [&](const Result<Order> &r) { second = r; });
        QTRY_VERIFY(first && second);
        const bool oneConflicted = first->has_value() != second->has_value();
        QVERIFY(oneConflicted);
        const ApiError error = first->has_value() ? second->error() : first->error();
        QCOMPARE(error.kind, ErrorKind::Conflict);
        QCOMPARE(error.effect, Effect::None);
    }

    void theServersTimeIsKnownUnderAWrongClock()
    {
        for (const auto skew : {-420s, 420s}) {
            sandbox::Options wrong;
            wrong.clockSkew = skew;
            Line line(wrong);
            const auto made = line.reserve(1);
            QVERIFY(made);
            const auto off = std::chrono::abs(line.clock.now() - *made->createdAt);
            QVERIFY2(off < 2s, qPrintable(QString::number(off.count())));
        }
    }

    void aHoldRunsOut()
    {
        sandbox::Options brief;
        brief.hold = 1s;
        Line line(brief);
        const auto made = line.reserve(1);
        QVERIFY(made);
        QTRY_COMPARE(line.read(made->id)->status, OrderStatus::Expired);
    }

    void ticketsAndOrdersAreRead()
    {
        Line line;
        const auto made = line.reserve(2);
        const auto tickets =
            line.get<QList<Ticket>>([&](auto then) { line.api->tickets(made->id, &line.server, then); });
        QVERIFY(tickets);
        QCOMPARE(tickets->size(), 2);
        QCOMPARE(tickets->first().set, recordedSet());
        QVERIFY(tickets->first().barcode.isEmpty()); // not paid yet

        const auto orders = line.get<OrderList>([&](auto then) { line.api->orders({}, &line.server, then); });
        QVERIFY(orders);
        QCOMPARE(orders->extent, ListExtent::Whole);
        QCOMPARE(orders->orders.size(), 1);
        QCOMPARE(orders->orders.first(), *line.read(made->id));

        OrderQuery later;
        later.createdFrom = orders->orders.first().createdAt.value() + std::chrono::hours(1);
        QCOMPARE(line.get<OrderList>([&](auto then) { line.api->orders(later, &line.server, then); })->orders.size(),
                 0);
    }
};

} // namespace okoshko::test::tst_client

OKOSHKO_TEST(tst_client, ClientTest, QCoreApplication)
#include "tst_client.moc"
