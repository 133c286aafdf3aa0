// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/AtomicFile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace okoshko {

namespace {

FileError errorOf(const QSaveFile &file)
{
    // Qt reports ENOSPC as this.
    const bool full = file.error() == QFileDevice::ResourceError;
    return {full ? FileError::Kind::DiskFull : FileError::Kind::Unwritable, file.errorString()};
}

} // namespace

tl::expected<void, FileError> writeAtomically(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // Where the folder takes no second file, overwriting the old file could leave half of it.
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(errorOf(file));
    if (file.write(bytes) != bytes.size()) {
        const FileError error = errorOf(file);
        file.cancelWriting();
        return tl::unexpected(error);
    }
    if (!file.commit())
        return tl::unexpected(errorOf(file));
    return {};
}

tl::expected<QByteArray, ReadFault> readWhole(const QString &path, qint64 largest)
{
    using Reason = ReadFault::Reason;
    const QFileInfo place(path);
    if (place.exists() && !place.isFile()) // reading a pipe could block for ever
        return tl::unexpected(ReadFault{Reason::NotAFile, {}});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(ReadFault{Reason::Unreadable, file.errorString()});
    QByteArray bytes = file.read(largest + 1);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(ReadFault{Reason::Unreadable, file.errorString()});
    if (bytes.size() > largest)
        return tl::unexpected(ReadFault{Reason::TooLarge, {}});
    return bytes;
}

} // namespace okoshko
