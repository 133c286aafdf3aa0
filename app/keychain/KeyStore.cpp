// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain/KeyStore.h"

#include "app/keychain/KeychainStatus.h"

#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using Kind = KeyStoreError::Kind;

/// QtKeychain's \a error as a Kind, before the store's state is known from the bus.
Kind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return Kind::NotFound;
    case QKeychain::AccessDenied: // also reported for a locked store
        return Kind::Locked;
    case QKeychain::AccessDeniedByUser:
        return Kind::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Kind::NoStore;
    default:
        return Kind::Failed;
    }
}

/// The same with the \a state of the store from the bus.
Kind kindOf(Kind kind, StoreState state)
{
    if (kind == Kind::NotFound && state == StoreState::Locked)
        return Kind::Locked;
    if (kind == Kind::Failed && state == StoreState::Absent)
        return Kind::NoStore;
    if (kind == Kind::Failed && state == StoreState::Refused)
        return Kind::Denied;
    return kind;
}

/// One request to the secret store. Deletes itself once it is answered or has timed out. Deleting it earlier cancels
/// the call of \a then.
class KeychainRequest final : public QObject
{
public:
    enum class Action {
        Read,
        Write,
        Forget,
    };

    /// \a key is the key to write.
    KeychainRequest(Action action, const QString &account, const QByteArray &key, QObject *parent);

    /// \a then receives the key that was read; empty for the other actions.
    void start(std::chrono::milliseconds patience, QObject *context, KeyStore::Then<QByteArray> then);

private:
    [[nodiscard]] QKeychain::Job *makeJob(const QByteArray &key) const;
    void onJobFinished(const QKeychain::Job &job);
    void end(const KeyStore::Result<QByteArray> &result);

    Action m_action;
    QString m_account;
    QPointer<QKeychain::Job> m_job; ///< deletes itself
    KeychainStatus m_status;
    QTimer m_patience;
    QPointer<QObject> m_context;
    KeyStore::Then<QByteArray> m_then;
};

KeychainRequest::KeychainRequest(Action action, const QString &account, const QByteArray &key, QObject *parent)
    : QObject(parent)
    , m_action(action)
    , m_account(account)
    , m_job(makeJob(key))
    , m_status(KeyStore::service(), account, nullptr)
{
    m_patience.setSingleShot(true);
    connect(m_job, &QKeychain::Job::finished, this, [this](const QKeychain::Job *job) { onJobFinished(*job); });
    connect(&m_patience, &QTimer::timeout, this, [this] {
        end(tl::unexpected(
            KeyStoreError{Kind::Locked, u"secret store: no answer within %1 ms"_s.arg(m_patience.interval())}));
    });
}

void KeychainRequest::start(std::chrono::milliseconds patience, QObject *context, KeyStore::Then<QByteArray> then)
{
    m_context = context;
    m_then = std::move(then);
    m_patience.start(patience);
    m_job->start();
}

QKeychain::Job *KeychainRequest::makeJob(const QByteArray &key) const
{
    // Without a parent: libsecret calls into a job whenever the store answers, possibly minutes after the timeout. A
    // job deletes itself then.
    QKeychain::Job *job = nullptr;
    switch (m_action) {
    case Action::Read:
        job = new QKeychain::ReadPasswordJob(KeyStore::service());
        break;
    case Action::Write: {
        auto *write = new QKeychain::WritePasswordJob(KeyStore::service());
        write->setBinaryData(key);
        job = write;
        break;
    }
    case Action::Forget:
        job = new QKeychain::DeletePasswordJob(KeyStore::service());
        break;
    }
    job->setKey(m_account);
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // else a key may be written to a plain file
    return job;
}

void KeychainRequest::onJobFinished(const QKeychain::Job &job)
{
    const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    const bool isGood = job.error() == QKeychain::NoError;
    if (isGood && m_action != Action::Forget)
        return end(read ? read->binaryData() : QByteArray());

    // For a locked store QtKeychain reports "not found" and "deleted": both are valid only if the bus reports an open
    // store.
    const Kind kind = isGood ? Kind::NotFound : kindOf(job.error());
    const QString detail =
        u"secret store: QtKeychain error %1, %2"_s.arg(job.error()).arg(job.errorString().simplified());
    m_status.ask([this, kind, detail](StoreState state) {
        const Kind known = kindOf(kind, state);
        if (m_action == Action::Forget && known == Kind::NotFound)
            end(QByteArray());
        else
            end(tl::unexpected(KeyStoreError{known, detail}));
    });
}

void KeychainRequest::end(const KeyStore::Result<QByteArray> &result)
{
    m_patience.stop();
    if (m_job)
        m_job->disconnect(this);
    deleteLater();
    const auto then = std::move(m_then);
    if (then && m_context)
        then(result);
}

/// For actions that return no value.
KeyStore::Then<QByteArray> withoutValue(KeyStore::Then<void> then)
{
    return [then = std::move(then)](const KeyStore::Result<QByteArray> &result) {
        if (result)
            then({});
        else
            then(tl::unexpected(result.error()));
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
    auto *request = new KeychainRequest(KeychainRequest::Action::Read, account, {}, this);
    request->start(m_patience, context, std::move(then));
}

void KeyStore::write(const QString &account, const QByteArray &key, QObject *context, Then<void> then)
{
    Q_ASSERT(!key.isEmpty()); // some stores take an empty key as a request to delete
    auto *request = new KeychainRequest(KeychainRequest::Action::Write, account, key, this);
    request->start(m_patience, context, withoutValue(std::move(then)));
}

void KeyStore::forget(const QString &account, QObject *context, Then<void> then)
{
    auto *request = new KeychainRequest(KeychainRequest::Action::Forget, account, {}, this);
    request->start(m_patience, context, withoutValue(std::move(then)));
}

} // namespace okoshko
