// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Order.h"

namespace okoshko::sandbox {

class Orders;

/// Refund requests and the decisions about them.
class Refunds
{
public:
    /// All must outlive this.
    Refunds(Orders &orders, const ServerClock &clock, IdSource &ids)
        : m_orders(orders)
        , m_clock(clock)
        , m_ids(ids)
    {
    }

    [[nodiscard]] tl::expected<Refund, Refusal> create(const RefundRequest &request);
    [[nodiscard]] tl::expected<Refund, Refusal> decide(const QString &id, RefundStatus decision);
    [[nodiscard]] tl::expected<Refund, Refusal> refund(const QString &id) const;
    [[nodiscard]] const QList<Refund> &all() const { return m_refunds; } ///< the oldest first

private:
    /// The sum the buyer paid for these tickets: face value less their share of the order's discount. The fee is not
    /// refunded unless the organiser is to blame.
    [[nodiscard]] Amount valueOf(const Order &order, const QStringList &tickets, Culprit culprit) const;

    Orders &m_orders;
    const ServerClock &m_clock;
    IdSource &m_ids;
    QList<Refund> m_refunds;
};

} // namespace okoshko::sandbox
