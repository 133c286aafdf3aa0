// SPDX-License-Identifier: GPL-3.0-or-later
#include "RelayConnection.h"

#include "Relay.h"

#include <QHostAddress>

namespace okoshko::sandbox {

namespace {

constexpr qint64 mostInFlight = 4 * 1024 * 1024; // a slow reader must not fill the memory
constexpr qsizetype longestLine = 64 * 1024;

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
    const qsizetype end = m_opening.indexOf('\n');
    if (end < 0 && m_opening.size() <= longestLine)
        return;
    const QByteArrayList line = m_opening.left(end).split(' ');
    m_spell = m_relay.takeSpell(line.value(0), line.value(1));
    m_decided = true;
    const QByteArray opening = std::exchange(m_opening, {});
    if (end < 0 || m_spell.trouble == Trouble::CutBefore)
        cut();
    else
        m_server->write(opening);
}

void RelayConnection::takeFromServer()
{
    if (m_server->bytesAvailable() == 0 || m_lateBytes + m_client->bytesToWrite() > mostInFlight)
        return;
    QByteArray bytes = m_server->readAll();
    m_answering = true;
    switch (m_spell.trouble) {
    case Trouble::None:
    case Trouble::CutBefore:
        break;
    case Trouble::CutAfter:
        cut();
        return;
    case Trouble::Silence:
        return;
    case Trouble::Truncate:
        bytes.truncate(m_spell.keep - m_passed);
        break;
    }
    m_passed += bytes.size();
    m_lateBytes += bytes.size();
    m_late.enqueue({std::chrono::steady_clock::now() + m_relay.latency(), bytes});
    if (!m_timer.isActive())
        deliverDue();
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
