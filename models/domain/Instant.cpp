// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Instant.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// Reads a text piece by piece; after the first failure all further reads fail.
class Reading
{
public:
    explicit Reading(std::string_view text)
        : m_text(text)
    {
    }

    /// A number of exactly \a count digits.
    int digits(std::size_t count)
    {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const char digit = i < m_text.size() ? m_text[i] : '?';
            m_isGood = m_isGood && digit >= '0' && digit <= '9';
            value = value * 10 + (m_isGood ? digit - '0' : 0);
        }
        m_text.remove_prefix(std::min(count, m_text.size()));
        return value;
    }
    void expect(char c) { m_isGood = skip(c) && m_isGood; }
    bool skip(char c)
    {
        const bool isThere = m_text.starts_with(c);
        m_text.remove_prefix(isThere ? 1 : 0);
        return isThere;
    }
    /// One to six digits after a point, as millionths.
    int fraction()
    {
        const auto *const end =
            std::find_if_not(m_text.cbegin(), m_text.cend(), [](char c) { return c >= '0' && c <= '9'; });
        const auto count = static_cast<std::size_t>(end - m_text.cbegin());
        m_isGood = m_isGood && count >= 1 && count <= 6;
        int value = m_isGood ? digits(count) : 0;
        for (std::size_t i = count; i < 6; ++i)
            value *= 10;
        return value;
    }
    [[nodiscard]] bool isWhole() const { return m_isGood && m_text.empty(); }

private:
    std::string_view m_text;
    bool m_isGood = true;
};

} // namespace

std::optional<Instant> parseInstant(const QString &text)
{
    const QByteArray letters = text.toLatin1(); // other characters become '?', which is invalid in a time
    return parseInstant(std::string_view(letters.constData(), static_cast<std::size_t>(letters.size())));
}

std::optional<Instant> parseInstant(std::string_view text)
{
    using namespace std::chrono;
    Reading reading(text);
    const int y = reading.digits(4);
    reading.expect('-');
    const int m = reading.digits(2);
    reading.expect('-');
    const int d = reading.digits(2);
    reading.expect('T');
    const int h = reading.digits(2);
    reading.expect(':');
    const int min = reading.digits(2);
    reading.expect(':');
    const int s = reading.digits(2);
    const int fraction = reading.skip('.') ? reading.fraction() : 0;
    minutes offset{0};
    if (!reading.skip('Z')) {
        const bool isBehind = reading.skip('-');
        if (!isBehind)
            reading.expect('+');
        const int hoursOff = reading.digits(2);
        reading.skip(':');
        const int minutesOff = reading.digits(2);
        if (hoursOff > 23 || minutesOff > 59)
            return std::nullopt;
        offset = (hours(hoursOff) + minutes(minutesOff)) * (isBehind ? -1 : 1);
    }
    const year_month_day date{year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))};
    const bool endsTheDay = h == 24 && min == 0 && s == 0 && fraction == 0; // midnight in ISO 8601
    if (!reading.isWhole() || !date.ok() || (h > 23 && !endsTheDay) || min > 59 || s > 59)
        return std::nullopt;
    const Instant instant = sys_days(date) + hours(h) + minutes(min) + seconds(s) + Microseconds(fraction) - offset;
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
