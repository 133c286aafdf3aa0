// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/ChimeWatch.h"

#include "models/api/ServerClock.h"
#include "models/sale/SaleDesk.h"
#include "models/sale/Ticker.h"

#include <utility>

namespace okoshko {

namespace {

/// What an order that has come to this state sounds like.
std::optional<Chime> chimeOf(const Sale &sale)
{
    switch (sale.order.status) {
    case OrderStatus::Done:
        return Chime::Paid;
    case OrderStatus::Expired:
        return Chime::Wrong;
    case OrderStatus::Canceled: {
        using What = HistoryEntry::What;
        const What what = sale.history.isEmpty() ? What::Canceled : sale.history.last().what;
        return what == What::Declined || what == What::CanceledElsewhere ? std::optional(Chime::Wrong) : std::nullopt;
    }
    case OrderStatus::Executed:
    case OrderStatus::InProgress:
    case OrderStatus::Refunded:
    case OrderStatus::Unknown:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

ChimeWatch::ChimeWatch(const Places &places, QObject *parent)
    : QObject(parent)
    , m_places(places)
{
    connect(&places.desk, &SaleDesk::saleAdded, this, [this](const OrderId &id) {
        if (const Sale *sale = m_places.desk.sale(id))
            m_seen.insert(id, {sale->order.status, std::nullopt});
    });
    connect(&places.desk, &SaleDesk::saleChanged, this, &ChimeWatch::look);
    connect(&places.desk, &SaleDesk::saleForgotten, this, [this](const OrderId &id) { m_seen.remove(id); });
    connect(&places.desk, &SaleDesk::stepFailed, this, [this] { Q_EMIT chimed(Chime::Wrong); });
    connect(&places.ticker, &Ticker::second, this, &ChimeWatch::lookForUrgent);
}

void ChimeWatch::look(const OrderId &id)
{
    const Sale *sale = m_places.desk.sale(id);
    if (!sale)
        return;
    const OrderStatus before = std::exchange(m_seen[id].status, sale->order.status);
    if (before == sale->order.status || sale->origin != Sale::Origin::ThisCounter)
        return;
    if (const auto chime = chimeOf(*sale))
        Q_EMIT chimed(*chime);
}

void ChimeWatch::lookForUrgent()
{
    const Instant now = m_places.clock.now();
    for (const auto &[id, sale] : m_places.desk.sales()) {
        if (sale.origin != Sale::Origin::ThisCounter || !isHeld(sale.order.status))
            continue;
        const auto countdown = Countdown::of(sale.order, now, m_urgentFrom);
        Seen &seen = m_seen[id];
        if (!countdown || countdown->urgency != Countdown::Urgency::Urgent ||
            seen.urgentTill == sale.order.reservedTill)
            continue;
        seen.urgentTill = sale.order.reservedTill;
        Q_EMIT chimed(Chime::Urgent);
    }
}

} // namespace okoshko
