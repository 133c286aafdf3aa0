// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/LostReservation.h"

#include "models/api/ServerClock.h"
#include "models/api/TicketingApi.h"
#include "models/sale/SaleBook.h"

#include <algorithm>

namespace okoshko {

LostReservation::LostReservation(const Places &places, const Intent &intent, std::chrono::milliseconds firstPause,
                                 QObject *parent)
    : QObject(parent)
    , m_places(places)
    , m_intent(intent)
    , m_lookAt(places.clock.now() + std::max(firstPause, places.patience.looks.first()))
{
}

void LostReservation::onSecond()
{
    if (m_lookAt && *m_lookAt <= m_places.clock.now())
        look();
}

void LostReservation::standBack()
{
    m_call.abandon();
    m_lookAt = m_places.clock.now() + m_places.patience.looks.first();
}

void LostReservation::look()
{
    m_lookAt.reset();
    OrderQuery query;
    query.event = m_intent.request.event;
    query.createdFrom = m_intent.at - m_places.patience.neighbours;
    m_call = m_places.api.orders(query, this, [this](const Result<QList<Order>> &orders) { onOrders(orders); });
}

void LostReservation::onOrders(const Result<QList<Order>> &orders)
{
    if (!orders)
        return failed(orders.error());
    ++m_looks;
    sift(*orders);
    compareTickets();
}

void LostReservation::sift(const QList<Order> &orders)
{
    m_hasNeighbours = false;
    m_ofCompanions = 0;
    m_perhaps.clear();
    m_toCompare.clear();
    for (const Order &order : orders) {
        const bool isRecent = !order.createdAt || *order.createdAt >= m_intent.at - m_places.patience.neighbours;
        if (order.event != m_intent.request.event || !isRecent || m_places.book.knows(order.id))
            continue;
        if (mayBe(order))
            m_toCompare << order;
        else
            noteOther(order);
    }
}

void LostReservation::noteOther(const Order &order)
{
    const auto others = companions();
    if (std::any_of(others.cbegin(), others.cend(), [&order](const auto *other) { return other->mayBe(order); }))
        ++m_ofCompanions;
    else
        m_hasNeighbours = true;
}

QList<const LostReservation *> LostReservation::companions() const
{
    return m_companions ? m_companions() : QList<const LostReservation *>();
}

bool LostReservation::mayBe(const Order &order) const
{
    const bool isSince = !order.createdAt || *order.createdAt >= m_intent.at - m_places.patience.clockSlack;
    // Ours was never gone on with: it is still the hold that it began as.
    if (!isSince || order.status != OrderStatus::Executed)
        return false;
    const ReserveRequest &request = m_intent.request;
    const bool all = request.completeness == ReserveRequest::Completeness::AllOrNothing;
    const auto count = order.tickets.size();
    if (count == 0 || count > request.wantedCount() || (all && count < request.wantedCount()))
        return false;
    if (!request.tickets.isEmpty())
        return std::all_of(order.tickets.cbegin(), order.tickets.cend(),
                           [&request](const TicketId &ticket) { return request.tickets.contains(ticket); });
    const auto sets = order.rules.keys();
    return std::all_of(sets.cbegin(), sets.cend(), [&request](const SetId &set) {
        return std::any_of(request.random.cbegin(), request.random.cend(),
                           [&set](const WantedTickets &part) { return part.set == set; });
    });
}

void LostReservation::compareTickets()
{
    // How many there are of one set, their number has told; of several, only the tickets tell.
    if (m_intent.request.random.size() < 2)
        m_perhaps << std::exchange(m_toCompare, {});
    if (m_toCompare.isEmpty())
        return judge();
    const Order order = m_toCompare.takeFirst();
    m_call = m_places.api.tickets(order.id, this, [this, order](const Result<QList<Ticket>> &tickets) {
        if (!tickets)
            return failed(tickets.error());
        onTickets(order, *tickets);
    });
}

void LostReservation::onTickets(const Order &order, const QList<Ticket> &tickets)
{
    const auto &random = m_intent.request.random;
    const bool fits = std::all_of(random.cbegin(), random.cend(), [&tickets](const WantedTickets &part) {
        const auto of = std::count_if(tickets.cbegin(), tickets.cend(),
                                      [&part](const Ticket &ticket) { return ticket.set == part.set; });
        return of <= part.count;
    });
    if (fits)
        m_perhaps << order;
    else
        noteOther(order);
    compareTickets();
}

void LostReservation::judge()
{
    if (m_perhaps.isEmpty())
        return lookAgain();
    // A seat is in one order only: whose seats these are, there is no doubt.
    const bool areOurSeats = !m_intent.request.tickets.isEmpty() && m_perhaps.size() == 1;
    // As many as are looked for, and nobody else is selling: all of them are ours.
    const bool areAllOurs = !m_hasNeighbours && m_perhaps.size() + m_ofCompanions <= 1 + companions().size();
    if (!areOurSeats && !areAllOurs) {
        Q_EMIT unclear(m_perhaps);
        return;
    }
    // The one that comes closest to what was asked for, and may be too large for the others.
    Q_EMIT found(*std::max_element(m_perhaps.cbegin(), m_perhaps.cend(),
                                   [](const Order &a, const Order &b) { return a.tickets.size() < b.tickets.size(); }));
}

void LostReservation::lookAgain()
{
    if (m_looks >= m_places.patience.looks.size()) {
        Q_EMIT nowhere();
        return;
    }
    m_lookAt = m_places.clock.now() + m_places.patience.looks.at(m_looks);
}

void LostReservation::failed(const ApiError &error)
{
    if (++m_failed == m_places.patience.mostReadBacks)
        Q_EMIT unanswered(error);
    const auto pause = backOff(m_places.patience.pace.first, m_places.patience.pace.slowest, m_failed,
                               static_cast<quint32>(m_intent.id * 97));
    m_lookAt = m_places.clock.now() +
               std::max<std::chrono::milliseconds>(pause, error.retryAfter.value_or(std::chrono::seconds(0)));
}

} // namespace okoshko
