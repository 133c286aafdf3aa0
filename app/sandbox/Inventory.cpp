// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/Inventory.h"

#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::sandbox {

namespace {

constexpr auto scenarioTime = 60s;
constexpr Amount priceRise{100'00};
constexpr std::array seatStates{"vacant"_L1, "reserved"_L1, "sold"_L1, "pending"_L1};

bool holds(const QList<Row> &rows, const QString &name, int number)
{
    for (const Row &row : rows) {
        if (row.name != name)
            continue;
        for (const SeatRange &range : row.seats) {
            if (number >= range.first && number <= range.last)
                return true;
        }
    }
    return false;
}

/// The `index`th ticket id of an event: counted up from the catalogue's first one, or made of the event's id, so that
/// every start of the server gives the same ids.
QString ticketId(const Event &event, qsizetype index)
{
    if (event.firstTicket.isEmpty()) {
        const QByteArray source = event.id.toLatin1() + ':' + QByteArray::number(index);
        const QByteArray hash = QCryptographicHash::hash(source, QCryptographicHash::Sha1).toHex();
        return QString::fromLatin1(hash.left(24));
    }
    const quint64 tail = event.firstTicket.right(8).toULongLong(nullptr, 16) + static_cast<quint64>(index);
    return event.firstTicket.left(16) + u"%1"_s.arg(tail & 0xffffffffU, 8, 16, QLatin1Char('0'));
}

/// Three capital letters, the same for all tickets of an event.
QString serialOf(const Event &event)
{
    const QByteArray hash = QCryptographicHash::hash(event.id.toLatin1(), QCryptographicHash::Sha1);
    QString serial;
    for (qsizetype i = 0; i < 3; ++i)
        serial += QLatin1Char(static_cast<char>('A' + static_cast<uchar>(hash.at(i)) % 26));
    return serial;
}

} // namespace

QString toText(SeatState state)
{
    return wordOf(seatStates, state);
}

std::optional<SeatState> seatStateFrom(const QString &text)
{
    return enumFrom<SeatState>(seatStates, text);
}

Inventory::Inventory(Catalogue catalogue, const ServerClock &clock, IdSource &ids)
    : m_catalogue(std::move(catalogue))
    , m_clock(clock)
    , m_ids(ids)
{
    for (const Event &event : m_catalogue.events) {
        if (!event.generated)
            add(event);
    }
}

void Inventory::add(const Event &event) const
{
    const qsizetype first = m_seats.size();
    m_byEvent.insert(event.id, {first, first});
    for (const TicketSet &set : event.sets) {
        for (const Row &row : set.rows) {
            for (const SeatRange &range : row.seats) {
                for (int number = range.first; number <= range.last; ++number) {
                    const bool pending = holds(set.pending, row.name, number);
                    const bool taken = holds(set.taken, row.name, number);
                    place(event, set, row.name, number,
                          pending ? SeatState::Pending
                          : taken ? SeatState::Sold
                                  : SeatState::Vacant);
                }
            }
        }
        for (int i = 0; !set.withSeats() && i < set.amount; ++i)
            place(event, set, {}, 0, i < set.vacant ? SeatState::Vacant : SeatState::Sold);
    }
}

void Inventory::place(const Event &event, const TicketSet &set, const QString &row, int number, SeatState state) const
{
    auto &[first, end] = m_byEvent[event.id];
    Seat seat;
    seat.id = ticketId(event, end - first);
    seat.event = event.id;
    seat.set = set.id;
    seat.sector = set.sector;
    seat.row = row;
    seat.number = number;
    seat.hasEmptyPlace = event.style.emptySeats && (end - first) % 2 == 0;
    seat.serial = serialOf(event);
    seat.ticketNumber = 100'001 + static_cast<int>(end - first);
    seat.state = state;
    m_byId.insert(seat.id, m_seats.size());
    m_seats.append(seat);
    ++end;
}

QList<const Seat *> Inventory::ofEvent(const QString &event) const
{
    if (!m_byEvent.contains(event)) {
        if (const Event *generated = m_catalogue.event(event))
            add(*generated);
    }
    const auto [first, end] = m_byEvent.value(event);
    QList<const Seat *> seats;
    seats.reserve(end - first);
    for (qsizetype i = first; i < end; ++i)
        seats.append(&m_seats[i]);
    return seats;
}

const Seat *Inventory::find(const QString &ticket) const
{
    const auto found = m_byId.constFind(ticket);
    return found == m_byId.constEnd() ? nullptr : &m_seats[*found];
}

Seat *Inventory::seat(const QString &ticket)
{
    const auto found = m_byId.constFind(ticket);
    return found == m_byId.constEnd() ? nullptr : &m_seats[*found];
}

int Inventory::vacantIn(const Event &event, const TicketSet &set) const
{
    const auto seats = m_byEvent.constFind(event.id);
    if (seats == m_byEvent.constEnd())
        return set.vacant;
    int count = 0;
    for (qsizetype i = seats->first; i < seats->second; ++i) {
        if (m_seats[i].set == set.id && m_seats[i].state == SeatState::Vacant)
            ++count;
    }
    return count;
}

void Inventory::reserve(const QStringList &tickets, const QString &order)
{
    for (const QString &ticket : tickets) {
        if (Seat *taken = seat(ticket)) {
            taken->state = SeatState::Reserved;
            taken->order = order;
        }
    }
}

void Inventory::sell(const QStringList &tickets)
{
    for (const QString &ticket : tickets) {
        if (Seat *sold = seat(ticket))
            sold->state = SeatState::Sold;
    }
}

void Inventory::release(const QStringList &tickets)
{
    for (const QString &ticket : tickets) {
        if (Seat *freed = seat(ticket)) {
            freed->state = SeatState::Vacant;
            freed->order.clear();
        }
    }
}

const Event *Inventory::eventOnOffer(const QString &id) const
{
    const Event *event = m_catalogue.event(id);
    return event == nullptr || m_clock.now() < event->goneUntil ? nullptr : event;
}

Event *Inventory::eventFor(const QString &id)
{
    const auto found = std::ranges::find(m_catalogue.events, id, &Event::id);
    return found == m_catalogue.events.end() ? nullptr : &*found;
}

void Inventory::holdForOthers(const QStringList &tickets)
{
    reserve(tickets, {});
    m_heldByOthers.append({m_clock.now() + scenarioTime, tickets});
}

void Inventory::raisePrices(const QString &id)
{
    Event *event = eventFor(id);
    if (event == nullptr)
        return;
    const Instant now = this->m_clock.now();
    for (TicketSet &set : event->sets) {
        if (set.currentRule(now) == nullptr)
            continue;
        const PriceRule before = *set.currentRule(now);
        const auto current = std::ranges::find(set.rules, before.id, &PriceRule::id);
        const qsizetype at = std::distance(set.rules.begin(), current) + 1;
        set.rules.insert(at, {m_ids.id(), now, {}, before.org + priceRise, before.extra});
        const bool nextIsNear = at + 1 < set.rules.size() && *set.rules[at + 1].from <= now + scenarioTime;
        if (!nextIsNear)
            set.rules.insert(at + 1, {m_ids.id(), now + scenarioTime, before.until, before.org, before.extra});
    }
}

void Inventory::takeOffSale(const QString &id)
{
    if (Event *event = eventFor(id))
        event->goneUntil = m_clock.now() + scenarioTime;
}

void Inventory::catchUp()
{
    const Instant now = m_clock.now();
    for (const auto &[till, tickets] : std::as_const(m_heldByOthers)) {
        if (till <= now)
            release(tickets);
    }
    m_heldByOthers.removeIf([now](const auto &entry) { return entry.first <= now; });
}

void Inventory::shift(std::chrono::seconds step)
{
    for (auto &[till, tickets] : m_heldByOthers)
        till += step;
    for (Event &event : m_catalogue.events)
        event.goneUntil += step;
}

} // namespace okoshko::sandbox
