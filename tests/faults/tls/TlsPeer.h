// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/tls/Certificates.h"

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QSslServer>
#include <QUrl>

/// A TLS server on loopback that answers each request as it was told, and writes down all that came out of the cipher.
/// Lives on the thread of the test.
class TlsPeer final : public QObject
{
    Q_OBJECT
public:
    explicit TlsPeer(const Certificates::Identity &identity, QObject *parent = nullptr);

    /// What the next to connect is shown.
    void show(const Certificates::Identity &identity);
    /// The answer to all requests, whole.
    void answer(const QByteArray &bytes) { m_answer = bytes; }

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;

    /// All connections, whatever became of them.
    [[nodiscard]] int connections() const { return m_connections; }
    /// Connections that are still open.
    [[nodiscard]] int openConnections() const;
    /// What was sent here, deciphered, of all connections one after the other.
    [[nodiscard]] const QByteArray &heard() const { return m_heard; }
    /// How many requests \ref heard() holds.
    [[nodiscard]] qsizetype requests() const { return m_heard.count(" HTTP/1.1\r\n"); }

private:
    void onEncrypted();
    void onBytes(QSslSocket *socket);

    QByteArray m_answer;
    QByteArray m_heard;
    int m_connections = 0;
    QSslServer m_server; ///< the last, so that its connections go before what they write into
};
