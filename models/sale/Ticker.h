// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

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
};

/// Fires as the server's second turns, so that every figure on screen changes at the same moment.
class SecondTicker final : public Ticker
{
    Q_OBJECT
public:
    /// \a clock must outlive this.
    explicit SecondTicker(const ServerClock &clock, QObject *parent = nullptr);

private:
    void arm();
    void fire();

    const ServerClock &m_clock;
    QTimer m_timer;
};

} // namespace okoshko
