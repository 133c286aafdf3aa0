// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain/BarcodeKey.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <array>
#include <chrono>

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.start")

constexpr std::chrono::seconds pauseOfLooking{5};

} // namespace

BarcodeKey::BarcodeKey(KeyStore &store, const QString &account, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_account(account)
    , m_status(KeyStore::service(), account, nullptr)
{
    m_again.setSingleShot(true);
    m_again.setInterval(pauseOfLooking);
    connect(&m_again, &QTimer::timeout, this, &BarcodeKey::askWhenOpen);
}

void BarcodeKey::ask()
{
    m_store.read(m_account, this, [this](const auto &read) { onRead(read); });
}

void BarcodeKey::askWhenOpen()
{
    m_status.ask([this](StoreState state) {
        if (state == StoreState::Open)
            ask();
        else
            m_again.start();
    });
}

void BarcodeKey::onRead(const KeyStore::Result<QByteArray> &read)
{
    if (read && !read->isEmpty())
        Q_EMIT found(*read);
    else if (read || read.error().kind == KeyStoreError::Kind::NotFound)
        make();
    else
        onFailed(read.error());
}

void BarcodeKey::make()
{
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->generate(bits.begin(), bits.end());
    const QByteArray key(reinterpret_cast<const char *>(bits.data()), sizeof bits);
    m_store.write(m_account, key, this, [this, key](const KeyStore::Result<void> &kept) {
        if (kept)
            Q_EMIT found(key);
        else
            onFailed(kept.error());
    });
}

void BarcodeKey::onFailed(const KeyStoreError &error)
{
    qCWarning(log).noquote() << "barcodes are not searched:" << error.detail;
    switch (error.kind) {
    case KeyStoreError::Kind::NotFound:
    case KeyStoreError::Kind::Locked:
        m_again.start();
        return;
    case KeyStoreError::Kind::NoStore:
    case KeyStoreError::Kind::Denied:
    case KeyStoreError::Kind::Failed:
        return;
    }
}

} // namespace okoshko
