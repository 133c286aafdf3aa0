// SPDX-License-Identifier: GPL-3.0-or-later
#include "OrderApi.h"

#include "ListQuery.h"
#include "NewerGeneration.h"
#include "OrderJson.h"
#include "OrderStates.h"

#include <algorithm>

namespace okoshko::sandbox {

QJsonObject OrderApi::render(const Call &call, const Order &order)
{
    Order told = order;
    if (told.tickets.size() > 1 && m_traits.meets(Scenario::TicketsReordered, call))
        std::reverse(told.tickets.begin(), told.tickets.end());
    QJsonObject json = toJson(told, m_vendor.catalogue().partner, m_publicUrl);
    if (told.status == OrderStatus::Expired && m_traits.meets(Scenario::ExpiredNull, call))
        json.insert(QStringLiteral("reserved_till"), QJsonValue::Null);
    return m_references.narrow(call, json, order.id);
}

Reply OrderApi::answer(const Call &call, const Order &order)
{
    if (m_traits.meets(Scenario::NewerGeneration, call))
        return newerReply(newerJson(order, m_vendor), newerRefs(order, m_vendor));
    return jsonReply(200, render(call, order));
}

QJsonObject OrderApi::render(const Call &call, const Refund &refund) const
{
    return m_references.narrow(call, toJson(refund, m_vendor.catalogue().partner), refund.order);
}

Reply OrderApi::answer(const Call &call, int status, const tl::expected<Changed, Refusal> &changed)
{
    if (!changed)
        return errorReply(changed.error());
    if (m_traits.meets(Scenario::NewerGeneration, call))
        return newerReply(newerJson(changed->order, m_vendor), newerRefs(changed->order, m_vendor));
    QJsonObject json = render(call, changed->order);
    QJsonArray errors;
    for (const PromoTrouble &trouble : changed->troubles)
        errors.append(QJsonObject{{QStringLiteral("code"), trouble.code}, {QStringLiteral("msg"), trouble.message}});
    if (!errors.isEmpty())
        json.insert(QStringLiteral("errors"), errors); // said whatever the schema: the caller must learn it
    return jsonReply(status, json);
}

Reply OrderApi::list(const Call &call)
{
    ListQuery query(call.request);
    const QStringList statuses = query.words(QStringLiteral("status"));
    const QStringList events = query.words(QStringLiteral("event"));
    const auto created = query.instants(QStringLiteral("created_at"));
    for (const QString &status : statuses) {
        if (!orderStatusFrom(status))
            query.complain(QStringLiteral("status"), QStringLiteral("unknown status"));
    }
    QList<Order> found = m_vendor.orders();
    found.removeIf([&](const Order &order) {
        return !passes(statuses, toText(order.status)) || !passes(events, order.event) ||
               (created && !created->contains(order.created));
    });
    if (m_traits.meets(Scenario::OldestFirst, call))
        std::reverse(found.begin(), found.end());
    found = query.page(found, m_traits.paging(call));
    if (const auto refusal = query.refusal())
        return errorReply(*refusal);
    const bool isNewer = m_traits.meets(Scenario::NewerGeneration, call);
    QJsonArray rendered;
    for (const Order &order : std::as_const(found))
        rendered.append(isNewer ? newerJson(order, m_vendor) : render(call, order));
    if (isNewer)
        return newerListReply(rendered);
    if (!m_traits.meets(Scenario::Holes, call))
        return jsonReply(200, rendered);
    return jsonReply(200, VendorTraits::withHoles(VendorTraits::withoutLastNumber(rendered)));
}

Reply OrderApi::create(const Call &call)
{
    return answer(call, 201,
                  parseOrderWish(call.body).and_then([&](const OrderWish &wish) { return m_director.create(wish); }));
}

Reply OrderApi::read(const Call &call)
{
    const auto order = m_vendor.order(call.id);
    return order ? answer(call, *order) : errorReply(order.error());
}

Reply OrderApi::change(const Call &call)
{
    return answer(call, 200, parseOrderWish(call.body).and_then([&](const OrderWish &wish) {
        return m_director.change(call.id, wish);
    }));
}

Reply OrderApi::cancel(const Call &call)
{
    OrderWish wish;
    wish.status = OrderStatus::Canceled;
    const auto changed = m_director.change(call.id, wish);
    return changed ? jsonReply(200, QJsonObject{}) : errorReply(changed.error());
}

Reply OrderApi::tickets(const Call &call)
{
    const auto order = m_vendor.order(call.id);
    if (!order)
        return errorReply(order.error());
    QJsonArray tickets;
    for (const QString &id : order->tickets) {
        if (const Seat *seat = m_vendor.stock().find(id))
            tickets.append(m_references.narrow(call, orderTicketJson(*seat, *order), order->id));
    }
    return jsonReply(200, m_traits.meets(Scenario::Holes, call) ? VendorTraits::withHoles(tickets) : tickets);
}

Reply OrderApi::listRefunds(const Call &call)
{
    ListQuery query(call.request);
    const QStringList statuses = query.words(QStringLiteral("status"));
    const QStringList events = query.words(QStringLiteral("event"));
    const QStringList orgs = query.words(QStringLiteral("org"));
    const QStringList vendors = query.words(QStringLiteral("vendor"));
    QList<Refund> refunds = m_vendor.refunds();
    QStringList keys = query.words(QStringLiteral("sort"));
    std::reverse(keys.begin(), keys.end()); // stable sorts, the least important key first
    for (const QString &key : keys) {
        const bool down = key.startsWith(QLatin1Char('-'));
        const bool byValue = key.endsWith(QStringLiteral("value"));
        if (!byValue && !key.endsWith(QStringLiteral("created_at")))
            query.complain(QStringLiteral("sort"), QStringLiteral("can be by created_at and value"));
        std::stable_sort(refunds.begin(), refunds.end(), [&](const Refund &a, const Refund &b) {
            const Refund &first = down ? b : a;
            const Refund &second = down ? a : b;
            return byValue ? first.value < second.value : first.created < second.created;
        });
    }
    refunds.removeIf([&](const Refund &refund) {
        return !passes(statuses, toText(refund.status)) || !passes(events, refund.event) || !passes(orgs, refund.org) ||
               !passes(vendors, m_vendor.catalogue().partner);
    });
    refunds = query.page(refunds);
    if (const auto refusal = query.refusal())
        return errorReply(*refusal);
    QJsonArray rendered;
    for (const Refund &refund : std::as_const(refunds))
        rendered.append(render(call, refund));
    return jsonReply(200, rendered);
}

Reply OrderApi::createRefund(const Call &call)
{
    const auto refund =
        parseRefundWish(call.body).and_then([&](const RefundWish &wish) { return m_vendor.createRefund(wish); });
    return refund ? jsonReply(201, render(call, *refund)) : errorReply(refund.error());
}

Reply OrderApi::readRefund(const Call &call)
{
    const auto refund = m_vendor.refund(call.id);
    return refund ? jsonReply(200, render(call, *refund)) : errorReply(refund.error());
}

Reply OrderApi::decideRefund(const Call &call)
{
    const auto decision = refundStatusFrom(call.body.value(QStringLiteral("status")).toString());
    if (!decision)
        return errorReply(Refusal{Reason::Invalid, {QStringLiteral("status: must be approved or rejected")}});
    const auto refund = m_vendor.decideRefund(call.id, *decision);
    if (!refund)
        return errorReply(refund.error());
    // An approval was recorded answering 201, though nothing new comes to be.
    return jsonReply(*decision == RefundStatus::Approved ? 201 : 200, render(call, *refund));
}

} // namespace okoshko::sandbox
