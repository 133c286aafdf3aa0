// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"

namespace okoshko {

/// Why a step was not even asked for.
enum class Refusal {
    None,
    UnknownOrder,
    Busy,       ///< the same step is under way
    Confirming, ///< that the money was taken is on its way to the server: nothing else before that is answered
    Forbidden,  ///< the order's state does not allow it
    AskForPage, ///< it is not known whether a payment page was opened: confirm with PageSeen::No
    NewSum,     ///< the sum has changed, and the cashier has not said that the buyer knows: accept it first
    NotReadYet, ///< the order is known from the journal only
    KeyRefused, ///< the server does not accept the key: selling stops
};

/// What the cashier says of a payment whose start was never seen answered.
enum class PageSeen { NotAsked, No };

/// Whether \a sale, as it stands, allows \a step.
[[nodiscard]] Refusal refusalOf(const Sale &sale, Step step, PageSeen seen);

} // namespace okoshko
