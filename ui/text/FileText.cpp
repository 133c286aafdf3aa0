// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/FileText.h"

namespace okoshko {

namespace {

QString wordsOf(FileError::Kind kind)
{
    switch (kind) {
    case FileError::Kind::DiskFull:
        return FileText::tr("The file was not saved: the disk is full. Free some space, or choose another place.");
    case FileError::Kind::Unwritable:
        return FileText::tr("The file was not saved: nothing can be written there. Choose another place.");
    case FileError::Kind::Failed:
        return FileText::tr("The file was not saved: it could not be made. The log says why.");
    }
    Q_UNREACHABLE();
}

} // namespace

FileText::FileText(const FileError &error)
    : m_words(wordsOf(error.kind))
{
}

} // namespace okoshko
