// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Salvage.h"

#include "models/journal/Database.h"
#include "models/journal/JournalRows.h"
#include "models/journal/Schema.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace okoshko::journal {

namespace {

qint64 copyRows(Database &from, Database &to, const Table &table, const QString &direction)
{
    const auto columns = table.columns.count(u',') + 1;
    const QString insert =
        u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(table.name, table.columns, placeholders(table.columns));
    qint64 copied = 0;
    // An error ends the reading and is the end of what can be read from this side.
    static_cast<void>(from.run(u"SELECT %1 FROM %2 NOT INDEXED ORDER BY rowid %3"_s.arg(table.columns, table.name, direction),
                               {}, [&](const QSqlQuery &row) {
                                   QVariantList values;
                                   for (int column = 0; column < columns; ++column)
                                       values << row.value(column);
                                   if (to.run(insert, values))
                                       ++copied;
                               }));
    return copied;
}

} // namespace

qint64 salvage(const QString &damaged, Database &fresh)
{
    Database old;
    if (!old.open(damaged))
        return 0;
    for (const Table &table : salvagedTables()) {
        static_cast<void>(fresh.atOnce([&]() -> Database::Answer<void> {
            copyRows(old, fresh, table, u"ASC"_s);
            copyRows(old, fresh, table, u"DESC"_s); // what was there already is ignored
            return {};
        }));
    }
    qint64 rows = 0;
    for (const Table &table : salvagedTables())
        rows += fresh.value(u"SELECT count(*) FROM %1"_s.arg(table.name)).value_or(QVariant(0)).toLongLong();
    return rows;
}

} // namespace okoshko::journal
