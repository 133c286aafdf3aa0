// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Sale.h"

namespace okoshko {

Sale::Collecting Sale::collecting() const
{
    const bool isAwaited = order.status == OrderStatus::InProgress && goal == SaleGoal::Sell && !closed;
    if (!isAwaited || isPaidOnPage() || !order.payment.redirectUrl.isEmpty() || nature() != Nature::Usual)
        return Collecting::No;
    return confirmedBy == ConfirmedBy::Cashier ? Collecting::Yes : Collecting::AfterAsking;
}

Nature Sale::nature() const
{
    const Nature chosen = natureOf(system);
    return chosen == Nature::Usual ? natureOf(order.payment.system) : chosen;
}

} // namespace okoshko
