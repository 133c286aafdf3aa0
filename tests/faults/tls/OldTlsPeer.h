// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/tls/Certificates.h"

#include <QByteArray>
#include <QProcess>
#include <QUrl>

/// A server on loopback that speaks TLS 1.1 and nothing else, by the `openssl` command. Its key exchange is RSA without
/// a signature: with any other, OpenSSL's own defaults refuse TLS 1.1 at the client, whatever the client is told.
/// It takes one connection after the other. Lives on the thread of the test.
class OldTlsPeer final
{
public:
    /// \a identity must have been made with Recipe::Key::Rsa.
    explicit OldTlsPeer(const Certificates::Identity &identity);
    ~OldTlsPeer();

    [[nodiscard]] QUrl url() const;
    /// Handshakes that were completed.
    [[nodiscard]] qsizetype handshakes();
    /// What was sent here, deciphered, among what the command says itself.
    [[nodiscard]] QByteArray heard();

    /// Whether a client that takes any version gets through to this server, trusting whom the process trusts, and is
    /// heard by it.
    [[nodiscard]] bool isOpenToLenientClient();

private:
    QTemporaryDir m_dir;
    QProcess m_openssl;
    QByteArray m_said;
    quint16 m_port = 0;
};
