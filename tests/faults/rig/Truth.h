// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "models/api/v1/V1Api.h"

namespace okoshko::test {

/// What the server itself says, asked over a line on which nothing happens. Where it does not answer, the test ends.
/// Lives on any thread.
class Truth final
{
public:
    Truth(const QUrl &server, const QByteArray &key);

    [[nodiscard]] QList<Order> orders();
    [[nodiscard]] Order make(const ReserveRequest &request);
    /// The JSON of an order.
    [[nodiscard]] QByteArray json(const OrderId &id);
    /// The buyer pays at the page.
    void pay(const QUrl &page);

private:
    QUrl m_server;
    QByteArray m_key;
    ServerClock m_clock;
    HttpClient m_http;
    v1::V1Api m_api;
};

} // namespace okoshko::test
