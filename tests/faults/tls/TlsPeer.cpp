// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/tls/TlsPeer.h"

#include "tests/unit/api/RawPeer.h"

#include <QSslSocket>

#include <algorithm>

TlsPeer::TlsPeer(const Certificates::Identity &identity, QObject *parent)
    : QObject(parent)
    , m_answer(RawPeer::http(200, "{}"))
{
    show(identity);
    connect(&m_server, &QSslServer::startedEncryptionHandshake, this, [this] { ++m_connections; });
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &TlsPeer::onEncrypted);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("No port to listen on");
}

void TlsPeer::show(const Certificates::Identity &identity)
{
    QSslConfiguration configuration = m_server.sslConfiguration();
    configuration.setLocalCertificate(identity.certificate);
    configuration.setPrivateKey(identity.key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of the client, which has no certificate
    m_server.setSslConfiguration(configuration);
}

QUrl TlsPeer::url(const QString &host) const
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(host);
    url.setPort(port());
    return url;
}

int TlsPeer::openConnections() const
{
    const auto sockets = m_server.findChildren<QSslSocket *>();
    return static_cast<int>(std::count_if(sockets.cbegin(), sockets.cend(), [](const QSslSocket *socket) {
        return socket->state() != QAbstractSocket::UnconnectedState;
    }));
}

void TlsPeer::onEncrypted()
{
    while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection())) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { onBytes(socket); });
        onBytes(socket); // it may have spoken already
    }
}

void TlsPeer::onBytes(QSslSocket *socket)
{
    const QByteArray bytes = socket->readAll();
    m_heard += bytes;
    // The tests' requests are as small as this; a body ends with its brace.
    if (bytes.endsWith("\r\n\r\n") || bytes.endsWith('}'))
        socket->write(m_answer);
}
