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

/// Where the server's time comes from; tests give their own.
using Clock = std::function<Instant()>;

/// The computer's time at the call, moved by `skew`, running on a monotonic clock from there: setting the computer's
/// clock while the server runs changes nothing.
[[nodiscard]] Clock steadyClock(std::chrono::seconds skew);

/// `2016-01-26T09:25:19.378000+00:00`
[[nodiscard]] QString toIso(Instant instant);

/// `Tue, 26 Jan 2016 09:25:19 GMT`, for the header `Date`; English whatever the locale.
[[nodiscard]] QByteArray toHttpDate(Instant instant);

/// An ISO date with a time (no offset means UTC) or a bare date. A bare date means its first moment, or its last one
/// if `endOfDay`, so that a range of two dates takes in both days.
[[nodiscard]] std::optional<Instant> parseIso(const QString &text, bool endOfDay);

/// A moment in a catalogue: `now`, `+15m`, `-2h`, `+3d`, `+3d 19:30` (the wall clock of `zone`, so many days from
/// now), `+3d+1y 19:30` (the same day a year later) or an ISO date and time. Relative ones keep a demo always in the
/// future.
[[nodiscard]] std::optional<Instant> parseMoment(const QString &text, Instant now, const QTimeZone &zone);

/// The ways in which the vendor was seen to write a moment down.
enum class VeventForm {
    Utc,   ///< `DTSTART;VALUE=DATE-TIME:20160512T200000Z`
    Local, ///< the same without `Z`, by the venue's clock
    Day,   ///< `DTSTART;VALUE=DATE:20160512`, by the venue's calendar; the end is the first day after it
    Bare   ///< `DTSTART:20160512T200000Z`
};

/// `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE-TIME:…`; a missing end leaves its line out.
[[nodiscard]] QString toVevent(std::optional<Instant> begin, std::optional<Instant> end,
                               VeventForm form = VeventForm::Utc, const QTimeZone &zone = QTimeZone::utc());

[[nodiscard]] QDateTime toDateTime(Instant instant);

/// The server's clock: the one it is given, moved by as much as a scenario wants.
class ServerClock
{
public:
    explicit ServerClock(Clock clock)
        : m_clock(std::move(clock))
    {
    }

    [[nodiscard]] Instant now() const { return m_clock() + m_ahead; }
    /// Returns how much further ahead it is than before.
    std::chrono::seconds setAhead(std::chrono::seconds ahead) { return ahead - std::exchange(m_ahead, ahead); }

private:
    Clock m_clock;
    std::chrono::seconds m_ahead{0};
};

/// A sum of money in minor units (kopecks). Never floating point: prices are added up and compared exactly.
struct Amount
{
    qint64 minor = 0;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a 0 that the compiler writes
    friend auto operator<=>(const Amount &, const Amount &) = default;
    friend Amount operator+(Amount a, Amount b) { return {a.minor + b.minor}; }
    friend Amount operator-(Amount a, Amount b) { return {a.minor - b.minor}; }
};

/// Reads "100.00" or "100"; nothing else, no sign, no spaces, no thousands separators.
[[nodiscard]] std::optional<Amount> parseAmount(QStringView text);

/// The protocol's spelling, "100.00".
[[nodiscard]] QString toText(Amount amount);

/// Why the vendor did not do what was asked. HTTP makes 400, 404 and 409 of it.
enum class Reason { Invalid, Unknown, Busy };

struct Refusal
{
    Reason reason = Reason::Invalid;
    QStringList errors; ///< what the answer says, in English, as the vendor's
};

[[nodiscard]] inline tl::unexpected<Refusal> refuse(const QString &error)
{
    return tl::unexpected(Refusal{Reason::Invalid, {error}});
}

[[nodiscard]] inline tl::unexpected<Refusal> refuseUnknown(const QString &what)
{
    return tl::unexpected(Refusal{Reason::Unknown, {what}});
}

/// The value of an enum whose words stand in `words` in the order of its values.
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

/// Ids, numbers, barcodes and secrets, none twice. The same seed gives the same row of them on every machine
/// (the engine is fixed by the C++ standard; the standard's distributions are not, so none is used).
class IdSource
{
public:
    /// Without a seed, a random one.
    explicit IdSource(std::optional<quint64> seed);

    [[nodiscard]] QString id();      ///< 24 lower-case hexadecimal digits
    [[nodiscard]] qint64 number();   ///< nine digits
    [[nodiscard]] QString barcode(); ///< 13 digits, the last one an EAN check digit
    [[nodiscard]] QString token();   ///< 40 hexadecimal digits, not to be guessed

private:
    QString hex(int digits);

    std::mt19937_64 m_engine;
    QSet<QString> m_given;
};

} // namespace okoshko::sandbox
