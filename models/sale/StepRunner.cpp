// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/StepRunner.h"

#include "models/sale/Fulfilment.h"
#include "models/sale/OrderStateMachine.h"
#include "models/sale/SaleJournal.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace okoshko {

namespace {

using What = HistoryEntry::What;
using Field = Order::Field;

/// Whether a confirmation that is refused says that the money is in the drawer: the cashier has looked at the sum and
/// the page.
bool isMoneyTaken(const Sale &sale, Refusal refusal)
{
    return refusal != Refusal::NewSum && refusal != Refusal::AskForPage && sale.collecting() != Sale::Collecting::No &&
           sale.isDue();
}

} // namespace

StepRunner::StepRunner(SaleContext &context, Sale &sale, SaleRecord &record, OpenChanges &open, SalePolling &polling,
                       ReleaseSchedule &release)
    : m_context(context)
    , m_sale(sale)
    , m_record(record)
    , m_open(open)
    , m_polling(polling)
    , m_release(release)
    , m_resend(context.scheduler)
    , m_alive(context.scheduler.now())
{
}

std::optional<Step> StepRunner::onWire() const
{
    const bool isSent = m_running && (m_running->stage == Stage::OnWire || m_running->stage == Stage::Choosing);
    return isSent ? std::optional(m_running->request.step) : std::nullopt;
}

bool StepRunner::isForSum() const
{
    return m_running && (m_running->request.step == Step::StartPayment || m_running->request.step == Step::Confirm);
}

std::optional<Intent> StepRunner::writtenIntent() const
{
    // In Recording and Concluding the intent's entries are being written already.
    const bool isWritten = isUnanswered() && m_running->stage != Stage::Recording;
    return isWritten ? std::optional(m_running->intent) : std::nullopt;
}

// Asked by the cashier -----------------------------------------------------------------------------------------------

Refusal StepRunner::judge(const Request &request) const
{
    const Refusal refusal = m_record.pending.closed        ? Refusal::Forbidden
                            : request.step == Step::Change ? refusalOf(m_sale, request.wanted)
                                                           : refusalOf(m_sale, request.step, request.seen);
    if (refusal != Refusal::None)
        return refusal;
    // A cancellation is allowed even then; it is retried until it works.
    return m_context.keyRefused && request.step != Step::Cancel ? Refusal::KeyRefused : Refusal::None;
}

Refusal StepRunner::ask(const Request &request)
{
    if (const Refusal refusal = judge(request); refusal != Refusal::None) {
        if (request.step == Step::Confirm && isMoneyTaken(m_sale, refusal))
            keepMoneyTaken();
        return refusal;
    }
    if (!m_running) {
        start(request);
        return Refusal::None;
    }
    const Step step = m_running->request.step;
    // The sum on the screen may not be the one after the change.
    const bool isTooSoon =
        step == Step::Change && (request.step == Step::StartPayment || request.step == Step::Confirm);
    switch (m_running->stage) {
    case Stage::Concluding: // answered; the result is being written
        m_running.reset();
        start(request);
        return Refusal::None;
    case Stage::Waiting:
        if (m_running->request == request) { // the cashier skips the retry pause
            m_resend.cancel();
            resend();
            return Refusal::None;
        }
        break;
    case Stage::ReadingBack: // only a reading: nothing was sent yet
        if (step == request.step || isTooSoon)
            return Refusal::Busy;
        m_readingBefore.abandon();
        break;
    case Stage::Recording:
    case Stage::Choosing:
    case Stage::OnWire: // no cancellation while the money's confirmation is being sent
        if (step == request.step || isTooSoon)
            return Refusal::Busy;
        if (step == Step::Confirm)
            return Refusal::Confirming;
        if (request.step == Step::Confirm)
            m_record.noteMoneyTaken();
        m_sale.next = request.step;
        m_next = request;
        Q_EMIT changed();
        return Refusal::None;
    }
    withdraw();
    start(request);
    return Refusal::None;
}

void StepRunner::keepMoneyTaken()
{
    m_record.noteMoneyTaken();
    m_record.keep({}, this, [this] {
        m_record.becomeOurs(); // as after a step
        if (!m_running)
            Q_EMIT ended();
        Q_EMIT changed();
    });
}

void StepRunner::release()
{
    const Request request{.step = Step::Cancel, .isByPerson = false};
    if (!m_running && judge(request) == Refusal::None)
        start(request);
}

void StepRunner::start(const Request &request)
{
    m_release.stop();
    m_polling.abandon(); // its answer could be older than the change
    m_resend.reset();
    m_sale.inProgress = request.step;
    m_sale.next.reset();
    m_sale.retryAt.reset();
    if (request.step == Step::Confirm)
        m_record.noteMoneyTaken();
    m_sale.failure.reset();
    if (m_sale.origin == Sale::Origin::ThisCounter && !m_record.isWhole())
        m_context.journal.keep(m_record.timeline());

    m_running = Running{.request = request};
    m_running->intent = {.id = m_context.journal.newIntent(),
                         .verb = verbOf(request.step),
                         .order = m_sale.order.id,
                         .request = {.event = m_sale.order.event},
                         .system = request.choice.system,
                         .change = request.wanted,
                         .at = m_context.now()};
    if (m_context.isCombinedStartRefused)
        m_running->request.start = PaymentStart::Separate;
    if (request.step == Step::Cancel) {
        m_record.pending.goal = SaleGoal::Release;
    } else if (request.step == Step::StartPayment) {
        m_record.pending.system = request.choice.system;
        m_record.pending.confirmedBy =
            request.confirmation == PaymentSystem::Confirmation::Server ? ConfirmedBy::Server : ConfirmedBy::Unknown;
    }
    m_context.journal.intend({m_running->intent, m_record.snapshot()}, this,
                             [this](const Journaled<void> &recorded) { onRecorded(recorded); });
    Q_EMIT changed();
}

void StepRunner::onRecorded(const Journaled<void> &recorded)
{
    const Request request = m_running->request;
    if (!recorded) {
        const ApiError error = notRecorded(recorded.error());
        m_sale.failure = Sale::Failure{request.step, error};
        if (request.step == Step::Cancel)
            m_release.noteVain();
        const bool isNews = m_record.isNews(request.step, error, request.isByPerson);
        m_record.withdraw();
        // If it is written late, it names the order, and later entries have the real state.
        if (recorded.error().kind == JournalError::Kind::TooSlow)
            m_sale.origin = Sale::Origin::ThisCounter;
        if (request.step == Step::Confirm && m_sale.isDue())
            keepMoneyTaken();
        else if (m_sale.origin == Sale::Origin::ThisCounter)
            m_record.keep();
        end();
        if (isNews)
            Q_EMIT stepFailed(request.step, error);
        return;
    }
    m_record.noteRecorded();
    m_record.becomeOurs();
    if (request.step == Step::StartPayment)
        m_sale.confirmation = request.confirmation;
    m_record.pending.system.reset(); // shown once the server has accepted it
    m_record.apply();
    m_sale.notePage(m_sale.order);
    if (isOvertaken())
        return;
    const bool isToChoose = request.step == Step::StartPayment && request.start == PaymentStart::Separate &&
                            !request.choice.system.isEmpty();
    m_running->stage = isToChoose ? Stage::Choosing : Stage::OnWire;
    const bool isUnseen = request.step == Step::Confirm && m_sale.confirmedBy == ConfirmedBy::Unknown;
    // Meanwhile the buyer may have paid, a page may have appeared, or an unanswered step may have taken effect.
    const bool isEffectUnknown = m_open.wasAsked(request.step) || m_open.isOpen(Step::Change);
    if (isUnseen || isEffectUnknown || (request.step == Step::Cancel && m_sale.order.status == OrderStatus::InProgress))
        readBeforeSending(m_running->stage);
    else
        send();
    Q_EMIT changed();
}

/// Drops the step if a newer step or state makes it invalid.
bool StepRunner::isOvertaken()
{
    if (!m_next && judge(m_running->request) == Refusal::None)
        return false;
    const Step step = m_running->request.step;
    withdraw();
    end();
    if (step == Step::Confirm && !m_running && m_sale.isOpen())
        reportUnsent(step);
    return true;
}

// Sent ---------------------------------------------------------------------------------------------------------------

void StepRunner::readBeforeSending(Stage then)
{
    m_running->stage = Stage::ReadingBack;
    const quint64 asked = m_context.nextQuestion();
    m_readingBefore = m_context.api.order(m_sale.order.id, this, [this, asked, then](const Result<Order> &result) {
        if (!result)
            return fail(result.error()); // only a reading: nothing was changed
        m_context.noteAnswer(nullptr);
        Q_EMIT wasRead(*result, asked);
        if (isOvertaken())
            return;
        m_running->stage = then;
        send();
        Q_EMIT changed();
    });
}

void StepRunner::send()
{
    const OrderId id = m_sale.order.id;
    const Request &request = m_running->request;
    const quint64 asked = m_context.nextQuestion();
    if (m_running->stage == Stage::Choosing) {
        m_context.api.choosePayment(id, request.choice, this,
                                    [this, asked](const Result<Order> &result) { onChosen(asked, result); });
        return;
    }
    const auto then = [this, asked](const Result<Order> &result) { onAnswered(asked, result); };
    switch (request.step) {
    case Step::StartPayment:
        // From now on a payment is possible, whatever the answer.
        if (!m_sale.paymentStartedAt)
            m_sale.paymentStartedAt = m_context.now();
        if (request.start == PaymentStart::Combined)
            m_context.api.startPaymentWith(id, request.choice, this, then);
        else
            m_context.api.startPayment(id, this, then);
        return;
    case Step::Change:
        m_context.api.change(id, request.wanted, this, then);
        return;
    case Step::Confirm:
        m_context.api.confirm(id, this, then);
        return;
    case Step::Cancel:
        m_context.api.cancel(id, this, then);
        return;
    case Step::Read:
        return; // not a change
    }
}

void StepRunner::noteSystem()
{
    m_sale.system = m_running->request.choice.system;
    m_record.note({.at = m_context.now(), .what = What::SystemChosen, .words = m_sale.system});
    if (m_running->request.choice.sendsTickets)
        m_record.note({.at = m_context.now(), .what = What::TicketsByEmail});
}

void StepRunner::onChosen(quint64 asked, const Result<Order> &result)
{
    if (!result) {
        if (!waits(result.error(), Stage::Choosing))
            fail(result.error());
        return;
    }
    m_context.noteAnswer(nullptr);
    m_running->stage = Stage::Concluding;
    m_sale.system = m_running->request.choice.system;
    Q_EMIT answered(*result, asked, Step::Read);
    m_lastAnswer = m_context.nextQuestion();
    noteSystem();
    m_record.keep();
    if (isOvertaken()) // the order may have ended, or its sum changed
        return;
    m_running->stage = Stage::OnWire;
    send();
    Q_EMIT changed();
}

void StepRunner::onAnswered(quint64 asked, const Result<Order> &result)
{
    if (result) {
        m_context.noteAnswer(nullptr);
        onDone(asked, *result);
    } else if (!waits(result.error(), Stage::OnWire) && !goesOnSeparately(result.error())) {
        fail(result.error());
    }
}

/// A server that refuses the combined start is read, and the separate requests follow while the order is unchanged.
bool StepRunner::goesOnSeparately(const ApiError &error)
{
    const Request &request = m_running->request;
    if (request.step != Step::StartPayment || request.start != PaymentStart::Combined ||
        error.kind != ErrorKind::BadRequest || error.effect != Effect::None || request.choice.system.isEmpty())
        return false;
    qCInfo(saleLog).noquote() << "order" << m_sale.order.id.toString() << "combined start refused" << error.requestId
                              << error.toLogLine();
    m_context.isCombinedStartRefused = true;
    m_context.noteAnswer(&error);
    m_lastAnswer = m_context.nextQuestion();
    m_running->request.start = PaymentStart::Separate;
    if (m_sale.order.status == OrderStatus::Executed)
        m_open.noteNotStarted(m_sale);
    readBeforeSending(Stage::Choosing);
    Q_EMIT changed();
    return true;
}

bool StepRunner::waits(const ApiError &error, Stage again)
{
    if (!asksToWait(error))
        return false;
    m_lastAnswer = m_context.nextQuestion();
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
    m_running->stage = Stage::Waiting;
    m_running->again = again;
    m_sale.retryAt = m_context.now() + (m_resend.due() - m_context.scheduler.now());
    Q_EMIT changed();
    return true;
}

void StepRunner::resend()
{
    m_running->stage = m_running->again;
    m_sale.retryAt.reset();
    send();
    Q_EMIT changed();
}

std::optional<Microseconds> StepRunner::holdDeadline() const
{
    const Microseconds now = m_context.scheduler.now();
    if (m_sale.order.reservedTill)
        return now + std::max<Microseconds>(*m_sale.order.reservedTill - m_context.now(), Microseconds(0));
    return m_alive + m_context.policy.assumedHold;
}

// Concluded ----------------------------------------------------------------------------------------------------------

void StepRunner::onDone(quint64 asked, const Order &order)
{
    const Running step = *m_running;
    const Step by = step.request.step;
    const Microseconds until = m_context.scheduler.now() + m_context.policy.lateEffect;
    m_running->stage = Stage::Concluding;
    if (by == Step::Change) {
        const OrderChange &wanted = step.request.wanted;
        m_open.add(step.intent, until, m_sale.order); // concluded with the answer, if that shows its effect
        m_running->isTold = (!(wanted.tickets || wanted.random) || order.has(Field::Tickets)) &&
                            (!wanted.promoCodes || order.has(Field::PromoCodes) || !order.refusal.isEmpty());
    }
    if (by == Step::StartPayment && step.request.start == PaymentStart::Combined)
        noteSystem();
    const Order before = m_sale.order;
    Q_EMIT answered(order, asked, by);
    m_lastAnswer = m_context.nextQuestion();
    if (by == Step::Change)
        return onChanged(before, order);
    const bool isShown = isAsWanted(by, m_sale.order.status).value_or(false);
    if (!isShown && !isFinal(m_sale.order.status))
        m_open.add(step.intent, until, m_sale.order);
    if (by == Step::Cancel && isShown)
        m_release.noteDone();
    else if (by == Step::Cancel)
        m_release.noteVain();
    if (!isShown)
        m_open.note(by); // success without a visible effect is no proof of its later cause
    const Conclusion conclusion{step.intent.id, isShown ? IntentResult::Done : IntentResult::Unknown, m_sale.order.id};

    // If the start's answer lacks the payment, later answers do not show whether there was a page.
    if (by == Step::StartPayment && m_sale.order.status == OrderStatus::InProgress && order.has(Field::Payment) &&
        m_sale.order.payment.redirectUrl.isEmpty() && m_sale.confirmedBy == ConfirmedBy::Unknown) {
        noteNoPage(conclusion);
        if (m_next)
            return end();
        Q_EMIT ended();
        return Q_EMIT changed();
    }
    m_record.keep({conclusion});
    const bool hasNext = m_next.has_value();
    end();
    if (by == Step::StartPayment && !hasNext)
        Q_EMIT paymentStarted();
    if (by == Step::Cancel && !hasNext)
        m_polling.read(); // a payment made meanwhile becomes visible now
}

/// A change of tickets or promo codes was answered with \a answer.
void StepRunner::onChanged(const Order &before, const Order &answer)
{
    const OrderChange wanted = m_running->request.wanted;
    const qint64 intent = m_running->intent.id;
    const bool isUnknown = m_open.isOpen(intent);
    if (isUnknown)
        m_record.keep({Conclusion{intent, IntentResult::Unknown, m_sale.order.id}});
    else
        m_record.keep();
    const Order &now = m_sale.order;
    const qsizetype sent = wanted.tickets ? wanted.tickets->size() : wantedCount(wanted, now);
    // A server may keep tickets that were given back.
    const bool isKept = !isUnknown && now.has(Field::Tickets) && now.tickets.size() > sent;
    std::optional<ApiError> refusal;
    if (isCodeRefused(wanted, before, answer) || isKept)
        refusal = ApiError{.kind = ErrorKind::BadRequest,
                           .httpStatus = 200,
                           .serverWords = answer.refusal,
                           .promoRefusal = answer.promoRefusal};
    const bool isNews = refusal && m_record.isNews(Step::Change, *refusal, true);
    if (isNews)
        m_record.note({.at = m_context.now(), .what = What::StepFailed, .step = Step::Change, .error = refusal});
    if (isNews)
        m_record.keep();
    const bool hasNext = m_next.has_value();
    if (refusal)
        m_sale.failure = Sale::Failure{Step::Change, *refusal};
    end();
    if (isNews)
        Q_EMIT stepFailed(Step::Change, *refusal);
    if (isUnknown && !hasNext)
        m_polling.read();
}

void StepRunner::noteNoPage(const Conclusion &started)
{
    m_record.pending.confirmedBy = ConfirmedBy::Cashier;
    m_record.keep({started}, this, [this, start = started.intent] {
        if (isUnder(start)) {
            m_record.apply();
            if (m_sale.isFree() && m_sale.collecting() == Sale::Collecting::Yes)
                m_next = Request{.step = Step::Confirm}; // nothing to collect: confirmed automatically
            return end();
        }
        // The cashier has begun another step meanwhile.
        const auto by = std::exchange(m_record.pending.confirmedBy, std::nullopt);
        if (by == ConfirmedBy::Cashier && !m_sale.isPaidOnPage())
            m_sale.confirmedBy = ConfirmedBy::Cashier;
        Q_EMIT changed();
    });
}

void StepRunner::fail(const ApiError &answered)
{
    const Running step = *m_running;
    const Step of = step.request.step;
    if (onWire()) // if only a reading failed, other pending answers remain valid
        m_lastAnswer = m_context.nextQuestion();
    m_resend.reset();
    m_context.noteAnswer(&answered);
    qCInfo(saleLog).noquote() << "order" << m_sale.order.id.toString() << "step" << static_cast<int>(of)
                              << answered.requestId << answered.toLogLine();
    // In the stages of choosing the system or reading the order, the step itself was not sent.
    const bool isLost = answered.effect == Effect::Possible && step.stage == Stage::OnWire;
    ApiError error = answered;
    // … but an earlier request for it may have taken effect.
    const bool mayBeDone = isLost || (step.stage == Stage::ReadingBack && m_open.isOpen(of));
    error.effect = mayBeDone ? Effect::Possible : Effect::None;
    const Conclusion conclusion{step.intent.id, isLost ? IntentResult::Unknown : IntentResult::Refused,
                                m_sale.order.id};
    if (isLost && of == Step::StartPayment && step.request.start == PaymentStart::Combined)
        m_sale.system = step.request.choice.system; // it may have been chosen
    if (isLost)
        m_open.add(step.intent, m_context.scheduler.now() + m_context.policy.lateEffect, m_sale.order);
    else if (of == Step::StartPayment && m_sale.order.status == OrderStatus::Executed)
        m_open.noteNotStarted(m_sale);
    if (of == Step::Cancel)
        m_release.noteVain();
    const bool isNews = m_record.isNews(of, error, step.request.isByPerson);
    if (isNews)
        m_record.note({.at = m_context.now(), .what = What::StepFailed, .step = of, .error = error});

    if (of != Step::Cancel || step.stage != Stage::OnWire || !isRefusal(error)) {
        m_record.keep({conclusion});
        return endFailed(of, error, isNews);
    }
    // Finally refused: the sale continues. Written before it is shown, so that no later start cancels it again.
    m_running->stage = Stage::Concluding;
    m_record.pending.goal = SaleGoal::Sell;
    m_record.keep({conclusion}, this, [this, of, error, isNews, id = step.intent.id] {
        if (!isUnder(id))
            return; // the cashier has begun another step meanwhile
        m_record.apply();
        endFailed(of, error, isNews);
    });
}

void StepRunner::endFailed(Step step, const ApiError &error, bool isNews)
{
    m_sale.failure = Sale::Failure{step, error};
    const bool hasNext = m_next.has_value();
    end();
    if (isNews)
        Q_EMIT stepFailed(step, error);
    if (error.retryAfter && !hasNext && !m_running) {
        m_polling.stop();
        m_polling.wait(*error.retryAfter);
    } else if (error.kind != ErrorKind::Unauthorized && !m_running)
        m_polling.read(); // only the server knows now how the order stands
}

void StepRunner::withdraw()
{
    m_resend.reset();
    m_record.withdraw();
    m_record.noteUnsent(m_running->request.step);
    if (m_running->request.step == Step::StartPayment && m_sale.order.status == OrderStatus::Executed)
        m_open.noteNotStarted(m_sale);
    m_record.keep({Conclusion{m_running->intent.id, IntentResult::Refused, m_sale.order.id}});
    m_running.reset();
}

void StepRunner::end()
{
    m_running.reset();
    m_sale.inProgress.reset();
    m_sale.retryAt.reset();
    m_sale.next.reset();
    const std::optional<Request> next = std::exchange(m_next, std::nullopt);
    if (next && judge(*next) == Refusal::None)
        return start(*next);
    Q_EMIT ended();
    if (!next || isFinal(m_sale.order.status))
        return Q_EMIT changed();
    m_record.keepUnsent(next->step);
    reportUnsent(next->step);
}

void StepRunner::reportUnsent(Step step)
{
    const ApiError error{.kind = ErrorKind::Abandoned};
    m_sale.failure = Sale::Failure{step, error};
    Q_EMIT changed();
    Q_EMIT stepFailed(step, error);
}

} // namespace okoshko
