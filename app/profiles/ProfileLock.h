// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <functional>

namespace okoshko {

/// Lets one program at a time use a profile. Another program can only ask the first one to show its window.
///
/// The lock is `okoshko.lock` in the profile's folder; the system releases it when the program ends or crashes.
/// Requests come over a local socket of this user, named after the folder. Lives on the main thread.
class ProfileLock final : public QObject
{
    Q_OBJECT
public:
    enum class Taken {
        Yes,
        InUse, ///< by another program; see raiseOther()
        No,    ///< no lock can be made in the folder
    };
    enum class Answer { Raised, None };

    explicit ProfileLock(const QString &folder, QObject *parent = nullptr);

    /// A lock file without a name was left by a crash or power failure while it was written: it is replaced if no
    /// process holds it and it is older than some seconds.
    [[nodiscard]] Taken take();
    /// The host name of the computer whose program holds the lock; empty for this computer.
    [[nodiscard]] QString otherComputer() const;
    /// Asks the program that holds the lock to show its window; \a then is called once, later.
    void raiseOther(std::function<void(Answer)> then);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString fileName() const { return m_file.fileName(); }
    /// The path of the socket for the profile in \a folder, short enough for a local socket.
    [[nodiscard]] static QString socketPathOf(const QString &folder);

Q_SIGNALS:
    void raiseRequested();

private:
    [[nodiscard]] bool removeNamelessLock(); ///< true if it is removed
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
