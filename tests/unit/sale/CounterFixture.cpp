// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

QList<PaymentSystem> confirmedBy(PaymentSystem::Confirmation confirmation, const QString &name)
{
    PaymentSystem system;
    system.name = name;
    system.confirmation = confirmation;
    return {system};
}

Order only(Order order, Order::Fields fields)
{
    Order told;
    told.id = order.id;
    told.absent = allOrderFields;
    order.absent = allOrderFields & ~fields;
    return merged(told, order);
}

CounterFixture::Program::Program(CounterFixture &fixture)
    : clock([&scheduler = fixture.scheduler] { return scheduler.now(); },
            [&fixture] { return fixture.vendor.now() + fixture.wallError; }, nullptr)
    , counter(fixture.vendor, clock, fixture.scheduler, fixture.ticker, fixture.store, fixture.knownEvents,
              fixture.queue ? *fixture.queue : fixture.noPrinting,
              fixture.drawer ? *fixture.drawer : fixture.noPrinting, Format(Format::Language::English), fixture.policy,
              1)
{
    const auto emitted = &fixture.emitted;
    const SaleService &service = counter.service;
    QObject::connect(&service, &SaleService::ready, [emitted] { ++emitted->ready; });
    QObject::connect(&service, &SaleService::reserved,
                     [emitted](SaleService::Attempt, const OrderId &id) { emitted->reserved << id; });
    QObject::connect(&service, &SaleService::reservationFailed,
                     [emitted](SaleService::Attempt, const ApiError &error) { emitted->notReserved << error; });
    QObject::connect(&service, &SaleService::nothingLeft, [emitted] { ++emitted->nothingLeft; });
    QObject::connect(&service, &SaleService::reservationSearched, [emitted] { ++emitted->searched; });
    QObject::connect(
        &service, &SaleService::reservationUnclear,
        [emitted](SaleService::Attempt, const QList<Candidate> &candidates) { emitted->unclear << candidates; });
    QObject::connect(&service, &SaleService::redirectReady, [emitted](const OrderId &id) { emitted->pages << id; });
    QObject::connect(&service, &SaleService::stepFailed, [emitted](const OrderId &, Step step, const ApiError &error) {
        emitted->failedSteps.append({step, error.kind});
    });
    QObject::connect(&service, &SaleService::ordersLoaded, [emitted] { ++emitted->lists; });
    QObject::connect(&service, &SaleService::loadingFailed,
                     [emitted](const ApiError &error) { emitted->failedLists << error.kind; });
    QObject::connect(&counter.saleJournal, &SaleJournal::troubleChanged, [emitted] { ++emitted->troubles; });
}

CounterFixture::CounterFixture(const catalogue::CatalogueWorker::Location &copy)
    : sharedScheduler(std::make_shared<ManualScheduler>())
    , sharedVendor(std::make_shared<ScriptedVendor>(*sharedScheduler))
    , scheduler(*sharedScheduler)
    , vendor(*sharedVendor)
    , store(scheduler)
    , knownEvents(copy)
    , noPrinting(scheduler)
{
}

CounterFixture::CounterFixture(CounterFixture &neighbour)
    : sharedScheduler(neighbour.sharedScheduler)
    , sharedVendor(neighbour.sharedVendor)
    , scheduler(neighbour.scheduler)
    , vendor(neighbour.vendor)
    , store(scheduler)
    , noPrinting(scheduler)
{
}

CounterFixture::~CounterFixture()
{
    kill();
}

void CounterFixture::start()
{
    emitted = {};
    program = std::make_unique<Program>(*this);
    if (isSynchronised)
        synchronise();
    static_cast<void>(journal().isOf(partner));
    service().setPaymentSystems(systems);
    service().start();
    settle();
}

void CounterFixture::kill()
{
    store.kill();
    program.reset();
}

void CounterFixture::restart(Microseconds downTime)
{
    kill();
    pass(downTime);
    start();
}

void CounterFixture::synchronise()
{
    // The middle of the second that such a Date may stand for is just now.
    program->clock.addSample(vendor.now() - 500ms, scheduler.now(), scheduler.now());
}

OrderId CounterFixture::reserve(int count)
{
    const qsizetype before = emitted.reserved.size();
    static_cast<void>(service().reserve(wanting(count)));
    settle();
    if (emitted.reserved.size() == before) {
        QTest::qFail("nothing was reserved", __FILE__, __LINE__);
        return {};
    }
    return emitted.reserved.last();
}

void CounterFixture::pay(const OrderId &id, const QString &system)
{
    if (service().pay(id, {system, {}}) != Refusal::None)
        QTest::qFail("the payment may not be started", __FILE__, __LINE__);
    settle();
}

OrderId CounterFixture::reserveFree()
{
    const OrderId id = reserve();
    vendor.at(id).value = vendor.at(id).nominal = Money();
    static_cast<void>(service().refresh(id));
    settle();
    return id;
}

OrderId CounterFixture::startPayment(const QString &system)
{
    const OrderId id = reserve();
    pay(id, system);
    return id;
}

OrderId CounterFixture::startCash()
{
    vendor.page.clear();
    return startPayment(u"api/BASE"_s);
}

void CounterFixture::cancel(const OrderId &id)
{
    if (service().cancel(id) != Refusal::None)
        QTest::qFail("the order may not be cancelled", __FILE__, __LINE__);
    settle();
}

void CounterFixture::loadOrders()
{
    service().loadOrders();
    settle();
}

OrderId CounterFixture::loadOrderOfOthers(int count)
{
    const OrderId id = vendor.makeElsewhere(wanting(count));
    loadOrders();
    return id;
}

SaleService::Attempt CounterFixture::tryReservation(const ReserveRequest &request)
{
    const SaleService::Attempt attempt = service().reserve(request);
    settle();
    return attempt;
}

SaleService::Attempt CounterFixture::loseReservation(Reached reached, int count)
{
    vendor.failNext(Kind::Reserve, lost(), reached);
    return tryReservation(wanting(count));
}

SaleService::Attempt CounterFixture::leaveReservation()
{
    vendor.holdCalls(Kind::Reserve);
    const SaleService::Attempt attempt = tryReservation();
    service().giveUp(attempt);
    return attempt;
}

OrderId CounterFixture::holdStart(const QString &system)
{
    vendor.holdCalls(Kind::StartPayment);
    return startPayment(system);
}

OrderId CounterFixture::loseStart(Reached reached, const QString &system)
{
    vendor.failNext(Kind::StartPayment, lost(), reached);
    return startPayment(system);
}

void CounterFixture::freeDisk()
{
    store.refusal.reset();
    pass(11s); // the outbox is tried every ten seconds
}

const Sale &CounterFixture::sale(const OrderId &id) const
{
    if (const Sale *found = service().sale(id))
        return *found;
    QTest::qFail("there is no such sale", __FILE__, __LINE__);
    static const Sale none;
    return none;
}

QList<CounterFixture::What> CounterFixture::story(const OrderId &id) const
{
    QList<What> story;
    for (const HistoryEntry &entry : sale(id).history)
        story << entry.what;
    return story;
}

QList<Issue> CounterFixture::issues(Issue::Kind kind) const
{
    QList<Issue> found;
    for (const Issue &issue : journal().issues()) {
        if (issue.kind == kind)
            found << issue;
    }
    return found;
}

qint64 CounterFixture::onlyIssue() const
{
    const QList<Issue> &open = journal().issues();
    if (open.size() != 1)
        QTest::qFail("not one issue is open", __FILE__, __LINE__);
    return open.isEmpty() ? 0 : open.first().id;
}

QList<OrderId> ids(const QList<Candidate> &candidates)
{
    QList<OrderId> all;
    for (const Candidate &candidate : candidates)
        all << candidate.order.id;
    return all;
}

QList<OrderId> shown(const CounterFixture &counter)
{
    return counter.emitted.unclear.isEmpty() ? QList<OrderId>() : ids(counter.emitted.unclear.last());
}

OrderId firstShown(const CounterFixture &counter)
{
    const QList<OrderId> orders = shown(counter);
    if (orders.isEmpty())
        QTest::qFail("no candidate is shown", __FILE__, __LINE__);
    return orders.value(0);
}

std::pair<SaleService::Attempt, OrderId> loseAndShow(CounterFixture &counter)
{
    const SaleService::Attempt attempt = counter.loseReservation(ScriptedVendor::Reached::Yes);
    counter.pass(std::chrono::seconds(5));
    return {attempt, firstShown(counter)};
}

} // namespace okoshko::test
