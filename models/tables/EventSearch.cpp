// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/EventSearch.h"

#include "models/tables/Format.h"
#include "models/tables/SearchText.h"

namespace okoshko {

namespace {

QString words(const Event &event)
{
    QStringList parts{event.title, ageMark(event.ageRating)};
    for (const auto language : {Format::Language::Russian, Format::Language::English})
        parts << Format(language).eventTimeToSearch(event, event.venue);
    return folded(parts.join(u'\n'));
}

QString places(const Venue &venue)
{
    QStringList parts = venue.cityNames.values();
    parts.prepend(venue.name);
    parts.removeDuplicates(); // a city is written alike in many languages
    return folded(parts.join(u'\n'));
}

bool isEarlier(const Event &a, const Event &b)
{
    if (a.start != b.start) // an event without a start comes last
        return a.start && (!b.start || *a.start < *b.start);
    if (a.title != b.title)
        return a.title < b.title;
    return a.id < b.id;
}

} // namespace

EventRules eventRules()
{
    return {words, places, isEarlier};
}

QString ageMark(const QString &rating)
{
    bool isNumber = false;
    static_cast<void>(rating.toInt(&isNumber));
    return isNumber ? rating + u'+' : rating;
}

} // namespace okoshko
