// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"
#include "models/sale/Sale.h"

namespace okoshko {

// The states of an order as one table, after the diagram of the vendor's documentation:
//
// clang-format off
//     executed ──► in_progress ──► done ──► refunded
//        │  │          │   │
//        │  └─► canceled ◄─┘
//        └────► expired  ◄─┘
// clang-format on

/// The meaning of an answer with status \a to for an order with known status \a from.
enum class Transition {
    None,    ///< same status
    Forward, ///< along one or several arrows
    Late,    ///< paid after the end: canceled or expired, and now done
    Back,    ///< against the arrows, between states that are not final: accepted if the question was later
    Unknown, ///< to an unknown word
    Refused, ///< impossible change of a final status: ignored
};
[[nodiscard]] Transition transition(OrderStatus from, OrderStatus to);

/// Whether \a step is allowed in status \a from.
[[nodiscard]] bool mayStep(OrderStatus from, Step step);

} // namespace okoshko
