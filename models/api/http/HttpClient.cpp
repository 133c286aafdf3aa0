// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/http/HttpClient.h"

#include "models/api/http/HttpExchange.h"
#include "models/domain/Loopback.h"

#include <QNetworkProxy>

using namespace Qt::StringLiterals;

namespace okoshko {

HttpClient::HttpClient(Config config, ServerClock &clock, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_clock(clock)
    , m_network(makeNetwork())
{
    m_connection.server = m_config.server.authority();
}

HttpClient::~HttpClient()
{
    // Before the network goes, which their replies belong to.
    qDeleteAll(findChildren<HttpExchange *>(QString(), Qt::FindDirectChildrenOnly));
}

Call HttpClient::send(const HttpRequest &request, QObject *context, Then<HttpAnswer> then)
{
    Q_ASSERT(request.kind == HttpRequest::Kind::Read || !request.body.isEmpty()); // else it could be sent twice
    auto *exchange = new HttpExchange(*this, request, u"#%1"_s.arg(++m_lastRequest), context, std::move(then));
    exchange->start();
    return Call(exchange);
}

HttpClient::Network HttpClient::makeNetwork()
{
    auto *network = new QNetworkAccessManager(this);
    if (isLoopback(m_config.server.host()))
        network->setProxy(QNetworkProxy::NoProxy);
    // The last to let it go may be called by one of its replies.
    return {network, [](QNetworkAccessManager *last) { last->deleteLater(); }};
}

void HttpClient::replaceNetwork(const Network &stuck)
{
    if (m_network == stuck)
        m_network = makeNetwork();
}

void HttpClient::onExchangeEnded(const Result<HttpAnswer> &result, const Told &told)
{
    using Health = ConnectionState::Health;
    if (!result && result.error().kind == ErrorKind::UnsafeAddress)
        return;
    ConnectionState now = m_connection;
    now.lastError = result ? std::nullopt : std::optional(result.error().kind);
    now.tls.reset();
    if (told.status == 401 || told.status == 403) {
        now.health = Health::Refused;
    } else if (told.status != 0) {
        now.health = Health::Online;
        now.lastError.reset();
    } else {
        now.health = Health::Offline;
        if (now.lastError == ErrorKind::Tls)
            now.tls = told.tls.value_or(TlsRefusal::Handshake);
    }
    if (told.status != 0) {
        now.lag = told.lag;
        now.partner = told.partner.isEmpty() ? now.partner : told.partner;
    }
    if (now != std::exchange(m_connection, now))
        Q_EMIT connectionChanged(now);
}

} // namespace okoshko
