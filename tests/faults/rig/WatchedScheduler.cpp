// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/rig/WatchedScheduler.h"

#include <algorithm>

namespace okoshko::test {

WatchedScheduler::WatchedScheduler(Scheduler &real)
    : m_real(real)
{
}

WatchedScheduler::~WatchedScheduler()
{
    for (const auto &[id, planned] : m_tasks)
        m_real.remove(planned.real);
}

Scheduler::TaskId WatchedScheduler::add(Microseconds at, Task task)
{
    const TaskId id = ++m_last;
    const TaskId real = m_real.add(at, [this, id, task = std::move(task)] {
        m_tasks.erase(id);
        task();
    });
    m_tasks.emplace(id, Planned{at, real});
    return id;
}

void WatchedScheduler::remove(TaskId task)
{
    const auto planned = m_tasks.find(task);
    if (planned == m_tasks.end())
        return;
    m_real.remove(planned->second.real);
    m_tasks.erase(planned);
}

std::optional<Microseconds> WatchedScheduler::next() const
{
    const auto first = std::min_element(m_tasks.cbegin(), m_tasks.cend(),
                                        [](const auto &a, const auto &b) { return a.second.at < b.second.at; });
    return first == m_tasks.cend() ? std::nullopt : std::optional(first->second.at);
}

} // namespace okoshko::test
