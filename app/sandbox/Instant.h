// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QTimeZone>
#include <chrono>
#include <functional>
#include <optional>

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

} // namespace okoshko::sandbox
