// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/house/SourceFile.h"

#include <QList>
#include <QStringList>

namespace okoshko::test {

/// One room and the rooms whose headers it may include. A file belongs to the room with the longest folder it lies in;
/// every file of models/, ui/ and app/ belongs to one. A room always knows itself.
struct Room
{
    QString folder;
    QStringList mayInclude;
};

/// A target that must not be linked, at any remove.
struct LinkRule
{
    QString room;
    QStringList never;
};

/// The tables that the tests go by.
[[nodiscard]] const QList<Room> &rooms();
[[nodiscard]] const QList<LinkRule> &linkRules();

/// Includes against the arrows, one sentence each, the file first; only models/, ui/ and app/ are looked at.
[[nodiscard]] QStringList wrongIncludes(const QList<SourceFile> &files);

/// Circles among the folders of models/, ui/ and app/, "a -> b -> a", each once.
[[nodiscard]] QStringList circles(const QList<SourceFile> &files);

/// Links against the arrows; \a links are lines "room library".
[[nodiscard]] QStringList wrongLinks(const QStringList &links);

} // namespace okoshko::test
