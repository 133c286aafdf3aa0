// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/Values.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace okoshko::sandbox {

namespace {

Instant fromDateTime(const QDateTime &dateTime)
{
    return Instant(milliseconds(dateTime.toMSecsSinceEpoch()));
}

std::optional<Instant> parseRelative(const QRegularExpressionMatch &match, Instant now, const QTimeZone &zone)
{
    const qint64 count = match.captured(1).toLongLong();
    const QString unit = match.captured(2);
    if (unit == u"m"_s)
        return now + minutes(count);
    if (unit == u"h"_s)
        return now + hours(count);
    const QDateTime then = toDateTime(now).toTimeZone(zone).addDays(count).addYears(match.captured(3).toInt());
    if (match.captured(4).isEmpty())
        return fromDateTime(then);
    const QTime wall = QTime::fromString(match.captured(4), u"HH:mm"_s);
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
    return toDateTime(instant).toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'000+00:00'"_s);
}

QByteArray toHttpDate(Instant instant)
{
    return QLocale::c().toString(toDateTime(instant), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

std::optional<Instant> parseIso(const QString &text, bool endOfDay)
{
    static const QRegularExpression day(u"\\A\\d{4}-\\d\\d-\\d\\d\\z"_s);
    if (day.match(text).hasMatch()) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        if (!date.isValid())
            return std::nullopt;
        return fromDateTime(endOfDay ? date.endOfDay(Qt::UTC) : date.startOfDay(Qt::UTC));
    }
    // Qt reads three fractional digits; the protocol has six.
    static const QRegularExpression shape(
        u"\\A(\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,3})?)?)\\d{0,6}"
        "(Z|[+ -]\\d\\d:?\\d\\d)?\\z"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QString zone = match.captured(2).isEmpty() ? u"Z"_s : match.captured(2);
    zone.replace(u' ', u'+'); // a form decoder turned the "+" into a space
    const QDateTime dateTime = QDateTime::fromString(match.captured(1) + zone, Qt::ISODateWithMs);
    if (!dateTime.isValid())
        return std::nullopt;
    return fromDateTime(dateTime);
}

std::optional<Instant> parseMoment(const QString &text, Instant now, const QTimeZone &zone)
{
    if (text == u"now"_s)
        return now;
    static const QRegularExpression shape(u"\\A([+-]\\d{1,5})([mhd])(?:\\+(\\d)y)?(?: (\\d\\d:\\d\\d))?\\z"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return parseIso(text, false);
    if (match.captured(2) != u"d"_s && !(match.captured(3) + match.captured(4)).isEmpty())
        return std::nullopt;
    return parseRelative(match, now, zone);
}

namespace {

QString veventMoment(Instant instant, VeventForm form, const QTimeZone &zone)
{
    const QDateTime utc = toDateTime(instant);
    switch (form) {
    case VeventForm::Utc:
        return utc.toString(u"';VALUE=DATE-TIME:'yyyyMMdd'T'HHmmss'Z'"_s);
    case VeventForm::Local:
        return utc.toTimeZone(zone).toString(u"';VALUE=DATE-TIME:'yyyyMMdd'T'HHmmss"_s);
    case VeventForm::Day:
        return utc.toTimeZone(zone).toString(u"';VALUE=DATE:'yyyyMMdd"_s);
    case VeventForm::Bare:
        return utc.toString(u"':'yyyyMMdd'T'HHmmss'Z'"_s);
    }
    Q_UNREACHABLE();
}

} // namespace

QString toVevent(std::optional<Instant> begin, std::optional<Instant> end, VeventForm form, const QTimeZone &zone)
{
    QString text = u"BEGIN:VEVENT\r\n"_s;
    if (begin)
        text += u"DTSTART%1\r\n"_s.arg(veventMoment(*begin, form, zone));
    if (end)
        text += u"DTEND%1\r\n"_s.arg(veventMoment(*end, form, zone));
    return text + u"END:VEVENT\r\n"_s;
}

std::optional<Amount> parseAmount(QStringView text)
{
    static const QRegularExpression shape(u"\\A([0-9]{1,12})(?:\\.([0-9]{2}))?\\z"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return Amount{match.capturedView(1).toLongLong() * 100 + match.capturedView(2).toLongLong()};
}

QString toText(Amount amount)
{
    const qint64 whole = amount.minor / 100;
    const qint64 rest = amount.minor % 100;
    return u"%1.%2"_s.arg(whole).arg(rest, 2, 10, QLatin1Char('0'));
}

bool isId(const QString &text)
{
    static const QRegularExpression shape(u"\\A[0-9a-zA-Z]{24}\\z"_s);
    return shape.match(text).hasMatch();
}

IdSource::IdSource(std::optional<quint64> seed)
    : m_engine(seed ? *seed : QRandomGenerator::system()->generate64())
{
}

QString IdSource::hex(int digits)
{
    QString text;
    do {
        text.clear();
        while (text.size() < digits)
            text += u"%1"_s.arg(static_cast<quint64>(m_engine()), 16, 16, QLatin1Char('0'));
        text.truncate(digits);
    } while (m_given.contains(text));
    m_given.insert(text);
    return text;
}

QString IdSource::id()
{
    return hex(24);
}

QString IdSource::token()
{
    return hex(40);
}

qint64 IdSource::number()
{
    qint64 number = 0;
    do {
        number = 100'000'000 + static_cast<qint64>(m_engine() % 900'000'000U);
    } while (m_given.contains(QString::number(number)));
    m_given.insert(QString::number(number));
    return number;
}

QString IdSource::barcode()
{
    QString digits;
    do {
        digits = u"%1"_s.arg(static_cast<quint64>(m_engine() % 1'000'000'000'000U), 12, 10, QLatin1Char('0'));
    } while (m_given.contains(digits));
    m_given.insert(digits);
    int sum = 0;
    for (int i = 0; i < 12; ++i)
        sum += digits.at(i).digitValue() * (i % 2 == 0 ? 1 : 3);
    return digits + QString::number((10 - sum % 10) % 10);
}

} // namespace okoshko::sandbox
