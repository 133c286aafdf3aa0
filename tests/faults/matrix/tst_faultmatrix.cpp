// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/SandboxThread.h"
#include "tests/faults/fixture/Await.h"
#include "tests/faults/fixture/Cashier.h"
#include "tests/faults/fixture/FaultFixture.h"
#include "tests/faults/fixture/QuickTime.h"
#include "tests/faults/fixture/SaleRequests.h"
#include "tests/faults/fixture/ServerState.h"
#include "tests/faults/matrix/Course.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

#ifdef OKOSHKO_REAL_VENDOR
constexpr auto vendor = sandbox::VendorKind::Real;
#else
constexpr auto vendor = sandbox::VendorKind::Documented;
#endif

/// The documented vendor meets them all. What the real one does otherwise shows where a reading comes after them.
constexpr std::array faultsAtTheReal{Fault::CutAfter,    Fault::CutBefore, Fault::Conflict,
                                     Fault::ServerError, Fault::NotJson,   Fault::WrongTypes};

std::span<const Fault> faults()
{
    if (vendor == sandbox::VendorKind::Real)
        return faultsAtTheReal;
    return allFaults;
}

constexpr int untilThen = static_cast<int>(patience.count());

constexpr std::array allRequests{Request::Create,        Request::Change, Request::ChooseSystem, Request::Start,
                                 Request::StartCombined, Request::Poll,   Request::Confirm,      Request::Cancel};

// Of the demo catalogue: one event whose buyers pay on a page, one where the cashier collects.
const EventId pageEvent = *EventId::parse(u"56a6253df06c5a059a93802e"_s);
const SetId pageSet = *SetId::parse(u"56a6254bf06c5a059b93800c"_s);
const EventId cashEvent = *EventId::parse(u"7c5dc498be9a4f9bfc4fad21"_s);
const SetId cashSet = *SetId::parse(u"f30ce6d791b9de451b931a4d"_s);
const PaymentChoice choice{u"api/BASE"_s, {}};

ReserveRequest tickets(const EventId &event, const SetId &set, int count)
{
    ReserveRequest request;
    request.event = event;
    request.random.append({set, count});
    return request;
}

ReserveRequest wantedFor(Request request)
{
    return request == Request::Confirm ? tickets(cashEvent, cashSet, 1) : tickets(pageEvent, pageSet, 1);
}

QString briefly(const QList<ReportedOrder> &orders)
{
    QStringList words;
    for (const ReportedOrder &order : orders)
        words << order.briefly();
    return words.join(u", "_s);
}

} // namespace

/// Every request of a sale meets every fault, over real sockets. After it the network is good again, and the cashier
/// goes on as one would. Then one order more is at the server, with what was asked for and its price; the journal has
/// it likewise; no request was sent that need not be; the cashier was told what happened and nothing else; and nobody
/// holds a seat that nobody knows of. Built twice: against the documented vendor, and, with fewer faults, against one
/// whose answers are like the real one's.
class FaultMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        sandbox::Options options;
        options.vendor = vendor;
        m_server = std::make_unique<sandbox::SandboxThread>(options);
        QSignalSpy started(m_server.get(), &sandbox::SandboxThread::started);
        m_server->start();
        QTRY_COMPARE_WITH_TIMEOUT(started.count(), 1, untilThen);
        const QByteArray key = m_server->key().toLatin1();
        m_truth = std::make_unique<ServerState>(m_server->url(), key);
        m_proxy = std::make_unique<FaultyProxy>(static_cast<quint16>(m_server->url().port()));
        QVERIFY(m_elsewhere.listen(QHostAddress::LocalHost));
        m_proxy->setElsewhere(QUrl(u"http://127.0.0.1:%1"_s.arg(m_elsewhere.serverPort())));
        for (const QString &event : {pageEvent.toString(), cashEvent.toString()})
            m_halls.insert(event, m_truth->hall(event));
        const ReportedOrder other = m_truth->make(cashEvent.toString(), cashSet.toString(), 2);
        m_proxy->setOtherOrder(m_truth->json(other.id));
        m_seen << other.id;
        m_time = std::make_unique<QuickTime>([this](std::chrono::milliseconds time) { m_server->skip(time); });
        m_fixture = std::make_unique<FaultFixture>(m_proxy->url(), key, m_folder.path(), 800ms, m_time.get());
        m_cashier = std::make_unique<Cashier>(m_fixture->service);
    }

    void init()
    {
        m_proxy->clear();
        m_proxy->forget();
        m_cashier->forget();
        m_kept = m_fixture->kept().sales.size();
    }

    void cleanupTestCase()
    {
        print();
        m_cashier.reset();
        m_fixture.reset();
        m_time.reset();
        m_proxy.reset();
        m_truth.reset();
        m_server.reset();
    }

    void everyRequestMeetsEveryFault_data()
    {
        QTest::addColumn<Request>("request");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("times");
        for (const Request request : allRequests) {
            const char *name = nameOf(request);
            for (const Fault fault : faults())
                QTest::addRow("%s × %s", name, nameOf(fault)) << request << fault << 1;
            if (vendor == sandbox::VendorKind::Real)
                continue;
            QTest::addRow("%s × Conflict for ever", name) << request << Fault::Conflict << -1;
            QTest::addRow("%s × Silent for ever", name) << request << Fault::Silent << -1;
        }
    }

    void everyRequestMeetsEveryFault()
    {
        QFETCH(const Request, request);
        QFETCH(const Fault, fault);
        QFETCH(const int, times);
        const Plan plan = planFor(request, fault, times);
        if (request == Request::Create)
            createUnder(plan);
        else
            goOnUnder(request, plan);
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(m_proxy->hits() > 0 || fault == Fault::Refused, "the fault was never met");
        m_proxy->clear();
        finish(request);
        if (!QTest::currentTestFailed())
            agree(request, {request, fault, times});
        if (QTest::currentTestFailed())
            return;
        QStringList told = m_cashier->told();
        // A connection that was kept open is cut, too: what is sent before the program has heard of it is lost on the
        // way.
        if (fault == Fault::Refused)
            told.replaceInStrings(u" connection-lost"_s, u" no-connection"_s);
        // Qt repeats a reading by itself; whether somebody listens again by then decides whether anything is told.
        if (request == Request::Poll && fault == Fault::Refused)
            told.removeAll(u"Read no-connection"_s);
        QCOMPARE(told.join(u", "), toldUnder({request, fault, times}).join(u", "));
        const QByteArray name = QByteArray(nameOf(fault)) + (times < 0 ? " for ever" : "");
        m_matrix[name][static_cast<int>(request)] = static_cast<int>(m_proxy->requests().size());
    }

    void lostCreateMeetsBrokenSearch_data()
    {
        QTest::addColumn<Fault>("lost");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("times");
        constexpr std::array lasting{Fault::CutBefore, Fault::Silent,     Fault::Conflict,   Fault::ServerError,
                                     Fault::NotJson,   Fault::WrongTypes, Fault::OtherOrder, Fault::RedirectElsewhere};
        for (const Fault lost : {Fault::CutAfter, Fault::CutBefore}) {
            for (const Fault fault : faults())
                QTest::addRow("%s, then %s", nameOf(lost), nameOf(fault)) << lost << fault << 1;
            if (vendor == sandbox::VendorKind::Real)
                continue;
            for (const Fault fault : lasting)
                QTest::addRow("%s, then %s for ever", nameOf(lost), nameOf(fault)) << lost << fault << -1;
        }
        QTest::newRow("CutAfter, then EmptyList") << Fault::CutAfter << Fault::EmptyList << 1;
    }

    void lostCreateMeetsBrokenSearch()
    {
        QFETCH(const Fault, lost);
        QFETCH(const Fault, fault);
        QFETCH(const int, times);
        const Course create{Request::Create, lost, 1};
        const Course look{Request::Look, fault, times};
        m_proxy->plan(planFor(Request::Create, lost));
        Timer later(m_fixture->scheduler); // nobody listens for a while
        const auto breakSearch = connect(&desk(), &SaleService::reservationSearched, this, [&] {
            m_proxy->plan(planFor(Request::Look, fault, times));
            if (fault == Fault::Refused)
                later.start(150ms, [this] { m_proxy->clear(); });
        });
        // The line is bad until the cashier has been told so, or for one request.
        const auto mend = connect(&desk(), &SaleService::reservationUnclear, this,
                                  [&](SaleService::Attempt, const QList<Candidate> &candidates) {
                                      if (candidates.isEmpty())
                                          m_proxy->clear();
                                  });
        reserve(wantedFor(Request::Create));
        disconnect(breakSearch);
        disconnect(mend);
        if (QTest::currentTestFailed())
            return;
        m_proxy->clear();
        finish(Request::Create);
        if (!QTest::currentTestFailed())
            agree(Request::Create, create);
        if (!QTest::currentTestFailed())
            QCOMPARE(m_cashier->told().join(u", "), toldUnderBrokenSearch(create, look).join(u", "));
    }

    /// By the server's own count: each seat that is not as it was at first is in an order, and in one only.
    void noSeatIsHeldByNobody()
    {
        for (const QString &event : {pageEvent.toString(), cashEvent.toString()}) {
            QHash<QString, QString> expected = m_halls.value(event);
            for (const ReportedOrder &order : m_truth->orders()) {
                if (order.event != event || !(order.isHeld() || order.isSold()))
                    continue;
                for (const QString &ticket : order.tickets) {
                    QCOMPARE(expected.value(ticket), u"vacant"_s);
                    expected[ticket] = order.isSold() ? u"sold"_s : u"reserved"_s;
                }
            }
            QCOMPARE(m_truth->hall(event), expected);
        }
    }

private:
    SaleService &desk() { return m_fixture->service; }

    [[nodiscard]] const Sale &sale() { return *desk().sale(m_id); }

    /// Until it is reserved, or has failed for certain; as a cashier does who is told that it failed.
    void reserve(const ReserveRequest &request)
    {
        m_cashier->reserve(request);
        QVERIFY(m_time->comes([this] { return !m_cashier->order().isNull() || m_cashier->isRefused(); }));
        m_id = m_cashier->order();
    }

    void pay(Request request)
    {
        const auto start = request == Request::StartCombined ? PaymentStart::Combined : PaymentStart::Separate;
        QCOMPARE(desk().pay(m_id, choice, start), Refusal::None);
    }

    void changeToTwo()
    {
        OrderChange two;
        two.random = QList<WantedTickets>{{pageSet, 2}};
        QCOMPARE(desk().change(m_id, two), Refusal::None);
    }

    void createUnder(const Plan &plan)
    {
        m_proxy->plan(plan);
        Timer later(m_fixture->scheduler);
        // A network that is down for ever comes back one day.
        if (plan.times < 0)
            later.start(2s, [this] { m_proxy->clear(); });
        reserve(wantedFor(Request::Create));
    }

    void goOnUnder(Request request, const Plan &plan)
    {
        reserve(wantedFor(request));
        QVERIFY(!m_id.isNull());
        if (request == Request::Poll || request == Request::Confirm) {
            QCOMPARE(desk().pay(m_id, choice), Refusal::None);
            QVERIFY(
                m_time->comes([this] { return sale().order.status == OrderStatus::InProgress && !sale().inProgress; }));
        }
        m_proxy->plan(plan);
        switch (request) {
        case Request::Create:
        case Request::Look:
            return;
        case Request::Change:
            changeToTwo();
            break;
        case Request::ChooseSystem:
        case Request::Start:
        case Request::StartCombined:
            pay(request);
            break;
        case Request::Poll:
            QCOMPARE(desk().refresh(m_id), Refusal::None);
            break;
        case Request::Confirm:
            QCOMPARE(desk().confirm(m_id), Refusal::None);
            break;
        case Request::Cancel:
            QCOMPARE(desk().cancel(m_id), Refusal::None);
            break;
        }
        QVERIFY(m_time->comes([this] { return !sale().inProgress && m_proxy->hits() > 0; }));
    }

    /// The network is good again: until the desk knows for certain how the order stands.
    void settle()
    {
        QVERIFY(m_time->comes([this] {
            const auto &failure = sale().failure;
            return !sale().inProgress &&
                   !(failure && (failure->error.effect == Effect::Possible || failure->step == Step::Read));
        }));
    }

    void finish(Request request)
    {
        if (m_id.isNull()) {
            reserve(wantedFor(request)); // it had failed for certain: the cashier does it again
            QVERIFY(!m_id.isNull());
        }
        settle();
        if (QTest::currentTestFailed())
            return;
        if (request == Request::Cancel) {
            awaitStatus(OrderStatus::Canceled);
            return;
        }
        if (request == Request::Change && sale().order.tickets.size() == 1) {
            changeToTwo();
            QVERIFY(m_time->comes([this] { return !sale().inProgress; }));
        }
        desk().acceptSum(m_id, sale().order.value); // the buyer is told, where the change was seen by a reading
        if (sale().order.status == OrderStatus::Executed) {
            pay(request);
            QVERIFY(m_time->comes([this] { return !sale().inProgress; }));
        }
        if (sale().order.status == OrderStatus::InProgress && !sale().order.payment.redirectUrl.isEmpty())
            m_truth->pay(sale().order.payment.redirectUrl);
        else if (sale().order.status == OrderStatus::InProgress)
            QCOMPARE(desk().confirm(m_id), Refusal::None);
        awaitStatus(OrderStatus::Done);
    }

    void awaitStatus(OrderStatus status)
    {
        const bool hasCome = m_time->comes([this, status] { return sale().order.status == status; });
        QCOMPARE(sale().order.status, status);
        QVERIFY(hasCome);
    }

    /// The server has one order more, as it was asked for; the journal has it likewise; nothing was sent twice.
    void agree(Request request, const Course &course)
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->kept().openIntents.isEmpty(), untilThen);
        QVERIFY(m_fixture->journal.issues().isEmpty());
        QVERIFY(!m_fixture->journal.trouble());
        QList<ReportedOrder> fresh;
        for (const ReportedOrder &order : m_truth->orders()) {
            if (!m_seen.contains(order.id))
                fresh << order;
        }
        for (const ReportedOrder &order : std::as_const(fresh))
            m_seen << order.id;
        QVERIFY2(fresh.size() == 1, qPrintable(u"not one order: "_s + briefly(fresh)));
        compare(fresh.first(), request);
        if (QTest::currentTestFailed())
            return;
        const QStringList wrong = wrongCounts(course, count(m_proxy->requests()));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"; ")));
        QVERIFY2(m_elsewhere.nextPendingConnection() == nullptr, "the redirect was followed");
    }

    void compare(const ReportedOrder &order, Request request)
    {
        const bool isForCash = request == Request::Confirm;
        const bool isGivenUp = request == Request::Cancel;
        QCOMPARE(order.status, isGivenUp ? u"canceled"_s : u"done"_s);
        QCOMPARE(order.event, (isForCash ? cashEvent : pageEvent).toString());
        QCOMPARE(order.sets, QStringList{(isForCash ? cashSet : pageSet).toString()});
        const int count = request == Request::Change ? 2 : 1;
        QCOMPARE(order.tickets.size(), count);
        // Where a set has no fee, the real vendor's deal adds one.
        const Money pageValue = Money::fromMinor(vendor == sandbox::VendorKind::Real ? 11000 : 10000) * count;
        QCOMPARE(order.value, isForCash ? u"1650.00"_s : pageValue.toString());
        QCOMPARE(order.system, isGivenUp ? QString() : u"545b544a5d645a463e779d53"_s); // api/BASE, by its id

        QCOMPARE(order.id, m_id.toString());
        const QList<JournaledSale> kept = m_fixture->kept().sales;
        const auto it = std::find_if(kept.cbegin(), kept.cend(), [&order](const JournaledSale &sale) {
            return sale.order.id.toString() == order.id;
        });
        QVERIFY(it != kept.cend());
        QCOMPARE(kept.size(), m_kept + 1);
        QCOMPARE(toWord(it->order.status), order.status);
        QCOMPARE(it->order.value.toString(), order.value);
        QStringList keptTickets;
        for (const TicketId &ticket : it->order.tickets)
            keptTickets << ticket.toString();
        QCOMPARE(QSet<QString>(keptTickets.cbegin(), keptTickets.cend()),
                 QSet<QString>(order.tickets.cbegin(), order.tickets.cend()));
        QCOMPARE(it->system, isGivenUp ? QString() : choice.system);
    }

    /// How many requests each cell took until all agreed.
    void print()
    {
        QByteArray table = QByteArray("fault").leftJustified(20);
        for (const Request request : allRequests)
            table += QByteArray(nameOf(request)).rightJustified(14);
        int cells = 0;
        int requests = 0;
        for (auto row = m_matrix.cbegin(); row != m_matrix.cend(); ++row) {
            table += '\n' + row.key().leftJustified(20);
            for (const Request request : allRequests) {
                const int count = row->value(static_cast<int>(request));
                table += QByteArray::number(count).rightJustified(14);
                cells += count > 0 ? 1 : 0;
                requests += count;
            }
        }
        qInfo("%d cells, %d requests through the proxy, %lld orders at the server\n%s", cells, requests,
              static_cast<long long>(m_truth->orders().size()), table.constData());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::SandboxThread> m_server;
    std::unique_ptr<ServerState> m_truth;
    std::unique_ptr<FaultyProxy> m_proxy;
    std::unique_ptr<QuickTime> m_time;
    std::unique_ptr<FaultFixture> m_fixture;
    std::unique_ptr<Cashier> m_cashier;
    QTcpServer m_elsewhere;
    QSet<QString> m_seen;
    QHash<QString, QHash<QString, QString>> m_halls; ///< at first, by event
    qsizetype m_kept = 0;                            ///< sales in the journal before the cell
    OrderId m_id;
    QMap<QByteArray, QHash<int, int>> m_matrix; ///< by fault and request
};

} // namespace okoshko::test

QTEST_GUILESS_MAIN(okoshko::test::FaultMatrixTest)
#include "tst_faultmatrix.moc"
