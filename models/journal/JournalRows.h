// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Unsettled.h"
#include "models/journal/JournalEntries.h"

#include <QVariant>

QT_FORWARD_DECLARE_CLASS(QSqlQuery)

// How the journal's entries stand in their tables' columns (Schema.cpp). Words that a later version wrote, or that were
// damaged, read as the most careful value; numbers and times that no server could have told read as none.

namespace okoshko::journal {

[[nodiscard]] QVariant toColumn(const std::optional<Instant> &instant);
[[nodiscard]] std::optional<Instant> toOptionalInstant(const QVariant &column);
[[nodiscard]] QString toColumn(const QList<OrderId> &ids);

[[nodiscard]] QString toWord(Outcome outcome);
[[nodiscard]] QString toWord(Unsettled::Kind kind);

[[nodiscard]] Owner toOwner(const QSqlQuery &row); ///< server, mark of the key, partner, whether there are sales

[[nodiscard]] QString intentColumns();
[[nodiscard]] QVariantList toRow(const Intent &intent);
[[nodiscard]] Intent toIntent(const QSqlQuery &row); ///< `id`, then intentColumns()

[[nodiscard]] QString saleColumns();
[[nodiscard]] QVariantList toRow(const JournaledSale &sale);
[[nodiscard]] JournaledSale toSale(const QSqlQuery &row);

[[nodiscard]] QString unsettledColumns();
[[nodiscard]] QVariantList toRow(const Unsettled &entry);
[[nodiscard]] Unsettled toUnsettled(const QSqlQuery &row); ///< `id`, then unsettledColumns()

/// As many `?` as \a columns has names.
[[nodiscard]] QString placeholders(const QString &columns);

} // namespace okoshko::journal
