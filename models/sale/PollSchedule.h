// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Retry.h"

#include <chrono>
#include <optional>

namespace okoshko {

struct Sale;

/// The time until the next reading of an order of this counter. A value; durations in milliseconds.
///
/// During a payment: first frequently, as most buyers pay within two minutes, then at a growing interval up to a bound.
/// This continues past the end of the hold, as only the server ends a sale, at a longer interval after `bankPatience`.
/// A hold without payment is read at its end. A sale that ended during its payment is read for another
/// `lateMoneyWatch`. Failed readings are retried with growing pauses. Orders of other counters are read with the list.
struct PollSchedule
{
    std::chrono::milliseconds first{2000};
    std::chrono::milliseconds slowest{30000};
    std::chrono::milliseconds thinnest{600000};        ///< after a long time without progress
    std::chrono::milliseconds lateMoneyWatch{3600000}; ///< how long after the end a payment may still arrive
    std::chrono::milliseconds bankPatience{
        300000}; ///< time past the end of the hold after which a payment counts as abandoned

    friend bool operator==(const PollSchedule &, const PollSchedule &) = default;

    struct Progress
    {
        int asked = 0;                ///< readings since the last change of state
        int failed = 0;               ///< failed readings in a row
        Microseconds since{0};        ///< time since the last change of state
        bool isEffectUnknown = false; ///< the answer to a change was lost
        bool isUnknown = false;       ///< the server repeatedly does not know the order
        quint32 random = 0;           ///< random number for the jitter
    };

    /// The pause until the next reading; nothing if none is needed. \a now: server time.
    [[nodiscard]] std::optional<Microseconds> next(const Sale &sale, Instant now, const Progress &progress) const;
};

} // namespace okoshko
