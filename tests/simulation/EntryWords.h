// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/JournalStore.h"

namespace okoshko::sim {

/// An entry of the journal as it stands in what is told of a run.
[[nodiscard]] QString wordOf(const JournalEntry &entry);

} // namespace okoshko::sim
