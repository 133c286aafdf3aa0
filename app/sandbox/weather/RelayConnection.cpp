// SPDX-License-Identifier: GPL-3.0-or-later
#include "RelayConnection.h"

#include "Relay.h"

#include <QHostAddress>

namespace okoshko::sandbox {

namespace {

constexpr qint64 mostInFlight = 4 * 1024 * 1024; // a slow reader must not fill the memory
constexpr qsizetype largestHead = 64 * 1024;
const QByteArray endOfHead("\r\n\r\n");

/// What `Content-Length` says; nothing where the length is not announced.
qsizetype bodyLength(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (line.left(colon).trimmed().compare("content-length", Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed().toLongLong();
    }
    return 0;
}

} // namespace

RelayConnection::RelayConnection(QTcpSocket *client, Relay &relay)
    : QObject(&relay)
    , m_relay(relay)
    , m_client(client)
    , m_server(new QTcpSocket(this))
    , m_timer(this)
{
    m_client->setParent(this);
    m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_client->setReadBufferSize(Relay::largestRequest);
    m_server->setReadBufferSize(mostInFlight);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RelayConnection::deliverDue);
    connect(m_client, &QTcpSocket::readyRead, this, &RelayConnection::takeFromClient);
    connect(m_client, &QTcpSocket::bytesWritten, this, &RelayConnection::takeFromServer);
    connect(m_client, &QTcpSocket::disconnected, this, &RelayConnection::endIfOver);
    connect(m_server, &QTcpSocket::readyRead, this, &RelayConnection::takeFromServer);
    connect(m_server, &QTcpSocket::disconnected, this, &RelayConnection::endIfOver);
    connect(m_server, &QTcpSocket::errorOccurred, this, &RelayConnection::endIfOver);
    connect(&relay, &Relay::wentOffline, m_client, &QTcpSocket::abort);
    connect(&relay, &Relay::skipped, this, &RelayConnection::skip);
    m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), relay.targetPort());
}

void RelayConnection::takeFromClient()
{
    const QByteArray bytes = m_client->readAll();
    if (m_answering) {
        m_answering = false;
        m_decided = false;
        m_requestBytes = 0;
        m_passed = 0;
    }
    m_requestBytes += bytes.size();
    if (m_requestBytes > Relay::largestRequest)
        cut();
    else if (m_decided)
        m_server->write(bytes);
    else
        beginRequest(bytes);
}

void RelayConnection::beginRequest(const QByteArray &bytes)
{
    m_opening += bytes;
    const qsizetype end = m_opening.indexOf(endOfHead);
    if (end < 0) {
        if (m_opening.size() > largestHead)
            cut();
        return;
    }
    const qsizetype begin = end + endOfHead.size();
    if (m_opening.size() - begin < bodyLength(m_opening.left(end)))
        return;
    const QByteArray request = std::exchange(m_opening, {});
    const QByteArrayList line = request.left(request.indexOf('\r')).split(' ');
    m_spell = m_relay.takeSpell({line.value(0), line.value(1), request.mid(begin)});
    m_decided = true;
    if (m_spell.trouble == Trouble::CutBefore)
        cut();
    else
        m_server->write(request);
}

void RelayConnection::takeFromServer()
{
    if (m_server->bytesAvailable() == 0 || m_lateBytes + m_client->bytesToWrite() > mostInFlight)
        return;
    if (!m_answering)
        m_due = std::chrono::steady_clock::now() + m_relay.latency() + m_spell.delay;
    m_answering = true;
    if (m_spell.trouble == Trouble::CutAfter) {
        cut();
        return;
    }
    const QByteArray bytes = spoiled(m_server->readAll());
    m_passed += bytes.size();
    m_lateBytes += bytes.size();
    m_late.enqueue({m_due, bytes});
    if (!m_timer.isActive())
        deliverDue();
}

/// What of the answer goes on to the client.
QByteArray RelayConnection::spoiled(QByteArray bytes)
{
    switch (m_spell.trouble) {
    case Trouble::None:
    case Trouble::CutBefore:
    case Trouble::CutAfter:
        break;
    case Trouble::Silence:
        return {};
    case Trouble::Truncate:
        bytes.truncate(m_spell.keep - m_passed);
        break;
    case Trouble::TruncateBody: {
        m_head += bytes;
        const qsizetype end = m_head.indexOf(endOfHead);
        if (end < 0)
            return {};
        // From here on it is known how much of the whole answer that is.
        m_spell.trouble = Trouble::Truncate;
        m_spell.keep += end + endOfHead.size();
        return spoiled(std::exchange(m_head, {}));
    }
    }
    return bytes;
}

void RelayConnection::deliverDue()
{
    const Moment now = std::chrono::steady_clock::now();
    while (!m_late.isEmpty() && m_late.head().due <= now) {
        const Piece piece = m_late.dequeue();
        m_lateBytes -= piece.bytes.size();
        m_client->write(piece.bytes);
    }
    if (!m_late.isEmpty()) {
        m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(m_late.head().due - now));
        return;
    }
    if (m_spell.trouble == Trouble::Truncate && m_answering && m_passed >= m_spell.keep)
        m_client->disconnectFromHost();
    endIfOver();
}

void RelayConnection::skip(std::chrono::milliseconds time)
{
    m_due -= time;
    for (Piece &piece : m_late)
        piece.due -= time;
    if (m_timer.isActive())
        deliverDue();
}

void RelayConnection::cut()
{
    m_late.clear();
    m_lateBytes = 0;
    m_client->disconnectFromHost();
    m_server->disconnectFromHost();
}

void RelayConnection::endIfOver()
{
    // Whatever one end still has to be given is given before it is closed.
    if (m_client->state() == QAbstractSocket::UnconnectedState) {
        m_timer.stop();
        m_late.clear();
        m_server->disconnectFromHost();
    } else if (m_server->state() == QAbstractSocket::UnconnectedState && m_late.isEmpty() &&
               m_spell.trouble != Trouble::Silence) {
        m_client->disconnectFromHost();
    }
    if (m_client->state() == QAbstractSocket::UnconnectedState &&
        m_server->state() == QAbstractSocket::UnconnectedState)
        deleteLater();
}

} // namespace okoshko::sandbox
