// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Ticker.h"

#include "models/api/ServerClock.h"

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
    // A millisecond past the turn: a timer that fires early would show the old second for a whole second more.
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

} // namespace okoshko
