// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

/// One connection on which exactly what is told is sent, once: Qt's own client repeats a request by itself when the
/// server hangs up.
class RawClient
{
public:
    explicit RawClient(quint16 port);

    /// Sends a request with the recording's key and begins to listen anew.
    void send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
              const QByteArray &moreHeaders = {});

    /// The status line's number; 0 while there is none.
    [[nodiscard]] int status();
    [[nodiscard]] QByteArray header(const QByteArray &name);
    [[nodiscard]] QByteArray body();
    [[nodiscard]] bool isWhole(); ///< all of the announced body is there
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isRefused() const { return m_socket.error() == QAbstractSocket::ConnectionRefusedError; }
    [[nodiscard]] QByteArray received();

private:
    quint16 m_port;
    QTcpSocket m_socket;
    QByteArray m_received;
};
