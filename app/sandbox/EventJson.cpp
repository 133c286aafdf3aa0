// SPDX-License-Identifier: GPL-3.0-or-later
#include "EventJson.h"

namespace okoshko::sandbox {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonArray rulesJson(const TicketSet &set, Instant now, const Event &event)
{
    const PriceRule *current = set.currentRule(now);
    // Prices begin and end at a moment even where the event itself has only days.
    const VeventForm form = event.style.times == VeventForm::Day ? VeventForm::Utc : event.style.times;
    QJsonArray rules;
    for (qsizetype i = 0; i < set.rules.size(); ++i) {
        const PriceRule &rule = set.rules[i];
        const Instant next = i + 1 < set.rules.size() ? *set.rules[i + 1].from : event.end;
        rules.append(QJsonObject{
            {QStringLiteral("id"), rule.id},
            {QStringLiteral("cal"), toVevent(rule.from, rule.until.value_or(next), form, event.zone)},
            {QStringLiteral("current"), current != nullptr && rule.id == current->id},
            {QStringLiteral("price_org"), toText(rule.org)},
            {QStringLiteral("price_extra"), toText(rule.extra)},
            {QStringLiteral("price"), toText(rule.org + rule.extra)},
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
    org.insert(QStringLiteral("id"), organiser.id);
    org.insert(QStringLiteral("name"), organiser.name);
    return org;
}

QJsonObject venueJson(const Venue &venue)
{
    return {
        {QStringLiteral("id"), venue.id},           {QStringLiteral("name"), venue.name},
        {QStringLiteral("address"), venue.address}, {QStringLiteral("city"), venue.city},
        {QStringLiteral("country"), venue.country}, {QStringLiteral("point"), venue.point},
    };
}

QJsonValue mapJson(const Event &event)
{
    if (event.mapName.isEmpty())
        return QJsonValue::Null;
    QJsonArray sectors;
    for (const Sector &sector : event.sectors)
        sectors.append(QJsonObject{{QStringLiteral("id"), sector.id}, {QStringLiteral("name"), sector.name}});
    return QJsonObject{
        {QStringLiteral("id"), event.venue},
        {QStringLiteral("name"), event.mapName},
        {QStringLiteral("sectors"), sectors},
        {QStringLiteral("svg"), QJsonValue::Null},
    };
}

} // namespace

QJsonObject toJson(const TicketSet &set, int position, int vacant, Instant now, const Event &event)
{
    QJsonObject json{
        {QStringLiteral("id"), set.id},
        {QStringLiteral("pos"), position},
        {QStringLiteral("name"), set.name},
        {QStringLiteral("desc"), orNull(set.desc)},
        {QStringLiteral("amount"), set.amount},
        {QStringLiteral("amount_vacant"), vacant},
        {QStringLiteral("with_seats"), set.withSeats()},
        {QStringLiteral("seats"), rowsJson(set)},
        {QStringLiteral("sector"), orNull(set.sector)},
        {QStringLiteral("rules"), rulesJson(set, now, event)},
    };
    const bool hasAnother = set.rules.last().from.value_or(now) > now;
    if (const PriceRule *current = set.currentRule(now)) {
        json.insert(QStringLiteral("price_org"), toText(current->org));
        json.insert(QStringLiteral("price_extra"), toText(current->extra));
        json.insert(QStringLiteral("price"), toText(current->org + current->extra));
    } else if (!hasAnother) { // between two rules the fields are not there at all
        for (const char *field : {"price_org", "price_extra", "price"})
            json.insert(QLatin1String(field), QJsonValue::Null);
    }
    return json;
}

namespace {

/// As in 2014: what came later is not there, and the venue is not told.
QJsonObject terse(QJsonObject event)
{
    for (const char *field : {"status", "age_rating", "map", "legal_detail", "tickets_amount", "tickets_amount_vacant"})
        event.remove(QLatin1String(field));
    event.insert(QStringLiteral("updated_at"), QJsonValue::Null);
    event.insert(QStringLiteral("created_at"), QJsonValue::Null);
    event.insert(QStringLiteral("venue"), QJsonObject());
    QJsonArray sets;
    for (const QJsonValue &value : event.value(QStringLiteral("sets")).toArray()) {
        QJsonObject set = value.toObject();
        for (const char *field : {"pos", "desc", "amount_vacant", "price_extra", "with_seats", "seats", "sector"})
            set.remove(QLatin1String(field));
        QJsonArray rules;
        for (const QJsonValue &rule : set.value(QStringLiteral("rules")).toArray()) {
            QJsonObject shortened = rule.toObject();
            shortened.remove(QStringLiteral("current"));
            shortened.remove(QStringLiteral("price_extra"));
            rules.append(shortened);
        }
        set.insert(QStringLiteral("rules"), rules);
        sets.append(set);
    }
    event.insert(QStringLiteral("sets"), sets);
    return event;
}

} // namespace

QJsonObject toJson(const Event &event, const Catalogue &catalogue, const Inventory &stock, Instant now)
{
    const Organiser &organiser = *catalogue.organiser(event.org);
    QJsonArray sets;
    int amount = 0;
    int vacant = 0;
    for (const TicketSet &set : event.sets) {
        const int left = stock.vacantIn(event, set);
        sets.append(toJson(set, static_cast<int>(sets.size()), left, now, event));
        amount += set.amount;
        vacant += left;
    }
    const QJsonObject json{
        {QStringLiteral("id"), event.id},
        {QStringLiteral("title"),
         QJsonObject{{QStringLiteral("text"), event.title}, {QStringLiteral("desc"), orNull(event.desc)}}},
        {QStringLiteral("lifetime"), toVevent(event.begin, event.end, event.style.times, event.zone)},
        {QStringLiteral("status"), event.status},
        {QStringLiteral("age_rating"), event.ageRating},
        {QStringLiteral("deal"), QJsonValue::Null},
        {QStringLiteral("org"), orgJson(organiser)},
        {QStringLiteral("partner"), orgJson(*catalogue.organiser(catalogue.partner))},
        {QStringLiteral("legal_detail"), organiser.legal.value(QStringLiteral("detail"))},
        {QStringLiteral("venue"), venueJson(*catalogue.venue(event.venue))},
        {QStringLiteral("map"), mapJson(event)},
        {QStringLiteral("sets"), sets},
        {QStringLiteral("media"), QJsonObject{{QStringLiteral("cover"), QJsonValue::Null}}},
        {QStringLiteral("tags"), QJsonArray::fromStringList(event.tags)},
        {QStringLiteral("tickets_amount"), amount},
        {QStringLiteral("tickets_amount_vacant"), vacant},
        {QStringLiteral("created_at"), toIso(event.updated)},
        {QStringLiteral("updated_at"), toIso(event.updated)},
    };
    return event.style.terse ? terse(json) : json;
}

QJsonObject toJson(const Organiser &organiser)
{
    QJsonObject json = orgJson(organiser);
    json.insert(QStringLiteral("legal"), organiser.legal);
    return json;
}

QJsonValue seatPlace(const Seat &seat)
{
    if (seat.row.isEmpty())
        return seat.hasEmptyPlace ? QJsonValue(QJsonObject()) : QJsonValue(QJsonValue::Null);
    bool numeric = false;
    const int row = seat.row.toInt(&numeric);
    return QJsonObject{
        {QStringLiteral("row"), numeric ? QJsonValue(row) : QJsonValue(seat.row)}, // the vendor writes numbers bare
        {QStringLiteral("number"), seat.number},
        {QStringLiteral("sector"), orNull(seat.sector)},
    };
}

QJsonObject toJson(const Seat &seat, std::optional<Instant> reservedTill)
{
    return {
        {QStringLiteral("id"), seat.id},
        {QStringLiteral("status"), toText(seat.state)},
        {QStringLiteral("set"), seat.set},
        {QStringLiteral("reserved_till"), reservedTill ? QJsonValue(toIso(*reservedTill)) : QJsonValue()},
        {QStringLiteral("serial"), seat.serial},
        {QStringLiteral("number"), seat.ticketNumber},
        {QStringLiteral("seat"), seatPlace(seat)},
    };
}

} // namespace okoshko::sandbox
