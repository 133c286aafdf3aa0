// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/BoxOffice.h"

#include "tests/faults/fixture/Await.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace okoshko::test {

BoxOffice::BoxOffice(const QString &key)
    : server([&key] {
        sandbox::Options options;
        options.key = key;
        return options;
    }())
{
    server.start();
    if (await([this] { return !server.url().isEmpty(); }) == Came::No)
        qFatal("the sandbox does not start");
    proxy = std::make_unique<FaultyProxy>(static_cast<quint16>(server.url().port()));
    truth = std::make_unique<ServerState>(server.url(), key.toLatin1());
    place = {proxy->url(), folder.filePath(u"key"_s), folder.filePath(u"profile"_s), folder.filePath(u"pictures"_s)};
    QFile file(place.keyFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(key.toLatin1()) < 0)
        qFatal("the key file cannot be written");
}

tl::expected<QString, QString> copyJournal(const QString &profile, const QString &to)
{
    const QStringList names = QDir(profile).entryList({u"journal-*"_s}, QDir::Files);
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    QString path;
    for (const QString &name : names) {
        if (name.endsWith(u"-shm"))
            continue; // is made anew
        const QString copy = QDir(to).filePath(name);
        QFile::copy(QDir(profile).filePath(name), copy);
        if (name.endsWith(u".sqlite"))
            path = copy;
        else if (!name.endsWith(u"-wal") && !name.endsWith(u"-journal"))
            return tl::unexpected(u"set aside: "_s + name);
    }
    return path;
}

} // namespace okoshko::test
