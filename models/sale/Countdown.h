// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

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

/// How long an order is still held, as a figure and a bar show it.
struct Countdown
{
    enum class Urgency { Calm, Urgent, Over };

    /// From here on a countdown is urgent, unless the settings say otherwise.
    static constexpr std::chrono::seconds usualUrgency{120};

    std::chrono::seconds left{0}; ///< rounded up, never below zero: 00:00 is shown only once the time is over
    double fraction = 0;          ///< of the hold, 0 … 1
    Urgency urgency = Urgency::Over;

    /// Of \a order at server time \a now; nothing where no hold runs. The hold is measured from the order's creation,
    /// and from its last change once the payment has started, for the payment system moves its end (vendor
    /// documentation).
    [[nodiscard]] static std::optional<Countdown> of(const Order &order, Instant now,
                                                     std::chrono::seconds urgentFrom = usualUrgency);

    friend bool operator==(const Countdown &, const Countdown &) = default;
};

} // namespace okoshko
