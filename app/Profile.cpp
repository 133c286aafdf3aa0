// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Profile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace okoshko {

namespace {

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
    if (!QDir().mkpath(path) || !QFileInfo(path).isWritable())
        return tl::unexpected(Words::tr("The folder %1 cannot be written to. Choose another with --profile.")
                                  .arg(QDir::toNativeSeparators(path)));
    return path;
}

} // namespace okoshko
