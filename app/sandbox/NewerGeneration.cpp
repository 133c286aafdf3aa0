// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewerGeneration.h"

#include "EventJson.h"
#include "OrderStates.h"
#include "Reservation.h"

namespace okoshko::sandbox {

namespace {

QString newerTime(Instant instant)
{
    return toDateTime(instant).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QJsonObject ticketJson(const Seat &seat, const Order &order, const Event &event)
{
    const PriceRule *rule = event.set(seat.set)->rule(order.rules.value(seat.set));
    const Amount price = rule == nullptr ? Amount{} : rule->org;
    const Amount extra = rule == nullptr ? Amount{} : feeOf(*rule, order);
    const QString barcode = order.barcodes.value(seat.id);
    QJsonObject ticket{
        {QStringLiteral("id"), seat.id},
        {QStringLiteral("serial"), seat.serial},
        {QStringLiteral("number"), seat.ticketNumber},
        {QStringLiteral("set"), seat.set},
        {QStringLiteral("status"), QStringLiteral("reserved")},
        {QStringLiteral("barcode"), barcode.isEmpty() ? QJsonValue() : QJsonValue(barcode)},
        {QStringLiteral("price"), toText(price)},
        {QStringLiteral("discount"), toText(Amount{})},
        {QStringLiteral("nominal"), toText(price)},
        {QStringLiteral("extra"), toText(extra)},
        {QStringLiteral("full"), toText(price + extra)},
    };
    if (!seat.row.isEmpty())
        ticket.insert(QStringLiteral("seat"), QJsonObject{{QStringLiteral("row"), seat.row},
                                                          {QStringLiteral("number"), QString::number(seat.number)},
                                                          {QStringLiteral("sector"), seat.sector}});
    return ticket;
}

} // namespace

Reply newerReply(const QJsonValue &data, const QJsonObject &refs)
{
    return jsonReply(200, QJsonObject{{QStringLiteral("data"), data}, {QStringLiteral("refs"), refs}});
}

Reply newerListReply(const QJsonArray &data)
{
    const QJsonObject pagination{
        {QStringLiteral("page"), 1}, {QStringLiteral("page_size"), 50}, {QStringLiteral("total"), data.size()}};
    return jsonReply(200, QJsonObject{{QStringLiteral("data"), data},
                                      {QStringLiteral("pagination"), pagination},
                                      {QStringLiteral("refs"), QJsonObject()}});
}

QJsonObject newerJson(const Order &order, Vendor &vendor)
{
    const Event &event = *vendor.catalogue().event(order.event);
    QJsonArray tickets;
    for (const QString &id : order.tickets) {
        if (const Seat *seat = vendor.stock().find(id))
            tickets.append(ticketJson(*seat, order, event));
    }
    const bool isCanceled = order.status == OrderStatus::Canceled;
    QJsonObject json{
        {QStringLiteral("id"), order.id},
        {QStringLiteral("number"), order.number},
        {QStringLiteral("created_at"), newerTime(order.created)},
        {QStringLiteral("expired_after"), newerTime(order.reservedTill)},
        {QStringLiteral("event"), order.event},
        {QStringLiteral("org"), order.org},
        {QStringLiteral("vendor"), vendor.catalogue().partner},
        {QStringLiteral("origin"), QStringLiteral("api")},
        {QStringLiteral("status"), isCanceled ? QStringLiteral("cancelled") : toText(order.status)},
        {QStringLiteral("tickets"), tickets},
        {QStringLiteral("values"), QJsonObject{{QStringLiteral("discount"), toText(order.discount)},
                                               {QStringLiteral("extra"), toText(order.extra)},
                                               {QStringLiteral("full"), toText(order.full())},
                                               {QStringLiteral("nominal"), toText(order.nominal - order.discount)},
                                               {QStringLiteral("price"), toText(order.nominal)},
                                               {QStringLiteral("sets_values"), QJsonObject()},
                                               {QStringLiteral("viral_promocodes"), QJsonArray()}}},
    };
    if (order.status == OrderStatus::Done)
        json.insert(QStringLiteral("done_at"), newerTime(order.updated));
    return json;
}

QJsonObject newerRefs(const Order &order, Vendor &vendor)
{
    const Event &event = *vendor.catalogue().event(order.event);
    const QString id = QStringLiteral("id");
    const QJsonObject lifetime{{QStringLiteral("start"), newerTime(event.begin)},
                               {QStringLiteral("finish"), newerTime(event.end)}};
    QJsonObject sets;
    for (auto rule = order.rules.begin(); rule != order.rules.end(); ++rule) {
        const TicketSet &set = *event.set(rule.key());
        sets.insert(set.id, QJsonObject{{id, set.id},
                                        {QStringLiteral("name"), set.name},
                                        {QStringLiteral("price"), toText(set.rule(rule.value())->org)},
                                        {QStringLiteral("with_seats"), set.withSeats()}});
    }
    return {
        {QStringLiteral("events"),
         QJsonObject{
             {event.id, QJsonObject{{id, event.id},
                                    {QStringLiteral("lifetime"), lifetime},
                                    {QStringLiteral("org"), event.org},
                                    {QStringLiteral("status"), event.status},
                                    {QStringLiteral("timezone"), QString::fromLatin1(event.zone.id())},
                                    {QStringLiteral("title"), QJsonObject{{QStringLiteral("text"), event.title},
                                                                          {QStringLiteral("desc"), event.desc}}}}}}},
        {QStringLiteral("partners"),
         QJsonObject{
             {order.org,
              QJsonObject{{id, order.org}, {QStringLiteral("name"), vendor.catalogue().organiser(order.org)->name}}}}},
        {QStringLiteral("promocodes"), QJsonObject()},
        {QStringLiteral("sets"), sets},
    };
}

} // namespace okoshko::sandbox
