// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Spell.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTcpServer>
#include <chrono>
#include <tl/expected.hpp>

namespace okoshko::sandbox {

/// A TCP relay on loopback in front of the HTTP server. Everything slow or broken is made here, because a server
/// that answers late would crash (Qt 6.4.2) and a fault must look real on the wire: each answer is held back for
/// `latency`, and a table of spells decides what befalls which request. Requests larger than `largestRequest` are
/// cut off. One thread, that of the object.
class Relay : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 largestRequest = 2 * 1024 * 1024;

    Relay(quint16 targetPort, std::chrono::milliseconds latency, QObject *parent = nullptr);

    /// Listens on 127.0.0.1; port 0 takes any free one. Gives the port, or why it could not.
    [[nodiscard]] tl::expected<quint16, QString> listen(quint16 port);

    void setSpells(const QList<Spell> &spells) { m_spells = spells; }

    [[nodiscard]] quint16 targetPort() const { return m_targetPort; }
    [[nodiscard]] std::chrono::milliseconds latency() const { return m_latency; }

    /// What befalls this request; uses up one of the spell's times.
    [[nodiscard]] Spell takeSpell(const QByteArray &method, const QByteArray &path);

private:
    void acceptPending();

    QTcpServer m_server;
    quint16 m_targetPort;
    std::chrono::milliseconds m_latency;
    QList<Spell> m_spells;
};

} // namespace okoshko::sandbox
