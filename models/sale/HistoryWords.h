// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/JournalEntries.h"
#include "models/sale/Sale.h"

namespace okoshko {

// How an entry of an order's timeline stands in the journal's record, and back.

[[nodiscard]] RecordEntry toRecord(const HistoryEntry &entry, const OrderId &order);
/// Nothing for a word that this program does not know (a newer one's).
[[nodiscard]] std::optional<HistoryEntry> toHistory(const RecordEntry &entry);

} // namespace okoshko
