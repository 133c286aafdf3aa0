// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/Format.h"

#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr QChar noBreakSpace = u'\u00a0';
constexpr QChar minusSign = u'\u2212';

QLocale localeOf(Format::Language language)
{
    switch (language) {
    case Format::Language::Russian:
        return QLocale(QLocale::Russian, QLocale::Russia);
    case Format::Language::English:
        return QLocale(QLocale::English, QLocale::UnitedKingdom);
    }
    Q_UNREACHABLE();
}

QTimeZone zoneOf(const Venue &venue)
{
    return venue.timeZone.isEmpty() ? QTimeZone() : QTimeZone(venue.timeZone);
}

QDateTime atCounter(Instant instant)
{
    return toDateTime(instant).toLocalTime();
}

/// By the venue's clocks, or by the counter's where the former are not known.
QDateTime atVenue(Instant start, const Venue &venue)
{
    const QTimeZone zone = zoneOf(venue);
    return zone.isValid() ? toDateTime(start).toTimeZone(zone) : atCounter(start);
}

QString unsignedSum(Money sum, const QLocale &locale)
{
    const quint64 magnitude = sum.minor() < 0 ? quint64(0) - quint64(sum.minor()) : quint64(sum.minor());
    return locale.toString(magnitude / 100) + locale.decimalPoint() +
           QString::number(magnitude % 100).rightJustified(2, u'0');
}

} // namespace

Format::Format(Language language, std::chrono::seconds urgentFrom)
    : m_language(language)
    , m_urgentFrom(urgentFrom)
    , m_locale(localeOf(language))
{
}

std::optional<Countdown> Format::countdown(const Order &order, Instant now) const
{
    return Countdown::of(order, now, m_urgentFrom);
}

QString Format::languageCode() const
{
    switch (m_language) {
    case Language::Russian:
        return u"ru"_s;
    case Language::English:
        return u"en"_s;
    }
    Q_UNREACHABLE();
}

QString Format::money(Money sum) const
{
    const QString sign = sum.minor() < 0 ? QString(minusSign) : QString();
    const QString figures = unsignedSum(sum, m_locale);
    switch (m_language) {
    case Language::Russian:
        return sign + figures + noBreakSpace + u'₽';
    case Language::English:
        return sign + u'₽' + figures;
    }
    Q_UNREACHABLE();
}

QString Format::plainMoney(Money sum) const
{
    return (sum.minor() < 0 ? QString(minusSign) : QString()) + unsignedSum(sum, m_locale);
}

QString Format::sum(const std::optional<Money> &told) const
{
    return told ? money(*told) : tr("not told");
}

QString Format::orderNumber(qint64 number) const
{
    QString digits = QString::number(number);
    const qsizetype first = number < 0 ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3)
        digits.insert(at, noBreakSpace);
    return digits;
}

QString Format::count(int number) const
{
    return m_locale.toString(number);
}

QString Format::tickets(int count) const
{
    return tr("%n ticket(s)", nullptr, count);
}

Instant Format::systemNow()
{
    return std::chrono::floor<Microseconds>(std::chrono::system_clock::now());
}

QString Format::eventTime(Instant start, const Venue &venue, Instant now) const
{
    const QDate day = atVenue(start, venue).date();
    const bool thisYear = day.year() == atCounter(now).date().year();
    QString pattern;
    switch (m_language) {
    case Language::Russian:
        pattern = thisYear ? u"d MMMM, ddd"_s : u"d MMMM yyyy, ddd"_s;
        break;
    case Language::English:
        pattern = thisYear ? u"ddd d MMMM"_s : u"ddd d MMMM yyyy"_s;
        break;
    }
    return dayAndClock(m_locale.toString(day, pattern), start, venue, Note::City);
}

QString Format::eventTimeShort(Instant start, const Venue &venue, Instant now) const
{
    const QDate day = atVenue(start, venue).date();
    const QDate today = atCounter(now).date();
    const QString pattern = day.year() == today.year() ? u"d MMMM"_s : u"d MMMM yyyy"_s;
    return dayAndClock(day == today ? tr("today") : m_locale.toString(day, pattern), start, venue, Note::City);
}

QString Format::eventTimeLong(Instant start, const Venue &venue, Instant now) const
{
    const QDate day = atVenue(start, venue).date();
    const bool thisYear = day.year() == atCounter(now).date().year();
    const QString pattern = thisYear ? u"dddd, d MMMM"_s : u"dddd, d MMMM yyyy"_s;
    return dayAndClock(m_locale.toString(day, pattern), start, venue, Note::CityAndDifference);
}

QString Format::dayAndClock(const QString &day, Instant start, const Venue &venue, Note note) const
{
    const QString time = day + u", "_s + eventClock(start, venue);
    const QString words = zoneNote(start, venue, note);
    return words.isEmpty() ? time : time + u" ("_s + words + u')';
}

QString Format::zoneNote(Instant start, const Venue &venue, Note note) const
{
    if (!zoneOf(venue).isValid())
        return tr("counter's time");
    // Two zones with the same clocks on that day are the same to a buyer.
    const int seconds = atVenue(start, venue).offsetFromUtc() - atCounter(start).offsetFromUtc();
    if (seconds == 0)
        return {};
    const QString hours = (seconds > 0 ? u'+' : minusSign) + ago(std::chrono::seconds(std::abs(seconds)));
    const QString city = venue.cityName(languageCode());
    switch (note) {
    case Note::City:
        return city.isEmpty() ? hours : city;
    case Note::CityAndDifference: {
        const QString difference = tr("%1 from the counter's time").arg(hours);
        return city.isEmpty() ? difference : city + u", "_s + difference;
    }
    }
    Q_UNREACHABLE();
}

QString Format::eventDay(Instant start, const Venue &venue) const
{
    return m_locale.toString(atVenue(start, venue).date(), u"d"_s);
}

QString Format::eventMonth(Instant start, const Venue &venue) const
{
    const QDate day = atVenue(start, venue).date();
    // The case that follows a day's number: "мая", not "май". English names are long where the block is narrow.
    const auto form = m_language == Language::Russian ? QLocale::LongFormat : QLocale::ShortFormat;
    return m_locale.monthName(day.month(), form) + u", "_s + m_locale.dayName(day.dayOfWeek(), QLocale::ShortFormat);
}

QString Format::eventClock(Instant start, const Venue &venue) const
{
    return m_locale.toString(atVenue(start, venue).time(), u"HH:mm"_s);
}

QString Format::venueTime(Instant instant, const Venue &venue, Instant now) const
{
    if (atVenue(instant, venue).date() != atCounter(now).date())
        return eventTimeShort(instant, venue, now);
    const QString note = zoneNote(instant, venue, Note::City);
    return eventClock(instant, venue) + (note.isEmpty() ? QString() : u" ("_s + note + u')');
}

QString Format::eventTimeToSearch(Instant start, const Venue &venue) const
{
    QString pattern;
    switch (m_language) {
    case Language::Russian:
        pattern = u"dddd, ddd, d MMMM yyyy, dd.MM.yyyy"_s;
        break;
    case Language::English:
        pattern = u"dddd, ddd, d MMMM yyyy, dd/MM/yyyy"_s;
        break;
    }
    return m_locale.toString(atVenue(start, venue).date(), pattern) + u", "_s + eventClock(start, venue);
}

QString Format::clock(Instant instant) const
{
    return m_locale.toString(atCounter(instant).time(), u"HH:mm"_s);
}

QString Format::clockSeconds(Instant instant) const
{
    return m_locale.toString(atCounter(instant).time(), u"HH:mm:ss"_s);
}

QString Format::createdAt(Instant instant, Instant now) const
{
    const QDate day = atCounter(instant).date();
    const QDate today = atCounter(now).date();
    if (day == today)
        return clock(instant);
    const QString pattern = day.year() == today.year() ? u"d MMMM"_s : u"d MMMM yyyy"_s;
    return m_locale.toString(day, pattern) + u", "_s + clock(instant);
}

QString Format::timeLeft(std::chrono::seconds left) const
{
    const std::chrono::hh_mm_ss parts(std::max(left, std::chrono::seconds::zero()));
    const auto twoDigits = [](auto number) { return QString::number(number.count()).rightJustified(2, u'0'); };
    const QString figure = twoDigits(parts.minutes()) + u':' + twoDigits(parts.seconds());
    return parts.hours().count() == 0 ? figure : QString::number(parts.hours().count()) + u':' + figure;
}

QString Format::timeLeftWords(std::chrono::seconds left) const
{
    if (left <= std::chrono::seconds::zero())
        return tr("time is up");
    const std::chrono::hh_mm_ss parts(left);
    QStringList words;
    if (const int hours = static_cast<int>(parts.hours().count()))
        words << tr("%n hour(s)", nullptr, hours);
    if (const int minutes = static_cast<int>(parts.minutes().count()))
        words << tr("%n minute(s)", nullptr, minutes);
    if (const int seconds = static_cast<int>(parts.seconds().count()))
        words << tr("%n second(s)", nullptr, seconds);
    return words.join(u' ');
}

QString Format::ago(std::chrono::seconds passed) const
{
    const std::chrono::hh_mm_ss parts(std::max(passed, std::chrono::seconds::zero()));
    QStringList words;
    if (const auto hours = parts.hours().count())
        words << tr("%1 h").arg(hours);
    if (const auto minutes = parts.minutes().count())
        words << tr("%1 min").arg(minutes);
    // Beside hours, nobody asks for seconds.
    const auto seconds = parts.seconds().count();
    if (words.isEmpty() || (parts.hours().count() == 0 && seconds > 0))
        words << tr("%1 s").arg(seconds);
    return words.join(u' ');
}

} // namespace okoshko
