// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain/KeychainStatus.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMap>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

constexpr QLatin1StringView secrets("org.freedesktop.secrets");
constexpr QLatin1StringView root("/org/freedesktop/secrets");
constexpr QLatin1StringView wallet("org.kde.kwalletd5"); // preferred by QtKeychain where it exists

QDBusMessage ofService(const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(secrets, root, u"org.freedesktop.Secret.Service"_s, method);
    call.setArguments(arguments);
    call.setAutoStartService(false);
    return call;
}

} // namespace

KeychainStatus::KeychainStatus(const QString &service, const QString &account, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_account(account)
{
    qDBusRegisterMetaType<Attributes>();
}

void KeychainStatus::ask(Then then)
{
    m_then = std::move(then);
    if (!QDBusConnection::sessionBus().isConnected())
        return m_then(StoreState::Absent);
    send(QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                        u"org.freedesktop.DBus"_s, u"ListNames"_s),
         &KeychainStatus::onNames);
}

void KeychainStatus::onNames(const QDBusMessage &reply)
{
    const QStringList names = QDBusPendingReply<QStringList>(reply).value();
    if (names.contains(wallet))
        return m_then(StoreState::Unclear);
    if (!names.contains(secrets))
        return m_then(StoreState::Absent);
    // The attributes that QtKeychain sets.
    const Attributes attributes{{u"server"_s, m_service}, {u"user"_s, m_account}};
    send(ofService(u"SearchItems"_s, {QVariant::fromValue(attributes)}), &KeychainStatus::onItems);
}

void KeychainStatus::onItems(const QDBusMessage &reply)
{
    const QDBusPendingReply<Paths, Paths> items(reply);
    if (items.isError())
        return m_then(StoreState::Unclear);
    if (!items.argumentAt<1>().isEmpty())
        return m_then(StoreState::Locked);
    if (!items.argumentAt<0>().isEmpty())
        return m_then(StoreState::Open);
    // Some stores cannot be searched while locked: an empty result is inconclusive then.
    send(ofService(u"ReadAlias"_s, {u"default"_s}), &KeychainStatus::onDefault);
}

void KeychainStatus::onDefault(const QDBusMessage &reply)
{
    const QDBusPendingReply<QDBusObjectPath> path(reply);
    if (path.isError())
        return m_then(StoreState::Unclear);
    if (path.value().path() == u"/") // a store that was never used
        return m_then(StoreState::Open);
    QDBusMessage call =
        QDBusMessage::createMethodCall(secrets, path.value().path(), u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call.setArguments({u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    call.setAutoStartService(false);
    send(call, &KeychainStatus::onProperty);
}

void KeychainStatus::onProperty(const QDBusMessage &reply)
{
    const QDBusPendingReply<QDBusVariant> locked(reply);
    if (locked.isError())
        return m_then(StoreState::Unclear);
    m_then(locked.value().variant().toBool() ? StoreState::Locked : StoreState::Open);
}

void KeychainStatus::send(const QDBusMessage &call, void (KeychainStatus::*reader)(const QDBusMessage &))
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, reader](QDBusPendingCallWatcher *ended) {
        ended->deleteLater();
        const QDBusMessage reply = ended->reply();
        if (reply.type() == QDBusMessage::ReplyMessage)
            (this->*reader)(reply);
        else
            m_then(ended->error().type() == QDBusError::AccessDenied ? StoreState::Refused : StoreState::Unclear);
    });
}

} // namespace okoshko
