// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SaleProcess.h"

#include "models/sale/SaleContext.h"

#include "models/sale/OrderStateMachine.h"
#include "models/sale/RedirectDecision.h"
#include "models/sale/SaleHistory.h"
#include "models/sale/SaleJournal.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace okoshko {

namespace {

using What = HistoryEntry::What;
using Field = Order::Field;

} // namespace

SaleProcess::SaleProcess(SaleContext &context, Sale sale, quint64 asked, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_sale(std::move(sale))
    , m_record(context, m_sale)
    , m_learned(asked)
    , m_resend(context.scheduler)
    , m_polling(context, m_sale, this,
                [this](quint64 question, const Result<Order> &result) {
                    onRead(question, result);
                    Q_EMIT answered(result);
                })
    , m_release(context, [this] { release(); })
    , m_alive(context.scheduler.now())
{
    if (m_sale.order.status != OrderStatus::Unknown)
        m_sale.lastKnown = m_sale.order.status;
}

bool SaleProcess::isIdle() const
{
    return !m_change && m_open.isEmpty() && m_polling.isIdle() && !m_release.isPlanned() &&
           !m_readingTickets.isPending();
}

void SaleProcess::begin()
{
    if (m_sale.order.status == OrderStatus::InProgress && !m_sale.paymentStartedAt)
        m_sale.paymentStartedAt = m_sale.order.updatedAt.value_or(m_context.now());
    tighten(m_sale.order);
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
        m_open.add(intent, m_context.scheduler.now() + m_context.policy.lateEffect);
        // The last failure shown by the earlier run.
        m_sale.failure = {stepOf(intent.verb), {.kind = ErrorKind::ConnectionLost, .effect = Effect::Possible}};
        if (intent.verb == Intent::Verb::StartPayment && !m_sale.paymentStartedAt)
            m_sale.paymentStartedAt = intent.at; // the payment may have been made
    }
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

// Changes ---------------------------------------------------------------------------------------------------------

Refusal SaleProcess::refresh()
{
    if (m_sale.closed)
        return Refusal::Forbidden;
    m_polling.read();
    readTickets();
    return Refusal::None;
}

Refusal SaleProcess::judge(Step step, PageSeen seen) const
{
    const Refusal refusal = m_record.pending.closed ? Refusal::Forbidden : refusalOf(m_sale, step, seen);
    if (refusal != Refusal::None)
        return refusal;
    // A cancellation is allowed even then; it is retried until it works.
    return m_context.keyRefused && step != Step::Cancel ? Refusal::KeyRefused : Refusal::None;
}

Refusal SaleProcess::ask(Change change)
{
    const Refusal refusal = judge(change.step, change.seen);
    if (refusal == Refusal::KeyRefused && change.step == Step::Confirm && !m_sale.isMoneyTaken())
        m_record.keepUnsent(change.step); // the session with another key has to know that the money was taken
    if (refusal != Refusal::None)
        return refusal;
    if (!m_change) {
        start(std::move(change));
        return Refusal::None;
    }
    switch (m_change->stage) {
    case Change::Stage::Concluding: // answered; the result is being written
        m_change.reset();
        start(std::move(change));
        return Refusal::None;
    case Change::Stage::Waiting:
        if (m_change->step == change.step && m_change->choice == change.choice) { // the cashier skips the retry pause
            m_resend.cancel();
            resend();
            return Refusal::None;
        }
        break;
    case Change::Stage::ReadingBack: // only a reading: nothing was sent yet
        if (m_change->step == change.step)
            return Refusal::Busy;
        m_readingBefore.abandon();
        break;
    case Change::Stage::Recording:
    case Change::Stage::Choosing:
    case Change::Stage::OnWire: // no cancellation while the money's confirmation is being sent
        if (m_change->step == change.step || m_change->step == Step::Confirm)
            return m_change->step == change.step ? Refusal::Busy : Refusal::Confirming;
        m_sale.next = change.step;
        m_next = std::move(change);
        Q_EMIT changed();
        return Refusal::None;
    }
    withdraw();
    start(std::move(change));
    return Refusal::None;
}

void SaleProcess::start(Change change)
{
    m_release.stop();
    m_polling.abandon(); // its answer could be older than the change
    m_resend.reset();
    m_change = std::move(change);
    m_sale.inProgress = m_change->step;
    m_sale.next.reset();
    m_sale.retryAt.reset();
    m_sale.failure.reset();
    if (isOurs() && !m_record.isWhole())
        m_context.journal.keep(m_record.timeline());

    m_change->stage = Change::Stage::Recording;
    m_change->intent = {.id = m_context.journal.newIntent(),
                        .verb = verbOf(m_change->step),
                        .order = m_sale.order.id,
                        .request = {.event = m_sale.order.event},
                        .system = m_change->choice.system,
                        .change = m_change->wanted,
                        .at = m_context.now()};
    m_change->intent.change.customer.reset(); // buyers' data are not stored
    if (m_change->step == Step::Cancel) {
        m_record.pending.goal = SaleGoal::Release;
    } else if (m_change->step == Step::StartPayment) {
        m_record.pending.system = m_change->choice.system;
        m_record.pending.confirmedBy =
            m_change->confirmation == PaymentSystem::Confirmation::Server ? ConfirmedBy::Server : ConfirmedBy::Unknown;
    }
    m_context.journal.intend({m_change->intent, m_record.snapshot()}, this,
                             [this](const Journaled<void> &recorded) { onRecorded(recorded); });
    Q_EMIT changed();
}

void SaleProcess::onRecorded(const Journaled<void> &recorded)
{
    const Change change = *m_change;
    if (!recorded) {
        const ApiError error = notRecorded(recorded.error());
        m_sale.failure = Sale::Failure{change.step, error};
        if (change.step == Step::Cancel)
            m_release.noteVain();
        const bool isNews = m_record.isNews(change.step, error, change.isByPerson);
        m_record.withdraw();
        // If it is written late, it names the order, and later entries have the real state.
        if (recorded.error().kind == JournalError::Kind::TooSlow)
            m_sale.origin = Sale::Origin::ThisCounter;
        if (isOurs())
            m_record.keep();
        end();
        if (isNews)
            Q_EMIT stepFailed(change.step, error);
        return;
    }
    m_record.noteRecorded();
    m_sale.origin = Sale::Origin::ThisCounter;
    if (change.step == Step::StartPayment)
        m_sale.confirmation = change.confirmation;
    m_record.pending.system.reset(); // shown once the server has accepted it
    m_record.apply();
    tighten(m_sale.order);
    if (isOvertaken())
        return;
    const bool isToChoose = change.step == Step::StartPayment && !change.choice.system.isEmpty();
    m_change->stage = isToChoose ? Change::Stage::Choosing : Change::Stage::OnWire;
    const bool isUnseen = change.step == Step::Confirm && m_sale.confirmedBy == ConfirmedBy::Unknown;
    // Meanwhile the buyer may have paid, a page may have appeared, or an unanswered step may have taken effect.
    const bool isEffectUnknown = m_open.wasAsked(change.step);
    if (isUnseen || isEffectUnknown || (change.step == Step::Cancel && m_sale.order.status == OrderStatus::InProgress))
        readBeforeSending();
    else
        send();
    Q_EMIT changed();
}

/// Drops the change if a newer step or state makes it invalid.
bool SaleProcess::isOvertaken()
{
    if (!m_next && judge(m_change->step, m_change->seen) == Refusal::None)
        return false;
    const Step step = m_change->step;
    withdraw();
    end();
    if (step == Step::Confirm && !m_change && m_sale.isOpen())
        reportUnsent(step);
    return true;
}

void SaleProcess::readBeforeSending()
{
    const auto then = std::exchange(m_change->stage, Change::Stage::ReadingBack);
    const quint64 asked = m_context.nextQuestion();
    m_readingBefore = m_context.api.order(m_sale.order.id, this, [this, asked, then](const Result<Order> &result) {
        if (!result)
            return fail(result.error()); // only a reading: nothing was changed
        m_context.noteAnswer(nullptr);
        learn(*result, asked);
        if (isOvertaken())
            return;
        m_change->stage = then;
        send();
        Q_EMIT changed();
    });
}

void SaleProcess::send()
{
    const OrderId id = m_sale.order.id;
    const quint64 asked = m_context.nextQuestion();
    if (m_change->stage == Change::Stage::Choosing) {
        m_context.api.choosePayment(id, m_change->choice, this,
                                    [this, asked](const Result<Order> &result) { onChosen(asked, result); });
        return;
    }
    const auto then = [this, asked](const Result<Order> &result) { onAnswered(asked, result); };
    switch (m_change->step) {
    case Step::StartPayment:
        // From now on a payment is possible, whatever the answer.
        if (!m_sale.paymentStartedAt)
            m_sale.paymentStartedAt = m_context.now();
        m_context.api.startPayment(id, this, then);
        return;
    case Step::Confirm:
        m_context.api.confirm(id, this, then);
        return;
    case Step::Cancel:
        m_context.api.cancel(id, this, then);
        return;
    case Step::Change:
        m_context.api.change(id, m_change->wanted, this, then);
        return;
    case Step::Read:
        return; // not a change
    }
}

void SaleProcess::onChosen(quint64 asked, const Result<Order> &result)
{
    if (!result) {
        if (!waits(result.error(), Change::Stage::Choosing))
            fail(result.error());
        return;
    }
    m_context.noteAnswer(nullptr);
    m_change->stage = Change::Stage::Concluding;
    m_sale.system = m_change->choice.system;
    take(*result, asked, Step::Read, Source::OwnChange);
    m_changeAnswered = m_context.nextQuestion();
    m_record.note({.at = m_context.now(), .what = What::SystemChosen, .words = m_sale.system});
    m_record.keep();
    if (isOvertaken()) // the order may have ended, or its sum changed
        return;
    m_change->stage = Change::Stage::OnWire;
    send();
    Q_EMIT changed();
}

void SaleProcess::onAnswered(quint64 asked, const Result<Order> &result)
{
    if (result) {
        m_context.noteAnswer(nullptr);
        onDone(asked, *result);
    } else if (!waits(result.error(), Change::Stage::OnWire)) {
        fail(result.error());
    }
}

bool SaleProcess::waits(const ApiError &error, Change::Stage again)
{
    if (!asksToWait(error))
        return false;
    m_changeAnswered = m_context.nextQuestion();
    if (m_next) { // not carried out, and the cashier has requested another step
        withdraw();
        end();
        return true;
    }
    const bool isPlanned = m_resend.again(m_context.policy.conflict, m_context.random.generate(), error.retryAfter,
                                          holdDeadline(), [this] {
                                              if (!isOvertaken())
                                                  resend();
                                          });
    if (!isPlanned)
        return false;
    m_change->stage = Change::Stage::Waiting;
    m_change->again = again;
    m_sale.retryAt = m_context.now() + (m_resend.due() - m_context.scheduler.now());
    Q_EMIT changed();
    return true;
}

void SaleProcess::resend()
{
    m_change->stage = m_change->again;
    m_sale.retryAt.reset();
    send();
    Q_EMIT changed();
}

std::optional<Microseconds> SaleProcess::holdDeadline() const
{
    const Microseconds now = m_context.scheduler.now();
    if (m_sale.order.reservedTill)
        return now + std::max<Microseconds>(*m_sale.order.reservedTill - m_context.now(), Microseconds(0));
    return m_alive + m_context.policy.assumedHold;
}

void SaleProcess::onDone(quint64 asked, const Order &order)
{
    const Change change = *m_change;
    m_change->stage = Change::Stage::Concluding;
    take(order, asked, change.step, Source::OwnChange);
    m_changeAnswered = m_context.nextQuestion();
    const bool isShown = change.step == Step::Change || isAsWanted(change.step, m_sale.order.status).value_or(false);
    if (!isShown && !isFinal(m_sale.order.status))
        m_open.add(change.intent, m_context.scheduler.now() + m_context.policy.lateEffect);
    if (change.step == Step::Cancel && isShown)
        m_release.noteDone();
    else if (change.step == Step::Cancel)
        m_release.noteVain();
    if (!isShown)
        m_open.note(change.step); // success without a visible effect is no proof of its later cause
    const Conclusion conclusion{change.intent.id, isShown ? IntentResult::Done : IntentResult::Unknown,
                                m_sale.order.id};

    // If the start's answer lacks the payment, later answers do not show whether there was a page.
    if (change.step == Step::StartPayment && m_sale.order.status == OrderStatus::InProgress &&
        order.has(Field::Payment) && m_sale.order.payment.redirectUrl.isEmpty() &&
        m_sale.confirmedBy == ConfirmedBy::Unknown) {
        noteNoPage(conclusion);
        if (m_next)
            end();
        plan();
        Q_EMIT changed();
        return;
    }
    m_record.keep({conclusion});
    const bool hasNext = m_next.has_value();
    end();
    if (change.step == Step::StartPayment && !hasNext)
        offerRedirect();
    if (change.step == Step::Cancel && !hasNext)
        m_polling.read(); // a payment made meanwhile becomes visible now
}

void SaleProcess::noteNoPage(const Conclusion &started)
{
    m_record.pending.confirmedBy = ConfirmedBy::Cashier;
    m_record.keep({started}, this, [this, start = started.intent] {
        if (isUnder(start)) {
            m_record.apply();
            if (m_sale.isFree() && m_sale.collecting() == Sale::Collecting::Yes)
                m_next = Change{.step = Step::Confirm}; // nothing to collect: confirmed automatically
            return end();
        }
        // The cashier has begun another step meanwhile.
        const auto by = std::exchange(m_record.pending.confirmedBy, std::nullopt);
        if (by == ConfirmedBy::Cashier && !m_sale.isPaidOnPage())
            m_sale.confirmedBy = ConfirmedBy::Cashier;
        Q_EMIT changed();
    });
}

void SaleProcess::fail(const ApiError &answered)
{
    const Change change = *m_change;
    if (isOnWire()) // if only a reading failed, other pending answers remain valid
        m_changeAnswered = m_context.nextQuestion();
    m_resend.reset();
    m_context.noteAnswer(&answered);
    qCInfo(saleLog).noquote() << "order" << m_sale.order.id.toString() << "step" << static_cast<int>(change.step)
                              << answered.requestId << answered.toLogLine();
    // In the stages of choosing the system or reading the order, the change itself was not sent.
    const bool isLost = answered.effect == Effect::Possible && change.stage == Change::Stage::OnWire;
    ApiError error = answered;
    // … but an earlier request for it may have taken effect.
    const bool mayBeDone = isLost || (change.stage == Change::Stage::ReadingBack && m_open.isOpen(change.step));
    error.effect = mayBeDone ? Effect::Possible : Effect::None;
    const Conclusion conclusion{change.intent.id, isLost ? IntentResult::Unknown : IntentResult::Refused,
                                m_sale.order.id};
    if (isLost)
        m_open.add(change.intent, m_context.scheduler.now() + m_context.policy.lateEffect);
    else if (change.step == Step::StartPayment && m_sale.order.status == OrderStatus::Executed)
        noteNotStarted();
    if (change.step == Step::Cancel)
        m_release.noteVain();
    const bool isNews = m_record.isNews(change.step, error, change.isByPerson);
    if (isNews)
        m_record.note({.at = m_context.now(), .what = What::StepFailed, .step = change.step, .error = error});

    const auto conclude = [this, change, error, isNews] {
        m_sale.failure = Sale::Failure{change.step, error};
        const bool hasNext = m_next.has_value();
        end();
        if (isNews)
            Q_EMIT stepFailed(change.step, error);
        if (error.retryAfter && !hasNext && !m_change) {
            m_polling.stop();
            m_polling.wait(*error.retryAfter);
        } else if (error.kind != ErrorKind::Unauthorized && !m_change)
            m_polling.read(); // only the server knows now how the order stands
    };
    if (change.step != Step::Cancel || change.stage != Change::Stage::OnWire || !isRefusal(error)) {
        m_record.keep({conclusion});
        return conclude();
    }
    // Finally refused: the sale continues. Written before it is shown, so that no later start cancels it again.
    m_change->stage = Change::Stage::Concluding;
    m_record.pending.goal = SaleGoal::Sell;
    m_record.keep({conclusion}, this, [this, conclude, id = change.intent.id] {
        if (!isUnder(id))
            return; // the cashier has begun another step meanwhile
        m_record.apply();
        conclude();
    });
}

void SaleProcess::withdraw()
{
    m_resend.reset();
    m_record.withdraw();
    m_record.noteUnsent(m_change->step);
    if (m_change->step == Step::StartPayment && m_sale.order.status == OrderStatus::Executed)
        noteNotStarted();
    m_record.keep({Conclusion{m_change->intent.id, IntentResult::Refused, m_sale.order.id}});
    m_change.reset();
}

void SaleProcess::end()
{
    m_change.reset();
    m_sale.inProgress.reset();
    m_sale.retryAt.reset();
    m_sale.next.reset();
    const std::optional<Change> next = std::exchange(m_next, std::nullopt);
    if (next && judge(next->step, next->seen) == Refusal::None)
        return start(*next);
    plan();
    if (!next || isFinal(m_sale.order.status))
        return Q_EMIT changed();
    m_record.keepUnsent(next->step);
    reportUnsent(next->step);
}

void SaleProcess::reportUnsent(Step step)
{
    const ApiError error{.kind = ErrorKind::Abandoned};
    m_sale.failure = Sale::Failure{step, error};
    Q_EMIT changed();
    Q_EMIT stepFailed(step, error);
}

void SaleProcess::offerRedirect()
{
    const QUrl &url = m_sale.order.payment.redirectUrl;
    if (m_sale.order.status != OrderStatus::InProgress || url.isEmpty())
        return;
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

// Reported orders --------------------------------------------------------------------------------------------

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
    if (m_polling.failed() == m_context.policy.readsUntilIssue && isOurs()) {
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
        if (!result || m_sale.tickets == *result)
            return;
        m_sale.tickets = *result;
        if (isOurs())
            m_context.journal.keep({SaleTickets{m_sale.order.id, *result}});
        Q_EMIT changed();
    });
}

bool SaleProcess::isOnWire() const
{
    return m_change && (m_change->stage == Change::Stage::OnWire || m_change->stage == Change::Stage::Choosing);
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
    const bool isNewer = source == Source::OwnChange || (asked > m_learned && asked > m_changeAnswered && !isOnWire());
    const bool isCertain = isFinal(to) && (change == Transition::Forward || change == Transition::Late);
    if (change == Transition::Refused || (!isNewer && !isCertain)) {
        if (change != Transition::None)
            qCWarning(saleLog) << "order" << order.id.toString() << "is" << toWord(m_sale.lastKnown)
                               << "; not believed:" << toWord(to) << order.statusWord;
        // A payment page counts also if an old answer reports it.
        if (to == OrderStatus::InProgress && m_sale.lastKnown == to && tighten(order) && isOurs())
            m_record.keep();
        return;
    }
    m_learned = std::max(m_learned, asked);
    accept(order, change, by, source);
}

/// This start had no effect; the effect of an earlier one may be unknown.
void SaleProcess::noteNotStarted()
{
    if (!m_open.isOpen(Step::StartPayment))
        m_sale.confirmedBy = ConfirmedBy::Unknown;
    if (!m_open.wasAsked(Step::StartPayment))
        m_sale.paymentStartedAt.reset();
}

void SaleProcess::accept(const Order &reported, Transition change, Step by, Source source)
{
    const Instant now = m_context.now();
    const Order before = m_sale.order;
    const OrderStatus to = reported.has(Field::Status) ? reported.status : m_sale.lastKnown;
    const auto [ownRequest, step] =
        m_open.ownRequestFor(to, by, isOnWire() ? std::optional(m_change->step) : std::nullopt);
    const bool isNews =
        change != Transition::None && !(change == Transition::Unknown && m_sale.order.status == OrderStatus::Unknown);
    if (change != Transition::None && to != OrderStatus::Unknown)
        m_record.noteChange(reported, to, ownRequest, step);
    m_sale.order = merged(before, reported);
    m_record.noteSum(before);
    if (m_sale.order.status != OrderStatus::Unknown)
        m_sale.lastKnown = m_sale.order.status;
    m_sale.known = Sale::Known::FromServer;
    m_sale.lastAskedAt = now;
    m_alive = m_context.scheduler.now();
    m_polling.noteAnswer();
    m_sale.isUnknownToServer = false;
    const bool isKnownAgain = m_record.noteKnown();
    if (isNews) {
        m_polling.noteNews();
        m_record.noteProgress();
        if (change == Transition::Back || change == Transition::Unknown)
            qCWarning(saleLog) << "order" << reported.id.toString() << "went from" << toWord(before.status) << "to"
                               << reported.statusWord;
        if (to == OrderStatus::InProgress) {
            m_sale.paymentStartedAt = reported.updatedAt.value_or(now);
            m_open.forget(Step::StartPayment);
        }
    }
    if (m_sale.failure && m_sale.failure->step == Step::Read)
        m_sale.failure.reset();
    tighten(m_sale.order);
    const QList<JournalEntry> concluded = judgeOpen(by);
    if (m_sale.failure && m_open.isEmpty())
        m_sale.failure->error.effect = Effect::None; // the order's state is known now
    if (to == OrderStatus::Done && change != Transition::None && isOurs()) {
        m_readingTickets.abandon(); // requested before they had barcodes
        readTickets();
    }
    if (isOurs())
        m_record.raiseBy(before, change);
    if (isOurs() && (before != m_sale.order || isKnownAgain || !concluded.isEmpty() || !m_record.isWhole()))
        m_record.keep(concluded);
    // Opens a page reported only by a later reading, and one that was held back until the new sum was accepted.
    const bool isPageNew = by == Step::Read && source != Source::OwnChange && isOurs() && !m_isRestored &&
                           before.payment.redirectUrl.isEmpty() && !m_sale.order.payment.redirectUrl.isEmpty();
    if (isPageNew || (m_isPageHeldBack && !m_sale.isSumToAccept()))
        offerRedirect();
}

bool SaleProcess::tighten(const Order &reported)
{
    if (reported.payment.redirectUrl.isEmpty() || m_sale.isPaidOnPage())
        return false;
    m_sale.confirmedBy = ConfirmedBy::Page;
    return true;
}

QList<JournalEntry> SaleProcess::judgeOpen(Step by)
{
    QList<JournalEntry> entries;
    if (m_open.isEmpty())
        return entries;
    const auto patience = by == Step::Read ? OpenChanges::Patience::Over : OpenChanges::Patience::Kept;
    for (const Conclusion &concluded :
         m_open.judge(m_sale.order.id, m_sale.order.status, m_context.scheduler.now(), patience))
        entries << concluded;
    if (m_open.isEmpty()) {
        if (m_sale.order.status == OrderStatus::Executed && !m_change)
            noteNotStarted();
        m_context.journal.resolveByServer(m_sale.order.id, Issue::Kind::UnknownOutcome);
    }
    return entries;
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
    if (isChanging()) {
        m_polling.stop();
        m_release.stop();
        return;
    }
    m_polling.plan(changeEffect());

    const bool wantsRelease = !m_change && isOurs() && m_sale.goal == SaleGoal::Release && !m_sale.closed &&
                              m_sale.known == Sale::Known::FromServer && !m_sale.isUnknownToServer &&
                              mayStep(m_sale.order.status, Step::Cancel);
    if (!wantsRelease)
        m_release.stop();
    else
        m_release.plan();
}

void SaleProcess::release()
{
    if (!m_change && judge(Step::Cancel, PageSeen::NotAsked) == Refusal::None)
        start({.step = Step::Cancel, .isByPerson = false});
}

void SaleProcess::retryNow()
{
    if (m_change || m_sale.closed)
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
    // In Recording and Concluding the intent's entries are being written already.
    if (m_change && m_change->stage != Change::Stage::Recording && m_change->stage != Change::Stage::Concluding)
        entries << m_change->intent;
    for (const Intent &intent : m_open.intents())
        entries << intent << Conclusion{intent.id, IntentResult::Unknown, m_sale.order.id};
    if (!m_sale.tickets.isEmpty())
        entries << SaleTickets{m_sale.order.id, m_sale.tickets};
    m_record.distrust();
    m_record.keep(entries);
}

} // namespace okoshko
