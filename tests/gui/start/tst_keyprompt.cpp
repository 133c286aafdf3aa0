// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/start/SilentStore.h"
#include "tests/gui/start/StartFixture.h"
#include "tests/support/StoreState.h"

#include <QApplication>
#include <QCheckBox>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVirtualObject>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

const QString secrets = u"org.freedesktop.secrets"_s;
// Nobody listens there: that the key is right is not what is tried here.
const QUrl nowhere = QUrl(u"http://127.0.0.1:9"_s);

QString testKey() // what keystore.sh looks for in all files afterwards
{
    return qEnvironmentVariable("OKOSHKO_TEST_KEY");
}

void waitForStore()
{
    QTRY_VERIFY(QDBusConnection::sessionBus().interface()->isServiceRegistered(secrets).value());
}

/// A home with one profile, and the program before which its cashier stands.
struct Counter
{
    explicit Counter(Format::Language language = Format::Language::English)
    {
        home.addProfile(u"Hall"_s, nowhere, language);
        fixture = std::make_unique<StartFixture>();
    }
    void startAgain()
    {
        fixture.reset();
        fixture = std::make_unique<StartFixture>();
    }
    [[nodiscard]] static QString said() { return StartFixture::textOf(u"keyNotice"_s).section(u'\n', 0, 0); }

    TemporaryHome home;
    std::unique_ptr<StartFixture> fixture;
};

void give(const QString &key)
{
    StartFixture::fillIn(u"keyEdit"_s, key);
    StartFixture::press(Qt::Key_Return);
}

} // namespace

/// No session bus, or one that has no password store: asked at each start, kept in memory only, and so it is said.
class Absent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAskedEachTime()
    {
        Counter counter;
        for (int start = 1; start <= 2; ++start) {
            QTRY_COMPARE(Counter::said(), u"This computer has no password store."_s);
            QVERIFY(!StartFixture::find(u"keepBox"_s) && !StartFixture::find(u"askStoreButton"_s));
            give(testKey());
            QTRY_VERIFY(StartFixture::counter());
            QCOMPARE(StartFixture::textOf(u"keyLabel"_s), u"Key in memory only"_s);
            counter.startAgain();
        }
    }
    void inRussian()
    {
        const Counter counter(Format::Language::Russian);
        QTRY_COMPARE(Counter::said(), u"На этом компьютере нет хранилища паролей."_s);
        give(u"привет"_s);
        QTRY_VERIFY(StartFixture::textOf(u"keyEditReason"_s).startsWith(u"В ключе русские буквы"_s));
        QVERIFY(!StartFixture::counter());
        give(testKey());
        QTRY_COMPARE(StartFixture::textOf(u"keyLabel"_s), u"Ключ только в памяти"_s);
    }
    void canBeLeft()
    {
        const Counter counter;
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
        StartFixture::press(Qt::Key_Escape);
        QTRY_COMPARE(counter.fixture->finished.count(), 1);
        QCOMPARE(counter.fixture->finished.first().first().toInt(), 0);
    }
};

/// A keyring that its owner has opened: asked once.
class Unlocked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { waitForStore(); }
    void onlyForThisTime()
    {
        Counter counter;
        QTRY_COMPARE(Counter::said(), u"This computer's password store holds no key of this counter."_s);
        StartFixture::click(u"keepBox"_s);
        QVERIFY(!qobject_cast<QCheckBox *>(StartFixture::find(u"keepBox"_s))->isChecked());
        give(testKey());
        QTRY_VERIFY(StartFixture::isShown(u"keyLabel"_s));
        counter.startAgain();
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
    }
    void once()
    {
        Counter counter;
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
        give(testKey());
        QTRY_VERIFY(StartFixture::counter());
        QTRY_VERIFY(!StartFixture::find(u"keyLabel"_s)); // it is kept
        counter.startAgain();
        QTRY_VERIFY(StartFixture::counter());
        QVERIFY(!StartFixture::find(u"keyPrompt"_s) && !StartFixture::find(u"keyLabel"_s));
    }
};

/// The same keyring the next day, not opened.
class Locked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { waitForStore(); }
    void says()
    {
        const Counter counter;
        QTRY_COMPARE(Counter::said(), u"This computer's password store is locked."_s);
        StartFixture::click(u"askStoreButton"_s);
        QTRY_VERIFY(StartFixture::isShown(u"askStoreButton"_s));
        QCOMPARE(Counter::said(), u"This computer's password store is locked."_s);
        give(testKey());
        QTRY_VERIFY(StartFixture::isShown(u"keyLabel"_s)); // it could not be kept
    }
};

/// Opened again: the key is there as it was.
class Reopened : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { waitForStore(); }
    void asksNothing()
    {
        const Counter counter;
        QTRY_VERIFY(StartFixture::counter());
        QVERIFY(!StartFixture::find(u"keyPrompt"_s));
    }
};

/// A bus whose rules keep this program from the store.
class Denied : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { waitForStore(); }
    void says()
    {
        const Counter counter;
        QTRY_COMPARE(Counter::said(), u"This computer's password store does not let Okoshko in."_s);
        give(testKey());
        QTRY_VERIFY(StartFixture::isShown(u"keyLabel"_s));
    }
};

/// A store that waits for a password that nobody types: the wait is shown, and can be left.
class Silent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_bus.registerVirtualObject(u"/"_s, &m_silent, QDBusConnection::SubPath));
        QVERIFY(m_bus.registerService(secrets));
    }
    void canBeLeft()
    {
        const Counter counter;
        QTRY_VERIFY(StartFixture::find(u"keyPrompt"_s));
        QVERIFY(!StartFixture::isShown(u"useKeyButton"_s));
        StartFixture::click(u"leaveWaitButton"_s);
        QTRY_COMPARE(Counter::said(), u"This computer's password store is locked."_s);
        give(testKey());
        QTRY_VERIFY(StartFixture::counter());
    }

private:
    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"silent"_s);
    SilentStore m_silent;
};

} // namespace okoshko::test

int main(int argc, char **argv)
{
    using namespace okoshko::test;
    const QApplication app(argc, argv);
    return runInStore<Unlocked, Locked, Reopened, Absent, Denied, Silent>(QApplication::arguments());
}

#include "tst_keyprompt.moc"
