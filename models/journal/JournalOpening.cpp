// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Database.h"
#include "models/journal/Journal.h"
#include "models/journal/Salvage.h"
#include "models/journal/Schema.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlQuery>
#include <QtEndian>

using namespace Qt::StringLiterals;

// How a journal is opened: looked at before it is touched, checked, migrated, and when it is damaged set aside.

namespace okoshko {

using journal::Database;
using Kind = JournalError::Kind;

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.journal")

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
    return {Kind::Newer, u"version %1, this program knows %2"_s.arg(version).arg(journal::currentVersion())};
}

Journaled<void> check(Database &database)
{
    const auto ran = database.value(u"PRAGMA integrity_check(1)"_s);
    if (!ran)
        return tl::unexpected(ran.error());
    if (ran->toString() != u"ok")
        return tl::unexpected(JournalError{Kind::Damaged, ran->toString()});
    return {};
}

Journaled<void> migrate(Database &database)
{
    const auto version = database.value(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    if (version->toInt() > journal::currentVersion())
        return tl::unexpected(newer(version->toInt()));
    for (int step = version->toInt(); step < journal::currentVersion(); ++step) {
        const auto done = database.atOnce([&database, step]() -> Journaled<void> {
            for (const QString &statement : journal::migrations().at(step)) {
                if (const auto ran = database.run(statement); !ran)
                    return tl::unexpected(ran.error());
            }
            const auto ran = database.run(u"PRAGMA user_version = %1"_s.arg(step + 1));
            return ran ? Journaled<void>() : tl::unexpected(ran.error());
        });
        if (!done)
            return done;
    }
    return {};
}

Journaled<void> belongTo(Database &database, const Account &account)
{
    const auto server = database.value(u"SELECT server FROM account"_s);
    const auto mark = database.value(u"SELECT key_mark FROM account"_s);
    if (!server || !mark)
        return tl::unexpected(server ? mark.error() : server.error());
    if (!server->isValid()) {
        const auto ran = database.run(u"INSERT INTO account (server, key_mark) VALUES (?, ?)"_s,
                                      {account.server, account.keyMark});
        return ran ? Journaled<void>() : tl::unexpected(ran.error());
    }
    if (Account{server->toString(), mark->toString()} != account)
        return tl::unexpected(JournalError{Kind::OtherAccount, u"it belongs to %1"_s.arg(server->toString())});
    return {};
}

Journaled<std::unique_ptr<Database>> openWhole(const QString &path, const Account &account)
{
    auto database = std::make_unique<Database>();
    auto done = database->open(path);
    if (done)
        done = check(*database);
    if (done)
        done = migrate(*database);
    if (done)
        done = belongTo(*database, account);
    // That it can be read is not enough: the next thing it is asked is to take an entry.
    if (done) {
        if (const auto ran = database->run(u"UPDATE account SET probes = probes + 1"_s); !ran)
            done = tl::unexpected(ran.error());
    }
    if (!done)
        return tl::unexpected(done.error());
    return database;
}

/// Moves the file and what SQLite keeps beside it; gives the new name, or nothing where it could not be moved.
QString setFileAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString name = path + u".damaged-"_s + stamp;
    for (int n = 2; QFile::exists(name); ++n)
        name = path + u".damaged-"_s + stamp + u'-' + QString::number(n);
    if (!QFile::rename(path, name))
        return {};
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
        QFile::rename(path + suffix, name + suffix); // they need not be there
    return name;
}

} // namespace

QString Journal::pathFor(const QString &folder, const Account &account)
{
    QString server = account.server;
    for (QChar &c : server) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
        c = plain ? c : u'_';
    }
    return QDir(folder).filePath(u"journal-%1-%2.sqlite"_s.arg(server.left(80), account.keyMark));
}

std::optional<Owner> Journal::ownerOf(const QString &path)
{
    if (!QFileInfo::exists(path) || versionInFile(path) > journal::currentVersion())
        return std::nullopt;
    Database database;
    if (!database.open(path))
        return std::nullopt;
    const auto owner = ownerIn(database);
    return !owner || owner->account.keyMark.isEmpty() ? std::nullopt : std::optional(*owner);
}

Journaled<std::unique_ptr<Journal>> Journal::open(const QString &path, const Account &account, const QString &who)
{
    const bool existed = QFileInfo::exists(path);
    if (const int version = versionInFile(path); version > journal::currentVersion())
        return tl::unexpected(newer(version));
    if (!QDir().mkpath(QFileInfo(path).path()))
        return tl::unexpected(JournalError{Kind::Unwritable, u"the folder cannot be made"_s});

    auto database = openWhole(path, account);
    if (database) {
        std::unique_ptr<Journal> opened(new Journal(std::move(*database), who));
        opened->m_found = existed ? Found::Whole : Found::Fresh;
        return opened;
    }
    if (database.error().kind != Kind::Damaged || !existed)
        return tl::unexpected(database.error());

    qCWarning(log).noquote() << "damaged:" << database.error().detail;
    const QString aside = setFileAside(path);
    if (aside.isEmpty())
        return tl::unexpected(JournalError{Kind::Unwritable, u"the damaged file cannot be set aside"_s});
    database = openWhole(path, account);
    if (!database)
        return tl::unexpected(database.error());
    const qint64 rows = journal::salvage(aside, **database);
    qCWarning(log).noquote() << "set aside as" << QFileInfo(aside).fileName() << "and" << rows << "rows saved";
    std::unique_ptr<Journal> opened(new Journal(std::move(*database), who));
    opened->m_found = Found::Salvaged;
    opened->m_setAside = aside;
    return opened;
}

} // namespace okoshko
