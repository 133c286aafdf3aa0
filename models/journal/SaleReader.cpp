// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/SaleReader.h"

#include "models/journal/JournalRows.h"

using namespace Qt::StringLiterals;

namespace okoshko::journal {

namespace {

Journaled<qint64> readRecord(Database &database, JournaledSale &sale)
{
    const QString names = namesOf(recordColumns()).join(u", "_s);
    const int who = static_cast<int>(recordColumns().size());
    return database.run(u"SELECT %1, who FROM record WHERE order_id = ? ORDER BY at, seq"_s.arg(names),
                        {sale.order.id.toString()}, [&sale, who](const QSqlQuery &row) {
                            RecordEntry entry = fromRow(recordColumns(), row);
                            entry.who = row.value(who).toString();
                            sale.record << entry;
                        });
}

} // namespace

Journaled<QList<SaleRow>> readSales(Database &database, const QString &where, const QVariantList &values)
{
    const QString names = namesOf(saleColumns()).join(u", "_s);
    const int counter = static_cast<int>(saleColumns().size());
    QList<SaleRow> sales;
    const auto read = database.run(u"SELECT %1, counter FROM sales WHERE %2"_s.arg(names, where), values,
                                   [&sales, counter](const QSqlQuery &row) {
                                       const auto sale = fromRow(saleColumns(), row);
                                       if (!sale.order.id.isNull())
                                           sales.append({sale, row.value(counter).toString()});
                                   });
    if (!read)
        return tl::unexpected(read.error());
    for (SaleRow &row : sales) {
        if (const auto record = readRecord(database, row.sale); !record)
            return tl::unexpected(record.error());
    }
    return sales;
}

} // namespace okoshko::journal
