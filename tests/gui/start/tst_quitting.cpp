// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/ProfileLock.h"
#include "models/journal/Journal.h"
#include "tests/gui/start/PartnerFront.h"
#include "tests/gui/start/SlowDisk.h"
#include "tests/gui/start/StartFixture.h"

#include "ui/widgets/Notice.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

const QString key = u"00000000000000000000000000000001"_s;
constexpr auto old = 300ms;    ///< what an old disk takes to write
constexpr auto forEver = 600s; ///< what one takes that hangs
constexpr int unnoticed = 250; ///< milliseconds that the window may stand still

/// How long the event loop stood still at most.
class Stalls : public QObject
{
public:
    Stalls()
    {
        m_since.start();
        startTimer(5);
    }
    [[nodiscard]] qint64 longest() const { return m_longest; }

protected:
    void timerEvent(QTimerEvent *) override { m_longest = std::max(m_longest, m_since.restart()); }

private:
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

/// A counter with a profile for each of two halls, and its cashier.
struct Scene
{
    explicit Scene(Format::Language language = Format::Language::English)
        : server(startSandbox())
        , front(server->url(), server->key().toLatin1())
    {
        front.know(key.toLatin1(), "56810047f06c5a6ac62f4e1d");
        home.addProfile(u"Hall"_s, front.url(), language);
        home.addProfile(u"Other"_s, front.url(), language);
        Arguments arguments;
        arguments.profile = u"Hall"_s;
        fixture = std::make_unique<StartFixture>(arguments);
        give();
    }

    static void give()
    {
        [&] { QTRY_VERIFY(StartFixture::isShown(u"keyEdit"_s)); }();
        StartFixture::fillIn(u"keyEdit"_s, key);
        StartFixture::press(Qt::Key_Return);
        [&] { QTRY_VERIFY(StartFixture::counter()); }();
    }

    [[nodiscard]] QString path() const { return home.profile(u"Hall"_s) + u"/journal.sqlite"_s; }
    [[nodiscard]] bool hasFinished() const { return !fixture->finished.isEmpty(); }

    /// Whether the journal holds the last thing that is told of a sale: its barcodes.
    [[nodiscard]] bool isWritten() const
    {
        journal::Database database;
        return database.open(path(), journal::Database::Mode::ReadOnly) &&
               database.value(u"SELECT count(*) FROM tickets WHERE barcode_key IS NOT NULL"_s).value_or(0).toInt() == 1;
    }

    /// What the journal holds once the program has ended.
    [[nodiscard]] JournalContents contents() const
    {
        const auto owner = Journal::ownerOf(path());
        auto opened = Journal::open(path(), owner ? owner->account : Account(), {});
        return opened ? (*opened)->load({}).value_or(JournalContents()) : JournalContents();
    }

    [[nodiscard]] QByteArray log() const
    {
        QFile file(home.profile(u"Hall"_s) + u"/okoshko.log"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    TemporaryHome home;
    std::unique_ptr<sandbox::SandboxThread> server;
    PartnerFront front;
    std::unique_ptr<StartFixture> fixture;
};

bool isWaitShown(const QString &words = u"Saving the journal…"_s)
{
    return StartFixture::textOf(u"bannerLabel"_s).startsWith(words);
}

/// F3 on the order that was sold, up to the button that reserves.
void pickTheSameAgain()
{
    StartFixture::press(Qt::Key_Escape);
    StartFixture::press(Qt::Key_F3);
    QTRY_VERIFY(StartFixture::isShown(u"reserveButton"_s));
}

/// Menu, Profiles, the other one.
void changeProfile()
{
    StartFixture::openProfiles();
    QTRY_VERIFY(StartFixture::find(u"profileChooser"_s));
    StartFixture::press(StartFixture::textOf(u"profile_1"_s) == u"Other" ? Qt::Key_1 : Qt::Key_2);
}

} // namespace

/// The program ends when its journal is saved, and shows what it waits for.
class QuittingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoLeavesWhileTheJournalIsOpenedLeaves()
    {
        const QString key = u"047bdb8bcee44d3693371920aaf9135c"_s;
        sandbox::Options options;
        options.key = key;
        const auto server = startSandbox(options);
        TemporaryHome home;
        home.addProfile(u"One"_s, server->url());
        const StartFixture fixture;
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
        const SlowDisk slow(home.profile(u"One"_s), 2s);
        StartFixture::fillIn(u"keyEdit"_s, key);
        StartFixture::press(Qt::Key_Return);
        QTRY_VERIFY(SlowDisk::isWriting());
        QWidget *prompt = StartFixture::find(u"keyPrompt"_s);
        QVERIFY(prompt);
        QVERIFY(!prompt->isEnabled()); // its buttons could stop nothing any more
        prompt->close();
        QTRY_COMPARE(fixture.finished.size(), 1);
        QCOMPARE(fixture.finished.first().first().toInt(), 0);
        QVERIFY(!StartFixture::counter());
    }

    void nothingIsShownWhereNothingIsToBeSaved()
    {
        Scene scene;
        StartFixture::sellOne();
        StartFixture::press(Qt::Key_Escape);
        QTRY_VERIFY(scene.isWritten());
        QElapsedTimer time;
        time.start();
        StartFixture::press(Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(scene.hasFinished());
        QVERIFY2(!isWaitShown() || time.elapsed() >= 200, qPrintable(QString::number(time.elapsed())));
    }

    void whatIsOpenIsNamedFirst_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::addColumn<bool>("fromPayment");
        QTest::newRow("Ctrl+Q") << true << false;
        QTest::newRow("Ctrl+Q, in the payment") << true << true;
        QTest::newRow("window") << false << false;
    }

    void whatIsOpenIsNamedFirst()
    {
        QFETCH(bool, byKey);
        QFETCH(bool, fromPayment);
        Scene scene;
        StartFixture::sellOne();
        pickTheSameAgain();
        StartFixture::press(Qt::Key_Return);
        QTRY_VERIFY(StartFixture::isShown(u"startPaymentButton"_s));
        const auto leave = [byKey] {
            if (byKey)
                StartFixture::press(Qt::Key_Q, Qt::ControlModifier);
            else
                StartFixture::counter()->close();
        };
        if (!fromPayment) {
            StartFixture::press(Qt::Key_Escape);
            QTRY_VERIFY(StartFixture::isShown(u"orderTable"_s));
        }
        leave();
        QTRY_VERIFY(StartFixture::isShown(u"leaveNoButton"_s));
        StartFixture::press(Qt::Key_Return); // Enter stays
        QTRY_VERIFY(!StartFixture::find(u"leaveNoButton"_s));
        QVERIFY(!scene.hasFinished());
        QVERIFY(StartFixture::counter()->isEnabled());
        leave();
        QTRY_VERIFY(StartFixture::isShown(u"leaveYesButton"_s));
        StartFixture::click(u"leaveYesButton"_s);
        QTRY_VERIFY(scene.hasFinished());
    }

    /// A create without an answer is named as well, and known at the next start.
    void aReservationThatIsOnItsWayIsNamedFirst()
    {
        Scene scene;
        StartFixture::sellOne();
        pickTheSameAgain();
        QTRY_VERIFY(scene.isWritten());
        const qsizetype changes = scene.front.changes();
        scene.front.holdAnswers();
        StartFixture::press(Qt::Key_Return);
        QTRY_VERIFY(scene.front.changes() > changes);
        StartFixture::press(Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(StartFixture::isShown(u"leaveYesButton"_s));
        const auto notices = StartFixture::counter()->findChildren<Notice *>();
        QVERIFY(std::any_of(notices.cbegin(), notices.cend(), [](const Notice *notice) {
            return notice->isVisible() && notice->body().contains(u"On its way: "_s);
        }));
        StartFixture::click(u"leaveYesButton"_s);
        QTRY_COMPARE(scene.fixture->finished.count(), 1);
        scene.fixture.reset();
        const JournalContents contents = scene.contents();
        QCOMPARE(contents.openIntents.size(), 1);
        QCOMPARE(contents.openIntents.first().verb, Intent::Verb::Reserve);
    }

    /// The state of the order alone would not tell that its money is in the drawer.
    void moneyThatIsBeingConfirmedIsNamed()
    {
        Scene scene;
        StartFixture::startCash();
        scene.front.holdAnswers();
        const qsizetype changes = scene.front.changes();
        StartFixture::click(u"confirmPaidYesButton"_s);
        QTRY_VERIFY(scene.front.changes() > changes);
        StartFixture::press(Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(StartFixture::isShown(u"leaveYesButton"_s));
        const auto notices = StartFixture::counter()->findChildren<Notice *>();
        QVERIFY(std::any_of(notices.cbegin(), notices.cend(), [](const Notice *notice) {
            return notice->isVisible() &&
                   notice->body().contains(u": the money is taken, and its confirmation is on"_s);
        }));
        StartFixture::click(u"leaveYesButton"_s);
        QTRY_COMPARE(scene.fixture->finished.count(), 1);
        scene.fixture.reset();
        const JournalContents contents = scene.contents();
        QCOMPARE(contents.openIntents.size(), 1);
        QCOMPARE(contents.openIntents.first().verb, Intent::Verb::Confirm);
    }

    void theWaitIsShown_data()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::addColumn<bool>("byKey");
        QTest::addColumn<QString>("words");
        QTest::newRow("Ctrl+Q, English") << Format::Language::English << true << u"Saving the journal…"_s;
        QTest::newRow("window, Russian") << Format::Language::Russian << false << u"Сохраняем журнал…"_s;
    }
    void theWaitIsShown()
    {
        QFETCH(Format::Language, language);
        QFETCH(bool, byKey);
        QFETCH(QString, words);
        Scene scene(language);
        {
            const SlowDisk slow(scene.path(), old);
            StartFixture::sellOne(); // shown as paid before that is written
            StartFixture::press(Qt::Key_Escape);
            const Stalls stalls;
            QElapsedTimer time;
            time.start();
            if (byKey)
                StartFixture::press(Qt::Key_Q, Qt::ControlModifier);
            else
                StartFixture::counter()->close();
            QTRY_VERIFY(isWaitShown(words));
            if (const QByteArray folder = qgetenv("OKOSHKO_TEST_PICTURES"); !folder.isEmpty())
                StartFixture::counter()->grab().save(QFile::decodeName(folder) +
                                                     u"/quitting-%1.png"_s.arg(words.left(2)));
            QVERIFY(!scene.hasFinished());
            // Nothing is sold any more, and closing it again changes nothing.
            QVERIFY(!StartFixture::counter()->isEnabled());
            QTest::keyClick(StartFixture::counter(), Qt::Key_F2);
            QVERIFY(!StartFixture::find(u"eventList"_s));
            StartFixture::counter()->close();
            QVERIFY(StartFixture::counter());
            QTRY_COMPARE(scene.fixture->finished.count(), 1);
            QCOMPARE(scene.fixture->finished.first().first().toInt(), 0);
            QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
            scene.fixture.reset();
            QVERIFY2(stalls.longest() < unnoticed, qPrintable(QString::number(stalls.longest())));
            QVERIFY(!scene.log().contains("not written"));
        }
        const JournalContents contents = scene.contents();
        QCOMPARE(contents.sales.size(), 1);
        QCOMPARE(contents.sales.first().order.status, OrderStatus::Done);
        QVERIFY(contents.openIntents.isEmpty());
    }

    void whatWasNotSentIsWithdrawn()
    {
        Scene scene;
        StartFixture::sellOne();
        pickTheSameAgain();
        QTRY_VERIFY(scene.isWritten());
        const qsizetype changes = scene.front.changes();
        {
            const SlowDisk slow(scene.path(), old);
            StartFixture::press(Qt::Key_Return);
            QTRY_VERIFY(SlowDisk::isWriting()); // its intent
            StartFixture::counter()->close();
            QTRY_COMPARE(scene.fixture->finished.count(), 1);
            scene.fixture.reset();
        }
        QCOMPARE(scene.front.changes(), changes);
        const JournalContents contents = scene.contents();
        QCOMPARE(contents.sales.size(), 1);
        QVERIFY(contents.openIntents.isEmpty());
    }

    void aDiskThatHangsIsNotWaitedForForEver()
    {
        Scene scene;
        StartFixture::sellOne();
        pickTheSameAgain();
        QTRY_VERIFY(scene.isWritten());
        {
            const SlowDisk hanging(scene.path(), forEver);
            const Stalls stalls;
            StartFixture::press(Qt::Key_Return);
            QTRY_VERIFY(SlowDisk::isWriting()); // its intent
            QElapsedTimer time;
            time.start();
            StartFixture::counter()->close();
            QTRY_VERIFY(isWaitShown());
            QTRY_COMPARE_WITH_TIMEOUT(scene.fixture->finished.count(), 1, 10000);
            QVERIFY2(time.elapsed() > 4900 && time.elapsed() < 6000, qPrintable(QString::number(time.elapsed())));
            const QByteArray log = scene.log();
            QVERIFY2(log.contains("not written within five seconds: intent 4"), log.constData());
            QVERIFY2(log.contains("end of intent 4"), log.constData());
            time.restart();
            scene.fixture.reset(); // which does not wait again
            QVERIFY2(time.elapsed() < 500, qPrintable(QString::number(time.elapsed())));
            QVERIFY2(stalls.longest() < unnoticed, qPrintable(QString::number(stalls.longest())));
        }
        QTRY_VERIFY(!QFile::exists(scene.path() + u"-wal"_s)); // what hung comes to its end
    }

    void alsoWhereTheProfileIsChanged()
    {
        Scene scene;
        const SlowDisk slow(scene.path(), old);
        StartFixture::sellOne();
        StartFixture::press(Qt::Key_Escape);
        const Stalls stalls;
        changeProfile();
        QTRY_VERIFY(isWaitShown());
        QVERIFY(!StartFixture::counter()->isEnabled() && !StartFixture::find(u"profileChooser"_s));
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
        QVERIFY(!StartFixture::counter() && !scene.hasFinished());
        QVERIFY2(stalls.longest() < unnoticed, qPrintable(QString::number(stalls.longest())));
        Scene::give();
        QTRY_VERIFY(StartFixture::counter()->windowTitle().startsWith(u"Other"_s));
    }

    /// Also in the turn of the event loop in which the journal is closed.
    void whoeverEndsItLastIsCalled()
    {
        const TemporaryHome home;
        const QString folder = Profiles(home.data()).trainingFolder();
        QVERIFY(makeProfileFolder(folder));
        auto lock = std::make_unique<ProfileLock>(folder);
        QCOMPARE(lock->take(), ProfileLock::Taken::Yes);
        Languages languages;
        Session session({.kind = Session::Plan::Kind::Training}, std::move(lock), languages);
        QObject context;
        session.open(&context, [](const auto &) {});
        QTRY_VERIFY(session.window());
        int last = 0;
        int called = 0;
        const auto end = [&] { session.end(&context, [&called, mine = ++last] { called = mine; }); };
        const QDeadlineTimer patience(10s);
        while (called == 0 && !patience.hasExpired()) {
            end();
            QCoreApplication::processEvents();
        }
        QCOMPARE(called, last);
    }

    void whichCanTurnIntoQuitting()
    {
        Scene scene;
        const SlowDisk slow(scene.path(), old);
        StartFixture::sellOne();
        StartFixture::press(Qt::Key_Escape);
        changeProfile();
        QTRY_VERIFY(isWaitShown());
        StartFixture::counter()->close();
        QTRY_COMPARE(scene.fixture->finished.count(), 1);
        QVERIFY(!StartFixture::find(u"keyPrompt"_s));
    }
};

} // namespace okoshko::test

QTEST_MAIN(okoshko::test::QuittingTest)
#include "tst_quitting.moc"
