// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/JournalError.h"

#include <QString>
#include <QVariant>

#include <tl/expected.hpp>

#include <functional>
#include <optional>
#include <utility>

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

    /// An error (Vanished) once the file is no longer the one that was opened: SQLite itself goes on writing to a file
    /// that was deleted.
    [[nodiscard]] Answer<void> isInPlace() const;

private:
    /// Which file it is, whatever its name: device and number.
    using FileId = std::pair<quint64, quint64>;
    [[nodiscard]] static std::optional<FileId> fileAt(const QString &path);
    [[nodiscard]] Answer<qint64> execute(const QString &statement, const QVariantList &values, const Row &take);

    QString m_name; ///< of the connection in Qt's list
    QString m_path;
    std::optional<FileId> m_file; ///< nothing until it is open
    bool m_inTransaction = false;
};

} // namespace okoshko::journal
