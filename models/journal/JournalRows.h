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

/// A column of a table: its name, and the conversion of an entry's field to and from it. Unknown words (of a later
/// version, or damaged) read as the safest value; impossible numbers and times read as absent.
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
[[nodiscard]] Columns<RecordEntry> recordColumns(); ///< without `who`, which the journal sets
[[nodiscard]] Columns<Issue> issueColumns();
[[nodiscard]] Columns<PrintJob> printColumns();
[[nodiscard]] Columns<BlankRange> blankRangeColumns();
[[nodiscard]] Columns<BlankUse> blankUseColumns();
[[nodiscard]] Columns<LegalNote> legalColumns();

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

/// Reads the entry from a row that begins with namesOf(\a columns).
template <class Entry>
[[nodiscard]] Entry fromRow(Columns<Entry> columns, const QSqlQuery &row)
{
    Entry entry;
    int at = 0;
    for (const Column<Entry> &column : columns)
        column.read(entry, row.value(at++));
    return entry;
}

/// Appends the rows of \a table selected by \a where (SQL after WHERE, with its order) to \a entries.
template <class Entry>
[[nodiscard]] Journaled<void> readAll(Database &database, const QString &table, Columns<Entry> columns,
                                      const QString &where, const QVariantList &values, QList<Entry> &entries)
{
    return withoutValue(database.run(
        QStringLiteral("SELECT %1 FROM %2 WHERE %3").arg(namesOf(columns).join(QStringLiteral(", ")), table, where),
        values, [&](const QSqlQuery &row) { entries << fromRow(columns, row); }));
}

[[nodiscard]] QVariant toColumn(const std::optional<Instant> &instant);
[[nodiscard]] std::optional<Instant> toOptionalInstant(const QVariant &column);
[[nodiscard]] QString toWord(IntentResult outcome);

/// Appends the lines of the record selected by \a where (SQL after WHERE) to \a lines, as they were written: the clock
/// may have been set between two of them.
[[nodiscard]] Journaled<void> readRecord(Database &database, const QString &where, const QVariantList &values,
                                         QList<RecordEntry> &lines);

/// A sale with its row id and counter.
struct SaleRow
{
    JournaledSale sale;
    QString counter; ///< the counter id
};

/// The sales selected by \a where (SQL after WHERE, with its order). Damaged rows without order id are skipped.
[[nodiscard]] Journaled<QList<SaleRow>> readSales(Database &database, const QString &where, const QVariantList &values);

} // namespace okoshko::journal
