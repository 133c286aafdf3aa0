// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Refusal.h"

#include "models/sale/OrderStateMachine.h"

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
    if (step == Step::Confirm && sale.collecting() == Sale::Collecting::AfterAsking && seen == PageSeen::NotAsked)
        return Refusal::AskForPage;
    return Refusal::None;
}

} // namespace okoshko
