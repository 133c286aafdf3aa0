// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace okoshko::test {

/// A file of the repository, read for the house's own rules.
struct SourceFile
{
    QString path;         ///< from the repository's root, "/" between folders
    QString text;         ///< as it stands in the file
    QString code;         ///< C++ only: the text without its comments, line for line; else the text
    QStringList includes; ///< C++ only: "<QString>" with its brackets, and ours as paths from the root

    bool operator==(const SourceFile &) const = default;

    [[nodiscard]] QString folder() const;
    [[nodiscard]] bool isCpp() const;
};

/// Makes a SourceFile; an include beside the file ("Vendor.h") becomes a path from the root (app/sandbox/Vendor.h) when
/// \a siblings, the paths of all files, know it there.
[[nodiscard]] SourceFile readSource(const QString &path, const QString &text, const QStringList &siblings = {});

/// Reads all text files below \a root but those in build folders and .git, sorted by path. Empty when there are none.
[[nodiscard]] QList<SourceFile> readTree(const QString &root);

/// True when \a path is \a folder or lies in it.
[[nodiscard]] bool isIn(const QString &path, const QString &folder);

} // namespace okoshko::test
