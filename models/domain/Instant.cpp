// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Instant.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

std::optional<std::chrono::minutes> parseOffset(const QString &sign, const QString &hours, const QString &minutes)
{
    using namespace std::chrono;
    if (sign.isEmpty())
        return 0min;
    const int h = hours.toInt();
    const int m = minutes.toInt();
    if (h > 23 || m > 59)
        return std::nullopt;
    const auto offset = std::chrono::hours(h) + std::chrono::minutes(m);
    return sign == u"-" ? -offset : offset;
}

} // namespace

std::optional<Instant> parseInstant(const QString &text)
{
    static const QRegularExpression form(
        u"\\A([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.([0-9]{1,6}))?(?:Z|([+-])([0-9]{2}):?([0-9]{2}))\\z"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;

    // With the Z: read as a local time, it would be refused in the hour that local clocks skip in spring.
    const QDateTime seconds = QDateTime::fromString(match.captured(1) + u'Z', Qt::ISODate);
    const auto offset = parseOffset(match.captured(3), match.captured(4), match.captured(5));
    if (!seconds.isValid() || !offset)
        return std::nullopt;

    const qint64 fraction = match.captured(2).leftJustified(6, u'0').toLongLong();
    const Instant instant(std::chrono::seconds(seconds.toSecsSinceEpoch()) - *offset + Microseconds(fraction));
    return isWritable(instant) ? std::optional(instant) : std::nullopt;
}

bool isWritable(Instant instant)
{
    using namespace std::chrono;
    constexpr sys_days first = year(1) / January / 1;
    constexpr sys_days end = year(10000) / January / 1;
    return instant >= first && instant < end;
}

QString toIsoString(Instant instant)
{
    const auto whole = std::chrono::floor<std::chrono::seconds>(instant);
    const auto fraction = (instant - whole).count();
    const QDateTime dateTime = QDateTime::fromSecsSinceEpoch(whole.time_since_epoch().count(), Qt::UTC);
    return dateTime.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u'.' + QString::number(fraction).rightJustified(6, u'0') +
           u"+00:00"_s;
}

QDateTime toDateTime(Instant instant)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(instant.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(ms.count(), Qt::UTC);
}

Instant toInstant(const QDateTime &dateTime)
{
    return Instant(std::chrono::milliseconds(dateTime.toMSecsSinceEpoch()));
}

} // namespace okoshko
