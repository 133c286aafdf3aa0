// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/Phase.h"

#include <algorithm>

namespace okoshko {

namespace {

Phase phaseOfCanceled(const Sale &sale)
{
    using What = HistoryEntry::What;
    const auto cancelled = std::find_if(sale.history.crbegin(), sale.history.crend(), [](const HistoryEntry &entry) {
        return entry.what == What::Canceled || entry.what == What::CanceledInPayment ||
               entry.what == What::CanceledElsewhere || entry.what == What::CanceledUnknown;
    });
    if (cancelled == sale.history.crend())
        return Phase::Canceled;
    if (cancelled->what == What::CanceledInPayment)
        return sale.isPaidOnPage() ? Phase::Declined : Phase::CanceledElsewhere;
    return cancelled->what == What::CanceledElsewhere ? Phase::CanceledElsewhere : Phase::Canceled;
}

Phase phaseOfHeld(const Sale &sale)
{
    if (sale.order.status == OrderStatus::Executed)
        return sale.inProgress == Step::StartPayment ? Phase::Starting : Phase::Choose;
    if (!sale.order.payment.redirectUrl.isEmpty())
        return Phase::Page;
    // The missing page is stored before the cashier is told to collect.
    if (sale.inProgress == Step::StartPayment || (sale.isFree() && sale.inProgress == Step::Confirm))
        return Phase::Starting;
    return sale.collecting() == Sale::Collecting::No ? Phase::Await : Phase::Collect;
}

} // namespace

Phase phaseOf(const Sale &sale, SaleRemark remark)
{
    if (sale.closed && remark != SaleRemark::MoneyTaken)
        return Phase::NotFound;
    switch (remark) {
    case SaleRemark::None:
    case SaleRemark::Unconfirmed:
    case SaleRemark::PaidTwice:
        break;
    case SaleRemark::UnknownToServer:
        return Phase::NotFound;
    case SaleRemark::Releasing:
        return Phase::Releasing;
    case SaleRemark::PaidTooLate:
    case SaleRemark::MoneyTaken:
    case SaleRemark::PaidTwiceInVain:
    case SaleRemark::SeatsShort:
        return Phase::PaidInVain;
    }
    switch (sale.order.status) {
    case OrderStatus::Executed:
    case OrderStatus::InProgress:
        return phaseOfHeld(sale);
    case OrderStatus::Done:
        return Phase::Paid;
    case OrderStatus::Canceled:
        return phaseOfCanceled(sale);
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
