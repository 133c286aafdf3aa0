// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"

#include <QByteArray>

#include <optional>

namespace okoshko::catalogue {

/// A venue and the names of its sectors: shared by many events, and large (a city's name in sixty languages).
struct Place
{
    Venue venue;
    QHash<QString, QString> sectorNames;

    friend bool operator==(const Place &, const Place &) = default;
};

/// Binary encoding of events in the copy on disk. Each ends with a checksum; decoding fails on any alteration. Pure
/// functions, for any thread.
[[nodiscard]] QByteArray encodePlace(const Place &place);
[[nodiscard]] std::optional<Place> decodePlace(const QByteArray &bytes);

/// An event without its place and its details.
[[nodiscard]] QByteArray encodeBrief(const Event &event);
[[nodiscard]] std::optional<Event> decodeBrief(const QByteArray &bytes);

/// Descriptions and price rules.
[[nodiscard]] QByteArray encodeDetails(const Event &event);
/// Fills details into \a event; false if they belong to another event or are damaged.
[[nodiscard]] bool decodeDetails(const QByteArray &bytes, Event &event);

/// \a event without its details.
[[nodiscard]] Event withoutDetails(Event event);

} // namespace okoshko::catalogue
