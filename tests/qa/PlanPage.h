// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/qa/PlanCase.h"
#include "tests/qa/PlanWords.h"

namespace okoshko::test {

/// The plan as one HTML page that stands by itself: for the screen, and for paper. Its colours and type are those of
/// the sandbox's payment page.
class PlanPage
{
public:
    struct Edition
    {
        QString version;  ///< of the program that the pictures were taken of
        QString pictures; ///< folder with `101.png` …; a case without its picture says so
    };

    /// \a words must outlive the page.
    PlanPage(const PlanWords &words, const PlanOwnWords &own, const Edition &edition);

    [[nodiscard]] QString toHtml(const QList<PlanCase> &plan) const;

private:
    [[nodiscard]] QString front(const QList<PlanCase> &plan) const;
    [[nodiscard]] QString contents(const QList<PlanCase> &plan) const;
    [[nodiscard]] QString chapterOf(const PlanCase &plan) const;
    [[nodiscard]] QString toHtml(const PlanCase &plan) const;
    [[nodiscard]] QString list(const QString &heading, const QList<PlanText> &texts, const QString &tag) const;
    [[nodiscard]] QString picture(const PlanCase &plan) const;
    [[nodiscard]] QString word(const QString &name) const; ///< of the plan's own
    [[nodiscard]] QString style() const;

    const PlanWords &m_words;
    Edition m_edition;
    PlanOwnWords m_own;
};

} // namespace okoshko::test
