// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Database.h"
#include "models/journal/Journal.h"
#include "tests/support/BytesOf.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

// What the tests of the journal have in common.

namespace okoshko::test {

inline const Account ours{QStringLiteral("https://api.ticketscloud.org"), QStringLiteral("0123456789abcdef")};

inline const Instant noon = *parseInstant(QStringLiteral("2016-01-26T12:00:00.123456+00:00"));
inline const EventId eventId = *EventId::parse(QStringLiteral("56a6253df06c5a059a93802e"));
inline const SetId setId = *SetId::parse(QStringLiteral("56a6254bf06c5a059b93800c"));

inline OrderId orderNumber(int n)
{
    return *OrderId::parse(QStringLiteral("%1").arg(n, 24, 10, QChar(u'0')));
}

inline JournaledSale saleNumber(int n, OrderStatus status = OrderStatus::Executed)
{
    return {.order = {.id = orderNumber(n),
                      .status = status,
                      .statusWord = toWord(status),
                      .createdAt = noon + std::chrono::seconds(n)}};
}

/// The sales 0 to \a count - 1.
inline QList<JournalEntry> manySales(int count, OrderStatus status = OrderStatus::Executed)
{
    QList<JournalEntry> entries;
    for (int n = 0; n < count; ++n)
        entries << saleNumber(n, status);
    return entries;
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

/// What stands in a hole.
inline const QByteArray torn = QByteArray(4096, '\xa5');

/// Makes a hole among the rows of the sales in the journal \a path: some are gone, those before and after it are not.
inline bool makeHole(const QString &path)
{
    int page = 0;
    {
        journal::Database database;
        if (!database.open(path))
            return false;
        // Which page a row is on: Debian's SQLite has the table dbstat.
        page = database
                   .value(QStringLiteral("SELECT pageno FROM dbstat WHERE name = 'sales' AND pagetype = 'leaf'"
                                         " ORDER BY path LIMIT 1 OFFSET 10"))
                   .value_or(QVariant())
                   .toInt();
    }
    QFile file(path);
    return page > 0 && file.open(QIODevice::ReadWrite) && file.seek((page - 1) * torn.size()) &&
           file.write(torn) == torn.size();
}

/// No file of this process may grow beyond \a bytes while it lives: what a full disk is to SQLite.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    rlimit m_before{};
    void (*m_signal)(int) = SIG_DFL;
};

/// A folder, and the journal's file in it, which nobody has open.
class JournalFolder
{
protected:
    void makeFolder() { m_folder = std::make_unique<QTemporaryDir>(); }
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("journal.sqlite")); }
    [[nodiscard]] QStringList filesInFolder() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name);
    }

    /// Writes manySales().
    void fill(int count, OrderStatus status = OrderStatus::Executed) const
    {
        const auto journal = Journal::open(path(), ours, QStringLiteral("Касса 2"));
        QVERIFY(journal);
        QVERIFY((*journal)->write(manySales(count, status)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// Makes a journal of this version one of version 7.
inline void dropVersionEight(journal::Database &database)
{
    QVERIFY(database.run(QStringLiteral("DROP INDEX print_jobs_in_question")));
    QVERIFY(database.run(QStringLiteral("CREATE INDEX open_print_jobs ON print_jobs (id)"
                                        " WHERE state IN ('waiting', 'printing', 'attention') OR giving_up = 1")));
}

/// … one of version 6.
inline void dropVersionSeven(journal::Database &database)
{
    dropVersionEight(database);
    for (const char *table : {"intents", "sales"})
        QVERIFY(database.run(QStringLiteral("ALTER TABLE %1 DROP COLUMN typed_codes").arg(QLatin1String(table))));
    QVERIFY(database.run(QStringLiteral("ALTER TABLE print_jobs DROP COLUMN numbered")));
    QVERIFY(database.run(QStringLiteral("DROP INDEX open_print_jobs")));
    QVERIFY(database.run(QStringLiteral("CREATE INDEX open_print_jobs ON print_jobs (id)"
                                        " WHERE state IN ('waiting', 'printing', 'attention')")));
}

/// … one of version 5.
inline void dropVersionSix(journal::Database &database)
{
    dropVersionSeven(database);
    for (const char *table : {"print_jobs", "print_not_needed", "blank_ranges", "blank_uses", "organisers"})
        QVERIFY(database.run(QStringLiteral("DROP TABLE ") + QLatin1String(table)));
}

/// The same, with the journal open.
class OpenJournal : protected JournalFolder
{
protected:
    void reopen()
    {
        m_journal.reset();
        auto opened = Journal::open(path(), ours, QStringLiteral("Касса 2"));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        m_journal = std::move(*opened);
    }

    void write(const QList<JournalEntry> &entries) const
    {
        const auto written = m_journal->write(entries);
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    }

    [[nodiscard]] JournalContents load(Instant since = noon) const
    {
        return m_journal ? m_journal->load(since).value_or(JournalContents()) : JournalContents();
    }

    std::unique_ptr<Journal> m_journal;
};

} // namespace okoshko::test
