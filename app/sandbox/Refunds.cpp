// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/Refunds.h"

#include "app/sandbox/Orders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

tl::expected<Refund, Refusal> Refunds::create(const RefundRequest &request)
{
    const tl::expected<Order, Refusal> known = m_orders.order(request.order);
    if (!known)
        return tl::unexpected(known.error());
    if (known->status != OrderStatus::Done)
        return refuse(u"order: only an order in done can be refunded"_s);
    QStringList returnable;
    for (const QString &ticket : known->tickets) {
        const bool asked = std::ranges::any_of(m_refunds, [&](const Refund &refund) {
            return refund.order == known->id && refund.status == RefundStatus::New &&
                   refund.ticketsRefund.contains(ticket);
        });
        if (known->barcodes.contains(ticket) && !asked)
            returnable.append(ticket);
    }
    Refund refund;
    const QStringList named = request.ticketsRefund ? *request.ticketsRefund : *request.ticketsStay;
    for (const QString &ticket : named) {
        if (!returnable.contains(ticket))
            return refuse(u"tickets: %1 is not there to be given back"_s.arg(ticket));
    }
    for (const QString &ticket : returnable) {
        const bool back = named.contains(ticket) == request.ticketsRefund.has_value();
        (back ? refund.ticketsRefund : refund.tickets).append(ticket);
    }
    if (refund.ticketsRefund.isEmpty())
        return refuse(u"tickets_refund: must name at least one ticket"_s);
    refund.id = m_ids.id();
    refund.culprit = request.culprit;
    refund.created = m_clock.now();
    refund.updated = refund.created;
    refund.order = known->id;
    refund.event = known->event;
    refund.org = known->org;
    refund.value = valueOf(*known, refund.ticketsRefund, request.culprit);
    m_refunds.append(refund);
    return refund;
}

Amount Refunds::valueOf(const Order &order, const QStringList &tickets, Culprit culprit) const
{
    const Inventory &inventory = m_orders.inventory();
    const Event &event = *inventory.catalogue().event(order.event);
    Amount nominal;
    Amount extra;
    for (const QString &ticket : tickets) {
        const TicketSet *set = event.set(inventory.find(ticket)->set);
        const PriceRule *rule = set->rule(order.rules.value(set->id));
        nominal = nominal + rule->org;
        extra = extra + feeOf(*rule, order);
    }
    Amount value = nominal;
    if (order.nominal.minor > 0)
        value = value - Amount{order.discount.minor * nominal.minor / order.nominal.minor};
    return culprit == Culprit::Org ? value + extra : value;
}

tl::expected<Refund, Refusal> Refunds::decide(const QString &id, RefundStatus decision)
{
    const auto found = std::ranges::find(m_refunds, id, &Refund::id);
    if (found == m_refunds.end())
        return refuseUnknown(u"there is no refund request %1"_s.arg(id));
    if (found->status != RefundStatus::New || decision == RefundStatus::New)
        return refuse(
            u"status: a refund request in %1 cannot become %2"_s.arg(toText(found->status), toText(decision)));
    found->status = decision;
    found->updated = m_clock.now();
    if (decision == RefundStatus::Approved)
        m_orders.takeBack(found->order, found->ticketsRefund, found->culprit);
    return *found;
}

tl::expected<Refund, Refusal> Refunds::refund(const QString &id) const
{
    const auto found = std::ranges::find(m_refunds, id, &Refund::id);
    if (found == m_refunds.end())
        return refuseUnknown(u"there is no refund request %1"_s.arg(id));
    return *found;
}

} // namespace okoshko::sandbox
