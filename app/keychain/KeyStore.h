// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>

namespace okoshko {

/// Why the computer's secret store did not do what it was asked.
struct KeyStoreError
{
    enum class Kind {
        NotFound, ///< the store is open and holds no key of this account
        Locked,   ///< the store is closed, or did not answer in time: it may be waiting for its own password
        NoStore,  ///< this session has none
        Denied,   ///< the store or its owner refuses this program
        Failed,   ///< anything else; `detail` tells
    };

    Kind kind = Kind::Failed;
    QString detail; ///< technical, for the log only; never the key

    friend bool operator==(const KeyStoreError &, const KeyStoreError &) = default;
};

/// API keys, and those by which barcodes are hashed, in the computer's own secret store (GNOME Keyring, KWallet), never
/// in a file of ours.
///
/// An account is a text that tells one key from another, such as the server's origin and the profile's name; it is not
/// secret. Lives on the main thread, whose event loop (GLib's, as Qt has it on Linux) carries the store's answers.
class KeyStore final : public QObject
{
    Q_OBJECT
public:
    template <class T>
    using Result = tl::expected<T, KeyStoreError>;

    /// Called exactly once, never from within the call that started it, and not at all once the context that was given
    /// with it or the key store is gone.
    template <class T>
    using Then = std::function<void(const Result<T> &)>;

    /// \a patience: how long one request may wait for the store, and so for the person who is to open it.
    explicit KeyStore(std::chrono::milliseconds patience = std::chrono::seconds(60), QObject *parent = nullptr);

    /// Under which name the store has all that is kept here.
    [[nodiscard]] static QString service();

    /// The key of \a account.
    void read(const QString &account, QObject *context, Then<QByteArray> then);

    /// Keeps \a key, which must not be empty, in place of whatever was kept for \a account. A store that is opened
    /// after the caller was told `Locked` still does what it was asked, in the order in which it was asked.
    void write(const QString &account, const QByteArray &key, QObject *context, Then<void> then);

    /// Removes the key of \a account; that there is none is no error.
    void forget(const QString &account, QObject *context, Then<void> then);

private:
    std::chrono::milliseconds m_patience;
};

} // namespace okoshko
