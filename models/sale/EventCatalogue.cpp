// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/EventCatalogue.h"

#include "models/api/ServerClock.h"
#include "models/api/TicketingApi.h"

#include <algorithm>
#include <utility>

namespace okoshko {

namespace {

constexpr qsizetype maxWhole = 64; ///< number of cached events with details

} // namespace

EventCatalogue::EventCatalogue(TicketingApi &api, CatalogueStore &store, const ServerClock &clock, Scheduler &scheduler,
                               QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_catalogue(std::make_shared<const Catalogue>())
    , m_next(scheduler)
{
    m_store.listen(this, [this](const CatalogueNews &news) { learn(news); });
}

const Event *EventCatalogue::find(const EventId &id) const
{
    if (const auto whole = m_whole.constFind(id); whole != m_whole.cend())
        return whole->get();
    const auto known = m_catalogue->byId.constFind(id);
    return known == m_catalogue->byId.cend() ? nullptr : &(*known)->event;
}

const Event *EventCatalogue::wholeEvent(const EventId &id)
{
    if (!m_whole.contains(id) && m_catalogue->byId.contains(id))
        m_store.read(id);
    return find(id);
}

void EventCatalogue::refresh()
{
    if (m_call.isPending())
        return;
    m_before = m_state == State::Reading ? m_before : m_state;
    m_state = State::Reading;
    m_begunAt = m_clock.now();
    m_missing.clear();
    m_missingCall.abandon();
    m_store.begin();
    m_call = m_api.events(
        this, [this](const QList<Event> &page) { m_store.add(page); },
        [this](const Result<EventListEnd> &result) { accept(result); });
    Q_EMIT stateChanged();
}

void EventCatalogue::freshen()
{
    if (!m_readAt || m_scheduler.now() - *m_readAt >= freshFor)
        refresh();
}

void EventCatalogue::stop()
{
    if (m_state != State::Reading)
        return;
    m_call.abandon();
    m_state = m_before;
    Q_EMIT stateChanged();
}

void EventCatalogue::accept(const Result<EventListEnd> &result)
{
    using Extent = CatalogueStore::Extent;
    m_call = {};
    if (result) {
        m_state = State::Read;
        m_failure.reset();
        m_unreadable = result->unreadable;
        m_readAt = m_scheduler.now();
        m_extent = result->extent;
        const bool isCut = m_extent == ListExtent::Cut || m_extent == ListExtent::EndedEarly;
        m_store.end(isCut                            ? Extent::Cut
                    : result->unreadable.leavesGap() ? Extent::Gaps
                    : result->pages > 1              ? Extent::InPages
                                                     : Extent::Whole,
                    m_begunAt);
    } else {
        m_state = m_before;
        m_failure = result.error();
    }
    Q_EMIT stateChanged();
    Q_EMIT readingEnded();
}

void EventCatalogue::learn(const CatalogueNews &news)
{
    const bool isOtherState =
        m_copy != news.copy ||
        (news.catalogue && (news.catalogue->asOf != m_catalogue->asOf || news.catalogue->isCut != m_catalogue->isCut));
    m_copy = news.copy;
    QSet<EventId> different = news.changed;
    if (news.event) {
        const auto whole = m_whole.constFind(news.event->id);
        if (whole == m_whole.cend() || **whole != *news.event) {
            learn(*news.event);
            different.insert(news.event->id);
        }
    }
    CataloguePtr old;
    if (news.catalogue) {
        old = std::exchange(m_catalogue, news.catalogue);
        for (const EventId &id : m_whole.keys()) {
            if (!m_catalogue->byId.contains(id))
                m_whole.remove(id);
            else if (news.changed.contains(id))
                m_store.read(id); // shown unchanged until then
        }
    }
    if (!different.isEmpty())
        Q_EMIT changed(different);
    if (isOtherState)
        Q_EMIT stateChanged();
    if (old)
        m_store.dispose(std::move(old));
    if (!news.missing.isEmpty())
        onMissing(news.missing);
}

void EventCatalogue::learn(const Event &event)
{
    if (m_whole.size() >= maxWhole && !m_whole.contains(event.id))
        m_whole.removeIf([this](const auto &it) { return it.key() != m_watched; });
    m_whole.insert(event.id, std::make_shared<const Event>(event));
}

void EventCatalogue::onMissing(const QList<EventId> &events)
{
    const Instant now = m_clock.now();
    QList<EventId> over;
    QList<EventId> others;
    for (const EventId &id : events) {
        const KnownEventPtr known = m_catalogue->byId.value(id);
        (known && known->overFrom && *known->overFrom <= now ? over : others) << id;
    }
    if (m_catalogue->isCut) // most missing events are behind the cut
        others.clear();
    std::sort(others.begin(), others.end());
    std::rotate(others.begin(), std::upper_bound(others.begin(), others.end(), m_askedLast), others.end());
    m_missing = others.mid(0, maxMissingAsked);
    if (!over.isEmpty())
        m_store.remove(over);
    askForMissing();
}

void EventCatalogue::askForMissing()
{
    if (m_missing.isEmpty() || m_missingCall.isPending())
        return;
    const EventId id = m_askedLast = m_missing.takeFirst();
    m_missingCall = m_api.event(id, this, [this, id](const Result<Event> &result) {
        m_missingCall = {};
        if (result)
            m_store.put(*result);
        else if (result.error().kind == ErrorKind::NotFound)
            m_store.remove({id});
        else if (scopeOf(result.error().kind) == ErrorScope::Server)
            m_missing.clear(); // the next reading finds them again
        askForMissing();
    });
}

void EventCatalogue::watch(const EventId &event)
{
    if (m_isWatched && event == m_watched)
        return;
    m_isWatched = true;
    m_askCall.abandon();
    if (event != m_watched) {
        m_watched = event;
        m_asked = Asked::NotYet;
        m_toldAt.reset();
    }
    m_pause = pace;
    m_next.start(watchDelay, [this] { ask(); });
    Q_EMIT askedChanged();
}

void EventCatalogue::unwatch()
{
    m_isWatched = false;
    m_askCall.abandon();
    m_next.stop();
}

void EventCatalogue::askAgain()
{
    if (!m_isWatched)
        return;
    m_askCall.abandon();
    ask();
}

void EventCatalogue::ask()
{
    m_next.start(m_pause, [this] { ask(); });
    if (!m_failure) // after a failure ConnectionMonitor decides when to read again
        freshen();
    if (m_watched.isNull() || m_askCall.isPending())
        return;
    m_askCall =
        m_api.event(m_watched, this, [this, id = m_watched](const Result<Event> &result) { onAsked(id, result); });
}

void EventCatalogue::onAsked(const EventId &id, const Result<Event> &result)
{
    m_askCall = {};
    m_askFailure = result ? std::nullopt : std::optional(result.error());
    if (result) {
        m_asked = Asked::Answered;
        m_toldAt = m_clock.now();
        m_pause = pace;
        const Event *known = find(id);
        const bool isDifferent = !known || *known != *result;
        learn(*result);
        m_store.put(*result);
        if (isDifferent)
            Q_EMIT changed({id});
    } else {
        m_asked = result.error().kind == ErrorKind::NotFound ? Asked::Unknown : Asked::Failed;
        m_pause = std::min<Microseconds>(m_pause * 2, slowestPace);
    }
    m_next.start(m_pause, [this] { ask(); });
    Q_EMIT askedChanged();
}

std::optional<Instant> EventCatalogue::reportedAt() const
{
    return std::max(m_toldAt, m_catalogue->asOf);
}

} // namespace okoshko
