// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/Redactor.h"
#include "models/api/Connection.h"
#include "models/domain/Instant.h"
#include "models/domain/StorageError.h"
#include "models/journal/JournalStore.h"
#include "models/sale/Sale.h"

#include <QDateTime>
#include <QImage>
#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <optional>
#include <utility>

namespace okoshko {

/// An order in this program's memory and in the journal.
struct OrderReport
{
    Sale sale;
    QList<RecordEntry> record;
    QList<Intent> openIntents; ///< changes whose answers were lost
};

/// The content of a problem report at the moment it was requested. Values only: another thread writes it.
struct Report
{
    QDateTime at; ///< by the computer's clock
    QList<std::pair<QString, QString>> facts;
    std::optional<OrderReport> order; ///< the one that is shown, if any
    QStringList logs;                 ///< paths, the older first
    QImage picture;
    Redactor mask;
};

/// How much of the log is included.
constexpr std::chrono::hours reportedLog{1};

/// Facts about this computer: version, Qt, system, screens. On the window's thread.
[[nodiscard]] QList<std::pair<QString, QString>> factsOfSystem();

/// \a report as lines of English text, for the developer.
[[nodiscard]] QString toText(const OrderReport &report);

/// The lines of the log files \a paths, the older first, from \a since on, by the time at the beginning of each line; a
/// line without a time belongs to the one before. Only the last megabytes of a large file are read. A file that cannot
/// be read is skipped.
[[nodiscard]] QString logSince(const QStringList &paths, const QDateTime &since);

/// Writes \a report to \a path as one ZIP file, whole or not at all: `about.txt`, `order.txt`, `log.txt`, `window.png`.
/// All text goes through the Redactor. May be called on any thread.
[[nodiscard]] tl::expected<void, FileError> writeReport(const QString &path, const Report &report);

} // namespace okoshko
