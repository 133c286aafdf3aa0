// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qa/PlanCheck.h"

#include "tests/qa/PlanWords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

QList<PlanText> textsOf(const PlanCase &plan)
{
    return QList<PlanText>{plan.title} + plan.before + plan.steps + plan.expected;
}

/// \a place: `case 101`.
QStringList labelTroubles(const QString &place, const QList<PlanText> &texts, const PlanWorld &world)
{
    QStringList troubles;
    for (const PlanText &text : texts) {
        QStringList quoted[2];
        for (const QString &language : {u"ru"_s, u"en"_s}) {
            const QStringList references = PlanWords::references(text.in(language));
            for (const QString &reference : references) {
                if (!world.hasLabel(language, reference))
                    troubles << u"%1 quotes {%2}, which is no label in %3"_s.arg(place, reference, language);
            }
            quoted[language == u"ru" ? 0 : 1] = references;
        }
        for (QStringList &references : quoted)
            references.sort();
        if (quoted[0] != quoted[1])
            troubles << u"%1 quotes other labels in one language than in the other: %2"_s.arg(place, text.english);
    }
    return troubles;
}

QStringList scenarioTroubles(const QList<PlanCase> &plan, const QStringList &scenarios)
{
    QStringList troubles;
    QSet<QString> covered;
    for (const PlanCase &each : plan) {
        if (each.scenario.isEmpty())
            continue;
        covered << each.scenario;
        if (!scenarios.contains(each.scenario))
            troubles << u"case %1 names the scenario %2, which the sandbox does not have"_s.arg(
                QString::number(each.number), each.scenario);
        const bool armed = std::any_of(each.steps.cbegin(), each.steps.cend(), [&each](const PlanText &step) {
            return PlanWords::references(step.english).contains(u"scenario|"_s + each.scenario);
        });
        if (!armed)
            troubles << u"case %1 switches %2 on in no step"_s.arg(QString::number(each.number), each.scenario);
    }
    for (const QString &scenario : scenarios) {
        if (!covered.contains(scenario))
            troubles << u"scenario %1 has no case"_s.arg(scenario);
    }
    return troubles;
}

QStringList testTroubles(const QList<PlanCase> &plan, const QSet<int> &tests)
{
    QStringList troubles;
    QSet<int> numbers;
    for (const PlanCase &each : plan) {
        if (numbers.contains(each.number))
            troubles << u"number %1 is used twice"_s.arg(each.number);
        numbers << each.number;
        if (!tests.contains(each.number))
            troubles << u"case %1 has no GUI test"_s.arg(each.number);
    }
    for (const int test : tests) {
        if (!numbers.contains(test))
            troubles << u"GUI test case%1 has no case in the plan"_s.arg(test);
    }
    return troubles;
}

} // namespace

QStringList disagreements(const QList<PlanCase> &plan, const PlanWorld &world)
{
    QStringList troubles = testTroubles(plan, world.tests) + scenarioTroubles(plan, world.scenarios);
    for (const PlanCase &each : plan)
        troubles += labelTroubles(u"case %1"_s.arg(each.number), textsOf(each), world);
    for (const QString &row : flowRows()) {
        const bool covered =
            std::any_of(plan.cbegin(), plan.cend(), [&row](const PlanCase &each) { return each.flow == row; });
        if (!covered)
            troubles << u"row %1 of the flow has no case"_s.arg(row);
    }
    return troubles;
}

QStringList disagreements(const PlanOwnWords &words, const PlanWorld &world)
{
    return labelTroubles(u"the front page"_s, words.values(), world);
}

} // namespace okoshko::test
