// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/printing/CupsRelay.h"

#include <QLocalSocket>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

constexpr qsizetype mostWithoutDocument = 1000; ///< bytes of a Send-Document request, its document apart

} // namespace

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

void CupsRelay::at(Operation operation, Moment moment, std::function<void()> then, const QString &queue)
{
    const auto code = static_cast<quint16>(operation);
    m_watched = QByteArray("\x02\x00", 2) + static_cast<char>(code >> 8) + static_cast<char>(code & 0xFF);
    m_moment = moment;
    m_then = std::move(then);
    m_watchedQueue = queue.isEmpty() ? QByteArray() : "/printers/" + queue.toUtf8();
    m_watchedClient = nullptr;
}

void CupsRelay::cut()
{
    for (QTcpSocket *client : m_listener.findChildren<QTcpSocket *>())
        client->abort();
}

void CupsRelay::sever()
{
    for (QLocalSocket *service : m_listener.findChildren<QLocalSocket *>())
        service->abort();
    cut();
}

void CupsRelay::accept()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection()) {
        auto *service = new QLocalSocket(client);
        connect(client, &QTcpSocket::readyRead, this, [this, client] { pass(*client, client->readAll()); });
        connect(service, &QLocalSocket::readyRead, client,
                [this, service, client] { passBack(*client, service->readAll()); });
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
    auto *service = client.findChild<QLocalSocket *>();
    const auto write = [service](const QByteArray &some) {
        if (service && service->isOpen())
            service->write(some);
    };
    // The request's own bytes come alone, or after the head.
    if (m_then && !m_watchedClient && (bytes.startsWith(m_watched) || bytes.contains("\r\n\r\n" + m_watched)) &&
        bytes.contains(m_watchedQueue))
        m_watchedClient = &client;
    const bool isWatched = m_then && m_watchedClient == &client;
    qsizetype before = 0;
    if (isWatched && m_moment == Moment::InDocument && bytes.size() > mostWithoutDocument) {
        before = bytes.size() / 2;
        write(bytes.first(before));
        service->flush();
        std::exchange(m_then, nullptr)();
    } else if (isWatched && m_moment == Moment::Asked) {
        std::exchange(m_then, nullptr)();
    }
    write(bytes.sliced(before));
}

void CupsRelay::passBack(QTcpSocket &client, const QByteArray &bytes)
{
    if (m_then && m_moment == Moment::Answered && m_watchedClient == &client && bytes.contains("HTTP/1.1 200"))
        std::exchange(m_then, nullptr)();
    if (client.isOpen())
        client.write(bytes);
}

} // namespace okoshko::test
