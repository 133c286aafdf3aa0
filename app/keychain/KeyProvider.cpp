// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain/KeyProvider.h"

#include "app/profiles/Journals.h"
#include "models/counter/NetworkCounter.h"
#include "models/domain/Queued.h"

#include <QLoggingCategory>

#include <chrono>

using namespace std::chrono_literals;

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.start")

KeyPrompt::Reason reasonOf(KeyStoreError::Kind kind)
{
    switch (kind) {
    case KeyStoreError::Kind::NotFound:
        return KeyPrompt::Reason::NotKept;
    case KeyStoreError::Kind::Locked:
        return KeyPrompt::Reason::Locked;
    case KeyStoreError::Kind::NoStore:
        return KeyPrompt::Reason::NoStore;
    case KeyStoreError::Kind::Denied:
        return KeyPrompt::Reason::Denied;
    case KeyStoreError::Kind::Failed:
        return KeyPrompt::Reason::StoreFailed;
    }
    Q_UNREACHABLE();
}

} // namespace

KeyProvider::KeyProvider(const Profile &profile, const std::optional<Owner> &owner, KeyStore &store, QObject *context,
                         std::function<void(const Found &)> then)
    : m_profile(profile)
    , m_owner(owner)
    , m_store(store)
    , m_then(queued(this, context, std::move(then)))
    , m_prompt(profile.title(), profile.server.authority())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    m_prompt.setWindowModality(Qt::ApplicationModal);
    connect(&m_soon, &QTimer::timeout, &m_prompt, &QWidget::show);
    connect(&m_prompt, &KeyPrompt::keyGiven, this, [this](const QByteArray &key, KeyPrompt::Keep keep) {
        test({key, Grant::From::Person, keep});
    });
    connect(&m_prompt, &KeyPrompt::storeRequested, this, &KeyProvider::askStore);
    connect(&m_prompt, &KeyPrompt::otherProfileRequested, this,
            [this] { m_then(tl::unexpected(NoKey::OtherProfileWanted)); });
    connect(&m_prompt, &KeyPrompt::waitLeft, this, [this] {
        const bool waitedForStore = m_reading != nullptr;
        m_reading.reset();
        m_test.reset();
        ask(waitedForStore ? KeyPrompt::Reason::Locked : m_prompt.reason());
    });
    connect(&m_prompt, &QDialog::rejected, this, [this] { m_then(tl::unexpected(NoKey::Left)); });
}

KeyProvider::~KeyProvider() = default;

void KeyProvider::find(Why why)
{
    switch (why) {
    case Why::Start:
        return askStore();
    case Why::Refused:
        return ask(KeyPrompt::Reason::Refused);
    case Why::Foreign:
        return ask(KeyPrompt::Reason::Foreign);
    }
}

void KeyProvider::askStore()
{
    m_reading = std::make_unique<QObject>();
    m_prompt.wait(KeyPrompt::Wait::ForStore);
    m_soon.start();
    m_store.read(m_profile.keyAccount(), m_reading.get(), [this](const auto &read) { onStore(read); });
}

void KeyProvider::onStore(const KeyStore::Result<QByteArray> &read)
{
    m_reading.reset();
    if (!read) {
        qCWarning(log).noquote() << read.error().detail;
        return ask(reasonOf(read.error().kind));
    }
    test({*read, Grant::From::Store, KeyPrompt::Keep::InStore});
}

bool KeyProvider::isOtherKey(const QByteArray &key) const
{
    return m_owner && !m_owner->partner.isEmpty() && m_owner->account != accountOf(m_profile.server, key);
}

void KeyProvider::test(const Grant &candidate)
{
    m_candidate = candidate;
    // A stored key that the journal knows, or the first one, is used without a test: the server's first answer shows
    // whether it is right. A typed one is tested at once, while the person can still correct it.
    if (candidate.from == Grant::From::Store && !isOtherKey(candidate.key))
        return grant();
    m_prompt.wait(KeyPrompt::Wait::ForServer);
    if (!m_prompt.isVisible())
        m_soon.start();
    m_test = makeConnectionTest(m_profile.server, candidate.key, {});
    connect(m_test.get(), &ConnectionTest::finished, this, &KeyProvider::onTested);
    m_test->start();
}

void KeyProvider::onTested(const ConnectionTestResult &outcome)
{
    using Kind = ConnectionFailure::Kind;
    const bool isOther = isOtherKey(m_candidate.key);
    const auto &result = outcome.result;
    if (result)
        return isOther && result->partner != m_owner->partner ? ask(KeyPrompt::Reason::Foreign) : grant();
    const Kind kind = result.error().kind;
    const bool isRefused = kind == Kind::KeyUnknown || kind == Kind::KeyForbidden;
    // Without the server the key's partner is unknown: only a key that the journal knows is accepted then.
    if (!isRefused && !isOther)
        return grant();
    m_soon.stop();
    m_prompt.showFailure(result.error());
    m_prompt.show();
}

void KeyProvider::ask(KeyPrompt::Reason reason)
{
    m_soon.stop();
    m_prompt.ask(reason);
    m_prompt.show();
    m_prompt.raise();
    m_prompt.activateWindow();
}

void KeyProvider::grant()
{
    m_soon.stop();
    m_prompt.setEnabled(false); // what follows cannot be stopped by its buttons, but by closing it
    m_then(m_candidate);
}

} // namespace okoshko
