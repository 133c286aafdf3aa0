// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenarios/Scenario.h"
#include "tests/qa/PlanCheck.h"
#include "tests/qa/PlanPage.h"
#include "tests/support/TestProgram.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_qaplan {

/// The manual test plan cannot rot: it agrees with the program, its scenarios, its words and its GUI tests.
class QaPlanTest : public QObject
{
    Q_OBJECT

private:
    /// What the program of the plan's GUI tests says when it is asked so.
    static QString said(const QStringList &arguments)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(OKOSHKO_QA_TESTS), arguments);
        [&] { QVERIFY(program.waitForFinished()); }();
        return QString::fromUtf8(program.readAllStandardOutput());
    }

    static QSet<int> guiTests()
    {
        static const QRegularExpression name(u"\\bcase([0-9]{3})\\(\\)"_s);
        QSet<int> numbers;
        const QStringList chapters = said({}).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &chapter : chapters) {
            const QString functions = said({chapter, u"-functions"_s});
            for (auto found = name.globalMatch(functions); found.hasNext();)
                numbers << found.next().captured(1).toInt();
        }
        return numbers;
    }

    static QStringList scenarios()
    {
        QStringList names;
        for (const sandbox::Scenario &row : sandbox::scenarioTable())
            names << QString(row.name);
        return names;
    }

    static QList<PlanCase> plan()
    {
        const auto read = readPlan(QStringLiteral(OKOSHKO_ROOT "/tests/qa/cases"));
        [&] { QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error())); }();
        return read.value_or(QList<PlanCase>());
    }

    static PlanOwnWords ownWords()
    {
        const auto read = readOwnWords(QStringLiteral(OKOSHKO_ROOT "/tests/qa"));
        [&] { QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error())); }();
        return read.value_or(PlanOwnWords());
    }

    /// A case for each row of the flow, which agree with the world below them.
    static QList<PlanCase> smallPlan()
    {
        PlanCase one;
        one.number = 101;
        one.flow = flowRows().first();
        one.scenario = u"declined"_s;
        one.steps << PlanText{u"Нажмите {A|b}, включите {scenario|declined}"_s,
                              u"Press {A|b}, arm {scenario|declined}"_s};
        QList<PlanCase> cases;
        for (const QString &row : flowRows()) {
            one.flow = row;
            cases << one;
            ++one.number;
        }
        return cases;
    }

    static PlanWorld smallWorld()
    {
        PlanWorld world;
        for (int i = 0; i < flowRows().size(); ++i)
            world.tests << 101 + i;
        world.scenarios << u"declined"_s;
        world.hasLabel = [](const QString &, const QString &reference) { return reference != u"Gone|label"; };
        return world;
    }

private Q_SLOTS:
    void agreesWithTheProgram()
    {
        const PlanWords russian(u"ru"_s);
        const PlanWords english(u"en"_s);
        const PlanWorld world{guiTests(), scenarios(), [&](const QString &language, const QString &reference) {
                                  return (language == u"ru" ? russian : english).label(reference).has_value();
                              }};
        QVERIFY(!world.tests.isEmpty());
        const QStringList troubles = disagreements(plan(), world) + disagreements(ownWords(), world);
        QVERIFY2(troubles.isEmpty(), qPrintable(u'\n' + troubles.join(u'\n')));
    }

    void seesEachDisagreement_data()
    {
        using Spoil = std::function<void(QList<PlanCase> &, PlanWorld &)>;
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const Spoil &spoil, const QString &says) {
            QTest::newRow(name) << spoil << says;
        };
        row("nothing", [](auto &, auto &) {}, {});
        row(
            "case without test", [](auto &, auto &world) { world.tests.remove(101); }, u"case 101 has no GUI test"_s);
        row(
            "test without case", [](auto &, auto &world) { world.tests << 999; }, u"case999 has no case"_s);
        row(
            "scenario without case", [](auto &, auto &world) { world.scenarios << u"silent"_s; },
            u"silent has no case"_s);
        row(
            "no such scenario", [](auto &plan, auto &) { plan[0].scenario = u"dragon"_s; }, u"does not have"_s);
        row(
            "never armed",
            [](auto &plan, auto &) {
                plan[0].steps = {{u"Ждите"_s, u"Wait"_s}};
            },
            u"in no step"_s);
        row(
            "label gone",
            [](auto &plan, auto &) {
                plan[1].expected << PlanText{u"{Gone|label}"_s, u"{Gone|label}"_s};
            },
            u"which is no label"_s);
        row(
            "other label",
            [](auto &plan, auto &) {
                plan[1].expected << PlanText{u"{A|b}"_s, u"nothing"_s};
            },
            u"quotes other labels"_s);
        row(
            "number twice", [](auto &plan, auto &) { plan[1].number = 101; }, u"used twice"_s);
        row(
            "row without case", [](auto &plan, auto &) { plan[2].flow = plan[1].flow; }, u"has no case"_s);
    }

    void seesEachDisagreement()
    {
        QFETCH(const std::function<void(QList<PlanCase> &, PlanWorld &)>, spoil);
        QFETCH(const QString, says);
        QList<PlanCase> cases = smallPlan();
        PlanWorld world = smallWorld();
        spoil(cases, world);
        const QString troubles = disagreements(cases, world).join(u'\n');
        if (says.isEmpty())
            QCOMPARE(troubles, QString());
        else
            QVERIFY2(troubles.contains(says), qPrintable(troubles));
    }

    void seesWhatTheFrontPageMisquotes()
    {
        const PlanOwnWords words{{u"report"_s, PlanText{u"{Gone|label}"_s, u"{Gone|label}"_s}}};
        QCOMPARE(disagreements(words, smallWorld()).size(), 2); // in each language
    }

    void namesTheFieldThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << QByteArray("{") << u"no array of cases"_s;
        QTest::newRow("number") << QByteArray(R"([{"number": 7}])") << u"case 7: number"_s;
        QTest::newRow("flow") << QByteArray(R"([{"number": 101, "flow": "x"}])") << u"case 101: flow 'x'"_s;
        QTest::newRow("title") << QByteArray(R"([{"number": 101, "flow": "cancel", "title": {"ru": "а"}}])")
                               << u"title"_s;
        QTest::newRow("steps") << QByteArray(R"([{"number": 101, "flow": "cancel", "title": {"ru": "а", "en": "a"},
            "before": [{"ru": "а", "en": "a"}], "steps": []}])")
                               << u"steps is empty"_s;
    }

    void namesTheFieldThatIsWrong()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, says);
        const auto cases = readCases(json);
        QVERIFY(!cases);
        QVERIFY2(cases.error().contains(says), qPrintable(cases.error()));
    }

    void quotesWhatIsOnScreen()
    {
        const PlanWords russian(u"ru"_s);
        QCOMPARE(russian.label(u"TopBar|&New order"_s), u"Новый заказ"_s);
        QCOMPARE(russian.label(u"NewOrderPage|&Take these: %n"_s), u"Взять … билетов"_s);
        QCOMPARE(russian.label(u"page|done.heading"_s), u"Оплачено"_s);
        QCOMPARE(russian.label(u"system|api/BASE"_s), u"Оплата в кассе"_s);
        QVERIFY(!russian.label(u"TopBar|&No such button"_s));
        QCOMPARE(PlanWords(u"en"_s).label(u"TopBar|&New order"_s), u"New order"_s);
        QCOMPARE(russian.toHtml(u"[F2] <&> {TopBar|&New order}"_s),
                 u"<kbd>F2</kbd> &lt;&amp;&gt; <b>Новый заказ</b>"_s);
    }

    void makesAPageOfBothLanguages()
    {
        for (const QString &language : {u"ru"_s, u"en"_s}) {
            const PlanWords words(language);
            const QString html = PlanPage(words, ownWords(), {u"9.8.7"_s, {}}).toHtml(plan());
            QVERIFY(html.contains(u"9.8.7"_s));
            QVERIFY(!html.contains(u"chapter9"_s));
            static const QRegularExpression leftOpen(u"\\{[A-Za-z]+\\|"_s);
            QVERIFY2(!leftOpen.match(html).hasMatch(), qPrintable(leftOpen.match(html).captured()));
            const QList<PlanCase> cases = plan();
            for (const PlanCase &each : cases)
                QVERIFY(html.contains(u"id=\"case%1\""_s.arg(each.number)));
        }
    }

    void rendersByCommand()
    {
        QProcess renderer;
        renderer.start(QStringLiteral(OKOSHKO_QA_RENDERER), {u"ru"_s, u"/nowhere"_s});
        QVERIFY(renderer.waitForFinished());
        QCOMPARE(renderer.exitCode(), 0);
        QVERIFY(renderer.readAllStandardOutput().endsWith("</html>\n"));
        renderer.start(QStringLiteral(OKOSHKO_QA_RENDERER), {u"de"_s, u"/nowhere"_s});
        QVERIFY(renderer.waitForFinished());
        QCOMPARE(renderer.exitCode(), 2); // and says how it is used
        QVERIFY(!renderer.readAllStandardError().isEmpty());
    }
};

} // namespace okoshko::test::tst_qaplan

OKOSHKO_TEST(tst_qaplan, QaPlanTest, QCoreApplication)
#include "tst_qaplan.moc"
