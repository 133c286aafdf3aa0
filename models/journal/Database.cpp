// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Database.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace okoshko::journal {

namespace {

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
    default: // numbers of SQLite's, no enum of ours
        return {Kind::Failed, error.text()};
    }
}

} // namespace

Database::Database()
    : m_name(QUuid::createUuid().toString())
{
}

Database::~Database()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Database::Answer<void> Database::open(const QString &path)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=200"_s); // nobody else should be there; the window must not wait
    if (!database.open()) {
        JournalError error = toError(database.lastError());
        if (error.kind == JournalError::Kind::Failed)
            error.kind = JournalError::Kind::Unwritable;
        return tl::unexpected(error);
    }
    // The cache, in KiB: rows are written once and hardly read again, so a year of them need not fill memory.
    for (const QString &pragma :
         {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA cache_size=-512"_s}) {
        if (const auto done = run(pragma); !done)
            return tl::unexpected(done.error());
    }
    m_path = path;
    m_file = fileAt(path);
    return isInPlace();
}

std::optional<Database::FileId> Database::fileAt(const QString &path)
{
    struct stat found{};
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
    if (const auto before = isInPlace(); !before)
        return tl::unexpected(before.error());
    auto ran = execute(statement, values, take);
    // What was written to a file that went meanwhile is written to nowhere.
    if (const auto after = isInPlace(); ran && !after)
        return tl::unexpected(after.error());
    return ran;
}

Database::Answer<qint64> Database::execute(const QString &statement, const QVariantList &values, const Row &take)
{
    QSqlQuery query(QSqlDatabase::database(m_name));
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return tl::unexpected(toError(query.lastError()));
    for (const QVariant &value : values) {
        // No text of ours is NULL: a QString that was never set is an empty one.
        const bool isText = value.userType() == QMetaType::QString;
        query.addBindValue(isText && value.toString().isNull() ? QVariant(u""_s) : value);
    }
    if (!query.exec())
        return tl::unexpected(toError(query.lastError()));
    while (query.next()) {
        if (take)
            take(query);
    }
    if (query.lastError().isValid())
        return tl::unexpected(toError(query.lastError()));
    return query.lastInsertId().toLongLong();
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
        if (const auto committed = run(u"COMMIT"_s); !committed)
            done = tl::unexpected(committed.error());
    }
    if (!done)
        static_cast<void>(execute(u"ROLLBACK"_s, {}, {})); // what failed is the news, whatever becomes of the rollback
    return done;
}

} // namespace okoshko::journal
