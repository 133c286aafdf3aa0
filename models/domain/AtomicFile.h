// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/StorageError.h"

#include <QByteArray>

#include <tl/expected.hpp>

namespace okoshko {

/// Writes \a bytes to \a path, all of them or none: to a temporary file beside it, synced and renamed. On failure the
/// old file stays. May be called on any thread.
[[nodiscard]] tl::expected<void, FileError> writeAtomically(const QString &path, const QByteArray &bytes);

/// Why a file was not read.
struct ReadFault
{
    enum class Reason {
        Unreadable, ///< `detail` = the system's message
        NotAFile,   ///< a folder, a pipe or a device
        TooLarge,
    };

    Reason reason = Reason::Unreadable;
    QString detail;
};

/// The content of a file of at most \a largest bytes. May be called on any thread.
[[nodiscard]] tl::expected<QByteArray, ReadFault> readWhole(const QString &path, qint64 largest);

} // namespace okoshko
