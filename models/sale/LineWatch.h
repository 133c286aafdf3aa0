// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/Connection.h"
#include "models/domain/Instant.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace okoshko {

class EventCatalogue;
class SaleDesk;
class ServerClock;
class Ticker;

/// Watches the line to the server: when it is down, asks again at growing pauses, and when it is back, reads everything
/// anew; so it does when the computer has slept. What the cashier does meanwhile is not disturbed. Lives on the desk's
/// thread.
class LineWatch final : public QObject
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
        std::optional<ErrorKind> why;
        int httpStatus = 0;
        std::optional<Instant> nextTry; ///< server time; nothing while one is under way

        friend bool operator==(const State &, const State &) = default;
    };

    struct Places ///< all must outlive this
    {
        SaleDesk &desk;
        EventCatalogue &catalogue;
        const ServerClock &clock;
        Ticker &ticker;
    };

    explicit LineWatch(const Places &places, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    void setConnection(const ConnectionState &connection);
    /// Asks at once, whatever was planned.
    void tryNow();

    std::chrono::milliseconds firstPause{2000};
    std::chrono::milliseconds longestPause{30000};

Q_SIGNALS:
    void changed();
    void cameBack();

private:
    void onReadingEnded();
    void onSecond();
    void setLine(Line line, std::optional<ErrorKind> why, int httpStatus);
    void planNext(std::chrono::milliseconds atLeast);

    Places m_places;
    State m_state;
    ConnectionState::Health m_health = ConnectionState::Health::Untried;
    int m_tries = 0;
};

} // namespace okoshko
