// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace okoshko {

/// Why the journal cannot be kept. Nothing is sold while it cannot: a sale that is not written down can be lost.
struct JournalError
{
    enum class Kind {
        CannotOpen,   ///< the folder or the file cannot be written to
        DiskFull,
        Newer,        ///< written by a newer Okoshko; left untouched
        OtherAccount, ///< belongs to another server or another partner
        Failed,       ///< anything else the database said
    };

    Kind kind = Kind::Failed;
    QString detail; ///< the database's words, English, for the log

    friend bool operator==(const JournalError &, const JournalError &) = default;
};

} // namespace okoshko
