// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SaleService.h"

#include "models/sale/SaleHistory.h"
#include "models/sale/SaleJournal.h"

#include <algorithm>
#include <utility>

namespace okoshko {

SaleService::SaleService(TicketingApi &api, const ServerClock &clock, Scheduler &scheduler, SaleJournal &journal,
                         const SalePolicy &policy, quint32 seed, QObject *parent)
    : QObject(parent)
    , m_context{api, clock, scheduler, journal, policy, QRandomGenerator(seed)}
    , m_readingRecords(scheduler)
    , m_listTimer(scheduler)
    , m_unknownTimer(scheduler)
    , m_sweep(scheduler)
    , m_readyLimit(scheduler)
    , m_refusing(scheduler)
{
    // A server that was reset may not know some orders: only the list shows that the key is accepted again.
    m_context.onKeyRefused = [this] { m_listTimer.start(m_context.policy.listPause, [this] { loadOrders(); }); };
    // Times computed from the server's clock are computed again when it is adjusted.
    connect(&clock, &ServerClock::adjusted, this, [this] {
        for (const auto &[id, sale] : m_sales)
            sale->hasten();
    });
    connect(&journal, &SaleJournal::emptied, this, &SaleService::forgetEnded);
    connect(&journal, &SaleJournal::salvaged, this, [this] {
        for (const auto &[id, sale] : m_sales)
            sale->keepAll();
        for (const auto &[attempt, flow] : m_flows)
            flow->keepAll();
    });
}

SaleService::~SaleService()
{
    m_flows.clear();
    m_ended.clear();
    m_sales.clear();
}

void SaleService::start()
{
    m_context.journal.load(m_context.now() - m_context.policy.listSpan,
                           [this](const Journaled<JournalContents> &contents) {
                               if (contents)
                                   restore(*contents);
                           });
}

void SaleService::restore(const JournalContents &contents)
{
    QList<OrderId> unfinished;
    QList<JournaledSale> sales = contents.sales;
    // A step of a sale that a damaged journal has lost: only its order id is known.
    for (const Intent &intent : contents.openIntents) {
        const auto isOf = [&intent](const JournaledSale &kept) { return kept.order.id == intent.order; };
        if (!intent.order.isNull() && std::none_of(sales.cbegin(), sales.cend(), isOf))
            sales << JournaledSale{.order = {.id = intent.order, .absent = allOrderFields}};
    }
    for (const JournaledSale &kept : std::as_const(sales)) {
        Sale sale = toSale(kept);
        if (sale.isOpen())
            unfinished << sale.order.id;
        add(std::move(sale), 0);
    }
    Q_EMIT restored(unfinished);
    m_isReady = true;
    for (const JournaledSale &kept : std::as_const(sales)) {
        QList<Intent> open;
        std::copy_if(contents.openIntents.cbegin(), contents.openIntents.cend(), std::back_inserter(open),
                     [&kept](const Intent &intent) { return intent.order == kept.order.id; });
        process(kept.order.id)->restore(open);
    }
    // An unanswered reservation is an issue; no order is adopted or released by inference.
    for (const Intent &intent : contents.openIntents) {
        if (intent.verb != Intent::Verb::Reserve)
            continue;
        const auto issue = std::find_if(contents.issues.cbegin(), contents.issues.cend(), [&intent](const Issue &each) {
            return each.kind == Issue::Kind::UnknownReservation && each.intent == intent.id;
        });
        addFlow(intent.request).restore(intent, issue == contents.issues.cend() ? 0 : issue->id);
    }
    for (const Issue &issue : contents.issues) {
        // … or, after a damaged journal, lost: then a person decides.
        if (issue.kind == Issue::Kind::UnknownReservation && !flowOf(issue.id) && contents.setAside.isEmpty())
            m_context.journal.resolve(issue.id, QStringLiteral("server")); // its intent was concluded
    }
    learnPickedUp(contents.printJobs);
    m_readyLimit.stop();
    for (const Attempt attempt : std::exchange(m_early, {})) {
        if (ReservationFlow *found = flow(attempt))
            found->begin();
    }
    Q_EMIT ready();
    if (std::exchange(m_isListWanted, false))
        loadOrders();
}

void SaleService::recall(const JournaledSale &kept)
{
    if (!m_isReady || kept.order.id.isNull() || process(kept.order.id))
        return;
    add(toSale(kept), 0).restore({});
}

void SaleService::recallSought(const JournaledSale &kept)
{
    if (!m_isReady || kept.order.id.isNull())
        return;
    m_searched << kept.order.id;
    recall(kept);
    static_cast<void>(refresh(kept.order.id)); // it may have been refunded since
}

void SaleService::learnPickedUp(const QList<PrintJob> &jobs)
{
    for (const PrintJob &job : jobs) {
        if (job.order.isNull() || process(job.order))
            continue;
        m_searched << job.order;
        if (!m_unknown.contains(job.order))
            m_unknown << job.order;
    }
    askForUnknown();
}

void SaleService::askForUnknown()
{
    if (m_unknown.isEmpty() || m_askingForUnknown.isPending())
        return;
    const OrderId id = m_unknown.constFirst();
    const quint64 asked = m_context.nextQuestion();
    m_askingForUnknown = m_context.api.order(id, this, [this, id, asked](const Result<Order> &read) {
        m_context.noteAnswer(read ? nullptr : &read.error());
        m_unknown.removeOne(id);
        if (read && !m_context.journal.isForeign())
            learnListed(*read, asked).readTickets();
        else if (!read && read.error().kind != ErrorKind::NotFound)
            m_unknown << id; // the others first
        m_unknownTimer.start(read ? Microseconds(0) : Microseconds(m_context.policy.listPause),
                             [this] { askForUnknown(); });
    });
}

void SaleService::setPollSchedule(std::chrono::milliseconds first, std::chrono::milliseconds slowest)
{
    PollSchedule &poll = m_context.policy.poll;
    if (poll.first == first && poll.slowest == slowest)
        return;
    poll.first = first;
    poll.slowest = slowest;
    for (const auto &[id, sale] : m_sales)
        sale->hasten();
}

void SaleService::setPaymentSystems(const QList<PaymentSystem> &systems)
{
    m_confirmations.clear();
    for (const PaymentSystem &system : systems)
        m_confirmations.insert(system.name, system.confirmation);
}

Sale SaleService::toSale(const JournaledSale &kept) const
{
    Sale sale;
    sale.order = kept.order;
    sale.lastKnown = kept.lastKnown;
    sale.origin = Sale::Origin::ThisCounter;
    sale.known = Sale::Known::FromJournal;
    sale.goal = kept.goal;
    sale.confirmedBy = kept.confirmedBy;
    sale.request = kept.request;
    sale.system = kept.system;
    sale.paymentStartedAt = kept.paymentStartedAt;
    sale.raised = kept.raised;
    sale.closed = kept.closed;
    for (const RecordEntry &entry : kept.record) {
        if (const auto reported = toHistory(entry))
            sale.history << *reported;
    }
    sale.confirmation = confirmationOf(sale.system);
    return sale;
}

PaymentSystem::Confirmation SaleService::confirmationOf(const QString &system) const
{
    return okoshko::confirmationOf(system, m_confirmations.value(system, PaymentSystem::Confirmation::ByRedirectUrl));
}

const Sale *SaleService::sale(const OrderId &id) const
{
    const SaleProcess *found = process(id);
    return found ? &found->sale() : nullptr;
}

std::vector<const Sale *> SaleService::sales() const
{
    std::vector<const Sale *> all;
    all.reserve(m_sales.size());
    for (const auto &[id, sale] : m_sales)
        all.push_back(&sale->sale());
    return all;
}

SaleProcess *SaleService::process(const OrderId &id) const
{
    const auto it = m_sales.find(id);
    return it == m_sales.end() ? nullptr : it->second.get();
}

SaleProcess &SaleService::add(Sale sale, quint64 asked)
{
    const OrderId id = sale.order.id;
    auto owned = std::make_unique<SaleProcess>(m_context, std::move(sale), asked, nullptr);
    SaleProcess &added = *owned;
    connect(&added, &SaleProcess::changed, this, [this, id] { Q_EMIT saleChanged(id); });
    connect(&added, &SaleProcess::stepFailed, this,
            [this, id](Step step, const ApiError &error) { Q_EMIT stepFailed(id, step, error); });
    connect(&added, &SaleProcess::redirectReady, this, [this, id] { Q_EMIT redirectReady(id); });
    connect(&added, &SaleProcess::redirectRefused, this, [this, id] { Q_EMIT redirectRefused(id); });
    connect(&added, &SaleProcess::answered, this, [this, id](const Result<Order> &result) {
        Q_EMIT saleAsked(id, result ? std::nullopt : std::optional(result.error()));
    });
    connect(&added, &SaleProcess::refreshed, this, [this, id] { Q_EMIT saleRefreshed(id); });
    connect(&added, &SaleProcess::readBack, this, [this, id] { Q_EMIT saleReadBack(id); });
    m_sales.insert_or_assign(id, std::move(owned));
    if (!m_sweep.isActive())
        m_sweep.start(Microseconds(0), [this] { forgetEnded(); });
    Q_EMIT saleAdded(id);
    return added;
}

void SaleService::forgetEnded()
{
    m_ended.clear();
    // Allows 1 % more, so that it is not done for each new sale.
    const auto max = static_cast<std::size_t>(m_context.policy.maxEnded);
    if (m_sales.size() <= max + max / 100 || !m_context.journal.isEmpty())
        return; // … and only if all ends are durable
    std::vector<std::pair<Instant, OrderId>> ended;
    for (const auto &[id, sale] : m_sales) {
        if (!sale->sale().isOpen() && sale->isIdle() && !m_searched.contains(id) && !(m_isNeeded && m_isNeeded(id)))
            ended.emplace_back(sale->sale().order.createdAt.value_or(Instant()), id);
    }
    std::sort(ended.begin(), ended.end());
    const std::size_t tooMany = ended.size() > max ? ended.size() - max : 0;
    for (std::size_t i = 0; i < tooMany; ++i) {
        const OrderId id = ended.at(i).second;
        m_sales.erase(id);
        Q_EMIT saleForgotten(id);
    }
}

// The order list -----------------------------------------------------------------------------------------------------

void SaleService::loadOrders()
{
    if (!m_isReady) {
        m_isListWanted = true;
        return;
    }
    if (m_loading.isPending())
        return;
    OrderQuery query;
    // Without the server's time the period is unknown.
    if (m_context.clock.isSynchronised())
        query.createdFrom = m_context.now() - m_context.policy.listSpan;
    const quint64 asked = m_context.nextQuestion();
    m_loading = m_context.api.orders(query, this, [this, asked](const Result<OrderList> &list) {
        m_context.noteAnswer(list ? nullptr : &list.error());
        if (list)
            return learnList(asked, *list);
        m_listTimer.start(m_context.policy.listPause, [this] { loadOrders(); });
        Q_EMIT loadingFailed(list.error());
    });
}

void SaleService::learn(SaleProcess &known, const Order &order, quint64 asked)
{
    const Sale before = known.sale();
    known.learn(order, asked);
    if (!(before == known.sale()))
        Q_EMIT saleChanged(order.id);
}

SaleProcess &SaleService::learnListed(const Order &order, quint64 asked)
{
    if (SaleProcess *known = process(order.id)) {
        learn(*known, order, asked);
        return *known;
    }
    Sale sale;
    sale.order = order;
    sale.lastAskedAt = m_context.now();
    SaleProcess &added = add(std::move(sale), asked);
    added.begin();
    m_toRead << order.id;
    if (!m_readingRecords.isActive())
        m_readingRecords.start(Microseconds(0), [this] { readRecords(); });
    return added;
}

void SaleService::readRecords()
{
    const QList<OrderId> orders = std::exchange(m_toRead, {});
    m_context.journal.readOrders(orders, this, [this, orders](const Journaled<KeptOrders> &read) {
        if (!read) {
            m_toRead << orders;
            m_readingRecords.start(m_context.policy.listPause, [this] { readRecords(); });
            return;
        }
        // Of this counter: it had left the memory, or was sold on an earlier day.
        for (const JournaledSale &kept : read->sales) {
            if (SaleProcess *known = process(kept.order.id))
                known->recall(toSale(kept));
        }
        QHash<OrderId, QList<HistoryEntry>> lines;
        for (const RecordEntry &entry : read->record) {
            if (const auto line = toHistory(entry))
                lines[entry.order] << *line;
        }
        for (auto each = lines.cbegin(); each != lines.cend(); ++each) {
            if (SaleProcess *known = process(each.key()))
                known->recall(each.value());
        }
    });
}

Call SaleService::search(const OrderQuery &query, const IsSought &isSought, QObject *context, Then<FoundOrders> then)
{
    if (!m_isReady)
        return {};
    const quint64 asked = m_context.nextQuestion();
    return m_context.api.orders(
        query, context, [this, asked, isSought, then = std::move(then)](const Result<OrderList> &list) {
            m_context.noteAnswer(list ? nullptr : &list.error());
            if (!list)
                return then(tl::unexpected(list.error()));
            if (m_context.journal.isForeign()) // these are another partner's orders
                return then(tl::unexpected(ApiError{.kind = ErrorKind::NotRecorded}));
            FoundOrders found{.extent = list->extent};
            for (const Order &order : list->orders) {
                ++found.looked;
                const bool isPaid = order.status == OrderStatus::Done && !order.holdsNoTicket();
                const Customer &buyer = order.customer;
                const bool isNamed = !(buyer.firstName + buyer.lastName + buyer.email + buyer.mobile).isEmpty();
                found.withoutBuyer += order.status == OrderStatus::Executed && !isNamed ? 1 : 0;
                found.lacksBarcodes = found.lacksBarcodes || (isPaid && list->barcodes.isEmpty());
                if (order.createdAt) {
                    found.from = std::min(found.from.value_or(*order.createdAt), *order.createdAt);
                    found.until = std::max(found.until.value_or(*order.createdAt), *order.createdAt);
                }
                if (order.id.isNull() || !isSought(order, list->barcodes.value(order.id)))
                    continue;
                learnListed(order, asked);
                m_searched << order.id;
                found.orders << order.id;
            }
            then(found);
        });
}

void SaleService::learnList(quint64 asked, const OrderList &list)
{
    if (m_context.journal.isForeign()) { // these are another partner's orders
        Q_EMIT loadingFailed({.kind = ErrorKind::NotRecorded});
        return;
    }
    bool hasOthersOpen = false;
    for (const Order &order : list.orders) {
        if (order.id.isNull())
            continue;
        const Sale &known = learnListed(order, asked).sale();
        hasOthersOpen = hasOthersOpen || (known.origin == Sale::Origin::Elsewhere && known.isOpen());
    }
    m_extent = list.extent;
    m_unreadable = list.unreadable;
    if (hasOthersOpen)
        m_listTimer.start(m_context.policy.listPause, [this] { loadOrders(); });
    forgetEnded();
    Q_EMIT ordersLoaded();
}

// Reservations -------------------------------------------------------------------------------------------------------

ReservationFlow &SaleService::addFlow(const ReserveRequest &request)
{
    const Attempt attempt = ++m_lastAttempt;
    auto owned = std::make_unique<ReservationFlow>(
        m_context, attempt, request, [this](const OrderId &id) { return takenBy(id); }, nullptr);
    ReservationFlow &flow = *owned;
    m_flows.emplace(attempt, std::move(owned));
    connect(&flow, &ReservationFlow::made, this, &SaleService::onMade);
    connect(&flow, &ReservationFlow::nothingLeft, this, [this, attempt] { Q_EMIT nothingLeft(attempt); });
    connect(&flow, &ReservationFlow::failed, this,
            [this, attempt](const ApiError &error) { Q_EMIT reservationFailed(attempt, error); });
    connect(&flow, &ReservationFlow::delayed, this, [this, attempt](const ApiError &error, Microseconds pause) {
        Q_EMIT reservationDelayed(attempt, error, m_context.now() + pause);
    });
    connect(&flow, &ReservationFlow::searching, this, [this, attempt](const ApiError &why) {
        Q_EMIT reservationSearched(attempt, why);
        Q_EMIT leftReservationsChanged();
    });
    connect(&flow, &ReservationFlow::candidatesChanged, this, [this, attempt, &flow] {
        Q_EMIT reservationUnclear(attempt, flow.candidates());
        Q_EMIT candidatesChanged();
    });
    connect(&flow, &ReservationFlow::otherOrderSeen, this, [this](const Order &order, quint64 asked) {
        if (SaleProcess *known = process(order.id))
            learn(*known, order, asked);
    });
    connect(&flow, &ReservationFlow::claimFailed, this,
            [this, attempt](const ApiError &error) { Q_EMIT claimFailed(attempt, error); });
    connect(&flow, &ReservationFlow::ended, this, [this, attempt] { removeFlow(attempt); });
    return flow;
}

void SaleService::removeFlow(Attempt attempt)
{
    const auto it = m_flows.find(attempt);
    if (it == m_flows.end())
        return;
    m_ended.push_back(std::move(it->second)); // it is emitting ended()
    m_flows.erase(it);
    Q_EMIT leftReservationsChanged();
    if (!m_sweep.isActive())
        m_sweep.start(Microseconds(0), [this] { forgetEnded(); });
}

ReservationFlow *SaleService::flow(Attempt attempt) const
{
    const auto it = m_flows.find(attempt);
    return it == m_flows.end() ? nullptr : it->second.get();
}

ReservationFlow *SaleService::flowOf(qint64 issue) const
{
    const auto it = std::find_if(m_flows.cbegin(), m_flows.cend(),
                                 [issue](const auto &each) { return issue != 0 && each.second->issue() == issue; });
    return it == m_flows.cend() ? nullptr : it->second.get();
}

ReservationFlow::Taken SaleService::takenBy(const OrderId &id) const
{
    using Taken = ReservationFlow::Taken;
    const SaleProcess *known = process(id);
    if (known && known->sale().origin == Sale::Origin::ThisCounter)
        return Taken::Yes;
    return isClaimed(id) || (known && known->sale().inProgress) ? Taken::Perhaps : Taken::No;
}

bool SaleService::isClaimed(const OrderId &id) const
{
    return std::any_of(m_flows.cbegin(), m_flows.cend(),
                       [&id](const auto &each) { return each.second->claiming() == id; });
}

SaleService::Attempt SaleService::reserve(const ReserveRequest &request)
{
    ReservationFlow &flow = addFlow(request);
    const Attempt attempt = flow.attempt();
    if (m_context.keyRefused) {
        // Emitted later, like all results of an attempt.
        m_refusals.push_back(attempt);
        m_refusing.start(Microseconds(0), [this] {
            for (const Attempt refused : std::exchange(m_refusals, {})) {
                if (ReservationFlow *found = this->flow(refused))
                    found->refuse({.kind = ErrorKind::Unauthorized, .httpStatus = 401});
            }
        });
    } else if (m_isReady) {
        flow.begin();
    } else {
        m_early.push_back(attempt);
        if (!m_readyLimit.isActive())
            m_readyLimit.start(SaleJournal::intentLimit, [this] {
                for (const Attempt early : std::exchange(m_early, {})) {
                    if (ReservationFlow *found = this->flow(early))
                        found->refuse({.kind = ErrorKind::NotRecorded});
                }
            });
    }
    return attempt;
}

void SaleService::giveUp(Attempt attempt)
{
    if (ReservationFlow *found = flow(attempt))
        found->leave();
    Q_EMIT leftReservationsChanged();
}

std::vector<const ReservationFlow *> SaleService::reservationsThat(bool (ReservationFlow::*are)() const) const
{
    std::vector<const ReservationFlow *> found;
    for (const auto &[attempt, flow] : m_flows) {
        if ((*flow.*are)())
            found.push_back(flow.get());
    }
    return found;
}

std::vector<const ReservationFlow *> SaleService::leftReservations() const
{
    return reservationsThat(&ReservationFlow::isLeft);
}

std::vector<const ReservationFlow *> SaleService::reservationsOnTheirWay() const
{
    return reservationsThat(&ReservationFlow::isOnItsWay);
}

void SaleService::claim(Attempt attempt, const OrderId &order)
{
    claim(flow(attempt), order, SaleGoal::Sell);
}

void SaleService::claim(ReservationFlow *flow, const OrderId &order, SaleGoal goal)
{
    if (!flow)
        return;
    flow->claim(order, goal);
    if (flow->claiming() == order)
        noteTaken(order, flow);
}

void SaleService::noteTaken(const OrderId &order, const ReservationFlow *by)
{
    // A flow that ends in the loop lives until the next event.
    std::vector<ReservationFlow *> flows;
    for (const auto &[attempt, flow] : m_flows)
        flows.push_back(flow.get());
    for (ReservationFlow *flow : flows) {
        if (flow != by)
            flow->noteTaken(order);
    }
}

ReservationFlow::DisclaimResult SaleService::disclaim(Attempt attempt)
{
    ReservationFlow *found = flow(attempt);
    return found ? found->disclaim(QStringLiteral("none of them")) : ReservationFlow::DisclaimResult::TooLate;
}

void SaleService::onMade(const Reserved &reserved)
{
    const OrderId id = reserved.order.id;
    Order order = reserved.order;
    if (!order.has(Order::Field::Event)) {
        order.event = reserved.request.event;
        order.absent.setFlag(Order::Field::Event, false);
    }
    if (!order.has(Order::Field::Status)) // always the first status (vendor documentation)
        order.status = OrderStatus::Executed;
    const bool isClaimed = reserved.how == Reserved::How::Claimed;
    QList<JournalEntry> entries;
    if (!isClaimed)
        entries << Conclusion{reserved.intent.id, IntentResult::Done, id};
    SaleProcess *made = process(id);
    if (made) { // it was already read with the list and may have changed since
        made->becomeOurs(reserved.request, reserved.goal, reserved.began, entries, isClaimed);
        made->learn(order, reserved.asked);
    } else {
        Sale sale;
        sale.order = order;
        sale.lastAskedAt = m_context.now();
        made = &add(std::move(sale), reserved.asked);
        made->becomeOurs(reserved.request, reserved.goal, reserved.began, entries, isClaimed);
    }
    noteTaken(id, nullptr);
    Q_EMIT this->reserved(reserved.attempt, id);
    if (reserved.goal == SaleGoal::Sell)
        made->readTickets();
}

// Steps --------------------------------------------------------------------------------------------------------------

Refusal SaleService::step(const OrderId &id, const std::function<Refusal(SaleProcess &)> &ask) const
{
    if (isClaimed(id)) // its claim is being written
        return Refusal::Busy;
    SaleProcess *found = process(id);
    return found ? ask(*found) : Refusal::UnknownOrder;
}

Refusal SaleService::pay(const OrderId &id, const PaymentChoice &choice, PaymentStart start)
{
    return step(id, [&](SaleProcess &sale) { return sale.pay(choice, confirmationOf(choice.system), start); });
}

Refusal SaleService::change(const OrderId &id, const OrderChange &wanted)
{
    return step(id, [&](SaleProcess &sale) { return sale.change(wanted); });
}

Refusal SaleService::confirm(const OrderId &id, PageSeen seen)
{
    return step(id, [seen](SaleProcess &sale) { return sale.confirm(seen); });
}

Refusal SaleService::cancel(const OrderId &id)
{
    return step(id, [](SaleProcess &sale) { return sale.cancel(); });
}

void SaleService::acceptSum(const OrderId &id, Money sum)
{
    if (SaleProcess *found = process(id))
        found->acceptSum(sum);
}

void SaleService::acceptShortfall(const OrderId &id, Sale::Shortfall shortfall)
{
    if (SaleProcess *found = process(id))
        found->acceptShortfall(shortfall);
}

void SaleService::note(const OrderId &id, const QString &words)
{
    note(id, {{.at = m_context.now(), .what = HistoryEntry::What::Noted, .words = words}});
}

Refusal SaleService::refresh(const OrderId &id)
{
    SaleProcess *found = process(id);
    return found ? found->refresh() : Refusal::UnknownOrder;
}

void SaleService::readTickets(const OrderId &id)
{
    if (SaleProcess *found = process(id))
        found->readTickets();
}

void SaleService::close(const OrderId &id)
{
    const QList<Issue> issues = m_context.journal.issues();
    for (const Issue &issue : issues) {
        if (issue.order == id && issue.kind == Issue::Kind::UnknownToServer) {
            resolve(issue.id, QStringLiteral("closed"));
            return;
        }
    }
    if (SaleProcess *found = process(id))
        found->close();
}

void SaleService::note(const OrderId &id, const QList<HistoryEntry> &lines, const QList<JournalEntry> &with)
{
    QList<JournalEntry> entries = with;
    for (const HistoryEntry &line : lines)
        entries << toRecord(line, id);
    m_context.journal.keep(entries, this, [this, id, lines] {
        SaleProcess *found = process(id);
        for (const HistoryEntry &line : lines) {
            if (found)
                found->noteResolved(line);
        }
    });
}

QList<Intent> SaleService::openIntents(const OrderId &id) const
{
    const SaleProcess *found = process(id);
    return found ? found->openIntents() : QList<Intent>();
}

void SaleService::retryNow()
{
    for (const auto &[id, sale] : m_sales)
        sale->retryNow();
    for (const auto &[attempt, flow] : m_flows)
        flow->retryNow();
    askForUnknown();
}

ReservationFlow::DisclaimResult SaleService::resolve(qint64 id, const QString &how)
{
    if (ReservationFlow *found = flowOf(id))
        return found->disclaim(how);
    const Issue *issue = m_context.journal.issue(id);
    if (!issue)
        return ReservationFlow::DisclaimResult::Done;
    const OrderId order = issue->order;
    SaleProcess *about = process(order);
    if (about && issue->kind == Issue::Kind::UnknownToServer)
        about->close();
    if (about && issue->kind == Issue::Kind::UnknownOutcome)
        about->resolveOutcome(issue->intent);
    const HistoryEntry settled{.at = m_context.now(), .what = HistoryEntry::What::Settled, .words = how};
    m_context.journal.resolve(id, how, {toRecord(settled, order)}, this, [this, order, settled] {
        if (SaleProcess *found = process(order))
            found->noteResolved(settled);
    });
    return ReservationFlow::DisclaimResult::Done;
}

QList<Candidate> SaleService::candidates(qint64 issue) const
{
    const ReservationFlow *found = flowOf(issue);
    return found ? found->candidates() : QList<Candidate>();
}

void SaleService::claimFor(qint64 issue, const OrderId &order, SaleGoal goal)
{
    claim(flowOf(issue), order, goal);
}

} // namespace okoshko
