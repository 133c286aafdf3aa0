// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Catalogue.h"
#include "Inventory.h"
#include "Order.h"
#include "Refusal.h"
#include "Wish.h"

namespace okoshko::sandbox {

/// The tickets an order would hold if `wish` came true as far as possible: the whole desired state, not a delta.
/// Tickets that others have are left out; with all_or_nothing one missing ticket empties the list. Nothing is
/// changed by this. Refused: tickets or sets the event does not have, chance tickets out of a set with seats, new
/// tickets of a set that has no price at `now`, and, once payment has begun, anything but dropping some of the tickets.
[[nodiscard]] tl::expected<QStringList, Refusal> planTickets(const Inventory &stock, const Event &event,
                                                             const Order &order, const OrderWish &wish, Instant now);

/// What one ticket of that price costs on top of it in the order: the rule's fee, or the one that its deal adds.
[[nodiscard]] Amount feeOf(const PriceRule &rule, const Order &order);

/// Fixes the price rules for the order's tickets and adds up its sums. A set keeps the rule it was first reserved
/// under for as long as the order holds tickets of it. Where a rule has no fee, the order's deal adds its own.
void priceOrder(Order &order, const Inventory &stock, const Catalogue &catalogue, Instant now);

} // namespace okoshko::sandbox
