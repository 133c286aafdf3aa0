// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/v1/JsonBody.h"
#include "models/domain/Event.h"
#include "models/domain/Legal.h"
#include "models/domain/Order.h"

#include <QByteArray>
#include <QDate>
#include <QStringList>
#include <QTime>

#include <optional>

namespace okoshko::v1 {

// Decoders of the documented bodies into domain values, for decodeBody() and decodeList(). Pure functions, for any
// thread; errors are noted in the value's DecodeErrors. Required are ids and a set's sums; every other field may be
// absent, and counts as absent if it cannot be read.

/// Absent and unreadable fields are listed in Order::absent.
[[nodiscard]] Order decodeOrder(JsonValue &value);
/// An order of a list that may bring the barcodes of its tickets (listed as objects).
struct ListedOrder : Order
{
    QStringList barcodes; ///< without those of unpaid tickets, which have none
};
[[nodiscard]] ListedOrder decodeListedOrder(JsonValue &value);
/// Answer to a reading whose request names the order: the id may be absent and is null then. The status may be absent,
/// but must be readable.
[[nodiscard]] Order decodeNamedOrder(JsonValue &value);
/// Answer to a change: the payment address must be readable as well; otherwise the answer counts as lost.
[[nodiscard]] Order decodeChangedOrder(JsonValue &value);
/// Unreadable sets are left out and counted (Event::unreadableSets).
[[nodiscard]] Event decodeEvent(JsonValue &value);
[[nodiscard]] Ticket decodeTicket(JsonValue &value);
/// The organiser's legal data in an event or in `legal.detail` of a partner.
[[nodiscard]] Legal decodeLegal(JsonValue &value);
/// A partner's legal data; empty fields if it has none.
[[nodiscard]] Legal decodePartnerLegal(JsonValue &value);
/// Fails if any part is unreadable: a seat without its place would be sold as unnumbered.
[[nodiscard]] HallSeat decodeHallSeat(JsonValue &value);

/// One time of a calendar entry (RFC 5545).
struct CalendarTime
{
    QDate date;
    std::optional<QTime> time; ///< nothing = the whole day
    QByteArray zone;           ///< IANA id: UTC after a `Z`, or what `TZID` names; empty for a local time
    bool isZoneKnown = true;   ///< false: `TZID` names an unknown zone; the time counts as local

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
/// \a time as an instant; a day is its midnight. Local times are in \a localZone, or in this computer's zone if that is
/// empty. Nothing if !isWritable().
[[nodiscard]] std::optional<Instant> instantOf(const CalendarTime &time, const QByteArray &localZone);

/// \a text if it has the form of an IANA zone id, else empty. A zone id is a file name on this computer: other texts
/// must not be looked up.
[[nodiscard]] QByteArray zoneName(const QString &text);

/// The messages in `errors`, which occurs in error bodies and beside an order whose promo code is refused.
[[nodiscard]] ServerWords decodeErrors(JsonValue &value);
/// The server's message in an error body, in any form seen (the recording and the vendor's documentation). Empty if
/// there is none.
[[nodiscard]] ServerWords readServerWords(const QByteArray &body);

} // namespace okoshko::v1
