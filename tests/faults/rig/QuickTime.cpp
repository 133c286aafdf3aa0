// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/rig/QuickTime.h"

#include "models/api/http/HttpExchange.h"
#include "tests/faults/rig/Await.h"
#include "tests/faults/rig/Rig.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

constexpr std::chrono::milliseconds longestStep = 1s; // a longer one would be a sleep of the computer

} // namespace

QuickTime::QuickTime(Move moveServer)
    : m_moveServer(std::move(moveServer))
{
}

Microseconds QuickTime::now() const
{
    const auto real = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<Microseconds>(real) + m_passed;
}

void QuickTime::pass(std::chrono::milliseconds time)
{
    while (time > 0ms) {
        const auto step = std::min(time, longestStep);
        time -= step;
        m_moveServer(step);
        m_passed += step;
        for (Rig *rig : std::as_const(m_rigs))
            rig->loop.wake();
    }
}

bool QuickTime::comes(const std::function<bool()> &condition)
{
    constexpr auto longest = 300s;
    constexpr auto glance = 2ms;
    constexpr int longEnough = 3; // glances, for what only the event loop still has to bring
    const QDeadlineTimer deadline(patience);
    std::chrono::milliseconds passed{0};
    int quiet = 0;
    while (await(condition, glance) == Came::No) {
        if (deadline.hasExpired() || passed > longest)
            return false;
        quiet = isQuiet() ? quiet + 1 : 0;
        if (quiet < longEnough)
            continue;
        const auto step = untilNext();
        pass(step);
        passed += step;
        quiet = 0;
    }
    return true;
}

/// Whether no counter waits for an answer, or for what it has to write.
bool QuickTime::isQuiet() const
{
    return std::all_of(m_rigs.cbegin(), m_rigs.cend(), [](const Rig *rig) {
        return !rig->http.findChild<HttpExchange *>() && rig->journal.isEmpty() && rig->service.isReady();
    });
}

std::chrono::milliseconds QuickTime::untilNext() const
{
    std::chrono::milliseconds step = longestStep;
    for (const Rig *rig : m_rigs) {
        if (const auto next = rig->scheduler.next())
            step = std::min(step, std::chrono::ceil<std::chrono::milliseconds>(*next - now()));
    }
    return std::max(step, 0ms);
}

} // namespace okoshko::test
