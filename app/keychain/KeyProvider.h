// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keychain/KeyStore.h"
#include "app/profiles/Profiles.h"
#include "models/journal/JournalStore.h"
#include "models/setup/ConnectionTest.h"
#include "ui/setup/KeyPrompt.h"

#include <QObject>
#include <QTimer>

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>

namespace okoshko {

/// Finds the key of a profile, in the secret store or by asking the person, and accepts only a key of the partner that
/// the profile's journal belongs to. The prompt is shown if the store does not answer soon or has no key.
class KeyProvider final : public QObject
{
    Q_OBJECT
public:
    enum class Why {
        Start,   ///< the store may have a key
        Refused, ///< the server does not accept the current key
        Foreign, ///< the current key belongs to another partner
    };
    struct Grant
    {
        enum class From { Store, Person };

        QByteArray key;
        From from = From::Store;
        KeyPrompt::Keep keep = KeyPrompt::Keep::InStore; ///< the person's choice
    };
    enum class NoKey { Left, OtherProfileWanted };
    using Found = tl::expected<Grant, NoKey>;

    /// \a store must outlive this; \a owner is the owner of the profile's journal. \a then is called from the event
    /// loop when find() or test() has ended, unless \a context or this is destroyed before; it may delete this.
    KeyProvider(const Profile &profile, const std::optional<Owner> &owner, KeyStore &store, QObject *context,
                std::function<void(const Found &)> then);
    ~KeyProvider() override;

    void find(Why why);
    /// Instead of find(): tests \a candidate, which was typed elsewhere.
    void test(const Grant &candidate);
    [[nodiscard]] KeyPrompt &prompt() { return m_prompt; }

private:
    void askStore();
    void onStore(const KeyStore::Result<QByteArray> &read);
    void onTested(const ConnectionTestResult &outcome);
    void ask(KeyPrompt::Reason reason);
    void grant();
    /// Whether the journal was kept with a key other than \a key, of a partner that the server has named.
    [[nodiscard]] bool isOtherKey(const QByteArray &key) const;

    Profile m_profile;
    std::optional<Owner> m_owner;
    KeyStore &m_store;
    std::function<void(const Found &)> m_then;
    KeyPrompt m_prompt;
    QTimer m_soon;                          ///< no window is shown if the result comes within a fifth of a second
    std::unique_ptr<QObject> m_reading;     ///< the context of the store's answer
    std::unique_ptr<ConnectionTest> m_test; ///< kept until the next test
    Grant m_candidate;
};

} // namespace okoshko
