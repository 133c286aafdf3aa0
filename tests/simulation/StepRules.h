// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/vendor/SimRequest.h"

#include "models/journal/JournalStore.h"
#include "models/sale/Sale.h"

namespace okoshko::sim {

// The checker's own account of the steps, by the design and not by the code of the rules of selling.

/// The step that a request belongs to; Read for those that change no order.
[[nodiscard]] Step stepOf(RequestKind kind);
/// The intent that must be durable before it.
[[nodiscard]] Intent::Verb verbOf(RequestKind kind);
/// What the vendor documentation allows.
[[nodiscard]] bool isAllowed(RequestKind kind, OrderStatus status);
/// Out of a final state only some others are learned.
[[nodiscard]] bool isLearnable(OrderStatus from, OrderStatus to);

} // namespace okoshko::sim
