// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CatalogueFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko::catalogue {

using Kind = JournalError::Kind;

namespace {

constexpr int version = 3; ///< of the tables and of the codec

Journaled<void> finished(const Journaled<qint64> &ran)
{
    return ran ? Journaled<void>() : tl::unexpected(ran.error());
}

tl::unexpected<JournalError> damaged(const QString &what)
{
    return tl::unexpected(JournalError{Kind::Damaged, what});
}

} // namespace

void CatalogueFile::drop(const QString &path)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + suffix); // may be missing
}

CatalogueFile::CatalogueFile(const Account &account)
    : m_account(account)
{
}

Journaled<std::unique_ptr<CatalogueFile>> CatalogueFile::open(const QString &path, const Account &account)
{
    const QFileInfo info(path);
    if (const auto isFile = journal::Database::checkPlace(path); !isFile)
        return tl::unexpected(isFile.error());
    if (!QDir().mkpath(info.path()))
        return tl::unexpected(JournalError{Kind::Unwritable, u"the folder cannot be made"_s});
    std::unique_ptr<CatalogueFile> file(new CatalogueFile(account));
    if (info.exists()) {
        const auto opened = file->openWhole(path);
        if (opened)
            return file;
        const Kind why = opened.error().kind;
        if (why != Kind::Damaged && why != Kind::OtherAccount && why != Kind::Newer)
            return tl::unexpected(opened.error());
        file->m_database.close();
        file->m_found = why == Kind::Damaged        ? KeptCopy::Damaged
                        : why == Kind::OtherAccount ? KeptCopy::OtherAccount
                                                    : KeptCopy::None;
        drop(path);
    }
    if (auto made = file->m_database.open(path, journal::Database::Mode::Copy); !made)
        return tl::unexpected(made.error());
    if (auto made = file->make(); !made)
        return tl::unexpected(made.error());
    return file;
}

Journaled<void> CatalogueFile::openWhole(const QString &path)
{
    if (auto opened = m_database.open(path, journal::Database::Mode::Copy); !opened)
        return opened;
    const auto itsVersion = m_database.value(u"PRAGMA user_version"_s);
    if (!itsVersion)
        return tl::unexpected(itsVersion.error());
    if (itsVersion->toInt() == 0)
        return damaged(u"it was not made by this program"_s);
    if (itsVersion->toInt() != version)
        return tl::unexpected(JournalError{Kind::Newer, u"version %1"_s.arg(itsVersion->toInt())});
    std::optional<Account> account;
    const auto read = m_database.run(u"SELECT server, key_mark FROM about"_s, {}, [&account](const QSqlQuery &row) {
        account = {row.value(0).toString(), row.value(1).toString()};
    });
    // A missing column is damage, not a disk error.
    if (!read)
        return read.error().kind == Kind::Failed ? damaged(read.error().detail) : tl::unexpected(read.error());
    if (!account)
        return damaged(u"whose it is does not stand in it"_s);
    if (*account != m_account)
        return tl::unexpected(JournalError{Kind::OtherAccount, u"it belongs to %1"_s.arg(account->server)});
    m_found = KeptCopy::Whole;
    return {};
}

Journaled<void> CatalogueFile::make()
{
    return m_database.atOnce([this]() -> Journaled<void> {
        for (const QString &statement :
             {u"CREATE TABLE about (server TEXT NOT NULL, key_mark TEXT NOT NULL, as_of INTEGER, is_cut INTEGER)"_s,
              u"CREATE TABLE places (number INTEGER PRIMARY KEY, place BLOB NOT NULL)"_s,
              u"CREATE TABLE events (id TEXT PRIMARY KEY, place INTEGER NOT NULL, brief BLOB NOT NULL,"
              " details_mark INTEGER NOT NULL, details BLOB NOT NULL)"_s,
              u"PRAGMA user_version = %1"_s.arg(version)}) {
            if (const auto ran = m_database.run(statement); !ran)
                return finished(ran);
        }
        return finished(m_database.run(u"INSERT INTO about (server, key_mark) VALUES (?, ?)"_s,
                                       {m_account.server, m_account.keyMark}));
    });
}

Journaled<CatalogueFile::Contents> CatalogueFile::load()
{
    Contents contents;
    bool isWhole = true;
    const auto about = m_database.run(u"SELECT as_of, is_cut FROM about"_s, {}, [&contents](const QSqlQuery &row) {
        if (!row.isNull(0))
            contents.asOf = Instant(Microseconds(row.value(0).toLongLong()));
        contents.isCut = row.value(1).toBool();
    });
    const auto places = m_database.run(u"SELECT number, place FROM places"_s, {}, [&](const QSqlQuery &row) {
        const auto place = decodePlace(row.value(1).toByteArray());
        isWhole = isWhole && place;
        contents.places.insert(row.value(0).toInt(), place.value_or(Place()));
    });
    const auto events =
        m_database.run(u"SELECT id, place, brief, details_mark FROM events"_s, {}, [&](const QSqlQuery &row) {
            auto event = decodeBrief(row.value(2).toByteArray());
            const int number = row.value(1).toInt();
            const auto place = contents.places.constFind(number);
            if (!event || event->id.toString() != row.value(0).toString() || place == contents.places.cend()) {
                isWhole = false;
                return;
            }
            event->venue = place->venue;
            event->sectorNames = place->sectorNames;
            contents.rows.append({*event, number, static_cast<quint16>(row.value(3).toUInt()), {}});
        });
    for (const auto *ran : {&about, &places, &events}) {
        if (!*ran)
            return tl::unexpected(ran->error());
    }
    if (!isWhole)
        return damaged(u"a row cannot be read"_s);
    return contents;
}

Journaled<void> CatalogueFile::addPlace(int number, const Place &place)
{
    return finished(
        m_database.run(u"INSERT OR REPLACE INTO places (number, place) VALUES (?, ?)"_s, {number, encodePlace(place)}));
}

Journaled<void> CatalogueFile::put(const QList<Row> &rows)
{
    return m_database.atOnce([&]() -> Journaled<void> {
        for (const Row &row : rows) {
            if (const auto ran = m_database.run(
                    u"INSERT OR REPLACE INTO events (id, place, brief, details_mark, details)"
                    " VALUES (?, ?, ?, ?, ?)"_s,
                    {row.event.id.toString(), row.place, encodeBrief(row.event), int(row.detailsMark), row.details});
                !ran)
                return finished(ran);
        }
        return {};
    });
}

Journaled<void> CatalogueFile::remove(const QList<EventId> &events)
{
    return m_database.atOnce([&]() -> Journaled<void> {
        for (const EventId &event : events) {
            if (const auto ran = m_database.run(u"DELETE FROM events WHERE id = ?"_s, {event.toString()}); !ran)
                return finished(ran);
        }
        return {};
    });
}

Journaled<QList<int>> CatalogueFile::removeUnusedPlaces()
{
    QList<int> unused;
    const auto found = m_database.run(u"SELECT number FROM places WHERE number NOT IN (SELECT place FROM events)"_s, {},
                                      [&unused](const QSqlQuery &row) { unused.append(row.value(0).toInt()); });
    if (!found)
        return tl::unexpected(found.error());
    const auto removed = m_database.atOnce([&]() -> Journaled<void> {
        for (const int number : std::as_const(unused)) {
            if (const auto ran = m_database.run(u"DELETE FROM places WHERE number = ?"_s, {number}); !ran)
                return finished(ran);
        }
        return {};
    });
    return removed ? Journaled<QList<int>>(unused) : tl::unexpected(removed.error());
}

Journaled<void> CatalogueFile::setExtent(Instant asOf, bool isCut)
{
    return finished(
        m_database.run(u"UPDATE about SET as_of = ?, is_cut = ?"_s, {qint64(asOf.time_since_epoch().count()), isCut}));
}

Journaled<void> CatalogueFile::readDetails(Event &event)
{
    bool isWell = true;
    const auto ran =
        m_database.run(u"SELECT details FROM events WHERE id = ?"_s, {event.id.toString()},
                       [&](const QSqlQuery &row) { isWell = decodeDetails(row.value(0).toByteArray(), event); });
    if (ran && !isWell)
        return damaged(u"the details of an event cannot be read"_s);
    return finished(ran);
}

} // namespace okoshko::catalogue
