// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/tls/Certificates.h"

#include <QObject>
#include <QSslServer>
#include <QUrl>

/// TLS in front of a server on loopback that speaks plain HTTP: what comes out of the cipher goes on to it, and back.
/// Lives on the thread of the test.
class TlsFront final : public QObject
{
    Q_OBJECT
public:
    TlsFront(const Certificates::Identity &identity, quint16 behind, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;

private:
    void onEncrypted();

    quint16 m_behind;
    QSslServer m_server;
};
