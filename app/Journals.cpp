// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Journals.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace okoshko {

Journaled<std::unique_ptr<Journal>> openJournal(const QString &profileFolder, Trade trade, const QUrl &server,
                                                const QByteArray &key, const QString &who)
{
    if (trade == Trade::Training) {
        const QString path = QDir(profileFolder).filePath(u"training.sqlite"_s);
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path + suffix); // they need not be there
        return Journal::open(path, {}, who);
    }
    const QString address = server.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo);
    const Account account{address, markOf(address, key)};
    return Journal::open(Journal::pathFor(profileFolder, account), account, who);
}

} // namespace okoshko
