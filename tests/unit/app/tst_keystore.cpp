// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain/KeyStore.h"
#include "tests/support/StoreState.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QTest>

#include <memory>

using namespace okoshko;
using namespace okoshko::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = KeyStoreError::Kind;

namespace {

const QString secrets = u"org.freedesktop.secrets"_s;
const QString account = u"https://tickets.example.org Касса 1"_s;
const QString kept = u"https://tickets.example.org kept"_s;

/// What keystore.sh looks for in all files afterwards.
QByteArray testKey()
{
    return qgetenv("OKOSHKO_TEST_KEY");
}

/// One request, waited for.
template <class T>
struct Asked
{
    int count = 0;
    bool early = false; ///< called from within the call that asked
    KeyStore::Result<T> outcome = tl::unexpected(KeyStoreError{});

    template <class Ask>
    explicit Asked(Ask ask)
    {
        bool within = true;
        ask([&](const KeyStore::Result<T> &told) {
            ++count;
            early = early || within;
            outcome = told;
        });
        within = false;
        (void)QTest::qWaitFor([this] { return count > 0; }, 20000);
    }
    [[nodiscard]] bool isGood() const { return count == 1 && !early && outcome.has_value(); }
    [[nodiscard]] bool isError(Kind kind) const
    {
        const bool is = count == 1 && !early && !outcome.has_value() && outcome.error().kind == kind &&
                        !outcome.error().detail.isEmpty() &&
                        !outcome.error().detail.contains(QString::fromLatin1(testKey()));
        if (!is)
            qWarning() << count << early
                       << (outcome ? u"good"_s : QString::number(int(outcome.error().kind)) + outcome.error().detail);
        return is;
    }
};

Asked<QByteArray> read(KeyStore &store, const QString &name)
{
    return Asked<QByteArray>([&](auto then) { store.read(name, &store, then); });
}

Asked<void> write(KeyStore &store, const QString &name, const QByteArray &key)
{
    return Asked<void>([&](auto then) { store.write(name, key, &store, then); });
}

Asked<void> forget(KeyStore &store, const QString &name)
{
    return Asked<void>([&](auto then) { store.forget(name, &store, then); });
}

void waitForStore()
{
    QTRY_VERIFY(QDBusConnection::sessionBus().interface()->isServiceRegistered(secrets).value());
}

} // namespace

/// A keyring that its owner has opened.
class Unlocked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { waitForStore(); }
    void notFound()
    {
        QVERIFY(read(m_store, account).isError(Kind::NotFound));
        QVERIFY(forget(m_store, account).isGood());
    }
    void writesAndReads()
    {
        QVERIFY(write(m_store, account, testKey()).isGood());
        const auto asked = read(m_store, account);
        QVERIFY(asked.isGood());
        QCOMPARE(*asked.outcome, testKey());
        KeyStore another;
        QCOMPARE(*read(another, account).outcome, testKey());
    }
    void anyBytes()
    {
        const QByteArray bytes("a\0\xff\n key", 8);
        QVERIFY(write(m_store, account, bytes).isGood());
        QCOMPARE(*read(m_store, account).outcome, bytes);
    }
    void overwrites()
    {
        QVERIFY(write(m_store, account, "first").isGood());
        QVERIFY(write(m_store, account, "second").isGood());
        QCOMPARE(*read(m_store, account).outcome, QByteArray("second"));
    }
    void keepsAccountsApart()
    {
        QVERIFY(write(m_store, account, "one").isGood());
        QVERIFY(write(m_store, kept, testKey()).isGood());
        QCOMPARE(*read(m_store, account).outcome, QByteArray("one"));
        QVERIFY(forget(m_store, account).isGood());
        QVERIFY(read(m_store, account).isError(Kind::NotFound));
        QCOMPARE(*read(m_store, kept).outcome, testKey());
    }
    void keepsTheOrder()
    {
        QList<int> order;
        QByteArray between;
        m_store.write(account, "one", this, [&](const auto &) { order.append(1); });
        m_store.read(account, this, [&](const auto &outcome) {
            order.append(2);
            between = outcome.value_or(QByteArray());
        });
        m_store.forget(account, this, [&](const auto &) { order.append(3); });
        QTRY_COMPARE(order.size(), 3);
        QCOMPARE(between, QByteArray("one"));
        QVERIFY(read(m_store, account).isError(Kind::NotFound));
    }
    void nobodyListens()
    {
        int calls = 0;
        auto context = std::make_unique<QObject>();
        m_store.write(account, "one", context.get(), [&](const auto &) { ++calls; });
        context.reset();
        auto dead = std::make_unique<KeyStore>();
        dead->read(account, this, [&](const auto &) { ++calls; });
        dead.reset();
        QCOMPARE(*read(m_store, account).outcome, QByteArray("one")); // comes after both
        QCOMPARE(calls, 0);
        QVERIFY(forget(m_store, account).isGood());
    }

private:
    KeyStore m_store;
};

/// The same keyring the next day, not opened, with nobody there who could.
class Locked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { waitForStore(); }
    void doesNotRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("is there") << kept;
        QTest::newRow("is not there") << account;
    }
    void doesNotRead()
    {
        QFETCH(QString, name);
        QVERIFY(read(m_store, name).isError(Kind::Locked));
    }
    void doesNotWrite() { QVERIFY(write(m_store, kept, "another").isError(Kind::Locked)); }
    void doesNotForget() { QVERIFY(forget(m_store, kept).isError(Kind::Locked)); }

private:
    KeyStore m_store;
};

/// Opened again: nothing of what the locked one was asked was done.
class Reopened : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { waitForStore(); }
    void isAsBefore()
    {
        KeyStore store;
        QCOMPARE(*read(store, kept).outcome, testKey());
        QVERIFY(read(store, account).isError(Kind::NotFound));
    }
};

/// No session bus, or one that has no secret store.
class Absent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noStore()
    {
        KeyStore store;
        QVERIFY(read(store, account).isError(Kind::NoStore));
        QVERIFY(write(store, account, testKey()).isError(Kind::NoStore));
        QVERIFY(forget(store, account).isError(Kind::NoStore));
    }
};

/// A bus whose rules keep this program from the store.
class Denied : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { waitForStore(); }
    void denied()
    {
        KeyStore store;
        QVERIFY(read(store, account).isError(Kind::Denied));
        QVERIFY(write(store, account, testKey()).isError(Kind::Denied));
        QVERIFY(forget(store, account).isError(Kind::Denied));
    }
};

/// A store that takes every question and answers when it is told to, with an error.
class SilentStore : public QDBusVirtualObject
{
public:
    using QDBusVirtualObject::QDBusVirtualObject;

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        ++asked;
        if (talks)
            return connection.send(message.createErrorReply(QDBusError::Failed, u"out of order"_s));
        message.setDelayedReply(true);
        m_unanswered.append(message);
        return true;
    }
    void talk(const QDBusConnection &connection)
    {
        talks = true;
        for (const QDBusMessage &message : std::as_const(m_unanswered))
            connection.send(message.createErrorReply(QDBusError::Failed, u"out of order"_s));
    }

    int asked = 0;
    bool talks = false;

private:
    QList<QDBusMessage> m_unanswered;
};

/// A store that waits for a password that nobody types.
class Silent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_bus.registerVirtualObject(u"/"_s, &m_silent, QDBusConnection::SubPath));
        QVERIFY(m_bus.registerService(secrets));
    }
    void isNotWaitedForForEver() // NOLINT(readability-make-member-function-const): a slot like the others
    {
        KeyStore store(100ms);
        QVERIFY(read(store, account).isError(Kind::Locked));
        QVERIFY(m_silent.asked > 0);
        QVERIFY(write(store, account, testKey()).isError(Kind::Locked));
        QVERIFY(forget(store, account).isError(Kind::Locked));
    }
    void answersWhenNobodyWaits()
    {
        // The requests that were given up are still with the store, and so is what it calls when it wakes.
        m_silent.talk(m_bus);
        KeyStore store;
        QVERIFY(read(store, account).isError(Kind::Failed));
    }

private:
    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"silent"_s);
    SilentStore m_silent;
};

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    return runInStore<Unlocked, Locked, Reopened, Absent, Denied, Silent>(QCoreApplication::arguments());
}

#include "tst_keystore.moc"
