// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Database.h"
#include "models/journal/JournalEntries.h"

#include <QFile>

#include <csignal>
#include <sys/resource.h>

// What the tests of the journal have in common.

namespace okoshko::test {

inline const Account ours{QStringLiteral("https://api.ticketscloud.org"), QStringLiteral("0123456789abcdef")};

inline OrderId orderNumber(int n)
{
    return *OrderId::parse(QStringLiteral("%1").arg(n, 24, 10, QChar(u'0')));
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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

} // namespace okoshko::test
