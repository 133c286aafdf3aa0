// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseScript.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

constexpr int patience = 60000; ///< milliseconds, for what is only learnt by asking the server again

PlanCase caseOf(int number)
{
    const auto plan = readPlan(QStringLiteral(OKOSHKO_ROOT "/tests/qa/cases"));
    if (!plan)
        qFatal("%s", qUtf8Printable(plan.error()));
    const auto it =
        std::find_if(plan->cbegin(), plan->cend(), [=](const PlanCase &each) { return each.number == number; });
    if (it == plan->cend())
        qFatal("the plan has no case %d", number);
    return *it;
}

QString codeOf(Format::Language language)
{
    return Format(language).languageCode();
}

} // namespace

void CaseScript::inBothLanguages()
{
    QTest::addColumn<Format::Language>("language");
    QTest::newRow("ru") << Format::Language::Russian;
    QTest::newRow("en") << Format::Language::English;
}

Format::Language CaseScript::language()
{
    QFETCH_GLOBAL(const Format::Language, language);
    return language;
}

CaseScript::CaseScript(int number)
    : m_words(codeOf(language()))
    , m_case(caseOf(number))
    , m_format(language())
    , m_witness(m_words)
    , m_picture(QStringLiteral(OKOSHKO_QA_PICTURES "/%1/%2.png").arg(m_words.language()).arg(number))
{
    QFile::remove(m_picture);
}

void CaseScript::await(const QString &reference)
{
    QTRY_VERIFY2_WITH_TIMEOUT(m_witness.sees(reference), qPrintable(reference), patience);
}

void CaseScript::awaitGone(const QString &reference)
{
    QTRY_VERIFY2_WITH_TIMEOUT(!m_witness.sees(reference), qPrintable(reference), patience);
}

void CaseScript::takePicture(QWidget &window)
{
    // It is laid out and painted when two looks at it are the same; what moves in it for ever is not waited for.
    QPixmap picture;
    static_cast<void>(QTest::qWaitFor(
        [&window, &picture, last = QImage()]() mutable {
            picture = window.grab();
            const QImage now = picture.toImage();
            return now == std::exchange(last, now);
        },
        2000));
    m_witness.look();
    QVERIFY(QDir().mkpath(QFileInfo(m_picture).path()));
    QVERIFY(picture.save(m_picture));
}

void CaseScript::end()
{
    m_witness.look();
    QStringList missing;
    const QList<PlanText> texts = m_case.steps + m_case.expected;
    for (const PlanText &text : texts) {
        const QStringList references = PlanWords::references(text.in(m_words.language()));
        for (const QString &reference : references) {
            if (!m_witness.saw(reference) && !missing.contains(reference))
                missing << reference;
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(u"the plan quotes what was not on screen: "_s + missing.join(u", "_s)));
    QVERIFY(QFile::exists(m_picture));
}

} // namespace okoshko::test
