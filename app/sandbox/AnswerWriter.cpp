// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/AnswerWriter.h"

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonArray rulesJson(const TicketSet &set, Instant now, const Event &event)
{
    const PriceRule *current = set.currentRule(now);
    // Price rules have times of day even if the event itself has only dates.
    const VeventForm form = event.style.times == VeventForm::Day ? VeventForm::Utc : event.style.times;
    QJsonArray rules;
    for (qsizetype i = 0; i < set.rules.size(); ++i) {
        const PriceRule &rule = set.rules[i];
        const Instant next = i + 1 < set.rules.size() ? *set.rules[i + 1].from : event.end;
        rules.append(QJsonObject{
            {u"id"_s, rule.id},
            {u"cal"_s, toVevent(rule.from, rule.until.value_or(next), form, event.zone)},
            {u"current"_s, current != nullptr && rule.id == current->id},
            {u"price_org"_s, toText(rule.org)},
            {u"price_extra"_s, toText(rule.extra)},
            {u"price"_s, toText(rule.org + rule.extra)},
        });
    }
    return rules;
}

QJsonValue rowsJson(const TicketSet &set)
{
    if (!set.withSeats())
        return QJsonValue::Null;
    QJsonObject rows;
    for (const Row &row : set.rows) {
        QJsonArray ranges;
        for (const SeatRange &range : row.seats)
            ranges.append(QJsonArray{range.first, range.last});
        rows.insert(row.name, ranges);
    }
    return rows;
}

QJsonObject orgJson(const Organiser &organiser)
{
    QJsonObject org = organiser.contact;
    org.insert(u"id"_s, organiser.id);
    org.insert(u"name"_s, organiser.name);
    return org;
}

QJsonObject venueJson(const Venue &venue)
{
    return {
        {u"id"_s, venue.id},     {u"name"_s, venue.name},       {u"address"_s, venue.address},
        {u"city"_s, venue.city}, {u"country"_s, venue.country}, {u"point"_s, venue.point},
    };
}

QJsonValue mapJson(const Event &event)
{
    if (event.mapName.isEmpty())
        return QJsonValue::Null;
    QJsonArray sectors;
    for (const Sector &sector : event.sectors)
        sectors.append(QJsonObject{{u"id"_s, sector.id}, {u"name"_s, sector.name}});
    return QJsonObject{
        {u"id"_s, event.venue},
        {u"name"_s, event.mapName},
        {u"sectors"_s, sectors},
        {u"svg"_s, QJsonValue::Null},
    };
}

/// The form of 2014: without later fields, and with an empty venue.
QJsonObject terse(QJsonObject event)
{
    for (const char *field : {"status", "age_rating", "map", "legal_detail", "tickets_amount", "tickets_amount_vacant"})
        event.remove(QLatin1String(field));
    event.insert(u"updated_at"_s, QJsonValue::Null);
    event.insert(u"created_at"_s, QJsonValue::Null);
    event.insert(u"venue"_s, QJsonObject());
    QJsonArray sets;
    for (const QJsonValue &value : event.value(u"sets"_s).toArray()) {
        QJsonObject set = value.toObject();
        for (const char *field : {"pos", "desc", "amount_vacant", "price_extra", "with_seats", "seats", "sector"})
            set.remove(QLatin1String(field));
        QJsonArray rules;
        for (const QJsonValue &rule : set.value(u"rules"_s).toArray()) {
            QJsonObject shortened = rule.toObject();
            shortened.remove(u"current"_s);
            shortened.remove(u"price_extra"_s);
            rules.append(shortened);
        }
        set.insert(u"rules"_s, rules);
        sets.append(set);
    }
    event.insert(u"sets"_s, sets);
    return event;
}

/// `{row, number, sector}`; without a seat null, or `{}` where the event has both kinds.
QJsonValue seatPlace(const Seat &seat)
{
    if (seat.row.isEmpty())
        return seat.hasEmptyPlace ? QJsonValue(QJsonObject()) : QJsonValue(QJsonValue::Null);
    bool numeric = false;
    const int row = seat.row.toInt(&numeric);
    return QJsonObject{
        {u"row"_s, numeric ? QJsonValue(row) : QJsonValue(seat.row)}, // the vendor writes numbers without quotes
        {u"number"_s, seat.number},
        {u"sector"_s, orNull(seat.sector)},
    };
}

bool isInvitation(const Order &order)
{
    const PaymentSystem *system = systemOf(order);
    return system != nullptr && system->confirmedBy == PaymentSystem::ConfirmedBy::Nobody;
}

/// Whether an answer contains the customer and the payment system; for an invitation from its start.
bool showsPayment(const Order &order)
{
    return order.started || isInvitation(order);
}

QJsonObject customerJson(const Order &order)
{
    const QString lang = u"lang"_s;
    if (!showsPayment(order))
        return {{lang, u"ru"_s}};
    QJsonObject customer;
    if (isInvitation(order)) { // as recorded
        for (const char *field : {"email", "first_name", "last_name", "mobile", "lang", "user"})
            customer.insert(QLatin1String(field), QJsonValue::Null);
    }
    for (auto it = order.customer.begin(); it != order.customer.end(); ++it)
        customer.insert(it.key(), it.value());
    return customer;
}

/// Price and discount of a ticket of each set, as recorded for an order with a promo code.
QJsonArray setValuesJson(const Order &order, const Event &event)
{
    QJsonArray sets;
    for (auto it = order.rules.begin(); it != order.rules.end(); ++it) {
        const TicketSet *set = event.set(it.key());
        const PriceRule *rule = set == nullptr ? nullptr : set->rule(it.value());
        if (rule == nullptr || order.nominal.minor == 0)
            continue;
        const Amount discount{rule->org.minor * order.discount.minor / order.nominal.minor};
        sets.append(QJsonObject{{u"id"_s, set->id},
                                {u"p"_s, toText(rule->org - discount)},
                                {u"d"_s, toText(discount)},
                                {u"ps"_s, QJsonArray::fromStringList(order.promoCodes)}});
    }
    return sets;
}

QJsonObject valuesJson(const Order &order, const Event *event)
{
    QJsonObject values{
        {u"extra"_s, toText(order.extra)},
        {u"full"_s, toText(order.full())},
        {u"nominal"_s, toText(order.nominal - order.discount)}, // as recorded: the face value less the discount
    };
    if (order.promoCodes.isEmpty())
        return values;
    values.insert(u"discount"_s, toText(order.discount));
    if (event != nullptr)
        values.insert(u"sets"_s, setValuesJson(order, *event));
    return values;
}

QString newerTime(Instant instant)
{
    return toDateTime(instant).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QJsonObject newerTicket(const Seat &seat, const Order &order, const Event &event)
{
    const PriceRule *rule = event.set(seat.set)->rule(order.rules.value(seat.set));
    const Amount price = rule == nullptr ? Amount{} : rule->org;
    const Amount extra = rule == nullptr ? Amount{} : feeOf(*rule, order);
    const QString barcode = order.barcodes.value(seat.id);
    QJsonObject ticket{
        {u"id"_s, seat.id},
        {u"serial"_s, seat.serial},
        {u"number"_s, seat.ticketNumber},
        {u"set"_s, seat.set},
        {u"status"_s, u"reserved"_s},
        {u"barcode"_s, barcode.isEmpty() ? QJsonValue() : QJsonValue(barcode)},
        {u"price"_s, toText(price)},
        {u"discount"_s, toText(Amount{})},
        {u"nominal"_s, toText(price)},
        {u"extra"_s, toText(extra)},
        {u"full"_s, toText(price + extra)},
    };
    if (!seat.row.isEmpty())
        ticket.insert(
            u"seat"_s,
            QJsonObject{{u"row"_s, seat.row}, {u"number"_s, QString::number(seat.number)}, {u"sector"_s, seat.sector}});
    return ticket;
}

} // namespace

QJsonObject AnswerWriter::json(const Event &event) const
{
    const Catalogue &catalogue = m_vendor.catalogue();
    const Organiser &organiser = *catalogue.organiser(event.org);
    QJsonArray sets;
    int amount = 0;
    int vacant = 0;
    for (const TicketSet &set : event.sets) {
        sets.append(setJson(set, sets.size(), event));
        amount += set.amount;
        vacant += m_vendor.inventory.vacantIn(event, set);
    }
    const QJsonObject json{
        {u"id"_s, event.id},
        {u"title"_s, QJsonObject{{u"text"_s, event.title}, {u"desc"_s, orNull(event.desc)}}},
        {u"lifetime"_s, toVevent(event.begin, event.end, event.style.times, event.zone)},
        {u"status"_s, event.status},
        {u"age_rating"_s, event.ageRating},
        {u"deal"_s, QJsonValue::Null},
        {u"org"_s, orgJson(organiser)},
        {u"partner"_s, orgJson(*catalogue.organiser(catalogue.partner))},
        {u"legal_detail"_s, organiser.legal.value(u"detail"_s)},
        {u"venue"_s, venueJson(*catalogue.venue(event.venue))},
        {u"map"_s, mapJson(event)},
        {u"sets"_s, sets},
        {u"media"_s, QJsonObject{{u"cover"_s, QJsonValue::Null}}},
        {u"tags"_s, QJsonArray::fromStringList(event.tags)},
        {u"tickets_amount"_s, amount},
        {u"tickets_amount_vacant"_s, vacant},
        {u"created_at"_s, toIso(event.updated)},
        {u"updated_at"_s, toIso(event.updated)},
    };
    return event.style.terse ? terse(json) : json;
}

QJsonObject AnswerWriter::setJson(const TicketSet &set, qsizetype position, const Event &event) const
{
    const Instant now = m_vendor.clock.now();
    QJsonObject json{
        {u"id"_s, set.id},
        {u"pos"_s, position},
        {u"name"_s, set.name},
        {u"desc"_s, orNull(set.desc)},
        {u"amount"_s, set.amount},
        {u"amount_vacant"_s, m_vendor.inventory.vacantIn(event, set)},
        {u"with_seats"_s, set.withSeats()},
        {u"seats"_s, rowsJson(set)},
        {u"sector"_s, orNull(set.sector)},
        {u"rules"_s, rulesJson(set, now, event)},
    };
    const bool hasAnother = set.rules.last().from.value_or(now) > now;
    if (const PriceRule *current = set.currentRule(now)) {
        json.insert(u"price_org"_s, toText(current->org));
        json.insert(u"price_extra"_s, toText(current->extra));
        json.insert(u"price"_s, toText(current->org + current->extra));
    } else if (!hasAnother) { // between two rules the fields are missing
        for (const char *field : {"price_org", "price_extra", "price"})
            json.insert(QLatin1String(field), QJsonValue::Null);
    }
    return json;
}

QJsonObject AnswerWriter::json(const Organiser &organiser)
{
    QJsonObject json = orgJson(organiser);
    json.insert(u"legal"_s, organiser.legal);
    return json;
}

QJsonObject AnswerWriter::json(const Seat &seat, std::optional<Instant> reservedTill)
{
    return {
        {u"id"_s, seat.id},
        {u"status"_s, toText(seat.state)},
        {u"set"_s, seat.set},
        {u"reserved_till"_s, reservedTill ? QJsonValue(toIso(*reservedTill)) : QJsonValue()},
        {u"serial"_s, seat.serial},
        {u"number"_s, seat.ticketNumber},
        {u"seat"_s, seatPlace(seat)},
    };
}

QJsonObject AnswerWriter::json(const Order &order) const
{
    QJsonObject rules;
    for (auto it = order.rules.begin(); it != order.rules.end(); ++it)
        rules.insert(it.key(), it.value());
    return {
        {u"id"_s, order.id},
        {u"created_at"_s, toIso(order.created)},
        {u"customer"_s, customerJson(order)},
        {u"deal"_s, QJsonValue::Null},
        {u"event"_s, order.event},
        {u"number"_s, order.number},
        {u"org"_s, order.org},
        {u"payment"_s, paymentJson(order)},
        {u"promocodes"_s, QJsonArray::fromStringList(order.promoCodes)},
        {u"reserved_till"_s, toIso(order.reservedTill)},
        {u"rules"_s, rules},
        {u"status"_s, toText(order.status)},
        {u"tickets"_s, QJsonArray::fromStringList(order.tickets)},
        {u"updated_at"_s, toIso(order.updated)},
        {u"value"_s, toText(order.value())},
        {u"value_extra"_s, toText(order.extra)},
        {u"values"_s, valuesJson(order, m_vendor.catalogue().event(order.event))},
        {u"vendor"_s, m_vendor.catalogue().partner},
    };
}

QJsonObject AnswerWriter::paymentJson(const Order &order) const
{
    const PaymentSystem *system = showsPayment(order) ? systemOf(order) : nullptr;
    QJsonObject payment{
        {u"failure_url"_s, system == nullptr ? QJsonValue() : orNull(order.payment.failureUrl)},
        {u"success_url"_s, system == nullptr ? QJsonValue() : orNull(order.payment.successUrl)},
        {u"system"_s, system == nullptr ? QJsonValue() : QJsonValue(QString(system->id))},
    };
    if (!order.payAddress.isEmpty())
        payment.insert(u"redirect_url"_s, order.payAddress);
    else if (!order.payToken.isEmpty())
        payment.insert(u"redirect_url"_s, m_publicUrl.toString() + u"/pay/"_s + order.payToken);
    return payment;
}

QJsonObject AnswerWriter::json(const Seat &seat, const Order &order)
{
    return {
        {u"id"_s, seat.id},
        {u"serial"_s, seat.serial},
        {u"number"_s, seat.ticketNumber},
        {u"barcode"_s, orNull(order.barcodes.value(seat.id))},
        {u"seat"_s, seatPlace(seat)},
        {u"set"_s, seat.set},
    };
}

QJsonObject AnswerWriter::json(const Refund &refund) const
{
    return {
        {u"id"_s, refund.id},
        {u"status"_s, toText(refund.status)},
        {u"culprit"_s, toText(refund.culprit)},
        {u"created_at"_s, toIso(refund.created)},
        {u"updated_at"_s, toIso(refund.updated)},
        {u"order"_s, refund.order},
        {u"event"_s, refund.event},
        {u"org"_s, refund.org},
        {u"vendor"_s, m_vendor.catalogue().partner},
        {u"tickets"_s, QJsonArray::fromStringList(refund.tickets)},
        {u"tickets_refund"_s, QJsonArray::fromStringList(refund.ticketsRefund)},
        {u"value"_s, toText(refund.value)},
    };
}

QJsonObject AnswerWriter::narrow(const Call &call, const QJsonObject &object, const QString &order) const
{
    if (!call.schema)
        return object;
    return call.schema->apply(object, [&](const QString &name, const QString &id) { return resolve(name, id, order); });
}

QJsonValue AnswerWriter::resolve(const QString &name, const QString &id, const QString &order) const
{
    const Catalogue &catalogue = m_vendor.catalogue();
    if (name == u"event"_s) {
        const Event *event = catalogue.event(id);
        return event == nullptr ? QJsonValue() : json(*event);
    }
    if (name == u"org"_s || name == u"vendor"_s) {
        const Organiser *organiser = catalogue.organiser(id);
        return organiser == nullptr ? QJsonValue() : json(*organiser);
    }
    if (name == u"order"_s) {
        const auto found = m_vendor.orders.order(id);
        return found ? QJsonValue(json(*found)) : QJsonValue();
    }
    if (name == u"set"_s) {
        for (const Event &event : catalogue.events) {
            if (const TicketSet *set = event.set(id))
                return setJson(*set, set - event.sets.data(), event);
        }
    }
    if (name == u"tickets"_s || name == u"tickets_refund"_s) {
        const Seat *seat = m_vendor.inventory.find(id);
        const auto owner = m_vendor.orders.order(order);
        return seat == nullptr || !owner ? QJsonValue() : json(*seat, *owner);
    }
    return {};
}

QJsonObject AnswerWriter::newerJson(const Order &order) const
{
    const Event &event = *m_vendor.catalogue().event(order.event);
    QJsonArray tickets;
    for (const QString &id : order.tickets) {
        if (const Seat *seat = m_vendor.inventory.find(id))
            tickets.append(newerTicket(*seat, order, event));
    }
    const bool isCanceled = order.status == OrderStatus::Canceled;
    QJsonObject json{
        {u"id"_s, order.id},
        {u"number"_s, order.number},
        {u"created_at"_s, newerTime(order.created)},
        {u"expired_after"_s, newerTime(order.reservedTill)},
        {u"event"_s, order.event},
        {u"org"_s, order.org},
        {u"vendor"_s, m_vendor.catalogue().partner},
        {u"origin"_s, u"api"_s},
        {u"settings"_s, QJsonObject{{u"invitation"_s, order.invited}, {u"send_tickets"_s, order.payment.sendsTickets}}},
        {u"status"_s, isCanceled ? u"cancelled"_s : toText(order.status)},
        {u"tickets"_s, tickets},
        {u"values"_s, QJsonObject{{u"discount"_s, toText(order.discount)},
                                  {u"extra"_s, toText(order.extra)},
                                  {u"full"_s, toText(order.full())},
                                  {u"nominal"_s, toText(order.nominal - order.discount)},
                                  {u"price"_s, toText(order.nominal)},
                                  {u"sets_values"_s, QJsonObject()},
                                  {u"viral_promocodes"_s, QJsonArray()}}},
    };
    if (order.status == OrderStatus::Done)
        json.insert(u"done_at"_s, newerTime(order.updated));
    return json;
}

QJsonObject AnswerWriter::newerRefs(const Order &order) const
{
    const Event &event = *m_vendor.catalogue().event(order.event);
    const QString id = u"id"_s;
    const QJsonObject lifetime{{u"start"_s, newerTime(event.begin)}, {u"finish"_s, newerTime(event.end)}};
    QJsonObject sets;
    for (auto rule = order.rules.begin(); rule != order.rules.end(); ++rule) {
        const TicketSet &set = *event.set(rule.key());
        sets.insert(set.id, QJsonObject{{id, set.id},
                                        {u"name"_s, set.name},
                                        {u"price"_s, toText(set.rule(rule.value())->org)},
                                        {u"with_seats"_s, set.withSeats()}});
    }
    return {
        {u"events"_s, QJsonObject{{event.id, QJsonObject{{id, event.id},
                                                         {u"lifetime"_s, lifetime},
                                                         {u"org"_s, event.org},
                                                         {u"status"_s, event.status},
                                                         {u"timezone"_s, QString::fromLatin1(event.zone.id())},
                                                         {u"title"_s, QJsonObject{{u"text"_s, event.title},
                                                                                  {u"desc"_s, event.desc}}}}}}},
        {u"partners"_s,
         QJsonObject{
             {order.org, QJsonObject{{id, order.org}, {u"name"_s, m_vendor.catalogue().organiser(order.org)->name}}}}},
        {u"promocodes"_s, QJsonObject()},
        {u"sets"_s, sets},
    };
}

} // namespace okoshko::sandbox
