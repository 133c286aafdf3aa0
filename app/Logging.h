// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"

#include <QString>
#include <QStringList>

namespace okoshko {

/// Writes the program's log to \a folder/okoshko.log and to standard error, from \a level on. A log larger than a few
/// megabytes is renamed to okoshko.log.1, which replaces the previous one. Each message is one line, and the Redactor
/// removes keys, addresses and telephone numbers from it. With an empty \a folder only standard error is written. A
/// later call changes the folder. Any thread may log at the same time.
void startLogging(const QString &folder, LogLevel level);

/// The log's files in \a folder, the older first; they may be missing.
[[nodiscard]] QStringList logFiles(const QString &folder);

} // namespace okoshko
