// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/http/ProxyLookup.h"

#include "models/api/http/HttpErrors.h"

#include <QLoggingCategory>
#include <QNetworkProxyFactory>

#include <algorithm>
#include <thread>

namespace okoshko {

namespace {

/// The application's proxy if one is set, else the system's.
///
/// Not QNetworkProxyFactory::proxyForQuery(): with an application factory it holds a lock during the call, and each new
/// socket of the main thread waits for that lock.
QList<QNetworkProxy> askSystem(const QUrl &server)
{
    const QNetworkProxy own = QNetworkProxy::applicationProxy();
    if (own.type() != QNetworkProxy::NoProxy && own.type() != QNetworkProxy::DefaultProxy)
        return {own};
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(server));
}

/// The first proxy that allows tunnelling, as QNetworkAccessManager chooses.
QNetworkProxy firstUsable(const QList<QNetworkProxy> &proxies)
{
    const auto usable = std::find_if(proxies.cbegin(), proxies.cend(), [](const QNetworkProxy &proxy) {
        return proxy.type() != QNetworkProxy::DefaultProxy && proxy.isTransparentProxy();
    });
    return usable == proxies.cend() ? QNetworkProxy(QNetworkProxy::NoProxy) : *usable;
}

} // namespace

ProxyLookup::ProxyLookup(const QUrl &server, Find find, Monotonic monotonic, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_find(find ? std::move(find) : askSystem)
    , m_monotonic(std::move(monotonic))
    , m_mailbox([this](const Answer &answer) { onAnswer(answer); })
{
}

std::optional<QNetworkProxy> ProxyLookup::proxy()
{
    const bool isFresh = m_proxy && m_monotonic() - m_answeredAt < lifetime;
    if (!isFresh)
        ask();
    return m_proxy;
}

void ProxyLookup::noteNetworkChange()
{
    ++m_network;
    m_proxy.reset();
}

void ProxyLookup::ask()
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    // Detached: the thread owns all that it uses, and nobody waits for it.
    std::thread([find = m_find, server = m_server, network = m_network, slot = m_mailbox.slot()] {
        slot.put({network, find(server)});
    }).detach();
}

void ProxyLookup::onAnswer(const Answer &answer)
{
    m_isAsking = false;
    if (answer.network != m_network)
        return ask();
    const QNetworkProxy proxy = firstUsable(answer.proxies);
    if (proxy != m_proxy)
        qCInfo(httpLog).noquote() << "proxy for" << m_server.host() << "is" << proxy.type() << proxy.hostName()
                                  << proxy.port();
    m_proxy = proxy;
    m_answeredAt = m_monotonic();
    Q_EMIT answered();
}

} // namespace okoshko
