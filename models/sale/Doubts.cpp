// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Doubts.h"

namespace okoshko {

Unsettled doubtAbout(const Sale &sale, Unsettled::Kind kind, Instant now)
{
    return {.kind = kind,
            .order = sale.order.id,
            .event = sale.order.event,
            .number = sale.order.number,
            .wanted = sale.request.wantedCount(),
            .got = static_cast<int>(sale.order.tickets.size()),
            .since = now};
}

std::optional<Unsettled> doubtAfter(const Order &before, const Sale &sale, Instant now)
{
    const Order &after = sale.order;
    if (after.status != OrderStatus::Done || before.status == OrderStatus::Done)
        return std::nullopt;
    if (before.status == OrderStatus::Canceled || before.status == OrderStatus::Expired)
        return doubtAbout(sale, Unsettled::Kind::PaidTooLate, now);
    if (after.tickets.size() < before.tickets.size()) {
        Unsettled entry = doubtAbout(sale, Unsettled::Kind::SeatsShort, now);
        entry.wanted = static_cast<int>(before.tickets.size());
        return entry;
    }
    return std::nullopt;
}

bool isAbandonedAtBank(const Sale &sale, Instant now, const Patience &patience)
{
    const Order &order = sale.order;
    return sale.origin == Sale::Origin::ThisCounter && order.status == OrderStatus::InProgress && sale.paidOnPage &&
           order.reservedTill && *order.reservedTill + patience.bankPatience <= now;
}

} // namespace okoshko
