// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/ServerClock.h"
#include "models/sale/RedirectRule.h"
#include "models/sale/SaleBook.h"
#include "models/sale/SaleDesk.h"
#include "models/sale/Transitions.h"

#include <QLoggingCategory>

// Changes of an order: one at a time, journaled before it is sent, and what comes of it.

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.sale")

Intent::Verb verbOf(Step step)
{
    switch (step) {
    case Step::ChoosePayment:
        return Intent::Verb::ChoosePayment;
    case Step::StartPayment:
        return Intent::Verb::StartPayment;
    case Step::Confirm:
        return Intent::Verb::Confirm;
    case Step::Cancel:
    case Step::Read: // is no change
        return Intent::Verb::Cancel;
    }
    Q_UNREACHABLE();
}

bool asksToWait(const ApiError &error)
{
    return error.kind == ErrorKind::Conflict || error.kind == ErrorKind::TooManyRequests;
}

bool refusesKey(const ApiError &error)
{
    return error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::Forbidden;
}

} // namespace

SaleDesk::Refusal SaleDesk::pay(const OrderId &id, const PaymentChoice &choice)
{
    return begin(id, {.step = Step::ChoosePayment, .choice = choice});
}

SaleDesk::Refusal SaleDesk::confirm(const OrderId &id)
{
    return begin(id, {.step = Step::Confirm});
}

SaleDesk::Refusal SaleDesk::cancel(const OrderId &id)
{
    return begin(id, {.step = Step::Cancel});
}

SaleDesk::Refusal SaleDesk::judge(const OrderId &id, Step step) const
{
    const Sale *known = sale(id);
    if (!known)
        return Refusal::UnknownOrder;
    if (known->underWay)
        return Refusal::Busy;
    if (step == Step::Read)
        return Refusal::None;
    if (known->known == Sale::Known::FromJournal)
        return Refusal::NotReadYet;
    const bool payingNothing = step == Step::ChoosePayment && known->order.tickets.isEmpty();
    const bool payingElsewhere =
        step == Step::Confirm && (!known->order.payment.redirectUrl.isEmpty() ||
                                  known->confirmation == PaymentSystem::Confirmation::Server);
    const bool payingGivenUp = step != Step::Cancel && known->wish == Wish::Release;
    const bool allowed =
        mayStep(known->order.status, step) == Verdict::Allowed && !payingNothing && !payingElsewhere && !payingGivenUp;
    if (!allowed)
        return Refusal::Forbidden;
    // Seats are given back even so, as soon as it works: that does no harm.
    return m_keyRefused && step != Step::Cancel ? Refusal::KeyRefused : Refusal::None;
}

SaleDesk::Refusal SaleDesk::begin(const OrderId &id, Change change)
{
    const Refusal refusal = judge(id, change.step);
    if (refusal != Refusal::None)
        return refusal;
    Sale &sale = m_sales.at(id);
    Work &work = m_work[id];
    sale.origin = Sale::Origin::ThisCounter;
    if (change.step == Step::Cancel)
        sale.wish = Wish::Release;
    const auto intent = m_places.book.intend({.verb = verbOf(change.step),
                                              .order = id,
                                              .request = {.event = sale.order.event},
                                              .system = change.choice.system,
                                              .at = m_places.clock.now()},
                                             &sale);
    if (!intent) {
        sale.failure = Sale::Failure{change.step, intent.error()};
        plan(id);
        Q_EMIT saleChanged(id);
        return Refusal::NotRecorded;
    }
    change.intent = *intent;
    sale.underWay = change.step;
    sale.failure.reset();
    work.change = change;
    work.conflicts = 0;
    work.releaseAt.reset();
    // An answer that was asked for before the change would tell of the time before it.
    work.reading.abandon();
    send(id);
    Q_EMIT saleChanged(id);
    return Refusal::None;
}

void SaleDesk::send(const OrderId &id)
{
    Work &work = m_work[id];
    work.resendAt.reset();
    TicketingApi &api = m_places.api;
    const auto then = [this, id](const Result<Order> &result) { onAnswered(id, result); };
    switch (work.change.step) {
    case Step::ChoosePayment:
        api.choosePayment(id, work.change.choice, this, then);
        return;
    case Step::StartPayment:
        api.startPayment(id, this, then);
        return;
    case Step::Confirm:
        api.confirm(id, this, then);
        return;
    case Step::Cancel:
        if (m_sales.at(id).order.status == OrderStatus::InProgress && work.change.settled == Change::Settled::No)
            settlePayment(id);
        else
            api.cancel(id, this, then);
        return;
    case Step::Read:
        return; // a reading is no change
    }
}

void SaleDesk::settlePayment(const OrderId &id)
{
    // The buyer may have paid a moment ago: then there is nothing left to cancel.
    m_places.api.order(id, this, [this, id](const Result<Order> &result) { onSettled(id, result); });
}

void SaleDesk::onSettled(const OrderId &id, const Result<Order> &result)
{
    if (!result) {
        onChangeFailed(id, result.error()); // a reading: nothing was cancelled
        return;
    }
    Sale &sale = m_sales.at(id);
    accept(sale, *result, Step::Read);
    if (isHeld(sale.order.status)) {
        m_work[id].change.settled = Change::Settled::Yes;
        send(id);
    } else {
        endChange(id, Outcome::Refused);
    }
    Q_EMIT saleChanged(id);
}

void SaleDesk::onAnswered(const OrderId &id, const Result<Order> &result)
{
    Work &work = m_work[id];
    if (result) {
        m_keyRefused = false;
        onChanged(id, *result);
    } else if (asksToWait(result.error()) && ++work.conflicts <= m_patience.mostConflicts) {
        const std::chrono::milliseconds pause = result.error().retryAfter.value_or(std::chrono::seconds(0));
        work.resendAt = m_places.clock.now() + std::max(pause, m_patience.conflictPause);
    } else {
        onChangeFailed(id, result.error());
    }
}

void SaleDesk::endChange(const OrderId &id, Outcome outcome)
{
    Sale &sale = m_sales.at(id);
    sale.underWay.reset();
    m_places.book.conclude(m_work[id].change.intent, outcome, &sale);
    plan(id);
}

void SaleDesk::onChanged(const OrderId &id, const Order &order)
{
    Sale &sale = m_sales.at(id);
    const Change change = m_work[id].change;
    accept(sale, order, change.step);
    m_places.book.concludeBy(order); // of changes before it whose answers were lost, this one tells as well
    if (change.step == Step::ChoosePayment) {
        sale.system = change.choice.system;
        sale.confirmation = confirmationOf(sale.system);
        sale.history.append(
            {.at = m_places.clock.now(), .what = HistoryEntry::What::SystemChosen, .words = sale.system});
    }
    endChange(id, Outcome::Done);

    // Choosing and starting are one step for the cashier; the server may meanwhile have ended the order.
    if (change.step == Step::ChoosePayment && begin(id, {.step = Step::StartPayment}) == Refusal::None)
        return;
    Q_EMIT saleChanged(id);
    if (change.step == Step::StartPayment)
        offerRedirect(sale);
    if (change.step == Step::Cancel && change.settled == Change::Settled::Yes)
        read(id); // what had been paid in between shows only now
}

void SaleDesk::onChangeFailed(const OrderId &id, const ApiError &error)
{
    const Step step = m_work[id].change.step;
    qCInfo(log).noquote() << "order" << id.toString() << "step" << static_cast<int>(step) << error.requestId
                          << error.toLogLine();
    Sale &sale = m_sales.at(id);
    sale.failure = Sale::Failure{step, error};
    sale.history.append({.at = m_places.clock.now(), .what = HistoryEntry::What::StepFailed, .error = error});
    if (step == Step::Cancel)
        ++m_work[id].released;
    endChange(id, error.effect == Effect::Possible ? Outcome::Unknown : Outcome::Refused);
    noteKey(error);
    Q_EMIT saleChanged(id);
    Q_EMIT stepFailed(id, step, error);
    // Whatever the reason: only the server knows now how the order stands.
    if (error.retryAfter)
        wait(id, *error.retryAfter);
    else if (!refusesKey(error))
        read(id);
}

void SaleDesk::wait(const OrderId &id, std::chrono::seconds pause)
{
    Work &work = m_work[id];
    work.askAt = m_places.clock.now() + pause;
    work.releaseAt.reset(); // planned anew by what is read
}

void SaleDesk::noteKey(const ApiError &error)
{
    if (refusesKey(error))
        m_keyRefused = true;
}

void SaleDesk::offerRedirect(const Sale &sale)
{
    if (sale.order.status != OrderStatus::InProgress || sale.order.payment.redirectUrl.isEmpty())
        return;
    const OrderId id = sale.order.id;
    if (judgeRedirect(sale.order.payment.redirectUrl) == Opening::Safe) {
        if (sale.confirmation == PaymentSystem::Confirmation::Cashier)
            qCWarning(log) << "order" << id.toString() << "is paid on a page, though the cashier was to collect";
        else
            Q_EMIT redirectReady(id);
    } else {
        qCWarning(log) << "order" << id.toString() << "payment address refused, scheme"
                       << sale.order.payment.redirectUrl.scheme();
        Q_EMIT redirectRefused(id);
    }
}

} // namespace okoshko
