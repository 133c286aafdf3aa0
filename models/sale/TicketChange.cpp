// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/TicketChange.h"

#include "models/sale/SaleService.h"
#include "models/sale/SeatPicker.h"

#include <algorithm>
#include <numeric>

namespace okoshko {

namespace {

bool isSeated(const SetId &id, const Event *event)
{
    const TicketSet *set = event ? event->set(id) : nullptr;
    return set && set->seating == TicketSet::Seating::Numbered;
}

} // namespace

int TicketPlan::count(const QList<Ticket> &own, const SetId &set) const
{
    const auto stays = std::count_if(own.cbegin(), own.cend(), [&](const Ticket &ticket) {
        return ticket.set == set && !givenBack.contains(ticket.id);
    });
    return std::max(static_cast<int>(stays), wanted.value(set));
}

QList<WantedTickets> TicketPlan::more(const QList<Ticket> &own) const
{
    const TicketPlan stays{.givenBack = givenBack, .wanted = {}};
    QList<WantedTickets> more;
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        if (const int missing = it.value() - stays.count(own, it.key()); missing > 0)
            more.append({it.key(), missing});
    }
    std::sort(more.begin(), more.end(), [](const WantedTickets &a, const WantedTickets &b) { return a.set < b.set; });
    return more;
}

void TicketPlan::setKept(const Ticket &ticket, bool isKept)
{
    isKept ? static_cast<void>(givenBack.remove(ticket.id)) : static_cast<void>(givenBack.insert(ticket.id));
    if (const auto it = wanted.find(ticket.set); it != wanted.end())
        *it += isKept ? 1 : -1;
}

void TicketPlan::setCount(const QList<Ticket> &own, const SetId &set, int number)
{
    wanted.remove(set);
    int now = count(own, set);
    for (auto it = own.crbegin(); it != own.crend() && now > number; ++it) {
        if (it->set == set && !givenBack.contains(it->id)) {
            givenBack.insert(it->id);
            --now;
        }
    }
    for (auto it = own.cbegin(); it != own.cend() && now < number; ++it) {
        if (it->set == set && givenBack.remove(it->id))
            ++now;
    }
    if (now < number)
        wanted.insert(set, number);
}

int TicketPlan::totalCount(const QList<Ticket> &own) const
{
    const QList<WantedTickets> missing = more(own);
    return std::accumulate(missing.cbegin(), missing.cend(), static_cast<int>(kept(own).size()),
                           [](int sum, const WantedTickets &part) { return sum + part.count; });
}

QList<TicketId> TicketPlan::kept(const QList<Ticket> &own) const
{
    QList<TicketId> kept;
    for (const Ticket &ticket : own) {
        if (!givenBack.contains(ticket.id))
            kept << ticket.id;
    }
    return kept;
}

QList<WantedTickets> TicketPlan::all(const QList<Ticket> &own) const
{
    QList<SetId> sets = wanted.keys();
    for (const Ticket &ticket : own) {
        if (!sets.contains(ticket.set))
            sets << ticket.set;
    }
    std::sort(sets.begin(), sets.end());
    QList<WantedTickets> all;
    for (const SetId &set : std::as_const(sets)) {
        if (const int number = count(own, set); number > 0)
            all.append({set, number});
    }
    return all;
}

bool TicketPlan::changes(const QList<Ticket> &own) const
{
    return !more(own).isEmpty() || kept(own).size() != own.size();
}

TicketChange::TicketChange(TicketingApi &api, SaleService &service, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_service(service)
{
}

void TicketChange::begin(const OrderId &id, const TicketPlan &plan, const Event *event)
{
    const Sale *sale = m_service.sale(id);
    if (!sale || m_call.isPending())
        return;
    const QList<WantedTickets> more = plan.more(sale->tickets);
    if (more.isEmpty())
        return Q_EMIT passed(m_service.change(id, {.tickets = plan.kept(sale->tickets)}));
    // A request has random tickets or chosen ones, never both (vendor documentation): beside a numbered seat the
    // tickets of sets without seats are chosen as well.
    const bool ownsSeats = std::any_of(sale->tickets.cbegin(), sale->tickets.cend(), [event](const Ticket &ticket) {
        return isSeated(ticket.set, event) || ticket.isNumbered();
    });
    const bool wantsSeats = std::any_of(more.cbegin(), more.cend(),
                                        [event](const WantedTickets &part) { return isSeated(part.set, event); });
    const auto changeRandom = [this, id, plan] {
        const Sale *now = m_service.sale(id);
        Q_EMIT passed(now ? m_service.change(id, {.random = plan.all(now->tickets)}) : Refusal::UnknownOrder);
    };
    if (!ownsSeats && !wantsSeats)
        return changeRandom();
    const auto choose = [more](const QList<HallSeat> &hall) { return pickSeats(hall, more); };
    m_call = m_api.seats(sale->order.event, choose, this,
                         [this, id, plan, ownsSeats, changeRandom](const Result<SeatChoice> &choice) {
                             m_call.end();
                             if (!choice)
                                 return Q_EMIT notPicked(choice.error());
                             // Where no seats are listed, the server decides; it would release the order's own seats.
                             if (choice->listed == SeatChoice::Listed::No && !ownsSeats)
                                 return changeRandom();
                             onPicked(id, plan, *choice);
                         });
}

void TicketChange::onPicked(const OrderId &id, const TicketPlan &plan, const SeatChoice &choice)
{
    const Sale *sale = m_service.sale(id);
    if (!sale)
        return Q_EMIT passed(Refusal::UnknownOrder);
    const QList<TicketId> kept = plan.kept(sale->tickets);
    if (choice.tickets.isEmpty() && kept.size() == sale->tickets.size())
        return Q_EMIT nothingMore();
    Q_EMIT passed(m_service.change(id, {.random = plan.all(sale->tickets), .tickets = kept + choice.tickets}));
}

void TicketChange::stop()
{
    m_call.abandon();
}

} // namespace okoshko
