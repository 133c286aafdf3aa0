// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace okoshko::bench {

/// One line of what was measured.
struct Row
{
    QString name;
    double value = 0;
    QString unit;
    std::optional<double> reference; ///< measured beside it, in the same run
    double toReach = 0;              ///< bounds the ratio where there is a reference, else the value

    [[nodiscard]] std::optional<double> ratio() const;
};

[[nodiscard]] double median(QList<double> values);

/// Milliseconds on the monotonic clock.
[[nodiscard]] double now();

/// Calls \a ours and \a plain in turn, ten times each, either first every other time; each gives what it measured. One
/// round before does not count. The row has the medians.
[[nodiscard]] Row sideBySide(const QString &name, double toReach, const std::function<double()> &ours,
                             const std::function<double()> &plain);

[[nodiscard]] QByteArray toJson(const QList<Row> &rows);
[[nodiscard]] QString tableHead();
[[nodiscard]] QString toTableLine(const Row &row);

/// Runs this thread's events until \a isTrue. Ends the program where that takes a minute, and says \a what was awaited.
void runUntil(const std::function<bool()> &isTrue, const QString &what = {});

/// Writes a line on how far it is, for who waits.
void tell(const QString &words);

} // namespace okoshko::bench
