// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace okoshko {

/// What the log files \a paths, the older first, hold from \a since on, by the times at the beginnings of their lines;
/// lines without one go with the line before. Of a huge file only the last megabytes are looked at. A file that cannot
/// be read holds nothing.
[[nodiscard]] QString logSince(const QStringList &paths, const QDateTime &since);

} // namespace okoshko
