// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/ProfileFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// By trying: what the permissions say is not true for root, nor on a disk that takes nothing.
bool takesFiles(const QString &folder)
{
    QTemporaryFile file(QDir(folder).filePath(u".okoshko-XXXXXX"_s));
    return file.open() && file.write("?") == 1 && file.flush();
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::Profile)
};

} // namespace

QString userDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

QString cannotBeWritten(const QString &folder)
{
    return Words::tr("The folder %1 cannot be written to. Choose another with --profile.")
        .arg(QDir::toNativeSeparators(folder));
}

tl::expected<QString, QString> openProfile(const QString &wanted)
{
    const QString path = QDir(wanted).absolutePath();
    if (!QDir().mkpath(path) || !takesFiles(path))
        return tl::unexpected(cannotBeWritten(path));
    return path;
}

} // namespace okoshko
