// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SaleProcess.h"

#include "models/sale/SaleContext.h"

#include "models/sale/Fulfilment.h"
#include "models/sale/OrderStateMachine.h"
#include "models/sale/RedirectDecision.h"
#include "models/sale/SaleHistory.h"
#include "models/sale/SaleJournal.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <utility>

namespace okoshko {

namespace {

/// A request that ended in that way, whose effect was not kept, may have been carried out.
bool mayHaveTakenEffect(ErrorKind kind)
{
    using Kind = ErrorKind;
    constexpr std::array without{Kind::NoConnection,    Kind::HostUnknown,   Kind::Abandoned,  Kind::BadRequest,
                                 Kind::Unauthorized,    Kind::Forbidden,     Kind::NotFound,   Kind::Conflict,
                                 Kind::TooManyRequests, Kind::UnsafeAddress, Kind::NotRecorded};
    return std::ranges::find(without, kind) == without.end();
}

using What = HistoryEntry::What;
using Field = Order::Field;

/// \a change followed by \a later, as one.
void addTo(OrderChange &change, const OrderChange &later)
{
    if (later.tickets || later.random) {
        change.tickets = later.tickets;
        change.random = later.random;
    }
    if (later.promoCodes)
        change.promoCodes = later.promoCodes;
}

} // namespace

SaleProcess::SaleProcess(SaleContext &context, Sale sale, quint64 asked, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_sale(std::move(sale))
    , m_record(context, m_sale)
    , m_learned(asked)
    , m_polling(context, m_sale, this,
                [this](quint64 question, const Result<Order> &result) { onAnswer(question, result); })
    , m_release(context, [this] { m_steps.release(); })
    , m_steps(context, m_sale, m_record, m_open, m_polling, m_release)
{
    // Each is carried out before the emitting step goes on.
    connect(&m_steps, &StepRunner::changed, this, &SaleProcess::changed);
    connect(&m_steps, &StepRunner::stepFailed, this, &SaleProcess::stepFailed);
    connect(&m_steps, &StepRunner::wasRead, this, &SaleProcess::learn);
    connect(&m_steps, &StepRunner::answered, this,
            [this](const Order &order, quint64 question, Step by) { take(order, question, by, Source::OwnChange); });
    connect(&m_steps, &StepRunner::ended, this, &SaleProcess::plan);
    connect(&m_steps, &StepRunner::paymentStarted, this, &SaleProcess::offerRedirect);
    if (m_sale.order.status != OrderStatus::Unknown)
        m_sale.lastKnown = m_sale.order.status;
}

bool SaleProcess::isIdle() const
{
    return !m_steps.isRunning() && m_open.isEmpty() && m_polling.isIdle() && !m_release.isPlanned() &&
           !m_readingTickets.isPending();
}

void SaleProcess::begin()
{
    if (m_sale.order.status == OrderStatus::InProgress && !m_sale.paymentStartedAt)
        m_sale.paymentStartedAt = m_sale.order.updatedAt.value_or(m_context.now());
    m_sale.notePage(m_sale.order);
    // An incomplete answer: the missing fields are read.
    const Order::Fields needed = Field::Status | Field::Tickets | Field::Value | Field::ReservedTill;
    if (isOurs() && (m_sale.order.absent & needed))
        m_polling.read();
    plan();
}

void SaleProcess::restore(const QList<Intent> &open)
{
    m_record.begin(m_sale.history.size());
    m_isRestored = true;
    // It may have been sent just before the program ended.
    for (const Intent &intent : open) {
        m_open.add(intent, m_context.scheduler.now() + m_context.policy.lateEffect, m_sale.order);
        if (intent.verb == Intent::Verb::Confirm && !m_sale.moneyTaken())
            m_record.noteMoneyTaken(); // the earlier run ended before it was recorded
        // The last failure shown by the earlier run.
        m_sale.failure = {stepOf(intent.verb), {.kind = ErrorKind::ConnectionLost, .effect = Effect::Possible}};
        if (intent.verb == Intent::Verb::StartPayment && !m_sale.paymentStartedAt)
            m_sale.paymentStartedAt = intent.at; // the payment may have been made
    }
    const auto mayBeConfirmed = [](const HistoryEntry &entry) { // by an earlier run, though it is concluded
        return entry.what == What::StepFailed && entry.step == Step::Confirm &&
               (!entry.error || mayHaveTakenEffect(entry.error->kind));
    };
    if (std::ranges::any_of(m_sale.history, mayBeConfirmed))
        m_open.note(Step::Confirm);
    if (m_sale.goal == SaleGoal::Release)
        m_open.note(Step::Cancel); // the results of earlier attempts are unknown
    // Also unknown after a damaged journal, or if a person has resolved it.
    if (m_sale.order.statusWord.isEmpty() || m_sale.raised.testFlag(Issue::Kind::UnknownOutcome)) {
        for (const Step step : {Step::StartPayment, Step::Confirm, Step::Cancel})
            m_open.note(step);
    }
    if (m_sale.lastKnown == OrderStatus::Executed && !m_sale.system.isEmpty())
        m_open.note(Step::StartPayment);
    if (open.isEmpty())
        m_record.restoreFailure();
    const bool mayHaveChanged = !m_open.isEmpty() || m_sale.order.status == OrderStatus::Unknown ||
                                !isFinal(m_sale.order.status) ||
                                (m_sale.paymentStartedAt && m_sale.order.status != OrderStatus::Done);
    if (mayHaveChanged && !m_sale.closed)
        return m_polling.read();
    m_sale.known = Sale::Known::FromServer; // the end was reported by the server
    m_isRestored = false;
    plan();
    Q_EMIT readBack();
}

// Asked by the cashier ------------------------------------------------------------------------------------------

Refusal SaleProcess::refresh()
{
    if (m_sale.closed)
        return Refusal::Forbidden;
    m_refreshing = Refreshing::Order;
    m_polling.read();
    return Refusal::None;
}

void SaleProcess::offerRedirect()
{
    const QUrl &url = m_sale.order.payment.redirectUrl;
    if (m_sale.order.status != OrderStatus::InProgress || url.isEmpty() || m_sale.isMoneyTaken())
        return; // with the money in the drawer the buyer must not pay on a page as well
    m_isPageHeldBack = m_sale.isSumToAccept();
    if (m_isPageHeldBack)
        return;
    if (decideRedirect(url) == RedirectDecision::Refuse) {
        qCWarning(saleLog) << "order" << m_sale.order.id.toString() << "payment address refused, scheme"
                           << url.scheme();
        Q_EMIT redirectRefused();
    } else if (m_sale.confirmation == PaymentSystem::Confirmation::Cashier) {
        qCWarning(saleLog) << "order" << m_sale.order.id.toString()
                           << "is paid on a page, though the cashier was to collect";
    } else {
        Q_EMIT redirectReady();
    }
}

void SaleProcess::acceptSum(Money sum)
{
    if (!m_sale.priceBefore() || m_sale.order.value != sum)
        return;
    m_record.note({.at = m_context.now(), .what = What::SumAccepted});
    m_record.keep();
    if (m_isPageHeldBack)
        offerRedirect();
    Q_EMIT changed();
}

void SaleProcess::acceptShortfall(Sale::Shortfall shortfall)
{
    if (m_sale.shortfallToAccept() != shortfall)
        return;
    m_record.note({.at = m_context.now(), .what = What::FewerAccepted, .words = shortfall.toWords()});
    m_record.keep();
    Q_EMIT changed();
}

void SaleProcess::close()
{
    // Raised, and not reported by the server since.
    if (!m_sale.raised.testFlag(Issue::Kind::UnknownToServer) || m_sale.closed || m_record.pending.closed ||
        isFinal(m_sale.order.status))
        return;
    HistoryEntry entry{.at = m_context.now(), .what = What::Closed};
    m_record.pending.closed = true;
    QList<JournalEntry> entries{toRecord(entry, m_sale.order.id)};
    for (const Intent &intent : m_open.intents())
        entries << Conclusion{intent.id, IntentResult::Refused, m_sale.order.id};
    m_open.clear();
    m_record.keep(entries, this, [this, entry] {
        m_record.pending.closed = false;
        m_sale.closed = true;
        m_sale.isUnknownToServer = false;
        noteResolved(entry);
        if (m_sale.moneyTaken())
            m_record.raise(Issue::Kind::MoneyTaken);
        m_release.stop();
        m_polling.abandon();
        Q_EMIT changed();
    });
}

void SaleProcess::resolveOutcome(qint64 intent)
{
    m_open.remove(intent);
    m_record.keep({Conclusion{intent, IntentResult::Refused, m_sale.order.id}});
    plan();
}

void SaleProcess::becomeOurs(const ReserveRequest &request, SaleGoal goal, const QList<HistoryEntry> &began,
                             const QList<JournalEntry> &entries, bool isRecorded)
{
    m_sale.origin = Sale::Origin::ThisCounter;
    m_sale.request = request;
    m_sale.goal = goal;
    m_sale.history = began + m_sale.history;
    m_record.begin(isRecorded ? began.size() : 0);
    m_record.keep(entries);
    begin();
    Q_EMIT changed();
}

void SaleProcess::recall(const Sale &kept)
{
    if (isOurs() || m_steps.isRunning()) // a step makes it ours
        return;
    Sale listed = std::exchange(m_sale, kept);
    m_sale.tickets = std::move(listed.tickets);
    m_sale.lastAskedAt = listed.lastAskedAt;
    m_sale.known = Sale::Known::FromServer;
    m_record.begin(m_sale.history.size());
    take(listed.order, std::exchange(m_learned, 0), Step::Read, Source::Question);
    plan();
    Q_EMIT changed();
}

// Reported orders --------------------------------------------------------------------------------------------

void SaleProcess::onAnswer(quint64 asked, const Result<Order> &result)
{
    const bool isRefreshing = m_refreshing == Refreshing::Order;
    if (isRefreshing)
        m_readingTickets.abandon(); // they may be older than this answer
    onRead(asked, result);
    if (isRefreshing) {
        m_refreshing = Refreshing::Tickets;
        readTickets();
    }
    Q_EMIT answered(result);
}

void SaleProcess::onRead(quint64 asked, const Result<Order> &result)
{
    if (!result)
        return onReadFailed(result.error());
    m_polling.noteAnswer();
    m_context.noteAnswer(nullptr);
    learn(*result, asked);
    m_sale.known = Sale::Known::FromServer;
    plan();
    Q_EMIT changed();
    if (std::exchange(m_isRestored, false)) {
        readTickets();
        Q_EMIT readBack();
    }
}

void SaleProcess::onReadFailed(const ApiError &error)
{
    m_context.noteAnswer(&error);
    if (!m_sale.failure)
        m_sale.failure = Sale::Failure{Step::Read, error};
    if (m_polling.noteFailure(error) == SalePolling::Knows::No)
        noteUnknown();
    if (m_polling.failed() >= m_context.policy.readsUntilIssue && isOurs()) {
        for (const Intent &intent : m_open.intents())
            m_record.raise(Issue::Kind::UnknownOutcome, intent.id);
    }
    plan();
    if (error.retryAfter && !m_polling.isIdle())
        m_polling.wait(*error.retryAfter);
    Q_EMIT changed();
    if (m_isRestored && m_polling.failed() == 1)
        Q_EMIT readBack();
}

void SaleProcess::readTickets()
{
    if (m_readingTickets.isPending())
        return;
    m_readingTickets = m_context.api.tickets(m_sale.order.id, this, [this](const Result<QList<Ticket>> &result) {
        QList<Ticket> tickets = result.value_or(m_sale.tickets);
        leaveOutReturned(tickets);
        if (m_sale.tickets != tickets) {
            m_sale.tickets = tickets;
            if (isOurs())
                m_context.journal.keep({SaleTickets{m_sale.order.id, tickets}});
            Q_EMIT changed();
        }
        if (m_refreshing == Refreshing::Tickets) {
            m_refreshing = Refreshing::No;
            Q_EMIT refreshed();
        }
    });
}

void SaleProcess::learn(const Order &order, quint64 asked)
{
    take(order, asked, Step::Read, Source::Question);
    if (m_sale.known == Sale::Known::FromServer)
        plan();
}

void SaleProcess::take(const Order &order, quint64 asked, Step by, Source source)
{
    const OrderStatus to = order.has(Field::Status) ? order.status : m_sale.lastKnown;
    const Transition change = transition(m_sale.lastKnown, to);
    // The answer to our own change is current; of other answers, the one to the later question is newer.
    const bool isNewer =
        source == Source::OwnChange || (asked > m_learned && asked > m_steps.lastAnswer() && !m_steps.onWire());
    const bool isCertain = isFinal(to) && (change == Transition::Forward || change == Transition::Late);
    if (change == Transition::Refused || (!isNewer && !isCertain)) {
        if (change != Transition::None)
            qCWarning(saleLog) << "order" << order.id.toString() << "is" << toWord(m_sale.lastKnown)
                               << "; not believed:" << toWord(to) << order.statusWord;
        // A payment page counts also if an old answer reports it.
        if (to == OrderStatus::InProgress && m_sale.lastKnown == to && m_sale.notePage(order) && isOurs())
            m_record.keep();
        return;
    }
    m_learned = std::max(m_learned, asked);
    accept(order, change, by, source);
}

void SaleProcess::accept(const Order &reported, Transition change, Step by, Source source)
{
    const Instant now = m_context.now();
    const Order before = m_sale.order;
    const OrderStatus to = reported.has(Field::Status) ? reported.status : m_sale.lastKnown;
    const auto [ownRequest, step] = m_open.ownRequestFor(to, by, m_steps.onWire());
    const bool isNews =
        change != Transition::None && !(change == Transition::Unknown && m_sale.order.status == OrderStatus::Unknown);
    if (change != Transition::None && to != OrderStatus::Unknown)
        m_record.noteChange(reported, to, ownRequest, step);
    if (isNews && (change == Transition::Back || change == Transition::Unknown))
        qCWarning(saleLog) << "order" << reported.id.toString() << "went from" << toWord(before.status) << "to"
                           << reported.statusWord;
    takeOver(reported, by);
    m_record.noteTickets(before);
    const Concluded concluded = judgeOpen(by);
    m_record.noteSum(before, by == Step::Change && isOfOpenChange(before, reported) ? SaleRecord::Cause::OwnChange
                                                                                    : concluded.ofSum);
    if (m_sale.order.status != OrderStatus::Unknown)
        m_sale.lastKnown = m_sale.order.status;
    m_sale.known = Sale::Known::FromServer;
    m_sale.lastAskedAt = now;
    m_steps.noteAlive();
    m_polling.noteAnswer();
    m_sale.isUnknownToServer = false;
    const bool isKnownAgain = m_record.noteKnown();
    if (isNews) {
        m_polling.noteNews();
        m_record.noteProgress();
        if (to == OrderStatus::InProgress) {
            m_sale.paymentStartedAt = reported.updatedAt.value_or(now);
            m_open.forget(Step::StartPayment);
        }
    }
    if (m_sale.failure && m_sale.failure->step == Step::Read)
        m_sale.failure.reset();
    m_sale.notePage(m_sale.order);
    if (m_sale.failure && m_open.isEmpty())
        m_sale.failure->error.effect = Effect::None; // the order's state is known now
    const bool isPaid = to == OrderStatus::Done && change != Transition::None;
    if ((isPaid || concluded.isChanged) && isOurs()) {
        m_readingTickets.abandon(); // requested before they had barcodes, or of other tickets
        readTickets();
    }
    if (isOurs())
        m_record.raiseBy(change, ownRequest);
    if (isOurs() && (before != m_sale.order || isKnownAgain || !concluded.entries.isEmpty() || !m_record.isWhole()))
        m_record.keep(concluded.entries);
    offerNewPage(before, by, source);
}

void SaleProcess::offerNewPage(const Order &before, Step by, Source source)
{
    const bool isPageNew = by == Step::Read && source != Source::OwnChange && isOurs() && !m_isRestored &&
                           before.payment.redirectUrl.isEmpty() && !m_sale.order.payment.redirectUrl.isEmpty();
    if (isPageNew || (m_isPageHeldBack && !m_sale.isSumToAccept()))
        offerRedirect();
}

void SaleProcess::takeOver(const Order &reported, Step by)
{
    const QList<TicketId> before = m_sale.order.tickets;
    m_sale.order = merged(m_sale.order, reported);
    // A server may tell them in another order each time; on paper each has its number.
    if (m_sale.order.tickets != before)
        std::ranges::stable_sort(m_sale.order.tickets, {}, [&before](const TicketId &id) {
            const qsizetype at = before.indexOf(id);
            return at < 0 ? before.size() : at;
        });
    if (by == Step::Change) { // the words beside an earlier change are over
        m_sale.order.refusal = reported.refusal;
        m_sale.order.promoRefusal = reported.promoRefusal;
    }
    leaveOutReturned(m_sale.tickets);
}

/// A refund takes tickets from a paid order.
void SaleProcess::leaveOutReturned(QList<Ticket> &tickets) const
{
    const Order &order = m_sale.order;
    if (order.status == OrderStatus::Done && order.has(Field::Tickets))
        tickets.removeIf([&order](const Ticket &each) { return !order.tickets.contains(each.id); });
}

SaleProcess::Concluded SaleProcess::judgeOpen(Step by)
{
    Concluded concluded;
    if (m_open.isEmpty())
        return concluded;
    const auto expired = by == Step::Read ? OpenChanges::Expired::Conclude : OpenChanges::Expired::Wait;
    const auto isAnswered = [this](qint64 intent) { return m_steps.isAnswered(intent); };
    std::optional<std::pair<OrderChange, Order>> changed; // by all of them, since the first
    for (const auto &[intent, result, before] : m_open.judge(m_sale, m_context.scheduler.now(), expired, isAnswered)) {
        concluded.entries << Conclusion{intent.id, result, m_sale.order.id};
        if (intent.verb != Intent::Verb::Change || (result != IntentResult::Done && !isAnswered(intent.id)))
            continue;
        concluded.isChanged = concluded.isChanged || result == IntentResult::Done;
        changed = changed ? changed : std::pair(OrderChange(), before);
        addTo(changed->first, intent.change);
    }
    if (changed)
        m_record.noteChanged(changed->first, changed->second);
    if (concluded.isChanged) { // the change whose answer was lost has not failed
        m_record.noteProgress();
        if (m_sale.failure && m_sale.failure->step == Step::Change)
            m_sale.failure.reset();
    }
    // A payment that is being started or confirmed is for the sum on the screen.
    if (concluded.isChanged && !m_steps.isForSum() && explainsSum(changed->first, changed->second, m_sale.order))
        concluded.ofSum = SaleRecord::Cause::OwnChange;
    if (m_open.isEmpty()) {
        if (m_sale.order.status == OrderStatus::Executed && !m_steps.isRunning())
            m_open.noteNotStarted(m_sale);
        m_context.journal.resolveByServer(m_sale.order.id, Issue::Kind::UnknownOutcome);
    }
    return concluded;
}

/// The answer to a change tells a sum, and not the tickets it is for.
bool SaleProcess::isOfOpenChange(const Order &before, const Order &reported) const
{
    const QList<Intent> open = m_open.intents();
    return !m_steps.isForSum() && std::ranges::any_of(open, [&](const Intent &intent) {
        return intent.verb == Intent::Verb::Change && explainsSum(intent.change, before, reported);
    });
}

void SaleProcess::noteUnknown()
{
    if (!isOurs() || isFinal(m_sale.lastKnown) || std::exchange(m_sale.isUnknownToServer, true))
        return;
    m_polling.noteNews();
    m_record.raise(Issue::Kind::UnknownToServer);
}

// Polling and release -----------------------------------------------------------------------------

void SaleProcess::plan()
{
    if (m_steps.isUnanswered()) {
        m_polling.stop();
        m_release.stop();
        return;
    }
    m_polling.plan(changeEffect());

    const bool wantsRelease = !m_steps.isRunning() && isOurs() && m_sale.goal == SaleGoal::Release && !m_sale.closed &&
                              m_sale.known == Sale::Known::FromServer && !m_sale.isUnknownToServer &&
                              mayStep(m_sale.order.status, Step::Cancel);
    if (!wantsRelease)
        m_release.stop();
    else
        m_release.plan();
}

void SaleProcess::retryNow()
{
    if (m_steps.isRunning() || m_sale.closed)
        return;
    if (m_polling.failed() > 0)
        m_polling.read();
    if (m_sale.failure)
        m_release.hasten();
}

void SaleProcess::keepAll()
{
    if (!isOurs())
        return;
    QList<JournalEntry> entries;
    if (const auto intent = m_steps.writtenIntent())
        entries << *intent;
    for (const Intent &intent : m_open.intents())
        entries << intent << Conclusion{intent.id, IntentResult::Unknown, m_sale.order.id};
    if (!m_sale.tickets.isEmpty())
        entries << SaleTickets{m_sale.order.id, m_sale.tickets};
    m_record.distrust();
    m_record.keep(entries);
}

} // namespace okoshko
