// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/StorageError.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <tl/expected.hpp>

#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>

namespace okoshko::journal {

/// A connection to an SQLite file, closed by the destructor. Used on the thread that opened it; errors are JournalError
/// values.
class Database
{
public:
    template <class T>
    using Answer = tl::expected<T, JournalError>;
    using Row = std::function<void(const QSqlQuery &)>;

    enum class Mode {
        Durable,  ///< WAL, synchronous=FULL: what was committed survives a power cut
        ReadOnly, ///< a second connection beside the durable one, which must be open
        Copy,     ///< WAL, synchronous=NORMAL: a power cut loses the latest rows, and damages none
    };

    Database();
    ~Database();

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Unwritable if \a path is not a regular file; opening a pipe would block.
    [[nodiscard]] static Answer<void> checkPlace(const QString &path);
    [[nodiscard]] Answer<void> open(const QString &path, Mode mode = Mode::Durable);
    void close();
    [[nodiscard]] bool isOpen() const { return m_file.has_value(); }

    /// Runs one statement; calls \a take for each row. Returns the last inserted id.
    [[nodiscard]] Answer<qint64> run(const QString &statement, const QVariantList &values = {}, const Row &take = {});
    /// The first column of the first row; an invalid QVariant if there is no row.
    [[nodiscard]] Answer<QVariant> value(const QString &statement, const QVariantList &values = {});

    /// Runs \a work as one transaction, committed durably or rolled back. A nested call joins the outer transaction.
    [[nodiscard]] Answer<void> atOnce(const std::function<Answer<void>()> &work);

    /// Called before each commit of atOnce(), on the connection's thread. For tests: a slow disk, a sudden end.
    void setBeforeCommit(std::function<void()> hook) { m_beforeCommit = std::move(hook); }

    /// Vanished if the file at the path is no longer the opened one: SQLite itself continues to write to a deleted
    /// file.
    [[nodiscard]] Answer<void> isInPlace() const;

    /// Aborts the running statement, which then fails. The only method for other threads, while the connection is open.
    /// No effect if Qt uses another SQLite than the system's.
    void interrupt() const;

private:
    /// Identity of a file: device and inode number.
    using FileId = std::pair<quint64, quint64>;
    using Interrupt = void (*)(void *connection);

    [[nodiscard]] static std::optional<FileId> fileAt(const QString &path);
    [[nodiscard]] Answer<qint64> execute(const QString &statement, const QVariantList &values, const Row &take);
    [[nodiscard]] QSqlQuery prepared(const QString &statement);
    void findInterrupt();

    QString m_name; ///< name of the Qt connection
    QString m_path;
    std::unordered_map<QString, QSqlQuery> m_prepared; ///< cached statements that are not in use
    std::optional<FileId> m_file;                      ///< nothing until open
    std::function<void()> m_beforeCommit;
    Interrupt m_interrupt = nullptr;
    void *m_connection = nullptr; ///< SQLite's own
    bool m_inTransaction = false;
};

} // namespace okoshko::journal
