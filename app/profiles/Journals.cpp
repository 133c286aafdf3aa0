// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/Journals.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

QString profilePath(const QString &folder)
{
    return QDir(folder).filePath(u"journal.sqlite"_s);
}

} // namespace

Account accountOf(const QUrl &server, const QByteArray &key)
{
    const QString address = server.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo);
    return {address, markOf(address, key)};
}

Journaled<std::unique_ptr<Journal>> openProfileJournal(const QString &folder, const QUrl &server, const QByteArray &key,
                                                       const QString &who)
{
    const Account account = accountOf(server, key);
    const auto owner = profileOwner(folder);
    const Account before = owner ? owner->account : account;
    auto journal = Journal::open(profilePath(folder), before, who);
    if (!journal || before == account)
        return journal;
    if (const auto changed = (*journal)->changeAccount(account); !changed)
        return tl::unexpected(changed.error());
    return journal;
}

std::optional<Owner> profileOwner(const QString &folder)
{
    return Journal::ownerOf(profilePath(folder));
}

bool isOf(const Owner &owner, const QUrl &server)
{
    return owner.account.server == accountOf(server, {}).server;
}

Journaled<std::unique_ptr<Journal>> openAccountJournal(const QString &folder, const QUrl &server, const QByteArray &key,
                                                       const QString &who)
{
    const Account account = accountOf(server, key);
    return Journal::open(Journal::pathFor(folder, account), account, who);
}

Journaled<std::unique_ptr<Journal>> openTrainingJournal(const QString &folder, const QString &who)
{
    const QString path = QDir(folder).filePath(u"training.sqlite"_s);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + suffix); // they may be missing
    return Journal::open(path, {}, who);
}

} // namespace okoshko
