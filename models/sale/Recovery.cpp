// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Recovery.h"

#include "models/sale/SaleService.h"

#include <algorithm>

namespace okoshko {

namespace {

Recovery::State stateOf(const Sale &sale)
{
    if (sale.closed) // it is not read any more
        return Recovery::State::Gone;
    if (sale.known == Sale::Known::FromJournal)
        return Recovery::State::Reading;
    switch (sale.order.status) {
    case OrderStatus::Executed:
        return Recovery::State::Held;
    case OrderStatus::InProgress:
        return Recovery::State::Paying;
    case OrderStatus::Done:
    case OrderStatus::Refunded:
        return Recovery::State::Paid;
    case OrderStatus::Canceled:
    case OrderStatus::Expired:
        return sale.goal == SaleGoal::Release ? Recovery::State::Released : Recovery::State::Gone;
    case OrderStatus::Unknown:
        return Recovery::State::Reading;
    }
    Q_UNREACHABLE();
}

} // namespace

Recovery::Recovery(SaleService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
    connect(&service, &SaleService::restored, this, [this](const QList<OrderId> &unfinished) {
        for (const OrderId &id : unfinished)
            m_found.append({id, State::Reading});
        Q_EMIT changed();
    });
    connect(&service, &SaleService::saleReadBack, this, &Recovery::look);
    connect(&service, &SaleService::saleChanged, this, &Recovery::look);
}

void Recovery::look(const OrderId &id)
{
    const auto it =
        std::find_if(m_found.begin(), m_found.end(), [&id](const Found &found) { return found.order == id; });
    const Sale *sale = m_service.sale(id);
    if (it == m_found.end() || !sale)
        return;
    const State state = stateOf(*sale);
    if (state != std::exchange(it->state, state))
        Q_EMIT changed();
}

} // namespace okoshko
