// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"

#include <QString>
#include <QStringList>

namespace okoshko {

/// Writes the program's log to \a folder/okoshko.log and to standard error, from \a level on. A log that has grown to
/// a few megabytes is kept once as okoshko.log.1. Each message is one line, also where the server's text has line
/// breaks, and goes through the Redactor, which removes keys, addresses and telephone numbers. Without a folder (empty)
/// only standard error is written. A later call continues in another folder. Any thread may log meanwhile.
void startLogging(const QString &folder, LogLevel level);

/// The log's files in \a folder, the older first; they need not be there.
[[nodiscard]] QStringList logFiles(const QString &folder);

} // namespace okoshko
