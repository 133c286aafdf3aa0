// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

/// An HTTP proxy on loopback that knows CONNECT and leads it where the test wants, whatever host was asked for.
/// Lives on the thread of the test.
class ConnectProxy final : public QObject
{
    Q_OBJECT
public:
    enum class Then {
        Keep,
        Close,
    };

    explicit ConnectProxy(QObject *parent = nullptr);

    /// Makes this the application's proxy, until this goes.
    void install() const;
    ~ConnectProxy() override;

    /// From here on CONNECT opens a tunnel to this port of loopback.
    void leadTo(quint16 port) { m_target = port; }
    /// From here on CONNECT is answered with \a bytes instead.
    void answer(const QByteArray &bytes, Then then);

    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int openConnections() const;
    /// All that was said to the proxy itself or went through it, of all connections.
    [[nodiscard]] const QByteArray &heard() const { return m_heard; }

private:
    void onConnection();
    void onBytes(QTcpSocket *socket);
    void openTunnel(QTcpSocket *socket);

    struct Line
    {
        QByteArray head;
        QTcpSocket *beyond = nullptr;
    };

    QHash<QTcpSocket *, Line> m_lines;
    quint16 m_target = 0;
    QByteArray m_answer;
    Then m_then = Then::Keep;
    QByteArray m_heard;
    int m_connections = 0;
    QTcpServer m_server; ///< the last, so that its connections go before what they write into
};
