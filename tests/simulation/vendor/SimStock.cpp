// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vendor/SimStock.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::sim {

namespace {

/// The first ids are those of the recorded sale.
template <class AnyId>
AnyId makeId(const QString &prefix, size_t number)
{
    return *AnyId::parse(prefix + QString::number(number, 16).rightJustified(AnyId::length - prefix.size(), u'0'));
}

} // namespace

EventId SimStock::addEvent(const QString &title, Instant start)
{
    Event event;
    event.id = makeId<EventId>(u"56a6253df06c5a059a"_s, 0x93802e + m_events.size());
    event.title = title;
    event.start = start;
    event.end = start + 3h;
    event.sale = Event::Sale::Open;
    event.venue.id = *VenueId::parse(u"554111c09cb538793e6a3c37"_s);
    event.venue.name = u"16 тонн"_s;
    event.venue.cityNames = {{u"ru"_s, u"Москва"_s}, {u"en"_s, u"Moscow"_s}};
    event.venue.timeZone = "Europe/Moscow";
    m_eventIndex.insert(event.id, m_events.size());
    m_events.push_back(event);
    return event.id;
}

SetId SimStock::addSet(const EventId &event, const QString &name, Money face, Money fee, int amount,
                       TicketSet::Seating seating)
{
    const size_t eventIndex = m_eventIndex.value(event);
    Event &owner = m_events[eventIndex];
    TicketSet set;
    set.id = makeId<SetId>(u"56a6254bf06c5a059b"_s, 0x93800c + m_sets.size());
    set.position = static_cast<int>(owner.sets.size());
    set.name = name;
    set.amount = amount;
    set.vacant = amount;
    set.face = face;
    set.fee = fee;
    set.price = face + fee;
    set.seating = seating;
    PriceRule rule;
    rule.id = makeId<RuleId>(u"56a6254bf06c5a059b"_s, 0x93800b - m_sets.size());
    rule.face = face;
    rule.fee = fee;
    rule.price = set.price;
    rule.state = PriceRule::State::Current;
    set.rules = {rule};
    owner.sets << set;
    owner.amount = owner.amount.value_or(0) + amount;

    const size_t setIndex = m_sets.size();
    m_setIndex.insert(set.id, setIndex);
    m_sets.push_back({set, eventIndex, m_places.size(), static_cast<size_t>(amount)});
    for (int i = 0; i < amount; ++i) {
        Ticket ticket;
        ticket.id = makeId<TicketId>(u"56a6253df06c5a059a"_s, 0x9380a0 + m_places.size());
        ticket.set = set.id;
        ticket.serial = u"AEY"_s;
        ticket.number = QString::number(118398 + m_places.size());
        if (seating == TicketSet::Seating::Numbered)
            ticket.seat = Seat{u"5a8dd58e6e55b2064c67c144"_s, QString::number(i / 10 + 1), QString::number(i % 10 + 1)};
        m_placeIndex.insert(ticket.id, m_places.size());
        m_places.push_back({ticket, setIndex, SeatStatus::Vacant, nobody});
    }
    return set.id;
}

void SimStock::setSale(const EventId &event, Event::Sale sale)
{
    m_events[m_eventIndex.value(event)].sale = sale;
}

QList<Event> SimStock::events() const
{
    QList<Event> result;
    for (const Event &known : m_events) {
        if (known.sale != Event::Sale::Open)
            continue;
        Event event = known;
        event.vacant = 0;
        for (TicketSet &set : event.sets) {
            set.vacant = vacant(set.id);
            event.vacant = *event.vacant + *set.vacant;
        }
        result << event;
    }
    std::ranges::stable_sort(result, {}, &Event::start);
    return result;
}

QList<HallSeat> SimStock::seats(const EventId &event) const
{
    QList<HallSeat> result;
    const auto index = m_eventIndex.constFind(event);
    if (index == m_eventIndex.cend())
        return result;
    for (const Place &place : m_places) {
        if (m_sets[place.set].event != *index)
            continue;
        HallSeat seat;
        seat.ticket = place.ticket.id;
        seat.set = place.ticket.set;
        seat.status = place.status;
        seat.seat = place.ticket.seat;
        result << seat;
    }
    return result;
}

bool SimStock::isOpen(const EventId &event) const
{
    const auto index = m_eventIndex.constFind(event);
    return index != m_eventIndex.cend() && m_events[*index].sale == Event::Sale::Open;
}

bool SimStock::hasSet(const EventId &event, const SetId &set) const
{
    const auto index = m_setIndex.constFind(set);
    return index != m_setIndex.cend() && m_events[m_sets[*index].event].id == event;
}

bool SimStock::hasTicket(const EventId &event, const TicketId &ticket) const
{
    const auto index = m_placeIndex.constFind(ticket);
    return index != m_placeIndex.cend() && m_events[m_sets[m_places[*index].set].event].id == event;
}

int SimStock::vacant(const SetId &set) const
{
    const auto index = m_setIndex.constFind(set);
    return index == m_setIndex.cend() ? 0 : m_sets[*index].set.vacant.value_or(0);
}

const TicketSet &SimStock::setOf(const TicketId &ticket) const
{
    return m_sets[m_places[m_placeIndex.value(ticket)].set].set;
}

RuleId SimStock::ruleOf(const SetId &set) const
{
    return m_sets[m_setIndex.value(set)].set.rules.first().id;
}

Ticket SimStock::ticket(const TicketId &id) const
{
    return m_places[m_placeIndex.value(id)].ticket;
}

QString SimStock::barcode(const TicketId &id) const
{
    return QString::number(60018146012573969 + static_cast<qint64>(m_placeIndex.value(id)) * 7919);
}

void SimStock::give(Place &place, SeatStatus status, int holder)
{
    const auto counted = [](SeatStatus of) { return of == SeatStatus::Vacant ? 1 : 0; };
    std::optional<int> &vacant = m_sets[place.set].set.vacant;
    vacant = vacant.value_or(0) + counted(status) - counted(place.status);
    place.status = status;
    place.holder = holder;
}

QList<TicketId> SimStock::take(const SetId &set, int count, int holder)
{
    QList<TicketId> taken;
    const auto index = m_setIndex.constFind(set);
    if (index == m_setIndex.cend())
        return taken;
    const Set &from = m_sets[*index];
    for (size_t i = from.firstPlace; i < from.firstPlace + from.places && taken.size() < count; ++i) {
        if (m_places[i].status == SeatStatus::Vacant) {
            give(m_places[i], SeatStatus::Reserved, holder);
            taken << m_places[i].ticket.id;
        }
    }
    return taken;
}

QList<TicketId> SimStock::take(const QList<TicketId> &tickets, int holder)
{
    QList<TicketId> taken;
    for (const TicketId &ticket : tickets) {
        const auto index = m_placeIndex.constFind(ticket);
        if (index != m_placeIndex.cend() && m_places[*index].status == SeatStatus::Vacant) {
            give(m_places[*index], SeatStatus::Reserved, holder);
            taken << ticket;
        }
    }
    return taken;
}

void SimStock::sell(const QList<TicketId> &tickets, int holder)
{
    for (const TicketId &ticket : tickets)
        give(m_places[m_placeIndex.value(ticket)], SeatStatus::Sold, holder);
}

void SimStock::release(const QList<TicketId> &tickets, int holder)
{
    for (const TicketId &ticket : tickets) {
        Place &place = m_places[m_placeIndex.value(ticket)];
        if (place.holder == holder)
            give(place, SeatStatus::Vacant, nobody);
    }
}

void SimStock::releaseAll()
{
    for (Place &place : m_places)
        give(place, SeatStatus::Vacant, nobody);
}

int SimStock::holder(const TicketId &ticket) const
{
    return m_places[m_placeIndex.value(ticket)].holder;
}

SeatStatus SimStock::status(const TicketId &ticket) const
{
    return m_places[m_placeIndex.value(ticket)].status;
}

} // namespace okoshko::sim
