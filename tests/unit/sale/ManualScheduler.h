// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Scheduler.h"

#include <QTest>

#include <map>

namespace okoshko::test {

/// Monotonic time that only the test moves.
class ManualScheduler final : public Scheduler
{
public:
    [[nodiscard]] Microseconds now() const override { return m_now; }

    [[nodiscard]] TaskId add(Microseconds at, Task task) override
    {
        const TaskId id = ++m_last;
        m_tasks.emplace(std::pair(std::max(at, m_now), id), std::move(task));
        return id;
    }

    void remove(TaskId task) override
    {
        const auto it = std::find_if(m_tasks.begin(), m_tasks.end(),
                                     [task](const auto &entry) { return entry.first.second == task; });
        if (it != m_tasks.end())
            m_tasks.erase(it);
    }

    /// Runs what is due within \a time, each task at its own moment. A task that comes back without a pause fails the
    /// test.
    void pass(Microseconds time)
    {
        const Microseconds end = m_now + time;
        int atOnce = 0;
        while (!m_tasks.empty() && m_tasks.begin()->first.first <= end) {
            auto first = m_tasks.extract(m_tasks.begin());
            const Microseconds due = first.key().first;
            atOnce = due > m_now ? 0 : atOnce + 1;
            if (atOnce > 20000) {
                QTest::qFail("a task comes back without a pause", __FILE__, __LINE__);
                break;
            }
            m_now = std::max(m_now, due);
            first.mapped()();
        }
        m_now = end;
    }

private:
    Microseconds m_now = std::chrono::hours(100); ///< since the computer started
    TaskId m_last = 0;
    std::map<std::pair<Microseconds, TaskId>, Task> m_tasks;
};

} // namespace okoshko::test
