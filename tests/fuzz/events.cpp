// SPDX-License-Identifier: GPL-3.0-or-later
// The list of events, with their sets, price rules, venues and calendars.
#include "tests/fuzz/Body.h"

#include <algorithm>

using namespace okoshko;

namespace {

void check(const PriceRule &rule)
{
    fuzz::requireBounds(rule.id);
    fuzz::requireBounds(rule.from);
    fuzz::requireBounds(rule.until);
    for (const Money sum : {rule.face, rule.fee, rule.price})
        fuzz::requireBounds(sum);
}

void check(const TicketSet &set)
{
    fuzz::require(!set.id.isNull(), "a set has an id");
    fuzz::requireBounds(set.id);
    fuzz::requireBounds(set.name);
    fuzz::requireBounds(set.description);
    fuzz::requireCount(set.amount);
    fuzz::requireCount(set.vacant);
    for (const Money sum : {set.face, set.fee, set.price})
        fuzz::requireBounds(sum);
    for (const PriceRule &rule : set.rules)
        check(rule);
}

void check(const Venue &venue)
{
    fuzz::requireBounds(venue.id);
    fuzz::requireBounds(venue.name);
    fuzz::requireBounds(venue.address);
    fuzz::require(venue.timeZone.size() <= 64 && !venue.timeZone.contains('.') && !venue.timeZone.startsWith('/'),
                  "a time zone is a name, and no way through folders");
    for (auto it = venue.cityNames.cbegin(); it != venue.cityNames.cend(); ++it)
        fuzz::requireBounds(it.value());
}

void check(const QList<Event> &events)
{
    for (const Event &event : events) {
        fuzz::require(!event.id.isNull(), "an event has an id");
        fuzz::requireBounds(event.id);
        fuzz::requireBounds(event.org);
        for (const QString &text : {event.title, event.description, event.ageRating, event.orgName})
            fuzz::requireBounds(text);
        fuzz::requireBounds(event.start);
        fuzz::requireBounds(event.end);
        fuzz::requireCount(event.amount);
        fuzz::requireCount(event.vacant);
        check(event.venue);
        for (const TicketSet &set : event.sets)
            check(set);
        fuzz::require(std::is_sorted(event.sets.cbegin(), event.sets.cend(),
                                     [](const TicketSet &a, const TicketSet &b) { return a.position < b.position; }),
                      "sets stand by position");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz::decodeList<Event>(fuzz::bytesOf(data, size), v1::decodeEvents, check);
    return 0;
}
