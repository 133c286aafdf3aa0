// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Shrinker.h"

#include <algorithm>

namespace okoshko::sim {

QList<Choices::Draw> shrunk(QList<Choices::Draw> schedule, const QByteArray &invariant, int maxRuns)
{
    const auto fails = [&](const QList<Choices::Draw> &draws) -> std::optional<QList<Choices::Draw>> {
        --maxRuns;
        const SimRun run = SimRun::run(Choices(draws));
        if (run.violation && run.violation->invariant == invariant)
            return run.schedule; // what is not drawn any more has gone with it
        return std::nullopt;
    };
    qsizetype block = std::max<qsizetype>(schedule.size() / 2, 1);
    bool hasShrunk = false;
    for (;;) {
        for (qsizetype at = schedule.size() - block; at > -block && maxRuns > 0; at -= block) {
            QList<Choices::Draw> less = schedule;
            const qsizetype begin = std::max<qsizetype>(at, 0);
            less.remove(begin, std::min(block + std::min<qsizetype>(at, 0), less.size() - begin));
            if (less.size() == schedule.size())
                continue;
            if (const auto left = fails(less); left && left->size() < schedule.size()) {
                schedule = *left;
                hasShrunk = true;
                at = std::min(at, schedule.size());
            }
        }
        if (maxRuns <= 0)
            break;
        if (block > 1)
            block /= 2;
        else if (!std::exchange(hasShrunk, false))
            break;
    }
    // Then the values that are left, towards the ordinary.
    for (qsizetype i = 0; i < schedule.size() && maxRuns > 0; ++i) {
        for (int value = 1; value < schedule.at(i).value && maxRuns > 0; ++value) {
            QList<Choices::Draw> simpler = schedule;
            simpler[i].value = value;
            const auto left = fails(simpler);
            if (left && left->size() <= schedule.size() && i < left->size()) {
                schedule = *left;
                break;
            }
            if (value >= 3)
                break;
        }
    }
    return schedule;
}

} // namespace okoshko::sim
