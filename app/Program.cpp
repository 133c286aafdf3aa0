// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Program.h"

#include "app/DesktopScheme.h"
#include "app/Dismiss.h"
#include "app/KeyFile.h"
#include "app/Logging.h"
#include "app/Startup.h"
#include "app/profiles/ProfileFolder.h"
#include "app/start/ProfileLock.h"
#include "app/start/Setup.h"
#include "models/domain/Text.h"
#include "ui/accessible/Accessible.h"
#include "ui/setup/ProfileChooser.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QSessionManager>

#include <cstdio>

using namespace Qt::StringLiterals;

// Which profile, and what is said where nothing is open yet. Its key and its session are in ProgramSession.cpp.

namespace okoshko {

Program::Program(const Arguments &arguments, Languages &languages)
    : m_arguments(arguments)
    , m_languages(languages)
    , m_profiles(userDataFolder())
    , m_language(languageAtStart(arguments))
{
    // A desktop that ends waits for an answer where orders are open.
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this](QSessionManager &desktop) {
        if (!m_session || m_session->whatIsOpen().isEmpty())
            return;
        desktop.cancel();
        leave();
    });
}

Program::~Program() = default;

void Program::start()
{
    startLogging({}, m_arguments.logLevel);
    Theme::apply(*qApp, Theme::Kind::System);
    connect(new DesktopScheme(this), &DesktopScheme::told, this,
            [](Theme::Kind kind) { Theme::setDesktop(*qApp, kind); });
    installAccessible();
    sayWhatCannotBeRead();
    const QString wanted = m_arguments.profile;
    const QString folder = wanted.isEmpty() ? QString() : m_profiles.folderOf(wanted);
    if (m_arguments.server)
        return sellByHand(folder.isEmpty() ? m_profiles.dataFolder() : folder);
    if (m_arguments.training == Arguments::Training::Yes)
        return trainIn(folder.isEmpty() ? m_profiles.trainingFolder() : folder);
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

void Program::showSetup(FirstStartWindow::Opens opens, const QString &folder)
{
    m_setupFolder = folder;
    m_setup = std::make_unique<Setup>(opens, vendorServers(), Format(m_language));
    FirstStartWindow &window = m_setup->window();
    connect(&window, &FirstStartWindow::languageRequested, this, &Program::speak);
    connect(&window, &FirstStartWindow::counterChosen, this, &Program::createProfile);
    connect(&window, &FirstStartWindow::trainingChosen, this, [this] {
        const QString place = m_setupFolder.isEmpty() ? m_profiles.trainingFolder() : m_setupFolder;
        m_lock.reset();
        if (openProfile(place)) // or trainIn() says why not
            Settings(place).setLanguage(m_language);
        trainIn(place);
    });
    if (m_lock)
        connect(m_lock.get(), &ProfileLock::raiseRequested, &window, [&window] { comeToFront(window); });
    connect(m_setup.get(), &Setup::left, this, [this] {
        dismiss(m_setup, &m_setup->window());
        if (!m_session && !m_chooser)
            Q_EMIT finished(0);
    });
    m_setup->show();
}

void Program::showChooser()
{
    const QList<Profile> profiles = m_profiles.all();
    QList<ProfileChooser::Row> rows;
    for (const Profile &profile : profiles)
        rows.append({profile.title(), profile.server.authority(), profile.stand});
    if (!m_session && !profiles.isEmpty())
        wear(profiles.first().folder);
    m_chooser = std::make_unique<ProfileChooser>(rows);
    m_chooser->setWindowModality(Qt::ApplicationModal);
    connect(m_chooser.get(), &ProfileChooser::chosen, this,
            [this, profiles](int row) { openProfileAt(profiles.at(row).folder); });
    connect(m_chooser.get(), &ProfileChooser::trainingChosen, this, [this] { trainIn(m_profiles.trainingFolder()); });
    connect(m_chooser.get(), &ProfileChooser::newRequested, this, [this] {
        dismiss(m_chooser, m_chooser.get());
        showSetup(FirstStartWindow::Opens::AtConnection, {});
    });
    connect(m_chooser.get(), &QDialog::rejected, this, [this] {
        dismiss(m_chooser, m_chooser.get());
        if (!m_session)
            Q_EMIT finished(0);
    });
    m_chooser->show();
}

void Program::leave()
{
    m_session->mayLeave([this] { endSession([this] { Q_EMIT finished(0); }); });
}

void Program::changeProfile()
{
    m_session->mayLeave([this] { showChooser(); });
}

void Program::createProfile(const ConnectionValues &values)
{
    const auto profile = m_profiles.write(
        {.folder = m_setupFolder, .server = values.server, .stand = values.stand, .counterName = values.counterName});
    if (!profile)
        return m_setup->window().showTrouble(profile.error());
    Settings(profile->folder).setLanguage(m_language);
    enter(*profile, {values.key, KeyProvider::Grant::From::Person, KeyPrompt::Keep::InStore});
}

void Program::openProfileAt(const QString &folder)
{
    if (m_session && m_session->folder() == folder)
        return leaveStep();
    auto taken = lock(folder);
    if (!taken)
        return;
    m_lock = std::move(taken);
    endSession([this] {
        m_session.reset();
        const Profile profile = m_profiles.read(m_lock->folder());
        startLogging(profile.folder, m_arguments.logLevel);
        wear(profile.folder);
        leaveStep();
        if (profile.isSetUp())
            findKey(profile, KeyProvider::Why::Start);
        else
            showSetup(FirstStartWindow::Opens::AtChoice, profile.folder);
    });
}

void Program::trainIn(const QString &folder)
{
    if (m_session && m_session->folder() == folder)
        return leaveStep();
    if (m_profiles.read(folder).isSetUp())
        return fail(tr("The profile in %1 is a real counter. Training needs a folder of its own.").arg(folder),
                    badStart);
    if (auto taken = lock(folder))
        enter({.kind = Session::Plan::Kind::Training, .vendor = m_arguments.vendor}, std::move(taken));
}

void Program::sellByHand(const QString &folder)
{
    const auto key = readKeyFile(m_arguments.keyFile);
    if (!key)
        return fail(key.error(), badStart);
    if (m_profiles.read(folder).isSetUp())
        return fail(tr("The profile in %1 has a server of its own. Start it with --profile alone.").arg(folder),
                    badStart);
    if (auto taken = lock(folder))
        enter({.kind = Session::Plan::Kind::ByHand,
               .server = *m_arguments.server,
               .key = *key,
               .mode = MainWindow::Mode::Live},
              std::move(taken));
}

std::unique_ptr<ProfileLock> Program::lock(const QString &folder)
{
    const auto place = openProfile(folder);
    if (!place) {
        fail(place.error(), badStart);
        return nullptr;
    }
    auto taken = std::make_unique<ProfileLock>(*place);
    switch (taken->take()) {
    case ProfileLock::Taken::Yes:
        return taken;
    case ProfileLock::Taken::InUse:
        bringOtherToFront(std::move(taken));
        return nullptr;
    case ProfileLock::Taken::No:
        fail(cannotBeWritten(*place), badStart);
        return nullptr;
    }
    Q_UNREACHABLE();
}

void Program::bringOtherToFront(std::unique_ptr<ProfileLock> its)
{
    m_call = std::move(its);
    m_call->raiseOther([this](ProfileLock::Answer answer) {
        const QString computer = shownText(m_call->otherComputer());
        const QString file = QDir::toNativeSeparators(m_call->fileName());
        m_call.release()->deleteLater(); // it is still on the way to us
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

void Program::leaveStep()
{
    dismiss(m_setup, m_setup ? &m_setup->window() : nullptr);
    dismiss(m_chooser, m_chooser.get());
    dismiss(m_gate, m_gate ? &m_gate->prompt() : nullptr);
}

void Program::endSession(std::function<void()> then)
{
    m_afterSession = std::move(then);
    if (!m_session || !m_session->window())
        return goOn();
    leaveStep();
    m_session->end();
}

void Program::goOn()
{
    const auto then = std::exchange(m_afterSession, nullptr);
    if (then)
        then();
}

void Program::speak(Format::Language language)
{
    m_arguments.language.clear(); // what somebody chooses at the window stands from then on
    m_language = language;
    m_setup->rebuild([this, language] { m_languages.speak(language); }, Format(language));
}

void Program::wear(const QString &folder)
{
    Settings settings(folder);
    if (!m_arguments.language.isEmpty())
        settings.setLanguage(languageAtStart(m_arguments));
    m_language = settings.language();
    m_languages.speak(m_language);
    Theme::apply(*qApp, settings.theme(), settings.values().textSize);
}

void Program::sayWhatCannotBeRead()
{
    const QString words = sayFontTrouble();
    if (words.isEmpty() || !isAttended())
        return;
    m_fontBox = std::make_unique<QMessageBox>(QMessageBox::NoIcon, u"Okoshko"_s, words, QMessageBox::Ok);
    m_fontBox->setObjectName(u"fontBox"_s);
    m_fontBox->show();
}

void Program::say(const QString &title, const QString &words, const QString &boxName)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, words, QMessageBox::Ok, m_session->window());
    box->setObjectName(boxName);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

bool Program::isAttended() const
{
    return !m_arguments.server;
}

void Program::fail(const QString &words, int exitCode)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(words));
    if (!isAttended()) {
        Q_EMIT finished(exitCode);
        return;
    }
    if (m_chooser)
        return m_chooser->showTrouble(words);
    m_box = std::make_unique<QMessageBox>(QMessageBox::NoIcon, tr("Okoshko"), words, QMessageBox::Ok);
    m_box->setObjectName(u"troubleBox"_s);
    m_box->setTextFormat(Qt::PlainText);
    connect(m_box.get(), &QDialog::finished, this, [this, exitCode] {
        dismiss(m_box, m_box.get());
        if (!m_session && !m_setup && !m_gate)
            Q_EMIT finished(exitCode);
    });
    m_box->open();
}

} // namespace okoshko
