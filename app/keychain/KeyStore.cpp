// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain/KeyStore.h"

#include "app/keychain/KeychainStatus.h"
#include "models/domain/Queued.h"

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

} // namespace

/// One request to the secret store.
class KeyStore::Request final : public QObject
{
public:
    /// \a key is the key to write.
    Request(Action action, const QString &account, const QByteArray &key);

    /// Calls \a then once, when it is answered or has timed out, with the key that was read; empty for the other
    /// actions.
    void start(std::chrono::milliseconds patience, Then<QByteArray> then);

private:
    [[nodiscard]] QKeychain::Job *makeJob(const QByteArray &key) const;
    void onJobFinished(const QKeychain::Job &job);
    void end(const Result<QByteArray> &result);

    Action m_action;
    QString m_account;
    QPointer<QKeychain::Job> m_job; ///< deletes itself
    KeychainStatus m_status;
    QTimer m_patience;
    Then<QByteArray> m_then;
};

KeyStore::Request::Request(Action action, const QString &account, const QByteArray &key)
    : m_action(action)
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

void KeyStore::Request::start(std::chrono::milliseconds patience, Then<QByteArray> then)
{
    m_then = std::move(then);
    m_patience.start(patience);
    m_job->start();
}

QKeychain::Job *KeyStore::Request::makeJob(const QByteArray &key) const
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

void KeyStore::Request::onJobFinished(const QKeychain::Job &job)
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

void KeyStore::Request::end(const Result<QByteArray> &result)
{
    m_patience.stop();
    if (m_job)
        m_job->disconnect(this);
    if (const auto then = std::exchange(m_then, nullptr))
        then(result);
}

KeyStore::KeyStore(std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_patience(patience)
{
}

KeyStore::~KeyStore() = default;

QString KeyStore::service()
{
    return QStringLiteral("okoshko");
}

void KeyStore::read(const QString &account, QObject *context, Then<QByteArray> then)
{
    begin(Action::Read, account, {}, context, std::move(then));
}

void KeyStore::write(const QString &account, const QByteArray &key, QObject *context, Then<void> then)
{
    Q_ASSERT(!key.isEmpty()); // some stores take an empty key as a request to delete
    begin(Action::Write, account, key, context, withoutValue(std::move(then)));
}

void KeyStore::forget(const QString &account, QObject *context, Then<void> then)
{
    begin(Action::Forget, account, {}, context, withoutValue(std::move(then)));
}

KeyStore::Then<QByteArray> KeyStore::withoutValue(Then<void> then)
{
    return [then = std::move(then)](const Result<QByteArray> &result) {
        if (result)
            then({});
        else
            then(tl::unexpected(result.error()));
    };
}

void KeyStore::begin(Action action, const QString &account, const QByteArray &key, QObject *context,
                     Then<QByteArray> then)
{
    Request *request = m_requests.emplace_back(std::make_unique<Request>(action, account, key)).get();
    const auto ended = [this, request, context = QPointer<QObject>(context),
                        then = std::move(then)](const Result<QByteArray> &result) {
        std::erase_if(m_requests, [request](const auto &it) { return it.get() == request; });
        if (context)
            then(result);
    };
    request->start(m_patience, queued(request, this, ended));
}

} // namespace okoshko
