// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/SaleContext.h"

#include <functional>

namespace okoshko {

/// When the cancellation of an order that was given up is tried: at once, and after each one in vain at pauses that
/// grow (SalePolicy::release).
class ReleaseSchedule
{
public:
    /// \a context must outlive this; \a release is called when it is time.
    ReleaseSchedule(SaleContext &context, std::function<void()> release);

    /// Plans the next one, unless one is planned.
    void plan();
    void stop() { m_timer.stop(); }
    [[nodiscard]] bool isPlanned() const { return m_timer.isActive(); }
    void noteVain() { ++m_vain; }
    void noteDone() { m_vain = 0; }
    /// The connection is back: what is planned comes half a minute after the last one, or sooner. A server that answers
    /// all but the cancellation is not asked at each turn of the line.
    void hasten();

private:
    SaleContext &m_context;
    std::function<void()> m_release;
    Timer m_timer;
    int m_vain = 0;
    Microseconds m_plannedAt{0}; ///< monotonic
};

} // namespace okoshko
