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

/// Why the journal cannot be kept. Nothing is sold while it cannot: a sale that is not written down can be lost.
struct JournalError
{
    enum class Kind {
        Unwritable, ///< the folder or the file cannot be written to
        DiskFull,
        Damaged,      ///< the file is not what SQLite wrote
        Newer,        ///< written by a newer Okoshko; left untouched
        OtherAccount, ///< belongs to another server, key or partner; left untouched
        Vanished,     ///< its file has gone from its place while it was open: what SQLite writes then is lost
        TooSlow,      ///< the entry was not written in time
        Failed,       ///< anything else the database said
    };

    Kind kind = Kind::Failed;
    QString detail; ///< the database's words, English, for the log

    friend bool operator==(const JournalError &, const JournalError &) = default;
};

/// The name of \a kind as it stands in logs.
[[nodiscard]] QString toWord(JournalError::Kind kind);

} // namespace okoshko
