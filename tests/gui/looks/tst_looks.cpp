// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/looks/Legible.h"
#include "tests/gui/sale/Stage.h"
#include "tests/support/Nightly.h"
#include "tests/support/TestProgram.h"
#include "ui/setup/FirstStartWindow.h"
#include "ui/theme/Theme.h"

#include <QDir>
#include <QListWidget>
#include <QSignalSpy>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_looks {

/// First start, settings and QA dock as a counter sees them, on small screens and on large ones: nothing is cut, and
/// the window is no larger than its screen. Leaves the pictures in build/looks, for a person to look at.
class LooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir().mkpath(QStringLiteral(OKOSHKO_LOOKS))); }

    void firstStart_data() { looks(); }
    void firstStart()
    {
        const Look look = this->look();
        Languages languages;
        languages.speak(look.language);
        Theme::wear(*qApp, look.theme);
        FirstStartWindow window(FirstStartWindow::Opens::AtChoice, vendorServers(), Format(look.language));
        window.show();
        look.take(window, u"first-start"_s);
        QTest::keyClick(&window, Qt::Key_2);
        window.form().setValues({.server = QUrl(u"https://api.example.org"_s), .counterName = u"Касса"_s});
        window.form().showOutcome(
            {ConnectionReport{.partner = u"56810047f06c5a6ac62f4e1d"_s, .eventsOnSale = 12}, {}, {}});
        look.take(window, u"connection"_s);
    }

    void settings_data() { looks(); }
    void settings()
    {
        const Look look = this->look();
        const auto stage = setUp(look);
        Windows real({*stage->counter, stage->settings, stage->memory, stage->languages},
                     {MainWindow::Mode::Live, StatusLine::Key::Kept, SettingsDialog::Account::Changeable});
        stage->windows->main().hide();
        real.main().show();
        real.main().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&real.main()));
        QTest::keyClick(&real.main(), Qt::Key_Comma, Qt::ControlModifier);
        auto *pages = real.main().findChild<QListWidget *>(u"settingsPages"_s);
        QTRY_VERIFY(pages && pages->isVisible());
        QCOMPARE(pages->count(), 4);
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentRow(page);
            look.take(real.main(), u"settings-%1"_s.arg(page + 1));
        }
    }

    void qaDock_data() { looks(); }
    void qaDock()
    {
        const Look look = this->look();
        const auto stage = setUp(look);
        stage->press(Qt::Key_F12);
        QTRY_VERIFY(stage->isShown(u"qaFilter"_s));
        look.take(stage->windows->main(), u"qa-dock"_s);
    }

private:
    struct Look
    {
        Format::Language language;
        Theme::Kind theme;
        QSize size;

        void take(QWidget &window, const QString &name) const
        {
            window.resize(size);
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            QTRY_COMPARE(window.size(), size);
            QTimer turn; // of the event loop, for what is laid out once all has changed
            QSignalSpy turned(&turn, &QTimer::timeout);
            turn.start(0);
            QVERIFY(turned.wait());
            const QString file = QStringLiteral(OKOSHKO_LOOKS "/") + name + u'-' +
                                 QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-') + u".png"_s;
            QVERIFY(window.grab().save(file));
            nothingIsCut(window);
        }
    };

    /// The row that is under way.
    static Look look()
    {
        QFETCH(Format::Language, language);
        QFETCH(Theme::Kind, theme);
        QFETCH(QSize, size);
        return {language, theme, size};
    }

    static void looks()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::addColumn<Theme::Kind>("theme");
        QTest::addColumn<QSize>("size");
        for (const auto &[letters, language] :
             {std::pair("ru", Format::Language::Russian), std::pair("en", Format::Language::English)}) {
            for (const auto &[word, theme] :
                 {std::pair("light", Theme::Kind::Light), std::pair("dark", Theme::Kind::Dark)}) {
                for (const QSize size : {QSize(1024, 600), QSize(1280, 800), QSize(1920, 1080)}) {
                    // By day each size in each language, and in one theme: which, takes turns.
                    const bool isRussian = language == Format::Language::Russian;
                    const bool isLight = theme == Theme::Kind::Light;
                    const bool isMiddle = size.width() == 1280;
                    if (isNightly() || (isRussian == isLight) != isMiddle)
                        QTest::addRow("%s %s %d", letters, word, size.width()) << language << theme << size;
                }
            }
        }
    }

    static std::unique_ptr<Stage> setUp(const Look &look)
    {
        auto stage = std::make_unique<Stage>(look.language);
        stage->settings.setTheme(look.theme);
        Theme::wear(*qApp, look.theme);
        return stage;
    }
};

} // namespace okoshko::test::tst_looks

OKOSHKO_TEST(tst_looks, LooksTest, QApplication)
#include "tst_looks.moc"
