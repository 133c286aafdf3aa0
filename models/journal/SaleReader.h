// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Database.h"
#include "models/journal/JournalEntries.h"

#include <QList>
#include <QString>
#include <QVariant>

namespace okoshko::journal {

/// A sale as its row has it, with its record.
struct SaleRow
{
    JournaledSale sale;
    QString counter; ///< whose it is
};

/// The sales of which \a where, SQL behind a WHERE, is true, in its order. A damaged row that names no order is passed
/// over.
[[nodiscard]] Journaled<QList<SaleRow>> readSales(Database &database, const QString &where, const QVariantList &values);

} // namespace okoshko::journal
