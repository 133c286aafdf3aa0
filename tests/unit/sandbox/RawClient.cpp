// SPDX-License-Identifier: GPL-3.0-or-later
#include "RawClient.h"

#include <QHostAddress>

RawClient::RawClient(quint16 port)
    : m_port(port)
{
    m_socket.connectToHost(QHostAddress::LocalHost, port);
}

void RawClient::send(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                     const QByteArray &moreHeaders)
{
    m_received.clear();
    const QByteArray host =
        moreHeaders.contains("Host:") ? QByteArray() : "Host: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n";
    m_socket.write(method + ' ' + target + " HTTP/1.1\r\n" + host + moreHeaders +
                   "Authorization: key 047bdb8bcee44d3693371920aaf9135c\r\nContent-Type: application/json\r\n"
                   "Content-Length: " +
                   QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

QByteArray RawClient::received()
{
    m_received += m_socket.readAll();
    return m_received;
}

int RawClient::status()
{
    return received().startsWith("HTTP/1.1 ") ? m_received.mid(9, 3).toInt() : 0;
}

QByteArray RawClient::header(const QByteArray &name)
{
    const QByteArray head = received().left(m_received.indexOf("\r\n\r\n"));
    for (const QByteArray &line : head.split('\n')) {
        if (line.left(line.indexOf(':')).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(line.indexOf(':') + 1).trimmed();
    }
    return {};
}

QByteArray RawClient::body()
{
    const qsizetype end = received().indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : m_received.mid(end + 4);
}

bool RawClient::isWhole()
{
    return status() != 0 && m_received.contains("\r\n\r\n") && body().size() == header("Content-Length").toInt();
}
