// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/Connection.h"
#include "models/sale/Retry.h"

#include <QObject>

#include <optional>

namespace okoshko {

class EventCatalogue;
class SaleService;
class ServerClock;
class Ticker;

/// Watches the connection to the server: when it is down, asks again at growing pauses, which go on growing
/// while the line comes and goes, and when it is back, reads everything anew; so it does when the computer has slept.
/// What the cashier does meanwhile is not disturbed. Lives on the thread of the rules of selling.
class ConnectionMonitor final : public QObject
{
    Q_OBJECT
public:
    enum class Line {
        Up,
        Down,     ///< nobody answers
        Troubled, ///< the server answers that it cannot
        Refused,  ///< it does not accept the key: no use in asking again before the key is right
    };

    struct State
    {
        Line line = Line::Up;
        std::optional<ApiError> why;    ///< nothing while it is up
        std::optional<Instant> nextTry; ///< server time, for showing; nothing while one is under way

        friend bool operator==(const State &, const State &) = default;
    };

    /// All must outlive this.
    ConnectionMonitor(SaleService &service, EventCatalogue &catalogue, const ServerClock &clock, Scheduler &scheduler,
                      QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    /// What is known of the connection itself, as it was set last.
    [[nodiscard]] const ConnectionState &connection() const { return m_connection; }
    void setConnection(const ConnectionState &connection);
    /// Asks at once, whatever was planned.
    void tryNow();

    RetryPolicy policy{std::chrono::milliseconds(2000), std::chrono::milliseconds(30000), 0};

Q_SIGNALS:
    void changed(); ///< of state()
    void connectionChanged(const okoshko::ConnectionState &connection);

private:
    void takeHealth(ConnectionState::Health before);
    void onReadingEnded();
    void setLine(Line line, const std::optional<ApiError> &why);
    void planNext(std::optional<std::chrono::seconds> retryAfter);

    SaleService &m_service;
    EventCatalogue &m_catalogue;
    const ServerClock &m_clock;
    Scheduler &m_scheduler;
    State m_state;
    ConnectionState m_connection;
    Retry m_retry;
    Microseconds m_upSince = -std::chrono::hours(1); ///< monotonic
};

} // namespace okoshko
