// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/v1/JsonBody.h"
#include "models/domain/Event.h"
#include "models/domain/Order.h"

#include <QByteArray>
#include <QDate>
#include <QTime>

#include <optional>

namespace okoshko::v1 {

// The bodies of the vendor's documentation as values of the domain, for decodeBody() and decodeList(). What a counter
// cannot do without is required: ids, a set's sums. Everything else may be absent, and where it cannot be read, it is
// left out as if it was.

/// What an answer does not tell of an order, or tells so that it cannot be read, stands in Order::absent.
[[nodiscard]] Order decodeOrder(JsonValue &value);
/// The answer to a reading that names its order: the id may be left out as well, and is null then. Its state may be
/// left out, but what is told of it must be readable.
[[nodiscard]] Order decodeNamedOrder(JsonValue &value);
/// The same in answer to a change, whose address to pay at must be readable as well: else it is as if it was lost.
[[nodiscard]] Order decodeChangedOrder(JsonValue &value);
/// A set that cannot be read costs no other (Event::unreadableSets).
[[nodiscard]] Event decodeEvent(JsonValue &value);
[[nodiscard]] Ticket decodeTicket(JsonValue &value);
/// A seat is read whole or not at all: one without its place would be sold as one that has none.
[[nodiscard]] HallSeat decodeHallSeat(JsonValue &value);

/// One time of a calendar entry (RFC 5545), as it is written there.
struct CalendarTime
{
    QDate date;
    std::optional<QTime> time; ///< nothing: the whole day
    QByteArray zone;           ///< IANA id: UTC after a `Z`, or what `TZID` names; empty for a local time
    bool isZoneKnown = true;   ///< false: `TZID` names a zone that is not known, and the time is taken as a local one

    friend bool operator==(const CalendarTime &, const CalendarTime &) = default;
};

/// The times of a vevent. Seen in public payloads: `DTSTART;VALUE=DATE-TIME:20160512T200000Z`, the same without `Z`
/// (then the venue's local time), a day only (`DTSTART;VALUE=DATE:20160512`), and no parameter.
struct Lifetime
{
    std::optional<CalendarTime> start;
    std::optional<CalendarTime> end; ///< of days: the day after the last one (RFC 5545)

    friend bool operator==(const Lifetime &, const Lifetime &) = default;
};
[[nodiscard]] Lifetime parseVEvent(const QString &text);
/// \a time as an instant; of a day its midnight. A local time is read in \a localZone, or in this computer's where that
/// is empty. Nothing where isWritable() refuses it.
[[nodiscard]] std::optional<Instant> instantOf(const CalendarTime &time, const QByteArray &localZone);

/// \a text where it is the name of a time zone by its form, else empty: an IANA id is the name of a file of this
/// computer, and what is no plain name must not be looked up there.
[[nodiscard]] QByteArray zoneName(const QString &text);

/// The words of `errors`, which stands in the bodies of errors, and beside an order whose code is refused; plain text,
/// short.
[[nodiscard]] QString decodeErrors(JsonValue &value);
/// The server's own words in the body of an error, in any of the forms seen (the recording and the vendor's
/// documentation); plain text, short.
[[nodiscard]] QString readServerWords(const QByteArray &body);

} // namespace okoshko::v1
