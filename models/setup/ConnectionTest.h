// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ServerClock.h"
#include "models/api/TicketingApi.h"
#include "models/api/http/HttpClient.h"
#include "models/setup/ConnectionReport.h"
#include "models/setup/KeylessProbe.h"

#include <QObject>

#include <functional>
#include <memory>

namespace okoshko {

/// Tests whether a counter can sell at a server with a key: reads the events and one page of orders; changes nothing.
/// First the server, and the vendor's other servers, are asked without key: the key is sent only to the tested server,
/// and only if it answers as the vendor's. Lives on one thread. Deleting it cancels the test without a signal.
class ConnectionTest final : public QObject
{
    Q_OBJECT
public:
    /// A generation of the vendor's protocol.
    struct Generation
    {
        KeylessQuestion keyless;
        /// Makes its adapter; the client outlives the adapter.
        std::function<std::unique_ptr<TicketingApi>(HttpClient &)> makeApi;
    };

    /// \a others: further servers that the key may belong to.
    ConnectionTest(const HttpClient::Config &config, const QList<QUrl> &others, const Generation &generation,
                   QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// Starts the test, once; ends with finished().
    void start();

Q_SIGNALS:
    void finished(const okoshko::ConnectionTestResult &outcome);

private:
    void onKeyless();
    void onEvents(const Result<EventListEnd> &end);
    void onOrders(const Result<OrderList> &orders);
    void fail(const ApiError &error);
    void finish(const tl::expected<ConnectionReport, ConnectionFailure> &result);
    [[nodiscard]] QList<KeylessAnswer> othersAnswers() const;

    ServerClock m_clock;
    HttpClient m_http;
    std::unique_ptr<TicketingApi> m_api;
    QList<KeylessProbe *> m_probes; ///< owned by this; the first asks the tested server
    bool m_isKeyUsed = false;
    bool m_isFinished = false;
    ConnectionReport m_report;
};

} // namespace okoshko
