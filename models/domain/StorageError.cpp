// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/StorageError.h"

#include <QtGlobal>

using namespace Qt::StringLiterals;

namespace okoshko {

QString toWord(JournalError::Kind kind)
{
    switch (kind) {
    case JournalError::Kind::Unwritable:
        return u"Unwritable"_s;
    case JournalError::Kind::DiskFull:
        return u"DiskFull"_s;
    case JournalError::Kind::Damaged:
        return u"Damaged"_s;
    case JournalError::Kind::Newer:
        return u"Newer"_s;
    case JournalError::Kind::OtherAccount:
        return u"OtherAccount"_s;
    case JournalError::Kind::Vanished:
        return u"Vanished"_s;
    case JournalError::Kind::TooSlow:
        return u"TooSlow"_s;
    case JournalError::Kind::Failed:
        return u"Failed"_s;
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
