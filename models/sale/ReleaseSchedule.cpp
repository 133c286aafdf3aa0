// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/ReleaseSchedule.h"

#include <algorithm>
#include <utility>

namespace okoshko {

ReleaseSchedule::ReleaseSchedule(SaleContext &context, std::function<void()> release)
    : m_context(context)
    , m_release(std::move(release))
    , m_timer(context.scheduler)
{
}

void ReleaseSchedule::plan()
{
    if (m_timer.isActive())
        return;
    m_plannedAt = m_context.scheduler.now();
    m_timer.start(m_vain == 0 ? Microseconds(0)
                              : m_context.policy.release.pause(m_vain - 1, m_context.random.generate()),
                  m_release);
}

void ReleaseSchedule::hasten()
{
    constexpr std::chrono::seconds minPause{30};
    if (!m_timer.isActive())
        return;
    const Microseconds now = m_context.scheduler.now();
    m_timer.start(std::max<Microseconds>(std::min(m_timer.due(), m_plannedAt + minPause) - now, Microseconds(0)),
                  m_release);
}

} // namespace okoshko
