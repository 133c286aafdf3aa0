// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace okoshko {

class ServerClock;

/// The one timer for all countdowns and polls. A test emits second() itself.
class Ticker : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    /// A second of the server's time has begun.
    void second();
    /// The computer slept, or the program was stopped, for a while: what was known is old. second() follows at once.
    void slept();
};

/// Fires as the server's second turns, so that every figure on screen changes at the same moment.
class SecondTicker final : public Ticker
{
    Q_OBJECT
public:
    /// A pause between two seconds from here on is a sleep, no hiccup.
    static constexpr std::chrono::seconds shortestSleep{5};

    /// \a clock must outlive this.
    explicit SecondTicker(const ServerClock &clock, QObject *parent = nullptr);

private:
    void arm();
    void fire();

    const ServerClock &m_clock;
    QTimer m_timer;
    std::chrono::microseconds m_armedAt{0}; ///< by the clock's monotonic time
};

} // namespace okoshko
