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

Relay::~Relay() = default;

tl::expected<quint16, QString> Relay::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return tl::unexpected(m_server.errorString());
    m_port = m_server.serverPort();
    return m_port;
}

void Relay::goOffline()
{
    if (m_placeholder)
        return;
    m_server.close();
    // Bound but not listening: clients are refused, and nobody else can take the port. Without it a client of this
    // computer could even be given the port for its own end, and be connected with itself.
    m_placeholder = std::make_unique<QTcpSocket>();
    m_placeholder->bind(QHostAddress::LocalHost, m_port);
    Q_EMIT wentOffline();
}

void Relay::goOnline()
{
    if (!m_placeholder)
        return;
    m_placeholder.reset();
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qWarning("okoshko-sandbox: cannot listen on 127.0.0.1:%d again: %s", m_port,
                 qUtf8Printable(m_server.errorString()));
}

FaultRule Relay::takeSpell(const Passing &request)
{
    for (FaultRule &spell : m_spells) {
        const bool meant =
            (spell.method.isEmpty() || spell.method == request.method) && request.target.startsWith(spell.pathPrefix);
        if (!meant || spell.times == 0)
            continue;
        if (spell.times > 0)
            --spell.times;
        return spell;
    }
    return m_judge ? m_judge(request) : FaultRule{};
}

void Relay::acceptPending()
{
    while (QTcpSocket *client = m_server.nextPendingConnection())
        new RelayConnection(client, *this); // a child of the relay; goes when both ends are closed
}

} // namespace okoshko::sandbox
