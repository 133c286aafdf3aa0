// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace okoshko::v1 {

namespace {

using Need = JsonNode::Need;

PriceRule decodeRule(const JsonNode &node)
{
    PriceRule rule;
    rule.id = node["id"_L1].reference<RuleId>(Need::Optional);
    const Lifetime lifetime = parseVEvent(node["cal"_L1].text(Need::Optional));
    rule.from = lifetime.start;
    rule.until = lifetime.end;
    rule.state = node["current"_L1].truth().value_or(false) ? PriceRule::State::Current : PriceRule::State::Other;
    rule.face = node["price_org"_L1].money(Need::Optional).value_or(Money());
    rule.fee = node["price_extra"_L1].money(Need::Optional).value_or(Money());
    rule.price = node["price"_L1].money(Need::Optional).value_or(rule.face + rule.fee);
    return rule;
}

TicketSet::Seating decodeSeating(const JsonNode &node)
{
    const auto told = node["with_seats"_L1].truth();
    const bool numbered = told ? *told : !node["seats"_L1].isAbsent();
    return numbered ? TicketSet::Seating::Numbered : TicketSet::Seating::Free;
}

TicketSet decodeSet(const JsonNode &node)
{
    TicketSet set;
    set.id = node["id"_L1].reference<SetId>(Need::Required);
    set.position = static_cast<int>(node["pos"_L1].integer(Need::Optional));
    set.name = node["name"_L1].words(Need::Optional);
    set.description = node["desc"_L1].words(Need::Optional);
    set.amount = node["amount"_L1].count(Need::Optional);
    set.vacant = node["amount_vacant"_L1].count(Need::Optional);
    set.seating = decodeSeating(node);
    for (const JsonNode &rule : node["rules"_L1].elements(Need::Optional))
        set.rules.append(decodeRule(rule));

    const auto current = std::find_if(set.rules.cbegin(), set.rules.cend(),
                                      [](const PriceRule &rule) { return rule.state == PriceRule::State::Current; });
    const PriceRule known = current == set.rules.cend() ? PriceRule() : *current;
    set.face = node["price_org"_L1].money(Need::Optional).value_or(known.face);
    set.fee = node["price_extra"_L1].money(Need::Optional).value_or(known.fee);
    // A set without any price cannot be sold: better to hear of it than to show "free".
    const Need need = current == set.rules.cend() ? Need::Required : Need::Optional;
    set.price = node["price"_L1].money(need).value_or(known.price);
    return set;
}

Venue decodeVenue(const JsonNode &node)
{
    Venue venue;
    venue.id = node.reference<VenueId>(Need::Optional);
    if (!node.isObject())
        return venue; // absent, or no more than an id
    venue.name = node["name"_L1].words(Need::Optional);
    venue.address = node["address"_L1].words(Need::Optional);
    const JsonNode city = node["city"_L1];
    for (const auto &[language, name] : city["name"_L1].members(Need::Optional))
        venue.cityNames.insert(language, name.words(Need::Optional));
    venue.timeZone = city["timezone"_L1].text(Need::Optional).toLatin1();
    return venue;
}

std::optional<Instant> parseStamp(const QString &stamp)
{
    QDateTime time = QDateTime::fromString(stamp, u"yyyyMMdd'T'HHmmss'Z'"_s);
    if (!time.isValid())
        return std::nullopt;
    time.setTimeSpec(Qt::UTC);
    return toInstant(time);
}

int total(const QList<TicketSet> &sets, int TicketSet::*count)
{
    const qint64 sum = std::accumulate(sets.cbegin(), sets.cend(), qint64(0),
                                       [count](qint64 part, const TicketSet &set) { return part + set.*count; });
    return static_cast<int>(std::min<qint64>(sum, std::numeric_limits<int>::max()));
}

} // namespace

Lifetime parseVEvent(const QString &text)
{
    static const QRegularExpression line(u"^(DTSTART|DTEND)(?:;[^:\\r\\n]*)?:([0-9]{8}T[0-9]{6}Z)\\r?$"_s,
                                         QRegularExpression::MultilineOption);
    Lifetime lifetime;
    for (auto it = line.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        (match.captured(1) == u"DTSTART" ? lifetime.start : lifetime.end) = parseStamp(match.captured(2));
    }
    return lifetime;
}

Event decodeEvent(const JsonNode &node)
{
    Event event;
    event.id = node["id"_L1].reference<EventId>(Need::Required);
    const JsonNode title = node["title"_L1];
    event.title = title.isObject() ? title["text"_L1].words(Need::Optional) : title.words(Need::Optional);
    event.description = title.isObject() ? title["desc"_L1].words(Need::Optional) : QString();
    const Lifetime lifetime = parseVEvent(node["lifetime"_L1].text(Need::Optional));
    event.start = lifetime.start;
    event.end = lifetime.end;
    event.sale = node["status"_L1].text(Need::Optional) == u"public" ? Event::Sale::Open : Event::Sale::Closed;
    event.ageRating = node["age_rating"_L1].label(Need::Optional);
    event.org = node["org"_L1].reference<PartnerId>(Need::Optional);
    if (node["org"_L1].isObject())
        event.orgName = node["org"_L1]["name"_L1].words(Need::Optional);
    event.venue = decodeVenue(node["venue"_L1]);
    for (const JsonNode &set : node["sets"_L1].elements(Need::Optional))
        event.sets.append(decodeSet(set));
    std::stable_sort(event.sets.begin(), event.sets.end(),
                     [](const TicketSet &a, const TicketSet &b) { return a.position < b.position; });

    const JsonNode amount = node["tickets_amount"_L1];
    const JsonNode vacant = node["tickets_amount_vacant"_L1];
    event.amount = amount.isAbsent() ? total(event.sets, &TicketSet::amount) : amount.count(Need::Optional);
    event.vacant = vacant.isAbsent() ? total(event.sets, &TicketSet::vacant) : vacant.count(Need::Optional);
    return event;
}

QList<Event> decodeEvents(const JsonNode &node)
{
    QList<Event> events;
    for (const JsonNode &element : node.elements(Need::Required))
        events.append(decodeEvent(element));
    return events;
}

} // namespace okoshko::v1
