// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/PrintData.h"

#include "models/api/ServerClock.h"
#include "models/sale/EventCatalogue.h"
#include "models/sale/SaleService.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace okoshko {

namespace {

constexpr RetryPolicy askAgain{std::chrono::milliseconds(5000), std::chrono::milliseconds(60000), 0};

bool lacksTickets(const Sale &sale)
{
    const auto hasBarcode = [&sale](const TicketId &id) {
        const auto ticket = std::ranges::find(sale.tickets, id, &Ticket::id);
        return ticket != sale.tickets.cend() && !ticket->barcode.trimmed().isEmpty();
    };
    const Order &order = sale.order;
    return order.status == OrderStatus::Done &&
           (!order.has(Order::Field::Tickets) || !std::ranges::all_of(order.tickets, hasBarcode));
}

} // namespace

PrintData::PrintData(SaleService &sales, EventCatalogue &events, SaleJournal &journal, TicketingApi &api,
                     const ServerClock &clock, Scheduler &scheduler)
    : m_sales(sales)
    , m_events(events)
    , m_api(api)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_legal(api, journal, clock, scheduler)
{
    connect(&m_legal, &OrganiserLegal::changed, this, &PrintData::changed);
    connect(this, &PrintData::changed, this, &PrintData::endComplete);
    connect(this, &PrintData::ended, this, [this](const OrderId &id) {
        if (m_inTurn.value(0) != id)
            return;
        m_inTurn.removeFirst();
        readNext();
    });
    connect(&sales, &SaleService::saleAsked, this, [this](const OrderId &id) { advance(id, false); });
    connect(&sales, &SaleService::saleRefreshed, this, [this](const OrderId &id) { advance(id, true); });
    connect(&sales, &SaleService::saleForgotten, this, [this](const OrderId &id) {
        if (!isReading(id))
            m_readings.erase(id);
    });
}

void PrintData::read(const OrderId &order)
{
    const Sale *sale = m_sales.sale(order);
    if (!sale || isReading(order) || m_sales.refresh(order) != Refusal::None)
        return;
    if (const auto asked = m_asked.find(sale->order.event); asked != m_asked.end())
        asked->second.again.cancel(); // a person does not wait for it
    want(sale->order.event);
    Reading &reading = m_readings.try_emplace(order, m_scheduler).first->second;
    reading.isOrderRead = false;
    reading.areTicketsRead = false;
    reading.patience.start(patience, [this, order] { Q_EMIT ended(order); });
}

void PrintData::readInTurn(const OrderId &order)
{
    if (m_inTurn.contains(order))
        return;
    m_inTurn << order;
    if (m_inTurn.size() == 1)
        readNext();
}

void PrintData::readNext()
{
    while (!m_inTurn.isEmpty() && !isReading(m_inTurn.constFirst())) {
        const OrderId order = m_inTurn.constFirst();
        read(order);           // tells changed(): the list may be another one now
        if (!isReading(order)) // it cannot be read
            m_inTurn.removeOne(order);
    }
}

void PrintData::whenCurrent(const OrderId &order, QObject *context, const std::function<void()> &then)
{
    if (!isFresh(order))
        read(order);
    if (!isReading(order))
        return then();
    const auto connection = std::make_shared<QMetaObject::Connection>();
    *connection = connect(this, &PrintData::ended, context, [order, then, connection](const OrderId &id) {
        if (id == order && disconnect(*connection))
            then();
    });
}

bool PrintData::isReading(const OrderId &order) const
{
    const auto it = m_readings.find(order);
    return it != m_readings.cend() && it->second.patience.isActive();
}

bool PrintData::isFresh(const OrderId &order) const
{
    const Sale *sale = m_sales.sale(order);
    if (!sale || !sale->lastAskedAt)
        return false;
    const Microseconds age = m_clock.now() - *sale->lastAskedAt;
    return age >= Microseconds(0) && age < freshFor; // the clock may have been set back
}

int PrintData::refundedOf(const OrderId &order, const QList<TicketId> &tickets) const
{
    const Sale *sale = m_sales.sale(order);
    if (!sale || !sale->order.has(Order::Field::Tickets))
        return 0;
    const auto isGone = [sale](const TicketId &id) { return !sale->order.tickets.contains(id); };
    return static_cast<int>(std::ranges::count_if(tickets, isGone));
}

bool PrintData::isComplete(const OrderId &order, const Reading &reading) const
{
    const Sale *sale = m_sales.sale(order);
    if (!sale)
        return true;
    const auto event = m_asked.find(sale->order.event);
    return reading.isOrderRead && (reading.areTicketsRead || !lacksTickets(*sale)) &&
           (event == m_asked.cend() || !event->second.call.isPending()) &&
           legalStateOf(sale->order.event) != LegalState::Asking;
}

void PrintData::advance(const OrderId &order, bool areTicketsRead)
{
    if (!isReading(order))
        return;
    Reading &reading = m_readings.at(order);
    reading.isOrderRead = true;
    reading.areTicketsRead = reading.areTicketsRead || areTicketsRead;
    endComplete();
}

void PrintData::endComplete()
{
    QList<OrderId> complete;
    for (auto &[order, reading] : m_readings) {
        if (!reading.patience.isActive() || !isComplete(order, reading))
            continue;
        reading.patience.stop();
        complete << order;
    }
    for (const OrderId &order : std::as_const(complete))
        Q_EMIT ended(order);
}

const Event *PrintData::knownEvent(const EventId &id) const
{
    if (const Event *event = m_events.find(id))
        return event;
    const auto known = m_known.constFind(id);
    return known == m_known.cend() ? nullptr : &*known;
}

LegalState PrintData::legalStateOf(const EventId &event) const
{
    const Event *known = knownEvent(event);
    return known ? m_legal.stateOf(*known) : LegalState::Unknown;
}

PrintData::Lack PrintData::lackOf(const EventId &event) const
{
    if (!knownEvent(event))
        return Lack::Event;
    const bool isComplete = legalStateOf(event) == LegalState::Complete || m_allowed.contains(event);
    return isComplete ? Lack::None : Lack::Legal;
}

bool PrintData::isLackAsked(const EventId &event) const
{
    const LegalState legal = legalStateOf(event);
    const auto asked = m_asked.find(event);
    const bool isEventAsked =
        asked != m_asked.cend() && (asked->second.call.isPending() || asked->second.again.isWaiting());
    return isEventAsked || legal == LegalState::Asking || legal == LegalState::Failed;
}

void PrintData::want(const EventId &event)
{
    const Event *known = knownEvent(event);
    if (!known)
        return askEvent(event);
    const Event copy = *known; // of the catalogue, or of m_known itself
    m_known.insert(event, copy);
    m_legal.want(copy);
}

void PrintData::allowWithoutLegal(const EventId &event)
{
    m_allowed.insert(event);
    Q_EMIT changed();
}

void PrintData::askEvent(const EventId &id)
{
    if (id.isNull())
        return;
    Asked &asked = m_asked.try_emplace(id, m_scheduler).first->second;
    if (asked.call.isPending() || asked.again.isWaiting())
        return;
    asked.call = m_api.event(id, this, [this, id, &asked](const Result<Event> &result) {
        if (result) {
            m_known.insert(id, *result);
            want(id);
        } else {
            static_cast<void>(
                asked.again.again(askAgain, 0, result.error().retryAfter, std::nullopt, [this, id] { askEvent(id); }));
        }
        Q_EMIT changed();
    });
}

} // namespace okoshko
