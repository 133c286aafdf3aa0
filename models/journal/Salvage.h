// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace okoshko::journal {

class Database;

/// Copies what can still be read of the journal \a damaged into the empty \a fresh, and gives the number of rows. Each
/// table is read from its first row on until one cannot be read, and then from its last row backwards.
[[nodiscard]] qint64 salvage(const QString &damaged, Database &fresh);

} // namespace okoshko::journal
