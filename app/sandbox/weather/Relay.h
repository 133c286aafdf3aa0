// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FaultRule.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTcpServer>
#include <chrono>
#include <functional>
#include <memory>
#include <tl/expected.hpp>

namespace okoshko::sandbox {

/// A TCP relay on loopback in front of the HTTP server. Everything slow or broken is made here, because a server
/// that answers late would crash (Qt 6.4.2) and a fault must look real on the wire: each answer is held back for
/// `latency`, and a table of spells decides what befalls which request; where it says nothing, a judge may. A request
/// is passed on when it is whole, so that the judge can look into it. Requests larger than `largestRequest` are cut
/// off. One thread, that of the object.
class Relay : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 largestRequest = 2 * 1024 * 1024;

    using Judge = std::function<FaultRule(const Passing &)>;

    Relay(quint16 targetPort, std::chrono::milliseconds latency, QObject *parent = nullptr);
    ~Relay() override;

    /// Listens on 127.0.0.1; port 0 takes any free one. Gives the port, or why it could not.
    [[nodiscard]] tl::expected<quint16, QString> listen(quint16 port);

    void setSpells(const QList<FaultRule> &spells) { m_spells = spells; }
    void setJudge(Judge judge) { m_judge = std::move(judge); }

    /// Cuts every connection and refuses new ones, as if no server ran. The port stays taken meanwhile.
    void goOffline();
    void goOnline();

    /// So much time is over at once, for the answers that are held back.
    void skip(std::chrono::milliseconds time) { Q_EMIT skipped(time); }

    [[nodiscard]] quint16 targetPort() const { return m_targetPort; }
    [[nodiscard]] std::chrono::milliseconds latency() const { return m_latency; }

    /// What befalls this request; uses up one of the spell's times.
    [[nodiscard]] FaultRule takeSpell(const Passing &request);

Q_SIGNALS:
    void wentOffline();
    void skipped(std::chrono::milliseconds time);

private:
    void acceptPending();

    QTcpServer m_server;
    std::unique_ptr<QTcpSocket> m_placeholder; ///< holds the port while offline
    quint16 m_port = 0;
    quint16 m_targetPort;
    std::chrono::milliseconds m_latency;
    QList<FaultRule> m_spells;
    Judge m_judge;
};

} // namespace okoshko::sandbox
