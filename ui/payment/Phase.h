// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"
#include "models/tables/OrderRow.h"

namespace okoshko {

/// What the payment page shows for a sale. Computed from the sale, never stored.
enum class Phase {
    Choose,    ///< held; the payment system is to be chosen
    Starting,  ///< chosen; the server is asked to start, or to issue free tickets
    Page,      ///< the buyer pays at the page
    Collect,   ///< there is no page, or its existence is unknown: the cashier collects and confirms
    Await,     ///< there is no page, and by the system's setting the server alone confirms
    Releasing, ///< given up; cancelled as soon as the server agrees
    NotFound,  ///< unknown to the server
    Paid,
    PaidInVain, ///< paid, but there is an open issue: no tickets may be handed out
    Declined,   ///< cancelled while the buyer was to pay on a page
    Canceled,   ///< given up at this counter
    CanceledElsewhere,
    Expired,
    Refunded,
    Unknown, ///< a status unknown to this program
};

[[nodiscard]] Phase phaseOf(const Sale &sale, SaleRemark remark);

} // namespace okoshko
