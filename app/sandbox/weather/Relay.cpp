// SPDX-License-Identifier: GPL-3.0-or-later
#include "Relay.h"

#include "RelayConnection.h"

#include <QTcpSocket>

namespace okoshko::sandbox {

Relay::Relay(quint16 targetPort, std::chrono::milliseconds latency, QObject *parent)
    : QObject(parent)
    , m_server(this)
    , m_targetPort(targetPort)
    , m_latency(latency)
{
    connect(&m_server, &QTcpServer::newConnection, this, &Relay::acceptPending);
}

tl::expected<quint16, QString> Relay::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return tl::unexpected(m_server.errorString());
    return m_server.serverPort();
}

Spell Relay::takeSpell(const QByteArray &method, const QByteArray &path)
{
    for (Spell &spell : m_spells) {
        const bool meant = (spell.method.isEmpty() || spell.method == method) && path.startsWith(spell.pathPrefix);
        if (!meant || spell.times == 0)
            continue;
        if (spell.times > 0)
            --spell.times;
        return spell;
    }
    return {};
}

void Relay::acceptPending()
{
    while (QTcpSocket *client = m_server.nextPendingConnection())
        new RelayConnection(client, *this); // a child of the relay; goes when both ends are closed
}

} // namespace okoshko::sandbox
