// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace okoshko {

/// Why a file could not be saved for the cashier.
struct FileError
{
    enum class Kind {
        DiskFull,
        Unwritable, ///< the folder or the file cannot be written to
        Failed,     ///< its content could not be produced
    };

    Kind kind = Kind::Failed;
    QString detail; ///< the system's message, for the log

    friend bool operator==(const FileError &, const FileError &) = default;
};

/// Why the journal cannot be written. Nothing is sold meanwhile: an unrecorded sale could be lost.
struct JournalError
{
    Q_GADGET
public:
    enum class Kind {
        Unwritable, ///< the folder or the file cannot be written to
        DiskFull,
        Damaged,      ///< the file is not what SQLite wrote
        Newer,        ///< written by a newer Okoshko; left untouched
        OtherAccount, ///< belongs to another server, key or partner; left untouched
        Vanished,     ///< its file was removed or replaced while open: further writes are lost
        TooSlow,      ///< the entry was not written before its deadline
        Failed,       ///< other database errors
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Failed;
    QString detail; ///< the database's message, English, for the log

    friend bool operator==(const JournalError &, const JournalError &) = default;
};

} // namespace okoshko
