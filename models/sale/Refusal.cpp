// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Refusal.h"

#include "models/sale/OrderStateMachine.h"

#include <algorithm>

namespace okoshko {

Refusal refusalOf(const Sale &sale, Step step, PageSeen seen)
{
    if (sale.known == Sale::Known::FromJournal)
        return Refusal::NotReadYet;
    if (sale.closed || !mayStep(sale.order.status, step))
        return Refusal::Forbidden;
    if (step == Step::StartPayment && (sale.order.holdsNoTicket() || sale.goal == SaleGoal::Release))
        return Refusal::Forbidden;
    if (step == Step::Confirm && sale.collecting() == Sale::Collecting::No)
        return Refusal::Forbidden;
    if (step == Step::Confirm && sale.order.holdsNoTicket() && !sale.isMoneyTaken())
        return Refusal::Forbidden;
    if ((step == Step::StartPayment || step == Step::Confirm) && sale.isSumToAccept())
        return Refusal::NewSum;
    if (step == Step::StartPayment && sale.shortfallToAccept())
        return Refusal::FewerTickets;
    if (step == Step::Confirm && sale.collecting() == Sale::Collecting::AfterAsking && seen == PageSeen::NotAsked)
        return Refusal::AskForPage;
    return Refusal::None;
}

Refusal refusalOf(const Sale &sale, const OrderChange &wanted)
{
    const auto isNone = [](const QList<WantedTickets> &random) {
        return std::all_of(random.cbegin(), random.cend(), [](const WantedTickets &part) { return part.count == 0; });
    };
    if (const Refusal refusal = refusalOf(sale, Step::Change, PageSeen::NotAsked); refusal != Refusal::None)
        return refusal;
    // An order without tickets is cancelled instead.
    const bool isEmptied = (wanted.tickets && wanted.tickets->isEmpty()) || (wanted.random && isNone(*wanted.random));
    if (wanted.isEmpty() || isEmptied || sale.goal == SaleGoal::Release)
        return Refusal::Forbidden;
    if (sale.order.status == OrderStatus::Executed)
        return Refusal::None;
    // The buyer's page may still ask for the old sum, and money that was taken was counted for the old tickets.
    const bool isGivingBack = wanted == OrderChange{.tickets = wanted.tickets} && wanted.tickets &&
                              wanted.tickets->size() < sale.order.tickets.size() &&
                              std::all_of(wanted.tickets->cbegin(), wanted.tickets->cend(),
                                          [&sale](const TicketId &id) { return sale.order.tickets.contains(id); });
    return isGivingBack && sale.collecting() != Sale::Collecting::No && !sale.isMoneyTaken() ? Refusal::None
                                                                                             : Refusal::Forbidden;
}

} // namespace okoshko
