// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/Phase.h"

namespace okoshko {

Phase phaseOf(const Sale &sale)
{
    switch (sale.order.status) {
    case OrderStatus::Executed:
        return sale.inProgress == Step::StartPayment ? Phase::Starting : Phase::Choose;
    case OrderStatus::InProgress:
        if (!sale.order.payment.redirectUrl.isEmpty())
            return Phase::Page;
        // That there is no page is written down before the cashier is told to collect.
        if (sale.inProgress == Step::StartPayment)
            return Phase::Starting;
        return sale.collecting() == Sale::Collecting::No && sale.goal == SaleGoal::Sell ? Phase::Await : Phase::Collect;
    case OrderStatus::Done:
        return Phase::Paid;
    case OrderStatus::Canceled: {
        const bool declined = !sale.history.isEmpty() && sale.history.last().what == HistoryEntry::What::CanceledInPayment;
        return declined ? Phase::Declined : Phase::Canceled;
    }
    case OrderStatus::Expired:
        return Phase::Expired;
    case OrderStatus::Refunded:
        return Phase::Refunded;
    case OrderStatus::Unknown:
        return Phase::Unknown;
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
