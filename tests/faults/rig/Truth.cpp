// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/rig/Truth.h"

#include "tests/faults/rig/Await.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

HttpClient::Config configOf(const QUrl &server, const QByteArray &key)
{
    HttpClient::Config config;
    config.server = server;
    config.key = key;
    config.timeout = 20s;
    return config;
}

void answered(const std::function<bool()> &isThere)
{
    if (await(isThere) == Came::No)
        qFatal("the server does not tell the truth");
}

} // namespace

Truth::Truth(const QUrl &server, const QByteArray &key)
    : m_server(server)
    , m_key(key)
    , m_http(configOf(server, key), m_clock)
    , m_api(m_http)
{
}

QList<Order> Truth::orders()
{
    std::optional<QList<Order>> found;
    QObject context;
    OrderQuery query;
    query.limit = 100000;
    m_api.orders(query, &context,
                 [&found](const Result<QList<Order>> &result) { found = result.value_or(QList<Order>()); });
    answered([&] { return found.has_value(); });
    return *found;
}

Order Truth::make(const ReserveRequest &request)
{
    std::optional<Order> made;
    QObject context;
    m_api.reserve(request, &context, [&made](const Result<Order> &result) { made = result.value_or(Order()); });
    answered([&] { return made.has_value(); });
    return *made;
}

QByteArray Truth::json(const OrderId &id)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_server.toString() + u"/v1/resources/orders/"_s + id.toString()));
    request.setRawHeader("Authorization", "key " + m_key);
    QNetworkReply *reply = network.get(request);
    answered([&] { return reply->isFinished(); });
    return reply->readAll();
}

void Truth::pay(const QUrl &page)
{
    QNetworkAccessManager network;
    QNetworkReply *reply = network.post(QNetworkRequest(QUrl(page.toString() + u"/pay"_s)), QByteArray());
    answered([&] { return reply->isFinished(); });
}

} // namespace okoshko::test
