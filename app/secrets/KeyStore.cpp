// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/KeyStore.h"

#include "app/secrets/KeychainRequest.h"

namespace okoshko {

namespace {

/// For who only wants to know that it was done.
KeyStore::Then<QByteArray> withoutValue(KeyStore::Then<void> then)
{
    return [then = std::move(then)](const KeyStore::Outcome<QByteArray> &outcome) {
        if (outcome)
            then({});
        else
            then(tl::unexpected(outcome.error()));
    };
}

} // namespace

KeyStore::KeyStore(std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_patience(patience)
{
}

QString KeyStore::service()
{
    return QStringLiteral("okoshko");
}

void KeyStore::read(const QString &account, QObject *context, Then<QByteArray> then)
{
    auto *errand = new KeychainRequest(KeychainRequest::Wish::Read, account, {}, this);
    errand->start(m_patience, context, std::move(then));
}

void KeyStore::write(const QString &account, const QByteArray &key, QObject *context, Then<void> then)
{
    Q_ASSERT(!key.isEmpty()); // some stores take it for a wish to forget
    auto *errand = new KeychainRequest(KeychainRequest::Wish::Write, account, key, this);
    errand->start(m_patience, context, withoutValue(std::move(then)));
}

void KeyStore::forget(const QString &account, QObject *context, Then<void> then)
{
    auto *errand = new KeychainRequest(KeychainRequest::Wish::Forget, account, {}, this);
    errand->start(m_patience, context, withoutValue(std::move(then)));
}

} // namespace okoshko
