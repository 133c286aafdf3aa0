// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/Format.h"
#include "tests/gui/plan/Witness.h"
#include "tests/qa/PlanCase.h"

namespace okoshko::test {

/// A case of the manual test plan while it is driven, in the language of the data row: what the plan says, and what
/// stood on screen. In the end every label that its steps and its expected results quote must have stood there, and the
/// picture of the right result is taken for the plan.
class CaseScript
{
public:
    /// The data rows of a program of cases: "ru" and "en". For initTestCase_data().
    static void inBothLanguages();

    explicit CaseScript(int number);

    [[nodiscard]] const QString &languageCode() const { return m_words.language(); }
    [[nodiscard]] const Format &format() const { return m_format; }
    [[nodiscard]] QString rubles(int sum) const { return m_format.money(Money::fromMinor(sum * 100)); }

    // The tester's eyes: they wait until it is there.
    void await(const QString &reference);
    void awaitGone(const QString &reference);
    [[nodiscard]] bool sees(const QString &reference) { return m_witness.sees(reference); }
    void takePicture(QWidget &window); ///< of the right result

    /// Every label that the case quotes was seen, and its picture is taken.
    void end();

protected:
    [[nodiscard]] static Format::Language language(); ///< of the data row
    [[nodiscard]] const PlanCase &plan() const { return m_case; }
    [[nodiscard]] Witness &witness() { return m_witness; }

private:
    PlanWords m_words;
    PlanCase m_case;
    Format m_format;
    Witness m_witness;
    QString m_picture;
};

} // namespace okoshko::test
