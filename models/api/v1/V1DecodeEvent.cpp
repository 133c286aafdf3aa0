// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"

#include "models/domain/ShownText.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace okoshko::v1 {

namespace {

using Need = JsonNode::Need;

// More than a window can show, and little enough to be sorted and searched at once: a text of many thousand accents
// takes seconds to compare.
constexpr qsizetype lettersOfADescription = 2000;

PriceRule decodeRule(const JsonNode &node)
{
    PriceRule rule;
    rule.id = node["id"_L1].reference<RuleId>(Need::Optional);
    const Lifetime lifetime = parseVEvent(node["cal"_L1].text(Need::Optional));
    rule.from = lifetime.start;
    rule.until = lifetime.end;
    rule.state = node["current"_L1].truth().value_or(false) ? PriceRule::State::Current : PriceRule::State::Other;
    rule.face = node["price_org"_L1].moneyOr(Money());
    rule.fee = node["price_extra"_L1].moneyOr(Money());
    rule.price = node["price"_L1].moneyOr(*rule.face + *rule.fee);
    return rule;
}

TicketSet::Seating decodeSeating(const JsonNode &node)
{
    const auto told = node["with_seats"_L1].truth();
    const bool numbered = told ? *told : !node["seats"_L1].isAbsent();
    return numbered ? TicketSet::Seating::Numbered : TicketSet::Seating::Free;
}

/// Only the order of positions matters, so that one beyond an int is as good as the last.
int decodePosition(const JsonNode &node)
{
    using Limits = std::numeric_limits<int>;
    return static_cast<int>(std::clamp<qint64>(node.integer(Need::Optional), Limits::min(), Limits::max()));
}

TicketSet decodeSet(const JsonNode &node)
{
    TicketSet set;
    set.id = node["id"_L1].reference<SetId>(Need::Required);
    set.position = decodePosition(node["pos"_L1]);
    set.name = node["name"_L1].prose(Need::Optional, longestShownText);
    set.description = node["desc"_L1].prose(Need::Optional, lettersOfADescription);
    set.amount = node["amount"_L1].count(Need::Optional);
    set.vacant = node["amount_vacant"_L1].count(Need::Optional);
    set.seating = decodeSeating(node);
    for (const JsonNode &rule : node["rules"_L1].elements(Need::Optional))
        set.rules.append(decodeRule(rule));

    const auto current = std::find_if(set.rules.cbegin(), set.rules.cend(),
                                      [](const PriceRule &rule) { return rule.state == PriceRule::State::Current; });
    const PriceRule known = current == set.rules.cend() ? PriceRule() : *current;
    set.face = node["price_org"_L1].moneyOr(known.face.value_or(Money()));
    set.fee = node["price_extra"_L1].moneyOr(known.fee.value_or(Money()));
    // A set without any price cannot be sold: better to hear of it than to show "free".
    const Need need = current == set.rules.cend() ? Need::Required : Need::Optional;
    set.price = node["price"_L1].money(need).value_or(known.price.value_or(Money()));
    return set;
}

/// An IANA id is the name of a file of this computer: what is no plain name must not be looked up there.
QByteArray decodeTimeZone(const JsonNode &node)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+){0,3}\\z"_s);
    constexpr qsizetype mostLetters = 64;
    const QString zone = node.text(Need::Optional);
    return zone.size() <= mostLetters && form.match(zone).hasMatch() ? zone.toLatin1() : QByteArray();
}

Venue decodeVenue(const JsonNode &node)
{
    Venue venue;
    venue.id = node.reference<VenueId>(Need::Optional);
    if (!node.isObject())
        return venue; // absent, or no more than an id
    venue.name = node["name"_L1].prose(Need::Optional, longestShownText);
    venue.address = node["address"_L1].prose(Need::Optional, longestShownText);
    const JsonNode city = node["city"_L1];
    for (const auto &[language, name] : city["name"_L1].members(Need::Optional))
        venue.cityNames.insert(language, name.prose(Need::Optional, longestShownText));
    venue.timeZone = decodeTimeZone(city["timezone"_L1]);
    return venue;
}

std::optional<Instant> parseStamp(const QString &stamp)
{
    // The Z as a zone that is read, not as a letter: a local time would be refused in the hour that this computer's
    // clocks skip in spring.
    const QDateTime time = QDateTime::fromString(stamp, u"yyyyMMdd'T'HHmmsst"_s);
    return time.isValid() ? std::optional(toInstant(time)) : std::nullopt;
}

int total(const QList<TicketSet> &sets, std::optional<int> TicketSet::*count)
{
    const qint64 sum =
        std::accumulate(sets.cbegin(), sets.cend(), qint64(0),
                        [count](qint64 part, const TicketSet &set) { return part + (set.*count).value_or(0); });
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
    event.title = (title.isObject() ? title["text"_L1] : title).prose(Need::Optional, longestShownText);
    if (title.isObject())
        event.description = title["desc"_L1].prose(Need::Optional, lettersOfADescription);
    const Lifetime lifetime = parseVEvent(node["lifetime"_L1].text(Need::Optional));
    event.start = lifetime.start;
    event.end = lifetime.end;
    event.sale = node["status"_L1].text(Need::Optional) == u"public" ? Event::Sale::Open : Event::Sale::Closed;
    event.ageRating = node["age_rating"_L1].label(Need::Optional);
    event.org = node["org"_L1].reference<PartnerId>(Need::Optional);
    if (node["org"_L1].isObject())
        event.orgName = node["org"_L1]["name"_L1].prose(Need::Optional, longestShownText);
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
