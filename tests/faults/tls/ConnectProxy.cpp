// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/tls/ConnectProxy.h"

#include <QNetworkProxy>

#include <algorithm>

ConnectProxy::ConnectProxy(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &ConnectProxy::onConnection);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("No port to listen on");
}

ConnectProxy::~ConnectProxy()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
}

void ConnectProxy::install() const
{
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), m_server.serverPort()));
}

void ConnectProxy::answer(const QByteArray &bytes, Then then)
{
    m_target = 0;
    m_answer = bytes;
    m_then = then;
}

int ConnectProxy::openConnections() const
{
    return static_cast<int>(std::count_if(m_lines.keyBegin(), m_lines.keyEnd(), [](const QTcpSocket *socket) {
        return socket->state() == QAbstractSocket::ConnectedState;
    }));
}

void ConnectProxy::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        m_lines.insert(socket, Line());
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(socket); });
    }
}

void ConnectProxy::onBytes(QTcpSocket *socket)
{
    Line &line = m_lines[socket];
    const QByteArray bytes = socket->readAll();
    m_heard += bytes;
    if (line.beyond) {
        line.beyond->write(bytes);
        return;
    }
    line.head += bytes;
    if (!line.head.endsWith("\r\n\r\n"))
        return;
    line.head.clear();
    if (m_target != 0)
        return openTunnel(socket);
    socket->write(m_answer);
    if (m_then == Then::Close)
        socket->disconnectFromHost();
}

void ConnectProxy::openTunnel(QTcpSocket *socket)
{
    auto *beyond = new QTcpSocket(socket);
    beyond->setProxy(QNetworkProxy::NoProxy);
    connect(beyond, &QTcpSocket::connected, socket, [this, socket, beyond] {
        m_lines[socket].beyond = beyond;
        socket->write("HTTP/1.1 200 Connection established\r\n\r\n");
    });
    connect(beyond, &QTcpSocket::readyRead, socket, [socket, beyond] { socket->write(beyond->readAll()); });
    connect(beyond, &QTcpSocket::disconnected, socket, &QTcpSocket::disconnectFromHost);
    connect(socket, &QTcpSocket::disconnected, beyond, &QTcpSocket::disconnectFromHost);
    beyond->connectToHost(QHostAddress::LocalHost, m_target);
}
