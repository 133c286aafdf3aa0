// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace okoshko::journal {

/// The steps from an empty file to the present: the statements at n lead from version n to n + 1, which `PRAGMA
/// user_version` tells. A step that was released is never changed; a new one is added.
[[nodiscard]] const QList<QStringList> &migrations();

[[nodiscard]] int currentVersion();

/// What is saved of a damaged file, in this order: table and its columns.
struct Table
{
    QString name;
    QString columns;
};
[[nodiscard]] const QList<Table> &salvagedTables();

} // namespace okoshko::journal
