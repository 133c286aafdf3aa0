// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profiles/Profiles.h"
#include "app/secrets/KeyStore.h"
#include "models/journal/JournalStore.h"
#include "models/setup/ConnectionCheck.h"
#include "ui/setup/KeyPrompt.h"

#include <QObject>
#include <QTimer>

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

    /// \a store must outlive this; \a owner is whose the profile's journal is.
    KeyProvider(const Profile &profile, const std::optional<Owner> &owner, KeyStore &store, Why why);
    ~KeyProvider() override;

    void start();
    /// Instead of start(): tries \a candidate, which the person has typed elsewhere.
    void tryKey(const Grant &candidate) { consider(candidate); }
    [[nodiscard]] KeyPrompt &prompt() { return m_prompt; }

Q_SIGNALS:
    void granted(const okoshko::KeyProvider::Grant &grant);
    void left();
    void otherProfileRequested();

private:
    void askStore();
    void onStore(const KeyStore::Outcome<QByteArray> &outcome);
    void consider(const Grant &grant);
    void onTested(const ConnectionOutcome &outcome);
    void ask(KeyPrompt::Reason reason);
    void grant();
    /// Whether the journal was kept with another key of a partner whom the server has named.
    [[nodiscard]] bool isOtherKey(const QByteArray &key) const;

    Profile m_profile;
    std::optional<Owner> m_owner;
    KeyStore &m_store;
    Why m_why;
    KeyPrompt m_prompt;
    QTimer m_soon;                      ///< what is there within a fifth of a second needs no window
    std::unique_ptr<QObject> m_reading; ///< whoever waits for the store
    std::unique_ptr<ConnectionCheck> m_test;
    Grant m_candidate;
};

} // namespace okoshko
