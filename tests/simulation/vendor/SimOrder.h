// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/vendor/SimSystem.h"
#include "tests/simulation/vendor/VendorLog.h"

#include "models/domain/Order.h"
#include "models/domain/Scheduler.h"

#include <optional>

namespace okoshko::sim {

/// An order as it really is.
struct SimOrder
{
    int ordinal = 0;
    OrderStatus status = OrderStatus::Executed; ///< `face` may show an unknown word instead
    Order face;                                 ///< a full answer about it
    Actor maker;
    int wanted = 0;                    ///< tickets asked for
    int dealPercent = 0;               ///< the fee that the deal adds where a set has none
    const SimSystem *system = nullptr; ///< the one chosen
    std::optional<Customer> customer;  ///< sent with the choice
    bool isForgotten = false;          ///< the vendor answers 404
    bool isBusy = false;               ///< a change to it is being processed: 409 to another
    bool isCancelAsked = false;        ///< answered 200, and not moved yet
    bool isSellerAllowed = false;      ///< the seller may confirm although there is a page
    int paymentsUnderWay = 0;          ///< made at the page, not known to the server
    int paymentsLanded = 0;            ///< known to the server
    Scheduler::TaskId expiry = 0;

    [[nodiscard]] const OrderId &id() const { return face.id; }
    [[nodiscard]] bool hasPage() const { return !face.payment.redirectUrl.isEmpty(); }
};

} // namespace okoshko::sim
