// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Coverage.h"
#include "tests/simulation/InvariantChecker.h"

#include <optional>

namespace okoshko::sim {

/// One simulation, from the first buyer until everything must have settled.
struct SimRun
{
    std::optional<Violation> violation;
    QList<Choices::Draw> schedule; ///< the draws that were not ordinary
    Coverage coverage;
    quint64 steps = 0;
    QByteArray trace; ///< for a person who looks into a failure; where it was asked for

    enum class Telling { Short, Whole };

    [[nodiscard]] static SimRun run(Choices choices, Telling telling = Telling::Short);
};

} // namespace okoshko::sim
