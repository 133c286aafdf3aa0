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
/// barcodes. A row's id is the order's creation time in microseconds, or the next free number, so that rows are sorted
/// by time and a day is a range of ids. Used on the database's thread.
class PastIndex
{
public:
    /// \a database must outlive this; it may be read-only for find().
    explicit PastIndex(Database &database)
        : m_database(database)
    {
    }

    /// Stores the numbers of \a tickets and, if there is a \a key, the hashes of their barcodes. Call put() afterwards.
    [[nodiscard]] Journaled<void> keep(const SaleTickets &tickets, const QByteArray &key);
    /// Updates the index for \a order from the tables; does nothing without a sale.
    [[nodiscard]] Journaled<void> put(const OrderId &order);

    /// Adds sales of an older journal, newest first, in one transaction, until \a budget is used up; returns whether
    /// there are more. Continues after a restart.
    [[nodiscard]] Journaled<bool> fill(std::chrono::milliseconds budget);

    /// Searches all orders in the file for \a text; exact matches first, then the newest. Words of one or two letters
    /// are searched in the last 30 days only, or on the day given in \a text.
    [[nodiscard]] Journaled<PastSales> find(const QString &text, int limit, const QString &counter,
                                            const QByteArray &key) const;

private:
    [[nodiscard]] Journaled<qint64> freeKey(qint64 wanted);
    [[nodiscard]] Journaled<PastSales::Barcodes> barcodesFor(const QByteArray &key) const;
    [[nodiscard]] Journaled<QStringList> ordersOfBarcode(const QString &barcode, const QByteArray &key) const;
    /// Orders whose number, id or ticket number equals \a query; newest first.
    [[nodiscard]] Journaled<QStringList> ordersNamed(const PastQuery &query) const;
    [[nodiscard]] Journaled<QStringList> ordersOf(const PastQuery &query, int limit) const;
    [[nodiscard]] Journaled<Instant> recent() const;

    Database &m_database;
};

} // namespace okoshko::journal
