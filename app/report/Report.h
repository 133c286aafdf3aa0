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

/// An order, as this program sees it and as the journal's record has it.
struct OrderReport
{
    Sale sale;
    QList<RecordEntry> record;
    QList<Intent> openIntents; ///< changes whose answers nobody saw
};

/// What a report about a problem is made of, as it stood when it was asked for. Values only: it is written by another
/// thread than the one that collected it.
struct Report
{
    QDateTime at; ///< by the computer's clock
    QList<std::pair<QString, QString>> facts;
    std::optional<OrderReport> order; ///< the one that is shown, if any
    QStringList logs;                 ///< paths, the older first
    QImage picture;
    Redactor mask;
};

/// How far back the log is taken.
constexpr std::chrono::hours reportedLog{1};

/// Facts that are the same for every program on this computer: version, Qt, system, screens. On the window's thread.
[[nodiscard]] QList<std::pair<QString, QString>> factsOfSystem();

/// \a report as a text of lines, English: for the developer.
[[nodiscard]] QString toText(const OrderReport &report);

/// What the log files \a paths, the older first, hold from \a since on, by the times at the beginnings of their lines;
/// lines without one go with the line before. Of a huge file only the last megabytes are looked at. A file that cannot
/// be read holds nothing.
[[nodiscard]] QString logSince(const QStringList &paths, const QDateTime &since);

/// Writes \a report to \a path as one ZIP: `about.txt`, `order.txt`, `log.txt`, `window.png`; whole or not at all. All
/// text goes through the mask. May be called on any thread.
[[nodiscard]] tl::expected<void, FileError> writeReport(const QString &path, const Report &report);

} // namespace okoshko
