// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/api/TicketingApi.h"
#include "models/api/Unreadable.h"
#include "models/catalogue/Catalogue.h"
#include "models/domain/Scheduler.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <chrono>
#include <memory>
#include <optional>

namespace okoshko {

class ServerClock;
class TicketingApi;
struct EventListEnd;

/// The events on sale. Begins with the copy of an earlier run and then reads the whole list; after errors the known
/// events are kept. Events missing from a completely read list are removed. The event on screen is read separately at
/// intervals. Lives on the main thread.
///
/// After a list with gaps, or with pages that may have shifted, missing events that are over are removed; of the others
/// up to `maxMissingAsked` are read one by one after each reading, in turn. Those unknown to the server are removed;
/// those answered with another error are kept.
class EventCatalogue final : public QObject
{
    Q_OBJECT
public:
    /// All references must outlive this.
    EventCatalogue(TicketingApi &api, CatalogueStore &store, const ServerClock &clock, Scheduler &scheduler,
                   QObject *parent = nullptr);

    /// Never null.
    [[nodiscard]] const CataloguePtr &catalogue() const { return m_catalogue; }
    [[nodiscard]] const QList<KnownEventPtr> &events() const { return m_catalogue->events; }
    /// Without descriptions and price rules, unless read with details. Valid until the next change.
    [[nodiscard]] const Event *find(const EventId &id) const;
    /// Same; if the details are missing, they are read from the copy, and changed() follows.
    [[nodiscard]] const Event *wholeEvent(const EventId &id);

    enum class State { NeverRead, Reading, Read }; ///< in this run, irrespective of the copy
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<ApiError> &failure() const { return m_failure; } ///< of the last reading
    [[nodiscard]] const Unreadable &unreadable() const { return m_unreadable; }        ///< of the last reading
    [[nodiscard]] ListExtent extent() const { return m_extent; } ///< of the last list read in this run
    [[nodiscard]] KeptCopy copy() const { return m_copy; }

    /// Loads the copy of an earlier run, asynchronously.
    void open() { m_store.open(); }
    /// Reads all events; does nothing during a reading.
    void refresh();
    /// Same, if the last reading is older than freshFor.
    void freshen();
    /// Cancels the current reading.
    void stop();

    /// The last answer about the watched event.
    enum class Asked {
        NotYet,
        Answered,
        Unknown, ///< no longer known to the server
        Failed,  ///< no answer, or an error
    };
    /// Watches \a event, if not null: reads it now and every `pace`; also reads the list again when it is older than
    /// freshFor.
    void watch(const EventId &event);
    void unwatch();
    /// Reads the watched event now.
    void askAgain();
    [[nodiscard]] Asked asked() const { return m_asked; }
    [[nodiscard]] const std::optional<ApiError> &askFailure() const { return m_askFailure; } ///< if Failed
    /// When the watched event was last reported, separately or in the list.
    [[nodiscard]] std::optional<Instant> reportedAt() const;

    static constexpr std::chrono::seconds pace{15};         ///< between two readings of the watched event
    static constexpr std::chrono::seconds slowestPace{120}; ///< after failures
    static constexpr std::chrono::minutes freshFor{5};      ///< maximal age of the watched list
    static constexpr int maxMissingAsked = 50;              ///< missing events read after each reading
    /// Delay before reading a newly watched event, for scrolling through the list.
    static constexpr std::chrono::milliseconds watchDelay{300};

Q_SIGNALS:
    /// These events were added, changed or removed.
    void changed(const QSet<okoshko::EventId> &events);
    /// A reading has ended, successfully or not; not emitted after stop().
    void readingEnded();
    /// state(), failure(), unreadable(), copy() or the age of the list has changed.
    void stateChanged();
    /// asked() or reportedAt() has changed.
    void askedChanged();

private:
    using Whole = std::shared_ptr<const Event>;

    void accept(const Result<EventListEnd> &result);
    void learn(const CatalogueNews &news);
    void learn(const Event &event);
    void ask();
    void onAsked(const EventId &id, const Result<Event> &result);
    void onMissing(const QList<EventId> &events);
    void askForMissing();

    TicketingApi &m_api;
    CatalogueStore &m_store;
    const ServerClock &m_clock;
    Scheduler &m_scheduler;
    CataloguePtr m_catalogue;
    QHash<EventId, Whole> m_whole; ///< cached events with details
    std::optional<ApiError> m_failure;
    Unreadable m_unreadable;
    ListExtent m_extent = ListExtent::Whole;
    KeptCopy m_copy = KeptCopy::None;
    State m_state = State::NeverRead;
    State m_before = State::NeverRead; ///< the state to restore if the reading is cancelled
    Call m_call;
    Instant m_begunAt{};                  ///< start of the reading; server time
    std::optional<Microseconds> m_readAt; ///< last reading of the list in this run; monotonic
    QList<EventId> m_missing;             ///< missing from the list and still to be read
    EventId m_askedLast;                  ///< the last of them that was read
    Call m_missingCall;

    bool m_isWatched = false;
    EventId m_watched;
    Asked m_asked = Asked::NotYet;
    std::optional<ApiError> m_askFailure;
    std::optional<Instant> m_toldAt;
    Timer m_next;
    Microseconds m_pause = pace;
    Call m_askCall;
};

} // namespace okoshko
