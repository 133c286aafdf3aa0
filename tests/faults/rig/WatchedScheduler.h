// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Scheduler.h"

#include <map>
#include <optional>

namespace okoshko::test {

/// A scheduler that can be asked when the next of its tasks is due; another does the work.
class WatchedScheduler final : public Scheduler
{
public:
    explicit WatchedScheduler(Scheduler &real); ///< which must outlive this
    ~WatchedScheduler() override;

    [[nodiscard]] Microseconds now() const override { return m_real.now(); }
    [[nodiscard]] TaskId add(Microseconds at, Task task) override;
    void remove(TaskId task) override;

    [[nodiscard]] std::optional<Microseconds> next() const;

private:
    struct Planned
    {
        Microseconds at;
        TaskId real;
    };

    Scheduler &m_real;
    std::map<TaskId, Planned> m_tasks;
    TaskId m_last = 0;
};

} // namespace okoshko::test
