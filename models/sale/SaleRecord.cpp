// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SaleRecord.h"

#include "models/sale/Fulfilment.h"
#include "models/sale/SaleHistory.h"
#include "models/sale/SaleJournal.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace okoshko {

SaleRecord::SaleRecord(SaleContext &context, Sale &sale)
    : m_context(context)
    , m_sale(sale)
{
}

void SaleRecord::insert(const HistoryEntry &entry)
{
    m_sale.history.insert(m_recorded, entry);
    ++m_recorded;
}

void SaleRecord::recall(const QList<HistoryEntry> &lines)
{
    QList<HistoryEntry> earlier;
    std::copy_if(lines.cbegin(), lines.cend(), std::back_inserter(earlier), [this](const HistoryEntry &line) {
        return std::none_of(m_sale.history.cbegin(), m_sale.history.cend(), [&line](const HistoryEntry &known) {
            return known.at == line.at && known.what == line.what;
        });
    });
    m_sale.history = earlier + m_sale.history;
    m_recorded += earlier.size();
}

void SaleRecord::noteChange(Order reported, OrderStatus to, OwnRequest ownRequest, Step by)
{
    reported.status = to;
    if (const auto entry = whatHappened(m_sale, reported, ownRequest, by, m_context.now()))
        note(*entry);
}

void SaleRecord::noteSum(const Order &before, Cause cause)
{
    const SumChange sums{PriceBreakdown::of(before), PriceBreakdown::of(m_sale.order)};
    const bool isOver = m_sale.origin == Sale::Origin::Elsewhere || m_sale.nature() == Nature::Invitation ||
                        isFinal(before.status) || m_sale.order.status == OrderStatus::Canceled ||
                        m_sale.order.status == OrderStatus::Expired;
    if (!isOver && sums.was.total && sums.now.total && sums.was.total != sums.now.total)
        note({.at = m_context.now(),
              .what = cause == Cause::OwnChange ? HistoryEntry::What::SumQuoted : HistoryEntry::What::SumChanged,
              .words = sums.toWords()});
}

void SaleRecord::noteChanged(OrderChange wanted, const Order &before)
{
    const Order &now = m_sale.order;
    const qsizetype asked = wantedCount(wanted, now);
    if (asked < now.tickets.size()) { // tickets that were given back are still there
        wanted.tickets.reset();
        wanted.random.reset();
    }
    if (wanted.promoCodes && (now.promoCodes.size() < wanted.promoCodes->size() || isCodeRefused(wanted, before, now)))
        wanted.promoCodes.reset();
    if (wanted.tickets || wanted.random) {
        note({.at = m_context.now(),
              .what = HistoryEntry::What::TicketsChanged,
              .words = QStringLiteral("%1 %2").arg(asked).arg(now.tickets.size())});
        m_maxTickets = now.tickets.size(); // those given back are not missing
    }
    if (now.promoCodes != before.promoCodes)
        note({.at = m_context.now(),
              .what = HistoryEntry::What::CodesChanged,
              .words = QString::number(now.promoCodes.size())});
    if (wanted.promoCodes)
        m_sale.request.promoCodes = *wanted.promoCodes;
    if (m_sale.request.wantedCount() > 0) // otherwise it was made elsewhere
        m_sale.request = followed(m_sale.request, wanted, m_sale.tickets);
    m_sale.tickets.removeIf([&now](const Ticket &ticket) { return !now.tickets.contains(ticket.id); });
}

void SaleRecord::noteMoneyTaken()
{
    const Money sum = PriceBreakdown::of(m_sale.order).total.value_or(m_sale.order.value);
    if (m_sale.isOpen() && m_sale.isDue() && m_sale.moneyTaken() != sum)
        note({.at = m_context.now(), .what = HistoryEntry::What::MoneyTaken, .words = QString::number(sum.minor())});
}

void SaleRecord::noteUnsent(Step step)
{
    if (step == Step::Confirm && m_sale.isOpen() && m_sale.isDue())
        note({.at = m_context.now(),
              .what = HistoryEntry::What::StepFailed,
              .step = step,
              .error = ApiError{.kind = ErrorKind::Abandoned}});
}

void SaleRecord::keepUnsent(Step step)
{
    noteUnsent(step);
    if (m_sale.origin == Sale::Origin::ThisCounter)
        keep();
}

bool SaleRecord::isNews(Step step, const ApiError &error, bool isByPerson)
{
    if (error.kind == ErrorKind::NotRecorded) // has no row of its own and does not end a series
        return !std::exchange(m_isUnrecorded, true) || isByPerson;
    const std::pair failed(step, error.kind);
    return std::exchange(m_lastFailed, failed) != failed || isByPerson;
}

void SaleRecord::restoreFailure()
{
    using What = HistoryEntry::What;
    const auto &history = m_sale.history;
    const auto last = std::find_if(history.crbegin(), history.crend(), [](const HistoryEntry &entry) {
        return entry.what != What::Settled && entry.what != What::SumChanged && entry.what != What::SumAccepted &&
               entry.what != What::FewerAccepted && entry.what != What::Noted;
    });
    if (last != history.crend() && last->what == What::StepFailed &&
        (last->step == Step::Confirm || (last->step == Step::Cancel && m_sale.goal == SaleGoal::Sell)))
        m_sale.failure = {*last->step, last->error.value_or(ApiError())};
}

QList<JournalEntry> SaleRecord::timeline()
{
    QList<JournalEntry> entries;
    for (; m_recorded < m_sale.history.size(); ++m_recorded)
        entries << toRecord(m_sale.history.at(m_recorded), m_sale.order.id);
    return entries;
}

JournaledSale SaleRecord::snapshot() const
{
    JournaledSale kept;
    kept.order = m_sale.order;
    kept.lastKnown = m_sale.lastKnown;
    kept.request = m_sale.request;
    kept.system = pending.system.value_or(m_sale.system);
    kept.paymentStartedAt = m_sale.paymentStartedAt;
    kept.confirmedBy = pending.confirmedBy.value_or(m_sale.confirmedBy);
    // Pending changes do not override a reported page.
    if (m_sale.isPaidOnPage() && m_sale.order.status != OrderStatus::Executed)
        kept.confirmedBy = std::max(kept.confirmedBy, m_sale.confirmedBy);
    kept.goal = pending.goal.value_or(m_sale.goal);
    kept.raised = m_sale.raised;
    kept.closed = m_sale.closed || pending.closed;
    return kept;
}

void SaleRecord::keep(const QList<JournalEntry> &with, QObject *context, std::function<void()> done)
{
    m_context.journal.keep(timeline() << snapshot() << with, context, std::move(done));
}

void SaleRecord::raise(Issue::Kind kind, qint64 intent, std::optional<qsizetype> wanted)
{
    if (intent == 0 && m_sale.raised.testFlag(kind))
        return;
    m_sale.raised.setFlag(kind);
    const Order &order = m_sale.order;
    m_context.journal.raise({.kind = kind,
                             .order = order.id,
                             .event = order.event,
                             .number = order.number,
                             .wanted = static_cast<int>(wanted.value_or(m_sale.request.wantedCount())),
                             .got = static_cast<int>(order.tickets.size()),
                             .intent = intent,
                             .since = m_context.now()},
                            {snapshot()});
}

bool SaleRecord::noteKnown()
{
    if (!m_sale.raised.testFlag(Issue::Kind::UnknownToServer))
        return false;
    m_sale.raised.setFlag(Issue::Kind::UnknownToServer, false);
    m_context.journal.resolveByServer(m_sale.order.id, Issue::Kind::UnknownToServer);
    return true;
}

void SaleRecord::raiseBy(Transition change, OwnRequest ownRequest)
{
    const Order &order = m_sale.order;
    if (change == Transition::Late)
        raise(Issue::Kind::PaidTooLate);
    if (change == Transition::Forward && order.status == OrderStatus::Done && order.has(Order::Field::Tickets) &&
        order.tickets.size() < m_maxTickets)
        raise(Issue::Kind::SeatsShort, 0, m_maxTickets);
    if (m_sale.moneyTaken())
        raiseMoneyTaken(change, ownRequest);
    if (isFinal(order.status))
        m_context.journal.resolveByServer(order.id, Issue::Kind::AbandonedAtBank);
    else if (order.status == OrderStatus::InProgress && m_sale.isPaidOnPage() && order.reservedTill &&
             *order.reservedTill + m_context.policy.poll.bankPatience <= m_context.now())
        raise(Issue::Kind::AbandonedAtBank);
}

void SaleRecord::becomeOurs()
{
    if (std::exchange(m_sale.origin, Sale::Origin::ThisCounter) == Sale::Origin::ThisCounter)
        return;
    if (m_sale.order.status == OrderStatus::Done && m_sale.moneyTaken())
        raise(Issue::Kind::MoneyTaken); // somebody else was faster
    else
        raiseBy(Transition::None, OwnRequest::None);
}

void SaleRecord::raiseMoneyTaken(Transition change, OwnRequest ownRequest)
{
    const Order &order = m_sale.order;
    const bool isNewlyDone = order.status == OrderStatus::Done && change != Transition::None;
    if (isNewlyDone && ownRequest != OwnRequest::None)
        m_context.journal.resolveByServer(order.id, Issue::Kind::MoneyTaken); // the server counts it
    else if (isNewlyDone || order.status == OrderStatus::Canceled || order.status == OrderStatus::Expired ||
             (order.status == OrderStatus::Refunded && !m_sale.payment()))
        raise(Issue::Kind::MoneyTaken);
}

void SaleRecord::apply()
{
    const Pending done = std::exchange(pending, {.closed = pending.closed});
    m_sale.goal = done.goal.value_or(m_sale.goal);
    m_sale.system = done.system.value_or(m_sale.system);
    // A page reported meanwhile is not overridden.
    if (done.confirmedBy && (!m_sale.isPaidOnPage() || done.confirmedBy == ConfirmedBy::Server ||
                             m_sale.order.status == OrderStatus::Executed))
        m_sale.confirmedBy = *done.confirmedBy;
}

} // namespace okoshko
