// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Basket.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace okoshko {

void Basket::setEvent(const std::optional<Event> &event, Instant now)
{
    const bool same = m_event && event && m_event->id == event->id;
    m_event = event;
    m_now = now;
    const QHash<SetId, int> before = std::exchange(m_counts, {});
    if (!same)
        return;
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        setCount(it.key(), it.value());
}

int Basket::maxCount(const SetId &set) const
{
    if (!m_event || !m_event->isOnSale() || m_event->isOver(m_now))
        return 0;
    const TicketSet *found = m_event->set(set);
    // If the vacant count is unknown, the server decides.
    return found && found->isForSale() ? std::clamp(found->vacant.value_or(maxPerSet), 0, maxPerSet) : 0;
}

void Basket::setCount(const SetId &set, int count)
{
    const int clamped = std::clamp(count, 0, maxCount(set));
    if (clamped == 0)
        m_counts.remove(set);
    else
        m_counts.insert(set, clamped);
}

int Basket::totalCount() const
{
    return std::accumulate(m_counts.cbegin(), m_counts.cend(), 0);
}

PriceBreakdown Basket::price() const
{
    PriceBreakdown sum{.face = Money(), .fee = Money(), .discount = std::nullopt, .total = Money()};
    for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it)
        sum = sum + PriceBreakdown::of(*m_event->set(it.key()), it.value());
    return sum;
}

bool Basket::expectsDealFee() const
{
    return std::any_of(m_counts.keyBegin(), m_counts.keyEnd(),
                       [this](const SetId &set) { return m_event->addsFeeTo(*m_event->set(set)); });
}

Money Basket::dealFee() const
{
    Money sum;
    for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it) {
        const TicketSet &set = *m_event->set(it.key());
        constexpr qint64 whole = 100'00; // hundredths of a percent
        if (m_event->addsFeeTo(set) && m_event->dealFee->percent)
            sum = sum + Money::fromMinor((set.price->minor() * *m_event->dealFee->percent + whole - 1) / whole) * *it;
    }
    return sum;
}

Basket Basket::dearest(int count) const
{
    QList<SetId> sets = m_counts.keys();
    std::sort(sets.begin(), sets.end(),
              [this](const SetId &a, const SetId &b) { return m_event->set(a)->price > m_event->set(b)->price; });
    Basket picked = *this;
    for (const SetId &set : std::as_const(sets)) {
        picked.setCount(set, std::min(count, this->count(set)));
        count -= picked.count(set);
    }
    return picked;
}

ReserveRequest Basket::toRequest() const
{
    ReserveRequest request;
    if (!m_event)
        return request;
    request.event = m_event->id;
    request.eventTitle = m_event->title;
    // In the order in which the sets are shown: the same basket gives the same request.
    for (const TicketSet &set : m_event->sets) {
        const int wanted = count(set.id);
        if (wanted == 0)
            continue;
        request.random.append({set.id, wanted});
        if (set.seating == TicketSet::Seating::Numbered)
            request.seats = ReserveRequest::Seats::Pick;
    }
    return request;
}

} // namespace okoshko
