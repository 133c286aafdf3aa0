// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/ProfileLock.h"
#include "app/settings/WindowState.h"
#include "tests/gui/start/StartFixture.h"
#include "tests/support/TestProgram.h"
#include "ui/widgets/ElidedLabel.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QMessageBox>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_profiles {

namespace {

const QString key = u"047bdb8bcee44d3693371920aaf9135c"_s;
const QString otherKey = u"147bdb8bcee44d3693371920aaf9135c"_s;

sandbox::Options with(const QString &itsKey)
{
    sandbox::Options options;
    options.key = itsKey;
    return options;
}

void giveKey(const QString &itsKey)
{
    StartFixture::fillIn(u"keyEdit"_s, itsKey);
    StartFixture::press(Qt::Key_Return);
    QTRY_VERIFY(StartFixture::counter());
}

} // namespace

/// Several accounts on one counter.
class ProfilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWindowOutsideEveryScreenIsBroughtBack()
    {
        TemporaryHome home;
        const auto server = startSandbox();
        home.addProfile(u"Hall"_s, server->url());
        {
            QWidget elsewhere; // on a second screen, which has gone
            elsewhere.setGeometry(9000, 7000, 1000, 700);
            WindowState(home.profile(u"Hall"_s)).setGeometry(elsewhere.saveGeometry());
        }
        const StartFixture fixture;
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
        giveKey(key);
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        const QRect window = StartFixture::counter()->geometry();
        QVERIFY(screen.contains(window.topLeft())); // and not its other corner alone
        QCOMPARE(window.size(),
                 QSize(1000, 700).boundedTo(screen.size()).expandedTo(StartFixture::counter()->minimumSizeHint()));
    }

    void oneProfileIsOpenedWithoutAQuestion()
    {
        TemporaryHome home;
        const auto server = startSandbox();
        home.addProfile(u"Hall"_s, server->url());
        const StartFixture fixture;
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s)); // there is no secret store here
        giveKey(key);
        QVERIFY(StartFixture::counter()->windowTitle().startsWith(u"Hall"_s));
    }

    void severalAreChosenFrom()
    {
        TemporaryHome home;
        const auto one = startSandbox(with(key));
        const auto two = startSandbox(with(otherKey));
        home.addProfile(u"One"_s, one->url());
        home.addProfile(u"Two"_s, two->url(), Format::Language::Russian);
        const StartFixture fixture;
        QTRY_VERIFY(StartFixture::find(u"profileChooser"_s));
        const bool isFirst = StartFixture::textOf(u"profile_1"_s) == u"Two";
        StartFixture::press(isFirst ? Qt::Key_1 : Qt::Key_2);
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
        QCOMPARE(StartFixture::textOf(u"useKeyButton"_s), u"&Использовать этот ключ"_s); // in its own language
        giveKey(otherKey);
        QVERIFY(StartFixture::counter()->windowTitle().startsWith(u"Two"_s));
        QVERIFY(QFile::exists(home.profile(u"Two"_s) + u"/journal.sqlite"_s));
        QVERIFY(!QFile::exists(home.profile(u"One"_s) + u"/journal.sqlite"_s));
    }

    void byName()
    {
        TemporaryHome home;
        const auto server = startSandbox();
        home.addProfile(u"One"_s, server->url());
        home.addProfile(u"Two"_s, server->url());
        Arguments arguments;
        arguments.profile = u"Two"_s;
        const StartFixture fixture(arguments);
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
        giveKey(key);
        QVERIFY(StartFixture::counter()->windowTitle().startsWith(u"Two"_s));
    }

    void byFolder()
    {
        TemporaryHome home;
        const QTemporaryDir elsewhere;
        const auto server = startSandbox();
        QVERIFY(Profiles(home.data()).write({.folder = elsewhere.path(), .server = server->url()}));
        Arguments arguments;
        arguments.profile = elsewhere.path();
        const StartFixture fixture(arguments);
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
        giveKey(key);
        QVERIFY(QFile::exists(elsewhere.filePath(u"journal.sqlite"_s)));
    }

    void changedFromTheMenuButNotInTheMiddleOfASale()
    {
        TemporaryHome home;
        const auto one = startSandbox(with(key));
        const auto two = startSandbox(with(otherKey));
        home.addProfile(u"One"_s, one->url());
        home.addProfile(u"Two"_s, two->url());
        Arguments arguments;
        arguments.profile = u"One"_s;
        const StartFixture fixture(arguments);
        giveKey(key);

        StartFixture::sellOne();
        StartFixture::press(Qt::Key_Escape);
        StartFixture::press(Qt::Key_F3); // the same again, and left as it is
        QTRY_VERIFY(StartFixture::isShown(u"reserveButton"_s));
        StartFixture::press(Qt::Key_Return);
        QTRY_VERIFY(StartFixture::isShown(u"startPaymentButton"_s));
        StartFixture::press(Qt::Key_Escape);
        QTRY_VERIFY(StartFixture::isShown(u"orderTable"_s));
        StartFixture::openProfiles();
        QTRY_VERIFY(StartFixture::isShown(u"leaveNoButton"_s));
        StartFixture::press(Qt::Key_Escape);
        QVERIFY(!StartFixture::find(u"leaveNoButton"_s));
        QVERIFY(!StartFixture::find(u"profileChooser"_s));

        StartFixture::counter()->activateWindow();
        StartFixture::press(Qt::Key_Delete);
        StartFixture::click(u"cancelYesButton"_s);
        QTRY_VERIFY(!StartFixture::find(u"cancelOrderButton"_s)); // it is cancelled, not only being cancelled
        StartFixture::openProfiles();
        QTRY_VERIFY(StartFixture::find(u"profileChooser"_s));
        StartFixture::press(StartFixture::textOf(u"profile_1"_s) == u"Two" ? Qt::Key_1 : Qt::Key_2);
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
        giveKey(otherKey);
        QTRY_VERIFY(StartFixture::counter()->windowTitle().startsWith(u"Two"_s));

        // Nothing of the one is in the other.
        for (const auto &[file, bytes] : home.files()) {
            if (file.contains(u"/profiles/Two/"))
                QVERIFY2(!bytes.contains(one->url().authority().toUtf8()), qPrintable(file));
            if (file.contains(u"/profiles/One/"))
                QVERIFY2(!bytes.contains(two->url().authority().toUtf8()), qPrintable(file));
        }
    }

    void aNewCounterIsSetUpBeforeAnythingElseIsSold()
    {
        const TemporaryHome home;
        Arguments arguments;
        arguments.training = Arguments::Training::Yes;
        const StartFixture fixture(arguments);
        QTRY_VERIFY(StartFixture::counter());
        StartFixture::openProfiles();
        QTRY_VERIFY(StartFixture::isShown(u"newProfileButton"_s));
        StartFixture::click(u"newProfileButton"_s);
        QTRY_VERIFY(StartFixture::isShown(u"addressEdit"_s));
        QCOMPARE(StartFixture::find(u"addressEdit"_s)->window()->windowModality(), Qt::ApplicationModal);
    }

    /// Windows that speak two languages at once would be neither.
    void aNewCounterIsSetUpInTheLanguageOfTheOpenOne()
    {
        const TemporaryHome home;
        Arguments arguments;
        arguments.training = Arguments::Training::Yes;
        arguments.language = u"en"_s;
        const StartFixture fixture(arguments);
        QTRY_VERIFY(StartFixture::counter());
        Q_EMIT StartFixture::counter()->languageRequested(Format::Language::Russian);
        QTRY_COMPARE(StartFixture::counter()->windowTitle(), u"Окошко — учебный режим"_s);
        StartFixture::openProfiles();
        StartFixture::click(u"newProfileButton"_s);
        QTRY_COMPARE(StartFixture::textOf(u"testButton"_s), u"Проверить св&язь"_s);
        QVERIFY(!StartFixture::find(u"languageChip-en"_s) && !StartFixture::find(u"languageChip-ru"_s));
        const auto server = startSandbox();
        StartFixture::click(u"ownChip"_s);
        StartFixture::fillIn(u"addressEdit"_s, server->url().toString());
        StartFixture::fillIn(u"keyEdit"_s, server->key());
        StartFixture::fillIn(u"counterNameEdit"_s, u"Hall"_s);
        StartFixture::click(u"testButton"_s);
        QTRY_VERIFY(StartFixture::textOf(u"connectionNotice"_s).contains(u"событи"_s)); // and what is counted in it
        StartFixture::click(u"startSellingButton"_s);
        QTRY_VERIFY(StartFixture::counter() && StartFixture::counter()->windowTitle().startsWith(u"Hall — "_s));
        QCOMPARE(Settings(home.profile(u"Hall"_s)).language(), Format::Language::Russian);
    }

    void trainingCanBeSteeredFromOutside()
    {
        const TemporaryHome home;
        Arguments arguments;
        arguments.training = Arguments::Training::Yes;
        const StartFixture fixture(arguments);
        QTRY_VERIFY(StartFixture::counter());
        StartFixture::counter()->activateWindow();
        StartFixture::press(Qt::Key_F12);
        QTRY_VERIFY(StartFixture::find(u"qaAddress"_s));
        const QString address = qobject_cast<ElidedLabel *>(StartFixture::find(u"qaAddress"_s))->text();
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(QUrl(address + u"/scenarios"_s))));
        QTRY_VERIFY(reply->isFinished());
        QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(address + u": "_s + reply->errorString()));
        QVERIFY(QJsonDocument::fromJson(reply->readAll()).array().size() > 10);
    }

    void theLateAnswerOfAnotherProgramEndsNothing_data()
    {
        QTest::addColumn<bool>("isOtherChosen");
        QTest::newRow("another profile was chosen") << true;
        QTest::newRow("the choice was left") << false;
    }
    void theLateAnswerOfAnotherProgramEndsNothing()
    {
        QFETCH(bool, isOtherChosen);
        TemporaryHome home;
        const auto server = startSandbox();
        home.addProfile(u"Mine"_s, server->url());
        home.addProfile(u"Theirs"_s, server->url());
        const QString folder = home.profile(u"Theirs"_s);
        QLockFile lock(folder + u"/okoshko.lock"_s);
        lock.setStaleLockTime(0);
        QVERIFY(lock.tryLock(0));
        QLocalServer other;
        QVERIFY(other.listen(ProfileLock::socketPathOf(folder)));
        Arguments arguments;
        if (!isOtherChosen)
            arguments.profile = u"Mine"_s;
        const StartFixture fixture(arguments);
        const auto openMine = [server = server.get()] {
            QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
            giveKey(server->key());
        };
        if (!isOtherChosen) {
            openMine();
            StartFixture::openProfiles();
        }
        const auto choose = [](const QString &name) {
            QTRY_VERIFY(StartFixture::find(u"profileChooser"_s));
            StartFixture::press(StartFixture::textOf(u"profile_1"_s) == name ? Qt::Key_1 : Qt::Key_2);
        };
        choose(u"Theirs"_s);
        QTRY_VERIFY(other.hasPendingConnections());
        QLocalSocket *asked = other.nextPendingConnection();
        if (isOtherChosen) {
            choose(u"Mine"_s);
            openMine();
        } else {
            StartFixture::press(Qt::Key_Escape);
            QTRY_VERIFY(!StartFixture::find(u"profileChooser"_s));
        }
        asked->write("raised\n");
        QTRY_COMPARE(asked->state(), QLocalSocket::UnconnectedState);
        QVERIFY(fixture.finished.isEmpty());
        QVERIFY(!StartFixture::find(u"troubleBox"_s));
        StartFixture::sellOne();
    }

    void trainingIsNoRealCounter()
    {
        TemporaryHome home;
        home.addProfile(u"Hall"_s, QUrl(u"http://127.0.0.1:9"_s));
        Arguments arguments;
        arguments.training = Arguments::Training::Yes;
        const StartFixture fixture(arguments);
        QTRY_VERIFY(StartFixture::isShown(u"trainingBand"_s));
        for (const auto &[file, bytes] : home.files())
            QVERIFY2(!file.contains(u"/profiles/") || file.endsWith(u"settings.json"), qPrintable(file));

        Arguments mixed;
        mixed.training = Arguments::Training::Yes;
        mixed.profile = u"Hall"_s;
        const StartFixture refused(mixed);
        QTRY_VERIFY(StartFixture::find(u"troubleBox"_s));
    }

    void aFolderThatVanishesStopsSelling()
    {
        TemporaryHome home;
        const auto server = startSandbox();
        home.addProfile(u"Hall"_s, server->url());
        const StartFixture fixture;
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
        giveKey(key);
        StartFixture::sellOne();
        StartFixture::press(Qt::Key_Escape);
        const QString folder = home.profile(u"Hall"_s);
        QVERIFY(QDir().rename(folder, folder + u"-away"_s));
        // It is looked for every few seconds.
        QTRY_VERIFY_WITH_TIMEOUT(StartFixture::textOf(u"bannerLabel"_s).contains(u"Its folder has gone"_s), 30000);
        QVERIFY(QDir().rename(folder + u"-away"_s, folder));
        QTRY_VERIFY_WITH_TIMEOUT(!StartFixture::find(u"bannerLabel"_s), 30000);
        StartFixture::sellOne();
    }
};

} // namespace okoshko::test::tst_profiles

OKOSHKO_TEST(tst_profiles, ProfilesTest, QApplication)
#include "tst_profiles.moc"
