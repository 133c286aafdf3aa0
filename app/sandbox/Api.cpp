// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/Api.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

namespace {

/// The list with `null`, `{}` and elements of other types between its elements.
QJsonArray withHoles(const QJsonArray &list)
{
    QJsonArray holes{QJsonValue::Null};
    for (const QJsonValue &element : list) {
        holes.append(element);
        if (holes.size() == 2)
            holes.append(QJsonObject());
    }
    for (const QJsonValue &foreign : {QJsonValue(u"[object Object]"_s), QJsonValue(17), QJsonValue(true),
                                      QJsonValue(QJsonArray()), QJsonValue(QJsonObject())})
        holes.append(foreign);
    return holes;
}

/// The event with holes among its sets, and one set that has no price.
QJsonObject withHolesInSets(QJsonObject event)
{
    const QString id = event.value(u"id"_s).toString().left(16) + u"fffffff0"_s;
    QJsonArray sets = event.value(u"sets"_s).toArray();
    if (sets.isEmpty())
        return event;
    sets.append(QJsonObject{{u"id"_s, id},
                            {u"name"_s, u"Без цены"_s},
                            {u"pos"_s, sets.size()},
                            {u"amount"_s, 5},
                            {u"amount_vacant"_s, 5},
                            {u"seats"_s, QJsonValue::Null}});
    event.insert(u"sets"_s, withHoles(sets));
    return event;
}

/// The answer to a list of orders: the last one has no number.
QJsonArray withoutLastNumber(QJsonArray orders)
{
    if (orders.isEmpty())
        return orders;
    QJsonObject last = orders.last().toObject();
    last.remove(u"number"_s);
    orders.replace(orders.size() - 1, last);
    return orders;
}

/// `{"data": …, "refs": {…}}`: an answer of the API's second generation.
Reply newerReply(const QJsonValue &data, const QJsonObject &refs = {})
{
    return jsonReply(200, QJsonObject{{u"data"_s, data}, {u"refs"_s, refs}});
}

/// With `pagination`; its total is that of the page, as recorded.
Reply newerListReply(const QJsonArray &data)
{
    const QJsonObject pagination{{u"page"_s, 1}, {u"page_size"_s, 50}, {u"total"_s, data.size()}};
    return jsonReply(200, QJsonObject{{u"data"_s, data}, {u"pagination"_s, pagination}, {u"refs"_s, QJsonObject()}});
}

} // namespace

const Event *Api::onOffer(const QString &id) const
{
    const Event *event = m_vendor.inventory.eventOnOffer(id);
    return event == nullptr || !m_engine.isOffered(*event) ? nullptr : event;
}

ListQuery::Paging Api::paging(const Call &call)
{
    if (m_engine.meets(Trait::PageIgnored, call.kind))
        return ListQuery::Paging::Ignored;
    return m_engine.meets(Trait::ShortPages, call.kind) ? ListQuery::Paging::Short : ListQuery::Paging::AsAsked;
}

Reply Api::listEvents(const Call &call)
{
    ListQuery query(call.request);
    const QStringList ids = query.words(u"ids"_s);
    const QStringList statuses = query.words(u"status"_s);
    QList<const Event *> events;
    for (const Event &event : m_vendor.catalogue().events) {
        if (m_vendor.clock.now() >= event.goneUntil && m_engine.isOffered(event) && passes(ids, event.id) &&
            passes(statuses, event.status))
            events.append(&event);
    }
    events = query.page(events, paging(call));
    if (const auto refusal = query.refusal())
        return errorReply(*refusal);
    m_engine.noteOffered(events, call.kind);
    const bool hasHoles = m_engine.meets(Trait::Holes, call.kind);
    const bool hasNoLegal = m_engine.meets(Trait::NoLegal, call.kind);
    QJsonArray rendered;
    for (const Event *event : std::as_const(events)) {
        QJsonObject whole = m_writer.json(*event);
        if (hasNoLegal)
            whole.insert(u"legal_detail"_s, QJsonValue::Null);
        const QJsonObject json = m_writer.narrow(call, whole);
        rendered.append(hasHoles ? withHolesInSets(json) : json);
    }
    if (m_engine.meets(Trait::NewerGeneration, call.kind))
        return newerListReply(rendered);
    return jsonReply(200, hasHoles ? withHoles(rendered) : rendered);
}

Reply Api::readEvent(const Call &call)
{
    const Event *event = onOffer(call.id);
    if (event == nullptr)
        return errorReply(404, u"there is no event %1"_s.arg(call.id));
    QJsonObject whole = m_writer.json(*event);
    if (m_engine.meets(Trait::NoLegal, call.kind))
        whole.insert(u"legal_detail"_s, QJsonValue::Null);
    const QJsonObject json = m_writer.narrow(call, whole);
    if (m_engine.meets(Trait::NewerGeneration, call.kind))
        return newerReply(json);
    return jsonReply(200, m_engine.meets(Trait::Holes, call.kind) ? withHolesInSets(json) : json);
}

Reply Api::listSeats(const Call &call)
{
    if (onOffer(call.id) == nullptr)
        return errorReply(404, u"there is no event %1"_s.arg(call.id));
    ListQuery query(call.request);
    const QStringList statuses = query.words(u"status"_s);
    for (const QString &status : statuses) {
        if (!seatStateFrom(status))
            query.complain(u"status"_s, u"unknown status"_s);
    }
    if (const auto refusal = query.refusal())
        return errorReply(*refusal);
    QJsonArray seats;
    for (const Seat *seat : m_vendor.inventory.ofEvent(call.id)) {
        if (!passes(statuses, toText(seat->state)))
            continue;
        std::optional<Instant> till;
        if (seat->state == SeatState::Reserved && !seat->order.isEmpty())
            till = m_vendor.orders.order(seat->order)->reservedTill;
        seats.append(m_writer.narrow(call, AnswerWriter::json(*seat, till)));
    }
    if (m_engine.meets(Trait::NewerGeneration, call.kind))
        return newerListReply(seats);
    return jsonReply(200, m_engine.meets(Trait::Holes, call.kind) ? withHoles(seats) : seats);
}

Reply Api::readPartner(const Call &call)
{
    const Organiser *organiser = m_vendor.catalogue().organiser(call.id);
    if (organiser == nullptr)
        return errorReply(404, u"there is no partner %1"_s.arg(call.id));
    QJsonObject partner = AnswerWriter::json(*organiser);
    if (m_engine.meets(Trait::NoLegal, call.kind))
        partner.insert(u"legal"_s, QJsonValue::Null);
    return jsonReply(200, m_writer.narrow(call, partner));
}

QJsonObject Api::render(const Call &call, const Order &order)
{
    Order shown = order;
    if (shown.tickets.size() > 1 && m_engine.meets(Trait::TicketsReordered, call.kind))
        std::reverse(shown.tickets.begin(), shown.tickets.end());
    QJsonObject json = m_writer.json(shown);
    if (shown.status == OrderStatus::Expired && m_engine.meets(Trait::ExpiredNull, call.kind))
        json.insert(u"reserved_till"_s, QJsonValue::Null);
    return m_writer.narrow(call, json, order.id);
}

Reply Api::answer(const Call &call, const Order &order)
{
    return answer(call, 200, ChangeResult{order, {}});
}

Reply Api::answer(const Call &call, int status, const tl::expected<ChangeResult, Refusal> &result)
{
    if (!result)
        return errorReply(result.error());
    if (m_engine.meets(Trait::NewerGeneration, call.kind))
        return newerReply(m_writer.newerJson(result->order), m_writer.newerRefs(result->order));
    QJsonObject json = render(call, result->order);
    QJsonArray errors;
    for (const PromoError &error : result->promoErrors)
        errors.append(QJsonObject{{u"code"_s, error.code}, {u"msg"_s, error.message}});
    if (!errors.isEmpty())
        json.insert(u"errors"_s, errors); // written whatever the schema, so that the caller learns of it
    return jsonReply(status, json);
}

Reply Api::listOrders(const Call &call)
{
    ListQuery query(call.request);
    const QStringList statuses = query.words(u"status"_s);
    const QStringList events = query.words(u"event"_s);
    const auto created = query.instants(u"created_at"_s);
    for (const QString &status : statuses) {
        if (!orderStatusFrom(status))
            query.complain(u"status"_s, u"unknown status"_s);
    }
    QList<Order> found = m_vendor.orders.all();
    found.removeIf([&](const Order &order) {
        return !passes(statuses, toText(order.status)) || !passes(events, order.event) ||
               (created && (order.created < created->first || order.created > created->second));
    });
    if (m_engine.meets(Trait::OldestFirst, call.kind))
        std::reverse(found.begin(), found.end());
    found = query.page(found, paging(call));
    if (const auto refusal = query.refusal())
        return errorReply(*refusal);
    const bool isNewer = m_engine.meets(Trait::NewerGeneration, call.kind);
    QJsonArray rendered;
    for (const Order &order : std::as_const(found))
        rendered.append(isNewer ? m_writer.newerJson(order) : render(call, order));
    if (isNewer)
        return newerListReply(rendered);
    if (!m_engine.meets(Trait::Holes, call.kind))
        return jsonReply(200, rendered);
    return jsonReply(200, withHoles(withoutLastNumber(rendered)));
}

Reply Api::createOrder(const Call &call)
{
    return answer(call, 201, parseOrderRequest(call.body).and_then([&](const OrderRequest &request) {
        return m_engine.create(request);
    }));
}

Reply Api::readOrder(const Call &call)
{
    const auto order = m_vendor.orders.order(call.id);
    return order ? answer(call, *order) : errorReply(order.error());
}

Reply Api::changeOrder(const Call &call)
{
    return answer(call, 200, parseOrderRequest(call.body).and_then([&](const OrderRequest &request) {
        return m_engine.change(call.id, request);
    }));
}

Reply Api::cancelOrder(const Call &call)
{
    OrderRequest request;
    request.status = OrderStatus::Canceled;
    const auto result = m_engine.change(call.id, request);
    return result ? jsonReply(200, QJsonObject{}) : errorReply(result.error());
}

Reply Api::listTickets(const Call &call)
{
    const auto order = m_vendor.orders.order(call.id);
    if (!order)
        return errorReply(order.error());
    Order shown = *order;
    if (!shown.barcodes.isEmpty() && m_engine.meets(Trait::NoBarcodes, call.kind))
        shown.barcodes.clear();
    if (shown.barcodes.size() > 1 && m_engine.meets(Trait::SameBarcode, call.kind)) {
        for (QString &barcode : shown.barcodes)
            barcode = order->barcodes.value(order->tickets.first());
    }
    QJsonArray tickets;
    for (const QString &id : order->tickets) {
        if (const Seat *seat = m_vendor.inventory.find(id))
            tickets.append(m_writer.narrow(call, AnswerWriter::json(*seat, shown), order->id));
    }
    return jsonReply(200, m_engine.meets(Trait::Holes, call.kind) ? withHoles(tickets) : tickets);
}

Reply Api::answer(const Call &call, int status, const tl::expected<Refund, Refusal> &refund) const
{
    return refund ? jsonReply(status, m_writer.narrow(call, m_writer.json(*refund), refund->order))
                  : errorReply(refund.error());
}

Reply Api::listRefunds(const Call &call)
{
    QJsonArray rendered;
    for (const Refund &refund : m_vendor.refunds.all())
        rendered.append(m_writer.narrow(call, m_writer.json(refund), refund.order));
    return jsonReply(200, rendered);
}

Reply Api::createRefund(const Call &call)
{
    return answer(call, 201, parseRefundRequest(call.body).and_then([&](const RefundRequest &request) {
        return m_vendor.refunds.create(request);
    }));
}

Reply Api::readRefund(const Call &call)
{
    return answer(call, 200, m_vendor.refunds.refund(call.id));
}

Reply Api::decideRefund(const Call &call)
{
    const auto decision = refundStatusFrom(call.body.value(u"status"_s).toString());
    if (!decision)
        return errorReply(Refusal{Reason::Invalid, {u"status: must be approved or rejected"_s}});
    // A recorded approval was answered 201, although it creates nothing.
    const int status = decision == RefundStatus::Approved ? 201 : 200;
    return answer(call, status, m_vendor.refunds.decide(call.id, *decision));
}

} // namespace okoshko::sandbox
