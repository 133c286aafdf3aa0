// SPDX-License-Identifier: GPL-3.0-or-later
// The refund desk of the vendor.
#include "OrderStates.h"
#include "Reservation.h"
#include "Vendor.h"

#include <algorithm>

namespace okoshko::sandbox {

namespace {

/// What the buyer paid for these tickets: their face value less the order's discount, share by share. The fee stays
/// with the vendor unless the organiser is to blame.
Amount refundValue(const Order &order, const Event &event, const Inventory &stock, const QStringList &tickets,
                   Culprit culprit)
{
    Amount nominal;
    Amount extra;
    for (const QString &ticket : tickets) {
        const TicketSet *set = event.set(stock.find(ticket)->set);
        const PriceRule *rule = set->rule(order.rules.value(set->id));
        nominal = nominal + rule->org;
        extra = extra + feeOf(*rule, order);
    }
    Amount value = nominal;
    if (order.nominal.minor > 0)
        value = value - Amount{order.discount.minor * nominal.minor / order.nominal.minor};
    return culprit == Culprit::Org ? value + extra : value;
}

} // namespace

tl::expected<Refund, Refusal> Vendor::createRefund(const RefundWish &wish)
{
    const tl::expected<Order, Refusal> known = order(wish.order);
    if (!known)
        return tl::unexpected(known.error());
    if (known->status != OrderStatus::Done)
        return refuse(QStringLiteral("order: only an order in done can be refunded"));
    QStringList returnable;
    for (const QString &ticket : known->tickets) {
        const bool asked = std::any_of(m_refunds.begin(), m_refunds.end(), [&](const Refund &refund) {
            return refund.order == known->id && refund.status == RefundStatus::New &&
                   refund.ticketsRefund.contains(ticket);
        });
        if (known->barcodes.contains(ticket) && !asked)
            returnable.append(ticket);
    }
    Refund refund;
    const QStringList named = wish.ticketsRefund ? *wish.ticketsRefund : *wish.ticketsStay;
    for (const QString &ticket : named) {
        if (!returnable.contains(ticket))
            return refuse(QStringLiteral("tickets: %1 is not there to be given back").arg(ticket));
    }
    for (const QString &ticket : returnable) {
        const bool back = named.contains(ticket) == wish.ticketsRefund.has_value();
        (back ? refund.ticketsRefund : refund.tickets).append(ticket);
    }
    if (refund.ticketsRefund.isEmpty())
        return refuse(QStringLiteral("tickets_refund: must name at least one ticket"));
    refund.id = m_ids.id();
    refund.culprit = wish.culprit;
    refund.created = now();
    refund.updated = refund.created;
    refund.order = known->id;
    refund.event = known->event;
    refund.org = known->org;
    refund.value = refundValue(*known, *m_catalogue.event(known->event), m_stock, refund.ticketsRefund, wish.culprit);
    m_refunds.append(refund);
    return refund;
}

tl::expected<Refund, Refusal> Vendor::decideRefund(const QString &id, RefundStatus decision)
{
    const auto found =
        std::find_if(m_refunds.begin(), m_refunds.end(), [&](const Refund &refund) { return refund.id == id; });
    if (found == m_refunds.end())
        return refuseUnknown(QStringLiteral("there is no refund request %1").arg(id));
    if (found->status != RefundStatus::New || decision == RefundStatus::New)
        return refuse(QStringLiteral("status: a refund request in %1 cannot become %2")
                          .arg(toText(found->status), toText(decision)));
    found->status = decision;
    found->updated = now();
    if (decision == RefundStatus::Rejected)
        return *found;
    Order &order = m_orders[found->order];
    for (const QString &ticket : found->ticketsRefund)
        order.barcodes.remove(ticket);
    // The seats go back on sale; the order keeps its list and sums as the record of what was sold.
    m_stock.release(found->ticketsRefund);
    order.updated = found->updated;
    if (order.barcodes.isEmpty())
        order.status = OrderStatus::Refunded;
    return *found;
}

tl::expected<Refund, Refusal> Vendor::refund(const QString &id) const
{
    const auto found =
        std::find_if(m_refunds.begin(), m_refunds.end(), [&](const Refund &refund) { return refund.id == id; });
    if (found == m_refunds.end())
        return refuseUnknown(QStringLiteral("there is no refund request %1").arg(id));
    return *found;
}

QList<Refund> Vendor::refunds() const
{
    return m_refunds;
}

} // namespace okoshko::sandbox
