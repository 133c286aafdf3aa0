// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Database.h"
#include "models/journal/JournalStore.h"
#include "models/journal/PastQuery.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>

namespace okoshko::journal {

/// The index of past orders: FTS5 with trigrams over number, event title and ticket numbers, and keyed hashes of
/// barcodes. A row's id is the order's time of creation in microseconds, or the next that is free, so that the newest
/// come first and a day is a range of ids.
class PastIndex
{
public:
    /// For the life of \a database, which may be for reading only where nothing is put.
    explicit PastIndex(Database &database)
        : m_database(database)
    {
    }

    /// Keeps the numbers of \a tickets and, where there is a \a key, the hashes of their barcodes. put() follows.
    [[nodiscard]] Journaled<void> keep(const SaleTickets &tickets, const QByteArray &key);
    /// Brings the index up to what the tables hold about \a order; without a sale there is nothing to index.
    [[nodiscard]] Journaled<void> put(const OrderId &order);

    /// Puts sales of an older journal into the index, the newest first, in one transaction, until \a budget is used up
    /// or there are none left; tells whether there are more. Goes on where it was, also after a restart.
    [[nodiscard]] Journaled<bool> fill(std::chrono::milliseconds budget);

    /// Looks for \a text among all orders in the file; what it names as a whole comes first, then the newest. Words of
    /// one or two letters are looked for in the last 30 days only, or on the day that \a text names.
    [[nodiscard]] Journaled<PastSales> find(const QString &text, int limit, const QString &counter,
                                            const QByteArray &key) const;

private:
    [[nodiscard]] Journaled<qint64> freeKey(qint64 wanted);
    [[nodiscard]] Journaled<PastSales::Barcodes> barcodesFor(const QByteArray &key) const;
    [[nodiscard]] Journaled<QStringList> ordersOfBarcode(const QString &barcode, const QByteArray &key) const;
    /// Those whose number, id or ticket's number \a query is, as a whole; newest first.
    [[nodiscard]] Journaled<QStringList> ordersNamed(const PastQuery &query) const;
    [[nodiscard]] Journaled<QStringList> ordersOf(const PastQuery &query, int limit) const;
    [[nodiscard]] Journaled<Instant> recent() const;

    Database &m_database;
};

} // namespace okoshko::journal
