// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/house/SourceFile.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace okoshko::test {

/// Words that code (comments aside) must not contain.
struct Ban
{
    QString words;       ///< regular expression
    QStringList folders; ///< where it holds
    QStringList except;  ///< folders or files where it does not
    QString reason;
};

/// The table that the tests go by.
[[nodiscard]] const QList<Ban> &bans();

/// Banned words, one sentence each: "file:line: word (reason)".
[[nodiscard]] QStringList bannedWords(const QList<SourceFile> &files);

/// Names at the top of \a files' tree that the design does not allow there.
[[nodiscard]] QStringList strangersAtTheTop(const QList<SourceFile> &files);

/// Sources whose first line (after "#!") names no licence.
[[nodiscard]] QStringList withoutLicence(const QList<SourceFile> &files);

/// Headers without #pragma once.
[[nodiscard]] QStringList withoutGuard(const QList<SourceFile> &files);

/// Sources that are longer than 400 lines.
[[nodiscard]] QStringList tooLong(const QList<SourceFile> &files);

} // namespace okoshko::test
