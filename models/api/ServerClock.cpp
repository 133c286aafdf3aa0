// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/ServerClock.h"

#include <QElapsedTimer>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace okoshko {

using namespace std::chrono_literals;

namespace {

#ifdef Q_OS_LINUX
/// QElapsedTimer uses CLOCK_MONOTONIC, which stops while the computer sleeps.
ServerClock::Monotonic steadyClock()
{
    return [] {
        timespec sinceBoot{};
        clock_gettime(CLOCK_BOOTTIME, &sinceBoot);
        return Microseconds(std::chrono::seconds(sinceBoot.tv_sec)) + Microseconds(sinceBoot.tv_nsec / 1000);
    };
}
#else
/// If this clock stops during a sleep, the first answer after it contradicts the known offset and replaces it.
ServerClock::Monotonic steadyClock()
{
    QElapsedTimer timer;
    timer.start();
    return [timer] { return Microseconds(timer.nsecsElapsed() / 1000); };
}
#endif

} // namespace

ServerClock::ServerClock(QObject *parent)
    : ServerClock(Monotonic(), parent)
{
}

ServerClock::ServerClock(Monotonic monotonic, QObject *parent)
    : ServerClock(
          std::move(monotonic), [] { return toInstant(QDateTime::currentDateTimeUtc()); }, parent)
{
}

ServerClock::ServerClock(Monotonic monotonic, const Wall &wall, QObject *parent)
    : QObject(parent)
    , m_monotonic(monotonic ? std::move(monotonic) : steadyClock())
    , m_localOffset(wall().time_since_epoch() - m_monotonic())
{
}

void ServerClock::addSample(Instant serverDate, Microseconds sent, Microseconds received)
{
    const Microseconds date = serverDate.time_since_epoch();
    const Bounds sample{date - received, date + 1s - sent, received};

    bool agrees = false;
    if (m_bounds) {
        const Bounds known = aged(*m_bounds, received);
        const Bounds both{std::max(known.low, sample.low), std::min(known.high, sample.high), received};
        agrees = both.low <= both.high;
        m_bounds = agrees ? both : sample;
    } else {
        m_bounds = sample;
    }

    if (!agrees || std::chrono::abs(middle(*m_bounds) - m_lastAnnounced) > 1s) {
        m_lastAnnounced = middle(*m_bounds);
        Q_EMIT adjusted();
    }
}

void ServerClock::noteSleep()
{
    if (!m_bounds)
        return;
    // A sleep is measured by the hardware clock, which has a resolution of a second on many computers.
    m_bounds->low -= 1s;
    m_bounds->high += 1s;
}

Instant ServerClock::now() const
{
    return Instant(m_monotonic() + (m_bounds ? middle(*m_bounds) : m_localOffset));
}

Microseconds ServerClock::uncertainty() const
{
    return m_bounds ? (m_bounds->high - m_bounds->low) / 2 : Microseconds::max();
}

Microseconds ServerClock::middle(const Bounds &bounds)
{
    return bounds.low + (bounds.high - bounds.low) / 2;
}

ServerClock::Bounds ServerClock::aged(const Bounds &bounds, Microseconds now)
{
    // Quartz clocks drift by some tens of microseconds a second; 100 is the assumed maximum.
    const Microseconds drift = (now - bounds.at) / 10000;
    return {bounds.low - drift, bounds.high + drift, now};
}

} // namespace okoshko
