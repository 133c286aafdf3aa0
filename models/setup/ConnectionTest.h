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

/// Tries whether a counter could sell at a server with a key: reads the events and a page of orders, and changes
/// nothing. Before that the server is asked without the key, and so are the vendor's other servers: the key goes to the
/// tested one alone, and only when it has answered as the vendor. Deleting it breaks it off without a word. Lives on
/// the thread of its user.
class ConnectionTest final : public QObject
{
    Q_OBJECT
public:
    /// One of the vendor's protocols.
    struct Generation
    {
        KeylessQuestion keyless;
        /// Makes the adapter that speaks it; it may use the client as long as it lives.
        std::function<std::unique_ptr<TicketingApi>(HttpClient &)> makeApi;
    };

    /// \a others: the servers that might be meant instead of that of \a config.
    ConnectionTest(const HttpClient::Config &config, const QList<QUrl> &others, const Generation &generation,
                   QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// Once; answered by finished(), later.
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
