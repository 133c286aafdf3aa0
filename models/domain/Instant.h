// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>
#include <string_view>

namespace okoshko {

/// A point in time, UTC, in microseconds: the server's times have six fractional digits (the recording), QDateTime only
/// three.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using Microseconds = std::chrono::microseconds;

/// Reads ISO 8601 with an offset, `2016-01-26T09:25:19.378000+00:00`: zero to six fractional digits, the offset as `Z`,
/// `+hh:mm` or `+hhmm`. Nothing for a time without offset (the vendor's second generation has such times) and for one
/// that is not isWritable().
[[nodiscard]] std::optional<Instant> parseInstant(const QString &text);
[[nodiscard]] std::optional<Instant> parseInstant(std::string_view text);

/// Within the years 1 to 9999, the range of the server's format.
[[nodiscard]] bool isWritable(Instant instant);

/// The server's format: six fractional digits, offset `+00:00`.
[[nodiscard]] QString toIsoString(Instant instant);

/// For display and calendars; truncated to milliseconds.
[[nodiscard]] QDateTime toDateTime(Instant instant);
[[nodiscard]] Instant toInstant(const QDateTime &dateTime);

} // namespace okoshko
