// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTcpServer>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <tl/expected.hpp>

QT_FORWARD_DECLARE_CLASS(QTcpSocket)

namespace okoshko::sandbox {

/// What happens to a request on its way. The server behind the relay does not notice.
struct LineFault
{
    enum class Kind {
        None,
        CutBefore,  ///< the connection ends before the server has seen the request
        CutAfter,   ///< the server acts, then the connection ends before the first byte of its answer
        ResetAfter, ///< the same by RST
        Silence,    ///< the server acts, its answer never comes and the connection stays
        Truncate    ///< the answer's head comes whole, its body breaks off in the middle
    };

    Kind kind = Kind::None;
    std::chrono::milliseconds delay{0}; ///< holds the answer back, on top of the relay's latency
};

/// A request on its way through the relay.
struct RelayedRequest
{
    QByteArray method;
    QByteArray target; ///< path and query, as sent
    QByteArray body;
};

/// How a request passes: undisturbed by default.
struct Passage
{
    LineFault fault = {};
    std::optional<QByteArray> instead = {};                       ///< is answered, and the server sees nothing
    std::function<QByteArray(const QByteArray &)> rewritten = {}; ///< what the client gets of the server's answer
};

/// A TCP relay on loopback between clients and an HTTP server. Everything slow or broken is made here, because a server
/// that answers late would crash (Qt 6.4.2) and a fault must look real on the wire: each answer is held back for
/// `latency`, and a policy decides how a request passes. Requests and answers are read whole, one at a time on a
/// connection (no pipelining); an answer must have a length or chunks. Requests larger than `largestRequest` are cut
/// off. One thread, that of the object.
class Relay : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 largestRequest = 2 * 1024 * 1024;

    using FaultPolicy = std::function<Passage(const RelayedRequest &)>;

    Relay(quint16 targetPort, std::chrono::milliseconds latency, QObject *parent = nullptr);
    ~Relay() override;

    /// Listens on 127.0.0.1; port 0 takes any free one. Gives the port, or why it could not.
    [[nodiscard]] tl::expected<quint16, QString> listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_port; }

    void setFaultPolicy(FaultPolicy policy) { m_policy = std::move(policy); }

    /// Cuts every connection and refuses new ones, as if no server ran. The port stays taken meanwhile.
    void goOffline();
    void goOnline();

    /// So much time is over at once, for the answers that are held back.
    void skip(std::chrono::milliseconds time) { Q_EMIT skipped(time); }

Q_SIGNALS:
    /// The server has answered, and the client has seen nothing of it yet.
    void answered(const okoshko::sandbox::RelayedRequest &request);
    void wentOffline();
    void skipped(std::chrono::milliseconds time);

private:
    friend class RelayConnection;

    void acceptPending();

    QTcpServer m_server;
    std::unique_ptr<QTcpSocket> m_placeholder; ///< holds the port while offline
    quint16 m_port = 0;
    quint16 m_targetPort;
    std::chrono::milliseconds m_latency;
    FaultPolicy m_policy;
};

} // namespace okoshko::sandbox
