// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Application.h"

#include "app/Logging.h"
#include "app/desktop/DesktopScheme.h"
#include "app/keychain/BarcodeKey.h"
#include "app/profiles/Journals.h"
#include "app/profiles/ProfileLock.h"
#include "app/profiles/Setup.h"
#include "models/domain/Queued.h"
#include "models/domain/Text.h"
#include "ui/accessible/Accessible.h"
#include "ui/setup/ProfileChooser.h"

#include <QApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QMessageBox>
#include <QSessionManager>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.start")

} // namespace

Application::Application(const Arguments &arguments, Languages &languages)
    : m_arguments(arguments)
    , m_languages(languages)
    , m_profiles(userDataFolder())
    , m_language(languageAtStart(arguments))
{
    // The desktop's logout is cancelled while orders are open; the person is asked first.
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this](QSessionManager &desktop) {
        if (!m_session || m_session->openItems().isEmpty())
            return;
        desktop.cancel();
        leave();
    });
}

Application::~Application() = default;

void Application::start()
{
    startLogging({}, m_arguments.logLevel);
    Theme::apply(*qApp, Theme::Kind::System);
    connect(new DesktopScheme(this), &DesktopScheme::changed, this,
            [](Theme::Kind kind) { Theme::setDesktop(*qApp, kind); });
    installAccessible();
    showFontTrouble();
    const QString wanted = m_arguments.profile;
    const QString folder = wanted.isEmpty() ? QString() : m_profiles.folderOf(wanted);
    if (m_arguments.server)
        return sellByHand(folder.isEmpty() ? m_profiles.dataFolder() : folder);
    if (m_arguments.training == Arguments::Training::Yes)
        return startTraining(folder.isEmpty() ? m_profiles.trainingFolder() : folder);
    if (!folder.isEmpty())
        return openProfileAt(folder);
    const QList<Profile> all = m_profiles.all();
    if (all.isEmpty())
        showSetup(FirstStartWindow::Opens::AtChoice, {});
    else if (all.size() == 1)
        openProfileAt(all.first().folder);
    else
        showChooser();
}

void Application::showSetup(FirstStartWindow::Opens opens, const QString &folder)
{
    m_setupFolder = folder;
    if (m_session) { // whose language replaces --lang
        m_arguments.language.clear();
        m_language = m_session->language();
    }
    m_setup = std::make_unique<Setup>(opens, vendorServers(), Format(m_language));
    FirstStartWindow &window = m_setup->window();
    connect(&window, &FirstStartWindow::languageRequested, this, &Application::setLanguage);
    connect(&window, &FirstStartWindow::counterChosen, this,
            queued(m_setup.get(), this, [this](const ConnectionValues &values) { createProfile(values); }));
    connect(&window, &FirstStartWindow::trainingChosen, this, queued(m_setup.get(), this, [this] {
        if (!m_setup->window().isEnabled())
            return; // pressed again before it was disabled
        m_setup->window().setEnabled(false);
        m_lock.reset();
        startTraining(m_setupFolder.isEmpty() ? m_profiles.trainingFolder() : m_setupFolder, m_language);
    }));
    if (m_lock)
        connect(m_lock.get(), &ProfileLock::raiseRequested, &window, [&window] { comeToFront(window); });
    connect(&window, &QDialog::rejected, this, queued(m_setup.get(), this, [this] {
        m_setup.reset();
        dropOpening();
        if (!m_session && !m_chooser)
            Q_EMIT finished(0);
    }));
    if (m_session)
        window.setWindowModality(Qt::ApplicationModal); // nothing more is sold by what is to end
    m_setup->show();
}

void Application::showChooser()
{
    const QList<Profile> profiles = m_profiles.all();
    QList<ProfileChooser::Row> rows;
    for (const Profile &profile : profiles)
        rows.append({profile.title(), profile.server.authority(), profile.environment});
    if (!m_session && !profiles.isEmpty())
        applySettings(profiles.first().folder);
    m_chooser = std::make_unique<ProfileChooser>(rows);
    m_chooser->setWindowModality(Qt::ApplicationModal);
    const auto on = [this](auto signal, auto then) {
        connect(m_chooser.get(), signal, this, queued(m_chooser.get(), this, then));
    };
    on(&ProfileChooser::chosen, [this, profiles](int row) { openProfileAt(profiles.at(row).folder); });
    on(&ProfileChooser::trainingChosen, [this] { startTraining(m_profiles.trainingFolder()); });
    on(&ProfileChooser::newRequested, [this] {
        m_chooser.reset();
        showSetup(m_session ? FirstStartWindow::Opens::OverCounter : FirstStartWindow::Opens::AtConnection, {});
    });
    on(&QDialog::rejected, [this] {
        m_chooser.reset();
        m_other.reset(); // its answer is about a choice that was left
        if (!m_session)
            Q_EMIT finished(0);
    });
    m_chooser->show();
}

void Application::leave()
{
    m_session->askToLeave([this] { endSession([this] { Q_EMIT finished(0); }); });
}

void Application::changeProfile()
{
    m_session->askToLeave([this] { showChooser(); });
}

void Application::createProfile(const ConnectionValues &values)
{
    if (!m_setup->window().isEnabled())
        return; // pressed again before it was disabled
    const auto profile = m_profiles.write({.folder = m_setupFolder,
                                           .server = values.server,
                                           .environment = values.environment,
                                           .counterName = values.counterName});
    if (!profile)
        return m_setup->window().showTrouble(profile.error());
    m_setup->window().setEnabled(false);
    Settings(profile->folder).setLanguage(m_language);
    const KeyProvider::Grant grant{values.key, KeyProvider::Grant::From::Person, KeyPrompt::Keep::InStore};
    endSession([this, profile = *profile, grant] { openProfile(profile, grant); });
}

void Application::openProfileAt(const QString &folder)
{
    if (m_session && m_session->folder() == folder)
        return closeSteps();
    auto taken = takeLock(folder);
    if (!taken)
        return;
    m_lock = std::move(taken);
    endSession([this] {
        m_session.reset();
        const Profile profile = m_profiles.read(m_lock->folder());
        startLogging(profile.folder, m_arguments.logLevel);
        applySettings(profile.folder);
        closeSteps();
        if (profile.isSetUp())
            findKey(profile, KeyProvider::Why::Start);
        else
            showSetup(FirstStartWindow::Opens::AtChoice, profile.folder);
    });
}

void Application::startTraining(const QString &folder, std::optional<Format::Language> chosen)
{
    if (m_session && m_session->folder() == folder)
        return closeSteps();
    if (m_profiles.read(folder).isSetUp())
        return fail(tr("The profile in %1 is a real counter. Training needs a folder of its own.").arg(folder),
                    badStart);
    auto taken = takeLock(folder);
    if (!taken)
        return;
    m_lock = std::move(taken);
    if (chosen)
        Settings(folder).setLanguage(*chosen);
    endSession([this] { openSession({.kind = Session::Plan::Kind::Training, .vendor = m_arguments.vendor}); });
}

void Application::sellByHand(const QString &folder)
{
    const auto key = readKeyFile(m_arguments.keyFile);
    if (!key)
        return fail(key.error(), badStart);
    if (m_profiles.read(folder).isSetUp())
        return fail(tr("The profile in %1 has a server of its own. Start it with --profile alone.").arg(folder),
                    badStart);
    m_lock = takeLock(folder);
    if (m_lock)
        openSession({.kind = Session::Plan::Kind::ByHand, .server = *m_arguments.server, .key = *key});
}

std::unique_ptr<ProfileLock> Application::takeLock(const QString &folder)
{
    const auto place = makeProfileFolder(folder);
    if (!place) {
        fail(place.error(), badStart);
        return nullptr;
    }
    auto taken = std::make_unique<ProfileLock>(*place);
    switch (taken->take()) {
    case ProfileLock::Taken::Yes:
        return taken;
    case ProfileLock::Taken::InUse:
        raiseOther(std::move(taken));
        return nullptr;
    case ProfileLock::Taken::No:
        fail(cannotBeWritten(*place), badStart);
        return nullptr;
    }
    Q_UNREACHABLE();
}

void Application::raiseOther(std::unique_ptr<ProfileLock> its)
{
    m_other = std::move(its);
    m_other->raiseOther([this](ProfileLock::Answer answer) {
        const QString computer = sanitizedText(m_other->otherComputer());
        const QString file = QDir::toNativeSeparators(m_other->fileName());
        const bool came = answer == ProfileLock::Answer::Raised;
        const QString words =
            came ? tr("Okoshko is open with this profile already: its window was brought to the front.")
            : computer.isEmpty()
                ? tr("Okoshko is open with this profile already, but does not answer.")
                : tr("This profile is open at another computer: %1. Close Okoshko there. If it does not run there any "
                     "more, delete the file %2 and start Okoshko again.")
                      .arg(computer, file);
        if (m_chooser)
            return m_chooser->showTrouble(words);
        if (!came)
            return fail(words, 1);
        std::printf("%s\n", qUtf8Printable(words));
        std::fflush(stdout);
        Q_EMIT finished(0);
    });
}

void Application::findKey(const Profile &profile, KeyProvider::Why why)
{
    m_profile = profile;
    makeKeyProvider(profile, [this](const KeyProvider::Grant &grant) {
        endSession([this, grant] { openProfile(m_profile, grant); });
    });
    m_keyProvider->find(why);
}

void Application::makeKeyProvider(const Profile &profile, std::function<void(const KeyProvider::Grant &)> granted)
{
    auto owner = profileOwner(profile.folder);
    if (owner && owner->sales == Owner::Sales::None && !isOf(*owner, profile.server))
        owner.reset(); // a journal without sales may change its server
    const auto onFound = [this, granted = std::move(granted)](const KeyProvider::Found &found) {
        if (found)
            return granted(*found);
        m_keyProvider.reset();
        m_lock.reset();
        dropOpening();
        switch (found.error()) {
        case KeyProvider::NoKey::OtherProfileWanted:
            return showChooser();
        case KeyProvider::NoKey::Left:
            if (!m_session)
                Q_EMIT finished(0);
            return;
        }
        Q_UNREACHABLE();
    };
    m_keyProvider = std::make_unique<KeyProvider>(profile, owner, m_store, this, onFound);
    if (m_lock)
        connect(m_lock.get(), &ProfileLock::raiseRequested, m_keyProvider.get(),
                [this] { comeToFront(m_keyProvider->prompt()); });
}

void Application::askNewKey()
{
    switch (m_session->plan().kind) {
    case Session::Plan::Kind::Training:
        return m_session->tryAgain();  // in training the key cannot be changed
    case Session::Plan::Kind::Profile: // open orders are not left: the same journal is opened again
        return findKey(m_profile, m_session->isForeign() ? KeyProvider::Why::Foreign : KeyProvider::Why::Refused);
    case Session::Plan::Kind::ByHand:
        return showBox(tr("Okoshko — key"),
                       tr("The key came from the file %1. Put the right one there and start Okoshko again.")
                           .arg(m_arguments.keyFile),
                       u"keyFileBox"_s);
    }
}

void Application::reconnect(const CounterSettings &values, const QByteArray &key)
{
    if (const auto open = static_cast<int>(m_session->openItems().size()); open > 0)
        return showBox(
            tr("Okoshko — connection"),
            tr("%n sale(s) are still open. Finish or cancel them first: they belong to the connection that is "
               "there.",
               nullptr, open),
            u"openSalesBox"_s);
    Profile profile = m_profile;
    profile.server = parseServerAddress(values.server).value_or(profile.server);
    profile.environment = values.environment;
    profile.counterName = values.counterName;
    const Session::Plan &plan = m_session->plan();
    const bool isInStore = key.isEmpty() && plan.keyKept == StatusLine::Key::Kept;
    makeKeyProvider(profile, [this, profile, values](const KeyProvider::Grant &grant) {
        if (const auto saved = Settings(profile.folder).save(values); !saved) {
            m_keyProvider.reset();
            return fail(cannotBeWritten(profile.folder), badStart);
        }
        endSession([this, profile, grant] { openProfile(profile, grant); });
    });
    m_keyProvider->test({key.isEmpty() ? plan.key : key,
                         isInStore ? KeyProvider::Grant::From::Store : KeyProvider::Grant::From::Person,
                         key.isEmpty() ? KeyPrompt::Keep::InMemory : KeyPrompt::Keep::InStore});
}

BarcodeKey &Application::makeBarcodeKey(const Profile &profile)
{
    auto *key = new BarcodeKey(m_store, profile.barcodeKeyAccount(), m_session.get());
    connect(key, &BarcodeKey::found, m_session.get(), &Session::setBarcodeKey);
    return *key;
}

void Application::storeKey(const Profile &profile, const QByteArray &key)
{
    m_store.write(profile.keyAccount(), key, m_session.get(), [this, profile](const KeyStore::Result<void> &kept) {
        if (!kept) {
            qCWarning(log).noquote() << "the key stays in memory:" << kept.error().detail;
            return makeBarcodeKey(profile).askWhenOpen();
        }
        makeBarcodeKey(profile).ask();
        m_session->setKeyKept();
    });
}

void Application::openProfile(const Profile &profile, const KeyProvider::Grant &grant)
{
    m_profile = profile;
    m_session.reset(); // it may have the lock
    if (!m_lock)
        m_lock = takeLock(profile.folder);
    if (!m_lock) {
        m_keyProvider.reset();
        return;
    }
    const bool isTyped = grant.from == KeyProvider::Grant::From::Person;
    openSession({.kind = Session::Plan::Kind::Profile,
                 .server = profile.server,
                 .key = grant.key,
                 .environment = profile.environment,
                 .keyKept = isTyped ? StatusLine::Key::InMemory : StatusLine::Key::Kept});
    if (!isTyped)
        makeBarcodeKey(profile).ask();
    else if (grant.keep == KeyPrompt::Keep::InStore)
        storeKey(profile, grant.key);
    else
        makeBarcodeKey(profile).askWhenOpen();
}

void Application::openSession(const Session::Plan &plan)
{
    m_session.reset();
    startLogging(m_lock->folder(), m_arguments.logLevel);
    applySettings(m_lock->folder());
    m_session = std::make_unique<Session>(plan, std::move(m_lock), m_languages);
    connect(m_session.get(), &Session::closeRequested, this, &Application::leave);
    connect(m_session.get(), &Session::keyRequested, this, &Application::askNewKey);
    connect(m_session.get(), &Session::profilesRequested, this, &Application::changeProfile);
    connect(m_session.get(), &Session::reconnectRequested, this, &Application::reconnect);
    m_session->open(this, [this](const tl::expected<void, QString> &opened) {
        closeSteps();
        if (opened)
            return m_session->show();
        m_session.reset();
        fail(opened.error(), badStart);
    });
}

void Application::endSession(std::function<void()> then)
{
    if (!m_session || !m_session->window())
        return then();
    closeSteps();
    m_session->end(this, std::move(then));
}

void Application::dropOpening()
{
    if (m_session && !m_session->window())
        m_session.reset();
}

void Application::closeSteps()
{
    m_other.reset();
    m_setup.reset();
    m_chooser.reset();
    m_keyProvider.reset();
}

void Application::setLanguage(Format::Language language)
{
    m_arguments.language.clear(); // a language chosen in the window replaces --lang
    m_language = language;
    m_setup->rebuild([this, language] { m_languages.setLanguage(language); }, Format(language));
}

void Application::applySettings(const QString &folder)
{
    Settings settings(folder);
    if (!m_arguments.language.isEmpty())
        settings.setLanguage(languageAtStart(m_arguments));
    m_language = settings.language();
    m_languages.setLanguage(m_language);
    Theme::apply(*qApp, settings.theme(), settings.values().textSize);
}

void Application::showFontTrouble()
{
    const QString words = printFontTrouble();
    if (words.isEmpty() || !isAttended())
        return;
    m_fontBox = std::make_unique<QMessageBox>(QMessageBox::NoIcon, u"Okoshko"_s, words, QMessageBox::Ok);
    m_fontBox->setObjectName(u"fontBox"_s);
    m_fontBox->show();
}

void Application::showBox(const QString &title, const QString &words, const QString &boxName)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, words, QMessageBox::Ok, m_session->window());
    box->setObjectName(boxName);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

bool Application::isAttended() const
{
    return !m_arguments.server;
}

void Application::fail(const QString &words, int exitCode)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(words));
    if (!isAttended()) {
        Q_EMIT finished(exitCode);
        return;
    }
    if (m_chooser)
        return m_chooser->showTrouble(words);
    if (m_setup)
        m_setup->window().setEnabled(true); // for another try
    m_box = std::make_unique<QMessageBox>(QMessageBox::NoIcon, tr("Okoshko"), words, QMessageBox::Ok);
    m_box->setObjectName(u"troubleBox"_s);
    m_box->setTextFormat(Qt::PlainText);
    connect(m_box.get(), &QDialog::finished, this, queued(m_box.get(), this, [this, exitCode](int) {
                m_box.reset();
                if (!m_session && !m_setup && !m_keyProvider)
                    Q_EMIT finished(exitCode);
            }));
    m_box->open();
}

} // namespace okoshko
