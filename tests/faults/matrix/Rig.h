// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "models/api/v1/V1Api.h"
#include "models/sale/SaleBook.h"
#include "models/sale/SaleDesk.h"
#include "models/sale/Ticker.h"

#include <QTimer>

#include <memory>

namespace okoshko::test {

/// A counter without windows over real sockets, with a real journal, whose waits are shortened some fifty times.
struct Rig
{
    Rig(const QUrl &server, const QByteArray &key, const QString &folder);

    [[nodiscard]] static Patience shortPatience();

    ServerClock clock;
    HttpClient http;
    v1::V1Api api;
    Ticker ticker;
    QTimer beat; ///< makes the ticker's seconds
    std::unique_ptr<Journal> journal;
    SaleBook book;
    SaleDesk desk;
};

/// What the server itself says, asked over a line on which nothing happens.
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
