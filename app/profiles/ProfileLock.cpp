// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/ProfileLock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QSysInfo>

#include <cerrno>
#include <chrono>
#include <ctime>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.start")

constexpr QByteArrayView wish("raise\n");
constexpr QByteArrayView reply("raised\n");
constexpr auto longestCall = 3s;
constexpr auto longestWriting = 5s;   ///< of a lock: from when it is made on until its holder has locked and signed it
constexpr qsizetype longestName = 90; ///< a local socket's name has 108 bytes, and Qt adds some of its own

/// Nobody is writing it at this moment; nor has the clock to tell so.
bool isOld(const struct stat &file)
{
    return std::chrono::abs(std::chrono::seconds(::time(nullptr) - file.st_mtime)) > longestWriting;
}

} // namespace

ProfileLock::ProfileLock(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_file(QDir(folder).filePath(u"okoshko.lock"_s))
{
    m_file.setStaleLockTime(0); // it is stale when its program has ended, however long that runs
    m_door.setSocketOptions(QLocalServer::UserAccessOption);
    m_patience.setSingleShot(true);
    m_patience.setInterval(longestCall);
    connect(&m_door, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *guest = m_door.nextPendingConnection())
            listenTo(guest);
    });
    connect(&m_patience, &QTimer::timeout, this, [this] { endCall(Answer::None); });
    connect(&m_call, &QLocalSocket::connected, this, [this] { m_call.write(wish.data(), wish.size()); });
    connect(&m_call, &QLocalSocket::errorOccurred, this, [this] { endCall(Answer::None); });
    connect(&m_call, &QLocalSocket::readyRead, this, [this] {
        if (m_call.bytesAvailable() >= reply.size())
            endCall(m_call.read(reply.size()) == reply ? Answer::Raised : Answer::None);
    });
}

QString ProfileLock::doorOf(const QString &folder)
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    const QByteArray mark =
        QCryptographicHash::hash((canonical.isEmpty() ? folder : canonical).toUtf8(), QCryptographicHash::Sha256);
    const QString name = u"/okoshko-"_s + QString::fromLatin1(mark.toHex().left(16));
    const QString place = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const bool fits = !place.isEmpty() && (place + name).toUtf8().size() <= longestName;
    return (fits ? place : QDir::tempPath()) + name;
}

ProfileLock::Taken ProfileLock::take()
{
    const bool isMine = m_file.tryLock(0) ||
                        (m_file.error() == QLockFile::LockFailedError && removeNamelessLock() && m_file.tryLock(0));
    if (isMine) {
        openDoor();
        return Taken::Yes;
    }
    return m_file.error() == QLockFile::LockFailedError ? Taken::InUse : Taken::No;
}

bool ProfileLock::removeNamelessLock()
{
    qint64 process = 0;
    QString computer;
    QString program;
    if (m_file.getLockInfo(&process, &computer, &program))
        return false;
    const QByteArray name = QFile::encodeName(m_file.fileName());
    const int file = ::open(name.constData(), O_RDWR | O_CLOEXEC);
    if (file < 0)
        return errno == ENOENT;
    // QLockFile has the file locked by the system as well, as long as its holder is alive, but not from the very first
    // moment on.
    struct stat held = {};
    struct stat named = {};
    const bool isFree = ::fstat(file, &held) == 0 && isOld(held) && ::flock(file, LOCK_EX | LOCK_NB) == 0;
    // What another start has taken over meanwhile is not there any more, and its own lock is.
    const bool isThere =
        isFree && ::stat(name.constData(), &named) == 0 && held.st_dev == named.st_dev && held.st_ino == named.st_ino;
    const bool isRemoved = isThere && ::unlink(name.constData()) == 0;
    ::close(file);
    if (isRemoved)
        qCWarning(log).noquote() << m_file.fileName() << "told of no holder, and was taken over";
    return isRemoved || (isFree && !isThere);
}

QString ProfileLock::otherComputer() const
{
    qint64 process = 0;
    QString computer;
    QString program;
    const bool isTold = m_file.getLockInfo(&process, &computer, &program);
    return isTold && computer != QSysInfo::machineHostName() ? computer : QString();
}

void ProfileLock::openDoor()
{
    const QString door = doorOf(m_folder);
    QLocalServer::removeServer(door); // of a program that was killed: the lock is ours, so it has gone
    if (!m_door.listen(door))
        qCWarning(log).noquote() << "no door for a second program:" << m_door.errorString();
}

void ProfileLock::listenTo(QLocalSocket *guest)
{
    connect(guest, &QLocalSocket::disconnected, guest, &QObject::deleteLater);
    connect(guest, &QLocalSocket::readyRead, this, [this, guest] { hear(guest); });
    QTimer::singleShot(longestCall, guest, [guest] { guest->abort(); });
    guest->setReadBufferSize(wish.size());
    hear(guest); // it may have spoken already
}

void ProfileLock::hear(QLocalSocket *guest)
{
    if (guest->bytesAvailable() < wish.size())
        return;
    if (guest->read(wish.size()) != wish)
        return guest->abort();
    guest->write(reply.data(), reply.size());
    guest->disconnectFromServer();
    Q_EMIT raiseRequested();
}

void ProfileLock::raiseOther(std::function<void(Answer)> then)
{
    m_then = std::move(then);
    m_patience.start();
    QTimer::singleShot(0, this, [this] {
        const QString door = doorOf(m_folder);
        // A door that is somebody else's leads to nobody of ours.
        if (QFileInfo(door).ownerId() == QFileInfo(m_file.fileName()).ownerId())
            m_call.connectToServer(door);
        else
            endCall(Answer::None);
    });
}

void ProfileLock::endCall(Answer answer)
{
    m_patience.stop();
    m_call.disconnect(this);
    m_call.abort();
    if (const auto then = std::exchange(m_then, nullptr))
        then(answer);
}

} // namespace okoshko
