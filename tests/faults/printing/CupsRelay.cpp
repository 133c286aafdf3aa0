// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/printing/CupsRelay.h"

#include <QLocalSocket>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko::test {

CupsRelay::CupsRelay(const QString &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &CupsRelay::accept);
    m_listener.listen(QHostAddress::LocalHost);
}

QString CupsRelay::server() const
{
    return u"127.0.0.1:%1"_s.arg(m_listener.serverPort());
}

void CupsRelay::before(Operation operation, std::function<void()> then)
{
    const auto code = static_cast<quint16>(operation);
    m_watched = QByteArray("\x02\x00", 2) + static_cast<char>(code >> 8) + static_cast<char>(code & 0xFF);
    m_then = std::move(then);
}

void CupsRelay::cut()
{
    for (QTcpSocket *client : m_listener.findChildren<QTcpSocket *>())
        client->abort();
}

void CupsRelay::accept()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection()) {
        auto *service = new QLocalSocket(client);
        connect(client, &QTcpSocket::readyRead, this, [this, client] { pass(*client, client->readAll()); });
        connect(service, &QLocalSocket::readyRead, client, [service, client] { client->write(service->readAll()); });
        connect(service, &QLocalSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        service->connectToServer(m_server);
    }
}

void CupsRelay::pass(QTcpSocket &client, const QByteArray &bytes)
{
    const bool isHeld =
        client.property("held").toBool() ||
        std::ranges::any_of(m_heldBack, [&](const QByteArray &start) { return bytes.startsWith(start); });
    if (isHeld) {
        m_held += client.property("held").toBool() ? 0 : 1;
        client.setProperty("held", true);
        return;
    }
    // The request's own bytes come alone, or after the head.
    if (m_then && (bytes.startsWith(m_watched) || bytes.contains("\r\n\r\n" + m_watched)))
        std::exchange(m_then, nullptr)();
    if (auto *service = client.findChild<QLocalSocket *>())
        service->write(bytes);
}

} // namespace okoshko::test
