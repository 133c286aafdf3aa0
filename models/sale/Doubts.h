// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Unsettled.h"
#include "models/sale/Patience.h"
#include "models/sale/Sale.h"

#include <optional>

namespace okoshko {

// The rules by which something becomes a thing that a person has to settle.

/// When the order of \a sale has come from \a before to what it is now: money that landed for an order that was over,
/// or fewer seats than were paid for.
[[nodiscard]] std::optional<Unsettled> doubtAfter(const Order &before, const Sale &sale, Instant now);

/// Whether the buyer of \a sale went to pay and the server still waits, long past the end of the hold.
[[nodiscard]] bool isAbandonedAtBank(const Sale &sale, Instant now, const Patience &patience);

/// The entry of that \a kind about \a sale.
[[nodiscard]] Unsettled doubtAbout(const Sale &sale, Unsettled::Kind kind, Instant now);

} // namespace okoshko
