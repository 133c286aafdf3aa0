// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/KeyStore.h"
#include "app/secrets/KeychainStatus.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace okoshko {

/// One request to the secret store, until it is answered or was waited for long enough; deletes itself then. Deleting
/// it earlier ends it without a word.
class KeychainRequest final : public QObject
{
    Q_OBJECT
public:
    enum class Wish {
        Read,
        Write,
        Forget,
    };

    /// \a key is what is to be written.
    KeychainRequest(Wish wish, const QString &account, const QByteArray &key, QObject *parent);

    /// \a then gets what was read, and nothing where nothing was to be read.
    void start(std::chrono::milliseconds patience, QObject *context, KeyStore::Then<QByteArray> then);

private:
    [[nodiscard]] QKeychain::Job *makeJob(const QByteArray &key) const;
    void onJobFinished(const QKeychain::Job &job);
    void end(const KeyStore::Outcome<QByteArray> &outcome);

    Wish m_wish;
    QString m_account;
    QPointer<QKeychain::Job> m_job; ///< owns itself
    KeychainStatus m_probe;
    QTimer m_patience;
    QPointer<QObject> m_context;
    KeyStore::Then<QByteArray> m_then;
};

} // namespace okoshko
