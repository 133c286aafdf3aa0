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

/// The job queues of the journal's threads. Thread-safe; every method except wait() and waitUntilLeft() returns at
/// once.
class JobQueues
{
public:
    using Job = std::function<void()>;
    using Milliseconds = std::chrono::milliseconds;

    /// One thread each: writing, searching past orders, checking the file.
    enum class Lane { Write, Find, Check };

    void post(Lane lane, Job job);
    /// The lane's next job, in order of posting; waits at most \a patience. Nothing on time-out or if the lane is over.
    [[nodiscard]] std::optional<Job> wait(Lane lane, std::optional<Milliseconds> patience = std::nullopt);
    /// Whether the lane has no more jobs: closed and, for Write, empty.
    [[nodiscard]] bool isOver(Lane lane) const;

    /// Accepts no further jobs. Waiting jobs of Write are still done, others are dropped.
    void close();
    /// Drops all jobs.
    void abandon();

    /// Called by a thread at its end.
    void leave(Lane lane);
    /// Waits at most \a patience until the lane's thread has left; returns whether it has.
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
