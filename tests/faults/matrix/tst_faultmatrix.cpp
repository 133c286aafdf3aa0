// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/SandboxThread.h"
#include "tests/faults/rig/Await.h"
#include "tests/faults/rig/Rig.h"
#include "tests/faults/rig/SaleRequests.h"
#include "tests/faults/rig/Truth.h"
#include "tests/support/Nightly.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

constexpr int untilThen = static_cast<int>(patience.count());

constexpr std::array allRequests{Request::Create, Request::ChooseSystem, Request::Start,
                                 Request::Poll,   Request::Confirm,      Request::Cancel};

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

/// By day: where a sale could be made twice everything goes wrong, elsewhere what is lost on its way there or back.
bool isMet(Request request, std::optional<Fault> fault)
{
    return isNightly() || request == Request::Create || fault == Fault::CutBefore || fault == Fault::CutAfter ||
           fault == Fault::Conflict;
}

QString briefly(const QList<Order> &orders)
{
    QStringList words;
    for (const Order &order : orders)
        words << order.id.toString() + u' ' + toWord(order.status);
    return words.join(u", "_s);
}

} // namespace

/// Every request of a sale meets every fault, over real sockets. After it the network is good again, and the cashier
/// goes on as one would. Then the server and the journal must agree on every order, nobody holds a seat that nobody
/// knows of, and nothing was sold twice.
class FaultMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<sandbox::SandboxThread>(sandbox::Options());
        QSignalSpy started(m_server.get(), &sandbox::SandboxThread::started);
        m_server->start();
        QTRY_COMPARE_WITH_TIMEOUT(started.count(), 1, untilThen);
        const QByteArray key = m_server->key().toLatin1();
        m_truth = std::make_unique<Truth>(m_server->url(), key);
        m_proxy = std::make_unique<FaultyProxy>(static_cast<quint16>(m_server->url().port()));
        QVERIFY(m_elsewhere.listen(QHostAddress::LocalHost));
        m_proxy->setElsewhere(QUrl(u"http://127.0.0.1:%1"_s.arg(m_elsewhere.serverPort())));
        const Order other = m_truth->make(tickets(cashEvent, cashSet, 2));
        m_proxy->setOtherOrder(m_truth->json(other.id));
        m_seen << other.id;
        m_rig = std::make_unique<Rig>(m_proxy->url(), key, m_folder.path());
    }

    void cleanupTestCase()
    {
        print();
        m_rig.reset();
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
            for (const Fault fault : allFaults) {
                if (isMet(request, fault))
                    QTest::addRow("%s × %s", name, nameOf(fault)) << request << fault << 1;
            }
            if (!isMet(request, {}))
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
            agree(request == Request::Cancel ? 0 : 1);
        const QByteArray name = QByteArray(nameOf(fault)) + (times < 0 ? " for ever" : "");
        m_matrix[name][static_cast<int>(request)] = static_cast<int>(m_proxy->requests().size());
        m_proxy->forget();
    }

private:
    SaleDesk &desk() { return m_rig->desk; }

    [[nodiscard]] const Sale &sale() { return *desk().sale(m_id); }

    /// Until it is reserved, or has failed for certain; as a cashier does who is told that it failed.
    void reserve(const ReserveRequest &request)
    {
        QSignalSpy reserved(&desk(), &SaleDesk::reserved);
        QSignalSpy failed(&desk(), &SaleDesk::reservationFailed);
        desk().reserve(request);
        QTRY_VERIFY_WITH_TIMEOUT(reserved.count() + failed.count() > 0, untilThen);
        m_id = reserved.isEmpty() ? OrderId() : reserved.last().at(1).value<OrderId>();
    }

    void createUnder(const Plan &plan)
    {
        m_proxy->plan(plan);
        QSignalSpy unclear(&desk(), &SaleDesk::reservationUnclear);
        QSignalSpy searched(&desk(), &SaleDesk::reservationSearched);
        QTimer later;
        // A network that is down for ever comes back one day.
        connect(&later, &QTimer::timeout, m_proxy.get(), &FaultyProxy::clear);
        if (plan.times < 0)
            later.start(2000);
        reserve(wantedFor(Request::Create));
        QVERIFY2(unclear.isEmpty(), "nobody else sells: it can be told");
    }

    void goOnUnder(Request request, const Plan &plan)
    {
        reserve(wantedFor(request));
        QVERIFY(!m_id.isNull());
        if (request == Request::Poll || request == Request::Confirm) {
            QCOMPARE(desk().pay(m_id, choice), SaleDesk::Refusal::None);
            QTRY_VERIFY_WITH_TIMEOUT(sale().order.status == OrderStatus::InProgress && !sale().underWay, untilThen);
        }
        m_proxy->plan(plan);
        switch (request) {
        case Request::Create:
        case Request::Look:
            return;
        case Request::ChooseSystem:
        case Request::Start:
            QCOMPARE(desk().pay(m_id, choice), SaleDesk::Refusal::None);
            break;
        case Request::Poll:
            QCOMPARE(desk().refresh(m_id), SaleDesk::Refusal::None);
            break;
        case Request::Confirm:
            QCOMPARE(desk().confirm(m_id), SaleDesk::Refusal::None);
            break;
        case Request::Cancel:
            QCOMPARE(desk().cancel(m_id), SaleDesk::Refusal::None);
            break;
        }
        QTRY_VERIFY_WITH_TIMEOUT(!sale().underWay && m_proxy->hits() > 0, untilThen);
    }

    /// The network is good again: until the desk knows for certain how the order stands.
    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!sale().underWay &&
                                     !(sale().failure && sale().failure->error.effect == Effect::Possible) &&
                                     !(sale().failure && sale().failure->step == Step::Read),
                                 untilThen);
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
            QTRY_COMPARE_WITH_TIMEOUT(sale().order.status, OrderStatus::Canceled, untilThen);
            return;
        }
        if (sale().order.status == OrderStatus::Executed) {
            QCOMPARE(desk().pay(m_id, choice), SaleDesk::Refusal::None);
            QTRY_VERIFY_WITH_TIMEOUT(!sale().underWay, untilThen);
        }
        if (sale().order.status == OrderStatus::InProgress && !sale().order.payment.redirectUrl.isEmpty())
            m_truth->pay(sale().order.payment.redirectUrl);
        else if (sale().order.status == OrderStatus::InProgress)
            QCOMPARE(desk().confirm(m_id), SaleDesk::Refusal::None);
        QTRY_COMPARE_WITH_TIMEOUT(sale().order.status, OrderStatus::Done, untilThen);
    }

    void agree(int sold)
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_rig->journal->openIntents()->isEmpty(), untilThen);
        QVERIFY(m_rig->book.unsettled().isEmpty());
        QVERIFY(!m_rig->book.trouble());
        QHash<OrderId, OrderStatus> journaled;
        const auto kept = m_rig->journal->sales({});
        for (const JournaledSale &sale : *kept)
            journaled.insert(sale.order.id, sale.order.status);
        QList<Order> fresh;
        for (const Order &order : m_truth->orders()) {
            if (!m_seen.contains(order.id))
                fresh << order;
        }
        int done = 0;
        for (const Order &order : fresh) {
            m_seen << order.id;
            done += order.status == OrderStatus::Done ? 1 : 0;
            QVERIFY2(!isHeld(order.status), qPrintable(u"held by nobody: "_s + briefly(fresh)));
            QVERIFY2(journaled.value(order.id, OrderStatus::Unknown) == order.status, qPrintable(briefly(fresh)));
        }
        QVERIFY2(done == sold, qPrintable(briefly(fresh)));
        QVERIFY2(m_elsewhere.nextPendingConnection() == nullptr, "the redirect was followed");
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
    std::unique_ptr<Truth> m_truth;
    std::unique_ptr<FaultyProxy> m_proxy;
    std::unique_ptr<Rig> m_rig;
    QTcpServer m_elsewhere;
    QSet<OrderId> m_seen;
    OrderId m_id;
    QMap<QByteArray, QHash<int, int>> m_matrix; ///< by fault and request
};

} // namespace okoshko::test

QTEST_GUILESS_MAIN(okoshko::test::FaultMatrixTest)
#include "tst_faultmatrix.moc"
