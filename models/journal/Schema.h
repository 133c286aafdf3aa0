// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/StorageError.h"

#include <QString>

#include <tl/expected.hpp>

namespace okoshko::journal {

class Database;

/// The version that this program writes; `PRAGMA user_version` tells a file's.
[[nodiscard]] int currentVersion();

/// Leads \a database forward to \a version, in one transaction that takes the same time for any number of finished
/// sales: it changes tables, and rows of unfinished sales and of issues only. Rows that were written before there were
/// counter ids become those of \a counter.
[[nodiscard]] tl::expected<void, JournalError> migrate(Database &database, int version, const QString &counter);

} // namespace okoshko::journal
