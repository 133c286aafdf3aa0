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

/// Finds the key of a profile: in the secret store, or else by asking the person; and lets only a key of the partner
/// through whose journal the profile has. The prompt is shown when the store keeps one waiting, or has no key to give.
class KeyProvider final : public QObject
{
    Q_OBJECT
public:
    enum class Why {
        Start,   ///< the store may have it
        Refused, ///< the server does not accept the one that was used
        Foreign, ///< it is another partner's
    };
    struct Grant
    {
        enum class From { Store, Person };

        QByteArray key;
        From from = From::Store;
        KeyPrompt::Keep keep = KeyPrompt::Keep::InStore; ///< what the person wants
    };
    enum class NoKey { Left, OtherProfileWanted };
    using Found = tl::expected<Grant, NoKey>;

    /// \a store must outlive this; \a owner is whose the profile's journal is. \a then is called from the event loop
    /// when find() or test() has ended, unless \a context or this is gone by then; it may delete this.
    KeyProvider(const Profile &profile, const std::optional<Owner> &owner, KeyStore &store, QObject *context,
                std::function<void(const Found &)> then);
    ~KeyProvider() override;

    void find(Why why);
    /// Instead of find(): tries \a candidate, which the person has typed elsewhere.
    void test(const Grant &candidate);
    [[nodiscard]] KeyPrompt &prompt() { return m_prompt; }

private:
    void askStore();
    void onStore(const KeyStore::Result<QByteArray> &read);
    void onTested(const ConnectionTestResult &outcome);
    void ask(KeyPrompt::Reason reason);
    void grant();
    /// Whether the journal was kept with another key of a partner whom the server has named.
    [[nodiscard]] bool isOtherKey(const QByteArray &key) const;

    Profile m_profile;
    std::optional<Owner> m_owner;
    KeyStore &m_store;
    std::function<void(const Found &)> m_then;
    KeyPrompt m_prompt;
    QTimer m_soon;                          ///< what is there within a fifth of a second needs no window
    std::unique_ptr<QObject> m_reading;     ///< while the store is asked: the context of its answer
    std::unique_ptr<ConnectionTest> m_test; ///< the last one stays until the next
    Grant m_candidate;
};

} // namespace okoshko
