// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Countdown.h"

#include <algorithm>

namespace okoshko {

using namespace std::chrono_literals;

namespace {

std::optional<Instant> beginOfHold(const Order &order)
{
    if (order.status == OrderStatus::InProgress && order.updatedAt)
        return order.updatedAt;
    return order.createdAt ? order.createdAt : order.updatedAt;
}

} // namespace

std::optional<Countdown> Countdown::of(const Order &order, Instant now, std::chrono::seconds urgentFrom)
{
    if (!isHeld(order.status) || !order.reservedTill)
        return std::nullopt;

    Countdown countdown;
    countdown.left = std::max(std::chrono::ceil<std::chrono::seconds>(*order.reservedTill - now), 0s);
    const std::optional<Instant> begin = beginOfHold(order);
    const auto whole = begin ? std::chrono::round<std::chrono::seconds>(*order.reservedTill - *begin) : 0s;
    // The server's clock is known to half a second: a hold that has just begun is not shown longer than it is.
    if (whole > 0s)
        countdown.left = std::min(countdown.left, whole);
    if (countdown.left > urgentFrom)
        countdown.urgency = Urgency::Calm;
    else if (countdown.left > 0s)
        countdown.urgency = Urgency::Urgent;

    // From the rounded time, so that the bar moves when the figure does and not in between.
    if (whole > 0s) {
        const double share = std::chrono::duration<double>(countdown.left) / std::chrono::duration<double>(whole);
        countdown.fraction = std::clamp(share, 0.0, 1.0);
    } else {
        countdown.fraction = countdown.urgency == Urgency::Over ? 0.0 : 1.0;
    }
    return countdown;
}

} // namespace okoshko
