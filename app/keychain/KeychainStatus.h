// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QDBusMessage)

namespace okoshko {

/// State of the secret store, as far as the session bus shows it.
enum class StoreState {
    Absent,  ///< there is no bus, or no secret store on it
    Open,    ///< a missing entry does not exist
    Locked,  ///< closed: a missing entry may exist
    Refused, ///< the store or the bus refuses this program
    Unclear, ///< another kind of store, or an invalid answer
};

/// Reads the store's state from the session bus, because QtKeychain 0.13 does not report it: for a locked store it
/// reports that an entry is missing when reading, and success when deleting.
///
/// Uses the Secret Service protocol (org.freedesktop.secrets). Reads names of entries, never secrets. Lives on its
/// owner's thread; deleting it cancels the request without an answer.
class KeychainStatus final : public QObject
{
    Q_OBJECT
public:
    using Then = std::function<void(StoreState)>;

    KeychainStatus(const QString &service, const QString &account, QObject *parent);

    /// \a then is called once; immediately where there is no bus.
    void ask(Then then);

private:
    void onNames(const QDBusMessage &reply);
    void onItems(const QDBusMessage &reply);
    void onDefault(const QDBusMessage &reply);
    void onProperty(const QDBusMessage &reply);

    /// Sends \a call; an error ends the request.
    void send(const QDBusMessage &call, void (KeychainStatus::*reader)(const QDBusMessage &));

    QString m_service;
    QString m_account;
    Then m_then;
};

} // namespace okoshko
