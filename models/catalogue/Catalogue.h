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

/// What became of the copy of an earlier run.
enum class KeptCopy {
    None,         ///< there was none
    Whole,        ///< it was read
    OtherAccount, ///< it was of another server or key, and was dropped
    Damaged,      ///< it could not be read, and was dropped
    Unwritable,   ///< the list cannot be kept: no room, or a folder that takes no files
};

/// What the store learned, or read. Comes in the order of the calls.
struct CatalogueNews
{
    CataloguePtr catalogue;     ///< as it is from now on; null: as it was
    QSet<EventId> changed;      ///< new, different, or gone
    QList<EventId> missing;     ///< end(): known, not in the list that was read, and may be on sale all the same
    std::optional<Event> event; ///< read(): with descriptions and price rules
    KeptCopy copy = KeptCopy::None;
};

/// Knows the events, and keeps them for the next start. Asynchronous: disk, searching and sorting are on another
/// thread. What cannot be kept on disk is known all the same. A program gives CatalogueThread; a test may give its own.
class CatalogueStore
{
public:
    using Listener = std::function<void(const CatalogueNews &)>;

    /// How a reading of the list ended.
    enum class Extent {
        Whole,   ///< all of it was read, on one page: what was not in it is gone
        InPages, ///< all of it was read, page by page: a few that were not in it may have been lost between two pages
        Gaps,    ///< some elements could not be read: nothing is gone for not being in it
        Cut,     ///< there are more: likewise
    };

    virtual ~CatalogueStore() = default;

    /// \a listener hears what is learned from now on, on the caller's thread, never from within a call, and not at all
    /// once \a context is gone.
    virtual void listen(QObject *context, Listener listener) = 0;

    /// Comes first: the copy of an earlier run.
    virtual void open() = 0;
    /// A reading of the list begins; then its pages, and its end where it came to one. \a asOf: server time.
    virtual void begin() = 0;
    virtual void add(const QList<Event> &page) = 0;
    virtual void end(Extent extent, Instant asOf) = 0;

    /// An event that was read by itself.
    virtual void put(const Event &event) = 0;
    virtual void remove(const QList<EventId> &events) = 0;
    /// The whole of a known event.
    virtual void read(const EventId &event) = 0;
    /// Lets go of it elsewhere: a long list takes milliseconds to be destroyed.
    virtual void dispose(CataloguePtr catalogue) = 0;
};

} // namespace okoshko
