// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Catalogue.h"

#include <tl/expected.hpp>

namespace okoshko::sandbox {

/// Reads a catalogue, JSON:
///
///     partner         id of the organiser the key belongs to
///     organisers[]    id, name, contact {}, legal {type, bank, detail {}, who},
///                     payments? {system: {redirect: bool, hold_seconds?}}  where the organiser differs from the
///                     system's own
///     venues[]        id, name, address, city? {id, name {}, timezone}, country {}, point? [lat, lon]
///     events[]        id, title, desc?, status?, age_rating, org, venue, begin, end, first_ticket?, tags? [],
///                     map? {name, sectors [{id, name}]}, sets [], scenario? (on offer only while it is on),
///                     presale? (a promo code), style? {times? "utc" | "local" | "day" | "bare", terse?, empty_seats?}
///     sets[]          id, name, desc?, sector?, rules [], and either amount, vacant?
///                     or seats {row: [[first, last]…]}, taken? {the same}, pending? {the same}
///     rules[]         id, from (not in the first), until?, price_org, price_extra; each holds until its until or the
///                     next one's from
///     promocodes?[]   id, code, percent, min_tickets?, uses?
///
/// Moments are read by `parseMoment`, in the venue's zone; relative ones count from `now`. An error names the line, the
/// path of the field (`line 210: events[3].sets[0].rules[1].from …`) and the fault; for a missing field, the line where
/// its object begins.
[[nodiscard]] tl::expected<Catalogue, QString> parseCatalogue(const QByteArray &json, Instant now);

/// The built-in events for scenarios, with their organisers and venues; to be added to another catalogue.
[[nodiscard]] Catalogue scenarioEvents(Instant now);

/// Reads the file, or the built-in demo if `file` is empty. An error begins with the file name.
[[nodiscard]] tl::expected<Catalogue, QString> loadCatalogue(const QString &file, Instant now);

} // namespace okoshko::sandbox
