// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"

#include <QDateTime>
#include <QStringTokenizer>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::v1 {

namespace {

/// The number that \a text is, or -1 where anything but digits is in it.
int number(QStringView text)
{
    const bool isNumber = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? text.toInt() : -1;
}

QByteArray zoneIn(QStringView parameters)
{
    for (const QStringView parameter : QStringTokenizer(parameters, u';')) {
        if (parameter.startsWith(u"TZID="))
            return zoneName(parameter.sliced(5).toString());
    }
    return {};
}

constexpr auto utc = "UTC";

/// `20160512T200000Z`, `20160512T200000`, `20160512`
std::optional<CalendarTime> parseStamp(QStringView stamp, QStringView parameters)
{
    CalendarTime result{.date = QDate(number(stamp.first(std::min<qsizetype>(4, stamp.size()))),
                                      number(stamp.mid(4, 2)), number(stamp.mid(6, 2))),
                        .time = std::nullopt,
                        .zone = zoneIn(parameters)};
    if (!result.date.isValid())
        return std::nullopt;
    if (stamp.size() == 8)
        return result;
    if (stamp.endsWith(u'Z')) {
        result.zone = utc;
        stamp.chop(1);
    }
    if (stamp.size() != 15 || stamp[8] != u'T')
        return std::nullopt;
    result.time = QTime(number(stamp.mid(9, 2)), number(stamp.mid(11, 2)), number(stamp.mid(13, 2)));
    return result.time->isValid() ? std::optional(result) : std::nullopt;
}

} // namespace

QByteArray zoneName(const QString &text)
{
    constexpr qsizetype mostLetters = 64;
    const auto isPlain = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_' || c == u'+' || c == u'-' || c == u'/');
    };
    const bool isName = text.size() <= mostLetters && std::ranges::all_of(text, isPlain) && !text.startsWith(u'/') &&
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
        const QTimeZone told(name);
        const QTimeZone zone = told.isValid() ? told : QTimeZone::systemTimeZone();
        instant = toInstant(time.time ? QDateTime(time.date, *time.time, zone) : time.date.startOfDay(zone));
    }
    return isWritable(instant) ? std::optional(instant) : std::nullopt;
}

Lifetime parseVEvent(const QString &text)
{
    Lifetime lifetime;
    for (QStringView line : QStringTokenizer(text, u'\n')) {
        line = line.trimmed();
        const qsizetype colon = line.indexOf(u':');
        if (colon < 0)
            continue;
        const QStringView head = line.first(colon);
        const qsizetype semicolon = head.indexOf(u';');
        const QStringView name = head.first(semicolon < 0 ? colon : semicolon);
        const QStringView parameters = semicolon < 0 ? QStringView() : head.sliced(semicolon + 1);
        if (name == u"DTSTART")
            lifetime.start = parseStamp(line.sliced(colon + 1), parameters);
        else if (name == u"DTEND")
            lifetime.end = parseStamp(line.sliced(colon + 1), parameters);
    }
    return lifetime;
}

} // namespace okoshko::v1
