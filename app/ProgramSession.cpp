// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Program.h"

#include "app/Dismiss.h"
#include "app/Logging.h"
#include "app/Startup.h"
#include "app/profiles/Journals.h"
#include "app/profiles/ProfileFolder.h"
#include "app/secrets/BarcodeKey.h"
#include "app/start/ProfileLock.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

// The key of a profile, and the session that sells with it. Which profile is in Program.cpp.

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.start")

} // namespace

void Program::findKey(const Profile &profile, KeyProvider::Why why)
{
    m_profile = profile;
    openGate(profile, why);
    connect(m_gate.get(), &KeyProvider::granted, this,
            [this](const KeyProvider::Grant &grant) { enter(m_profile, grant); });
    m_gate->start();
}

void Program::openGate(const Profile &profile, KeyProvider::Why why)
{
    auto owner = profileOwner(profile.folder);
    if (owner && owner->sales == Owner::Sales::None && !isOf(*owner, profile.server))
        owner.reset(); // it goes where the counter goes
    m_gate = std::make_unique<KeyProvider>(profile, owner, m_store, why);
    connect(m_gate.get(), &KeyProvider::otherProfileRequested, this, [this] {
        dismiss(m_gate, &m_gate->prompt());
        m_lock.reset();
        showChooser();
    });
    connect(m_gate.get(), &KeyProvider::left, this, [this] {
        dismiss(m_gate, &m_gate->prompt());
        m_lock.reset();
        if (!m_session)
            Q_EMIT finished(0);
    });
    if (m_lock)
        connect(m_lock.get(), &ProfileLock::raiseRequested, m_gate.get(), [this] { comeToFront(m_gate->prompt()); });
}

void Program::askNewKey()
{
    switch (m_session->plan().kind) {
    case Session::Plan::Kind::Training:
        return m_session->tryAgain(); // its key is nobody's business
    case Session::Plan::Kind::Profile:
        return m_session->mayLeave([this] {
            findKey(m_profile, m_session->isForeign() ? KeyProvider::Why::Foreign : KeyProvider::Why::Refused);
        });
    case Session::Plan::Kind::ByHand:
        return say(tr("Okoshko — key"),
                   tr("The key came from the file %1. Put the right one there and start Okoshko again.")
                       .arg(m_arguments.keyFile),
                   u"keyFileBox"_s);
    }
}

void Program::reconnect(const CounterSettings &values, const QByteArray &key)
{
    if (const auto open = static_cast<int>(m_session->whatIsOpen().size()); open > 0)
        return say(tr("Okoshko — connection"),
                   tr("%n sale(s) are still open. Finish or cancel them first: they belong to the connection that is "
                      "there.",
                      nullptr, open),
                   u"openSalesBox"_s);
    Profile profile = m_profile;
    profile.server = parseServerAddress(values.server).value_or(profile.server);
    profile.stand = values.stand;
    profile.counterName = values.counterName;
    const Session::Plan &plan = m_session->plan();
    const bool isInStore = key.isEmpty() && plan.keyKept == StatusLine::Key::Kept;
    openGate(profile, KeyProvider::Why::Start);
    connect(m_gate.get(), &KeyProvider::granted, this, [this, profile, values](const KeyProvider::Grant &grant) {
        if (const auto saved = Settings(profile.folder).save(values); !saved)
            return fail(cannotBeWritten(profile.folder), badStart);
        enter(profile, grant);
    });
    m_gate->tryKey({key.isEmpty() ? plan.key : key,
                    isInStore ? KeyProvider::Grant::From::Store : KeyProvider::Grant::From::Person,
                    key.isEmpty() ? KeyPrompt::Keep::InMemory : KeyPrompt::Keep::InStore});
}

void Program::enter(const Profile &profile, const KeyProvider::Grant &grant)
{
    endSession([this, profile, grant] { open(profile, grant); });
}

void Program::open(const Profile &profile, const KeyProvider::Grant &grant)
{
    m_profile = profile;
    m_session.reset(); // it may have the lock
    if (!m_lock)
        m_lock = lock(profile.folder);
    if (!m_lock)
        return;
    const bool isStaging = profile.stand == Stand::Staging;
    const bool isTyped = grant.from == KeyProvider::Grant::From::Person;
    open({.kind = Session::Plan::Kind::Profile,
          .server = profile.server,
          .key = grant.key,
          .mode = isStaging ? MainWindow::Mode::Staging : MainWindow::Mode::Live,
          .keyKept = isTyped ? StatusLine::Key::InMemory : StatusLine::Key::Kept});
    if (!m_session)
        return;
    if (!isTyped)
        barcodeKeyOf(profile).ask();
    else if (grant.keep == KeyPrompt::Keep::InStore)
        keepKey(profile, grant.key);
    else
        barcodeKeyOf(profile).askWhenOpen();
}

BarcodeKey &Program::barcodeKeyOf(const Profile &profile)
{
    auto *key = new BarcodeKey(m_store, profile.barcodeKeyAccount(), m_session.get());
    connect(key, &BarcodeKey::found, m_session.get(), &Session::setBarcodeKey);
    return *key;
}

void Program::keepKey(const Profile &profile, const QByteArray &key)
{
    m_store.write(profile.keyAccount(), key, m_session.get(), [this, profile](const KeyStore::Outcome<void> &kept) {
        if (!m_session)
            return; // it failed meanwhile
        if (!kept) {
            qCWarning(log).noquote() << "the key stays in memory:" << kept.error().detail;
            return barcodeKeyOf(profile).askWhenOpen();
        }
        barcodeKeyOf(profile).ask();
        m_session->setKeyKept();
    });
}

void Program::enter(const Session::Plan &plan, std::unique_ptr<ProfileLock> lock)
{
    m_lock = std::move(lock);
    endSession([this, plan] { open(plan); });
}

void Program::open(const Session::Plan &plan)
{
    m_session.reset();
    startLogging(m_lock->folder(), m_arguments.logLevel);
    wear(m_lock->folder());
    m_session = std::make_unique<Session>(plan, std::move(m_lock), m_languages);
    connect(m_session.get(), &Session::opened, this, &Program::leaveStep);
    connect(m_session.get(), &Session::failed, this, [this](const QString &words) {
        m_session.release()->deleteLater(); // it is still on the way to us
        leaveStep();
        fail(words, badStart);
    });
    connect(m_session.get(), &Session::ended, this, &Program::goOn, Qt::QueuedConnection); // which may delete it
    connect(m_session.get(), &Session::closeRequested, this, &Program::leave);
    connect(m_session.get(), &Session::keyRequested, this, &Program::askNewKey);
    connect(m_session.get(), &Session::profilesRequested, this, &Program::changeProfile);
    connect(m_session.get(), &Session::reconnectRequested, this, &Program::reconnect);
    m_session->start();
}

} // namespace okoshko
