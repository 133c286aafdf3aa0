// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/proxy/FaultyProxy.h"

#include <QTcpSocket>

#include <optional>

namespace okoshko::test {

/// One client's connection through the proxy, and its twin to the server. Ends itself.
class FaultyConnection final : public QObject
{
    Q_OBJECT
public:
    FaultyConnection(QTcpSocket *client, FaultyProxy &proxy);

private:
    enum class How { Close, Reset };

    void onClientBytes();
    void onServerBytes();
    void onRequest(const QByteArray &raw);
    void answerAtOnce(Fault fault);
    void deliver(const QByteArray &raw);
    void cut(How how);

    FaultyProxy &m_proxy;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
    SeenRequest m_request; ///< the one that is being answered
    QByteArray m_asked;    ///< bytes of the request so far
    QByteArray m_answered; ///< bytes of the answer so far
    std::optional<Fault> m_fault;
};

/// How many bytes the first HTTP message in \a bytes has, or nothing while it is not whole. An answer that has neither
/// a length nor chunks is not supported: the sandbox sends none.
[[nodiscard]] std::optional<qsizetype> wholeMessage(const QByteArray &bytes);

} // namespace okoshko::test
