// SPDX-License-Identifier: GPL-3.0-or-later
#include "EventJson.h"

namespace okoshko::sandbox {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonArray rulesJson(const TicketSet &set, Instant now, Instant eventEnd)
{
    const QString current = set.currentRule(now).id;
    QJsonArray rules;
    for (qsizetype i = 0; i < set.rules.size(); ++i) {
        const PriceRule &rule = set.rules[i];
        const Instant until = i + 1 < set.rules.size() ? *set.rules[i + 1].from : eventEnd;
        rules.append(QJsonObject{
            {QStringLiteral("id"), rule.id},
            {QStringLiteral("cal"), toVevent(rule.from, until)},
            {QStringLiteral("current"), rule.id == current},
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

QJsonObject toJson(const TicketSet &set, int position, int vacant, Instant now, Instant eventEnd)
{
    const PriceRule &current = set.currentRule(now);
    return {
        {QStringLiteral("id"), set.id},
        {QStringLiteral("pos"), position},
        {QStringLiteral("name"), set.name},
        {QStringLiteral("desc"), orNull(set.desc)},
        {QStringLiteral("amount"), set.amount},
        {QStringLiteral("amount_vacant"), vacant},
        {QStringLiteral("price_org"), toText(current.org)},
        {QStringLiteral("price_extra"), toText(current.extra)},
        {QStringLiteral("price"), toText(current.org + current.extra)},
        {QStringLiteral("with_seats"), set.withSeats()},
        {QStringLiteral("seats"), rowsJson(set)},
        {QStringLiteral("sector"), orNull(set.sector)},
        {QStringLiteral("rules"), rulesJson(set, now, eventEnd)},
    };
}

QJsonObject toJson(const Event &event, const Catalogue &catalogue, const Stock &stock, Instant now)
{
    const Organiser &organiser = *catalogue.organiser(event.org);
    QJsonArray sets;
    int amount = 0;
    int vacant = 0;
    for (const TicketSet &set : event.sets) {
        const int left = stock.vacantIn(event.id, set.id);
        sets.append(toJson(set, static_cast<int>(sets.size()), left, now, event.end));
        amount += set.amount;
        vacant += left;
    }
    return {
        {QStringLiteral("id"), event.id},
        {QStringLiteral("title"),
         QJsonObject{{QStringLiteral("text"), event.title}, {QStringLiteral("desc"), orNull(event.desc)}}},
        {QStringLiteral("lifetime"), toVevent(event.begin, event.end)},
        {QStringLiteral("status"), event.status},
        {QStringLiteral("age_rating"), event.ageRating},
        {QStringLiteral("org"), orgJson(organiser)},
        {QStringLiteral("legal_detail"), organiser.legal.value(QStringLiteral("detail"))},
        {QStringLiteral("venue"), venueJson(*catalogue.venue(event.venue))},
        {QStringLiteral("map"), mapJson(event)},
        {QStringLiteral("sets"), sets},
        {QStringLiteral("media"), QJsonObject{{QStringLiteral("cover"), QJsonValue::Null}}},
        {QStringLiteral("tags"), QJsonArray::fromStringList(event.tags)},
        {QStringLiteral("tickets_amount"), amount},
        {QStringLiteral("tickets_amount_vacant"), vacant},
        {QStringLiteral("updated_at"), toIso(event.updated)},
    };
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
        return QJsonValue::Null;
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
