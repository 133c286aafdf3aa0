// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/Settings.h"
#include "tests/faults/tls/TlsFront.h"
#include "tests/gui/start/StartFixture.h"
#include "tests/support/TestProgram.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QLockFile>
#include <QMessageBox>
#include <QTcpServer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_firststart {

namespace {

const QString key = u"047bdb8bcee44d3693371920aaf9135c"_s;

Arguments speaking(const QString &language)
{
    Arguments arguments;
    arguments.language = language;
    return arguments;
}

} // namespace

/// From an empty home to the first ticket.
class FirstStartTest : public QObject
{
    Q_OBJECT

private:
    /// Not in a file, not in a word of any widget.
    static void keyIsNowhere(const TemporaryHome &home)
    {
        const auto files = home.files();
        QVERIFY(std::any_of(files.cbegin(), files.cend(), [](const auto &file) {
            return file.first.endsWith(u"okoshko.log"_s) && !file.second.isEmpty();
        }));
        for (const auto &[file, bytes] : files)
            QVERIFY2(!bytes.contains(key.toUtf8()), qPrintable(file));
        for (const QWidget *widget : QApplication::allWidgets()) {
            const QStringList words{widget->windowTitle(),
                                    widget->toolTip(),
                                    widget->accessibleName(),
                                    widget->accessibleDescription(),
                                    widget->property("text").toString(),
                                    widget->property("displayText").toString()};
            const bool isTyped = widget->objectName() == u"keyEdit"; // masked: what it displays is told apart
            QVERIFY2(!(isTyped ? words.last() : words.join(u'\n')).contains(key), qPrintable(widget->objectName()));
        }
    }

    void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("ru") << u"ru"_s;
        QTest::newRow("en") << u"en"_s;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates = std::make_unique<Certificates>();
        m_identity = m_certificates->make(u"good"_s, {});
        QVERIFY(m_certificates->isValid());
        m_certificates->trust(); // of this process alone
    }

    void trainingAsksNothingMore_data() { languages(); }
    void trainingAsksNothingMore()
    {
        QFETCH(QString, language);
        const TemporaryHome home;
        const StartFixture fixture(speaking(language));
        QTRY_VERIFY(StartFixture::isShown(u"trainingButton"_s));
        StartFixture::press(Qt::Key_1);
        QTRY_VERIFY(StartFixture::counter());
        QVERIFY(StartFixture::isShown(u"trainingBand"_s));
        QVERIFY(!StartFixture::find(u"firstStartWindow"_s));
        StartFixture::sellOne();
        QVERIFY(!QFile::exists(home.data() + u"/profiles"_s));
    }

    void theWindowFollowsTheLanguageAtOnce()
    {
        const TemporaryHome home;
        const StartFixture fixture;
        StartFixture::click(u"languageChip-en"_s);
        QTRY_COMPARE(StartFixture::textOf(u"trainingButton"_s), u"T&raining"_s);
        StartFixture::click(u"languageChip-ru"_s);
        QTRY_COMPARE(StartFixture::textOf(u"trainingButton"_s), u"&Учебный режим"_s);
        StartFixture::press(Qt::Key_2);
        QTRY_VERIFY(StartFixture::isShown(u"testButton"_s));
        QCOMPARE(StartFixture::textOf(u"testButton"_s), u"Проверить св&язь"_s);
        StartFixture::press(Qt::Key_Escape);
        StartFixture::press(Qt::Key_1);
        QTRY_VERIFY(StartFixture::counter());
        QCOMPARE(StartFixture::counter()->windowTitle(), u"Окошко — учебный режим"_s); // and it stays
    }

    /// However the program was started: what somebody has chosen at the window is what she reads from then on.
    void theLanguageThatWasChosenIsKept()
    {
        const TemporaryHome home;
        {
            const StartFixture fixture(speaking(u"ru"_s));
            StartFixture::click(u"languageChip-en"_s);
            StartFixture::press(Qt::Key_1);
            QTRY_VERIFY(StartFixture::counter());
            QCOMPARE(StartFixture::counter()->windowTitle(), u"Okoshko — training"_s);
        }
        const StartFixture fixture(speaking(u"ru"_s));
        StartFixture::click(u"languageChip-en"_s);
        StartFixture::press(Qt::Key_2);
        QTRY_VERIFY(StartFixture::isShown(u"testButton"_s));
        StartFixture::click(u"ownChip"_s);
        StartFixture::fillIn(u"addressEdit"_s, u"http://127.0.0.1:9"_s);
        StartFixture::fillIn(u"keyEdit"_s, key);
        StartFixture::fillIn(u"counterNameEdit"_s, u"Box 1"_s);
        StartFixture::click(u"laterButton"_s);
        QTRY_VERIFY(StartFixture::counter());
        QCOMPARE(Settings(home.profile(u"Box 1"_s)).language(), Format::Language::English);
        QVERIFY(StartFixture::counter()->windowTitle().endsWith(u" — Okoshko"_s));
    }

    void aRealCounterSells_data() { languages(); }
    void aRealCounterSells()
    {
        QFETCH(QString, language);
        TemporaryHome home;
        const auto server = startSandbox();
        const TlsFront front(m_identity, static_cast<quint16>(server->url().port()));
        {
            Arguments arguments = speaking(language);
            arguments.logLevel = LogLevel::Debug;
            const StartFixture fixture(arguments);
            QTRY_VERIFY(StartFixture::isShown(u"realButton"_s));
            StartFixture::press(Qt::Key_2);
            QTRY_VERIFY(StartFixture::isShown(u"keyEdit"_s));
            QCOMPARE(qobject_cast<QLineEdit *>(StartFixture::find(u"addressEdit"_s))->text(),
                     u"https://ticketscloud.com"_s);
            QVERIFY(!StartFixture::isShown(u"startSellingButton"_s)); // not before a test
            StartFixture::click(u"ownChip"_s);
            StartFixture::fillIn(u"addressEdit"_s, front.url().toString());
            StartFixture::fillIn(u"keyEdit"_s, u" key "_s + key + u' ');
            StartFixture::fillIn(u"counterNameEdit"_s, u"Касса у входа"_s);
            StartFixture::press(Qt::Key_Return);
            QTRY_VERIFY(StartFixture::isShown(u"startSellingButton"_s));
            const QString told = StartFixture::textOf(u"connectionNotice"_s);
            QVERIFY2(told.contains(u"56810047f06c5a6ac62f4e1d"_s), qPrintable(told));
            QVERIFY2(told.contains(language == u"ru" ? u" событи"_s : u" events on sale"_s), qPrintable(told));
            StartFixture::press(Qt::Key_Return);
            QTRY_VERIFY(StartFixture::counter());
            QVERIFY(!StartFixture::find(u"trainingBand"_s) && !StartFixture::find(u"stagingBand"_s));
            QVERIFY(StartFixture::counter()->windowTitle().startsWith(u"Касса у входа — "_s));
            QTRY_VERIFY(StartFixture::isShown(u"keyLabel"_s)); // there is no secret store here, and it says so
            StartFixture::sellOne();
            keyIsNowhere(home); // while it runs, its journal's -wal among the files
        }
        keyIsNowhere(home);
        // What the next start will find: all but the key.
        const CounterSettings settings = Settings(home.profile(u"Касса у входа"_s)).values();
        QCOMPARE(settings.server, front.url().toString());
        QCOMPARE(settings.counterName, u"Касса у входа"_s);
    }

    void laterIsAllowedInSoManyWords()
    {
        const TemporaryHome home;
        const StartFixture fixture(speaking(u"en"_s));
        StartFixture::click(u"realButton"_s);
        StartFixture::click(u"ownChip"_s);
        StartFixture::fillIn(u"addressEdit"_s, u"http://127.0.0.1:9"_s);
        StartFixture::fillIn(u"keyEdit"_s, key);
        StartFixture::fillIn(u"counterNameEdit"_s, u"Box 1"_s);
        QVERIFY(!StartFixture::isShown(u"startSellingButton"_s));
        StartFixture::click(u"laterButton"_s);
        QTRY_VERIFY(StartFixture::counter());
        QTRY_VERIFY(StartFixture::isShown(u"bannerLabel"_s)); // nobody answers there
    }

    void pressedSeveralTimesItMakesOneProfile_data()
    {
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("before the window answers") << true;
        QTest::newRow("while the counter opens") << false;
    }
    void pressedSeveralTimesItMakesOneProfile()
    {
        QFETCH(bool, atOnce);
        const TemporaryHome home;
        const StartFixture fixture(speaking(u"en"_s));
        StartFixture::click(u"realButton"_s);
        StartFixture::click(u"ownChip"_s);
        StartFixture::fillIn(u"addressEdit"_s, u"http://127.0.0.1:9"_s);
        StartFixture::fillIn(u"keyEdit"_s, key);
        StartFixture::fillIn(u"counterNameEdit"_s, u"Box 1"_s);
        for (int i = 0; i < 4; ++i) {
            if (QWidget *button = StartFixture::find(u"laterButton"_s))
                QTest::mouseClick(button, Qt::LeftButton);
            if (!atOnce)
                QCoreApplication::processEvents();
        }
        QTRY_VERIFY(StartFixture::counter());
        QCOMPARE(QDir(home.data() + u"/profiles"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
                 QStringList{u"Box 1"_s});
    }

    void trainingThatRunsElsewhereIsLeftAsItIs()
    {
        const TemporaryHome home;
        const QString folder = Profiles(home.data()).trainingFolder();
        QVERIFY(QDir().mkpath(folder));
        QLockFile others(folder + u"/okoshko.lock"_s); // of a program that does not answer
        others.setStaleLockTime(0);
        QVERIFY(others.tryLock(0));
        const StartFixture fixture(speaking(u"en"_s));
        StartFixture::click(u"languageChip-ru"_s);
        StartFixture::press(Qt::Key_1);
        QTRY_VERIFY(StartFixture::find(u"troubleBox"_s));
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{u"okoshko.lock"_s});
        qobject_cast<QMessageBox *>(StartFixture::find(u"troubleBox"_s))->accept();
        others.unlock();
        StartFixture::click(u"trainingButton"_s); // it can be tried again
        QTRY_VERIFY(StartFixture::counter());
        QCOMPARE(Settings(folder).language(), Format::Language::Russian);
        QVERIFY(fixture.finished.isEmpty());
    }

    void stagingIsMarked()
    {
        const TemporaryHome home;
        const StartFixture fixture(speaking(u"en"_s));
        StartFixture::click(u"realButton"_s);
        StartFixture::click(u"ownChip"_s);
        StartFixture::fillIn(u"addressEdit"_s, u"http://127.0.0.1:9"_s);
        StartFixture::click(u"testServerBox"_s);
        StartFixture::fillIn(u"keyEdit"_s, key);
        StartFixture::fillIn(u"counterNameEdit"_s, u"Box 1"_s);
        StartFixture::click(u"laterButton"_s);
        QTRY_VERIFY(StartFixture::isShown(u"stagingBand"_s));
        QCOMPARE(StartFixture::counter()->windowTitle(), u"STAGING — Box 1 — Okoshko"_s);
    }

    void whatIsWrongIsSaidBesideTheField_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QString &field, const QString &text, const QString &ru,
                            const QString &en) {
            QTest::addRow("%s, ru", name) << u"ru"_s << field << text << ru;
            QTest::addRow("%s, en", name) << u"en"_s << field << text << en;
        };
        row("no scheme", u"addressEdit"_s, u"api.ticketscloud.org"_s, u"Допишите в начале https://"_s,
            u"Put https:// before it"_s);
        row("path", u"addressEdit"_s, u"https://api.ticketscloud.org/v1"_s, u"после него ничего"_s,
            u"nothing after it"_s);
        row("plain", u"addressEdit"_s, u"http://api.ticketscloud.org"_s, u"могут прочитать"_s, u"could be read"_s);
        row("Cyrillic letters", u"keyEdit"_s, u"047bdb8bсее44d3693371920aaf9135c"_s, u"русские буквы (с, е"_s,
            u"Cyrillic letters in it (с, е"_s);
        row("short key", u"keyEdit"_s, u"047bdb8b"_s, u"Здесь 8 знаков"_s, u"It has 8 characters"_s);
        row("no name", u"counterNameEdit"_s, u" "_s, u"Нужно название"_s, u"A name is needed"_s);
    }
    void whatIsWrongIsSaidBesideTheField()
    {
        QFETCH(QString, language);
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, words);
        const TemporaryHome home;
        const StartFixture fixture(speaking(language));
        StartFixture::click(u"realButton"_s);
        StartFixture::click(u"ownChip"_s);
        StartFixture::fillIn(u"addressEdit"_s, u"http://127.0.0.1:9"_s);
        StartFixture::fillIn(u"keyEdit"_s, key);
        StartFixture::fillIn(u"counterNameEdit"_s, u"Box 1"_s);
        StartFixture::fillIn(field, text);
        StartFixture::click(u"laterButton"_s);
        QTRY_VERIFY2(StartFixture::textOf(field + u"Reason"_s).contains(words),
                     qPrintable(StartFixture::textOf(field + u"Reason"_s)));
        QTRY_VERIFY2(
            StartFixture::find(field)->hasFocus(),
            qPrintable(QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : u"nothing"_s));
        QVERIFY(!StartFixture::counter());
        QVERIFY(!QFile::exists(home.data() + u"/profiles"_s));
        StartFixture::fillIn(field, field == u"keyEdit" ? key : u"http://127.0.0.1:9"_s);
        QVERIFY(!StartFixture::find(field + u"Reason"_s));
    }

    void aTestThatFailsSaysWhyAndNothingStarts()
    {
        const TemporaryHome home;
        const auto server = startSandbox();
        const StartFixture fixture(speaking(u"en"_s));
        StartFixture::click(u"realButton"_s);
        StartFixture::click(u"ownChip"_s);
        StartFixture::fillIn(u"addressEdit"_s, server->url().toString());
        StartFixture::fillIn(u"keyEdit"_s, u"0"_s.repeated(32));
        StartFixture::fillIn(u"counterNameEdit"_s, u"Box 1"_s);
        StartFixture::click(u"testButton"_s);
        QTRY_VERIFY(StartFixture::textOf(u"connectionNotice"_s).startsWith(u"The server does not know this key."_s));
        QVERIFY(!StartFixture::isShown(u"startSellingButton"_s));
        const auto *field = qobject_cast<QLineEdit *>(StartFixture::find(u"keyEdit"_s));
        QVERIFY2(field->hasFocus(), qPrintable(QApplication::focusWidget()->objectName()));
        QCOMPARE(field->selectionLength(), 32); // what is pasted takes its place
        // Another key: what was said of the first one is not true of it.
        StartFixture::fillIn(u"keyEdit"_s, key);
        QVERIFY(!StartFixture::find(u"connectionNotice"_s));
        StartFixture::click(u"testButton"_s);
        QTRY_VERIFY(StartFixture::isShown(u"startSellingButton"_s));
    }

    void aTestCanBeLeft()
    {
        const TemporaryHome home;
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const StartFixture fixture(speaking(u"en"_s));
        StartFixture::click(u"realButton"_s);
        StartFixture::click(u"ownChip"_s);
        StartFixture::fillIn(u"addressEdit"_s, u"http://127.0.0.1:%1"_s.arg(silent.serverPort()));
        StartFixture::fillIn(u"keyEdit"_s, key);
        StartFixture::fillIn(u"counterNameEdit"_s, u"Box 1"_s);
        StartFixture::click(u"testButton"_s);
        StartFixture::click(u"leaveWaitButton"_s);
        QTRY_VERIFY(StartFixture::isShown(u"testButton"_s));
        QVERIFY(!StartFixture::find(u"connectionNotice"_s));
    }

    void closingTheWindowEndsTheProgram()
    {
        const TemporaryHome home;
        const StartFixture fixture;
        QTRY_VERIFY(StartFixture::find(u"firstStartWindow"_s));
        StartFixture::find(u"firstStartWindow"_s)->close();
        QTRY_COMPARE(fixture.finished.count(), 1);
        QCOMPARE(fixture.finished.first().first().toInt(), 0);
    }

private:
    std::unique_ptr<Certificates> m_certificates;
    Certificates::Identity m_identity;
};

} // namespace okoshko::test::tst_firststart

OKOSHKO_TEST(tst_firststart, FirstStartTest, QApplication)
#include "tst_firststart.moc"
