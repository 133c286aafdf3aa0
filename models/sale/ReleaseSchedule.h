// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/SaleContext.h"

#include <functional>

namespace okoshko {

/// Schedules the attempts to cancel an order that was given up: at once, and after failures with growing pauses
/// (SalePolicy::release). Owned by SaleProcess, on its thread.
class ReleaseSchedule
{
public:
    /// \a context must outlive this; \a release is called for each attempt.
    ReleaseSchedule(SaleContext &context, std::function<void()> release);

    /// Schedules the next attempt, unless one is scheduled.
    void plan();
    void stop() { m_timer.stop(); }
    [[nodiscard]] bool isPlanned() const { return m_timer.isActive(); }
    void noteVain() { ++m_vain; }
    void noteDone() { m_vain = 0; }
    /// The connection is back: the scheduled attempt comes at most half a minute after the last one. The minimum
    /// protects a server that answers everything except the cancellation.
    void hasten();

private:
    SaleContext &m_context;
    std::function<void()> m_release;
    Timer m_timer;
    int m_vain = 0;
    Microseconds m_plannedAt{0}; ///< monotonic
};

} // namespace okoshko
