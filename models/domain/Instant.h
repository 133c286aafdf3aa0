// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>
#include <string_view>

namespace okoshko {

/// A point in time, UTC, to the microsecond: the server's times carry six fractional digits (the recording) and
/// QDateTime keeps only three.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using Microseconds = std::chrono::microseconds;

/// Reads ISO 8601 with an offset, `2016-01-26T09:25:19.378000+00:00`: zero to six fractional digits, the offset as
/// `Z`, `+hh:mm` or `+hhmm`. A time without an offset is no instant and gives nothing (v2 has such times;
/// the vendor's second generation), nor does one that isWritable() refuses.
[[nodiscard]] std::optional<Instant> parseInstant(const QString &text);
[[nodiscard]] std::optional<Instant> parseInstant(std::string_view text);

/// Within the years 1 to 9999, the only ones that the server's form can write.
[[nodiscard]] bool isWritable(Instant instant);

/// The form in which the server writes: six fractional digits, offset `+00:00`.
[[nodiscard]] QString toIsoString(Instant instant);

/// For display and calendars; below a millisecond is cut off.
[[nodiscard]] QDateTime toDateTime(Instant instant);
[[nodiscard]] Instant toInstant(const QDateTime &dateTime);

} // namespace okoshko
