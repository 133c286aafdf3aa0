// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/setup/PlainHttpProbe.h"

#include <chrono>

using namespace std::chrono_literals;

namespace okoshko {

PlainHttpProbe::PlainHttpProbe(QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(3s);
    connect(&m_socket, &QTcpSocket::connected, this, [this] { m_socket.write("GET / HTTP/1.0\r\n\r\n"); });
    connect(&m_socket, &QTcpSocket::readyRead, this, &PlainHttpProbe::onBytes);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { end(Speaks::SomethingElse); });
    connect(&m_patience, &QTimer::timeout, this, [this] { end(Speaks::SomethingElse); });
}

void PlainHttpProbe::ask(const QUrl &server, const QNetworkProxy &proxy, Then then)
{
    m_then = std::move(then);
    m_socket.setProxy(proxy);
    m_patience.start();
    m_socket.connectToHost(server.host(), static_cast<quint16>(server.port(443)));
}

void PlainHttpProbe::onBytes()
{
    constexpr QByteArrayView sign("HTTP/");
    if (m_socket.bytesAvailable() >= sign.size())
        end(m_socket.peek(sign.size()) == sign ? Speaks::PlainHttp : Speaks::SomethingElse);
}

void PlainHttpProbe::end(Speaks speaks)
{
    m_patience.stop();
    m_socket.disconnect(this);
    m_socket.abort();
    if (const Then then = std::exchange(m_then, nullptr))
        then(speaks);
}

} // namespace okoshko
