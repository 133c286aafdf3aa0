// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/tls/TlsFront.h"

#include <QNetworkProxy>
#include <QSslSocket>

TlsFront::TlsFront(const Certificates::Identity &identity, quint16 behind, QObject *parent)
    : QObject(parent)
    , m_behind(behind)
{
    QSslConfiguration configuration = m_server.sslConfiguration();
    configuration.setLocalCertificate(identity.certificate);
    configuration.setPrivateKey(identity.key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of the client, which has no certificate
    m_server.setSslConfiguration(configuration);
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &TlsFront::onEncrypted);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("No port to listen on");
}

QUrl TlsFront::url() const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort()));
}

void TlsFront::onEncrypted()
{
    while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection())) {
        auto *beyond = new QTcpSocket(socket);
        beyond->setProxy(QNetworkProxy::NoProxy);
        connect(socket, &QSslSocket::readyRead, beyond, [socket, beyond] { beyond->write(socket->readAll()); });
        connect(beyond, &QTcpSocket::readyRead, socket, [socket, beyond] { socket->write(beyond->readAll()); });
        connect(beyond, &QTcpSocket::disconnected, socket, &QSslSocket::disconnectFromHost);
        connect(socket, &QSslSocket::disconnected, beyond, &QTcpSocket::disconnectFromHost);
        beyond->connectToHost(QHostAddress::LocalHost, m_behind);
        beyond->write(socket->readAll()); // it may have spoken already
    }
}
