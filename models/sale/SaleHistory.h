// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/JournalStore.h"
#include "models/sale/Sale.h"

#include <optional>

namespace okoshko {

/// Whether what the server tells is of this counter's doing.
enum class OwnRequest {
    None,     ///< nothing was asked for that would do this
    Possible, ///< it was asked for once, and that was given up: a late effect, or somebody else
    Open,     ///< an intent is open that wanted just this, and its effect was not seen before
    Answered, ///< the answer to what was asked for
};

/// What the timeline of \a before gains when the server tells the status \a to. \a ownRequest: whether this counter
/// asked for just this; \a by: in answer to which step (Step::Read when it was only asked). Nothing where nothing
/// happened.
[[nodiscard]] std::optional<HistoryEntry> whatHappened(const Sale &before, const Order &after, OwnRequest ownRequest,
                                                       Step by, Instant now);

/// How the timeline of a new order begins.
[[nodiscard]] HistoryEntry howItBegan(const Order &order, const ReserveRequest &request, Instant now);

// How an entry stands in the journal's record, and back; nothing for a word that this program does not know.
[[nodiscard]] RecordEntry toRecord(const HistoryEntry &entry, const OrderId &order);
[[nodiscard]] std::optional<HistoryEntry> toHistory(const RecordEntry &entry);

} // namespace okoshko
