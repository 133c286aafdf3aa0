// SPDX-License-Identifier: GPL-3.0-or-later
#include "Instant.h"

#include <QLocale>
#include <QRegularExpression>

namespace okoshko::sandbox {

using namespace std::chrono;

namespace {

Instant fromDateTime(const QDateTime &dateTime)
{
    return Instant(milliseconds(dateTime.toMSecsSinceEpoch()));
}

std::optional<Instant> parseRelative(const QRegularExpressionMatch &match, Instant now, const QTimeZone &zone)
{
    const qint64 count = match.captured(1).toLongLong();
    const QString unit = match.captured(2);
    if (unit == QStringLiteral("m"))
        return now + minutes(count);
    if (unit == QStringLiteral("h"))
        return now + hours(count);
    const QDateTime then = toDateTime(now).toTimeZone(zone).addDays(count).addYears(match.captured(3).toInt());
    if (match.captured(4).isEmpty())
        return fromDateTime(then);
    const QTime wall = QTime::fromString(match.captured(4), QStringLiteral("HH:mm"));
    if (!wall.isValid())
        return std::nullopt;
    return fromDateTime(QDateTime(then.date(), wall, zone));
}

} // namespace

Clock steadyClock(seconds skew)
{
    const Instant start(milliseconds(QDateTime::currentMSecsSinceEpoch()) + skew);
    const steady_clock::time_point origin = steady_clock::now();
    return [start, origin] { return start + floor<milliseconds>(steady_clock::now() - origin); };
}

QDateTime toDateTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}

QString toIso(Instant instant)
{
    return toDateTime(instant).toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'000+00:00'"));
}

QByteArray toHttpDate(Instant instant)
{
    return QLocale::c().toString(toDateTime(instant), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
}

std::optional<Instant> parseIso(const QString &text, bool endOfDay)
{
    static const QRegularExpression day(QStringLiteral("\\A\\d{4}-\\d\\d-\\d\\d\\z"));
    if (day.match(text).hasMatch()) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        if (!date.isValid())
            return std::nullopt;
        return fromDateTime(endOfDay ? date.endOfDay(Qt::UTC) : date.startOfDay(Qt::UTC));
    }
    // Qt reads three fractional digits; the protocol writes six.
    static const QRegularExpression shape(
        QStringLiteral("\\A(\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,3})?)?)\\d{0,6}"
                       "(Z|[+ -]\\d\\d:?\\d\\d)?\\z"));
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QString zone = match.captured(2).isEmpty() ? QStringLiteral("Z") : match.captured(2);
    zone.replace(QLatin1Char(' '), QLatin1Char('+')); // a "+" that went through a form decoder
    const QDateTime dateTime = QDateTime::fromString(match.captured(1) + zone, Qt::ISODateWithMs);
    if (!dateTime.isValid())
        return std::nullopt;
    return fromDateTime(dateTime);
}

std::optional<Instant> parseMoment(const QString &text, Instant now, const QTimeZone &zone)
{
    if (text == QStringLiteral("now"))
        return now;
    static const QRegularExpression shape(
        QStringLiteral("\\A([+-]\\d{1,5})([mhd])(?:\\+(\\d)y)?(?: (\\d\\d:\\d\\d))?\\z"));
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return parseIso(text, false);
    if (match.captured(2) != QStringLiteral("d") && !(match.captured(3) + match.captured(4)).isEmpty())
        return std::nullopt;
    return parseRelative(match, now, zone);
}

namespace {

QString veventMoment(Instant instant, VeventForm form, const QTimeZone &zone)
{
    const QDateTime utc = toDateTime(instant);
    switch (form) {
    case VeventForm::Utc:
        return utc.toString(QStringLiteral("';VALUE=DATE-TIME:'yyyyMMdd'T'HHmmss'Z'"));
    case VeventForm::Local:
        return utc.toTimeZone(zone).toString(QStringLiteral("';VALUE=DATE-TIME:'yyyyMMdd'T'HHmmss"));
    case VeventForm::Day:
        return utc.toTimeZone(zone).toString(QStringLiteral("';VALUE=DATE:'yyyyMMdd"));
    case VeventForm::Bare:
        return utc.toString(QStringLiteral("':'yyyyMMdd'T'HHmmss'Z'"));
    }
    Q_UNREACHABLE();
}

} // namespace

QString toVevent(std::optional<Instant> begin, std::optional<Instant> end, VeventForm form, const QTimeZone &zone)
{
    QString text = QStringLiteral("BEGIN:VEVENT\r\n");
    if (begin)
        text += QStringLiteral("DTSTART%1\r\n").arg(veventMoment(*begin, form, zone));
    if (end)
        text += QStringLiteral("DTEND%1\r\n").arg(veventMoment(*end, form, zone));
    return text + QStringLiteral("END:VEVENT\r\n");
}

} // namespace okoshko::sandbox
