// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"

#include <QByteArray>

#include <optional>

namespace okoshko::catalogue {

/// A venue and the names of its sectors: the same for many events, and large, with a city's name in sixty languages.
struct Place
{
    Venue venue;
    QHash<QString, QString> sectorNames;

    friend bool operator==(const Place &, const Place &) = default;
};

/// The form in which events stand in the copy on disk. Each ends with a checksum: what was altered is not read.
[[nodiscard]] QByteArray encodePlace(const Place &place);
[[nodiscard]] std::optional<Place> decodePlace(const QByteArray &bytes);

/// An event without its place, and without what stands in its details.
[[nodiscard]] QByteArray encodeBrief(const Event &event);
[[nodiscard]] std::optional<Event> decodeBrief(const QByteArray &bytes);

/// Descriptions and price rules.
[[nodiscard]] QByteArray encodeDetails(const Event &event);
/// Fills them into \a event, which the brief form gave; tells whether they were its.
[[nodiscard]] bool decodeDetails(const QByteArray &bytes, Event &event);

/// Without them.
[[nodiscard]] Event withoutDetails(Event event);

} // namespace okoshko::catalogue
