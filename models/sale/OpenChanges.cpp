// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/OpenChanges.h"

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

void OpenChanges::add(const Intent &intent, Microseconds until)
{
    m_open.append({intent, until});
    note(stepOf(intent.verb));
}

bool OpenChanges::isOpen(Step step) const
{
    return std::any_of(m_open.cbegin(), m_open.cend(),
                       [step](const Open &open) { return stepOf(open.intent.verb) == step; });
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

QList<Conclusion> OpenChanges::judge(const OrderId &order, OrderStatus status, Microseconds now, Patience patience)
{
    QList<Conclusion> concluded;
    if (status == OrderStatus::Unknown)
        return concluded;
    m_open.removeIf([&](const Open &open) {
        const auto done = isAsWanted(stepOf(open.intent.verb), status);
        if (!done && (now < open.until || patience == Patience::Kept))
            return false; // a slow server may still act on it
        concluded.append({open.intent.id, done.value_or(false) ? IntentResult::Done : IntentResult::Refused, order});
        return true;
    });
    return concluded;
}

} // namespace okoshko
