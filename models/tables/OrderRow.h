// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/domain/Issue.h"
#include "models/domain/Order.h"
#include "models/domain/Print.h"
#include "models/sale/Sale.h"

#include <QSet>
#include <QString>

#include <optional>

namespace okoshko {

/// What the cashier must know besides the state before taking money or handing out tickets.
enum class SaleRemark {
    None,
    UnknownToServer, ///< the server repeatedly does not know the order
    Releasing,       ///< it was given up and is being cancelled
    Unconfirmed,     ///< open, and the cashier has taken the money: to be confirmed again, or cancelled
    PaidTooLate,     ///< paid after the seats went back on sale; to be resolved first
    MoneyTaken,      ///< ended unpaid, though the cashier had taken the money; to be resolved first
    PaidTwice,       ///< paid, though not with the money that the cashier had taken; that is to be resolved
    PaidTwiceInVain, ///< … and its tickets are not handed out before something else is resolved
    SeatsShort,      ///< paid, with fewer seats than paid for; to be resolved first
};

/// The remark for \a sale, by the counter's open \a issues. Of what is to be resolved the money in the drawer comes
/// first.
[[nodiscard]] SaleRemark remarkOf(const Sale &sale, const QList<Issue> &issues);

/// Whether a person must resolve one of \a issues before tickets of \a order are handed out.
[[nodiscard]] bool mustBeResolvedFirst(const OrderId &order, const QList<Issue> &issues);

/// Whether \a sale may have been made by an unanswered reservation of this counter.
[[nodiscard]] bool isPerhapsOurs(const Sale &sale, const QList<Issue> &issues);

/// Whether the remaining hold is relevant to the buyer.
[[nodiscard]] inline bool isStillOffered(SaleRemark remark)
{
    return remark != SaleRemark::UnknownToServer && remark != SaleRemark::Releasing;
}

/// Whether the cashier has money of an order that it did not pay for and never will.
[[nodiscard]] inline bool isInDrawer(SaleRemark remark)
{
    return remark == SaleRemark::MoneyTaken || remark == SaleRemark::PaidTwice || remark == SaleRemark::PaidTwiceInVain;
}

/// A row of the order table: the order and its event's data.
struct OrderRow
{
    Order order;
    QString eventTitle; ///< of the event, or of the request; empty if unknown: the table then shows
                        ///< its id
    Venue venue;
    EventTime time; ///< of the event
    QString system; ///< the payment system's configured name; empty until chosen
    std::optional<Step> inProgress;
    SaleRemark remark = SaleRemark::None;
    PrintState print = PrintState::None;

    [[nodiscard]] static OrderRow of(const Sale &sale, const Event *event, SaleRemark remark = SaleRemark::None);

    friend bool operator==(const OrderRow &, const OrderRow &) = default;
};

/// Which rows the table shows.
struct OrderFilter
{
    enum class Print { Any, NotPrinted }; ///< NotPrinted: see isNotPrinted()

    QString text; ///< each word must occur in number, title, venue, buyer or system, in any reading (readingsOf)
    QSet<OrderStatus> statuses; ///< empty = all
    Print print = Print::Any;

    friend bool operator==(const OrderFilter &, const OrderFilter &) = default;
};

inline size_t qHash(OrderStatus status, size_t seed = 0)
{
    return ::qHash(static_cast<int>(status), seed);
}

} // namespace okoshko
