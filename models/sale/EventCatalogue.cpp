// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/EventCatalogue.h"

#include "models/api/TicketingApi.h"

#include <algorithm>

namespace okoshko {

EventCatalogue::EventCatalogue(TicketingApi &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

const Event *EventCatalogue::event(const EventId &id) const
{
    const auto it =
        std::find_if(m_events.cbegin(), m_events.cend(), [&id](const Event &candidate) { return candidate.id == id; });
    return it == m_events.cend() ? nullptr : &*it;
}

void EventCatalogue::refresh()
{
    if (m_call.isPending())
        return;
    m_before = m_state == State::Reading ? m_before : m_state;
    m_state = State::Reading;
    m_call = m_api.events(this, [this](const Result<QList<Event>> &result) { accept(result); });
    Q_EMIT stateChanged();
}

void EventCatalogue::stop()
{
    if (m_state != State::Reading)
        return;
    m_call.abandon();
    m_state = m_before;
    Q_EMIT stateChanged();
}

void EventCatalogue::accept(const Result<QList<Event>> &result)
{
    m_call = {};
    if (result) {
        m_state = State::Read;
        m_failure.reset();
        if (m_events != *result) {
            m_events = *result;
            Q_EMIT changed();
        }
    } else {
        m_state = m_before;
        m_failure = result.error();
    }
    Q_EMIT stateChanged();
    Q_EMIT readingEnded();
}

} // namespace okoshko
