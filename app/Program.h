// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "app/Languages.h"
#include "app/Session.h"
#include "app/profiles/Profiles.h"
#include "app/secrets/KeyStore.h"
#include "app/start/KeyProvider.h"
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

/// The program's life: which profile, its key, and then a session of selling; and from one profile to another. Owns the
/// windows of each step.
class Program final : public QObject
{
    Q_OBJECT
public:
    /// Must outlive this.
    Program(const Arguments &arguments, Languages &languages);
    ~Program() override;

    /// Shows the first window, now or a little later, or ends in finished().
    void start();

Q_SIGNALS:
    /// The program is to end. Not before start() has been called, but perhaps from within it.
    void finished(int exitCode);

private:
    // Which profile?
    void showSetup(FirstStartWindow::Opens opens, const QString &folder);
    void showChooser();
    void leave();
    void changeProfile();
    void createProfile(const ConnectionValues &values);
    void openProfileAt(const QString &folder);
    void trainIn(const QString &folder);
    void sellByHand(const QString &folder);

    // Its key, and its session.
    [[nodiscard]] std::unique_ptr<ProfileLock> lock(const QString &folder);
    void bringOtherToFront(std::unique_ptr<ProfileLock> its);
    void findKey(const Profile &profile, KeyProvider::Why why);
    void openGate(const Profile &profile, KeyProvider::Why why);
    /// As the settings want it: to another server, or with another key where \a key is not empty.
    void reconnect(const CounterSettings &values, const QByteArray &key);
    void askNewKey();
    void enter(const Profile &profile, const KeyProvider::Grant &grant);
    void enter(const Session::Plan &plan, std::unique_ptr<ProfileLock> lock);
    void open(const Profile &profile, const KeyProvider::Grant &grant);
    void open(const Session::Plan &plan);
    void keepKey(const Profile &profile, const QByteArray &key);
    [[nodiscard]] BarcodeKey &barcodeKeyOf(const Profile &profile);

    // What is said.
    void speak(Format::Language language);
    void wear(const QString &folder);
    void fail(const QString &words, int exitCode);
    void sayWhatCannotBeRead();
    void say(const QString &title, const QString &words, const QString &boxName); ///< over the counter's window
    void leaveStep();
    /// Ends the session, where one is open, and then calls \a then, which deletes it or ends the program; at once where
    /// there is none. The last call before that decides what comes.
    void endSession(std::function<void()> then);
    void goOn();
    [[nodiscard]] bool isAttended() const;

    static constexpr int badStart = 2; ///< the exit code where it cannot start

    Arguments m_arguments;
    Languages &m_languages;
    Profiles m_profiles;
    KeyStore m_store;
    Format::Language m_language;
    QString m_setupFolder;               ///< where the profile that is being set up goes; empty = a new folder
    Profile m_profile;                   ///< the one whose key is looked for, or that is open
    std::unique_ptr<ProfileLock> m_lock; ///< of the profile that comes next, until its session has it
    std::unique_ptr<ProfileLock> m_call; ///< to the program that has the profile already
    std::unique_ptr<QMessageBox> m_box;
    std::unique_ptr<QMessageBox> m_fontBox;
    std::unique_ptr<Setup> m_setup;
    std::unique_ptr<ProfileChooser> m_chooser;
    std::unique_ptr<KeyProvider> m_gate;
    std::unique_ptr<Session> m_session;
    std::function<void()> m_afterSession; ///< what comes when it has ended
};

} // namespace okoshko
