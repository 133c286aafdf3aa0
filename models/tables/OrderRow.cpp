// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/OrderRow.h"

namespace okoshko {

OrderRow OrderRow::of(const Sale &sale, const Event *event)
{
    OrderRow row;
    row.order = sale.order;
    if (event) {
        row.eventTitle = event->title;
        row.venue = event->venue;
        row.eventStart = event->start;
    }
    // The server gives an id where we sent a name; of an order made elsewhere there is nothing better.
    row.system = sale.system.isEmpty() ? sale.order.payment.system : sale.system;
    row.inProgress = sale.inProgress;
    return row;
}

} // namespace okoshko
