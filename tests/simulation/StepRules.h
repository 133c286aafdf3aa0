// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/vendor/SimRequest.h"
#include "tests/simulation/vendor/VendorLog.h"

#include "models/journal/JournalStore.h"
#include "models/sale/Sale.h"

namespace okoshko::sim {

class SimStore;
struct SimOrder;

// The checker's own account of the steps, by the design and not by the code of the rules of selling.

/// The step that a request belongs to; Read for those that change no order.
[[nodiscard]] Step stepOf(RequestKind kind);
/// The intent that must be durable before it.
[[nodiscard]] Intent::Verb verbOf(RequestKind kind);
/// What the vendor documentation allows.
[[nodiscard]] bool isAllowed(RequestKind kind, OrderStatus status);
/// Out of a final state only some others are learned.
[[nodiscard]] bool isLearnable(OrderStatus from, OrderStatus to);
/// Whether \a order, which is at rest, was certainly not paid by \a counter: each confirmation in its \a store was
/// sent, and refused.
[[nodiscard]] bool isUnpaidBy(int counter, const SimStore &store, const SimOrder &order, const VendorLog &log);

} // namespace okoshko::sim
