// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/OrderStatus.h"
#include "models/sale/Sale.h"

namespace okoshko {

/// The diagram of api.md, "Order", as a table: what a counter may ask for in which state.
enum class Verdict { Allowed, Forbidden };
[[nodiscard]] Verdict mayStep(OrderStatus from, Step step);

/// Whether the server may say \a to after \a from: by the diagram, or because it stayed as it was.
[[nodiscard]] Verdict mayBecome(OrderStatus from, OrderStatus to);

} // namespace okoshko
