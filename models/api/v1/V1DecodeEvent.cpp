// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"

#include "models/domain/Text.h"

#include <algorithm>
#include <limits>

namespace okoshko::v1 {

namespace {

using Need = JsonValue::Need;
template <class T>
using Part = typename JsonField<T>::Part;

// Bounds the time of sorting and searching: comparing a text of many thousand combining accents takes seconds.
constexpr qsizetype lettersOfADescription = 2000;

/// A price rule; its local times need the venue's zone, which may come later in the body.
struct RuleDraft
{
    PriceRule rule;
    Lifetime lifetime;
};

struct SetDraft
{
    TicketSet set;
    std::optional<bool> withSeats; ///< `with_seats`
    bool hasSeats = false;         ///< `seats` is present
    QList<RuleDraft> rules;
};

struct EventDraft
{
    Event event;
    Lifetime lifetime;
    QList<SetDraft> sets;
};

QString decodeName(JsonValue &value)
{
    return value.webProse(Need::Optional, longestShownText);
}

constexpr JsonField<RuleDraft> ruleFields[]{
    {"id", [](RuleDraft &draft, JsonValue &value) { draft.rule.id = value.reference<RuleId>(Need::Optional); }},
    {"cal", [](RuleDraft &draft, JsonValue &value) { draft.lifetime = parseVEvent(value.text(Need::Optional)); }},
    {"current",
     [](RuleDraft &draft, JsonValue &value) {
         draft.rule.state = value.truth().value_or(false) ? PriceRule::State::Current : PriceRule::State::Other;
     },
     Part<RuleDraft>::Needed},
    {"price_org", [](RuleDraft &draft, JsonValue &value) { draft.rule.face = value.money(Need::Optional); },
     Part<RuleDraft>::Needed},
    {"price_extra", [](RuleDraft &draft, JsonValue &value) { draft.rule.fee = value.money(Need::Optional); },
     Part<RuleDraft>::Needed},
    {"price", [](RuleDraft &draft, JsonValue &value) { draft.rule.price = value.money(Need::Optional); },
     Part<RuleDraft>::Needed},
};

constexpr JsonField<SetDraft> setFields[]{
    {"id", [](SetDraft &draft, JsonValue &value) { draft.set.id = value.reference<SetId>(Need::Required); },
     Part<SetDraft>::Needed},
    {"pos",
     [](SetDraft &draft, JsonValue &value) {
         // Clamped: only the order of positions matters.
         using Limits = std::numeric_limits<int>;
         draft.set.position = static_cast<int>(
             std::clamp<qint64>(value.integer(Need::Optional).value_or(0), Limits::min(), Limits::max()));
     }},
    {"name", [](SetDraft &draft, JsonValue &value) { draft.set.name = decodeName(value); }},
    {"desc", [](SetDraft &draft,
                JsonValue &value) { draft.set.description = value.webProse(Need::Optional, lettersOfADescription); }},
    {"sector", [](SetDraft &draft, JsonValue &value) { draft.set.sector = value.labelOrOf("id"); }},
    {"amount", [](SetDraft &draft, JsonValue &value) { draft.set.amount = value.count(Need::Optional); }},
    {"amount_vacant", [](SetDraft &draft, JsonValue &value) { draft.set.vacant = value.count(Need::Optional); },
     Part<SetDraft>::Needed},
    {"with_seats", [](SetDraft &draft, JsonValue &value) { draft.withSeats = value.truth(); }, Part<SetDraft>::Needed},
    {"seats", [](SetDraft &draft, JsonValue &) { draft.hasSeats = true; }},
    {"price_org", [](SetDraft &draft, JsonValue &value) { draft.set.face = value.money(Need::Optional); },
     Part<SetDraft>::Needed},
    {"price_extra", [](SetDraft &draft, JsonValue &value) { draft.set.fee = value.money(Need::Optional); },
     Part<SetDraft>::Needed},
    {"price", [](SetDraft &draft, JsonValue &value) { draft.set.price = value.money(Need::Optional); },
     Part<SetDraft>::Needed},
    {"rules",
     [](SetDraft &draft, JsonValue &value) {
         draft.rules.clear();
         value.elements(Need::Optional, [&draft](JsonValue &element) {
             RuleDraft rule;
             if (!element.isNull() && element.readPart([&rule](JsonValue &part) { part.read(rule, ruleFields); }))
                 draft.rules.append(rule);
         });
     }},
};

/// Fills sums that the set lacks from its rules.
void complete(SetDraft &draft)
{
    TicketSet &set = draft.set;
    set.seating = draft.withSeats.value_or(draft.hasSeats) ? TicketSet::Seating::Numbered : TicketSet::Seating::Free;
    for (RuleDraft &each : draft.rules) {
        PriceRule &rule = each.rule;
        if (!rule.price && rule.face)
            rule.price = *rule.face + rule.fee.value_or(Money());
        if (rule.price && !rule.price->isWritable())
            rule.price.reset();
        if (rule.state != PriceRule::State::Current)
            continue;
        set.face = set.face ? set.face : rule.face;
        set.fee = set.fee ? set.fee : rule.fee;
        set.price = set.price ? set.price : rule.price;
    }
}

SetDraft decodeSet(JsonValue &value)
{
    SetDraft draft;
    value.read(draft, setFields);
    if (draft.set.id.isNull())
        value.complainOf("id", u"is missing");
    complete(draft);
    return draft;
}

struct Title
{
    QString text;
    QString description;
};

constexpr JsonField<Title> titleFields[]{
    {"text", [](Title &title, JsonValue &value) { title.text = decodeName(value); }},
    {"desc",
     [](Title &title, JsonValue &value) { title.description = value.webProse(Need::Optional, lettersOfADescription); }},
};

constexpr JsonField<Venue> cityFields[]{
    {"name",
     [](Venue &venue, JsonValue &value) {
         const auto take = [&venue](const QString &language, JsonValue &name) {
             if (const QString text = decodeName(name); !text.isEmpty())
                 venue.cityNames.insert(language, text);
         };
         if (value.isString())
             return take(QStringLiteral("default"), value);
         // Some sixty languages are sent. The program's two are kept; if neither is sent, any other one.
         value.members([&](std::string_view language, JsonValue &name) {
             const bool isSpoken = language == "ru" || language == "en" || language == "default";
             if (name.isNull() || (!isSpoken && !venue.cityNames.isEmpty()))
                 return;
             (void)name.readPart([&](JsonValue &part) { take(toText(language), part); });
         });
     }},
    {"timezone", [](Venue &venue, JsonValue &value) { venue.timeZone = zoneName(value.text(Need::Optional)); }},
};

constexpr JsonField<Venue> venueFields[]{
    {"id", [](Venue &venue, JsonValue &value) { venue.id = value.reference<VenueId>(Need::Optional); }},
    {"name", [](Venue &venue, JsonValue &value) { venue.name = decodeName(value); }},
    {"address", [](Venue &venue, JsonValue &value) { venue.address = decodeName(value); }},
    {"city", [](Venue &venue, JsonValue &value) { value.read(venue, cityFields); }},
};

struct Sector
{
    QString id;
    QString name;
};

constexpr JsonField<Sector> sectorFields[]{
    {"id", [](Sector &sector, JsonValue &value) { sector.id = value.label(Need::Optional); }},
    {"name", [](Sector &sector, JsonValue &value) { sector.name = withoutMarkup(value.label(Need::Optional)); }},
};

constexpr JsonField<Event> mapFields[]{
    {"sectors",
     [](Event &event, JsonValue &value) {
         value.elements(Need::Optional, [&event](JsonValue &element) {
             Sector sector;
             const bool isRead =
                 !element.isNull() && element.readPart([&sector](JsonValue &part) { part.read(sector, sectorFields); });
             if (isRead && !sector.id.isEmpty() && !sector.name.isEmpty())
                 event.sectorNames.insert(sector.id, sector.name);
         });
     }},
};

constexpr JsonField<Event> dealFields[]{
    {"extra", [](Event &event, JsonValue &value) { event.dealFee = DealFee::of(value.label(Need::Optional)); }},
};

constexpr JsonField<EventDraft> eventFields[]{
    {"id", [](EventDraft &draft, JsonValue &value) { draft.event.id = value.reference<EventId>(Need::Required); },
     Part<EventDraft>::Needed},
    {"title",
     [](EventDraft &draft, JsonValue &value) {
         Title title;
         if (value.isObject())
             value.read(title, titleFields);
         else
             title.text = decodeName(value);
         draft.event.title = title.text;
         draft.event.description = title.description;
     }},
    {"lifetime", [](EventDraft &draft, JsonValue &value) { draft.lifetime = parseVEvent(value.text(Need::Optional)); }},
    {"status",
     [](EventDraft &draft, JsonValue &value) {
         // An unknown status does not allow selling.
         draft.event.sale = Event::Sale::Closed;
         if (value.text(Need::Optional) == u"public")
             draft.event.sale = Event::Sale::Open;
     }},
    {"age_rating", [](EventDraft &draft, JsonValue &value) { draft.event.ageRating = value.label(Need::Optional); }},
    {"venue",
     [](EventDraft &draft, JsonValue &value) {
         if (value.isObject())
             value.read(draft.event.venue, venueFields);
         else
             draft.event.venue.id = value.reference<VenueId>(Need::Optional);
     }},
    {"deal",
     [](EventDraft &draft, JsonValue &value) {
         if (value.isObject()) // otherwise only its id is sent
             value.read(draft.event, dealFields);
     }},
    {"org",
     [](EventDraft &draft, JsonValue &value) { draft.event.organiser = value.reference<PartnerId>(Need::Optional); }},
    {"legal_detail",
     [](EventDraft &draft, JsonValue &value) {
         const Legal legal = decodeLegal(value);
         if (legal != Legal() && !value.hasErrors())
             draft.event.legal = legal;
     }},
    {"map", [](EventDraft &draft, JsonValue &value) { value.read(draft.event, mapFields); }},
    {"sets",
     [](EventDraft &draft, JsonValue &value) {
         draft.sets.clear();
         draft.event.unreadableSets = 0;
         value.elements(Need::Optional, [&draft](JsonValue &element) {
             SetDraft set;
             if (element.readPart([&set](JsonValue &part) { set = decodeSet(part); }))
                 draft.sets.append(set);
             else
                 ++draft.event.unreadableSets;
         });
         draft.event.setList = value.hasErrors() ? Event::SetList::NotReported : Event::SetList::Reported;
     }},
    {"tickets_amount", [](EventDraft &draft, JsonValue &value) { draft.event.amount = value.count(Need::Optional); }},
    {"tickets_amount_vacant",
     [](EventDraft &draft, JsonValue &value) { draft.event.vacant = value.count(Need::Optional); }},
};

// `legal.type` can contradict `detail.type` (public payloads): which of `ogrn` and `ogrnip` is there decides.
constexpr JsonField<Legal> legalFields[]{
    {"name", [](Legal &legal, JsonValue &value) { legal.name = decodeName(value); }},
    {"inn", [](Legal &legal, JsonValue &value) { legal.inn = value.label(Need::Optional); }},
    {"ogrn", [](Legal &legal, JsonValue &value) { legal.ogrn = value.label(Need::Optional); }},
    {"ogrnip", [](Legal &legal, JsonValue &value) { legal.ogrnip = value.label(Need::Optional); }},
    {"address", [](Legal &legal, JsonValue &value) { legal.address = decodeName(value); }},
};

constexpr JsonField<Legal> partnerLegalFields[]{
    {"detail", [](Legal &legal, JsonValue &value) { legal = decodeLegal(value); }},
};

constexpr JsonField<Legal> partnerFields[]{
    {"legal", [](Legal &legal, JsonValue &value) { value.read(legal, partnerLegalFields); }},
};

/// The sum over the sets; nothing if one of them lacks the count.
std::optional<int> total(const Event &event, std::optional<int> TicketSet::*count)
{
    if (event.sets.isEmpty() || event.unreadableSets > 0)
        return std::nullopt;
    qint64 sum = 0;
    for (const TicketSet &set : event.sets) {
        if (!(set.*count))
            return std::nullopt;
        sum += *(set.*count);
    }
    return static_cast<int>(std::min<qint64>(sum, std::numeric_limits<int>::max()));
}

/// Local times are in the venue's zone, or in this computer's if the venue has none.
void setTimes(EventDraft &draft)
{
    Event &event = draft.event;
    const auto isKnown = [](const std::optional<CalendarTime> &time) { return !time || time->isZoneKnown; };
    if (!isKnown(draft.lifetime.start) || !isKnown(draft.lifetime.end))
        event.venue.timeZone.clear(); // the time is shown as written, marked as of unknown zone
    const auto instant = [&event](const std::optional<CalendarTime> &time) {
        return time ? instantOf(*time, event.venue.timeZone) : std::nullopt;
    };
    event.start = instant(draft.lifetime.start);
    event.end = instant(draft.lifetime.end);
    if (event.start && !draft.lifetime.start->time) {
        event.dates = Event::Dates::DaysOnly;
        // An event whose end is its first day, or absent, lasts that day.
        const CalendarTime next{draft.lifetime.start->date.addDays(1), std::nullopt, draft.lifetime.start->zone};
        if (!event.end || *event.end <= *event.start)
            event.end = instant(next);
    }
    for (SetDraft &set : draft.sets) {
        for (RuleDraft &rule : set.rules) {
            rule.rule.from = instant(rule.lifetime.start);
            rule.rule.until = instant(rule.lifetime.end);
            set.set.rules.append(rule.rule);
        }
        event.sets.append(set.set);
    }
}

} // namespace

Legal decodeLegal(JsonValue &value)
{
    Legal legal;
    value.read(legal, legalFields);
    return legal;
}

Legal decodePartnerLegal(JsonValue &value)
{
    Legal legal;
    value.read(legal, partnerFields);
    return legal;
}

Event decodeEvent(JsonValue &value)
{
    EventDraft draft;
    draft.event.setList = Event::SetList::NotReported;
    value.read(draft, eventFields);
    Event &event = draft.event;
    if (event.id.isNull())
        value.complainOf("id", u"is missing");
    setTimes(draft);
    std::stable_sort(event.sets.begin(), event.sets.end(),
                     [](const TicketSet &a, const TicketSet &b) { return a.position < b.position; });
    event.amount = event.amount ? event.amount : total(event, &TicketSet::amount);
    event.vacant = event.vacant ? event.vacant : total(event, &TicketSet::vacant);
    return event;
}

} // namespace okoshko::v1
