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

/// Monitors the connection to the server. While it is down, retries with growing pauses, which keep growing while the
/// connection is unstable. When it is back, and after the computer has slept, reads everything again. Lives on the main
/// thread.
class ConnectionMonitor final : public QObject
{
    Q_OBJECT
public:
    enum class Line {
        Up,
        Down,     ///< no answer
        Troubled, ///< the server answers with errors
        Refused,  ///< the key is not accepted: no retry before it is replaced
    };

    struct State
    {
        Line line = Line::Up;
        std::optional<ApiError> why;    ///< nothing while up
        std::optional<Instant> nextTry; ///< server time, for display; nothing during a retry

        friend bool operator==(const State &, const State &) = default;
    };

    /// All references must outlive this.
    ConnectionMonitor(SaleService &service, EventCatalogue &catalogue, const ServerClock &clock, Scheduler &scheduler,
                      QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    /// The state last set by setConnection().
    [[nodiscard]] const ConnectionState &connection() const { return m_connection; }
    void setConnection(const ConnectionState &connection);
    /// Retries at once.
    void tryNow();

    RetryPolicy policy{std::chrono::milliseconds(2000), std::chrono::milliseconds(30000), 0};

Q_SIGNALS:
    void changed(); ///< state() has changed
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
