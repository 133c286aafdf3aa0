// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/OrderRow.h"

namespace okoshko {

OrderRow OrderRow::of(const Sale &sale, const Event *event, SaleRemark remark)
{
    OrderRow row;
    row.order = sale.order;
    row.eventTitle = sale.request.eventTitle;
    if (event) {
        row.eventTitle = event->title;
        row.venue = event->venue;
        row.time = *event;
    }
    // The server gives an id where we sent a name; of an order made elsewhere there is nothing better.
    row.system = sale.system.isEmpty() ? sale.order.payment.system : sale.system;
    row.inProgress = sale.inProgress;
    row.remark = remark;
    return row;
}

} // namespace okoshko
