// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Recovery.h"

#include "models/api/ServerClock.h"
#include "models/sale/SaleBook.h"
#include "models/sale/SaleDesk.h"

#include <algorithm>

namespace okoshko {

using namespace std::chrono_literals;

namespace {

/// So far back ended sales are shown again, and looked at for money that landed late.
constexpr auto shownAgain = 24h;

Recovery::State stateOf(const Sale &sale)
{
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
        return sale.wish == Wish::Release ? Recovery::State::Released : Recovery::State::Gone;
    case OrderStatus::Unknown:
        return Recovery::State::Reading;
    }
    Q_UNREACHABLE();
}

} // namespace

Recovery::Recovery(const Places &places, QObject *parent)
    : QObject(parent)
    , m_places(places)
{
    connect(&places.desk, &SaleDesk::saleReadBack, this, &Recovery::look);
    connect(&places.desk, &SaleDesk::saleChanged, this, &Recovery::look);
}

void Recovery::start()
{
    const QList<Sale> sales = m_places.book.sales(m_places.clock.now() - shownAgain);
    for (const Sale &sale : sales) {
        if (!isFinal(sale.order.status))
            m_found.append({sale.order.id, State::Reading});
    }
    for (const Sale &sale : sales)
        m_places.desk.restore(sale);
    const QList<Intent> reservations = m_places.book.lostReservations();
    for (const Intent &reservation : reservations)
        m_places.desk.recover(reservation);
}

bool Recovery::isOver() const
{
    return std::none_of(m_found.cbegin(), m_found.cend(),
                        [](const Found &found) { return found.state == State::Reading; });
}

void Recovery::look(const OrderId &id)
{
    const auto it =
        std::find_if(m_found.begin(), m_found.end(), [&id](const Found &found) { return found.order == id; });
    const Sale *sale = m_places.desk.sale(id);
    if (it == m_found.end() || !sale)
        return;
    const State state = stateOf(*sale);
    if (state != std::exchange(it->state, state))
        Q_EMIT changed();
}

} // namespace okoshko
