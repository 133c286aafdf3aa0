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

QT_FORWARD_DECLARE_CLASS(QMessageBox)

namespace okoshko {

class BarcodeKey;
class ProfileChooser;
class ProfileLock;
class Setup;

/// The program from its first window to its end: which profile is used, its key, and the session that sells with it.
///
/// Opening a profile is a chain of steps. Each of them is owned here, is given a function to call with its result, and
/// calls it from the event loop:
///
///     openProfileAt → takeLock → endSession → findKey (KeyProvider: secret store, person, connection test)
///     → openSession (Session: sandbox, journal, counter, window) → closeSteps
class Application final : public QObject
{
    Q_OBJECT
public:
    /// Must outlive this.
    Application(const Arguments &arguments, Languages &languages);
    ~Application() override;

    /// Shows the first window, now or a little later, or ends in finished().
    void start();

Q_SIGNALS:
    /// The program is to end. Not before start() has been called, but perhaps from within it.
    void finished(int exitCode);

private:
    // Which profile.
    void showSetup(FirstStartWindow::Opens opens, const QString &folder);
    void showChooser();
    void leave();
    void changeProfile();
    void createProfile(const ConnectionValues &values);
    void openProfileAt(const QString &folder);
    void trainIn(const QString &folder);
    void sellByHand(const QString &folder);
    [[nodiscard]] std::unique_ptr<ProfileLock> takeLock(const QString &folder);
    void raiseOther(std::unique_ptr<ProfileLock> its);

    // Its key.
    void findKey(const Profile &profile, KeyProvider::Why why);
    void makeKeyProvider(const Profile &profile, std::function<void(const KeyProvider::Grant &)> granted);
    /// As the settings want it: to another server, or with another key where \a key is not empty.
    void reconnect(const CounterSettings &values, const QByteArray &key);
    void askNewKey();
    void storeKey(const Profile &profile, const QByteArray &key);
    [[nodiscard]] BarcodeKey &makeBarcodeKey(const Profile &profile);

    // Its session.
    void openProfile(const Profile &profile, const KeyProvider::Grant &grant);
    void openSession(const Session::Plan &plan);
    /// Ends the session, where one is open, and then calls \a then, which deletes it or ends the program; at once where
    /// there is none. A later call replaces \a then.
    void endSession(std::function<void()> then);
    void dropOpening(); ///< a session that is still being opened: who started it has left
    void closeSteps();  ///< the windows that led to the session

    // Texts and messages.
    void setLanguage(Format::Language language);
    void applySettings(const QString &folder);
    void fail(const QString &words, int exitCode);
    void showFontTrouble();
    void showBox(const QString &title, const QString &words, const QString &boxName); ///< over the counter's window
    [[nodiscard]] bool isAttended() const;

    static constexpr int badStart = 2; ///< the exit code where it cannot start

    Arguments m_arguments;
    Languages &m_languages;
    Profiles m_profiles;
    KeyStore m_store;
    Format::Language m_language;
    QString m_setupFolder;                ///< where the profile that is being set up goes; empty = a new folder
    Profile m_profile;                    ///< the one whose key is looked for, or that is open
    std::unique_ptr<ProfileLock> m_lock;  ///< of the profile that comes next, until its session has it
    std::unique_ptr<ProfileLock> m_other; ///< of a profile that another program has open: the last that was called
    std::unique_ptr<QMessageBox> m_box;
    std::unique_ptr<QMessageBox> m_fontBox;
    std::unique_ptr<Setup> m_setup;
    std::unique_ptr<ProfileChooser> m_chooser;
    std::unique_ptr<KeyProvider> m_keyProvider;
    std::unique_ptr<Session> m_session;
};

} // namespace okoshko
