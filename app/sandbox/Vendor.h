// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Orders.h"
#include "app/sandbox/Payments.h"
#include "app/sandbox/Refunds.h"

namespace okoshko::sandbox {

/// The ticket vendor: inventory, orders, payments and refunds with one clock.
struct Vendor
{
    /// Without a seed, ids and numbers are random.
    Vendor(Catalogue catalogue, Orders::Terms terms, Clock sourceClock, std::optional<quint64> seed = {})
        : clock(std::move(sourceClock))
        , ids(seed)
        , inventory(std::move(catalogue), clock, ids)
        , orders(inventory, clock, ids, terms)
        , payments(orders)
        , refunds(orders, clock, ids)
    {
    }

    [[nodiscard]] const Catalogue &catalogue() const { return inventory.catalogue(); }

    /// Moves the clock and every moment in orders, so that the remaining time of holds stays.
    void setClockAhead(std::chrono::seconds ahead)
    {
        orders.catchUp();
        orders.shift(clock.setAhead(ahead));
    }

    ServerClock clock;
    IdSource ids;
    Inventory inventory;
    Orders orders;
    Payments payments;
    Refunds refunds;
};

} // namespace okoshko::sandbox
