// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Instant.h"

#include <QObject>

#include <functional>
#include <optional>

namespace okoshko {

/// The server's time, kept on a monotonic clock that goes on while the computer sleeps: setting the computer's clock,
/// its time zone or a suspend change nothing.
///
/// A `Date` header says the server's time in whole seconds at some moment between a request's sending and its
/// answer's arrival. Each answer so gives an interval in which the offset between the two clocks must lie;
/// intersecting the intervals narrows it far below a second. An answer that contradicts what was known (the server's
/// clock was set) starts anew.
///
/// Lives on the thread of its user.
class ServerClock : public QObject
{
    Q_OBJECT
public:
    /// Microseconds of a clock that only goes forward; a test gives its own. Empty: the computer's.
    using Monotonic = std::function<Microseconds()>;

    /// The computer's own time; a simulation gives its own.
    using Wall = std::function<Instant()>;

    explicit ServerClock(QObject *parent = nullptr);
    ServerClock(Monotonic monotonic, QObject *parent);
    /// \a wall is read once, here.
    ServerClock(Monotonic monotonic, const Wall &wall, QObject *parent);

    [[nodiscard]] Microseconds monotonicNow() const { return m_monotonic(); }

    /// An answer with the `Date` \a serverDate, asked at \a sent and received at \a received (both monotonicNow()).
    void addSample(Instant serverDate, Microseconds sent, Microseconds received);

    /// The computer has slept: what was known is a little less sure until the next answer.
    void noteSleep();

    /// False until the first sample; now() then is the computer's own time.
    [[nodiscard]] bool isSynchronised() const { return m_bounds.has_value(); }
    [[nodiscard]] Instant now() const;
    /// How far now() may be off: half the interval.
    [[nodiscard]] Microseconds uncertainty() const;

Q_SIGNALS:
    /// The offset was found or has moved by more than a second: what was computed from now() is to be computed again.
    void adjusted();

private:
    struct Bounds
    {
        Microseconds low;  ///< server time minus monotonic time is at least this …
        Microseconds high; ///< … and at most this
        Microseconds at;   ///< monotonic time of the sample; the bounds widen with age, for no two clocks run alike
    };

    [[nodiscard]] static Microseconds middle(const Bounds &bounds);
    [[nodiscard]] static Bounds aged(const Bounds &bounds, Microseconds now);

    Monotonic m_monotonic;
    Microseconds m_localOffset; ///< the computer's time minus monotonic time at the start
    std::optional<Bounds> m_bounds;
    Microseconds m_lastAnnounced{0}; ///< the offset at the last adjusted(): many small moves make a large one
};

} // namespace okoshko
