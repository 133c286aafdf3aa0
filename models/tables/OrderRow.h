// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/domain/Issue.h"
#include "models/domain/Order.h"
#include "models/sale/Sale.h"

#include <QSet>
#include <QString>

#include <optional>

namespace okoshko {

/// What must be known of an order besides its state, before anybody takes money for it or hands out its tickets.
enum class SaleRemark {
    None,
    UnknownToServer, ///< the server says again and again that it does not know it
    Releasing,       ///< it was given up: it is cancelled as soon as the server agrees
    PaidTooLate,     ///< paid, and to be settled first: the seats had gone back on sale
    SeatsShort,      ///< paid, and to be settled first: there are fewer seats than were paid for
};

/// Of \a sale, with the open \a issues of the counter.
[[nodiscard]] SaleRemark remarkOf(const Sale &sale, const QList<Issue> &issues);

/// Whether \a sale, which this counter did not see made, may be that of a reservation of it that was not answered.
[[nodiscard]] bool isPerhapsOurs(const Sale &sale, const QList<Issue> &issues);

/// Whether the time that the seats are still held means anything to the buyer.
[[nodiscard]] inline bool isStillOffered(SaleRemark remark)
{
    return remark != SaleRemark::UnknownToServer && remark != SaleRemark::Releasing;
}

/// A row of the order table: the order, and what the table says about its event.
struct OrderRow
{
    Order order;
    QString eventTitle; ///< of the event, or of what was asked for; empty where neither is known: the table then shows
                        ///< its id
    Venue venue;
    EventTime time; ///< of the event
    QString system; ///< the payment system's configured name; empty while none was chosen
    std::optional<Step> inProgress;
    SaleRemark remark = SaleRemark::None;

    [[nodiscard]] static OrderRow of(const Sale &sale, const Event *event, SaleRemark remark = SaleRemark::None);

    friend bool operator==(const OrderRow &, const OrderRow &) = default;
};

/// Which rows the table shows.
struct OrderFilter
{
    QString text; ///< every word of it in number, title, venue, buyer or system, in any reading (readingsOf)
    QSet<OrderStatus> statuses; ///< empty = all

    friend bool operator==(const OrderFilter &, const OrderFilter &) = default;
};

inline size_t qHash(OrderStatus status, size_t seed = 0)
{
    return ::qHash(static_cast<int>(status), seed);
}

} // namespace okoshko
