// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimCashier.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::sim {

namespace {

constexpr int slots = 6; ///< buyers that may come
constexpr std::array<Microseconds, 8> hurries{5ms, 45ms, 75ms, 130ms, 800ms, 3s, 12s, 40s};
/// So long before the end of a hold a list is asked for that still tells of it, and may be answered when it has ended.
constexpr Microseconds lastMoment = 55ms;
/// After the journal has the intent and the payment system is chosen, and before the vendor has acted.
constexpr Microseconds untilStartIsOnWire = 105ms;
constexpr std::array<Microseconds, 7> deaths{5s, 1s, 40s, 3min, 9min, 16min, 31min};

struct Way
{
    const char *system;
    PaymentSystem::Confirmation confirmation;
};

const QString &systemOf(int choice)
{
    static const std::array<QString, 6> systems{u"api/BASE"_s,     u"platron/OTHER"_s,  u"api/BASE"_s,
                                                u"platron/TEST"_s, u"system/INVOICE"_s, u"system/INVITATION"_s};
    return systems[static_cast<size_t>(choice) % systems.size()];
}

PaymentChoice choiceOf(int system)
{
    return {systemOf(system), Customer{u"Анна"_s, u"Проверочная"_s, u"buyer@example.org"_s, {}, u"ru"_s}};
}

} // namespace

SimCashier::SimCashier(SimCounter &counter, SimBuyers &buyers, InvariantChecker &checker, const SimOffer &offer)
    : m_counter(counter)
    , m_buyers(buyers)
    , m_checker(checker)
    , m_offer(offer)
{
    m_counter.onStarted = [this] { connectAll(); };
    m_counter.onAwait = [this] {
        if (m_isWindingUp)
            return;
        // Any moment at which something is awaited can be the last one.
        Choices &choices = m_counter.world().choices();
        if (const int pause = choices.unusual(3, static_cast<int>(deaths.size()),
                                              Choices::ofRequest("crash", m_counter.number(), ++m_awaits)))
            m_counter.crashSoon(deaths[static_cast<size_t>(pause - 1)]);
    };
}

int SimCashier::draw(int n, const char *what, int number)
{
    return m_counter.world().choices().decide(n, {what, m_counter.number(), number});
}

int SimCashier::rarely(int permille, int variants, const char *what, int number)
{
    const std::array rate{permille};
    if (m_counter.world().choices().decideWeighted(rate, {what, m_counter.number(), number}) == 0)
        return 0;
    return 1 + m_counter.world().choices().decide(variants, {"which", m_counter.number(), number});
}

void SimCashier::connectAll()
{
    SaleService *service = m_counter.service();
    QObject::connect(service, &SaleService::reserved, service, [this](SaleService::Attempt attempt, const OrderId &id) {
        if (Deal *deal = dealOf(attempt)) {
            deal->order = id;
            deal->isUnclear = false;
            if (deal->stage == Deal::Stage::Reserving)
                deal->stage = deal->isGivenUp ? Deal::Stage::Over : Deal::Stage::Reserved;
        }
    });
    QObject::connect(service, &SaleService::reservationFailed, service,
                     [this](SaleService::Attempt attempt, const ApiError &) {
                         Deal *deal = dealOf(attempt);
                         if (deal && deal->order.isNull() && !deal->isUnclear)
                             over(*deal);
                     });
    QObject::connect(service, &SaleService::nothingLeft, service, [this](SaleService::Attempt attempt) {
        if (Deal *deal = dealOf(attempt))
            over(*deal);
    });
    QObject::connect(service, &SaleService::reservationSearched, service, [this](SaleService::Attempt attempt) {
        if (Deal *deal = dealOf(attempt))
            deal->isUnclear = true;
    });
    // An impatient one presses while the program is still reading its journal.
    if (m_counter.life() > 1 && !m_isWindingUp && rarely(300, 1, "early", m_counter.life()) == 1) {
        SimScheduler &scheduler = m_counter.world().scheduler();
        scheduler.post(scheduler.now() + 2ms, [this, slot = slots + m_counter.life()] { come(slot); });
    }
    // After a start her windows are filled with the list.
    QObject::connect(service, &SaleService::ready, service, [this] {
        if (draw(2, "list", m_counter.life()) == 1)
            m_counter.service()->loadOrders();
    });
}

void SimCashier::begin(Microseconds until)
{
    m_until = until;
    for (int slot = 1; slot <= slots; ++slot) {
        // How likely one comes at all, and when.
        if (draw(3, "buyer.comes", slot) == 0)
            continue;
        const Microseconds at = (until - m_counter.world().scheduler().now()) / 100 * draw(80, "buyer.when", slot);
        m_counter.world().scheduler().post(m_counter.world().scheduler().now() + at, [this, slot] { come(slot); });
    }
    m_counter.world().scheduler().post(m_counter.world().scheduler().now() + 1s, [this] { tick(); });
}

void SimCashier::windUp()
{
    m_isWindingUp = true;
    m_windUpSince = m_counter.world().scheduler().now();
}

void SimCashier::come(int slot)
{
    if (m_isWindingUp)
        return;
    Deal &deal = m_deals.emplace_back();
    deal.number = slot;
    deal.marker = u"%1/%2"_s.arg(m_counter.number()).arg(slot);
    deal.request.event = m_offer.event;
    deal.request.eventTitle = deal.marker;
    const int count = 1 + draw(3, "buyer.count", slot);
    const int what = draw(4, "buyer.set", slot);
    if (what == 2) {
        deal.request.random = {{m_offer.free, count}, {m_offer.numbered, 1}};
        deal.request.seats = ReserveRequest::Seats::Pick;
    } else if (what == 3) {
        deal.request.random = {{m_offer.numbered, count}};
        deal.request.seats = ReserveRequest::Seats::Pick;
    } else {
        deal.request.random = {{m_offer.free, count}};
    }
    deal.system = draw(6, "buyer.system", slot);
    deal.mind = draw(10, "buyer.mind", slot);
    deal.since = m_counter.world().scheduler().now();
    reserve(deal);
}

void SimCashier::reserve(Deal &deal)
{
    if (!m_counter.service())
        return over(deal);
    m_checker.onReservePressed(m_counter.number(), deal.marker);
    deal.attempt = m_counter.service()->reserve(deal.request);
    deal.life = m_counter.life();
    hurry("hurry.reserve", deal.number);
}

void SimCashier::tick()
{
    SimScheduler &scheduler = m_counter.world().scheduler();
    ++m_ticks;
    if (m_counter.isReady()) {
        for (Deal &deal : m_deals)
            goOn(deal);
        lookAtIssues();
        lookAtOrphans();
        if (!m_isWindingUp)
            pressAnything();
    }
    scheduler.post(scheduler.now() + (m_isWindingUp ? 10s : 3s), [this] { tick(); });
}

SimCashier::Deal *SimCashier::dealOf(SaleService::Attempt attempt)
{
    const auto it = std::ranges::find_if(
        m_deals, [&](const Deal &deal) { return deal.attempt == attempt && deal.life == m_counter.life(); });
    return it == m_deals.end() ? nullptr : &*it;
}

SimCashier::Deal *SimCashier::dealOf(const OrderId &order)
{
    const auto it = std::ranges::find_if(
        m_deals, [&](const Deal &deal) { return deal.order == order && deal.stage != Deal::Stage::Over; });
    return it == m_deals.end() ? nullptr : &*it;
}

void SimCashier::over(Deal &deal)
{
    deal.stage = Deal::Stage::Over;
    if (!deal.order.isNull() && m_buyers.hasCash(deal.order)) {
        const SimOrder *order = m_counter.world().vendor().find(deal.order);
        if (order->status != OrderStatus::Done)
            m_buyers.returnCash(deal.order);
    }
}

void SimCashier::goOn(Deal &deal)
{
    if (deal.stage == Deal::Stage::Over)
        return;
    if (deal.stage == Deal::Stage::Reserving)
        return goOnReserving(deal);
    const Sale *sale = m_counter.service()->sale(deal.order);
    if (!sale || sale->known == Sale::Known::FromJournal)
        return;
    if (!sale->isOpen())
        return over(deal);
    // She looks at her list when a hold is about to end.
    const Instant now = m_counter.world().vendor().now();
    if (sale->order.reservedTill && *sale->order.reservedTill > now && *sale->order.reservedTill < now + 10s) {
        lookAtList("list.at-end", deal.number);
        if (rarely(200, 1, "list.last-moment", deal.number) == 1) {
            SimScheduler &scheduler = m_counter.world().scheduler();
            scheduler.post(scheduler.now() + (*sale->order.reservedTill - now) - lastMoment, [this] {
                if (m_counter.service())
                    m_counter.service()->loadOrders();
            });
        }
    }
    if (deal.stage == Deal::Stage::Reserved)
        goOnReserved(deal, *sale);
    else
        goOnPaying(deal, *sale);
}

void SimCashier::goOnReserving(Deal &deal)
{
    const Microseconds waited = m_counter.world().scheduler().now() - deal.since;
    if (deal.life != m_counter.life()) {
        if (waited > 10min)
            over(deal);
        return; // lookAtIssues() finds it, if it is to be found
    }
    if (deal.isUnclear && deal.order.isNull()) {
        for (const Issue &issue : m_counter.journal()->issues()) {
            const QList<Candidate> candidates = m_counter.service()->candidates(issue.id);
            const OrderId mine = m_checker.madeFor(m_counter.number(), deal.marker);
            const bool isHere =
                std::ranges::any_of(candidates, [&](const Candidate &each) { return each.order.id == mine; });
            if (isHere || (!candidates.isEmpty() && deal.unclearFor > 5))
                return settleUnclear(deal, candidates);
        }
        if (++deal.unclearFor > 200)
            over(deal);
        return;
    }
    if (deal.isGivenUp || waited < 60s)
        return;
    if (rarely(300, 1, "buyer.leaves", deal.number) == 1) {
        deal.isGivenUp = true;
        m_checker.onGivenUp(m_counter.number(), deal.marker);
        m_counter.service()->giveUp(deal.attempt);
    }
}

void SimCashier::settleUnclear(Deal &deal, const QList<Candidate> &candidates)
{
    SaleService &service = *m_counter.service();
    const OrderId mine = m_checker.madeFor(m_counter.number(), deal.marker);
    const auto claim = [&](const OrderId &id) {
        m_checker.onClaimed(m_counter.number(), id);
        service.claim(deal.attempt, id);
    };
    const bool isHere = std::ranges::any_of(candidates, [&](const Candidate &each) { return each.order.id == mine; });
    ++deal.tries;
    switch (rarely(200, 3, "claim", deal.number)) {
    case 0:
        if (isHere) {
            claim(mine);
        } else if (deal.tries > 3 && !deal.isDisclaimed) {
            deal.isDisclaimed = true;
            m_checker.onDisclaimed(m_counter.number(), deal.marker);
            service.disclaim(deal.attempt);
            over(deal);
        }
        return;
    case 1:
        m_checker.onDisclaimed(m_counter.number(), deal.marker);
        service.disclaim(deal.attempt);
        return over(deal);
    case 2: // a wrong one, perhaps
        claim(candidates.at(draw(static_cast<int>(candidates.size()), "claim.which", deal.number)).order.id);
        return;
    case 3:
        deal.isGivenUp = true;
        m_checker.onGivenUp(m_counter.number(), deal.marker);
        service.giveUp(deal.attempt);
        return over(deal);
    }
}

void SimCashier::goOnReserved(Deal &deal, const Sale &sale)
{
    if (sale.inProgress || sale.goal == SaleGoal::Release)
        return;
    if (sale.order.status == OrderStatus::InProgress) {
        deal.stage = Deal::Stage::Paying;
        return;
    }
    if (sale.order.status != OrderStatus::Executed)
        return;
    const Microseconds waited = m_counter.world().scheduler().now() - deal.since;
    const bool isLate = m_isWindingUp && m_counter.world().scheduler().now() > m_windUpSince + 4min;
    if (deal.mind == 1 || deal.tries > 4 || isLate) { // changes his mind
        static_cast<void>(cancel(deal.order));
        return;
    }
    if (deal.mind == 2 && !m_isWindingUp) // stands there until the hold has run out
        return;
    if (deal.mind == 3 && waited < 5min)
        return;
    ++deal.tries;
    lookAtList("list.before-pay", deal.number);
    if (!m_isWindingUp && rarely(300, 1, "change", deal.number * 10 + deal.tries) == 1) {
        static_cast<void>(change(deal.order, drawnChange(sale, deal.number * 10 + deal.tries)));
        hurry("hurry.change", deal.number);
        return;
    }
    const auto start = draw(3, "pay.combined", deal.number) == 1 ? PaymentStart::Combined : PaymentStart::Separate;
    const Refusal refusal = pay(deal.order, deal.system, start);
    if (refusal == Refusal::NewSum)
        m_counter.service()->acceptSum(deal.order, sale.order.value);
    if (const auto fewer = refusal == Refusal::FewerTickets ? sale.shortfallToAccept() : std::nullopt)
        m_counter.service()->acceptShortfall(deal.order, *fewer);
    if (refusal == Refusal::None)
        deal.stage = Deal::Stage::Paying;
    if (rarely(250, 1, "list.mid-start", deal.number) == 1) {
        SimScheduler &scheduler = m_counter.world().scheduler();
        scheduler.post(scheduler.now() + untilStartIsOnWire, [this] {
            if (m_counter.service())
                m_counter.service()->loadOrders();
        });
    }
    hurry("hurry.pay", deal.number);
}

void SimCashier::goOnPaying(Deal &deal, const Sale &sale)
{
    if (sale.inProgress || sale.goal == SaleGoal::Release)
        return;
    const Microseconds now = m_counter.world().scheduler().now();
    if (sale.order.status == OrderStatus::Executed) {
        deal.stage = Deal::Stage::Reserved;
        return;
    }
    const bool isLate = m_isWindingUp && now > m_windUpSince + 20min;
    if (!sale.order.payment.redirectUrl.isEmpty()) {
        if (!deal.hasMetPage) {
            deal.hasMetPage = true;
            m_buyers.meetPage(deal.order);
        } else if (deal.mind == 6 && sale.order.tickets.size() > 1) { // which is refused
            OrderChange fewer;
            fewer.tickets = sale.order.tickets.mid(1);
            static_cast<void>(change(deal.order, fewer));
        } else if (deal.mind == 4 || deal.mind == 5) {
            // The buyer leaves, perhaps just after he has paid.
            if (rarely(100, 1, "page.leaves", deal.number) == 1) {
                deal.mind = 0;
                static_cast<void>(cancel(deal.order));
                hurry("hurry.cancel", deal.number);
            }
        }
        return;
    }
    if (sale.collecting() == Sale::Collecting::No) { // the server alone says
        if (isLate || now > deal.since + 15min)
            static_cast<void>(cancel(deal.order));
        return;
    }
    if (deal.hasMetPage) { // he has seen a page that the program does not know any more
        if (rarely(500, 1, "page.refresh", deal.number) == 1)
            refresh(deal.order);
        if (isLate)
            static_cast<void>(cancel(deal.order));
        return;
    }
    if (m_buyers.cash(deal.order) == SimBuyers::Cash::WalksAway || deal.tries > 12 || isLate) {
        static_cast<void>(cancel(deal.order));
        return;
    }
    ++deal.tries;
    lookAtList("list.before-confirm", deal.number);
    if (sale.order.tickets.size() > 1 && rarely(100, 1, "give-back", deal.number) == 1) {
        OrderChange fewer;
        fewer.tickets = sale.order.tickets.mid(1);
        static_cast<void>(change(deal.order, fewer));
        hurry("hurry.give-back", deal.number);
        return;
    }
    if (confirm(deal.order, PageSeen::NotAsked) == Refusal::AskForPage)
        static_cast<void>(confirm(deal.order, PageSeen::No));
    hurry("hurry.confirm", deal.number);
}

void SimCashier::lookAtIssues()
{
    const QList<Issue> issues = m_counter.journal()->issues();
    for (const Issue &issue : issues) {
        const int number = static_cast<int>(issue.id);
        if (issue.kind == Issue::Kind::UnknownReservation) {
            const QList<Candidate> candidates = m_counter.service()->candidates(issue.id);
            const QString marker = markerOf(issue);
            for (const Candidate &each : candidates) {
                const Order &candidate = each.order;
                const auto mine = std::ranges::find_if(m_deals, [&](const Deal &deal) {
                    return deal.marker == marker && m_checker.madeFor(m_counter.number(), marker) == candidate.id;
                });
                if (mine == m_deals.end() || (mine->life == m_counter.life() && mine->stage != Deal::Stage::Over))
                    continue;
                const int what = rarely(300, 3, "issue", number);
                if (what == 1) {
                    m_checker.onDisclaimed(m_counter.number(), marker);
                    m_counter.service()->resolve(issue.id, u"none"_s);
                } else if (what != 2) {
                    const bool isWanted = mine->stage != Deal::Stage::Over && what == 0;
                    m_checker.onClaimed(m_counter.number(), candidate.id);
                    m_counter.service()->claimFor(issue.id, candidate.id,
                                                  isWanted ? SaleGoal::Sell : SaleGoal::Release);
                    mine->order = candidate.id;
                    mine->stage = isWanted ? Deal::Stage::Reserved : Deal::Stage::Over;
                }
                break;
            }
            continue;
        }
        // The others are dealt with after a while; what only has to be looked into, perhaps soon.
        const bool isNews = issue.kind != Issue::Kind::UnknownToServer && issue.kind != Issue::Kind::UnknownOutcome;
        const bool isSoon = isNews && rarely(30, 1, "issue.soon", number) == 1;
        if (!isSoon && (m_ticks % 40 != 0 || draw(3, "issue.settled", number) != 1))
            continue;
        if (issue.kind == Issue::Kind::UnknownToServer)
            m_checker.onClosed(m_counter.number(), issue.order);
        m_counter.service()->resolve(issue.id, u"by a person"_s);
    }
}

/// Sales that nobody stands here for.
void SimCashier::lookAtOrphans()
{
    if (m_ticks % 10 != 0)
        return;
    for (const Sale *sale : m_counter.service()->sales()) {
        const bool isMine = sale->origin == Sale::Origin::ThisCounter && sale->isOpen();
        if (!isMine || sale->known == Sale::Known::FromJournal || sale->goal == SaleGoal::Release || sale->inProgress ||
            dealOf(sale->order.id))
            continue;
        const bool isPage = !sale->order.payment.redirectUrl.isEmpty();
        const bool isLate = m_isWindingUp && m_counter.world().scheduler().now() > m_windUpSince + 20min;
        if (isHeld(sale->order.status) && (!isPage || isLate))
            static_cast<void>(cancel(sale->order.id));
    }
}

/// Its answer may come after that of the step which follows.
void SimCashier::lookAtList(const char *when, int deal)
{
    if (rarely(400, 1, when, deal) == 1)
        m_counter.service()->loadOrders();
}

void SimCashier::hurry(const char *what, int deal)
{
    if (m_isWindingUp)
        return;
    const int kind = rarely(200, 8, what, deal);
    if (kind == 0)
        return;
    const Microseconds pause = hurries[static_cast<size_t>(draw(static_cast<int>(hurries.size()), "hurry.when", deal))];
    SimScheduler &scheduler = m_counter.world().scheduler();
    scheduler.post(scheduler.now() + pause, [this, kind, deal] {
        if (!m_counter.service())
            return;
        const auto it = std::ranges::find_if(m_deals, [&](const Deal &each) { return each.number == deal; });
        if (it->order.isNull()) {
            if (kind <= 4 && it->attempt != 0 && it->life == m_counter.life() && !it->isGivenUp) {
                it->isGivenUp = true;
                m_checker.onGivenUp(m_counter.number(), it->marker);
                m_counter.service()->giveUp(it->attempt);
            }
            return;
        }
        switch (kind) {
        case 1:
        case 2:
            static_cast<void>(cancel(it->order));
            return;
        case 3:
            static_cast<void>(pay(it->order, draw(6, "hurry.system", deal)));
            return;
        case 4:
            static_cast<void>(confirm(it->order, it->hasMetPage ? PageSeen::NotAsked : PageSeen::No));
            return;
        case 5:
            refresh(it->order);
            return;
        case 6:
            m_counter.service()->loadOrders();
            return;
        case 7:
            m_checker.onHurried(m_counter.number());
            m_counter.service()->retryNow();
            return;
        case 8:
            static_cast<void>(cancel(it->order));
            static_cast<void>(confirm(it->order, PageSeen::NotAsked));
            static_cast<void>(cancel(it->order));
            return;
        }
    });
}

void SimCashier::pressAnything()
{
    const int kind = rarely(20, 12, "press", m_ticks);
    if (kind == 0)
        return;
    SaleService &service = *m_counter.service();
    const std::vector<const Sale *> sales = service.sales();
    const auto any = [&]() -> OrderId {
        if (sales.empty())
            return {};
        return sales[static_cast<size_t>(draw(static_cast<int>(sales.size()), "press.which", m_ticks))]->order.id;
    };
    const OrderId order = kind <= 6 ? any() : OrderId();
    if (kind <= 6 && order.isNull())
        return;
    switch (kind) {
    case 1:
        static_cast<void>(pay(order, draw(6, "press.system", m_ticks)));
        return;
    case 2: {
        Deal *deal = dealOf(order);
        const bool hasPage = deal && deal->hasMetPage;
        static_cast<void>(confirm(order, hasPage ? PageSeen::NotAsked : PageSeen::No));
        return;
    }
    case 3:
        static_cast<void>(cancel(order));
        return;
    case 4:
        refresh(order);
        return;
    case 5:
        m_checker.onTicketsPressed(m_counter.number(), order);
        service.readTickets(order);
        return;
    case 6:
        m_checker.onClosed(m_counter.number(), order);
        service.close(order);
        return;
    case 7:
        service.loadOrders();
        return;
    case 8:
        m_checker.onHurried(m_counter.number());
        service.retryNow();
        return;
    case 9: {
        static constexpr std::array<std::pair<std::chrono::milliseconds, std::chrono::milliseconds>, 5> paces{
            {{2s, 30s}, {2s, 2s}, {1s, 5s}, {5s, 60s}, {10s, 10s}}};
        const auto &[first, slowest] = paces[static_cast<size_t>(draw(5, "press.pace", m_ticks))];
        m_checker.onHurried(m_counter.number());
        m_counter.setPollSchedule(first, slowest);
        return;
    }
    case 10:
    case 11: {
        QList<PaymentSystem> systems;
        for (int i = 0; i < 6; ++i) {
            PaymentSystem system;
            system.name = systemOf(i);
            system.confirmation = static_cast<PaymentSystem::Confirmation>(draw(3, "press.confirms", m_ticks));
            systems << system;
        }
        m_counter.setPaymentSystems(systems);
        return;
    }
    case 12:
        for (const Issue &issue : QList<Issue>(m_counter.journal()->issues())) {
            if (issue.kind == Issue::Kind::UnknownReservation)
                m_checker.onDisclaimed(m_counter.number(), markerOf(issue));
            if (issue.kind != Issue::Kind::UnknownToServer)
                service.resolve(issue.id, u"by a person"_s);
        }
        return;
    }
}

QString SimCashier::markerOf(const Issue &issue) const
{
    const auto &intents = m_counter.store().intents();
    const auto it = intents.find(issue.intent);
    return it == intents.end() ? QString() : it->second.intent.request.eventTitle;
}

Refusal SimCashier::change(const OrderId &order, const OrderChange &wanted)
{
    m_checker.onPressing(m_counter.number(), order);
    const Refusal refusal = m_counter.service()->change(order, wanted);
    m_checker.onPressed(m_counter.number(), order, Step::Change, refusal, PageSeen::NotAsked);
    return refusal;
}

OrderChange SimCashier::drawnChange(const Sale &sale, int number)
{
    OrderChange wanted;
    switch (draw(5, "change.what", number)) {
    case 1: // the last one is not wanted any more
        wanted.tickets = sale.order.tickets.mid(0, std::max<qsizetype>(sale.order.tickets.size() - 1, 1));
        break;
    case 2:
        wanted.promoCodes = QStringList{u"SPRING"_s};
        break;
    case 3:
        wanted.promoCodes = QStringList();
        break;
    case 4:
        wanted.random = QList<WantedTickets>{{m_offer.free, 2}};
        wanted.promoCodes = QStringList{u"SPRING"_s};
        break;
    default:
        wanted.random = QList<WantedTickets>{{m_offer.free, 1 + draw(4, "change.count", number)}};
        break;
    }
    return wanted;
}

Refusal SimCashier::pay(const OrderId &order, int system, PaymentStart start)
{
    m_checker.onPressing(m_counter.number(), order);
    const Refusal refusal = m_counter.service()->pay(order, choiceOf(system), start);
    m_checker.onPressed(m_counter.number(), order, Step::StartPayment, refusal, PageSeen::NotAsked);
    return refusal;
}

Refusal SimCashier::confirm(const OrderId &order, PageSeen seen)
{
    m_checker.onPressing(m_counter.number(), order);
    const Refusal refusal = m_counter.service()->confirm(order, seen);
    m_checker.onPressed(m_counter.number(), order, Step::Confirm, refusal, seen);
    return refusal;
}

Refusal SimCashier::cancel(const OrderId &order)
{
    m_checker.onPressing(m_counter.number(), order);
    const Refusal refusal = m_counter.service()->cancel(order);
    m_checker.onPressed(m_counter.number(), order, Step::Cancel, refusal, PageSeen::NotAsked);
    return refusal;
}

void SimCashier::refresh(const OrderId &order)
{
    // It begins to ask within the call.
    m_checker.onPressed(m_counter.number(), order, Step::Read, Refusal::None, PageSeen::NotAsked);
    static_cast<void>(m_counter.service()->refresh(order));
}

} // namespace okoshko::sim
