// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Database.h"

#include <QFile>
#include <QFileInfo>
#include <QLibrary>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace okoshko::journal {

namespace {

constexpr std::size_t maxPrepared = 64; ///< more than the number of different statements

JournalError toError(const QSqlError &error)
{
    using Kind = JournalError::Kind;
    // SQLite's primary result codes: sqlite.org/rescode.html.
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 8:  // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 14: // SQLITE_CANTOPEN
        return {Kind::Unwritable, error.text()};
    case 13: // SQLITE_FULL
        return {Kind::DiskFull, error.text()};
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return {Kind::Damaged, error.text()};
    default: // SQLite's numbers, not an enum
        return {Kind::Failed, error.text()};
    }
}

QStringList pragmas(Database::Mode mode)
{
    switch (mode) {
    case Database::Mode::Durable:
        return {u"PRAGMA cache_size=-512"_s, u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s};
    case Database::Mode::ReadOnly:
        return {u"PRAGMA cache_size=-8192"_s, u"PRAGMA query_only=1"_s};
    case Database::Mode::Copy:
        return {u"PRAGMA cache_size=-512"_s, u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s};
    }
    Q_UNREACHABLE();
}

} // namespace

Database::Database()
    : m_name(QUuid::createUuid().toString())
{
}

Database::~Database()
{
    close();
}

void Database::close()
{
    m_connection = nullptr;
    m_file.reset();
    m_prepared.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Database::Answer<void> Database::checkPlace(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return tl::unexpected(
            JournalError{JournalError::Kind::Unwritable, u"there is something in its place that is no file"_s});
    return {};
}

Database::Answer<void> Database::open(const QString &path, Mode mode)
{
    m_path.clear();
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(path);
    // Nobody else writes to the file; another process locks it briefly to read its owner.
    database.setConnectOptions(mode == Mode::ReadOnly ? u"QSQLITE_BUSY_TIMEOUT=1000;QSQLITE_OPEN_READONLY"_s
                                                      : u"QSQLITE_BUSY_TIMEOUT=1000"_s);
    if (!database.open()) {
        JournalError error = toError(database.lastError());
        if (error.kind == JournalError::Kind::Failed)
            error.kind = JournalError::Kind::Unwritable;
        return tl::unexpected(error);
    }
    // The cache, in KiB: small for writing, as rows are rarely read again; larger for searches, which read the same
    // parts of the index repeatedly.
    for (const QString &pragma : pragmas(mode)) {
        if (const auto done = run(pragma); !done)
            return tl::unexpected(done.error());
    }
    findInterrupt();
    m_path = path;
    m_file = fileAt(path);
    return isInPlace();
}

void Database::findInterrupt()
{
    // Qt has no function for it. On Debian the plugin links the system's libsqlite3; equal source ids show that the
    // library found here is the one used by the connection.
    const QVariant handle = QSqlDatabase::database(m_name).driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return;
    QLibrary sqlite(u"sqlite3"_s, 0);
    const auto sourceId = reinterpret_cast<const char *(*)()>(sqlite.resolve("sqlite3_sourceid"));
    const auto used = value(u"SELECT sqlite_source_id()"_s);
    if (!sourceId || !used || used->toString() != QString::fromLatin1(sourceId()))
        return;
    m_interrupt = reinterpret_cast<Interrupt>(sqlite.resolve("sqlite3_interrupt"));
    m_connection = *static_cast<void *const *>(handle.constData());
}

void Database::interrupt() const
{
    if (m_interrupt && m_connection)
        m_interrupt(m_connection);
}

std::optional<Database::FileId> Database::fileAt(const QString &path)
{
    struct stat found
    {
    };
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return std::nullopt;
    return FileId(found.st_dev, found.st_ino);
}

Database::Answer<void> Database::isInPlace() const
{
    if (m_path.isEmpty() || (m_file && fileAt(m_path) == m_file))
        return {};
    return tl::unexpected(JournalError{JournalError::Kind::Vanished, u"the file is no longer in its place"_s});
}

Database::Answer<qint64> Database::run(const QString &statement, const QVariantList &values, const Row &take)
{
    if (m_inTransaction)
        return execute(statement, values, take); // checked at begin and commit
    if (const auto before = isInPlace(); !before)
        return tl::unexpected(before.error());
    auto ran = execute(statement, values, take);
    // Writes to a removed file are lost.
    if (const auto after = isInPlace(); ran && !after)
        return tl::unexpected(after.error());
    return ran;
}

Database::Answer<qint64> Database::execute(const QString &statement, const QVariantList &values, const Row &take)
{
    QSqlQuery query = prepared(statement);
    if (query.lastError().isValid())
        return tl::unexpected(toError(query.lastError()));
    for (int place = 0; place < values.size(); ++place) {
        const QVariant &value = values.at(place);
        // Texts are never NULL: a null QString is stored as an empty text.
        const bool isText = value.userType() == QMetaType::QString;
        query.bindValue(place, isText && value.toString().isNull() ? QVariant(u""_s) : value);
    }
    if (!query.exec())
        return tl::unexpected(toError(query.lastError()));
    while (query.next()) {
        if (take)
            take(query);
    }
    if (query.lastError().isValid())
        return tl::unexpected(toError(query.lastError()));
    const qint64 id = query.lastInsertId().toLongLong();
    query.finish();
    if (m_prepared.size() >= maxPrepared)
        m_prepared.clear(); // holds the statements that created or migrated the tables
    m_prepared.insert_or_assign(statement, std::move(query));
    return id;
}

QSqlQuery Database::prepared(const QString &statement)
{
    if (const auto it = m_prepared.find(statement); it != m_prepared.end()) {
        QSqlQuery query = std::move(it->second);
        m_prepared.erase(it);
        return query;
    }
    QSqlQuery query(QSqlDatabase::database(m_name));
    query.setForwardOnly(true);
    query.prepare(statement);
    return query;
}

Database::Answer<QVariant> Database::value(const QString &statement, const QVariantList &values)
{
    QVariant first;
    const auto done = run(statement, values, [&first](const QSqlQuery &row) {
        if (!first.isValid())
            first = row.value(0);
    });
    if (!done)
        return tl::unexpected(done.error());
    return first;
}

Database::Answer<void> Database::atOnce(const std::function<Answer<void>()> &work)
{
    if (m_inTransaction)
        return work();
    if (const auto begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return tl::unexpected(begun.error());
    m_inTransaction = true;
    Answer<void> done = work();
    m_inTransaction = false;
    if (done) {
        if (m_beforeCommit)
            m_beforeCommit();
        if (const auto committed = run(u"COMMIT"_s); !committed)
            done = tl::unexpected(committed.error());
    }
    if (!done)
        static_cast<void>(
            execute(u"ROLLBACK"_s, {}, {})); // the original error is returned, whether or not the rollback works
    return done;
}

} // namespace okoshko::journal
