// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/Encode.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace okoshko::fuzz {

namespace {

QJsonValue timeOrNull(const std::optional<Instant> &time)
{
    return time ? QJsonValue(toIsoString(*time)) : QJsonValue();
}

template <class SomeId>
QJsonValue idOrNull(const SomeId &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.toString());
}

QJsonValue seatOrNull(const std::optional<Seat> &seat)
{
    if (!seat)
        return {};
    return QJsonObject{{"sector"_L1, seat->sector}, {"row"_L1, seat->row}, {"number"_L1, seat->number}};
}

QString statusWord(SeatStatus status)
{
    switch (status) {
    case SeatStatus::Vacant:
        return u"vacant"_s;
    case SeatStatus::Reserved:
        return u"reserved"_s;
    case SeatStatus::Sold:
        return u"sold"_s;
    case SeatStatus::Unknown:
        return u"?"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject encode(const PriceRule &rule)
{
    return {{"id"_L1, idOrNull(rule.id)},
            {"cal"_L1, encodeLifetime(rule.from, rule.until)},
            {"current"_L1, rule.state == PriceRule::State::Current},
            {"price_org"_L1, rule.face.toString()},
            {"price_extra"_L1, rule.fee.toString()},
            {"price"_L1, rule.price.toString()}};
}

QJsonObject encode(const TicketSet &set)
{
    QJsonArray rules;
    for (const PriceRule &rule : set.rules)
        rules.append(encode(rule));
    return {{"id"_L1, idOrNull(set.id)},
            {"pos"_L1, set.position},
            {"name"_L1, set.name},
            {"desc"_L1, set.description},
            {"amount"_L1, set.amount},
            {"amount_vacant"_L1, set.vacant},
            {"price_org"_L1, set.face.toString()},
            {"price_extra"_L1, set.fee.toString()},
            {"price"_L1, set.price.toString()},
            {"with_seats"_L1, set.seating == TicketSet::Seating::Numbered},
            {"rules"_L1, rules}};
}

QJsonObject encode(const Venue &venue)
{
    QJsonObject names;
    for (auto it = venue.cityNames.cbegin(); it != venue.cityNames.cend(); ++it)
        names.insert(it.key(), it.value());
    return {{"id"_L1, idOrNull(venue.id)},
            {"name"_L1, venue.name},
            {"address"_L1, venue.address},
            {"city"_L1, QJsonObject{{"name"_L1, names}, {"timezone"_L1, QString::fromLatin1(venue.timeZone)}}}};
}

} // namespace

QString encodeLifetime(const std::optional<Instant> &start, const std::optional<Instant> &end)
{
    const auto line = [](const QString &name, const std::optional<Instant> &time) {
        // What a calendar writes is what ISO 8601 writes, without the marks and the fraction.
        return time ? name + u":"_s + toIsoString(*time).left(19).remove(u'-').remove(u':') + u"Z\r\n"_s : QString();
    };
    return u"BEGIN:VEVENT\r\n"_s + line(u"DTSTART;VALUE=DATE-TIME"_s, start) + line(u"DTEND"_s, end) +
           u"END:VEVENT\r\n"_s;
}

QJsonObject encode(const Order &order)
{
    QJsonArray tickets;
    for (const TicketId &ticket : order.tickets)
        tickets.append(ticket.toString());
    QJsonObject rules;
    for (auto it = order.rules.cbegin(); it != order.rules.cend(); ++it)
        rules.insert(it.key().toString(), idOrNull(it.value()));
    const Customer &customer = order.customer;
    QJsonObject json{
        {"id"_L1, idOrNull(order.id)},
        {"number"_L1, order.number},
        {"event"_L1, idOrNull(order.event)},
        {"status"_L1, order.statusWord},
        {"created_at"_L1, timeOrNull(order.createdAt)},
        {"updated_at"_L1, timeOrNull(order.updatedAt)},
        {"reserved_till"_L1, timeOrNull(order.reservedTill)},
        {"tickets"_L1, tickets},
        {"rules"_L1, rules},
        {"customer"_L1, QJsonObject{{"first_name"_L1, customer.firstName},
                                    {"last_name"_L1, customer.lastName},
                                    {"email"_L1, customer.email},
                                    {"mobile"_L1, customer.mobile},
                                    {"lang"_L1, customer.language}}},
        {"payment"_L1, QJsonObject{{"system"_L1, order.payment.system},
                                   {"redirect_url"_L1, order.payment.redirectUrl.toString(QUrl::FullyEncoded)}}},
        {"value"_L1, order.value.toString()},
        {"value_extra"_L1, order.valueExtra.toString()}};
    QJsonObject values;
    if (order.has(Order::Field::Nominal))
        values.insert("nominal"_L1, order.nominal.toString());
    if (order.has(Order::Field::Discount))
        values.insert("discount"_L1, order.discount.toString());
    if (!values.isEmpty())
        json.insert("values"_L1, values);
    const std::pair<Order::Field, QLatin1StringView> keys[]{
        {Order::Field::Number, "number"_L1},        {Order::Field::Event, "event"_L1},
        {Order::Field::Status, "status"_L1},        {Order::Field::CreatedAt, "created_at"_L1},
        {Order::Field::UpdatedAt, "updated_at"_L1}, {Order::Field::ReservedTill, "reserved_till"_L1},
        {Order::Field::Tickets, "tickets"_L1},      {Order::Field::Rules, "rules"_L1},
        {Order::Field::Customer, "customer"_L1},    {Order::Field::Payment, "payment"_L1},
        {Order::Field::Value, "value"_L1},          {Order::Field::ValueExtra, "value_extra"_L1}};
    for (const auto &[field, key] : keys) {
        if (!order.has(field))
            json.remove(key);
    }
    return json;
}

QJsonObject encode(const Event &event)
{
    QJsonArray sets;
    for (const TicketSet &set : event.sets)
        sets.append(encode(set));
    return {{"id"_L1, idOrNull(event.id)},
            {"title"_L1, QJsonObject{{"text"_L1, event.title}, {"desc"_L1, event.description}}},
            {"lifetime"_L1, encodeLifetime(event.start, event.end)},
            {"status"_L1, event.sale == Event::Sale::Open ? u"public"_s : u"?"_s},
            {"age_rating"_L1, event.ageRating},
            {"org"_L1, QJsonObject{{"id"_L1, idOrNull(event.org)}, {"name"_L1, event.orgName}}},
            {"venue"_L1, encode(event.venue)},
            {"sets"_L1, sets},
            {"tickets_amount"_L1, event.amount},
            {"tickets_amount_vacant"_L1, event.vacant}};
}

QJsonObject encode(const Ticket &ticket)
{
    return {{"id"_L1, idOrNull(ticket.id)}, {"set"_L1, idOrNull(ticket.set)}, {"serial"_L1, ticket.serial},
            {"number"_L1, ticket.number},   {"barcode"_L1, ticket.barcode},   {"seat"_L1, seatOrNull(ticket.seat)}};
}

QJsonObject encode(const HallSeat &seat)
{
    return {{"id"_L1, idOrNull(seat.ticket)},
            {"set"_L1, idOrNull(seat.set)},
            {"status"_L1, statusWord(seat.status)},
            {"seat"_L1, seatOrNull(seat.seat)},
            {"reserved_till"_L1, timeOrNull(seat.reservedTill)}};
}

} // namespace okoshko::fuzz
