// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/SimRun.h"

namespace okoshko::sim {

/// Takes draws out of \a schedule, whole blocks first, as long as a run of what is left still fails in the same way; in
/// the end none can go. Gives what is left.
[[nodiscard]] QList<Choices::Draw> shrunk(QList<Choices::Draw> schedule, const QByteArray &invariant, int maxRuns);

} // namespace okoshko::sim
