// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"

namespace okoshko {

/// What the payment window shows of a sale. Never stored: always read off the sale.
enum class Phase {
    Choose,   ///< held; the way to pay is to be chosen
    Starting, ///< chosen; the server is being asked to start
    Page,     ///< the buyer pays at the page
    Collect,  ///< there is no page: the cashier collects and confirms
    Await,    ///< there is no page, but by the system's setting the server alone confirms
    Paid,
    Declined, ///< cancelled while the payment was awaited
    Canceled, ///< given up here
    Expired,
    Refunded,
    Unknown, ///< a state that we do not know
};

[[nodiscard]] Phase phaseOf(const Sale &sale);

} // namespace okoshko
