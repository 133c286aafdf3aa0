// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace okoshko {

/// Why the secret store did not fulfil a request.
struct KeyStoreError
{
    enum class Kind {
        NotFound, ///< the store is open and holds no key of this account
        Locked,   ///< the store is closed, or did not answer in time and may be waiting for its password
        NoStore,  ///< the session has none
        Denied,   ///< the store or its user refuses this program
        Failed,   ///< anything else; see `detail`
    };

    Kind kind = Kind::Failed;
    QString detail; ///< technical, for the log only; never the key

    friend bool operator==(const KeyStoreError &, const KeyStoreError &) = default;
};

/// Keeps API keys and barcode keys in the computer's secret store (GNOME Keyring, KWallet), never in a file of ours.
///
/// An account is the name of one key, made of the server's origin and the profile's name; it is not secret. Lives on
/// the main thread, whose event loop (GLib's, as Qt uses it on Linux) delivers the store's answers.
class KeyStore final : public QObject
{
    Q_OBJECT
public:
    template <class T>
    using Result = tl::expected<T, KeyStoreError>;

    /// Called exactly once, never from within the call that started it, and not at all once its context or the key
    /// store is destroyed.
    template <class T>
    using Then = std::function<void(const Result<T> &)>;

    /// \a patience: how long a request waits for the store, and so for the person who has to unlock it.
    explicit KeyStore(std::chrono::milliseconds patience = std::chrono::seconds(60), QObject *parent = nullptr);
    ~KeyStore() override;

    /// The service name of all entries in the store.
    [[nodiscard]] static QString service();

    /// The key of \a account.
    void read(const QString &account, QObject *context, Then<QByteArray> then);

    /// Stores \a key, which must not be empty, in place of any earlier key of \a account. A store that is unlocked
    /// after the caller received `Locked` still executes the requests, in their order.
    void write(const QString &account, const QByteArray &key, QObject *context, Then<void> then);

    /// Removes the key of \a account; a missing key is no error.
    void forget(const QString &account, QObject *context, Then<void> then);

private:
    class Request;
    enum class Action { Read, Write, Forget };

    /// \a key is the key to write; \a then receives the key that was read, or an empty one.
    void begin(Action action, const QString &account, const QByteArray &key, QObject *context, Then<QByteArray> then);
    [[nodiscard]] static Then<QByteArray> withoutValue(Then<void> then);

    std::chrono::milliseconds m_patience;
    std::vector<std::unique_ptr<Request>> m_requests; ///< unanswered
};

} // namespace okoshko
