// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Instant.h"

#include <QList>

#include <chrono>
#include <functional>

namespace okoshko::test {

struct Rig;

/// The time of counters and of their server. It runs as the computer's does; and while a test waits, and nothing is
/// under way that could bring about what it waits for, it is moved on to what a counter has planned. The time that an
/// answer may take is always the computer's.
class QuickTime final
{
public:
    using Move = std::function<void(std::chrono::milliseconds)>;
    explicit QuickTime(Move moveServer); ///< returns when it is done

    [[nodiscard]] Microseconds now() const;
    void pass(std::chrono::milliseconds time);
    /// Waits until \a condition holds. False where it does not come.
    [[nodiscard]] bool comes(const std::function<bool()> &condition);

    // For the rigs.
    void add(Rig &rig) { m_rigs << &rig; }
    void remove(Rig &rig) { m_rigs.removeOne(&rig); }

private:
    [[nodiscard]] bool isQuiet() const;
    [[nodiscard]] std::chrono::milliseconds untilNext() const;

    Move m_moveServer;
    QList<Rig *> m_rigs;
    Microseconds m_passed{0};
};

} // namespace okoshko::test
