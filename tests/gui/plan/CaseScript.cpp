// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseScript.h"

#include "tests/gui/plan/Pictures.h"

#include <QApplication>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

constexpr int patience = 60000; ///< milliseconds, on a busy machine
constexpr int stillness = 500;  ///< milliseconds, until what still moves is taken for what moves for ever

PlanCase caseOf(int number)
{
    static const auto plan = readPlan(QStringLiteral(OKOSHKO_ROOT "/tests/qa/cases"));
    if (!plan)
        qFatal("%s", qUtf8Printable(plan.error()));
    const auto it =
        std::find_if(plan->cbegin(), plan->cend(), [=](const PlanCase &each) { return each.number == number; });
    if (it == plan->cend())
        qFatal("the plan has no case %d", number);
    return *it;
}

/// Where it stands what is another each time: the server's port, what moves for ever, and \a others, widgets by name.
QList<QRect> changingIn(const QWidget &window, const QStringList &others)
{
    constexpr int room = 16; // for digits that are wider
    QList<QRect> places;
    const auto parts = window.findChildren<QWidget *>();
    for (const QWidget *part : parts) {
        const QString name = part->objectName();
        const bool isChanging = name == u"serverLabel" || name == u"qrCode" || part->inherits("QProgressBar");
        if (part->isVisible() && (isChanging || others.contains(name)))
            places << QRect(part->mapTo(&window, QPoint()), part->size()).adjusted(0, 0, room, 0);
    }
    return places;
}

/// What the steps and the expected results quote; it is the same in both languages.
QStringList quotedIn(const PlanCase &plan)
{
    QStringList quoted;
    const QList<PlanText> texts = plan.steps + plan.expected;
    for (const PlanText &text : texts)
        quoted << PlanWords::references(text.english);
    quoted.removeDuplicates();
    return quoted;
}

} // namespace

void CaseScript::perform(int number, const std::function<void(CaseScript &)> &steps)
{
    FirstFailure::ends([&] {
        for (const Language language : {Language::Russian, Language::English}) {
            CaseScript script(number, language);
            steps(script);
            FirstFailure::check();
            script.end();
        }
    });
}

CaseScript::CaseScript(int number, Language language)
    : m_case(caseOf(number))
    , m_format(language)
    , m_quoted(quotedIn(m_case))
{
    m_recorder.setWords(words());
    QApplication::setCursorFlashTime(0); // the pictures of two runs are the same
}

const PlanWords &CaseScript::wordsOf(Language language)
{
    static const PlanWords russian(u"ru"_s);
    static const PlanWords english(u"en"_s);
    return language == Language::Russian ? russian : english;
}

bool CaseScript::comes(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, patience);
}

void CaseScript::await(const QString &reference)
{
    [&] {
        QVERIFY2(comes([&] { return m_recorder.sees(reference); }),
                 qPrintable(reference + u" does not come on screen"_s));
    }();
    FirstFailure::check();
    look();
}

void CaseScript::awaitGone(const QString &reference)
{
    [&] {
        QVERIFY2(comes([&] { return !m_recorder.sees(reference); }),
                 qPrintable(reference + u" does not leave the screen"_s));
    }();
    FirstFailure::check();
}

void CaseScript::awaitThat(const char *what, const std::function<bool()> &condition)
{
    [&] {
        QVERIFY2(comes([&] {
                     m_recorder.look();
                     return condition();
                 }),
                 what);
    }();
    FirstFailure::check();
    look();
}

void CaseScript::look()
{
    m_recorder.look();
    readMore();
}

QString CaseScript::picture() const
{
    return u"%1/%2.png"_s.arg(words().language()).arg(m_case.number);
}

void CaseScript::takePicture(QWidget &window, const QStringList &changing)
{
    look();
    // It is laid out and painted when several looks at it are the same.
    QImage image;
    int same = 0;
    static_cast<void>(QTest::qWaitFor(
        [&] {
            const QImage now = window.grab().toImage();
            same = now == std::exchange(image, now) ? same + 1 : 0;
            return same >= 3 && isQuiet();
        },
        stillness));
    m_recorder.look();
    const QString name = picture();
    const PictureFolders folders{QStringLiteral(OKOSHKO_QA_PICTURES), QStringLiteral(OKOSHKO_QA_PICTURES "-before")};
    QVERIFY2(keepPicture(image, changingIn(window, changing), name, folders), qPrintable(name));
    m_hasPicture = true;
}

void CaseScript::end()
{
    look();
    QStringList missing;
    std::copy_if(m_quoted.cbegin(), m_quoted.cend(), std::back_inserter(missing),
                 [&](const QString &reference) { return !m_recorder.saw(reference, words()); });
    QVERIFY2(missing.isEmpty(), qPrintable(u"the plan quotes what was not on screen in %1: %2"_s.arg(
                                    words().language(), missing.join(u", "_s))));
    QVERIFY2(m_hasPicture, "no picture was taken");
}

} // namespace okoshko::test
