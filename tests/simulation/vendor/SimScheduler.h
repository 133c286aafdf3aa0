// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Scheduler.h"

#include <optional>
#include <vector>

namespace okoshko::sim {

/// Simulated time, one for all counters and the vendor. Tasks run by (time, order of adding); time stands still within
/// a task.
class SimScheduler final : public Scheduler
{
public:
    SimScheduler() = default;
    SimScheduler(const SimScheduler &) = delete;
    SimScheduler &operator=(const SimScheduler &) = delete;

    [[nodiscard]] Microseconds now() const override { return m_now; }
    [[nodiscard]] TaskId add(Microseconds at, Task task) override;
    void remove(TaskId task) override;

    /// add() for what is never removed.
    void post(Microseconds at, Task task) { static_cast<void>(add(at, std::move(task))); }

    /// Runs the next task, at its time; false if there is none.
    bool step();
    /// Runs all that is due up to and at \a until, what these tasks add included; now() is \a until then.
    void runUntil(Microseconds until);

    /// When the next task is due.
    [[nodiscard]] std::optional<Microseconds> next();
    [[nodiscard]] quint64 stepsRun() const { return m_stepsRun; }
    /// How many tasks wait.
    [[nodiscard]] size_t waiting() const { return m_waiting; }

private:
    /// A task that waits has the id of its slot and the number of tasks that the slot has had.
    struct Slot
    {
        Task task;
        quint32 use = 0;
        bool isWaiting = false;
    };
    struct Entry
    {
        Microseconds at;
        quint64 sequence;
        quint32 slot;
        quint32 use;

        friend bool operator>(const Entry &a, const Entry &b)
        {
            return a.at != b.at ? a.at > b.at : a.sequence > b.sequence;
        }
    };

    [[nodiscard]] bool isWaiting(quint32 slot, quint32 use) const
    {
        return m_slots[slot].isWaiting && m_slots[slot].use == use;
    }
    /// Takes the task out of its slot.
    [[nodiscard]] Task take(quint32 slot);
    void dropRemoved();

    Microseconds m_now{0};
    quint64 m_sequence = 0;
    quint64 m_stepsRun = 0;
    size_t m_waiting = 0;
    std::vector<Entry> m_heap; ///< the earliest first; may hold removed ones
    std::vector<Slot> m_slots;
    std::vector<quint32> m_free;
};

} // namespace okoshko::sim
