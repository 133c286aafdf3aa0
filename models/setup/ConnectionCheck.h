// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ServerClock.h"
#include "models/api/TicketingApi.h"
#include "models/api/http/HttpClient.h"
#include "models/setup/ConnectionReport.h"

#include <QObject>

#include <functional>
#include <memory>

namespace okoshko {

class PlainProbe;

/// Tries whether a counter could sell at a server with a key: reads the events and a page of orders, and changes
/// nothing. Deleting it breaks it off without a word. Lives on the thread of its user.
class ConnectionCheck final : public QObject
{
    Q_OBJECT
public:
    /// Makes the adapter that speaks the server's generation; it may use the client as long as it lives.
    using MakeApi = std::function<std::unique_ptr<TicketingApi>(HttpClient &)>;

    ConnectionCheck(const HttpClient::Config &config, const MakeApi &makeApi, QObject *parent = nullptr);
    ~ConnectionCheck() override;

    /// Once; answered by finished(), later.
    void start();

Q_SIGNALS:
    void finished(const okoshko::ConnectionOutcome &outcome);

private:
    void onEvents(const Result<QList<Event>> &events);
    void onOrders(const Result<OrderList> &orders);
    void fail(const ApiError &error);

    QUrl m_server;
    ServerClock m_clock;
    HttpClient m_http;
    std::unique_ptr<TicketingApi> m_api;
    PlainProbe *m_probe; ///< owned by this
    ConnectionReport m_report;
};

} // namespace okoshko
