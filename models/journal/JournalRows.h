// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Database.h"
#include "models/journal/JournalStore.h"

#include <QList>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <span>

namespace okoshko::journal {

/// A column of a table: its name, and how an entry stands in it. Words that a later version wrote, or that were
/// damaged, read as the most careful value; numbers and times that no server could have told read as none.
template <class Entry>
struct Column
{
    const char *name;
    QVariant (*write)(const Entry &);
    void (*read)(Entry &, const QVariant &);
};
template <class Entry>
using Columns = std::span<const Column<Entry>>;

[[nodiscard]] Columns<Intent> intentColumns();
[[nodiscard]] Columns<JournaledSale> saleColumns(); ///< without the record
[[nodiscard]] Columns<RecordEntry> recordColumns(); ///< without `who`, which is the journal's when it writes
[[nodiscard]] Columns<Issue> issueColumns();

template <class Entry>
[[nodiscard]] QStringList namesOf(Columns<Entry> columns)
{
    QStringList names;
    for (const Column<Entry> &column : columns)
        names << QString::fromLatin1(column.name);
    return names;
}

template <class Entry>
[[nodiscard]] QVariantList toRow(Columns<Entry> columns, const Entry &entry)
{
    QVariantList row;
    for (const Column<Entry> &column : columns)
        row << column.write(entry);
    return row;
}

/// The entry in a row of namesOf(\a columns), which may have more columns behind them.
template <class Entry>
[[nodiscard]] Entry fromRow(Columns<Entry> columns, const QSqlQuery &row)
{
    Entry entry;
    int at = 0;
    for (const Column<Entry> &column : columns)
        column.read(entry, row.value(at++));
    return entry;
}

[[nodiscard]] QVariant toColumn(const std::optional<Instant> &instant);
[[nodiscard]] std::optional<Instant> toOptionalInstant(const QVariant &column);
[[nodiscard]] QString toWord(IntentResult outcome);

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
