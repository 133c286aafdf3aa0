// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/api/RawPeer.h"

#include <QTimer>

#include <algorithm>
#include <sys/socket.h>

namespace {

constexpr qint64 maxUnread = 16 * 1024;

}

RawPeer::RawPeer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &RawPeer::onConnection);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("No port to listen on");
}

QUrl RawPeer::url() const
{
    QUrl url(QStringLiteral("http://127.0.0.1"));
    url.setPort(m_server.serverPort());
    return url;
}

void RawPeer::answer(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    m_script.append(Reply{http(status, body, headers)});
}

QByteArray RawPeer::http(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Said\r\n";
    for (const QByteArray &header : headers)
        bytes += header + "\r\n";
    return bytes + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

int RawPeer::openConnections() const
{
    return static_cast<int>(std::count_if(m_lines.keyBegin(), m_lines.keyEnd(), [](const QTcpSocket *socket) {
        return socket->state() == QAbstractSocket::ConnectedState;
    }));
}

RawPeer::Reply RawPeer::next() const
{
    return m_script.isEmpty() ? Reply{} : m_script.at(std::min(m_next, m_script.size() - 1));
}

RawPeer::Reply RawPeer::take(const QByteArray &target)
{
    if (m_choose)
        return m_choose(target);
    const Reply reply = next();
    ++m_next;
    return reply;
}

void RawPeer::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        socket->setReadBufferSize(maxUnread); // what a script does not read stays with the system
        m_lines.insert(socket, Line());
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(socket); });
        if (next().when == When::Accepted) {
            m_lines[socket].dead = true;
            play(socket, take());
        }
    }
}

void RawPeer::onBytes(QTcpSocket *socket)
{
    Line &line = m_lines[socket];
    if (line.dead)
        return;
    line.buffer += socket->readAll();
    if (line.missing < 0)
        readHead(line);
    if (line.missing < 0)
        return;
    if (next().when == When::HeadRead) {
        line.dead = true;
        return play(socket, take());
    }
    if (line.buffer.size() < line.missing)
        return;
    m_requests.last().body = line.buffer.left(line.missing);
    line.buffer.remove(0, line.missing);
    line.missing = -1;
    play(socket, take(line.target));
}

void RawPeer::readHead(Line &line)
{
    const qsizetype end = line.buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    QList<QByteArray> lines = line.buffer.left(end).split('\n');
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    Request request{words.value(0), words.value(1), {}, {}};
    for (const QByteArray &header : lines) {
        const qsizetype colon = header.indexOf(':');
        request.headers.insert(header.left(colon).toLower(), header.mid(colon + 1).trimmed());
    }
    line.target = request.target;
    line.buffer.remove(0, end + 4);
    line.missing = request.headers.value("content-length").toLongLong();
    m_requests.append(request);
}

void RawPeer::play(QTcpSocket *socket, const Reply &reply)
{
    if (reply.dripMs > 0)
        return drip(socket, reply);
    socket->write(reply.bytes);
    finish(socket, reply.after);
}

void RawPeer::drip(QTcpSocket *socket, const Reply &reply)
{
    auto *timer = new QTimer(socket);
    connect(timer, &QTimer::timeout, socket, [socket, bytes = reply.bytes, at = qsizetype(0)]() mutable {
        socket->write(bytes.mid(at++ % bytes.size(), 1));
    });
    connect(socket, &QTcpSocket::disconnected, timer, &QTimer::stop);
    timer->start(reply.dripMs);
}

void RawPeer::finish(QTcpSocket *socket, After after)
{
    switch (after) {
    case After::Keep:
        return;
    case After::Fin:
        socket->disconnectFromHost();
        return;
    case After::Rst: {
        socket->flush();
        const linger now{1, 0};
        ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        socket->abort();
        return;
    }
    }
}
