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

/// Limits of an answer; an exchange that exceeds one is aborted.
struct AnswerLimits
{
    std::chrono::milliseconds time{20000}; ///< for the whole exchange
    qint64 bytes = qint64(1024) * 1024;    ///< of the uncompressed body
    std::chrono::milliseconds late{0};     ///< additional time for a change whose body was sent

    friend bool operator==(const AnswerLimits &, const AnswerLimits &) = default;
};

/// A request of an adapter, relative to the server's address, without headers.
struct HttpRequest
{
    enum class Kind {
        Read,   ///< may be repeated
        Change, ///< sent at most once
    };
    enum class Takes {
        Good,     ///< a status other than 2xx is an error; a reading follows redirects within its origin
        AnyStatus ///< every answer is a value, also a redirect
    };

    Kind kind = Kind::Read;
    QByteArray verb;
    QString path; ///< begins with '/'; contains well-formed ids only (Id)
    QUrlQuery query;
    QByteArray body; ///< JSON; empty = none
    AnswerLimits limits;
    Takes takes = Takes::Good;

    friend bool operator==(const HttpRequest &, const HttpRequest &) = default;
};

/// An answer with status 2xx, or with any status if the request allows it.
struct HttpAnswer
{
    int status = 0;
    QByteArray body; ///< truncated if the status is not 2xx
    QString requestId;
    QUrl redirect;                                       ///< target of a 3xx
    std::optional<std::chrono::seconds> retryAfter = {}; ///< from `Retry-After`, if the status is not 2xx
};

/// Sends all requests. Implements time-outs, size limits, the origin rule, `Date` samples, request ids, and that no
/// change is sent twice. Errors are ApiError values.
///
/// The key is sent only in one header, only to the configured origin. The proxy is looked up on another thread
/// (ProxyLookup); a request waits for the first result within its own time-out. A server on loopback is reached without
/// proxy. Not thread-safe: used on one thread.
class HttpClient final : public QObject
{
    Q_OBJECT
public:
    struct Config
    {
        QUrl server;    ///< scheme, host, port
        QByteArray key; ///< the part after `key ` in the header; empty = no header
        /// Upper bound for AnswerLimits::time of every request.
        std::chrono::milliseconds timeout = std::chrono::milliseconds::max();
        /// Extracts the server's message from the body of an error; supplied by the adapter.
        std::function<ServerWords(const QByteArray &)> readWords;
        ProxyLookup::Find findProxies; ///< empty = the system's
    };

    /// \a clock must outlive this.
    HttpClient(Config config, ServerClock &clock, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Sends \a request; \a then is called once, asynchronously, unless the call is abandoned or \a context is
    /// destroyed before. In that case a reading is aborted, at the latest when the next request is sent; a change is
    /// completed and its answer dropped.
    Call send(const HttpRequest &request, QObject *context, Then<HttpAnswer> then);
    /// Sends \a request as a part of \a call, which is still pending when \a then is called; ends \a call if \a context
    /// is destroyed.
    void send(const Call &call, const HttpRequest &request, QObject *context, Then<HttpAnswer> then);

    [[nodiscard]] const ConnectionState &connection() const { return m_connection; }
    /// The proxy in use; NoProxy if there is none or none is known.
    [[nodiscard]] QNetworkProxy proxy() const { return m_network->proxy(); }

    /// The network has changed or the computer has slept: the next request waits for a new proxy look-up.
    void noteNetworkChange();

Q_SIGNALS:
    void connectionChanged(const okoshko::ConnectionState &state);

private:
    friend class HttpExchange;

    /// What an exchange, failed or not, shows about the connection.
    struct ExchangeInfo
    {
        int status = 0; ///< 0 = there was no answer
        QString partner;
        std::chrono::milliseconds lag{0};
        std::optional<TlsRefusal> tls; ///< the certificate's error
    };

    void onExchangeEnded(const Result<HttpAnswer> &result, const ExchangeInfo &info);

    using Network = std::shared_ptr<QNetworkAccessManager>;
    [[nodiscard]] Network makeNetwork();
    /// The network for a new request; null while the proxy is looked up.
    [[nodiscard]] Network readyNetwork();
    /// New requests use another network; \a stuck is destroyed after its last exchange.
    void replaceNetwork(const Network &stuck);

    Config m_config;
    ServerClock &m_clock;
    ProxyLookup *m_proxyLookup = nullptr; ///< owned by this; null for loopback
    Network m_network;                    ///< for new requests
    ConnectionState m_connection;
    quint64 m_lastRequest = 0;
};

} // namespace okoshko
