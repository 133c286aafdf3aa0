// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SoundAlerts.h"

#include "models/api/ServerClock.h"
#include "models/sale/Countdown.h"
#include "models/sale/SaleService.h"

#include <utility>

namespace okoshko {

namespace {

using What = HistoryEntry::What;

/// The sound for a new state of a sale.
std::optional<Sound> soundOf(const Sale &sale)
{
    switch (sale.order.status) {
    case OrderStatus::Done:
        return Sound::Paid;
    case OrderStatus::Expired:
        return Sound::Wrong;
    case OrderStatus::Canceled: {
        const What what = sale.history.isEmpty() ? What::Canceled : sale.history.last().what;
        const bool isByOthers =
            what == What::CanceledInPayment || what == What::CanceledElsewhere || what == What::CanceledUnknown;
        return isByOthers ? std::optional(Sound::Wrong) : std::nullopt;
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

SoundAlerts::SoundAlerts(SaleService &service, const ServerClock &clock, Ticker &ticker, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_clock(clock)
{
    connect(&service, &SaleService::saleAdded, this, [this](const OrderId &id) {
        if (const Sale *sale = m_service.sale(id))
            m_seen.insert(id, {sale->order.status, std::nullopt});
    });
    connect(&service, &SaleService::saleChanged, this, &SoundAlerts::look);
    connect(&service, &SaleService::saleForgotten, this, [this](const OrderId &id) { m_seen.remove(id); });
    connect(&service, &SaleService::stepFailed, this, [this] { Q_EMIT soundPlayed(Sound::Wrong); });
    connect(&ticker, &Ticker::second, this, &SoundAlerts::lookForUrgent);
}

void SoundAlerts::look(const OrderId &id)
{
    const Sale *sale = m_service.sale(id);
    if (!sale)
        return;
    const OrderStatus before = std::exchange(m_seen[id].status, sale->order.status);
    if (before == sale->order.status || sale->origin != Sale::Origin::ThisCounter)
        return;
    if (const auto sound = soundOf(*sale))
        Q_EMIT soundPlayed(*sound);
}

void SoundAlerts::lookForUrgent()
{
    const Instant now = m_clock.now();
    for (const Sale *sale : m_service.sales()) {
        if (sale->origin != Sale::Origin::ThisCounter || sale->closed || !isHeld(sale->order.status))
            continue;
        const auto countdown = Countdown::of(sale->order, now, m_urgentFrom);
        Seen &seen = m_seen[sale->order.id];
        if (!countdown || countdown->urgency != Countdown::Urgency::Urgent ||
            seen.urgentTill == sale->order.reservedTill)
            continue;
        seen.urgentTill = sale->order.reservedTill;
        Q_EMIT soundPlayed(Sound::Urgent);
    }
}

} // namespace okoshko
