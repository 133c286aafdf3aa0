// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"

#include <chrono>
#include <optional>

namespace okoshko {

/// When an order is to be asked about next.
///
/// While a payment is awaited: often at first, for most buyers pay within a minute or two, then at a pace that slows
/// to a bound; past the end of the hold it goes on, for only the server ends a sale. A hold without a payment is asked
/// about when it runs out. Failed readings back off exponentially, to the same bound.
struct PollPace
{
    std::chrono::seconds first{2};
    std::chrono::seconds slowest{30};

    /// \a asked and \a failed count the readings since the state last changed, and the failures in a row. Nothing
    /// where there is nothing to wait for.
    [[nodiscard]] std::optional<Instant> next(const Sale &sale, Instant now, int asked, int failed) const;
};

} // namespace okoshko
