// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Scheduler.h"

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace okoshko {

/// Pauses and number of retries. Each pause is twice the one before, up to `longest`, multiplied by a random factor of
/// 0.75 to 1, so that many counters do not retry at the same moment. A value.
struct RetryPolicy
{
    std::chrono::milliseconds first{2000};
    std::chrono::milliseconds longest{30000};
    int maxTries = 0; ///< retries; 0 = unlimited

    friend bool operator==(const RetryPolicy &, const RetryPolicy &) = default;

    /// The pause after \a failed failures. \a random: any number, for the jitter.
    [[nodiscard]] std::chrono::milliseconds pause(int failed, quint32 random) const;
};

/// Upper bound for the server's `Retry-After`.
inline constexpr std::chrono::seconds longestRetryAfter{30};

/// Schedules retries with growing pauses, a maximal number and a deadline. Used for reservations, changes and readings,
/// on their thread. The scheduler must outlive this.
class Retry
{
public:
    explicit Retry(Scheduler &scheduler)
        : m_scheduler(scheduler)
        , m_timer(scheduler)
    {
    }

    /// Schedules a retry by \a policy, not sooner than \a retryAfter (up to longestRetryAfter) and not later than \a
    /// deadline (monotonic). Returns false if the maximal number or the deadline is reached.
    [[nodiscard]] bool again(const RetryPolicy &policy, quint32 random, std::optional<std::chrono::seconds> retryAfter,
                             std::optional<Microseconds> deadline, Scheduler::Task task);
    /// Cancels the scheduled retry; the count is kept.
    void cancel() { m_timer.stop(); }
    /// Cancels the scheduled retry and resets the count.
    void reset();

    [[nodiscard]] bool isWaiting() const { return m_timer.isActive(); }
    [[nodiscard]] Microseconds due() const { return m_timer.due(); }
    [[nodiscard]] int tries() const { return m_tries; }

private:
    Scheduler &m_scheduler;
    Timer m_timer;
    int m_tries = 0;
};

} // namespace okoshko
