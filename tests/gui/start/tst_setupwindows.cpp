// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Languages.h"
#include "ui/setup/FirstStartWindow.h"
#include "ui/setup/KeyPrompt.h"
#include "ui/setup/ProfileChooser.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test {

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

    void speak(Format::Language language)
    {
        m_languages.speak(language);
        Theme::wear(*qApp, Theme::Kind::Light);
    }

    static void nothingIsCut(QWidget &window)
    {
        for (const ActionButton *button : window.findChildren<ActionButton *>()) {
            // What is chosen is bolder and may use some of the air around it.
            const int needed = button->minimumSizeHint().width() - Theme::space(3);
            QVERIFY2(!button->isVisible() || button->width() >= needed, qPrintable(button->text()));
        }
        for (const QLabel *label : window.findChildren<QLabel *>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            QVERIFY2(label->height() >= needed, qPrintable(label->text()));
            QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
    }

    /// Of what can be seen at once.
    static void lettersAreUnique(const QWidget &window)
    {
        QStringList seen;
        const auto note = [&seen](const QString &text) {
            const QString letter = QKeySequence::mnemonic(text).toString();
            if (letter.isEmpty())
                return;
            QVERIFY2(!seen.contains(letter), qPrintable(letter + u": "_s + text));
            seen << letter;
        };
        for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                note(button->text());
        }
        for (const QLabel *label : window.findChildren<QLabel *>()) {
            if (label->isVisible() && label->buddy())
                note(label->text());
        }
        QVERIFY(!seen.isEmpty());
    }

private Q_SLOTS:
    void keyPrompt_data() { languages(); }
    void keyPrompt()
    {
        QFETCH(Format::Language, language);
        speak(language);
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
        speak(language);
        FirstStartWindow window(FirstStartWindow::Opens::AtChoice, Format(language));
        window.resize(1024, 600);
        window.show();
        QTRY_VERIFY(QTest::qWaitForWindowExposed(&window));
        nothingIsCut(window);
        lettersAreUnique(window);
        QTest::keyClick(&window, Qt::Key_2);
        window.form().setValues({.server = QUrl(u"https://api.example.org"_s), .counterName = u"Касса"_s});
        window.form().showOutcome(ConnectionReport{.partner = u"56810047f06c5a6ac62f4e1d"_s, .eventsOnSale = 1});
        QTRY_COMPARE(window.size(), QSize(1024, 600));
        QCoreApplication::sendPostedEvents();
        nothingIsCut(window);
        lettersAreUnique(window);
    }

    void profileChooser_data() { languages(); }
    void profileChooser()
    {
        QFETCH(Format::Language, language);
        speak(language);
        QList<ProfileChooser::Row> rows(12, {u"Касса & Ко"_s, u"api.ticketscloud.org"_s, Stand::Live});
        rows[3].stand = Stand::Staging;
        ProfileChooser chooser(rows);
        chooser.show();
        QTRY_VERIFY(QTest::qWaitForWindowExposed(&chooser));
        nothingIsCut(chooser);
        lettersAreUnique(chooser);
    }

private:
    Languages m_languages;
};

} // namespace okoshko::test

QTEST_MAIN(okoshko::test::SetupWindowsTest)
#include "tst_setupwindows.moc"
