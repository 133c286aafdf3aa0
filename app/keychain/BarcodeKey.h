// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keychain/KeyStore.h"
#include "app/keychain/KeychainStatus.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

namespace okoshko {

/// The key by which a profile's journal hashes barcodes: 32 random bytes, which are made the first time and kept in the
/// computer's secret store, and nowhere else.
///
/// No password is asked for because of it: the store is read only where it is known to be open. Where it is not, its
/// state is read every five seconds, which opens nothing. A store that refuses this program or fails gives no key until
/// the next start. Lives on the main thread; errors go to the log.
class BarcodeKey final : public QObject
{
    Q_OBJECT
public:
    /// \a store must outlive this. \a account: under which name it keeps the key.
    BarcodeKey(KeyStore &store, const QString &account, QObject *parent = nullptr);

    /// For a store that has just given or taken another key, and so is open.
    void ask();
    /// Waits until the store is open. Whether one of KDE's is cannot be told: it is not asked.
    void askWhenOpen();

Q_SIGNALS:
    /// At most once. The store holds \a key by then.
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
