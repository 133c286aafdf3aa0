// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace okoshko {

/// Why a file that the cashier asked for could not be saved.
struct FileError
{
    enum class Kind {
        DiskFull,
        Unwritable, ///< the folder or the file cannot be written to
        Failed,     ///< what was to go into it could not be made
    };

    Kind kind = Kind::Failed;
    QString detail; ///< the system's words, for the log

    friend bool operator==(const FileError &, const FileError &) = default;
};

} // namespace okoshko
