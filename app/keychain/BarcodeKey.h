// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keychain/KeyStore.h"
#include "app/keychain/KeychainStatus.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

namespace okoshko {

/// The key by which a profile's journal hashes barcodes: 32 random bytes, created once and kept only in the computer's
/// secret store.
///
/// It never causes a password prompt: the store is read only when it is known to be open. Otherwise the store's state
/// is polled every five seconds, which does not open it. A store that refuses this program or fails gives no key until
/// the next start. Lives on the main thread; errors go to the log.
class BarcodeKey final : public QObject
{
    Q_OBJECT
public:
    /// \a store must outlive this. \a account: the key's name in the store.
    BarcodeKey(KeyStore &store, const QString &account, QObject *parent = nullptr);

    /// Call it when the store is known to be open, because it has just returned or stored another key.
    void ask();
    /// Waits until the store is open. KWallet's state cannot be detected, so it is not asked.
    void askWhenOpen();

Q_SIGNALS:
    /// Emitted at most once, when \a key is in the store.
    void found(const QByteArray &key);

private:
    void onRead(const KeyStore::Result<QByteArray> &read);
    void make();
    void onFailed(const KeyStoreError &error);

    KeyStore &m_store;
    QString m_account;
    KeychainStatus m_status;
    QTimer m_again;
};

} // namespace okoshko
