// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/JournalFile.h"

#include "models/journal/JournalStore.h"

#include "models/journal/Database.h"
#include "models/journal/Schema.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlQuery>
#include <QStringList>
#include <QUuid>
#include <QtEndian>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace okoshko::journal {

namespace {

/// A table and the columns that order its rows.
struct Table
{
    QLatin1StringView name;
    QLatin1StringView order;
};

// Tables of all versions; those that a file lacks are skipped.
constexpr std::array tables{
    Table{"counters"_L1, "rowid"_L1},     Table{"sales"_L1, "rowid"_L1},
    Table{"intents"_L1, "rowid"_L1},      Table{"issues"_L1, "rowid"_L1},
    Table{"unsettled"_L1, "rowid"_L1},    Table{"record"_L1, "rowid"_L1},
    Table{"tickets"_L1, "rowid"_L1},      Table{"barcodes"_L1, "mark, order_id"_L1},
    Table{"print_jobs"_L1, "rowid"_L1},   Table{"print_not_needed"_L1, "rowid"_L1},
    Table{"blank_ranges"_L1, "rowid"_L1}, Table{"blank_uses"_L1, "rowid"_L1},
    Table{"organisers"_L1, "rowid"_L1},
};

QStringList columnsOf(Database &database, QLatin1StringView table)
{
    QStringList columns;
    static_cast<void>(database.run(u"SELECT name FROM pragma_table_info(?) WHERE name <> 'past_key'"_s,
                                   {QString(table)},
                                   [&columns](const QSqlQuery &row) { columns << row.value(0).toString(); }));
    return columns;
}

/// Returns an error if \a to cannot be written. Rows that violate its constraints (damaged ones) are skipped.
Database::Answer<void> copyRows(Database &from, Database &to, const Table &table, const QStringList &columns,
                                const QString &direction)
{
    const QString names = columns.join(u", "_s);
    const QString insert =
        u"INSERT OR IGNORE INTO %1 (%2) VALUES (?%3)"_s.arg(table.name, names, u", ?"_s.repeated(columns.size() - 1));
    const QString order = QString(table.order).replace(u","_s, u' ' + direction + u',') + u' ' + direction;
    Database::Answer<void> copied;
    // A read error is the end of what is readable from this side.
    static_cast<void>(from.run(
        u"SELECT %1 FROM %2 NOT INDEXED ORDER BY %3"_s.arg(names, table.name, order), {}, [&](const QSqlQuery &row) {
            if (!copied)
                return;
            QVariantList values;
            for (int column = 0; column < columns.size(); ++column)
                values << (row.isNull(column) ? QVariant() : row.value(column)); // Qt returns a NULL as a text
            const auto ran = to.run(insert, values);
            if (!ran && ran.error().kind != JournalError::Kind::Failed)
                copied = tl::unexpected(ran.error());
        }));
    return copied;
}

} // namespace

Database::Answer<qint64> salvage(Database &damaged, Database &fresh)
{
    qint64 rows = 0;
    for (const Table &table : tables) {
        const QStringList columns = columnsOf(fresh, table.name);
        if (columns.isEmpty())
            continue;
        const auto copied = fresh.atOnce([&]() -> Database::Answer<void> {
            if (auto forwards = copyRows(damaged, fresh, table, columns, u"ASC"_s); !forwards)
                return forwards;
            return copyRows(damaged, fresh, table, columns, u"DESC"_s); // rows that exist already are ignored
        });
        if (!copied)
            return tl::unexpected(copied.error());
        rows += fresh.value(u"SELECT count(*) FROM %1"_s.arg(table.name)).value_or(QVariant(0)).toLongLong();
    }
    return rows;
}

using Kind = JournalError::Kind;

namespace {

/// `user_version` in the file's head (sqlite.org/fileformat.html), read without SQLite, which could write to it.
int versionInFile(const QString &path)
{
    constexpr qint64 offset = 60;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.read(16).startsWith("SQLite format 3") || !file.seek(offset))
        return 0;
    const QByteArray bytes = file.read(4);
    return bytes.size() == 4 ? qFromBigEndian<qint32>(bytes.constData()) : 0;
}

JournalError newer(int version)
{
    return {Kind::Newer, u"version %1, this program knows %2"_s.arg(version).arg(currentVersion())};
}

JournalError otherAccount(const Account &account)
{
    return {Kind::OtherAccount, u"it belongs to %1"_s.arg(account.server)};
}

/// Suffixes of SQLite's additional files.
const QStringList &companions()
{
    static const QStringList suffixes{u"-wal"_s, u"-shm"_s};
    return suffixes;
}

void removeFile(const QString &path)
{
    QFile::remove(path); // each of them may be missing
    for (const QString &suffix : companions())
        QFile::remove(path + suffix);
}

/// A rename survives a power cut only after fsync of the folder.
void syncFolderOf(const QString &path)
{
    const int folder =
        ::open(QFile::encodeName(QFileInfo(path).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

/// Renames the file and SQLite's additional files; returns the new name, or an empty one on failure.
QString setFileAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString name = path + u".damaged-"_s + stamp;
    for (int n = 2; QFile::exists(name); ++n)
        name = path + u".damaged-"_s + stamp + u'-' + QString::number(n);
    if (!QFile::rename(path, name))
        return {};
    for (const QString &suffix : companions())
        QFile::rename(path + suffix, name + suffix); // may be missing
    return name;
}

/// The file into which a damaged one is salvaged; renamed to the journal's name when complete.
QString successorOf(const QString &path)
{
    return path + u".salvaged"_s;
}

/// Renames a complete successor if the damaged file was renamed already and the program ended between the two steps.
/// Returns whether no successor is left.
[[nodiscard]] bool takeSuccessor(const QString &path)
{
    if (QFileInfo::exists(path) || !QFileInfo::exists(successorOf(path)))
        return true;
    for (const QString &suffix : companions())
        QFile::remove(path + suffix); // of the damaged file; they would corrupt the new one
    if (!QFile::rename(successorOf(path), path))
        return false;
    syncFolderOf(path);
    return true;
}

/// A one-way hash that identifies the computer \a machine.
QString machineMark(const QString &counter, const QByteArray &machine)
{
    if (machine.isEmpty())
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData("okoshko counter\n");
    hash.addData(counter.toLatin1() + '\n');
    hash.addData(machine);
    return QString::fromLatin1(hash.result().toHex().left(32));
}

QString newCounterId()
{
    return QString::fromLatin1(QUuid::createUuid().toRfc4122().toHex());
}

} // namespace

JournalFile::JournalFile(Place place)
    : m_place(std::move(place))
{
}

JournalFile::~JournalFile()
{
    if (m_isReady && !m_isToBeChecked)
        static_cast<void>(
            m_database->run(u"UPDATE account SET clean = 1"_s)); // if this fails, the file is checked at the next start
}

std::optional<Owner> JournalFile::ownerOf(const QString &path)
{
    if (!QFileInfo(path).isFile() || versionInFile(path) > currentVersion())
        return std::nullopt;
    Database database;
    if (!database.open(path))
        return std::nullopt;
    const auto owner = ownerIn(database);
    return !owner || owner->account.keyMark.isEmpty() ? std::nullopt : std::optional(*owner);
}

Journaled<Owner> JournalFile::ownerIn(Database &database)
{
    Owner owner;
    const auto ran = database.run(
        u"SELECT server, key_mark, partner, EXISTS (SELECT 1 FROM intents) OR EXISTS (SELECT 1 FROM sales) FROM account"_s,
        {}, [&owner](const QSqlQuery &row) {
            owner = {{row.value(0).toString(), row.value(1).toString()},
                     row.value(2).toString(),
                     row.value(3).toBool() ? Owner::Sales::Some : Owner::Sales::None};
        });
    return ran ? Journaled<Owner>(owner) : tl::unexpected(ran.error());
}

Journaled<std::unique_ptr<JournalFile>> JournalFile::open(const Place &place)
{
    const QString &path = place.path;
    if (!QDir().mkpath(QFileInfo(path).path()))
        return tl::unexpected(JournalError{Kind::Unwritable, u"the folder cannot be made"_s});
    if (!takeSuccessor(path))
        return tl::unexpected(JournalError{Kind::Unwritable, u"what was saved of a damaged file cannot be moved"_s});
    const QFileInfo info(path);
    if (const auto isFile = Database::checkPlace(path); !isFile)
        return tl::unexpected(isFile.error());
    if (const int version = versionInFile(path); version > currentVersion())
        return tl::unexpected(newer(version));

    std::unique_ptr<JournalFile> file(new JournalFile(place));
    file->m_found = info.exists() ? Found::Whole : Found::Fresh;
    auto opened = file->openWhole();
    if (!opened && opened.error().kind == Kind::Damaged && file->m_found == Found::Whole) {
        opened = file->replaceDamaged();
        file->m_found = Found::Salvaged;
    }
    if (!opened)
        return tl::unexpected(opened.error());
    return file;
}

Journaled<void> JournalFile::openWhole()
{
    m_isReady = false;
    if (!takeSuccessor(m_place.path))
        return tl::unexpected(JournalError{Kind::Unwritable, u"what was saved of a damaged file cannot be moved"_s});
    m_database = std::make_unique<Database>();
    m_database->setBeforeCommit(m_beforeCommit);
    if (auto opened = m_database->open(m_place.path); !opened)
        return opened;
    const auto version = m_database->value(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    if (version->toInt() > currentVersion())
        return tl::unexpected(newer(version->toInt()));
    // A new file is created completely; an earlier version is migrated by makeReady().
    const bool isPresent = version->toInt() == 0 || version->toInt() == currentVersion();
    auto done = m_database->atOnce([&]() -> Journaled<void> {
        if (version->toInt() == 0) {
            if (auto made = journal::migrate(*m_database, currentVersion(), newCounterId()); !made)
                return made;
        }
        if (auto belongs = belong(); !belongs)
            return belongs;
        // Also tests that the file can be written.
        return isPresent ? begin() : withoutValue(m_database->run(u"UPDATE account SET probes = probes + 1"_s));
    });
    m_isReady = done && isPresent;
    if (!done)
        m_database->close();
    return done;
}

Journaled<void> JournalFile::belong()
{
    // Only this row is read, so that a damaged file of another account is recognised.
    std::optional<Account> account;
    const auto read = m_database->run(u"SELECT server, key_mark FROM account"_s, {}, [&account](const QSqlQuery &row) {
        account = {row.value(0).toString(), row.value(1).toString()};
    });
    if (!read)
        return withoutValue(read);
    if (!account)
        return withoutValue(m_database->run(u"INSERT INTO account (server, key_mark) VALUES (?, ?)"_s,
                                            {m_place.account.server, m_place.account.keyMark}));
    return *account == m_place.account ? Journaled<void>() : tl::unexpected(otherAccount(*account));
}

Journaled<void> JournalFile::makeReady()
{
    if (m_isReady)
        return {};
    if (m_database->isOpen())
        return migrate();
    auto opened = openWhole();
    if (!opened && opened.error().kind == Kind::Damaged)
        opened = replaceDamaged();
    return opened ? migrate() : opened;
}

Journaled<void> JournalFile::migrate()
{
    if (m_isReady)
        return {};
    auto done = m_database->atOnce([this]() -> Journaled<void> {
        if (auto led = journal::migrate(*m_database, currentVersion(), newCounterId()); !led)
            return led;
        return begin();
    });
    m_isReady = done.has_value();
    return done;
}

Journaled<void> JournalFile::begin()
{
    const auto clean = m_database->value(u"SELECT clean FROM account"_s);
    if (!clean)
        return tl::unexpected(clean.error());
    m_isToBeChecked = m_found == Found::Whole && clean->toInt() == 0;
    if (auto recognized = recognizeCounter(); !recognized)
        return recognized;
    return withoutValue(m_database->run(u"UPDATE account SET probes = probes + 1, clean = 0"_s));
}

Journaled<void> JournalFile::recognizeCounter()
{
    struct Known
    {
        QString id;
        QString machine;
    };
    QList<Known> counters; // newest first
    const auto read = m_database->run(u"SELECT id, machine FROM counters ORDER BY rowid DESC"_s, {},
                                      [&counters](const QSqlQuery &row) {
                                          counters.append({row.value(0).toString(), row.value(1).toString()});
                                      });
    if (!read)
        return tl::unexpected(read.error());
    const auto isHere = [this](const Known &known) {
        return m_place.machine.isEmpty() || known.machine == machineMark(known.id, m_place.machine);
    };
    const auto here = std::find_if(counters.cbegin(), counters.cend(), isHere);
    if (here != counters.cend()) {
        m_counter = here->id;
        return {};
    }
    // A computer without id at the file's creation counts as this one.
    if (!counters.isEmpty() && counters.constFirst().machine.isEmpty()) {
        m_counter = counters.constFirst().id;
        return withoutValue(m_database->run(u"UPDATE counters SET machine = ? WHERE id = ?"_s,
                                            {machineMark(m_counter, m_place.machine), m_counter}));
    }
    m_counter = newCounterId();
    if (!counters.isEmpty())
        qCWarning(journalLog) << "copied from another computer: its sales are for reading only here";
    return withoutValue(m_database->run(u"INSERT INTO counters (id, machine) VALUES (?, ?)"_s,
                                        {m_counter, machineMark(m_counter, m_place.machine)}));
}

Journaled<void> JournalFile::replaceDamaged()
{
    const QString &path = m_place.path;
    const QString successor = successorOf(path);
    m_isReady = false;
    m_database->close();
    {
        Database damaged;
        const bool isReadable = damaged.open(path).has_value();
        if (auto filled = fillSuccessor(successor, isReadable ? &damaged : nullptr); !filled)
            return filled;
    }
    const QString aside = setFileAside(path);
    if (aside.isEmpty())
        return tl::unexpected(JournalError{Kind::Unwritable, u"the damaged file cannot be set aside"_s});
    m_setAside = aside;
    m_found = Found::Salvaged;
    qCWarning(journalLog).noquote() << "set aside as" << QFileInfo(aside).fileName();
    return openWhole();
}

Journaled<void> JournalFile::fillSuccessor(const QString &path, Database *damaged) const
{
    int version = currentVersion();
    QString partner;
    if (damaged) {
        // Its account was checked by open().
        partner = damaged->value(u"SELECT partner FROM account"_s).value_or(QVariant()).toString();
        version = std::clamp(damaged->value(u"PRAGMA user_version"_s).value_or(version).toInt(), 1, version);
    }
    removeFile(path); // of an interrupted attempt
    Database fresh;
    auto done = fresh.open(path);
    if (done)
        done = journal::migrate(fresh, version, newCounterId());
    if (done)
        done = withoutValue(fresh.run(u"INSERT INTO account (server, key_mark, partner) VALUES (?, ?, ?)"_s,
                                      {m_place.account.server, m_place.account.keyMark, partner}));
    if (!done || !damaged)
        return done;
    const auto rows = salvage(*damaged, fresh);
    if (!rows)
        return tl::unexpected(rows.error());
    qCWarning(journalLog).noquote() << "damaged;" << *rows << "rows saved";
    return version == currentVersion() ? keepCounter(fresh) : done;
}

Journaled<void> JournalFile::keepCounter(Database &fresh) const
{
    // The counter id in use, else that of the salvaged row, else that of the latest sale.
    if (!m_counter.isEmpty()) {
        if (const auto kept = fresh.run(u"INSERT OR REPLACE INTO counters (id, machine) VALUES (?, ?)"_s,
                                        {m_counter, machineMark(m_counter, m_place.machine)});
            !kept)
            return withoutValue(kept);
    }
    const auto saved = fresh.value(u"SELECT count(*) FROM counters"_s);
    if (!saved)
        return tl::unexpected(saved.error());
    if (saved->toInt() == 1) {
        if (const auto kept = fresh.run(u"INSERT OR IGNORE INTO counters (id, machine)"
                                        " SELECT counter, '' FROM sales ORDER BY rowid DESC LIMIT 1"_s);
            !kept)
            return withoutValue(kept);
    }
    return withoutValue(fresh.run(u"UPDATE account SET unindexed = (SELECT ifnull(max(rowid), 0) FROM sales)"_s));
}

void JournalFile::setBeforeCommit(std::function<void()> hook)
{
    m_beforeCommit = std::move(hook);
    m_database->setBeforeCommit(m_beforeCommit);
}

} // namespace okoshko::journal
