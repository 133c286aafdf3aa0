// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/JournalError.h"

#include <QString>
#include <QVariant>

#include <tl/expected.hpp>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QSqlQuery)

namespace okoshko::journal {

/// A connection to an SQLite file, set to be durable: WAL, synchronous=FULL. Closes with its life.
class Database
{
public:
    template <class T>
    using Answer = tl::expected<T, JournalError>;
    using Row = std::function<void(const QSqlQuery &)>;

    Database();
    ~Database();

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] Answer<void> open(const QString &path);

    /// Runs one statement; \a take is given each row. Gives the last id that was inserted.
    [[nodiscard]] Answer<qint64> run(const QString &statement, const QVariantList &values = {}, const Row &take = {});
    /// The first column of the first row, or nothing valid.
    [[nodiscard]] Answer<QVariant> value(const QString &statement, const QVariantList &values = {});

    /// Runs \a work as one transaction: all of it is durable, or nothing happened. One within another joins it.
    [[nodiscard]] Answer<void> atOnce(const std::function<Answer<void>()> &work);

private:
    QString m_name; ///< of the connection in Qt's list
    bool m_inTransaction = false;
};

} // namespace okoshko::journal
