// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Instant.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace okoshko {

/// Monotonic time and what is to be done later. The rules of selling know no other timer; a simulation gives its own.
/// Lives on the thread of its user.
class Scheduler
{
public:
    using Task = std::function<void()>;
    using TaskId = quint64;

    virtual ~Scheduler() = default;

    /// Microseconds of a clock that only goes forward.
    [[nodiscard]] virtual Microseconds now() const = 0;
    /// Runs \a task once, at \a at or as soon as possible after it, never from within this call. Tasks of the same
    /// moment run in the order in which they were added.
    [[nodiscard]] virtual TaskId add(Microseconds at, Task task) = 0;
    /// Does nothing where it has run already.
    virtual void remove(TaskId task) = 0;
};

/// One single-shot timer; stops with its life.
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

    /// Starts anew. The task may destroy this timer.
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
    /// Monotonic time; of meaning while isActive().
    [[nodiscard]] Microseconds due() const { return m_due; }

private:
    Scheduler &m_scheduler;
    Scheduler::TaskId m_id = 0;
    Microseconds m_due{0};
};

} // namespace okoshko
