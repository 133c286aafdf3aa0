// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/ConnectionMonitor.h"

#include "models/api/ServerClock.h"
#include "models/sale/EventCatalogue.h"
#include "models/sale/SaleService.h"

#include <QRandomGenerator>

namespace okoshko {

namespace {

constexpr std::chrono::seconds steady{30}; ///< after so long without failure the retries begin with the shortest pause

} // namespace

ConnectionMonitor::ConnectionMonitor(SaleService &service, EventCatalogue &catalogue, const ServerClock &clock,
                                     Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_retry(scheduler)
{
    connect(&catalogue, &EventCatalogue::readingEnded, this, &ConnectionMonitor::onReadingEnded);
}

void ConnectionMonitor::setConnection(const ConnectionState &connection)
{
    const ConnectionState before = std::exchange(m_connection, connection);
    takeHealth(before.health);
    Q_EMIT connectionChanged(connection);
}

void ConnectionMonitor::takeHealth(ConnectionState::Health before)
{
    using Health = ConnectionState::Health;
    const ApiError why{.kind = m_connection.lastError.value_or(ErrorKind::NoConnection)};
    switch (m_connection.health) {
    case Health::Untried:
        return;
    case Health::Refused:
        return setLine(Line::Refused, why);
    case Health::Offline:
        setLine(Line::Down, why);
        if (!m_retry.isWaiting() && m_catalogue.state() != EventCatalogue::State::Reading)
            planNext(std::nullopt);
        return;
    case Health::Online:
        // A request was answered, so others may succeed: retry now. If the connection is unstable, at the planned time.
        if (before == Health::Offline && m_state.line != Line::Up && m_retry.tries() <= 1)
            tryNow();
        else if (before == Health::Refused && m_state.line == Line::Refused)
            planNext(std::nullopt); // not at once: the key may be refused for some requests only
        return;
    }
}

void ConnectionMonitor::tryNow()
{
    m_retry.cancel();
    m_state.nextTry.reset();
    m_catalogue.refresh();
    m_service.loadOrders();
    Q_EMIT changed();
}

void ConnectionMonitor::onReadingEnded()
{
    const auto &failure = m_catalogue.failure();
    if (!failure)
        return setLine(Line::Up, std::nullopt);
    if (failure->httpStatus == 401)
        return setLine(Line::Refused, failure);
    // Every error may be temporary: a network's login page, server maintenance.
    setLine(failure->httpStatus == 0 ? Line::Down : Line::Troubled, failure);
    planNext(failure->retryAfter);
}

void ConnectionMonitor::setLine(Line line, const std::optional<ApiError> &why)
{
    const State before = m_state;
    m_state.line = line;
    m_state.why = why;
    if (line == Line::Up || line == Line::Refused) {
        m_retry.cancel();
        m_state.nextTry.reset();
    }
    if (before.line == Line::Up && line != Line::Up && m_scheduler.now() - m_upSince >= steady)
        m_retry.reset();
    if (before.line != Line::Up && line == Line::Up)
        m_upSince = m_scheduler.now();
    if (before != m_state)
        Q_EMIT changed();
    if (line == Line::Up && before.line != Line::Up) {
        m_service.retryNow();
        m_service.loadOrders();
    }
}

void ConnectionMonitor::planNext(std::optional<std::chrono::seconds> retryAfter)
{
    static_cast<void>(
        m_retry.again(policy, QRandomGenerator::global()->generate(), retryAfter, std::nullopt, [this] { tryNow(); }));
    m_state.nextTry = m_clock.now() + (m_retry.due() - m_scheduler.now());
    Q_EMIT changed();
}

} // namespace okoshko
