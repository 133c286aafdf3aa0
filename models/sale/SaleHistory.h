// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/JournalStore.h"
#include "models/sale/Sale.h"

#include <optional>

namespace okoshko {

/// Whether this counter requested a reported change of status.
enum class OwnRequest {
    None,     ///< not requested here
    Possible, ///< requested earlier and given up: a late effect, or another's change
    Open,     ///< an open intent requested it, and its effect was not seen before
    Answered, ///< reported in the answer to the request
};

/// The timeline entry for a status reported in \a after. \a ownRequest: whether this counter requested it; \a by: the
/// step that was answered (Step::Read for a reading). Nothing if there is no entry.
[[nodiscard]] std::optional<HistoryEntry> whatHappened(const Sale &before, const Order &after, OwnRequest ownRequest,
                                                       Step by, Instant now);

/// The first entry of a new order's timeline.
[[nodiscard]] HistoryEntry howItBegan(const Order &order, const ReserveRequest &request, Instant now);

/// The word of \a step in records and reports.
[[nodiscard]] QString toWord(Step step);

// Converts an entry to the journal's record and back; nothing for unknown words.
[[nodiscard]] RecordEntry toRecord(const HistoryEntry &entry, const OrderId &order);
[[nodiscard]] std::optional<HistoryEntry> toHistory(const RecordEntry &entry);

} // namespace okoshko
