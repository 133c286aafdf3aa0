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

constexpr QByteArrayView request("raise\n");
constexpr QByteArrayView reply("raised\n");
constexpr auto requestTimeout = 3s;
constexpr auto longestWriting = 5s;   ///< from creating the lock file to writing the holder's name
constexpr qsizetype longestName = 90; ///< a local socket's name has 108 bytes; Qt adds a suffix

/// Whether the file is too old to be still written, also if the clock was changed.
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
    m_file.setStaleLockTime(0); // a lock is stale only when its program has ended
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(requestTimeout);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *client = m_server.nextPendingConnection())
            accept(client);
    });
    connect(&m_timeout, &QTimer::timeout, this, [this] { endRequest(Answer::None); });
    connect(&m_client, &QLocalSocket::connected, this, [this] { m_client.write(request.data(), request.size()); });
    connect(&m_client, &QLocalSocket::errorOccurred, this, [this] { endRequest(Answer::None); });
    connect(&m_client, &QLocalSocket::readyRead, this, [this] {
        if (m_client.bytesAvailable() >= reply.size())
            endRequest(m_client.read(reply.size()) == reply ? Answer::Raised : Answer::None);
    });
}

QString ProfileLock::socketPathOf(const QString &folder)
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
        listen();
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
    // QLockFile holds a system lock on the file as well, but only some time after creating it.
    struct stat held = {};
    struct stat named = {};
    const bool isFree = ::fstat(file, &held) == 0 && isOld(held) && ::flock(file, LOCK_EX | LOCK_NB) == 0;
    // Another program may have replaced the file by its own lock.
    const bool isThere =
        isFree && ::stat(name.constData(), &named) == 0 && held.st_dev == named.st_dev && held.st_ino == named.st_ino;
    const bool isRemoved = isThere && ::unlink(name.constData()) == 0;
    ::close(file);
    if (isRemoved)
        qCWarning(log).noquote() << m_file.fileName() << "named no holder, and was taken over";
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

void ProfileLock::listen()
{
    const QString path = socketPathOf(m_folder);
    QLocalServer::removeServer(path); // left by a killed program: this one holds the lock
    if (!m_server.listen(path))
        qCWarning(log).noquote() << "no socket for a second program:" << m_server.errorString();
}

void ProfileLock::accept(QLocalSocket *client)
{
    connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QLocalSocket::readyRead, this, [this, client] { readRequest(client); });
    QTimer::singleShot(requestTimeout, client, [client] { client->abort(); });
    client->setReadBufferSize(request.size());
    readRequest(client); // the request may have arrived already
}

void ProfileLock::readRequest(QLocalSocket *client)
{
    if (client->bytesAvailable() < request.size())
        return;
    if (client->read(request.size()) != request)
        return client->abort();
    client->write(reply.data(), reply.size());
    client->disconnectFromServer();
    Q_EMIT raiseRequested();
}

void ProfileLock::raiseOther(std::function<void(Answer)> then)
{
    m_then = std::move(then);
    m_timeout.start();
    QTimer::singleShot(0, this, [this] {
        const QString path = socketPathOf(m_folder);
        // A socket of another user is not used.
        if (QFileInfo(path).ownerId() == QFileInfo(m_file.fileName()).ownerId())
            m_client.connectToServer(path);
        else
            endRequest(Answer::None);
    });
}

void ProfileLock::endRequest(Answer answer)
{
    m_timeout.stop();
    m_client.disconnect(this);
    m_client.abort();
    if (const auto then = std::exchange(m_then, nullptr))
        then(answer);
}

} // namespace okoshko
