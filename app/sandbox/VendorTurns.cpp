// SPDX-License-Identifier: GPL-3.0-or-later
// What happens at the vendor without a request: time passes, and scenarios pull levers.
#include "OrderStates.h"
#include "Vendor.h"

#include <algorithm>
#include <array>

namespace okoshko::sandbox {

namespace {

using namespace std::chrono_literals;

constexpr auto passingTrouble = 60s;
constexpr Amount priceRise{100'00};
const QString forbiddenAddress = QStringLiteral("javascript:alert('okoshko')");

struct TurnRow
{
    ScheduledTransition::What what;
    OrderStatus to;
    Actor actor;
};

constexpr std::array turns{
    TurnRow{ScheduledTransition::What::Paid, OrderStatus::Done, Actor::PaymentPage},
    TurnRow{ScheduledTransition::What::PaidLate, OrderStatus::Done, Actor::Bank},
    TurnRow{ScheduledTransition::What::Declined, OrderStatus::Canceled, Actor::PaymentPage},
    TurnRow{ScheduledTransition::What::CancelledByVendor, OrderStatus::Canceled, Actor::Office},
};

} // namespace

void Vendor::catchUp()
{
    const Instant now = this->now();
    const QStringList open = m_open;
    for (const QString &id : open) {
        const Instant till = m_orders.value(id).reservedTill;
        const auto turn = m_turns.constFind(id);
        // However late somebody asks: what was to come first comes first.
        if (turn != m_turns.constEnd() && turn->at <= now && turn->at < till)
            happen(id);
        if (till <= now)
            expire(id);
    }
    const QStringList foreseen = m_turns.keys();
    for (const QString &id : foreseen) {
        if (m_turns.value(id).at <= now)
            happen(id);
    }
    returnFromElsewhere();
}

void Vendor::expire(const QString &id)
{
    Order order = m_orders.value(id);
    if (!order.open())
        return;
    order.status = OrderStatus::Expired;
    order.updated = order.reservedTill;
    commit(order);
}

void Vendor::happen(const QString &id)
{
    const ScheduledTransition turn = m_turns.take(id);
    const auto *row = std::ranges::find(turns, turn.what, &TurnRow::what);
    if (!mayBecome(m_orders.value(id).status, row->to, row->actor, true))
        return;
    if (turn.what == ScheduledTransition::What::PaidLate)
        regainTickets(id);
    Order order = m_orders.value(id);
    order.status = row->to;
    touch(order, turn.at);
    commit(order);
}

void Vendor::regainTickets(const QString &id)
{
    // The order was over and its tickets back on sale; it gets those that nobody else has taken.
    Order &order = m_orders[id];
    order.tickets.removeIf([this](const QString &ticket) { return m_stock.find(ticket)->state != SeatState::Vacant; });
    m_stock.reserve(order.tickets, id);
}

const Event *Vendor::eventOnOffer(const QString &id) const
{
    const Event *event = m_catalogue.event(id);
    return event == nullptr || now() < event->goneUntil ? nullptr : event;
}

Event *Vendor::eventFor(const QString &id)
{
    const auto found = std::ranges::find(m_catalogue.events, id, &Event::id);
    return found == m_catalogue.events.end() ? nullptr : &*found;
}

void Vendor::setClockAhead(std::chrono::seconds ahead)
{
    const std::chrono::seconds step = ahead - m_ahead;
    if (step == 0s)
        return;
    catchUp();
    m_ahead = ahead;
    for (Order &order : m_orders) {
        for (Instant *moment : {&order.created, &order.updated, &order.reservedTill, &order.busyUntil})
            *moment += step;
    }
    for (ScheduledTransition &turn : m_turns)
        turn.at += step;
    for (auto &[till, tickets] : m_elsewhere)
        till += step;
    for (Event &event : m_catalogue.events)
        event.goneUntil += step;
}

void Vendor::holdUntil(const QString &id, Instant till)
{
    if (const auto order = m_orders.find(id); order != m_orders.end())
        order->reservedTill = till;
}

void Vendor::foresee(const QString &id, ScheduledTransition turn)
{
    m_turns.insert(id, turn);
}

void Vendor::spoilPage(const QString &id, Page page)
{
    Order &order = m_orders[id];
    switch (page) {
    case Page::None:
        m_tokens.remove(order.payToken);
        order.payToken.clear();
        break;
    case Page::Forbidden:
        order.payAddress = forbiddenAddress;
        break;
    case Page::Left:
        order.buyerLeft = true;
        break;
    }
}

void Vendor::takeElsewhere(const OrderWish &wish)
{
    QStringList taken;
    for (const Seat *seat : m_stock.ofEvent(wish.event.value_or(QString()))) {
        const bool wanted =
            wish.tickets ? wish.tickets->contains(seat->id) : wish.random && wish.random->contains(seat->set);
        if (wanted && seat->state == SeatState::Vacant)
            taken.append(seat->id);
    }
    m_stock.reserve(taken, {});
    m_elsewhere.append({now() + passingTrouble, taken});
}

void Vendor::returnFromElsewhere()
{
    const Instant now = this->now();
    for (const auto &[till, tickets] : std::as_const(m_elsewhere)) {
        if (till <= now)
            m_stock.release(tickets);
    }
    m_elsewhere.removeIf([now](const auto &entry) { return entry.first <= now; });
}

void Vendor::raisePrices(const QString &id)
{
    Event *event = eventFor(id);
    if (event == nullptr)
        return;
    const Instant now = this->now();
    for (TicketSet &set : event->sets) {
        if (set.currentRule(now) == nullptr)
            continue;
        const PriceRule before = *set.currentRule(now);
        const auto current = std::ranges::find(set.rules, before.id, &PriceRule::id);
        const qsizetype at = std::distance(set.rules.begin(), current) + 1;
        set.rules.insert(at, {m_ids.id(), now, {}, before.org + priceRise, before.extra});
        const bool nextIsNear = at + 1 < set.rules.size() && *set.rules[at + 1].from <= now + passingTrouble;
        if (!nextIsNear)
            set.rules.insert(at + 1, {m_ids.id(), now + passingTrouble, before.until, before.org, before.extra});
    }
}

void Vendor::withdraw(const QString &id)
{
    if (Event *event = eventFor(id))
        event->goneUntil = now() + passingTrouble;
}

} // namespace okoshko::sandbox
