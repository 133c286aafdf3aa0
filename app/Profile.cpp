// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Profile.h"

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

tl::expected<QString, QString> openProfile(const QString &wanted)
{
    const QString folder =
        wanted.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : wanted;
    const QString path = QDir(folder).absolutePath();
    if (!QDir().mkpath(path) || !takesFiles(path))
        return tl::unexpected(Words::tr("The folder %1 cannot be written to. Choose another with --profile.")
                                  .arg(QDir::toNativeSeparators(path)));
    return path;
}

} // namespace okoshko
