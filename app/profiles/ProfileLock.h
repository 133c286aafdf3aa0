// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <functional>

namespace okoshko {

/// Lets one program at a time use a profile. A second program can only ask the first to show its window.
///
/// The lock is `okoshko.lock` in the profile's folder; the system releases it when the program ends or crashes.
/// Requests come over a local socket of this user, named after the folder. Lives on the main thread.
class ProfileLock final : public QObject
{
    Q_OBJECT
public:
    enum class Taken {
        Yes,
        InUse, ///< by another program: raiseOther()
        No,    ///< the folder takes no lock
    };
    enum class Answer { Raised, None };

    explicit ProfileLock(const QString &folder, QObject *parent = nullptr);

    /// A lock file without its holder's name was left by a crash or power failure while it was written: it is taken
    /// over if no process holds it and it is older than some seconds.
    [[nodiscard]] Taken take();
    /// The computer at which the program runs that has it; empty where that is this one.
    [[nodiscard]] QString otherComputer() const;
    /// Asks the program that has it to come to the front; \a then is called once, later.
    void raiseOther(std::function<void(Answer)> then);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString fileName() const { return m_file.fileName(); }
    /// The path of the socket for the profile in \a folder; short enough for a local socket's name.
    [[nodiscard]] static QString socketPathOf(const QString &folder);

Q_SIGNALS:
    void raiseRequested();

private:
    [[nodiscard]] bool removeNamelessLock(); ///< whether it is gone
    void listen();
    void accept(QLocalSocket *client);
    void readRequest(QLocalSocket *client);
    void endRequest(Answer answer);

    QString m_folder;
    QLockFile m_file;
    QLocalServer m_server;
    QLocalSocket m_client;
    QTimer m_timeout;
    std::function<void(Answer)> m_then;
};

} // namespace okoshko
