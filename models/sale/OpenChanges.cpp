// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/OpenChanges.h"

#include "models/sale/Fulfilment.h"

#include <algorithm>

namespace okoshko {

Step stepOf(Intent::Verb verb)
{
    switch (verb) {
    case Intent::Verb::StartPayment:
        return Step::StartPayment;
    case Intent::Verb::Confirm:
        return Step::Confirm;
    case Intent::Verb::Cancel:
        return Step::Cancel;
    case Intent::Verb::Change:
        return Step::Change;
    case Intent::Verb::Reserve: // concerns no existing order
        return Step::Read;
    }
    Q_UNREACHABLE();
}

Intent::Verb verbOf(Step step)
{
    switch (step) {
    case Step::StartPayment:
        return Intent::Verb::StartPayment;
    case Step::Confirm:
        return Intent::Verb::Confirm;
    case Step::Change:
        return Intent::Verb::Change;
    case Step::Cancel:
    case Step::Read: // not a change
        return Intent::Verb::Cancel;
    }
    Q_UNREACHABLE();
}

std::optional<bool> isAsWanted(Step step, OrderStatus status)
{
    const bool paid = status == OrderStatus::Done || status == OrderStatus::Refunded;
    switch (step) {
    case Step::StartPayment:
        if (status == OrderStatus::InProgress || paid)
            return true;
        break;
    case Step::Confirm:
        if (paid)
            return true;
        break;
    case Step::Cancel:
        if (status == OrderStatus::Canceled)
            return true;
        break;
    case Step::Change: // does not change the status
        break;
    case Step::Read:
        return true;
    }
    return isFinal(status) ? std::optional(false) : std::nullopt;
}

void OpenChanges::add(const Intent &intent, Microseconds until, const Order &before)
{
    m_open.append({intent, until, before});
    note(stepOf(intent.verb));
}

bool OpenChanges::isOpen(Step step) const
{
    return std::any_of(m_open.cbegin(), m_open.cend(),
                       [step](const Open &open) { return stepOf(open.intent.verb) == step; });
}

bool OpenChanges::isOpen(qint64 intent) const
{
    return std::any_of(m_open.cbegin(), m_open.cend(), [intent](const Open &open) { return open.intent.id == intent; });
}

QList<Intent> OpenChanges::intents() const
{
    QList<Intent> all;
    for (const Open &open : m_open)
        all << open.intent;
    return all;
}

void OpenChanges::remove(qint64 intent)
{
    m_open.removeIf([intent](const Open &open) { return open.intent.id == intent; });
}

std::pair<OwnRequest, Step> OpenChanges::ownRequestFor(OrderStatus to, Step by, std::optional<Step> onWire) const
{
    const auto leads = [to](Step step) { return isAsWanted(step, to).value_or(false); };
    if (by != Step::Read && leads(by))
        return {OwnRequest::Answered, by};
    // A started payment may have been paid by anybody.
    const auto isDirect = [to](Step step) { return step != Step::StartPayment || to == OrderStatus::InProgress; };
    if (onWire && leads(*onWire) && isDirect(*onWire))
        return {OwnRequest::Open, *onWire};
    for (const Open &open : m_open) {
        const Step step = stepOf(open.intent.verb);
        if (leads(step) && isDirect(step))
            return {OwnRequest::Open, step};
    }
    for (const Step step : m_asked) {
        if (leads(step) && isDirect(step))
            return {OwnRequest::Possible, step};
    }
    return {OwnRequest::None, Step::Read};
}

void OpenChanges::noteNotStarted(Sale &sale) const
{
    if (!isOpen(Step::StartPayment))
        sale.confirmedBy = ConfirmedBy::Unknown;
    if (!wasAsked(Step::StartPayment))
        sale.paymentStartedAt.reset();
}

std::optional<IntentResult> OpenChanges::resultOf(const Open &open, const Sale &sale, bool isAnswered)
{
    if (open.intent.verb != Intent::Verb::Change) {
        const auto isDone = isAsWanted(stepOf(open.intent.verb), sale.order.status);
        return isDone ? std::optional(*isDone ? IntentResult::Done : IntentResult::Refused) : std::nullopt;
    }
    switch (fulfilmentOf(open.intent.change, open.before, sale.order, sale.tickets)) {
    case Fulfilment::Whole:
    case Fulfilment::Partly:
        return IntentResult::Done;
    case Fulfilment::None:
        return isAnswered ? std::optional(IntentResult::Refused) : std::nullopt;
    case Fulfilment::NotKnown:
        return isAnswered ? std::optional(IntentResult::Done) : std::nullopt;
    }
    Q_UNREACHABLE();
}

QList<OpenChanges::Judged> OpenChanges::judge(const Sale &sale, Microseconds now, Expired expired,
                                              const std::function<bool(qint64 intent)> &answered)
{
    QList<Judged> judged;
    if (sale.order.status == OrderStatus::Unknown)
        return judged;
    const bool isAnyAnswered =
        std::any_of(m_open.cbegin(), m_open.cend(), [&answered](const Open &open) { return answered(open.intent.id); });
    m_open.removeIf([&](const Open &open) {
        const bool isChange = open.intent.verb == Intent::Verb::Change;
        const bool isAnswered = answered(open.intent.id);
        auto result = resultOf(open, sale, isAnswered);
        const bool isOver = (isChange && isFinal(sale.order.status)) || // a slow server may still act on it otherwise
                            (now >= open.until && expired == Expired::Conclude);
        if (isChange && isAnyAnswered && !isAnswered)
            result = IntentResult::Refused; // the later change has set the whole state
        if (!result && !isOver)
            return false;
        judged.append({open.intent, result.value_or(IntentResult::Refused), open.before});
        return true;
    });
    if (!isOpen(Step::Change))
        forget(Step::Change);
    return judged;
}

} // namespace okoshko
