// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/start/PartnerFront.h"

#include <QTcpSocket>

#include <memory>

namespace okoshko::test {

namespace {

constexpr QByteArrayView sandboxPartner("56810047f06c5a6ac62f4e1d");
constexpr QByteArrayView header("Authorization: key ");
constexpr qsizetype lengthOfKey = 32;

} // namespace

PartnerFront::PartnerFront(const QUrl &server, const QByteArray &key, QObject *parent)
    : QObject(parent)
    , m_behind(static_cast<quint16>(server.port()))
    , m_key(key)
{
    connect(&m_server, &QTcpServer::newConnection, this, &PartnerFront::onConnection);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("No port to listen on");
}

QUrl PartnerFront::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

void PartnerFront::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto *beyond = new QTcpSocket(socket);
        auto partner = std::make_shared<QByteArray>(sandboxPartner.toByteArray());
        connect(socket, &QTcpSocket::readyRead, beyond,
                [this, socket, beyond, partner] { beyond->write(translated(socket->readAll(), *partner)); });
        connect(beyond, &QTcpSocket::readyRead, socket, [this, socket, beyond, partner] {
            if (m_isHolding)
                return;
            socket->write(beyond->readAll().replace(sandboxPartner.toByteArray(), *partner));
        });
        connect(beyond, &QTcpSocket::disconnected, socket, &QTcpSocket::disconnectFromHost);
        connect(socket, &QTcpSocket::disconnected, beyond, &QTcpSocket::disconnectFromHost);
        beyond->connectToHost(QHostAddress::LocalHost, m_behind);
    }
}

QByteArray PartnerFront::translated(QByteArray request, QByteArray &partner)
{
    if (request.startsWith("POST ") || request.startsWith("PATCH "))
        ++m_changes;
    const qsizetype at = request.indexOf(header);
    if (at < 0)
        return request;
    const QByteArray key = request.mid(at + header.size(), lengthOfKey);
    if (!m_partners.contains(key))
        return request;
    partner = m_partners.value(key);
    return request.replace(at + header.size(), lengthOfKey, m_key);
}

} // namespace okoshko::test
