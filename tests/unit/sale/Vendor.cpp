// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sale/Vendor.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

ApiError badRequest(const QString &words)
{
    return {.kind = ErrorKind::BadRequest, .httpStatus = 400, .serverWords = words};
}

} // namespace

Vendor::Vendor()
    : m_clock([this] { return m_now; }, nullptr)
{
    m_capabilities.paymentSystems = Capabilities::Support::Yes;
    m_capabilities.sellerConfirms = Capabilities::Support::Yes;
    m_clock.addSample(*parseInstant(u"2026-05-12T10:00:00Z"_s), m_now, m_now);
}

std::optional<Vendor::Mishap> Vendor::mishap(Verb verb)
{
    for (auto it = m_mishaps.begin(); it != m_mishaps.end(); ++it) {
        if (it->verb != verb)
            continue;
        const Mishap found = *it;
        if (--it->times == 0)
            m_mishaps.erase(it);
        return found;
    }
    return std::nullopt;
}

template <class T>
Call Vendor::answer(Verb verb, QObject *context, Then<T> then, const std::function<Result<T>()> &act)
{
    m_log << verb;
    const auto planned = mishap(verb);
    std::optional<Result<T>> result;
    if (!planned || planned->reached == Reached::Yes)
        result = act();
    if (planned)
        result = tl::unexpected(planned->error);
    auto *running = new QTimer(context);
    running->setSingleShot(true);
    connect(running, &QTimer::timeout, context, [running, then, result] {
        delete running;
        then(*result);
    });
    running->start(0);
    return Call(running);
}

Call Vendor::events(QObject *context, Then<QList<Event>> then)
{
    return answer<QList<Event>>(Verb::Events, context, std::move(then), [] { return QList<Event>{}; });
}

Call Vendor::seats(const EventId &, QObject *context, Then<QList<HallSeat>> then)
{
    return answer<QList<HallSeat>>(Verb::Seats, context, std::move(then), [this] { return hall; });
}

Call Vendor::reserve(const ReserveRequest &request, QObject *context, Then<okoshko::Order> then)
{
    return answer<okoshko::Order>(Verb::Reserve, context, std::move(then),
                                  [this, &request]() -> Result<okoshko::Order> {
                                      lastRequest = request;
                                      return makeElsewhere(request);
                                  });
}

okoshko::Order Vendor::makeElsewhere(const ReserveRequest &request)
{
    okoshko::Order made;
    made.id = *OrderId::parse(u"%1"_s.arg(++m_lastOrder, 24, 16, QChar(u'0')));
    made.number = m_lastOrder;
    made.event = request.event;
    made.status = OrderStatus::Executed;
    made.createdAt = made.updatedAt = m_clock.now();
    made.reservedTill = m_clock.now() + hold;
    const int taken = std::min(vacant, request.wantedCount());
    vacant -= taken;
    made.tickets = request.tickets.mid(0, taken);
    for (int i = 0; i < taken && request.tickets.isEmpty(); ++i)
        made.tickets << *TicketId::parse(u"%1"_s.arg(m_lastOrder * 1000 + i, 24, 16, QChar(u'0')));
    for (const WantedTickets &part : request.random)
        made.rules.insert(part.set, *RuleId::parse(u"56a6254bf06c5a059b93800b"_s));
    m_requests.insert(made.id, request);
    made.value = Money::fromMinor(10000) * taken;
    m_orders.insert(made.id, made);
    return made;
}

Call Vendor::choosePayment(const OrderId &id, const PaymentChoice &, QObject *context, Then<okoshko::Order> then)
{
    return answer<okoshko::Order>(Verb::ChoosePayment, context, std::move(then),
                                  [this, &id] { return move(id, OrderStatus::Executed, OrderStatus::Executed); });
}

Call Vendor::startPayment(const OrderId &id, QObject *context, Then<okoshko::Order> then)
{
    return answer<okoshko::Order>(
        Verb::StartPayment, context, std::move(then), [this, &id]() -> Result<okoshko::Order> {
            if (const auto moved = move(id, OrderStatus::Executed, OrderStatus::InProgress); !moved)
                return moved;
            at(id).payment = {u"545b544a5d645a463e779d53"_s, redirectUrl};
            at(id).reservedTill = m_clock.now() + paymentHold;
            return at(id);
        });
}

Call Vendor::confirm(const OrderId &id, QObject *context, Then<okoshko::Order> then)
{
    return answer<okoshko::Order>(Verb::Confirm, context, std::move(then),
                                  [this, &id] { return move(id, OrderStatus::InProgress, OrderStatus::Done); });
}

Call Vendor::cancel(const OrderId &id, QObject *context, Then<okoshko::Order> then)
{
    return answer<okoshko::Order>(Verb::Cancel, context, std::move(then), [this, &id]() -> Result<okoshko::Order> {
        const OrderStatus from =
            at(id).status == OrderStatus::InProgress ? OrderStatus::InProgress : OrderStatus::Executed;
        const auto moved = move(id, from, OrderStatus::Canceled);
        if (moved)
            vacant += static_cast<int>(moved->tickets.size());
        return moved;
    });
}

Call Vendor::order(const OrderId &id, QObject *context, Then<okoshko::Order> then)
{
    return answer<okoshko::Order>(Verb::Order, context, std::move(then), [this, &id]() -> Result<okoshko::Order> {
        expire(at(id));
        return at(id);
    });
}

Call Vendor::orders(const OrderQuery &, QObject *context, Then<QList<okoshko::Order>> then)
{
    return answer<QList<okoshko::Order>>(Verb::Orders, context, std::move(then), [this] { return m_orders.values(); });
}

Call Vendor::tickets(const OrderId &id, QObject *context, Then<QList<Ticket>> then)
{
    return answer<QList<Ticket>>(Verb::Tickets, context, std::move(then), [this, &id] {
        QList<Ticket> tickets;
        QList<SetId> sets;
        for (const WantedTickets &part : m_requests.value(id).random)
            sets += QList<SetId>(part.count, part.set);
        for (qsizetype i = 0; i < at(id).tickets.size(); ++i)
            tickets << Ticket{.id = at(id).tickets.at(i),
                              .set = sets.value(i),
                              .barcode = at(id).status == OrderStatus::Done ? u"4600001"_s : QString()};
        return tickets;
    });
}

Result<okoshko::Order> Vendor::move(const OrderId &id, OrderStatus from, OrderStatus to)
{
    okoshko::Order &order = at(id);
    expire(order);
    if (order.status != from)
        return tl::unexpected(badRequest(u"Incorrect status"_s));
    order.status = to;
    order.updatedAt = m_clock.now();
    return order;
}

void Vendor::expire(okoshko::Order &order)
{
    if (expires == Expires::AtTheEnd && isHeld(order.status) && *order.reservedTill <= m_clock.now())
        order.status = OrderStatus::Expired;
}

} // namespace okoshko::test
