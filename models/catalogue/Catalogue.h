// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace okoshko {

/// An event as the list of events keeps it, prepared for searching. Never changes, and so may be shared by threads.
struct KnownEvent
{
    Event event;                     ///< without descriptions and price rules: those stay in the copy on disk
    std::optional<Instant> overFrom; ///< nothing: it is never over
    QString words;                   ///< folded, by which it is found: title, date, age mark
    QString places;                  ///< folded, likewise: venue and city; one text for all events of a venue
};

using KnownEventPtr = std::shared_ptr<const KnownEvent>;

/// The events as they were known at one moment. Never changes.
struct Catalogue
{
    QList<KnownEventPtr> events; ///< in the order of EventRules::isEarlier
    QHash<EventId, KnownEventPtr> byId;
    /// When the last reading that came to its end was begun (server time); nothing where there was none.
    std::optional<Instant> asOf;
    bool isCut = false; ///< that reading did not bring all of the list
};

using CataloguePtr = std::shared_ptr<const Catalogue>;

/// How events are searched and sorted. Called on any thread.
struct EventRules
{
    std::function<QString(const Event &)> words;  ///< of KnownEvent
    std::function<QString(const Venue &)> places; ///< likewise
    std::function<bool(const Event &, const Event &)> isEarlier;
};

} // namespace okoshko
