// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace okoshko {

class ServerClock;

/// The common timer of all countdowns. Tests emit second() themselves.
class Ticker : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    /// A second of the server's time has begun.
    void second();
    /// The computer slept or the program was stopped: data may be out of date. second() follows at once.
    void slept();
};

/// Emits second() at the start of each second of the server's time. Lives on the main thread.
class SecondTicker final : public Ticker
{
    Q_OBJECT
public:
    /// A gap between two ticks of at least this length counts as a sleep.
    static constexpr std::chrono::seconds shortestSleep{5};

    /// \a clock must outlive this.
    explicit SecondTicker(const ServerClock &clock, QObject *parent = nullptr);

private:
    void arm();
    void fire();

    const ServerClock &m_clock;
    QTimer m_timer;
    std::chrono::microseconds m_armedAt{0}; ///< monotonic time
};

/// The remaining hold of an order, for a figure and a bar.
struct Countdown
{
    enum class Urgency { Calm, Urgent, Over };

    /// Default of the remaining time from which a countdown is urgent.
    static constexpr std::chrono::seconds usualUrgency{120};

    std::chrono::seconds left{0}; ///< rounded up, never negative: 0 only when the hold is over
    double fraction = 0;          ///< remaining part of the hold, 0 … 1
    Urgency urgency = Urgency::Over;

    /// Countdown of \a order at server time \a now; nothing if no hold runs. The hold is measured from the order's
    /// creation, and from its last change once the payment has started, as the payment system changes its end (vendor
    /// documentation).
    [[nodiscard]] static std::optional<Countdown> of(const Order &order, Instant now,
                                                     std::chrono::seconds urgentFrom = usualUrgency);

    friend bool operator==(const Countdown &, const Countdown &) = default;
};

} // namespace okoshko
