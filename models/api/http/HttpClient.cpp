// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/http/HttpClient.h"

#include "models/api/ServerClock.h"
#include "models/api/http/HttpExchange.h"
#include "models/domain/ServerAddress.h"

using namespace Qt::StringLiterals;

namespace okoshko {

HttpClient::HttpClient(Config config, ServerClock &clock, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_clock(clock)
    , m_network(makeNetwork())
{
    m_connection.server = m_config.server.authority();
    if (!isLoopback(m_config.server.host()))
        m_proxyLookup = new ProxyLookup(
            m_config.server, m_config.findProxies, [this] { return m_clock.monotonicNow(); }, this);
}

HttpClient::~HttpClient()
{
    // Before the network, which owns their replies.
    qDeleteAll(findChildren<HttpExchange *>(QString(), Qt::FindDirectChildrenOnly));
}

Call HttpClient::send(const HttpRequest &request, QObject *context, Then<HttpAnswer> then)
{
    Call call = Call::begin();
    send(call, request, context, [ended = call, then = std::move(then)](const Result<HttpAnswer> &answer) mutable {
        ended.end(); // before the callback, which may send a new request
        then(answer);
    });
    return call;
}

void HttpClient::send(const Call &call, const HttpRequest &request, QObject *context, Then<HttpAnswer> then)
{
    Q_ASSERT(request.kind == HttpRequest::Kind::Read ||
             !request.body.isEmpty()); // QNetworkAccessManager may repeat a request without body
    // QNetworkAccessManager has six connections to a server: abandoned readings are aborted to free theirs.
    const auto exchanges = findChildren<HttpExchange *>(QString(), Qt::FindDirectChildrenOnly);
    for (HttpExchange *exchange : exchanges)
        exchange->breakOffIfGivenUp();
    (new HttpExchange(*this, call, request, u"#%1"_s.arg(++m_lastRequest), context, std::move(then)))->start();
}

void HttpClient::noteNetworkChange()
{
    if (m_proxyLookup)
        m_proxyLookup->noteNetworkChange();
}

HttpClient::Network HttpClient::makeNetwork()
{
    auto *network = new QNetworkAccessManager(this);
    // Not DefaultProxy, which makes Qt ask the system on this thread; readyNetwork() sets the proxy.
    network->setProxy(QNetworkProxy::NoProxy);
    // The last reference may be released from within a slot of one of its replies.
    return {network, [](QNetworkAccessManager *last) { last->deleteLater(); }};
}

HttpClient::Network HttpClient::readyNetwork()
{
    if (!m_proxyLookup)
        return m_network;
    const auto proxy = m_proxyLookup->proxy();
    if (!proxy)
        return nullptr;
    if (m_network->proxy() != *proxy)
        m_network->setProxy(*proxy);
    return m_network;
}

void HttpClient::replaceNetwork(const Network &stuck)
{
    if (m_network == stuck)
        m_network = makeNetwork();
}

void HttpClient::onExchangeEnded(const Result<HttpAnswer> &result, const ExchangeInfo &info)
{
    using Health = ConnectionState::Health;
    if (!result && result.error().kind == ErrorKind::UnsafeAddress)
        return;
    ConnectionState now = m_connection;
    now.lastError = result ? std::nullopt : std::optional(result.error().kind);
    now.tls.reset();
    if (info.status == 401) {
        now.health = Health::Refused;
    } else if (info.status != 0) {
        now.health = Health::Online;
        now.lastError.reset();
    } else {
        now.health = Health::Offline;
        if (now.lastError == ErrorKind::Tls)
            now.tls = info.tls.value_or(TlsRefusal::Handshake);
    }
    if (info.status != 0) {
        now.lag = info.lag;
        now.partner = info.partner.isEmpty() ? now.partner : info.partner;
    }
    if (now != std::exchange(m_connection, now))
        Q_EMIT connectionChanged(now);
}

} // namespace okoshko
