// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <functional>

namespace okoshko {

/// Keeps a profile to one program at a time. Who comes second can ask the first to come to the front, and nothing else.
///
/// The lock is `okoshko.lock` in the profile's folder; the system lets it go when the program ends, however it ends.
/// The door is a local socket of this user's, named after the folder. Lives on the main thread.
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

    /// A lock without its holder's name was cut off while it was written, by a power failure for one: if nobody alive
    /// has it, it is taken over. In the first seconds it may be about to be written, and its holder has it.
    [[nodiscard]] Taken take();
    /// The computer at which the program runs that has it; empty where that is this one.
    [[nodiscard]] QString otherComputer() const;
    /// Asks the program that has it to come to the front; \a then is called once, later.
    void raiseOther(std::function<void(Answer)> then);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString fileName() const { return m_file.fileName(); }
    /// Where the door of the profile in \a folder is; short enough for a local socket's name.
    [[nodiscard]] static QString doorOf(const QString &folder);

Q_SIGNALS:
    void raiseRequested();

private:
    [[nodiscard]] bool removeNamelessLock(); ///< whether it is gone
    void openDoor();
    void listenTo(QLocalSocket *guest);
    void hear(QLocalSocket *guest);
    void endCall(Answer answer);

    QString m_folder;
    QLockFile m_file;
    QLocalServer m_door;
    QLocalSocket m_call;
    QTimer m_patience;
    std::function<void(Answer)> m_then;
};

} // namespace okoshko
