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

/// A fault of the connection. The server behind the relay does not notice it.
struct LineFault
{
    enum class Kind {
        None,
        CutBefore,  ///< the connection is closed before the server receives the request
        CutAfter,   ///< the server handles the request; the connection is closed before its answer begins
        ResetAfter, ///< as CutAfter, by RST
        Silence,    ///< the server handles the request; its answer never arrives and the connection stays open
        Truncate    ///< the answer's head arrives whole, its body breaks off in the middle
    };

    Kind kind = Kind::None;
    std::chrono::milliseconds delay{0}; ///< delays the answer, in addition to the relay's latency
};

/// A request that passes the relay.
struct RelayedRequest
{
    QByteArray method;
    QByteArray target; ///< path and query, as sent
    QByteArray body;
};

/// How a request passes; unchanged by default.
struct Passage
{
    LineFault fault = {};
    std::optional<QByteArray> instead = {};                       ///< the answer; the server gets no request
    std::function<QByteArray(const QByteArray &)> rewritten = {}; ///< changes the server's answer
};

/// A TCP relay on loopback between clients and an HTTP server. It makes all delays and faults: a delayed answer would
/// crash the server (Qt 6.4.2), and a fault must look real on the wire. Each answer is delayed by `latency`, and a
/// policy decides how a request passes. Requests and answers are read whole, one at a time per connection (no
/// pipelining); an answer must have a length or chunks. Requests larger than `largestRequest` are cut off.
/// Single-threaded.
class Relay : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 largestRequest = 2 * 1024 * 1024;

    using FaultPolicy = std::function<Passage(const RelayedRequest &)>;

    Relay(quint16 targetPort, std::chrono::milliseconds latency, QObject *parent = nullptr);
    ~Relay() override;

    /// Listens on 127.0.0.1; port 0 takes any free one. Returns the port, or an error.
    [[nodiscard]] tl::expected<quint16, QString> listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_port; }

    void setFaultPolicy(FaultPolicy policy) { m_policy = std::move(policy); }

    /// Closes every connection and refuses new ones, as if no server ran. Keeps the port.
    void goOffline();
    void goOnline();

    /// Lets `time` pass at once for delayed answers.
    void skip(std::chrono::milliseconds time) { Q_EMIT skipped(time); }

Q_SIGNALS:
    /// The server has answered; nothing of the answer was sent to the client yet.
    void answered(const okoshko::sandbox::RelayedRequest &request);
    void wentOffline();
    void skipped(std::chrono::milliseconds time);

private:
    friend class RelayConnection;

    void acceptPending();

    QTcpServer m_server;
    std::unique_ptr<QTcpSocket> m_placeholder; ///< keeps the port while offline
    quint16 m_port = 0;
    quint16 m_targetPort;
    std::chrono::milliseconds m_latency;
    FaultPolicy m_policy;
};

} // namespace okoshko::sandbox
