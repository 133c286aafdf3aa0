// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a journal, whose file may be damaged: every column may hold anything that SQLite can hold. A line is a
// column: `i…` a whole number, `r…` a fraction, `b…` bytes, `t…` a text, anything else NULL.
#include "models/journal/JournalRows.h"
#include "tests/fuzz/Body.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace okoshko;
using namespace Qt::StringLiterals;

namespace {

QVariant columnOf(const QByteArray &line)
{
    const QByteArray rest = line.mid(1);
    switch (line.isEmpty() ? '\0' : line.front()) {
    case 'i':
        return rest.toLongLong();
    case 'r':
        return rest.toDouble();
    case 'b':
        return rest;
    case 't':
        return QString::fromUtf8(rest);
    default:
        return {};
    }
}

/// Has SQLite hand \a values out as a row of \a columns columns, the missing ones NULL.
template <class Take>
void withRow(const QVariantList &values, qsizetype columns, Take take)
{
    QSqlQuery query(QSqlDatabase::database());
    query.setForwardOnly(true); // no cache of its rows, which takes longer than all the rest
    query.prepare(u"SELECT ?"_s + u", ?"_s.repeated(columns - 1));
    for (qsizetype i = 0; i < columns; ++i)
        query.addBindValue(values.value(i));
    fuzz::require(query.exec() && query.next(), "SQLite gives back what it was given");
    take(query);
}

void check(const ReserveRequest &request)
{
    fuzz::requireBounds(request.event);
    for (const WantedTickets &part : request.random) {
        fuzz::requireBounds(part.set);
        fuzz::requireCount(part.count);
    }
    fuzz::requireCount(request.wantedCount());
}

void check(const JournaledSale &sale)
{
    const Order &order = sale.order;
    fuzz::requireBounds(order.id);
    for (const auto &time : {order.createdAt, order.updatedAt, order.reservedTill, sale.paymentStartedAt})
        fuzz::requireBounds(time);
    for (const Money sum : {order.value, order.valueExtra, order.nominal, order.discount})
        fuzz::requireBounds(sum);
    check(sale.request);
}

void check(const Intent &intent)
{
    fuzz::requireBounds(intent.order);
    fuzz::requireBounds(std::optional(intent.at));
    check(intent.request);
}

void check(const Issue &entry)
{
    fuzz::requireBounds(entry.order);
    fuzz::requireBounds(std::optional(entry.since));
    fuzz::requireCount(entry.wanted);
    fuzz::requireCount(entry.got);
}

/// What was read is in bounds; written and read again it is the same.
template <class Entry>
void checkRow(const QVariantList &values, journal::Columns<Entry> columns)
{
    const auto count = static_cast<qsizetype>(columns.size());
    withRow(values, count, [&](const QSqlQuery &row) {
        const Entry entry = journal::fromRow(columns, row);
        check(entry);
        const QVariantList written = journal::toRow(columns, entry);
        withRow(written, count, [&](const QSqlQuery &again) {
            // A state that we have no name for is kept as such, not by the server's word: so not the entries
            // themselves.
            fuzz::require(journal::toRow(columns, journal::fromRow(columns, again)) == written,
                          "an entry that is written again reads the same");
        });
    });
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static const QCoreApplication application(*argc, *argv); // Qt finds its database drivers by it
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s);
    database.setDatabaseName(u":memory:"_s);
    fuzz::require(database.open(), "SQLite is there");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QVariantList values;
    for (const QByteArray &line : fuzz::bytesOf(data, size).split('\n'))
        values.append(columnOf(line));
    checkRow(values, journal::saleColumns());
    checkRow(values, journal::intentColumns());
    checkRow(values, journal::issueColumns());
    return 0;
}
