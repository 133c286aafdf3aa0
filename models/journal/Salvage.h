// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/JournalError.h"

#include <tl/expected.hpp>

namespace okoshko::journal {

class Database;

/// Copies what can still be read of the journal \a damaged into the empty \a fresh of the same version, and gives the
/// number of rows. Each table is read from its first row on until one cannot be read, and then from its last row
/// backwards. The index of past orders is not copied; it is filled anew. An error where
/// \a fresh cannot be written.
[[nodiscard]] tl::expected<qint64, JournalError> salvage(Database &damaged, Database &fresh);

} // namespace okoshko::journal
