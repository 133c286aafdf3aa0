// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Coverage.h"

#include <QByteArray>
#include <QMap>

namespace okoshko::sim {

/// What came of many runs.
struct PoolResult
{
    quint64 runs = 0;
    quint64 steps = 0;
    qint64 milliseconds = 0;
    Coverage coverage;
    QMap<QByteArray, quint64> violated; ///< by invariant: how often
    QByteArray failures;                ///< the first of each: seed, invariant, shrunk schedule
};

/// Runs the seeds \a from … \a from + \a runs - 1 in \a workers processes. The first failure of each invariant is
/// shrunk and kept in \a folder, where it is not empty.
[[nodiscard]] PoolResult runSeeds(quint64 from, quint64 runs, int workers, const QByteArray &folder = {});

} // namespace okoshko::sim
