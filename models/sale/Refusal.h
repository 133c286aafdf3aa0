// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"

namespace okoshko {

/// Why a step was refused without a request.
enum class Refusal {
    None,
    UnknownOrder,
    Busy,         ///< the same step is under way, or a change that may change the sum
    Confirming,   ///< the confirmation is being sent: no other step before its answer
    Forbidden,    ///< the order's state does not allow it
    AskForPage,   ///< unknown whether a payment page was opened: confirm with PageSeen::No
    NewSum,       ///< the sum has changed and was not accepted: call acceptSum() first
    FewerTickets, ///< fewer tickets than asked for were not accepted: call acceptShortfall() first
    NotReadYet,   ///< the order is known from the journal only
    KeyRefused,   ///< the server does not accept the key
};

/// The cashier's statement about a payment whose start was not answered.
enum class PageSeen { NotAsked, No };

/// Whether the state of \a sale allows \a step.
[[nodiscard]] Refusal refusalOf(const Sale &sale, Step step, PageSeen seen);
/// Whether the state of \a sale allows to change it to \a wanted.
[[nodiscard]] Refusal refusalOf(const Sale &sale, const OrderChange &wanted);

} // namespace okoshko
