// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"

#include <QDateTime>
#include <QStringTokenizer>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::v1 {

namespace {

constexpr qsizetype maxZoneLetters = 64;

/// The number \a text, or -1 if it has anything but digits.
int number(QStringView text)
{
    const bool isNumber = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? text.toInt() : -1;
}

/// Index of the first \a sign in \a text outside quotation marks; its size if there is none.
qsizetype unquoted(QStringView text, QChar sign)
{
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"')
            isQuoted = !isQuoted;
        else if (text[i] == sign && !isQuoted)
            return i;
    }
    return text.size();
}

/// The zone named by \a reported, as written or behind a prefix (`/example.org/Europe/Moscow`, RFC 5545 3.2.19); behind
/// a prefix at least two parts are left.
QByteArray knownZone(QStringView reported)
{
    reported = reported.last(std::min(reported.size(), maxZoneLetters)); // what is cut off is a prefix
    for (;;) {
        QByteArray name = zoneName(reported.toString());
        if (!name.isEmpty() && QTimeZone(name).isValid())
            return name;
        const qsizetype slash = reported.indexOf(u'/');
        if (slash < 0 || !reported.sliced(slash + 1).contains(u'/'))
            return {};
        reported = reported.sliced(slash + 1);
    }
}

/// `TZID` of \a parameters; nothing if absent.
std::optional<QStringView> zoneIn(QStringView parameters)
{
    constexpr QStringView name = u"TZID=";
    while (!parameters.isEmpty()) {
        const qsizetype end = unquoted(parameters, u';');
        const QStringView parameter = parameters.first(end);
        parameters = parameters.sliced(std::min(end + 1, parameters.size()));
        if (!parameter.startsWith(name, Qt::CaseInsensitive))
            continue;
        const QStringView reported = parameter.sliced(name.size()).trimmed();
        const bool isQuoted = reported.size() > 1 && reported.startsWith(u'"') && reported.endsWith(u'"');
        return isQuoted ? reported.sliced(1, reported.size() - 2) : reported;
    }
    return std::nullopt;
}

constexpr auto utc = "UTC";

/// `20160512T200000Z`, `20160512T200000`, `20160512`
std::optional<CalendarTime> parseStamp(QStringView stamp, QStringView parameters)
{
    CalendarTime result{.date = QDate(number(stamp.first(std::min<qsizetype>(4, stamp.size()))),
                                      number(stamp.mid(4, 2)), number(stamp.mid(6, 2))),
                        .time = std::nullopt,
                        .zone = {}};
    if (!result.date.isValid() ||
        result.date.year() < 1) // Qt also accepts the year -1, which number() returns for an error
        return std::nullopt;
    if (stamp.size() > 8 && stamp.endsWith(u'Z')) {
        result.zone = utc;
        stamp.chop(1);
    } else if (const auto reported = zoneIn(parameters)) {
        result.zone = knownZone(*reported);
        result.isZoneKnown = !result.zone.isEmpty();
    }
    if (stamp.size() == 8)
        return result;
    if (stamp.size() != 15 || stamp[8] != u'T')
        return std::nullopt;
    result.time = QTime(number(stamp.mid(9, 2)), number(stamp.mid(11, 2)), number(stamp.mid(13, 2)));
    return result.time->isValid() ? std::optional(result) : std::nullopt;
}

} // namespace

QByteArray zoneName(const QString &text)
{
    const auto isPlain = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_' || c == u'+' || c == u'-' || c == u'/');
    };
    const bool isName = text.size() <= maxZoneLetters && std::ranges::all_of(text, isPlain) && !text.startsWith(u'/') &&
                        !text.endsWith(u'/') && !text.contains(u"//");
    return isName ? text.toLatin1() : QByteArray();
}

std::optional<Instant> instantOf(const CalendarTime &time, const QByteArray &localZone)
{
    Instant instant;
    const QByteArray &name = time.zone.isEmpty() ? localZone : time.zone;
    if (name == utc) {
        instant = toInstant(QDateTime(time.date, time.time.value_or(QTime(0, 0)), Qt::UTC));
    } else {
        const QTimeZone reported(name);
        const QTimeZone zone = reported.isValid() ? reported : QTimeZone::systemTimeZone();
        instant = toInstant(time.time ? QDateTime(time.date, *time.time, zone) : time.date.startOfDay(zone));
    }
    return isWritable(instant) ? std::optional(instant) : std::nullopt;
}

Lifetime parseVEvent(const QString &text)
{
    Lifetime lifetime;
    for (QStringView line : QStringTokenizer(text, u'\n')) {
        line = line.trimmed();
        const qsizetype colon = unquoted(line, u':');
        if (colon == line.size())
            continue;
        const QStringView head = line.first(colon);
        const qsizetype semicolon = unquoted(head, u';');
        const QStringView name = head.first(semicolon);
        const QStringView parameters = head.sliced(std::min(semicolon + 1, colon));
        if (name.compare(u"DTSTART", Qt::CaseInsensitive) == 0)
            lifetime.start = parseStamp(line.sliced(colon + 1), parameters);
        else if (name.compare(u"DTEND", Qt::CaseInsensitive) == 0)
            lifetime.end = parseStamp(line.sliced(colon + 1), parameters);
    }
    return lifetime;
}

} // namespace okoshko::v1
