// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/qa/PlanCase.h"

#include <QSet>

#include <functional>

namespace okoshko::test {

/// What the plan must agree with.
struct PlanWorld
{
    QSet<int> tests;       ///< numbers of the GUI tests
    QStringList scenarios; ///< of the sandbox
    /// Whether the label that a text in that language ("ru", "en") quotes is on screen.
    std::function<bool(const QString &language, const QString &reference)> hasLabel;
};

/// All in which the plan and the program do not agree, a sentence each: a case without its test, a test or a scenario
/// without a case, a scenario that is not there or not switched on in any step, a row of the flow without a case, a
/// number used twice, a label that nobody will find on screen, and labels that the two languages do not share.
[[nodiscard]] QStringList disagreements(const QList<PlanCase> &plan, const PlanWorld &world);
/// The same for the labels that the front page quotes.
[[nodiscard]] QStringList disagreements(const PlanOwnWords &words, const PlanWorld &world);

} // namespace okoshko::test
