// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"
#include "models/sale/Sale.h"

namespace okoshko {

// The states of an order as one table, to be held beside the diagram of the vendor's documentation:
//
//     executed ──► in_progress ──► done ──► refunded
//        │  │          │   │
//        │  └─► canceled ◄─┘
//        └────► expired  ◄─┘

/// What an answer that says \a to means for an order that was known to be \a from.
enum class Transition {
    None,    ///< the same state
    Forward, ///< along the arrows, one or several: between two answers an order may have gone several
    Late,    ///< money that came after the end: canceled or expired, and now done
    Back,    ///< against the arrows, between states that are not final: believed, if it was asked later
    Unknown, ///< to a word that is not known
    Refused, ///< out of a final state that nothing leaves like this: not believed
};
[[nodiscard]] Transition transition(OrderStatus from, OrderStatus to);

/// Whether the state \a from lets \a step be asked for.
[[nodiscard]] bool mayStep(OrderStatus from, Step step);

} // namespace okoshko
