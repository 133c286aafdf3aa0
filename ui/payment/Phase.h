// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"
#include "models/tables/OrderRow.h"

namespace okoshko {

/// What the payment window shows of a sale. Never stored: always read off the sale.
enum class Phase {
    Choose,    ///< held; the way to pay is to be chosen
    Starting,  ///< chosen; the server is being asked to start, or to issue what is free
    Page,      ///< the buyer pays at the page
    Collect,   ///< there is no page, or perhaps none: the cashier collects and confirms
    Await,     ///< there is no page, but by the system's setting the server alone confirms
    Releasing, ///< given up; it is cancelled as soon as the server agrees
    Forgotten, ///< the server does not know it
    Paid,
    PaidInVain, ///< paid, but it is to be settled before any ticket is handed out
    Declined,   ///< cancelled while the buyer was to pay on a page
    Canceled,   ///< given up here
    CanceledElsewhere,
    Expired,
    Refunded,
    Unknown, ///< a state that we do not know
};

[[nodiscard]] Phase phaseOf(const Sale &sale, SaleRemark remark);

} // namespace okoshko
