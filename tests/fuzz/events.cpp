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
    for (const auto &sum : {rule.face, rule.fee, rule.price})
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
    for (const auto &sum : {set.face, set.fee, set.price})
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

void check(const Event &event)
{
    fuzz::require(!event.id.isNull(), "an event has an id");
    fuzz::requireBounds(event.id);
    for (const QString &text : {event.title, event.description, event.ageRating})
        fuzz::requireBounds(text);
    fuzz::requireBounds(event.start);
    fuzz::requireBounds(event.end);
    fuzz::requireCount(event.amount);
    fuzz::requireCount(event.vacant);
    check(event.venue);
    for (const TicketSet &set : event.sets)
        check(set);
    fuzz::require(std::ranges::is_sorted(event.sets, {}, &TicketSet::position), "sets stand by position");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray body = fuzz::bytesOf(data, size);
    const fuzz::NaiveReading naive = fuzz::readNaively(body);
    constexpr fuzz::Ways<Event> events{v1::decodeEvent, fuzz::readEvent, check};
    (void)fuzz::decodeOne(body, naive, events);
    (void)fuzz::decodeMany(body, naive, events);
    return 0;
}
