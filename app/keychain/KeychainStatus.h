// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QDBusMessage)

namespace okoshko {

/// What the session bus tells about the secret store.
enum class StoreState {
    Absent,  ///< there is no bus, or no secret store on it
    Open,    ///< an entry that is not found is not there
    Locked,  ///< closed: the entry is there behind the lock, or nobody can tell
    Refused, ///< it, or the bus on its behalf, does not talk with this program
    Unclear, ///< another kind of store, or no good answer
};

/// Asks the session bus for the store's state, which QtKeychain 0.13 does not report: of a locked store it says that an
/// entry is missing when it reads one, and that it succeeded when it deletes one.
///
/// Speaks the Secret Service protocol (org.freedesktop.secrets). Sees names of entries, never a secret. Lives on the
/// thread of its user; deleting it ends the question without an answer.
class KeychainStatus final : public QObject
{
    Q_OBJECT
public:
    using Then = std::function<void(StoreState)>;

    KeychainStatus(const QString &service, const QString &account, QObject *parent);

    /// \a then is called once, at once where there is no bus.
    void ask(Then then);

private:
    void onNames(const QDBusMessage &reply);
    void onItems(const QDBusMessage &reply);
    void onDefault(const QDBusMessage &reply);
    void onProperty(const QDBusMessage &reply);

    /// Sends \a call; an error ends the question.
    void send(const QDBusMessage &call, void (KeychainStatus::*reader)(const QDBusMessage &));

    QString m_service;
    QString m_account;
    Then m_then;
};

} // namespace okoshko
