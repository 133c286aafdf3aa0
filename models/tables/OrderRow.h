// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/domain/Order.h"
#include "models/sale/Sale.h"

#include <QSet>
#include <QString>

#include <optional>

namespace okoshko {

/// A row of the order table: the order, and what the table says about its event.
struct OrderRow
{
    Order order;
    QString eventTitle; ///< empty while the event is not known: the table then shows its id
    Venue venue;
    std::optional<Instant> eventStart;
    QString system; ///< the payment system's configured name; empty while none was chosen
    std::optional<Step> inProgress;

    [[nodiscard]] static OrderRow of(const Sale &sale, const Event *event);

    friend bool operator==(const OrderRow &, const OrderRow &) = default;
};

/// Which rows the table shows.
struct OrderFilter
{
    QString text;               ///< every word of it in number, title, venue, buyer or system; case does not matter
    QSet<OrderStatus> statuses; ///< empty = all

    friend bool operator==(const OrderFilter &, const OrderFilter &) = default;
};

inline size_t qHash(OrderStatus status, size_t seed = 0)
{
    return ::qHash(static_cast<int>(status), seed);
}

} // namespace okoshko
