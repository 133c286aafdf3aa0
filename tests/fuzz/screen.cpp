// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of a server's texts for the screen: the time of an event by its venue's clocks, and the text that is
// searched. Three lines: the zone, the time, a name.
#include "models/tables/Format.h"
#include "models/tables/SearchText.h"
#include "tests/fuzz/Body.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace okoshko;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now{Microseconds(1'463'072'400'000'000)}; // 12 May 2016, 17:00:00

/// The venue as it comes out of the decoder, for that is where a zone is let in or not.
std::optional<Event> eventAt(const QString &zone, const QString &time, const QString &name)
{
    const auto start = parseInstant(time);
    const QJsonObject city{{u"name"_s, QJsonObject{{u"ru"_s, name}, {u"en"_s, name}}}, {u"timezone"_s, zone}};
    const QJsonObject event{{u"id"_s, u"000000000000000000000001"_s},
                            {u"lifetime"_s, start ? u"DTSTART:"_s + fuzz::calendarStamp(*start) : QString()},
                            {u"venue"_s, QJsonObject{{u"city"_s, city}}}};
    const auto read = v1::decodeBody(QJsonDocument(event).toJson(), v1::decodeEvent);
    return read ? std::optional(read->value) : std::nullopt;
}

void checkTimes(const Event &event, const Format &format)
{
    const QString name = event.venue.cityName(format.languageCode());
    for (const QString &text :
         {format.eventTime(event, event.venue, now), format.eventTimeShort(event, event.venue, now),
          format.eventTimeLong(event, event.venue, now), format.eventTimeToSearch(event, event.venue)}) {
        fuzz::require(!text.isEmpty(), "a time is told");
        fuzz::require(text.size() <= name.size() + 200, "a time is told in few words");
    }
    fuzz::require(format.eventTimeBesideDay(event, event.venue, now).size() <= 8, "a clock has hours and minutes");
    fuzz::require(format.eventDay(event, event.venue).size() <= 2, "a day has one or two digits");
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    qputenv("TZ", "Europe/Berlin");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(fuzz::bytesOf(data, size));
    const auto event = eventAt(text.section(u'\n', 0, 0), text.section(u'\n', 1, 1), text.section(u'\n', 2));
    if (event && event->start) {
        static const Format russian(Format::Language::Russian);
        static const Format english(Format::Language::English);
        checkTimes(*event, russian);
        checkTimes(*event, english);
    }
    const QString haystack = folded(text);
    fuzz::require(folded(haystack) == haystack, "what is folded stays as it is");
    for (const QString &word : searchWords(text))
        fuzz::require(haystack.contains(word), "each word of a text is found in it");
    return 0;
}
