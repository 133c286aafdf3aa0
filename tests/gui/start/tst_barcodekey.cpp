// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Journal.h"
#include "tests/gui/start/SilentStore.h"
#include "tests/gui/start/StartFixture.h"
#include "tests/support/StoreState.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingReply>
#include <QDBusVirtualObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

/// As the Secret Service protocol has it: (oayays).
struct Secret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument &operator<<(QDBusArgument &argument, const Secret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Secret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

namespace {

const QString secrets = u"org.freedesktop.secrets"_s;

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

void waitForStore()
{
    QTRY_VERIFY(QDBusConnection::sessionBus().interface()->isServiceRegistered(secrets).value());
}

/// Opens the keyring, as its owner does with the password of keystore.sh; a password that crosses the bus needs a
/// session.
void unlock()
{
    qDBusRegisterMetaType<Secret>();
    const auto ask = [](const QString &interface, const QString &method, const QVariantList &arguments) {
        QDBusMessage call = QDBusMessage::createMethodCall(secrets, u"/org/freedesktop/secrets"_s, interface, method);
        call.setArguments(arguments);
        const QDBusPendingCall reply = QDBusConnection::sessionBus().asyncCall(call);
        [&] { QTRY_VERIFY(reply.isFinished()); }();
        return reply.reply();
    };
    const QDBusPendingReply<QDBusVariant, QDBusObjectPath> session =
        ask(u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s,
            {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    QVERIFY(session.isValid());
    const QDBusMessage unlocked =
        ask(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
            {QVariant::fromValue(QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)),
             QVariant::fromValue(Secret{session.argumentAt<1>(), {}, "password\n", u"text/plain"_s})});
    QVERIFY2(unlocked.type() == QDBusMessage::ReplyMessage, qPrintable(unlocked.errorMessage()));
}

/// How many entries of the program's an open keyring holds.
qsizetype entriesInStore()
{
    qDBusRegisterMetaType<Attributes>();
    QDBusMessage call = QDBusMessage::createMethodCall(secrets, u"/org/freedesktop/secrets"_s,
                                                       u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    call.setArguments({QVariant::fromValue(Attributes{{u"server"_s, u"okoshko"_s}})});
    QDBusPendingReply<Paths, Paths> reply = QDBusConnection::sessionBus().asyncCall(call);
    [&] { QTRY_VERIFY(reply.isFinished()); }();
    return reply.isValid() ? reply.argumentAt<0>().size() : -1;
}

/// A counter with one profile at a sandbox, and its cashier.
struct Scene
{
    Scene()
        : server(startSandbox())
    {
        home.addProfile(u"Hall"_s, server->url());
        start();
    }
    void start() { fixture = std::make_unique<StartFixture>(); }
    void end() { fixture.reset(); }

    void give()
    {
        [&] { QTRY_VERIFY(StartFixture::isShown(u"keyEdit"_s)); }();
        StartFixture::fillIn(u"keyEdit"_s, server->key());
        StartFixture::press(Qt::Key_Return);
        [&] { QTRY_VERIFY(StartFixture::counter()); }();
    }

    [[nodiscard]] QString journal() const { return home.profile(u"Hall"_s) + u"/journal.sqlite"_s; }
    [[nodiscard]] Profile profile() const { return Profiles(home.data()).read(home.profile(u"Hall"_s)); }

    /// The orders whose tickets the journal holds, by the length of the mark of the key that hashed their barcodes;
    /// while the program runs.
    [[nodiscard]] QList<int> tickets() const
    {
        QList<int> marks;
        journal::Database database;
        if (database.open(journal(), journal::Database::Mode::ReadOnly))
            static_cast<void>(database.run(u"SELECT length(barcode_key) FROM tickets"_s, {}, [&](const QSqlQuery &row) {
                marks << (row.isNull(0) ? -1 : row.value(0).toInt());
            }));
        return marks;
    }

    /// What the store holds; nothing where there is none.
    [[nodiscard]] QByteArray keyInStore() const
    {
        KeyStore store;
        std::optional<QByteArray> key;
        store.read(profile().barcodeKeyAccount(), &store,
                   [&](const auto &outcome) { key = outcome.value_or(QByteArray()); });
        [&] { QTRY_VERIFY(key.has_value()); }();
        return key.value_or(QByteArray());
    }

    /// How far barcodes are found with \a key, once the program has ended.
    [[nodiscard]] PastSales::Barcodes found(const QByteArray &key) const
    {
        const auto owner = Journal::ownerOf(journal());
        auto opened = Journal::open(journal(), owner ? owner->account : Account(), {});
        if (!opened)
            return PastSales::Barcodes::NoKey;
        (*opened)->setBarcodeKey(key);
        return (*opened)->find({}, 10).value_or(PastSales()).barcodes;
    }

    /// Whether a file holds \a key in one of the forms in which it could get there.
    [[nodiscard]] bool isInAFile(const QByteArray &key) const
    {
        for (const auto &[name, bytes] : home.files()) {
            for (const QByteArray &form : {key, key.toHex(), key.toBase64()}) {
                if (bytes.contains(form))
                    return true;
            }
        }
        return false;
    }

    TemporaryHome home;
    std::unique_ptr<sandbox::SandboxThread> server;
    std::unique_ptr<StartFixture> fixture;
};

} // namespace

/// No session bus, or no secret store on it: barcodes are not hashed, and nothing else is different.
class Absent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sellsWithoutAKey()
    {
        Scene scene;
        scene.give();
        StartFixture::sellOne();
        QTRY_COMPARE(scene.tickets(), QList{0});
    }
};

/// A keyring that its owner has opened.
class Unlocked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { waitForStore(); }

    void isMadeOnce()
    {
        Scene scene;
        scene.give();
        StartFixture::sellOne();
        QTRY_COMPARE(scene.tickets(), QList{8});
        const QByteArray key = scene.keyInStore();
        QCOMPARE(key.size(), 32);
        scene.end();
        QCOMPARE(scene.found(key), PastSales::Barcodes::Searched);
        QCOMPARE(scene.found("another key"), PastSales::Barcodes::InPart);

        scene.start(); // with both keys from the store
        StartFixture::sellOne();
        QTRY_COMPARE(scene.tickets(), (QList{8, 8}));
        scene.end();
        QCOMPARE(scene.keyInStore(), key);
        QCOMPARE(scene.found(key), PastSales::Barcodes::Searched);
        QVERIFY(!scene.isInAFile(key));
    }

    void alsoWhereTheApiKeyIsNotKept()
    {
        Scene scene;
        QTRY_VERIFY(StartFixture::isShown(u"keepBox"_s));
        StartFixture::click(u"keepBox"_s);
        scene.give();
        StartFixture::sellOne();
        QTRY_COMPARE(scene.tickets(), QList{8});
        QCOMPARE(scene.keyInStore().size(), 32);
    }

    void aLostOneIsMadeAnew()
    {
        Scene scene;
        scene.give();
        StartFixture::sellOne();
        QTRY_COMPARE(scene.tickets(), QList{8});
        const QByteArray before = scene.keyInStore();
        scene.end();
        {
            KeyStore store;
            bool isGone = false;
            store.forget(scene.profile().barcodeKeyAccount(), &store,
                         [&](const auto &done) { isGone = done.has_value(); });
            QTRY_VERIFY(isGone);
        }
        scene.start();
        QTRY_COMPARE(scene.keyInStore().size(), 32);
        StartFixture::sellOne();
        QTRY_COMPARE(scene.tickets(), (QList{8, 8}));
        scene.end();
        const QByteArray after = scene.keyInStore();
        QVERIFY(after != before);
        // The server told the tickets of the day again.
        QCOMPARE(scene.found(after), PastSales::Barcodes::Searched);
    }

    void isNobodysBusinessInTraining_data()
    {
        QTest::addColumn<bool>("training");
        QTest::newRow("training") << true;
        QTest::newRow("with a key file") << false;
    }
    void isNobodysBusinessInTraining()
    {
        QFETCH(bool, training);
        const qsizetype before = entriesInStore();
        const TemporaryHome home;
        const auto server = startSandbox();
        Arguments arguments;
        arguments.language = u"en"_s;
        if (training) {
            arguments.training = Arguments::Training::Yes;
        } else {
            QFile file(home.data() + u"/key"_s);
            QVERIFY(QDir().mkpath(home.data()));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(server->key().toLatin1()) > 0 && file.flush());
            arguments.server = server->url();
            arguments.keyFile = file.fileName();
        }
        const StartFixture fixture(arguments);
        StartFixture::sellOne();
        QCOMPARE(entriesInStore(), before);
    }
};

/// The same keyring, not opened; in the middle of the day its owner opens it.
class Locked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { waitForStore(); }

    void isFoundOnceTheStoreIsOpen()
    {
        Scene scene;
        scene.give();
        StartFixture::sellOne();
        QTRY_COMPARE(scene.tickets(), QList{0});
        unlock();
        // What was sold meanwhile is hashed as well.
        QTRY_COMPARE_WITH_TIMEOUT(scene.tickets(), QList{8}, 15000);
        const QByteArray key = scene.keyInStore();
        QCOMPARE(key.size(), 32);
        scene.end();
        QCOMPARE(scene.found(key), PastSales::Barcodes::Searched);
        QVERIFY(!scene.isInAFile(key));
    }
};

/// A bus whose rules keep this program from the store.
class Denied : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { waitForStore(); }

    void sellsWithoutAKey()
    {
        Scene scene;
        scene.give();
        StartFixture::sellOne();
        QTRY_COMPARE(scene.tickets(), QList{0});
    }
};

/// A store that waits for a password that nobody types: selling does not wait with it.
class Silent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_bus.registerVirtualObject(u"/"_s, &m_silent, QDBusConnection::SubPath));
        QVERIFY(m_bus.registerService(secrets));
    }

    void sellsWithoutAKey()
    {
        Scene scene;
        StartFixture::click(u"leaveWaitButton"_s);
        scene.give();
        StartFixture::sellOne();
        QTRY_COMPARE(scene.tickets(), QList{0});
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
    // A reopened store differs from an unlocked one for a profile that was there the day before, which no sandbox is.
    return runInStore<Unlocked, Locked, NoTest, Absent, Denied, Silent>(QApplication::arguments());
}

#include "tst_barcodekey.moc"
