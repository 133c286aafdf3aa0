// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/JournalText.h"

namespace okoshko {

namespace {

QString advice(JournalError::Kind kind)
{
    switch (kind) {
    case JournalError::Kind::DiskFull:
        return JournalText::tr("The disk is full. Free some space; selling goes on by itself.");
    case JournalError::Kind::Unwritable:
        return JournalText::tr("Its folder or file cannot be written to. Call the administrator.");
    case JournalError::Kind::Damaged:
        return JournalText::tr("Its file is damaged. Restart Okoshko: the file is kept, and what can be read of "
                               "it is saved.");
    case JournalError::Kind::Newer:
        return JournalText::tr("It was written by a newer Okoshko and was left as it is. Install the newer version.");
    case JournalError::Kind::OtherAccount:
        return JournalText::tr("It belongs to another server or another partner and was left as it is. Use the "
                               "right key, or another profile.");
    case JournalError::Kind::Vanished:
        return JournalText::tr("Its folder has gone. Bring it back, and selling goes on by itself; if it was copied "
                               "back, restart Okoshko. Nothing was sent without being written down.");
    case JournalError::Kind::TooSlow:
        return JournalText::tr("The disk does not answer in time. Try again, or call the administrator.");
    case JournalError::Kind::Failed:
        return JournalText::tr("The database does not work. Restart Okoshko, or call the administrator.");
    }
    Q_UNREACHABLE();
}

} // namespace

JournalText::JournalText(const JournalError &error)
    : m_title(tr("Selling is stopped: this counter's journal cannot be written."))
    , m_body(advice(error.kind))
{
}

} // namespace okoshko
