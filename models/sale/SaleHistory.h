// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"

#include <optional>

namespace okoshko {

/// What the timeline of \a before gains when the server tells \a after in answer to the step \a by (Step::Read when it
/// was only asked). Nothing where the state stayed as it was.
[[nodiscard]] std::optional<HistoryEntry> whatHappened(const Order &before, const Order &after, Step by, Instant now);

/// How the timeline of a new order begins.
[[nodiscard]] HistoryEntry howItBegan(const Order &order, const ReserveRequest &request, Instant now);

} // namespace okoshko
