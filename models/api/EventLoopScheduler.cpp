// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/EventLoopScheduler.h"

#include "models/api/ServerClock.h"

#include <algorithm>

namespace okoshko {

namespace {

/// QTimer's clock stops while the computer sleeps, so that the timer is armed for this time at most.
constexpr std::chrono::seconds longestArm{1};

} // namespace

EventLoopScheduler::EventLoopScheduler(const ServerClock &clock)
    : m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &EventLoopScheduler::run);
}

Microseconds EventLoopScheduler::now() const
{
    return m_clock.monotonicNow();
}

Scheduler::TaskId EventLoopScheduler::add(Microseconds at, Task task)
{
    const TaskId id = ++m_last;
    m_tasks.emplace(std::pair(at, id), std::move(task));
    m_due.emplace(id, at);
    if (m_tasks.begin()->first.second == id)
        arm();
    return id;
}

void EventLoopScheduler::remove(TaskId task)
{
    const auto due = m_due.find(task);
    if (due == m_due.end())
        return;
    m_tasks.erase({due->second, task});
    m_due.erase(due);
}

void EventLoopScheduler::wake()
{
    run();
}

void EventLoopScheduler::arm()
{
    if (m_tasks.empty())
        return m_timer.stop();
    const Microseconds left = std::max(m_tasks.begin()->first.first - now(), Microseconds(0));
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(std::min<Microseconds>(left, longestArm)));
}

void EventLoopScheduler::run()
{
    // Tasks added by a task run in a later iteration, so that windows are painted in between.
    const Microseconds until = now();
    const TaskId last = m_last;
    for (auto first = m_tasks.begin(); first != m_tasks.end() && first->first.first <= until;) {
        if (first->first.second > last) {
            ++first;
            continue;
        }
        const Task task = std::move(first->second);
        m_due.erase(first->first.second);
        m_tasks.erase(first);
        task();
        first = m_tasks.begin(); // the task may have added and removed others
    }
    arm();
}

} // namespace okoshko
