// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/Format.h"
#include "tests/gui/FirstFailure.h"
#include "tests/gui/plan/ScreenTextRecorder.h"
#include "tests/qa/PlanCase.h"

#include <functional>

namespace okoshko::test {

/// A case of the manual test plan while it is driven: what the plan says, and what stood on screen. In the end every
/// label that its steps and its expected results quote must have stood there, and the picture of the right result is
/// taken for the plan.
class CaseScript
{
public:
    using Language = Format::Language;

    /// The whole case in each language, until its first failure: \a steps, then end().
    static void perform(int number, const std::function<void(CaseScript &)> &steps);

    virtual ~CaseScript() = default;
    Q_DISABLE_COPY_MOVE(CaseScript)

    [[nodiscard]] Language language() const { return m_format.language(); } ///< in which the case is driven
    [[nodiscard]] bool isRussian() const { return language() == Language::Russian; }
    [[nodiscard]] const QString &languageCode() const { return words().language(); }
    [[nodiscard]] const Format &format() const { return m_format; }
    [[nodiscard]] QString rubles(int sum) const { return m_format.money(Money::fromMinor(sum * 100)); }

    // The tester's eyes: they wait until it is there.
    void await(const QString &reference);
    void awaitGone(const QString &reference);
    void awaitThat(const char *what, const std::function<bool()> &condition);
    [[nodiscard]] bool sees(const QString &reference) { return m_recorder.sees(reference); }
    void look(); ///< at all that is there
    /// Of the right result. \a changing: names of widgets in which something else may stand each time.
    void takePicture(QWidget &window, const QStringList &changing = {});

protected:
    CaseScript(int number, Language language);

    /// Every label that the case quotes was seen, and its picture is taken.
    virtual void end();
    /// As awaitThat(), without a word about it.
    [[nodiscard]] virtual bool comes(const std::function<bool()> &condition);
    /// Whether nothing is under way that may yet change what is on screen.
    [[nodiscard]] virtual bool isQuiet() const { return true; }
    /// What is said at a look, beside what the windows have written on them.
    virtual void readMore() {}

    [[nodiscard]] const PlanCase &plan() const { return m_case; }
    [[nodiscard]] const PlanWords &words() const { return wordsOf(m_format.language()); }
    [[nodiscard]] ScreenTextRecorder &recorder() { return m_recorder; }

    [[nodiscard]] static const PlanWords &wordsOf(Language language);

private:
    [[nodiscard]] QString picture() const; ///< its name

    PlanCase m_case;
    Format m_format;
    QStringList m_quoted;
    ScreenTextRecorder m_recorder;
    bool m_hasPicture = false;
};

} // namespace okoshko::test
