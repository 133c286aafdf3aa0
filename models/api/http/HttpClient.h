// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/api/Connection.h"
#include "models/api/TicketingApi.h"
#include "models/api/http/ProxyLookup.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <memory>

namespace okoshko {

class HttpExchange;
class ServerClock;

/// What an answer may take: what passes a bound is broken off.
struct AnswerLimits
{
    std::chrono::milliseconds time{20000}; ///< for the whole exchange, not for a pause in it
    qint64 bytes = qint64(1024) * 1024;    ///< of the body, unpacked
    std::chrono::milliseconds late{0};     ///< a change that has left by then is awaited so much longer

    friend bool operator==(const AnswerLimits &, const AnswerLimits &) = default;
};

/// A request as an adapter asks for it: below the server's address, without any header.
struct HttpRequest
{
    enum class Kind {
        Read,   ///< may be asked any number of times
        Change, ///< is sent exactly once, whatever happens
    };
    enum class Takes {
        Good,     ///< what is not 2xx is an error; a reading follows redirects within its origin
        AnyStatus ///< every answer is given as it is, a redirect too
    };

    Kind kind = Kind::Read;
    QByteArray verb;
    QString path; ///< begins with '/'; ids in it are well formed (Id)
    QUrlQuery query;
    QByteArray body; ///< JSON; empty = none
    AnswerLimits limits;
    Takes takes = Takes::Good;

    friend bool operator==(const HttpRequest &, const HttpRequest &) = default;
};

/// An answer whose status is 2xx, or any where its request takes that.
struct HttpAnswer
{
    int status = 0;
    QByteArray body; ///< not 2xx: the beginning of it
    QString requestId;
    QUrl redirect;                                       ///< 3xx: where it leads
    std::optional<std::chrono::seconds> retryAfter = {}; ///< from `Retry-After`, where the status is not 2xx
};

/// Sends all requests: time-outs, size caps, the origin rule, `Date` samples, request ids, and that a change is sent
/// exactly once.
///
/// The key goes into one header of requests to the one origin that it belongs to, and nowhere else. The proxy is looked
/// up on another thread (ProxyLookup): a request waits for the first answer, within its own time-out. For a server on
/// loopback nobody is asked. Lives on the thread of its user.
class HttpClient final : public QObject
{
    Q_OBJECT
public:
    struct Config
    {
        QUrl server;    ///< scheme, host, port
        QByteArray key; ///< as it follows `key ` in the header; empty = none is sent
        /// No answer is awaited longer, whatever the limits of its request allow.
        std::chrono::milliseconds timeout = std::chrono::milliseconds::max();
        /// Finds the server's own words in the body of an error; the adapter knows the forms.
        std::function<QString(const QByteArray &)> readWords;
        ProxyLookup::Find findProxies; ///< empty = the system's
    };

    /// \a clock must outlive this.
    HttpClient(Config config, ServerClock &clock, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Sends \a request; \a then is called once, later, unless the call is abandoned or \a context dies first: then a
    /// reading is broken off, at the latest when the next request is sent, while a change runs on and only its answer
    /// is lost.
    Call send(const HttpRequest &request, QObject *context, Then<HttpAnswer> then);
    /// The same as a part of \a call, which is left pending when \a then is called, and ends where that cannot be any
    /// more.
    void send(const Call &call, const HttpRequest &request, QObject *context, Then<HttpAnswer> then);

    [[nodiscard]] const ConnectionState &connection() const { return m_connection; }
    /// The proxy that requests go through now; of type NoProxy where there is none, or none is known.
    [[nodiscard]] QNetworkProxy proxy() const { return m_network->proxy(); }

    /// The computer is in another network, or has slept: the next request waits until the proxy was looked up anew.
    void noteNetworkChange();

Q_SIGNALS:
    void connectionChanged(const okoshko::ConnectionState &state);

private:
    friend class HttpExchange;

    /// What an exchange tells about the connection, also where it failed.
    struct ExchangeInfo
    {
        int status = 0; ///< 0 = there was no answer
        QString partner;
        std::chrono::milliseconds lag{0};
        std::optional<TlsRefusal> tls; ///< what was found wrong with a certificate
    };

    void onExchangeEnded(const Result<HttpAnswer> &result, const ExchangeInfo &info);

    using Network = std::shared_ptr<QNetworkAccessManager>;
    [[nodiscard]] Network makeNetwork();
    /// The network for a request that is sent now; null while the proxy is being looked up.
    [[nodiscard]] Network readyNetwork();
    /// New requests get another network; \a stuck closes its connections when those under way have ended.
    void replaceNetwork(const Network &stuck);

    Config m_config;
    ServerClock &m_clock;
    ProxyLookup *m_proxyLookup = nullptr; ///< owned by this; null for loopback
    Network m_network;                    ///< for new requests
    ConnectionState m_connection;
    quint64 m_lastRequest = 0;
};

} // namespace okoshko
