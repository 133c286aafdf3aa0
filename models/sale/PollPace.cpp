// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/PollPace.h"

#include <algorithm>

namespace okoshko {

using std::chrono::seconds;

std::optional<Instant> PollPace::next(const Sale &sale, Instant now, int asked, int failed) const
{
    const Order &order = sale.order;
    if (!isHeld(order.status))
        return std::nullopt;
    if (failed > 0)
        return now + std::min(slowest, first * (1 << std::min(failed, 8)));

    const bool over = order.reservedTill && *order.reservedTill <= now;
    if (order.status == OrderStatus::Executed && !over)
        return order.reservedTill; // nothing happens to a hold before its end, unless it is made to happen here

    // Half a minute at the first pace, then half as fast again every ten readings.
    const int slowdowns = std::max(0, asked - 15) / 10;
    const seconds pause = std::min(slowest, first + first * slowdowns);
    const Instant next = now + (sale.origin == Sale::Origin::ThisCounter || over ? pause : slowest);
    // The end of the hold is a moment to ask at, whatever the pace.
    if (order.reservedTill && !over)
        return std::min(next, *order.reservedTill);
    return next;
}

} // namespace okoshko
