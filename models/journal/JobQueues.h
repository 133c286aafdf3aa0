// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace okoshko::journal {

/// What the journal's threads have to do, guarded by one mutex. Every method but wait() and waitUntilLeft() returns at
/// once; each may be called from any thread.
class JobQueues
{
public:
    using Job = std::function<void()>;
    using Milliseconds = std::chrono::milliseconds;

    /// The threads: one writes, one looks for past orders, one checks.
    enum class Lane { Write, Find, Check };

    void post(Lane lane, Job job);
    /// The lane's next job, in the order in which they were posted; waits for one, at most \a patience. Nothing when
    /// there was none, or when the lane is over.
    [[nodiscard]] std::optional<Job> wait(Lane lane, std::optional<Milliseconds> patience = std::nullopt);
    /// Whether there is nothing more to do for the lane: it was closed and, the writing one, emptied.
    [[nodiscard]] bool isOver(Lane lane) const;

    /// No further job is taken. Those of the writing lane are still done, those of the others are dropped.
    void close();
    /// Nothing is done any more.
    void abandon();

    /// A thread says that it is at its end.
    void leave(Lane lane);
    /// Waits until the lane's thread has left, at most \a patience, and tells whether it has.
    [[nodiscard]] bool waitUntilLeft(Lane lane, Milliseconds patience);

private:
    struct Queue
    {
        std::deque<Job> jobs;
        bool isLeft = false;
    };

    [[nodiscard]] Queue &queue(Lane lane) { return m_queues.at(static_cast<std::size_t>(lane)); }
    [[nodiscard]] bool isOverLocked(Lane lane) const;
    void drop(std::initializer_list<Lane> lanes);

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::array<Queue, 3> m_queues;
    bool m_isClosed = false;
};

} // namespace okoshko::journal
