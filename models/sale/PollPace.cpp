// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/PollPace.h"

#include <algorithm>

namespace okoshko {

using std::chrono::milliseconds;

namespace {

/// Whether money may still land for an order that has ended: the buyer was sent to a page, and nobody paid.
bool mayLandLate(const Sale &sale)
{
    const bool ended = sale.order.status == OrderStatus::Canceled || sale.order.status == OrderStatus::Expired;
    return ended && sale.origin == Sale::Origin::ThisCounter && sale.paymentStartedAt && sale.paidOnPage;
}

} // namespace

milliseconds backOff(milliseconds first, milliseconds most, int failed, quint32 random)
{
    const milliseconds whole = std::min(most, first * (1 << std::clamp(failed, 0, 12)));
    return whole - whole * (random % 256) / 1024;
}

std::optional<Instant> PollPace::next(const Sale &sale, Instant now, int asked, int failed, quint32 random) const
{
    const Order &order = sale.order;
    if (failed > 0 && (isHeld(order.status) || mayLandLate(sale)))
        return now + backOff(first, slowest, failed, random);
    if (mayLandLate(sale) && asked < looksAfterEnd)
        return now + slowest * (1 << asked);
    if (!isHeld(order.status))
        return std::nullopt;

    const bool over = order.reservedTill && *order.reservedTill <= now;
    if (order.status == OrderStatus::Executed && !over)
        return order.reservedTill; // nothing happens to a hold before its end, unless it is made to happen here

    // Half a minute at the first pace, then half as fast again every ten readings.
    const int slowdowns = std::max(0, asked - 15) / 10;
    const milliseconds pause = std::min(slowest, first + first * slowdowns);
    const Instant next = now + (sale.origin == Sale::Origin::ThisCounter || over ? pause : slowest);
    // The end of the hold is a moment to ask at, whatever the pace.
    if (order.reservedTill && !over)
        return std::min(next, *order.reservedTill);
    return next;
}

} // namespace okoshko
