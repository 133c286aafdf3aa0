// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/Languages.h"
#include "tests/gui/looks/Legible.h"
#include "tests/support/TestProgram.h"
#include "ui/setup/FirstStartWindow.h"
#include "ui/setup/KeyPrompt.h"
#include "ui/setup/ProfileChooser.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_setupwindows {

/// The windows before a counter opens: nothing in them is cut, and each letter leads to one thing.
class SetupWindowsTest : public QObject
{
    Q_OBJECT

private:
    using Reason = KeyPrompt::Reason;

    static void languages()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::newRow("ru") << Format::Language::Russian;
        QTest::newRow("en") << Format::Language::English;
    }

    void setLanguage(Format::Language language)
    {
        m_languages.setLanguage(language);
        Theme::apply(*qApp, Theme::Kind::Light);
    }

private Q_SLOTS:
    void keyPrompt_data() { languages(); }
    void keyPrompt()
    {
        QFETCH(Format::Language, language);
        setLanguage(language);
        KeyPrompt prompt(u"Касса у главного входа"_s, u"api.ticketscloud.org"_s);
        prompt.show();
        for (const auto reason : {Reason::NotKept, Reason::Locked, Reason::NoStore, Reason::Denied, Reason::StoreFailed,
                                  Reason::Refused, Reason::Foreign}) {
            prompt.ask(reason);
            QTRY_VERIFY(QTest::qWaitForWindowExposed(&prompt));
            QCoreApplication::sendPostedEvents();
            nothingIsCut(prompt);
            lettersAreUnique(prompt);
        }
        prompt.showFailure({.kind = ConnectionFailure::Kind::NotTicketscloud, .serverWords = QString(400, u'x')});
        QCoreApplication::sendPostedEvents();
        nothingIsCut(prompt);
    }

    void firstStart_data() { languages(); }
    void firstStart()
    {
        QFETCH(Format::Language, language);
        setLanguage(language);
        FirstStartWindow window(FirstStartWindow::Opens::AtChoice, vendorServers(), Format(language));
        window.resize(1024, 600);
        window.show();
        QTRY_VERIFY(QTest::qWaitForWindowExposed(&window));
        nothingIsCut(window);
        lettersAreUnique(window);
        QTest::keyClick(&window, Qt::Key_2);
        window.form().setValues({.server = QUrl(u"https://api.example.org"_s), .counterName = u"Касса"_s});
        window.form().showOutcome(
            {ConnectionReport{.partner = u"56810047f06c5a6ac62f4e1d"_s, .eventsOnSale = 1}, {}, {}});
        QTRY_COMPARE(window.size(), QSize(1024, 600));
        QCoreApplication::sendPostedEvents();
        nothingIsCut(window);
        lettersAreUnique(window);
        const QUrl first = vendorServers().at(0).url;
        const QUrl second = vendorServers().at(1).url;
        window.form().setValues({.server = first, .counterName = u"Касса"_s});
        const ConnectionFailure page{.kind = ConnectionFailure::Kind::WebPage, .sentTo = u"login.example.org"_s};
        window.form().showOutcome({tl::unexpected(page), {{second, {}}}, second});
        QCoreApplication::sendPostedEvents();
        nothingIsCut(window);
        lettersAreUnique(window);
    }

    void profileChooser_data() { languages(); }
    void profileChooser()
    {
        QFETCH(Format::Language, language);
        setLanguage(language);
        QList<ProfileChooser::Row> rows(12, {u"Касса & Ко"_s, u"api.ticketscloud.org"_s, Environment::Live});
        rows[3].environment = Environment::Staging;
        ProfileChooser chooser(rows);
        chooser.show();
        QTRY_VERIFY(QTest::qWaitForWindowExposed(&chooser));
        nothingIsCut(chooser);
        lettersAreUnique(chooser);
    }

private:
    Languages m_languages;
};

} // namespace okoshko::test::tst_setupwindows

OKOSHKO_TEST(tst_setupwindows, SetupWindowsTest, QApplication)
#include "tst_setupwindows.moc"
