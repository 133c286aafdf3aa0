// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/OrderStatus.h"
#include "models/sale/Sale.h"

namespace okoshko {

/// The diagram of api.md, "Order", as a table: what a counter may ask for in which state.
enum class Verdict { Allowed, Forbidden };
[[nodiscard]] Verdict mayStep(OrderStatus from, Step step);

/// Whether an order that was \a from can have come to be \a to, by one arrow of the diagram or several. A server that
/// says otherwise is believed all the same, and the log says so.
[[nodiscard]] bool mayBeReached(OrderStatus from, OrderStatus to);

} // namespace okoshko
