// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/ProfileLock.h"
#include "app/sandbox/SandboxThread.h"
#include "tests/support/TestProgram.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QLocalSocket>
#include <QLockFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <functional>
#include <memory>
#include <utility>

#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utime.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_profilelock {

namespace {

std::function<void()> beforeFlock; ///< happens once, before the system is asked for a lock

} // namespace

/// Two programs on one profile, as real processes.
class ProfileLockTest : public QObject
{
    Q_OBJECT

private:
    using Answer = ProfileLock::Answer;

    /// The program in training in \a folder.
    static std::unique_ptr<QProcess> start(const QString &folder, const QString &language = u"en"_s)
    {
        auto process = std::make_unique<QProcess>();
        process->start(QStringLiteral(OKOSHKO_PROGRAM),
                       {u"--training"_s, u"--lang"_s, language, u"--profile"_s, folder});
        return process;
    }
    /// It is up once its door is answered.
    static bool isUp(const QString &folder)
    {
        ProfileLock lock(folder);
        return call(lock) == Answer::Raised; // without trying the lock: that would keep the program out
    }
    static Answer call(ProfileLock &lock)
    {
        std::optional<Answer> answer;
        lock.raiseOther([&answer](Answer told) { answer = told; });
        [&] { QTRY_VERIFY(answer.has_value()); }();
        return answer.value_or(Answer::None);
    }
    static void writeLock(const QTemporaryDir &folder, const QByteArray &content)
    {
        QFile file(folder.filePath(u"okoshko.lock"_s));
        [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size()); }();
    }
    /// A lock without a holder, written \a ago.
    static void leaveLock(const QTemporaryDir &folder, const QByteArray &content, std::chrono::seconds ago = 1h)
    {
        writeLock(folder, content);
        const time_t then = ::time(nullptr) - static_cast<time_t>(ago.count());
        const utimbuf times{then, then};
        QCOMPARE(::utime(QFile::encodeName(folder.filePath(u"okoshko.lock"_s)).constData(), &times), 0);
    }
    static void say(const QString &folder, const QByteArray &words)
    {
        QLocalSocket guest;
        guest.connectToServer(ProfileLock::socketPathOf(folder));
        QTRY_COMPARE(guest.state(), QLocalSocket::ConnectedState);
        guest.write(words);
        QTRY_COMPARE(guest.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(guest.readAll(), QByteArray());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation).isEmpty())
            qWarning("No runtime folder: the doors are in the folder for temporary files");
    }

    void isHeldOnce()
    {
        const QTemporaryDir folder;
        ProfileLock first(folder.path());
        QCOMPARE(first.take(), ProfileLock::Taken::Yes);
        const QTemporaryDir another;
        ProfileLock elsewhere(another.path());
        QCOMPARE(elsewhere.take(), ProfileLock::Taken::Yes);
        QVERIFY(ProfileLock::socketPathOf(folder.path()) != ProfileLock::socketPathOf(another.path()));
    }

    void aFolderThatIsNotThereTakesNone()
    {
        ProfileLock lock(u"/dev/null/profile"_s);
        QCOMPARE(lock.take(), ProfileLock::Taken::No);
    }

    void theDoorsNameIsShortWhateverTheFolder()
    {
        const QTemporaryDir folder;
        const QString deep = folder.path() + u'/' + QString(200, u'x') + u'/' + QString(200, u'ы').left(100);
        QVERIFY(QDir().mkpath(deep));
        QVERIFY(ProfileLock::socketPathOf(deep).toUtf8().size() <= 90);
        ProfileLock lock(deep);
        QCOMPARE(lock.take(), ProfileLock::Taken::Yes);
        QVERIFY(QFile::exists(ProfileLock::socketPathOf(deep)));
        const auto rights = QFileInfo(ProfileLock::socketPathOf(deep)).permissions();
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }

    void theSecondBringsTheFirstToTheFrontAndLeaves_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("words");
        QTest::newRow("ru") << u"ru"_s << u"его окно выведено вперёд"_s;
        QTest::newRow("en") << u"en"_s << u"its window was brought to the front"_s;
    }
    void theSecondBringsTheFirstToTheFrontAndLeaves()
    {
        QFETCH(QString, language);
        QFETCH(QString, words);
        const QTemporaryDir folder;
        const auto first = start(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(isUp(folder.path()), 30000);
        const auto second = start(folder.path(), language);
        QVERIFY(second->waitForFinished());
        QCOMPARE(second->exitStatus(), QProcess::NormalExit);
        QCOMPARE(second->exitCode(), 0);
        QVERIFY(QString::fromUtf8(second->readAllStandardOutput()).contains(words));
        QCOMPARE(first->state(), QProcess::Running);
        first->kill();
        first->waitForFinished();
    }

    void killedItLeavesNoLock()
    {
        const QTemporaryDir folder;
        for (int life = 1; life <= 3; ++life) {
            const auto program = start(folder.path());
            QTRY_VERIFY_WITH_TIMEOUT(isUp(folder.path()), 30000);
            QCOMPARE(::kill(static_cast<pid_t>(program->processId()), SIGKILL), 0);
            QVERIFY(program->waitForFinished());
            QVERIFY(QFile::exists(folder.filePath(u"okoshko.lock"_s))); // it is there, and keeps nobody out
        }
        ProfileLock lock(folder.path());
        QCOMPARE(lock.take(), ProfileLock::Taken::Yes);
    }

    void nonsenseAtTheDoorIsNotHeard()
    {
        const QTemporaryDir folder;
        ProfileLock lock(folder.path());
        QSignalSpy raised(&lock, &ProfileLock::raiseRequested);
        QCOMPARE(lock.take(), ProfileLock::Taken::Yes);
        say(folder.path(), "quit!\n");
        say(folder.path(), QByteArray(100000, 'x'));
        say(folder.path(), "rai"); // and then nothing
        QCOMPARE(raised.count(), 0);
        QLocalSocket guest;
        guest.connectToServer(ProfileLock::socketPathOf(folder.path()));
        guest.write("raise\n");
        QTRY_COMPARE(guest.bytesAvailable(), 7);
        QCOMPARE(guest.readAll(), QByteArray("raised\n"));
        QCOMPARE(raised.count(), 1);
    }

    void aHolderThatDoesNotAnswer()
    {
        const QTemporaryDir folder;
        QLockFile held(folder.filePath(u"okoshko.lock"_s)); // of a program that hangs, for one
        QVERIFY(held.tryLock());
        const auto second = start(folder.path());
        QString said;
        QTRY_VERIFY_WITH_TIMEOUT(
            (said += QString::fromUtf8(second->readAllStandardError())).contains(u"does not answer"), 30000);
        QCOMPARE(second->state(), QProcess::Running); // it says so in a window
        second->kill();
        second->waitForFinished();
    }

    void aLockThatWasCutOffIsTakenOver_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("in the middle of the number") << QByteArray("\n");
        QTest::newRow("zeros, as a file system leaves them") << QByteArray(20, '\0');
    }
    void aLockThatWasCutOffIsTakenOver()
    {
        QFETCH(QByteArray, left);
        const QTemporaryDir folder;
        leaveLock(folder, left);
        ProfileLock lock(folder.path());
        QCOMPARE(lock.take(), ProfileLock::Taken::Yes);
        ProfileLock second(folder.path());
        QCOMPARE(second.take(), ProfileLock::Taken::InUse);
    }

    void aClockThatWasPutBackKeepsNoLock()
    {
        const QTemporaryDir folder;
        leaveLock(folder, {}, -10000h); // a computer whose clock has lost the time
        ProfileLock lock(folder.path());
        QCOMPARE(lock.take(), ProfileLock::Taken::Yes);
    }

    void aLockThatIsBeingWrittenIsNotTakenOver()
    {
        const QTemporaryDir folder;
        writeLock(folder, {}); // by a program that starts at this moment, and has not locked it yet
        ProfileLock lock(folder.path());
        QCOMPARE(lock.take(), ProfileLock::Taken::InUse);
        QVERIFY(QFile::exists(folder.filePath(u"okoshko.lock"_s)));
    }

    void ofTwoThatTakeItOverOneHasIt()
    {
        const QTemporaryDir folder;
        leaveLock(folder, {});
        ProfileLock first(folder.path());
        ProfileLock second(folder.path());
        // The first has the file open already, when the second comes and takes it over.
        beforeFlock = [&second] { QCOMPARE(second.take(), ProfileLock::Taken::Yes); };
        QCOMPARE(first.take(), ProfileLock::Taken::InUse);
        QVERIFY(!beforeFlock);
        QVERIFY(QFile::exists(folder.filePath(u"okoshko.lock"_s)));
    }

    void aLockWhoseHolderIsAliveIsNotTakenOver()
    {
        const QTemporaryDir folder;
        QLockFile held(folder.filePath(u"okoshko.lock"_s));
        QVERIFY(held.tryLock());
        QVERIFY(QFile::resize(held.fileName(), 0)); // a full disk, for one
        ProfileLock lock(folder.path());
        QCOMPARE(lock.take(), ProfileLock::Taken::InUse);
        QCOMPARE(lock.otherComputer(), QString());
    }

    void anotherComputersLockIsNamed_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("words");
        QTest::newRow("ru") << u"ru"_s << u"на другом компьютере: kassa-7."_s;
        QTest::newRow("en") << u"en"_s << u"at another computer: kassa-7."_s;
    }
    void anotherComputersLockIsNamed()
    {
        QFETCH(QString, language);
        QFETCH(QString, words);
        const QTemporaryDir folder;
        writeLock(folder, "4711\nokoshko\nkassa-7\n0123456789abcdef0123456789abcdef\nboot\n");
        const auto second = start(folder.path(), language);
        QString said;
        QTRY_VERIFY_WITH_TIMEOUT((said += QString::fromUtf8(second->readAllStandardError())).contains(words), 30000);
        QVERIFY2(said.contains(folder.filePath(u"okoshko.lock"_s)), qPrintable(said)); // the way out
        second->kill();
        second->waitForFinished();
    }

    void theTourTakesNoProfileThatIsOpen()
    {
        const QTemporaryDir folder;
        const QTemporaryDir pictures;
        ProfileLock lock(folder.path());
        QCOMPARE(lock.take(), ProfileLock::Taken::Yes);
        QProcess tour;
        tour.start(QStringLiteral(OKOSHKO_TOUR),
                   {pictures.path(), u"--profile"_s, folder.path(), u"--lang"_s, u"en"_s});
        QTRY_COMPARE_WITH_TIMEOUT(tour.state(), QProcess::NotRunning, 30000);
        QCOMPARE(tour.exitCode(), 2);
        QVERIFY(tour.readAllStandardError().contains("Another Okoshko is open"));
    }
};

} // namespace okoshko::test::tst_profilelock

/// Stands in this program for that of the C library.
extern "C" int flock(int file, int operation) noexcept
{
    if (const auto before = std::exchange(okoshko::test::tst_profilelock::beforeFlock, nullptr))
        before();
    return static_cast<int>(::syscall(SYS_flock, file, operation));
}

OKOSHKO_TEST(tst_profilelock, ProfileLockTest, QApplication)
#include "tst_profilelock.moc"
