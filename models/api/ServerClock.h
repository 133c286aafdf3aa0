// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Instant.h"

#include <QObject>

#include <functional>
#include <optional>

namespace okoshko {

/// The server's time in microseconds, derived from a monotonic clock that continues while the computer sleeps. Changes
/// of the computer's clock or time zone have no effect.
///
/// A `Date` header is the server's time in whole seconds, taken between sending the request and receiving the answer.
/// Each answer gives an interval for the offset between the two clocks; the intersection of the intervals is far below
/// a second. An answer that contradicts it (the server's clock was set) replaces it.
///
/// Not thread-safe: used on one thread.
class ServerClock : public QObject
{
    Q_OBJECT
public:
    /// Microseconds of a monotonic clock; empty = the computer's.
    using Monotonic = std::function<Microseconds()>;

    /// The computer's wall clock.
    using Wall = std::function<Instant()>;

    explicit ServerClock(QObject *parent = nullptr);
    ServerClock(Monotonic monotonic, QObject *parent);
    /// \a wall is read once, in the constructor.
    ServerClock(Monotonic monotonic, const Wall &wall, QObject *parent);

    [[nodiscard]] Microseconds monotonicNow() const { return m_monotonic(); }

    /// Adds an answer with the `Date` \a serverDate; \a sent and \a received are monotonicNow() at its request and
    /// arrival.
    void addSample(Instant serverDate, Microseconds sent, Microseconds received);

    /// The computer has slept: increases the uncertainty until the next answer.
    void noteSleep();

    /// False until the first sample; until then now() is the computer's time.
    [[nodiscard]] bool isSynchronised() const { return m_bounds.has_value(); }
    [[nodiscard]] Instant now() const;
    /// Maximal error of now(): half the interval.
    [[nodiscard]] Microseconds uncertainty() const;

Q_SIGNALS:
    /// The offset was found or has changed by more than a second: values computed from now() are out of date.
    void adjusted();

private:
    struct Bounds
    {
        Microseconds low;  ///< server time minus monotonic time is at least this …
        Microseconds high; ///< … and at most this
        Microseconds at;   ///< monotonic time of the sample; the bounds widen with age, because of clock drift
    };

    [[nodiscard]] static Microseconds middle(const Bounds &bounds);
    [[nodiscard]] static Bounds aged(const Bounds &bounds, Microseconds now);

    Monotonic m_monotonic;
    Microseconds m_localOffset; ///< the computer's time minus monotonic time at the start
    std::optional<Bounds> m_bounds;
    Microseconds m_lastAnnounced{0}; ///< the offset at the last adjusted(); small changes add up
};

} // namespace okoshko
