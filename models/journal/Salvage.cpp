// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Salvage.h"

#include "models/journal/Database.h"

#include <QSqlQuery>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace okoshko::journal {

namespace {

/// A table, and the columns by which its rows are in order.
struct Table
{
    QLatin1StringView name;
    QLatin1StringView order;
};

// Of all versions: a table that a version does not have is passed over.
constexpr std::array tables{
    Table{"counters"_L1, "rowid"_L1},  Table{"sales"_L1, "rowid"_L1},
    Table{"intents"_L1, "rowid"_L1},   Table{"issues"_L1, "rowid"_L1},
    Table{"unsettled"_L1, "rowid"_L1}, Table{"record"_L1, "rowid"_L1},
    Table{"tickets"_L1, "rowid"_L1},   Table{"barcodes"_L1, "mark, order_id"_L1},
};

QStringList columnsOf(Database &database, QLatin1StringView table)
{
    QStringList columns;
    static_cast<void>(database.run(u"SELECT name FROM pragma_table_info(?) WHERE name <> 'past_key'"_s,
                                   {QString(table)},
                                   [&columns](const QSqlQuery &row) { columns << row.value(0).toString(); }));
    return columns;
}

/// Gives what keeps \a to from being written. A row that it refuses, a damaged one, is passed over.
Database::Answer<void> copyRows(Database &from, Database &to, const Table &table, const QStringList &columns,
                                const QString &direction)
{
    const QString names = columns.join(u", "_s);
    const QString insert =
        u"INSERT OR IGNORE INTO %1 (%2) VALUES (?%3)"_s.arg(table.name, names, u", ?"_s.repeated(columns.size() - 1));
    const QString order = QString(table.order).replace(u","_s, u' ' + direction + u',') + u' ' + direction;
    Database::Answer<void> copied;
    // An error ends the reading and is the end of what can be read from this side.
    static_cast<void>(from.run(
        u"SELECT %1 FROM %2 NOT INDEXED ORDER BY %3"_s.arg(names, table.name, order), {}, [&](const QSqlQuery &row) {
            if (!copied)
                return;
            QVariantList values;
            for (int column = 0; column < columns.size(); ++column)
                values << (row.isNull(column) ? QVariant() : row.value(column)); // a NULL comes as a text
            const auto ran = to.run(insert, values);
            if (!ran && ran.error().kind != JournalError::Kind::Failed)
                copied = tl::unexpected(ran.error());
        }));
    return copied;
}

} // namespace

Database::Answer<qint64> salvage(Database &damaged, Database &fresh)
{
    qint64 rows = 0;
    for (const Table &table : tables) {
        const QStringList columns = columnsOf(fresh, table.name);
        if (columns.isEmpty())
            continue;
        const auto copied = fresh.atOnce([&]() -> Database::Answer<void> {
            if (auto forwards = copyRows(damaged, fresh, table, columns, u"ASC"_s); !forwards)
                return forwards;
            return copyRows(damaged, fresh, table, columns, u"DESC"_s); // what was there already is ignored
        });
        if (!copied)
            return tl::unexpected(copied.error());
        rows += fresh.value(u"SELECT count(*) FROM %1"_s.arg(table.name)).value_or(QVariant(0)).toLongLong();
    }
    return rows;
}

} // namespace okoshko::journal
