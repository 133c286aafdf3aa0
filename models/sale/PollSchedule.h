// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Retry.h"

#include <chrono>
#include <optional>

namespace okoshko {

struct Sale;

/// How long until an order of this counter is asked about next.
///
/// While a payment is awaited: often at first, for most buyers pay within a minute or two, then at a pace that slows to
/// a bound; past the end of the hold it goes on, for only the server ends a sale, and thins out once the buyer counts
/// as gone. A hold without a payment is asked about when it runs out. A sale that ended while its payment was out is
/// looked at for a while, for the money may still land. Failed readings back off. Orders of other counters are read
/// with the list.
struct PollSchedule
{
    std::chrono::milliseconds first{2000};
    std::chrono::milliseconds slowest{30000};
    std::chrono::milliseconds thinnest{600000};        ///< where there has been no progress for long
    std::chrono::milliseconds lateMoneyWatch{3600000}; ///< so long after the end money may still land
    std::chrono::milliseconds bankPatience{300000}; ///< past the end of the hold, until a payment counts as abandoned

    friend bool operator==(const PollSchedule &, const PollSchedule &) = default;

    struct Progress
    {
        int asked = 0;                ///< readings since the state last changed
        int failed = 0;               ///< failed readings in a row
        Microseconds since{0};        ///< how long ago the state last changed
        bool isEffectUnknown = false; ///< the answer to a change was lost: it is read back
        bool isUnknown = false;       ///< the server says again and again that it does not know the order
        quint32 random = 0;           ///< any number: it makes the jitter
    };

    /// The pause from now on; nothing where there is nothing to wait for. \a now is server time, for `reserved_till`.
    [[nodiscard]] std::optional<Microseconds> next(const Sale &sale, Instant now, const Progress &progress) const;
};

} // namespace okoshko
