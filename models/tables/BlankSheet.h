// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Print.h"
#include "models/tables/Format.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace okoshko {

/// A day by the counter's calendar.
struct BlankDay
{
    Instant from{};
    Instant till{}; ///< its end, which does not belong to it

    [[nodiscard]] static BlankDay of(Instant instant);

    friend bool operator==(const BlankDay &, const BlankDay &) = default;
};

/// The daily sheet of a queue's numbered blanks: which were printed and which were spoiled, and
/// why; and which stacks were put in and taken out.
struct BlankSheet
{
    QString queue;
    QList<BlankUse> uses; ///< of the queue, oldest first
    int printed = 0;
    int spoiled = 0;

    /// \a all: the uses of every queue.
    BlankSheet(const QString &queue, const QList<BlankUse> &all);

    /// `1001`, `1001–1003`; empty if the numbers are not known.
    [[nodiscard]] static QString numbers(const BlankUse &use);

    friend bool operator==(const BlankSheet &, const BlankSheet &) = default;
};

/// \a sheet as a CSV file (OrderCsv): the range in the printer, and a line for each use.
[[nodiscard]] QByteArray toCsv(const BlankSheet &sheet, const std::optional<BlankRange> &range, const Format &format);

} // namespace okoshko
