// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace okoshko::test {

/// A text of the plan in both languages. What stands in braces is a label on screen, in square brackets a key
/// (PlanWords).
struct PlanText
{
    QString russian;
    QString english;

    [[nodiscard]] const QString &in(const QString &language) const { return language == u"ru" ? russian : english; }

    friend bool operator==(const PlanText &, const PlanText &) = default;
};

/// A numbered case of the manual test plan, and of the GUI test that drives it (`case101`).
struct PlanCase
{
    int number = 0;
    QString flow;     ///< which row of the flow it belongs to
    QString scenario; ///< that is switched on in it; may be empty
    bool smoke = false;
    PlanText title;
    QList<PlanText> before;
    QList<PlanText> steps;
    QList<PlanText> expected;

    friend bool operator==(const PlanCase &, const PlanCase &) = default;
};

/// The rows of the flow: from picking an event to money that comes too late. Each has one case at least.
[[nodiscard]] const QStringList &flowRows();

/// Reads a file of cases, a JSON array:
///
///     number      three digits, the first tells the chapter
///     flow        a row of flowRows()
///     smoke       whether it is one of the ten minutes
///     scenario?   name of a scenario of the sandbox
///     title       {ru, en}
///     before, steps, expected    [{ru, en} …], none of them empty
///
/// The error names the case and the field.
[[nodiscard]] tl::expected<QList<PlanCase>, QString> readCases(const QByteArray &json);

/// All files of the folder, by number; the error begins with the file's name.
[[nodiscard]] tl::expected<QList<PlanCase>, QString> readPlan(const QString &folder);

/// The plan's own words by name, front page and headings, from `plan.ru.json` and `plan.en.json` in the folder. A name
/// that only one of them has is an error.
using PlanOwnWords = QHash<QString, PlanText>;
[[nodiscard]] tl::expected<PlanOwnWords, QString> readOwnWords(const QString &folder);

} // namespace okoshko::test
