// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QObject)

namespace okoshko {

/// An event of the list, prepared for searching. Immutable, shared by threads.
struct KnownEvent
{
    Event event;                     ///< without descriptions and price rules, which are in the copy on disk
    std::optional<Instant> overFrom; ///< nothing = never over
    QString words;                   ///< search text, folded: title, date, age mark
    QString places;                  ///< search text, folded: venue and city; shared by all events of a venue
};

using KnownEventPtr = std::shared_ptr<const KnownEvent>;

/// A snapshot of the known events. Immutable.
struct Catalogue
{
    QList<KnownEventPtr> events; ///< sorted by EventRules::isEarlier
    QHash<EventId, KnownEventPtr> byId;
    /// Start of the last completed reading (server time); nothing if there was none.
    std::optional<Instant> asOf;
    bool isCut = false; ///< that reading did not get the whole list
};

using CataloguePtr = std::shared_ptr<const Catalogue>;

/// How events are searched and sorted. Called on any thread.
struct EventRules
{
    std::function<QString(const Event &)> words;  ///< KnownEvent::words
    std::function<QString(const Venue &)> places; ///< KnownEvent::places
    std::function<bool(const Event &, const Event &)> isEarlier;
};

/// State of the copy of an earlier run.
enum class KeptCopy {
    None,         ///< there was none
    Whole,        ///< it was read
    OtherAccount, ///< it belonged to another server or key and was deleted
    Damaged,      ///< it could not be read and was deleted
    Unwritable,   ///< the copy cannot be written
};

/// A result of the store, in the order of the calls.
struct CatalogueNews
{
    CataloguePtr catalogue;     ///< the new catalogue; null = unchanged
    QSet<EventId> changed;      ///< added, changed or removed events
    QList<EventId> missing;     ///< end(): known events that were not in the list, but may still be on sale
    std::optional<Event> event; ///< read(): with descriptions and price rules
    KeptCopy copy = KeptCopy::None;
};

/// Stores the known events, in memory and in a copy on disk for the next start. Asynchronous: disk access, search texts
/// and sorting are on another thread. Errors of the disk do not affect the catalogue in memory. The program uses
/// CatalogueThread.
class CatalogueStore
{
public:
    using Listener = std::function<void(const CatalogueNews &)>;

    /// How completely the list was read.
    enum class Extent {
        Whole,   ///< completely, on one page: events that were not in it are removed
        InPages, ///< completely, on several pages: a few events may have been missed between two pages
        Gaps,    ///< some elements could not be read: no event is removed
        Cut,     ///< there are more elements: no event is removed
    };

    virtual ~CatalogueStore() = default;

    /// \a listener gets all further results, on the caller's thread, never from within a call, and only while \a
    /// context exists.
    virtual void listen(QObject *context, Listener listener) = 0;

    /// Loads the copy of an earlier run. Call first.
    virtual void open() = 0;
    /// Begins a reading of the list (\a asOf: server time); then its pages, then end() if it was completed.
    virtual void begin() = 0;
    virtual void add(const QList<Event> &page) = 0;
    virtual void end(Extent extent, Instant asOf) = 0;

    /// Adds or replaces a separately read event.
    virtual void put(const Event &event) = 0;
    virtual void remove(const QList<EventId> &events) = 0;
    /// Reads a known event with its details.
    virtual void read(const EventId &event) = 0;
    /// Releases \a catalogue on the store's thread: destroying a long list takes milliseconds.
    virtual void dispose(CataloguePtr catalogue) = 0;
};

} // namespace okoshko
