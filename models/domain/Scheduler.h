// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Instant.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace okoshko {

/// Monotonic time in microseconds and delayed tasks; the only timer of models/sale, replaced in a simulation. Not
/// thread-safe: used on one thread.
class Scheduler
{
public:
    using Task = std::function<void()>;
    using TaskId = quint64;

    virtual ~Scheduler() = default;

    /// Microseconds of a monotonic clock.
    [[nodiscard]] virtual Microseconds now() const = 0;
    /// Runs \a task once, at or soon after \a at, never from within this call. Tasks with equal times run in the order
    /// of add().
    [[nodiscard]] virtual TaskId add(Microseconds at, Task task) = 0;
    /// Does nothing if the task has run.
    virtual void remove(TaskId task) = 0;
};

/// A single-shot timer; stopped by its destructor.
class Timer
{
public:
    explicit Timer(Scheduler &scheduler)
        : m_scheduler(scheduler)
    {
    }
    ~Timer() { stop(); }

    Timer(const Timer &) = delete;
    Timer &operator=(const Timer &) = delete;

    /// (Re)starts the timer. The task may destroy it.
    void start(Microseconds delay, Scheduler::Task task)
    {
        stop();
        m_due = m_scheduler.now() + std::max(delay, Microseconds(0));
        m_id = m_scheduler.add(m_due, [this, task = std::move(task)] {
            const auto run = task; // outlives this timer
            m_id = 0;
            run();
        });
    }
    void stop()
    {
        if (m_id != 0)
            m_scheduler.remove(std::exchange(m_id, 0));
    }

    [[nodiscard]] bool isActive() const { return m_id != 0; }
    /// Monotonic time; valid while isActive().
    [[nodiscard]] Microseconds due() const { return m_due; }

private:
    Scheduler &m_scheduler;
    Scheduler::TaskId m_id = 0;
    Microseconds m_due{0};
};

} // namespace okoshko
