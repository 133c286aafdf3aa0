// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QLatin1String>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <algorithm>
#include <array>
#include <chrono>
#include <compare>
#include <functional>
#include <optional>
#include <random>
#include <tl/expected.hpp>
#include <utility>

namespace okoshko::sandbox {

/// A moment of the server's clock, UTC. The vendor keeps milliseconds and writes them with six digits.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// The source of the server's time; tests use their own.
using Clock = std::function<Instant()>;

/// The computer's time at the call plus `skew`, continued by a monotonic clock: setting the computer's clock while the
/// server runs changes nothing.
[[nodiscard]] Clock steadyClock(std::chrono::seconds skew);

/// `2016-01-26T09:25:19.378000+00:00`
[[nodiscard]] QString toIso(Instant instant);

/// `Tue, 26 Jan 2016 09:25:19 GMT`, for the header `Date`; English in any locale.
[[nodiscard]] QByteArray toHttpDate(Instant instant);

/// An ISO date with a time (no offset means UTC) or a bare date. A bare date means its first moment, or its last one if
/// `endOfDay`, so that a range of two dates includes both days.
[[nodiscard]] std::optional<Instant> parseIso(const QString &text, bool endOfDay);

/// A moment in a catalogue: `now`, `+15m`, `-2h`, `+3d`, `+3d 19:30` (local time of `zone`, that many days from now),
/// `+3d+1y 19:30` (the same day a year later) or an ISO date and time. Relative moments keep a demo in the future.
[[nodiscard]] std::optional<Instant> parseMoment(const QString &text, Instant now, const QTimeZone &zone);

/// The recorded spellings of a moment.
enum class VeventForm {
    Utc,   ///< `DTSTART;VALUE=DATE-TIME:20160512T200000Z`
    Local, ///< the same without `Z`, in the venue's local time
    Day,   ///< `DTSTART;VALUE=DATE:20160512`, in the venue's zone; the end is the day after the last one
    Bare   ///< `DTSTART:20160512T200000Z`
};

/// `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE-TIME:…`; a missing end has no line.
[[nodiscard]] QString toVevent(std::optional<Instant> begin, std::optional<Instant> end,
                               VeventForm form = VeventForm::Utc, const QTimeZone &zone = QTimeZone::utc());

[[nodiscard]] QDateTime toDateTime(Instant instant);

/// The server's clock: the source clock, moved by the scenarios' offset.
class ServerClock
{
public:
    explicit ServerClock(Clock clock)
        : m_clock(std::move(clock))
    {
    }

    [[nodiscard]] Instant now() const { return m_clock() + m_ahead; }
    /// Returns the change of the offset.
    std::chrono::seconds setAhead(std::chrono::seconds ahead) { return ahead - std::exchange(m_ahead, ahead); }

private:
    Clock m_clock;
    std::chrono::seconds m_ahead{0};
};

/// A sum of money in minor units (kopecks); never floating point, so that sums are exact.
struct Amount
{
    qint64 minor = 0;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a 0 that the compiler writes
    friend auto operator<=>(const Amount &, const Amount &) = default;
    friend Amount operator+(Amount a, Amount b) { return {a.minor + b.minor}; }
    friend Amount operator-(Amount a, Amount b) { return {a.minor - b.minor}; }
};

/// Reads "100.00" or "100"; refuses signs, spaces and thousands separators.
[[nodiscard]] std::optional<Amount> parseAmount(QStringView text);

/// The protocol's spelling, "100.00".
[[nodiscard]] QString toText(Amount amount);

/// Why the vendor refused a request: HTTP 400, 404 or 409.
enum class Reason { Invalid, Unknown, Busy };

struct Refusal
{
    Reason reason = Reason::Invalid;
    QStringList errors; ///< the errors of the answer, in English, as the vendor's
};

[[nodiscard]] inline tl::unexpected<Refusal> refuse(const QString &error)
{
    return tl::unexpected(Refusal{Reason::Invalid, {error}});
}

[[nodiscard]] inline tl::unexpected<Refusal> refuseUnknown(const QString &what)
{
    return tl::unexpected(Refusal{Reason::Unknown, {what}});
}

/// The enum value for `word`; `words` has the order of the enum's values.
template <typename Enum, std::size_t size>
[[nodiscard]] std::optional<Enum> enumFrom(const std::array<QLatin1String, size> &words, const QString &text)
{
    const auto found = std::find(words.begin(), words.end(), text);
    return found == words.end() ? std::nullopt : std::optional(static_cast<Enum>(found - words.begin()));
}
template <typename Enum, std::size_t size>
[[nodiscard]] QString wordOf(const std::array<QLatin1String, size> &words, Enum value)
{
    return words.at(static_cast<std::size_t>(value));
}

/// 24 letters or digits.
[[nodiscard]] bool isId(const QString &text);

/// Unique ids, numbers, barcodes and secrets. The same seed gives the same sequence on every machine (the engine is
/// fixed by the C++ standard; the standard's distributions are not, so none is used).
class IdSource
{
public:
    /// A random seed if none is given.
    explicit IdSource(std::optional<quint64> seed);

    [[nodiscard]] QString id();      ///< 24 lower-case hexadecimal digits
    [[nodiscard]] qint64 number();   ///< nine digits
    [[nodiscard]] QString barcode(); ///< 13 digits, the last one an EAN check digit
    [[nodiscard]] QString token();   ///< 40 hexadecimal digits, not guessable

private:
    QString hex(int digits);

    std::mt19937_64 m_engine;
    QSet<QString> m_given;
};

} // namespace okoshko::sandbox
