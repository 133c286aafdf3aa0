// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/GuiFixture.h"

#include "app/qa/QaListModel.h"
#include "tests/support/TestProgram.h"
#include "ui/widgets/Notice.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_qadock {

/// The QA dock, by keyboard, in front of the real sandbox.
class QaDockTest : public QObject
{
    Q_OBJECT

private:
    static sandbox::ScenarioBoard &board(const GuiFixture &stage) { return stage.server->scenarios(); }
    static QString noteOf(const GuiFixture &stage, const QString &scenario)
    {
        auto *list = stage.hand->find<QListView>(u"qaList"_s);
        const auto *model = qobject_cast<QaListModel *>(list->model());
        return model->indexOf(scenario).data(QaListModel::NoteRole).toString();
    }
    static QString textOf(const GuiFixture &stage, const QString &label)
    {
        const auto *widget = stage.hand->find<QLabel>(label);
        return widget ? widget->text() : QString();
    }

private Q_SLOTS:
    void armsByKeyboardAndActsInTheWindow_data()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("waits");
        QTest::addColumn<QString>("met");
        QTest::addColumn<QString>("notice");
        QTest::newRow("English") << Format::Language::English << u"too few"_s << u"waits for: reserving"_s
                                 << u"^met by: reserving, \\d\\d:\\d\\d:\\d\\d$"_s << u"Asked for 3, reserved 2."_s;
        QTest::newRow("Russian") << Format::Language::Russian << u"билет меньше"_s << u"ждёт: бронирование"_s
                                 << u"^сработал: бронирование, \\d\\d:\\d\\d:\\d\\d$"_s
                                 << u"Просили 3, забронировано 2."_s;
    }

    void armsByKeyboardAndActsInTheWindow()
    {
        QFETCH(const Format::Language, language);
        QFETCH(const QString, typed);
        QFETCH(const QString, waits);
        QFETCH(const QString, met);
        QFETCH(const QString, notice);
        GuiFixture stage(language);
        QVERIFY(!stage.find(u"qaDock"_s));
        stage.press(Qt::Key_F12);
        QVERIFY(stage.isShown(u"qaFilter"_s));
        stage.type(typed);
        stage.press(Qt::Key_Return);
        QVERIFY(board(stage).isArmed(sandbox::scenario("partial")));
        QCOMPARE(noteOf(stage, u"partial"_s), waits);
        QVERIFY(!textOf(stage, u"qaCount"_s).isEmpty());

        stage.press(Qt::Key_Escape); // what was typed goes
        QCOMPARE(stage.hand->find<QLineEdit>(u"qaFilter"_s)->text(), QString());
        stage.press(Qt::Key_Escape); // back to the orders
        stage.pick(GuiFixture::pageEvent(), GuiFixture::pageSet(), 3);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"takeTheseButton"_s));
        QCOMPARE(stage.hand->find<Notice>(u"ticketsNotice"_s)->title(), notice);

        QTRY_VERIFY2(QRegularExpression(met).match(noteOf(stage, u"partial"_s)).hasMatch(),
                     qPrintable(noteOf(stage, u"partial"_s)));
        QVERIFY(!board(stage).isArmed(sandbox::scenario("partial")));
        QCOMPARE(textOf(stage, u"qaCount"_s), QString());
    }

    void ticksWithSpaceAndSwitchesAllOff()
    {
        GuiFixture stage;
        stage.press(Qt::Key_F12);
        stage.press(Qt::Key_Down); // into the list
        auto *list = stage.hand->find<QListView>(u"qaList"_s);
        QCOMPARE(list->currentIndex().data(QaListModel::NameRole).toString(), u"hold-2m05"_s);
        stage.press(Qt::Key_Space);
        QVERIFY(board(stage).isArmed(sandbox::scenario("hold-2m05")));
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_Return);
        QVERIFY(board(stage).isArmed(sandbox::scenario("hold-15s")));
        stage.press(Qt::Key_Space);
        QVERIFY(!board(stage).isArmed(sandbox::scenario("hold-15s")));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->currentIndex()).topLeft() + QPoint(Theme::space(4), Theme::space(3)));
        QVERIFY(board(stage).isArmed(sandbox::scenario("hold-15s")));
        stage.hand->press(Qt::Key_F12, Qt::ShiftModifier);
        for (const sandbox::Scenario &row : sandbox::scenarioTable())
            QVERIFY(!board(stage).isArmed(row));
        QVERIFY(!stage.isShown(u"qaAllOff"_s));
    }

    void showsEveryScenarioOfTheTable()
    {
        GuiFixture stage;
        stage.press(Qt::Key_F12);
        const auto *model = qobject_cast<QaListModel *>(stage.hand->find<QListView>(u"qaList"_s)->model());
        QSet<QString> groups;
        for (const sandbox::Scenario &row : sandbox::scenarioTable()) {
            const QModelIndex index = model->indexOf(row.name);
            QVERIFY2(index.isValid(), row.name.data());
            QCOMPARE(index.data(Qt::DisplayRole).toString(), row.english.title.toString());
            groups << sandbox::englishTitle(row.group).toString();
        }
        QCOMPARE(model->rowCount(), static_cast<int>(sandbox::scenarioTable().size()) + groups.size());
        stage.type(u"429"_s); // letters typed in the list narrow it down too
        QCOMPARE(model->rowCount(), 2);
    }

    void momentAndHowOften()
    {
        GuiFixture stage;
        stage.press(Qt::Key_F12);
        stage.type(u"fails over"_s); // of one scenario only
        auto *moment = stage.hand->find<QComboBox>(u"qaMoment"_s);
        moment->setFocus();
        for (int i = 0; i < moment->count() && moment->currentText() != u"reading events"; ++i)
            stage.press(Qt::Key_Down);
        QCOMPARE(moment->currentText(), u"reading events"_s);
        stage.hand->find<QComboBox>(u"qaLasting"_s)->setFocus();
        stage.press(Qt::Key_Down);
        stage.find(u"qaFilter"_s)->setFocus();
        stage.press(Qt::Key_Return);
        using sandbox::Activation;
        QCOMPARE(*board(stage).state(sandbox::scenario("500")).armed,
                 (Activation{&sandbox::scenario("500"), sandbox::RequestKind::Events, Activation::untilOff}));
        // What is on already follows at once.
        stage.hand->find<QComboBox>(u"qaLasting"_s)->setFocus();
        stage.press(Qt::Key_Up);
        QCOMPARE(board(stage).state(sandbox::scenario("500")).armed->times, 1);
    }

    void speaksTheOtherLanguageAtOnce()
    {
        GuiFixture stage(Format::Language::English);
        stage.press(Qt::Key_F12);
        stage.type(u"sold-out"_s);
        Q_EMIT stage.windows->main().languageRequested(Format::Language::Russian);
        QTRY_COMPARE(textOf(stage, u"qaDescription"_s), sandbox::scenario("sold-out").russian.description.toString());
        auto *list = stage.hand->find<QListView>(u"qaList"_s);
        QCOMPARE(list->currentIndex().data(Qt::DisplayRole).toString(), u"Раскупили в последний момент"_s);
        QCOMPARE(stage.hand->find<QComboBox>(u"qaMoment"_s)->itemText(1), u"бронирование"_s);
    }

    void rememberedAndOffAtFirst()
    {
        GuiFixture stage;
        QCOMPARE(stage.memory.qaDock(), WindowState::Dock::Hidden);
        stage.press(Qt::Key_F12);
        QCOMPARE(stage.memory.qaDock(), WindowState::Dock::Shown);
        stage.click(u"qaClose"_s);
        QVERIFY(!stage.find(u"qaDock"_s));
        QCOMPARE(stage.memory.qaDock(), WindowState::Dock::Hidden);
    }

    void narrowWindowsDoNotGrow()
    {
        for (const auto language : {Format::Language::English, Format::Language::Russian}) {
            GuiFixture stage(language);
            stage.windows->main().resize(1024, 600);
            stage.press(Qt::Key_F12);
            QTRY_VERIFY(stage.isShown(u"qaFilter"_s));
            QCOMPARE(stage.windows->main().minimumSizeHint().expandedTo({1024, 600}), QSize(1024, 600));
            const QWidget *dock = stage.find(u"qaDock"_s);
            QTRY_COMPARE(dock->mapTo(&stage.windows->main(), dock->rect().topRight()).x(), 1023);
            // In a wide one nothing is covered.
            stage.windows->main().resize(1920, 1080);
            const QWidget *page = stage.find(u"orderTable"_s);
            QTRY_VERIFY(page->mapToGlobal(page->rect().topRight()).x() < dock->mapToGlobal(QPoint()).x());
        }
    }

    void neverOutsideTraining()
    {
        GuiFixture stage;
        WindowController real(*stage.counter, stage.settings, stage.memory, stage.languages, {MainWindow::Mode::Live});
        real.main().show();
        QTest::keyClick(&real.main(), Qt::Key_F12);
        QVERIFY(!real.main().findChild<QWidget *>(u"qaDock"_s));
        const auto *menu = real.main().findChild<QMenu *>(u"mainMenu"_s);
        for (const QAction *action : menu->actions())
            QVERIFY(action->shortcut() != QKeySequence(Qt::Key_F12) || !action->isVisible());
    }

    void reachesTheServerThatIsOffline()
    {
        GuiFixture stage;
        stage.press(Qt::Key_F12);
        stage.type(u"clock 7 minutes fast"_s); // not "offline": that has two
        stage.press(Qt::Key_Return);
        stage.press(Qt::Key_Escape);
        stage.type(u"offline"_s);
        auto *list = stage.hand->find<QListView>(u"qaList"_s);
        QCOMPARE(list->model()->rowCount(), 3);
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_Down); // to the one that stands
        stage.press(Qt::Key_Space);
        QVERIFY(board(stage).isArmed(sandbox::scenario("offline")));
        stage.counter->readAll();
        QTRY_VERIFY(stage.counter->monitor.connection().health != ConnectionState::Health::Online);
        stage.hand->press(Qt::Key_F12, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(stage.counter->monitor.connection().health == ConnectionState::Health::Online,
                                 GuiFixture::patience);
    }
};

} // namespace okoshko::test::tst_qadock

OKOSHKO_TEST(tst_qadock, QaDockTest, QApplication)
#include "tst_qadock.moc"
