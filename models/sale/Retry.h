// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Scheduler.h"

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace okoshko {

/// How long apart and how often something is tried again. Each pause is twice as long as the one before, up to
/// `longest`, and of that between three quarters and the whole, so that twenty counters do not come back at the same
/// moment.
struct RetryPolicy
{
    std::chrono::milliseconds first{2000};
    std::chrono::milliseconds longest{30000};
    int maxTries = 0; ///< tries again; 0 = no bound

    friend bool operator==(const RetryPolicy &, const RetryPolicy &) = default;

    /// The pause after \a failed failures. \a random is any number: it makes the jitter.
    [[nodiscard]] std::chrono::milliseconds pause(int failed, quint32 random) const;
};

/// A server may ask to be left alone (`Retry-After`); it is heeded no longer than this.
inline constexpr std::chrono::seconds longestRetryAfter{30};

/// Tries something again: a pause that grows, a bound, a deadline; can be cancelled, and tells when it is due. The one
/// helper for reservations, changes and readings.
class Retry
{
public:
    explicit Retry(Scheduler &scheduler)
        : m_scheduler(scheduler)
        , m_timer(scheduler)
    {
    }

    /// Plans another try by \a policy, not sooner than \a retryAfter (up to longestRetryAfter) and not later than
    /// \a deadline (monotonic). False, and nothing is planned, where the bound or the deadline is reached.
    [[nodiscard]] bool again(const RetryPolicy &policy, quint32 random, std::optional<std::chrono::seconds> retryAfter,
                             std::optional<Microseconds> deadline, Scheduler::Task task);
    /// Ends a pause; the count goes on.
    void cancel() { m_timer.stop(); }
    /// It has succeeded, or something else is tried: counted anew.
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
