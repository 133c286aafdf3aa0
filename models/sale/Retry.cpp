// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Retry.h"

#include <algorithm>

namespace okoshko {

using std::chrono::milliseconds;

milliseconds RetryPolicy::pause(int failed, quint32 random) const
{
    const milliseconds whole = std::min(longest, first * (1 << std::clamp(failed, 0, 12)));
    return whole - whole * (random % 256) / 1024;
}

bool Retry::again(const RetryPolicy &policy, quint32 random, std::optional<std::chrono::seconds> retryAfter,
                  std::optional<Microseconds> deadline, Scheduler::Task task)
{
    const Microseconds now = m_scheduler.now();
    if ((policy.maxTries > 0 && m_tries >= policy.maxTries) || (deadline && now >= *deadline))
        return false;
    Microseconds pause = policy.pause(m_tries++, random);
    if (retryAfter)
        pause = std::max<Microseconds>(pause, std::min(*retryAfter, longestRetryAfter));
    if (deadline)
        pause = std::min(pause, *deadline - now);
    m_timer.start(pause, std::move(task));
    return true;
}

void Retry::reset()
{
    m_timer.stop();
    m_tries = 0;
}

} // namespace okoshko
