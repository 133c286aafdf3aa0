// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/matrix/Rig.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

constexpr int patience = 30000; // milliseconds, for a busy machine

HttpClient::Config configOf(const QUrl &server, const QByteArray &key, std::chrono::milliseconds timeout)
{
    HttpClient::Config config;
    config.server = server;
    config.key = key;
    config.timeout = timeout;
    return config;
}

} // namespace

Patience Rig::shortPatience()
{
    Patience patience;
    patience.pace.first = 40ms;
    patience.pace.slowest = 400ms;
    patience.mostConflicts = 4;
    patience.conflictPause = 30ms;
    patience.releasePause = 60ms;
    patience.looks = {30ms, 60ms, 120ms, 250ms, 400ms};
    return patience;
}

Rig::Rig(const QUrl &server, const QByteArray &key, const QString &folder)
    : http(configOf(server, key, 800ms), clock)
    , api(http)
    , journal(*Journal::open(folder + u"/journal.sqlite"_s, {}, u"tester"_s))
    , book(*journal, clock)
    , desk({api, clock, ticker, book}, shortPatience())
{
    QObject::connect(&beat, &QTimer::timeout, &ticker, &Ticker::second);
    beat.start(20ms);
}

Truth::Truth(const QUrl &server, const QByteArray &key)
    : m_server(server)
    , m_key(key)
    , m_http(configOf(server, key, 20s), m_clock)
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
    [&] { QTRY_VERIFY_WITH_TIMEOUT(found, patience); }();
    return *found;
}

Order Truth::make(const ReserveRequest &request)
{
    std::optional<Order> made;
    QObject context;
    m_api.reserve(request, &context, [&made](const Result<Order> &result) { made = result.value_or(Order()); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(made, patience); }();
    return *made;
}

QByteArray Truth::json(const OrderId &id)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_server.toString() + u"/v1/resources/orders/"_s + id.toString()));
    request.setRawHeader("Authorization", "key " + m_key);
    QNetworkReply *reply = network.get(request);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), patience); }();
    return reply->readAll();
}

void Truth::pay(const QUrl &page)
{
    QNetworkAccessManager network;
    QNetworkReply *reply = network.post(QNetworkRequest(QUrl(page.toString() + u"/pay"_s)), QByteArray());
    [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), patience); }();
}

} // namespace okoshko::test
