// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/StorageError.h"

#include <QString>

#include <tl/expected.hpp>

namespace okoshko::journal {

class Database;

/// The version written by this program; a file's version is its `PRAGMA user_version`.
[[nodiscard]] int currentVersion();

/// Migrates \a database to \a version in one transaction, in a time independent of the number of finished sales: it
/// changes tables, and rows of unfinished sales and issues only. Rows older than counter ids are assigned to \a
/// counter.
[[nodiscard]] tl::expected<void, JournalError> migrate(Database &database, int version, const QString &counter);

} // namespace okoshko::journal
