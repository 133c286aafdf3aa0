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

/// A connection to an SQLite file, used on the thread that opened it. Closes with its life.
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

    /// Unwritable where something else than a file stands at \a path. To open a pipe would wait for its other end.
    [[nodiscard]] static Answer<void> checkPlace(const QString &path);
    [[nodiscard]] Answer<void> open(const QString &path, Mode mode = Mode::Durable);
    void close();
    [[nodiscard]] bool isOpen() const { return m_file.has_value(); }

    /// Runs one statement; \a take is given each row. Gives the last id that was inserted.
    [[nodiscard]] Answer<qint64> run(const QString &statement, const QVariantList &values = {}, const Row &take = {});
    /// The first column of the first row, or nothing valid.
    [[nodiscard]] Answer<QVariant> value(const QString &statement, const QVariantList &values = {});

    /// Runs \a work as one transaction: all of it is durable, or nothing happened. One within another joins it.
    [[nodiscard]] Answer<void> atOnce(const std::function<Answer<void>()> &work);

    /// Called before each commit of atOnce(), on the connection's thread. For tests: a slow disk, a sudden end.
    void setBeforeCommit(std::function<void()> hook) { m_beforeCommit = std::move(hook); }

    /// An error (Vanished) once the file is no longer the one that was opened: SQLite itself goes on writing to a file
    /// that was deleted.
    [[nodiscard]] Answer<void> isInPlace() const;

    /// Breaks off the statement that runs; it then fails. The only method that another thread may call, while the
    /// connection is open. Does nothing where Qt uses another SQLite than the system's.
    void interrupt() const;

private:
    /// Which file it is, whatever its name: device and number.
    using FileId = std::pair<quint64, quint64>;
    using Interrupt = void (*)(void *connection);

    [[nodiscard]] static std::optional<FileId> fileAt(const QString &path);
    [[nodiscard]] Answer<qint64> execute(const QString &statement, const QVariantList &values, const Row &take);
    [[nodiscard]] QSqlQuery prepared(const QString &statement);
    void findInterrupt();

    QString m_name; ///< of the connection in Qt's list
    QString m_path;
    std::unordered_map<QString, QSqlQuery> m_prepared; ///< statements that do not run at present
    std::optional<FileId> m_file;                      ///< nothing until it is open
    std::function<void()> m_beforeCommit;
    Interrupt m_interrupt = nullptr;
    void *m_connection = nullptr; ///< SQLite's own
    bool m_inTransaction = false;
};

} // namespace okoshko::journal
