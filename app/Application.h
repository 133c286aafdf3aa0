// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "app/Session.h"
#include "app/keychain/KeyProvider.h"
#include "app/keychain/KeyStore.h"
#include "app/profiles/Profiles.h"
#include "app/settings/Languages.h"
#include "ui/setup/ConnectionForm.h"
#include "ui/setup/FirstStartWindow.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QMessageBox)

namespace okoshko {

class BarcodeKey;
class ProfileChooser;
class ProfileLock;
class Setup;

/// The program from its first window to its end: chooses the profile, finds its key, and runs its session.
///
/// Opening a profile is a chain of steps. Each step is owned here, is given a function that receives its result, and
/// calls it from the event loop:
///
///     openProfileAt → takeLock → endSession → findKey (KeyProvider: secret store, person, connection test)
///         → openSession (Session: sandbox, journal, counter, window) → closeSteps
class Application final : public QObject
{
    Q_OBJECT
public:
    /// Must outlive this.
    Application(const Arguments &arguments, Languages &languages);
    ~Application() override;

    /// Shows the first window, now or later, or emits finished().
    void start();

Q_SIGNALS:
    /// The program shall end. Emitted by start() at the earliest.
    void finished(int exitCode);

private:
    // Profile.
    void showSetup(FirstStartWindow::Opens opens, const QString &folder);
    void showChooser();
    void leave();
    void changeProfile();
    void createProfile(const ConnectionValues &values);
    void openProfileAt(const QString &folder);
    /// \a chosen: the language that the training's settings get; nothing = they keep theirs.
    void startTraining(const QString &folder, std::optional<Format::Language> chosen = {});
    void sellByHand(const QString &folder);
    [[nodiscard]] std::unique_ptr<ProfileLock> takeLock(const QString &folder);
    void raiseOther(std::unique_ptr<ProfileLock> its);

    // Key.
    void findKey(const Profile &profile, KeyProvider::Why why);
    void makeKeyProvider(const Profile &profile, std::function<void(const KeyProvider::Grant &)> granted);
    /// Connects again with the connection chosen in the settings: to another server, or with \a key where it is not
    /// empty.
    void reconnect(const CounterSettings &values, const QByteArray &key);
    void askNewKey();
    void storeKey(const Profile &profile, const QByteArray &key);
    [[nodiscard]] BarcodeKey &makeBarcodeKey(const Profile &profile);

    // Session.
    void openProfile(const Profile &profile, const KeyProvider::Grant &grant);
    void openSession(const Session::Plan &plan);
    /// Ends the open session and then calls \a then, which deletes it or ends the program; calls it at once where no
    /// session is open. A later call replaces \a then.
    void endSession(std::function<void()> then);
    void dropOpening(); ///< ends a session that is still being opened: the person has left
    void closeSteps();  ///< closes the windows that led to the session

    // Language and messages.
    void setLanguage(Format::Language language);
    void applySettings(const QString &folder);
    void fail(const QString &words, int exitCode);
    void showFontTrouble();
    void showBox(const QString &title, const QString &words, const QString &boxName); ///< over the counter's window
    [[nodiscard]] bool isAttended() const;

    static constexpr int badStart = 2; ///< the exit code if it cannot start

    Arguments m_arguments;
    Languages &m_languages;
    Profiles m_profiles;
    KeyStore m_store;
    Format::Language m_language;
    QString m_setupFolder;                ///< the folder of the profile that is being set up; empty = a new one
    Profile m_profile;                    ///< the profile whose key is being found, or that is open
    std::unique_ptr<ProfileLock> m_lock;  ///< of the next profile, until its session takes it
    std::unique_ptr<ProfileLock> m_other; ///< of the last chosen profile that another program has open
    std::unique_ptr<QMessageBox> m_box;
    std::unique_ptr<QMessageBox> m_fontBox;
    std::unique_ptr<Setup> m_setup;
    std::unique_ptr<ProfileChooser> m_chooser;
    std::unique_ptr<KeyProvider> m_keyProvider;
    std::unique_ptr<Session> m_session;
};

} // namespace okoshko
