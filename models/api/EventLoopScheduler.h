// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Scheduler.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace okoshko {

class ServerClock;

/// Scheduler of the program: monotonic time of ServerClock, which continues while the computer sleeps; tasks run from
/// the event loop. Lives on the main thread.
class EventLoopScheduler final : public QObject, public Scheduler
{
    Q_OBJECT
public:
    /// \a clock must outlive this.
    explicit EventLoopScheduler(const ServerClock &clock);

    [[nodiscard]] Microseconds now() const override;
    [[nodiscard]] TaskId add(Microseconds at, Task task) override;
    void remove(TaskId task) override;

    /// Runs what is due. Called by tests that move the clock.
    void wake();

private:
    void arm();
    void run();

    const ServerClock &m_clock;
    QTimer m_timer;
    std::map<std::pair<Microseconds, TaskId>, Task> m_tasks; ///< by due time
    std::map<TaskId, Microseconds> m_due;
    TaskId m_last = 0;
};

} // namespace okoshko
