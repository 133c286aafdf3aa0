// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Countdown.h"

#include "models/api/ServerClock.h"

#include <algorithm>

namespace okoshko {

SecondTicker::SecondTicker(const ServerClock &clock, QObject *parent)
    : Ticker(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SecondTicker::fire);
    connect(&clock, &ServerClock::adjusted, this, &SecondTicker::fire);
    arm();
}

void SecondTicker::arm()
{
    using namespace std::chrono;
    m_armedAt = m_clock.monotonicNow();
    const Instant now = m_clock.now();
    const Instant next = floor<seconds>(now) + seconds(1);
    // A millisecond late: a timer that fires early would show the old second for another second.
    m_timer.start(ceil<milliseconds>(next - now) + milliseconds(1));
}

void SecondTicker::fire()
{
    const bool slept = m_clock.monotonicNow() - m_armedAt >= shortestSleep;
    arm();
    if (slept)
        Q_EMIT this->slept();
    Q_EMIT second();
}

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
    // The server's clock is known to half a second: limits a new hold to its full length.
    if (whole > 0s)
        countdown.left = std::min(countdown.left, whole);
    if (countdown.left > urgentFrom)
        countdown.urgency = Urgency::Calm;
    else if (countdown.left > 0s)
        countdown.urgency = Urgency::Urgent;

    // From the rounded time, so that bar and figure change together.
    if (whole > 0s) {
        const double share = std::chrono::duration<double>(countdown.left) / std::chrono::duration<double>(whole);
        countdown.fraction = std::clamp(share, 0.0, 1.0);
    } else {
        countdown.fraction = countdown.urgency == Urgency::Over ? 0.0 : 1.0;
    }
    return countdown;
}

} // namespace okoshko
