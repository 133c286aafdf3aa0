// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace okoshko {

/// When an order is to be asked about next.
///
/// While a payment is awaited: often at first, for most buyers pay within a minute or two, then at a pace that slows
/// to a bound; past the end of the hold it goes on, for only the server ends a sale. A hold without a payment is asked
/// about when it runs out. A sale that ended while its payment was out is looked at a few times more, for the money
/// may still land. Failed readings back off exponentially, with jitter, to a bound.
struct PollPace
{
    std::chrono::milliseconds first{2000};
    std::chrono::milliseconds slowest{30000};
    int looksAfterEnd = 7; ///< each twice as late as the one before, from `slowest` on: about an hour

    friend bool operator==(const PollPace &, const PollPace &) = default;

    /// \a asked and \a failed count the readings since the state last changed, and the failures in a row. Nothing
    /// where there is nothing to wait for. \a random is any number: it makes the jitter.
    [[nodiscard]] std::optional<Instant> next(const Sale &sale, Instant now, int asked, int failed,
                                              quint32 random = 0) const;
};

/// The pause before the try after \a failed failures: \a first doubled each time up to \a most, and of that between
/// three quarters and the whole, so that twenty counters do not come back at the same moment.
[[nodiscard]] std::chrono::milliseconds backOff(std::chrono::milliseconds first, std::chrono::milliseconds most,
                                                int failed, quint32 random);

} // namespace okoshko
