// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/SettingsFields.h"
#include "tests/gui/files/Saver.h"
#include "tests/gui/plan/CaseDrive.h"
#include "tests/gui/start/StartFixture.h"
#include "tests/support/TestProgram.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_qa_setup {

namespace {

const QString key = u"047bdb8bcee44d3693371920aaf9135c"_s;

Arguments speaking(const CaseScript &script)
{
    Arguments arguments;
    arguments.language = script.languageCode();
    return arguments;
}

void giveKey()
{
    [] { QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s)); }(); // there is no secret store here
    FirstFailure::check();
    StartFixture::fillIn(u"keyEdit"_s, key);
    StartFixture::press(Qt::Key_Return);
    [] { QTRY_VERIFY(StartFixture::counter()); }();
    FirstFailure::check();
}

/// In the menu that is open, once \a reference can be read in it.
void chooseByLetter(CaseScript &script, const QString &reference, QChar underlined)
{
    script.await(reference);
    QWidget *menu = QApplication::activePopupWidget();
    [&] { QVERIFY(menu); }();
    FirstFailure::check();
    QTest::sendKeyEvent(QTest::Click, menu, Qt::Key_unknown, QString(underlined), Qt::NoModifier);
}

} // namespace

/// Chapter 8 of the manual test plan: first start, settings, profiles, and a report.
class SetupCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void case801()
    {
        CaseScript::perform(801, [](CaseScript &script) {
            const TemporaryHome home;
            const StartFixture fixture(speaking(script));
            script.await(u"FirstStartWindow|What shall this counter do?"_s);
            script.takePicture(*StartFixture::find(u"firstStartWindow"_s));
            StartFixture::press(Qt::Key_1);
            QTRY_VERIFY(StartFixture::counter());
            script.await(u"ModeBand|TRAINING — nothing is really sold"_s);
            QVERIFY(!StartFixture::find(u"firstStartWindow"_s));
        });
    }

    void case802()
    {
        CaseScript::perform(802, [](CaseScript &script) {
            const TemporaryHome home;
            const auto server = startSandbox();
            const StartFixture fixture(speaking(script));
            script.await(u"FirstStartWindow|Real co&unter"_s);
            StartFixture::press(Qt::Key_2);
            script.await(u"ConnectionForm|Another &address"_s);
            QVERIFY(!StartFixture::isShown(u"startSellingButton"_s)); // not before a test
            StartFixture::click(u"ownChip"_s);
            StartFixture::fillIn(u"addressEdit"_s, server->url().toString());
            StartFixture::fillIn(u"keyEdit"_s, key);
            StartFixture::fillIn(u"counterNameEdit"_s, u"Касса 1"_s);
            StartFixture::click(u"testButton"_s);
            script.await(u"SetupText|Partner: %1"_s);
            QTRY_VERIFY(StartFixture::isShown(u"startSellingButton"_s));
            script.takePicture(*StartFixture::find(u"firstStartWindow"_s), {u"addressEdit"_s, u"connectionNotice"_s});
            StartFixture::click(u"startSellingButton"_s);
            QTRY_VERIFY(StartFixture::counter());
            QVERIFY(!StartFixture::find(u"trainingBand"_s));
            QVERIFY(StartFixture::counter()->windowTitle().startsWith(u"Касса 1"_s));
        });
    }

    void case803()
    {
        CaseDrive::perform(803, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            stage.hand->press(Qt::Key_Comma, Qt::ControlModifier);
            drive.await(u"SettingsPage|Settings"_s);
            auto *pages = stage.hand->find<QListWidget>(u"settingsPages"_s);
            QVERIFY(pages);
            QCOMPARE(stage.hand->click(*pages, pages->model()->index(1, 0)), InputDriver::Result::Done);
            auto *table = stage.hand->find<QTableView>(u"systemsTable"_s);
            QVERIFY(table);
            QCOMPARE(stage.hand->click(*table, table->model()->index(0, static_cast<int>(SystemSetting::Name))),
                     InputDriver::Result::Done);
            stage.hand->press(Qt::Key_Down, Qt::AltModifier);
            drive.await(u"SettingsPage|&Save"_s);
            stage.hand->press(Qt::Key_S, Qt::ControlModifier);
            drive.await(u"SettingsPage|Saved. The settings hold from now on."_s);
            drive.takePicture();
            drive.awaitThat("the windows are built for it", [&stage] { return !stage.windows->isToRebuild(); });
            drive.toOrders();
            drive.pick(1);
            stage.press(Qt::Key_Return);
            drive.await(u"PaymentPage|Payment of order %1"_s);
            const auto *first = stage.hand->find<QPushButton>(u"paySystem_1"_s);
            QVERIFY(first);
            const QString second = PlanWords(drive.languageCode()).label(u"system|platron/OTHER"_s).value_or(QString());
            QCOMPARE(first->text(), second);
        });
    }

    void case804()
    {
        CaseDrive::perform(804, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            drive.reserve();
            drive.toOrders();
            Saver saver(stage);
            stage.press(Qt::Key_F10);
            const bool isRussian = drive.languageCode() == u"ru";
            chooseByLetter(drive, u"TopBar|&Help"_s, isRussian ? u'п' : u'h');
            chooseByLetter(drive, u"TopBar|Report a &problem…"_s, isRussian ? u'с' : u'p');
            const QString path = stage.profile.filePath(u"report"_s);
            saver.saveAs(path);
            FirstFailure::check();
            QMessageBox *box = saver.box(u"savedBox"_s);
            QVERIFY(box);
            drive.await(u"FileSaver|The file is here:"_s);
            drive.takePicture(*box);
            QVERIFY(QFile::exists(path + u".zip"_s));
        });
    }

    void case805()
    {
        CaseScript::perform(805, [](CaseScript &script) {
            TemporaryHome home;
            const auto server = startSandbox();
            const Format::Language language = script.format().language();
            home.addProfile(u"Зал"_s, server->url(), language);
            home.addProfile(u"Клуб"_s, server->url(), language);
            Arguments arguments = speaking(script);
            arguments.profile = u"Зал"_s;
            const StartFixture fixture(arguments);
            giveKey();
            QVERIFY(StartFixture::counter()->windowTitle().startsWith(u"Зал"_s));
            StartFixture::sellOne();
            StartFixture::press(Qt::Key_Escape);
            QTRY_VERIFY(StartFixture::isShown(u"orderTable"_s));

            StartFixture::press(Qt::Key_F10);
            auto *menu = StartFixture::counter()->findChild<QMenu *>(u"mainMenu"_s);
            QTRY_VERIFY(menu->isVisible());
            script.await(u"TopBar|&Profiles…"_s);
            auto *action = menu->findChild<QAction *>(u"profilesAction"_s);
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            script.await(u"ProfileChooser|Which counter shall it be?"_s);
            script.takePicture(*StartFixture::find(u"profileChooser"_s), {u"profile_1"_s, u"profile_2"_s});
            StartFixture::press(StartFixture::textOf(u"profile_1"_s) == u"Клуб" ? Qt::Key_1 : Qt::Key_2);
            giveKey();
            QTRY_VERIFY(StartFixture::counter() && StartFixture::counter()->windowTitle().startsWith(u"Клуб"_s));
        });
    }

    void case806()
    {
        CaseDrive::perform(806, [](CaseDrive &drive) {
            const auto desktopIs = [](Theme::Kind kind) { Theme::setDesktop(*qApp, kind); }; // as the program is told
            const auto isDark = [&drive] {
                return drive.stage.windows->main().grab().toImage().pixelColor(2, 2).lightness() < 128;
            };
            Theme::apply(*qApp, Theme::Kind::System);
            desktopIs(Theme::Kind::Light);
            drive.pick(1);
            QVERIFY(!isDark());
            desktopIs(Theme::Kind::Dark);
            QVERIFY(isDark());
            drive.await(u"NewOrderPage|&Reserve"_s);
            drive.takePicture();
            desktopIs(Theme::Kind::Light);
            QVERIFY(!isDark());
            desktopIs(Theme::Kind::System);
            QCOMPARE(drive.stage.hand->find<QLineEdit>(u"eventSearch"_s)->text(), u"записанных"_s);
            QCOMPARE(drive.text(u"reserveCount"_s), drive.format().tickets(1));
            QVERIFY(drive.stage.isShown(u"reserveButton"_s));
        });
    }

    void case807()
    {
        CaseDrive::perform(807, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            QWidget &window = stage.windows->main();
            const QSize small(1024, 600);
            stage.hand->press(Qt::Key_Comma, Qt::ControlModifier);
            drive.await(u"SettingsPage|Settings"_s);
            auto *pages = stage.hand->find<QListWidget>(u"settingsPages"_s);
            for (int page = 0; page < pages->count() && !stage.find(u"textSizeEdit"_s); ++page)
                pages->setCurrentRow(page);
            drive.await(u"SettingNames|Te&xt size"_s);
            drive.click(u"textSizeEdit"_s);
            stage.hand->press(Qt::Key_A, Qt::ControlModifier);
            stage.type(u"200"_s);
            drive.await(u"SettingsPage|&Save"_s);
            stage.hand->press(Qt::Key_S, Qt::ControlModifier);
            drive.awaitThat("the text is twice as large", [&] { return stage.settings.values().textSize == 200; });
            drive.toOrders();
            drive.awaitThat("the window can be that small",
                            [&] { return window.resize(small), window.size() == small; });

            // Wholly in view, in a window that has not grown.
            const auto inView = [&](const QStringList &names) {
                for (const QString &name : names) {
                    drive.awaitThat(qPrintable(name + u" is in view"_s), [&] {
                        const QWidget *widget = stage.find(name);
                        return widget && widget->visibleRegion().boundingRect() == widget->rect();
                    });
                }
                [&] { QCOMPARE(window.size(), small); }();
                FirstFailure::check();
            };
            inView({u"newOrderButton"_s, u"orderTable"_s});
            drive.pick(1);
            inView({u"backButton"_s, u"reserveButton"_s});
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"startPaymentButton"_s);
            inView({u"backButton"_s, u"startPaymentButton"_s, u"cancelSaleButton"_s});
            drive.takePicture();
        });
    }
};

} // namespace okoshko::test::tst_qa_setup

OKOSHKO_TEST(tst_qa_setup, SetupCases, QApplication)
#include "tst_qa_setup.moc"
