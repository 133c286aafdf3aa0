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

/// The events on sale. The copy of an earlier run stands there at once and is read anew as a whole behind it; what was
/// read is kept through failures, so that a cashier goes on with what is known. What was gone from a list that was read
/// to its end is gone. The event that a cashier looks at is asked for by itself, again and again.
///
/// Of a list with gaps, and of pages that may have shifted, it is not known what is gone: events that were not in it
/// and are over are dropped, and of the others `mostAskedFor` at most are asked for after each reading, one by one,
/// each of them in its turn. What the server does not know is dropped then; what it refuses or tells badly stays.
class EventCatalogue final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    EventCatalogue(TicketingApi &api, CatalogueStore &store, const ServerClock &clock, Scheduler &scheduler,
                   QObject *parent = nullptr);

    /// Never null.
    [[nodiscard]] const CataloguePtr &catalogue() const { return m_catalogue; }
    [[nodiscard]] const QList<KnownEventPtr> &events() const { return m_catalogue->events; }
    /// Without descriptions and price rules, unless it was read whole. Holds until the next change.
    [[nodiscard]] const Event *find(const EventId &id) const;
    /// Likewise; where that is not the whole event, the rest is read from the copy, and changed() tells of it.
    [[nodiscard]] const Event *wholeEvent(const EventId &id);

    enum class State { NeverRead, Reading, Read }; ///< in this run; a copy may stand there all the same
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<ApiError> &failure() const { return m_failure; } ///< of the last reading
    [[nodiscard]] const Unreadable &unreadable() const { return m_unreadable; }        ///< likewise
    [[nodiscard]] ListExtent extent() const { return m_extent; } ///< of the last list that was read in this run
    [[nodiscard]] KeptCopy copy() const { return m_copy; }

    /// Brings the copy of an earlier run, later.
    void open() { m_store.open(); }
    /// Reads all events anew; does nothing while a reading is under way.
    void refresh();
    /// The same where the last reading is some minutes old.
    void freshen();
    /// Gives up the reading that is under way.
    void stop();

    /// What the server said of the event that is looked at.
    enum class Asked {
        NotYet,
        Told,
        Unknown, ///< the server does not know it any more
        Failed,  ///< it did not answer, or not well
    };
    /// A cashier looks at the events, and at \a event, if it is one: it is asked for now and every some seconds, and
    /// the list is read again when it is old.
    void watch(const EventId &event);
    void unwatch();
    /// Asks for the event that is looked at, now.
    void askAgain();
    [[nodiscard]] Asked asked() const { return m_asked; }
    [[nodiscard]] const std::optional<ApiError> &askFailure() const { return m_askFailure; } ///< where it Failed
    /// When it was told last, by itself or with the list.
    [[nodiscard]] std::optional<Instant> toldAt() const;

    static constexpr std::chrono::seconds pace{15};         ///< between two questions for the event on screen
    static constexpr std::chrono::seconds slowestPace{120}; ///< where they fail
    static constexpr std::chrono::minutes freshFor{5};      ///< the list, while it is looked at
    static constexpr int mostAskedFor = 50;                 ///< of those that were not in the list, after a reading
    /// A cashier who runs through the list asks nothing on the way.
    static constexpr std::chrono::milliseconds settling{300};

Q_SIGNALS:
    /// These events are different, new or gone.
    void changed(const QSet<okoshko::EventId> &events);
    /// A reading was answered, well or not; not told of one that was given up.
    void readingEnded();
    /// state(), failure(), unreadable() or copy() is different, or the age of the list.
    void stateChanged();
    /// asked() or toldAt() is different.
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
    QHash<EventId, Whole> m_whole; ///< some
    std::optional<ApiError> m_failure;
    Unreadable m_unreadable;
    ListExtent m_extent = ListExtent::Whole;
    KeptCopy m_copy = KeptCopy::None;
    State m_state = State::NeverRead;
    State m_before = State::NeverRead; ///< what a reading that is given up falls back to
    Call m_call;
    Instant m_begunAt{};                  ///< the reading; server time
    std::optional<Microseconds> m_readAt; ///< the list, in this run; monotonic
    QList<EventId> m_missing;             ///< were not in the list, and are still to be asked for
    EventId m_askedLast;                  ///< of those
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
