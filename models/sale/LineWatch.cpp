// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/LineWatch.h"

#include "models/api/ServerClock.h"
#include "models/sale/EventCatalogue.h"
#include "models/sale/PollPace.h"
#include "models/sale/SaleDesk.h"
#include "models/sale/Ticker.h"

#include <QRandomGenerator>

namespace okoshko {

LineWatch::LineWatch(const Places &places, QObject *parent)
    : QObject(parent)
    , m_places(places)
{
    connect(&places.catalogue, &EventCatalogue::stateChanged, this, &LineWatch::onReadingEnded);
    connect(&places.ticker, &Ticker::second, this, &LineWatch::onSecond);
    connect(&places.ticker, &Ticker::slept, this, &LineWatch::tryNow);
}

void LineWatch::setConnection(const ConnectionState &connection)
{
    using Health = ConnectionState::Health;
    const Health before = std::exchange(m_health, connection.health);
    switch (connection.health) {
    case Health::Untried:
        return;
    case Health::Refused:
        return setLine(Line::Refused, connection.lastError, 0);
    case Health::Offline:
        setLine(Line::Down, connection.lastError, 0);
        if (!m_state.nextTry && m_places.catalogue.state() != EventCatalogue::State::Reading)
            planNext(std::chrono::milliseconds(0));
        return;
    case Health::Online:
        if (before == Health::Offline && m_state.line != Line::Up)
            tryNow(); // something was answered: now everything else may be, too
        else if (before == Health::Refused && m_state.line == Line::Refused)
            planNext(std::chrono::milliseconds(0)); // soon, not at once: a key may be refused some things only
        return;
    }
}

void LineWatch::tryNow()
{
    m_state.nextTry.reset();
    m_places.catalogue.refresh();
    m_places.desk.loadOrders();
    Q_EMIT changed();
}

void LineWatch::onReadingEnded()
{
    if (m_places.catalogue.state() == EventCatalogue::State::Reading)
        return;
    const auto &failure = m_places.catalogue.failure();
    if (!failure)
        return setLine(Line::Up, std::nullopt, 0);
    if (failure->httpStatus == 401 || failure->httpStatus == 403)
        return setLine(Line::Refused, failure->kind, failure->httpStatus);
    if (!failure->isRetryable())
        return;
    setLine(failure->httpStatus == 0 ? Line::Down : Line::Troubled, failure->kind, failure->httpStatus);
    planNext(failure->retryAfter.value_or(std::chrono::seconds(0)));
}

void LineWatch::setLine(Line line, std::optional<ErrorKind> why, int httpStatus)
{
    const State before = m_state;
    m_state.line = line;
    m_state.why = why;
    m_state.httpStatus = httpStatus;
    if (line == Line::Up || line == Line::Refused) {
        m_tries = 0;
        m_state.nextTry.reset();
    }
    if (before != m_state)
        Q_EMIT changed();
    if (line == Line::Up && before.line != Line::Up) {
        m_places.desk.loadOrders();
        Q_EMIT cameBack();
    }
}

void LineWatch::planNext(std::chrono::milliseconds atLeast)
{
    const auto pause = backOff(firstPause, longestPause, m_tries++, QRandomGenerator::global()->generate());
    m_state.nextTry = m_places.clock.now() + std::max(pause, atLeast);
    Q_EMIT changed();
}

void LineWatch::onSecond()
{
    if (m_state.nextTry && *m_state.nextTry <= m_places.clock.now())
        tryNow();
}

} // namespace okoshko
