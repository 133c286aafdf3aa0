// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/TableFeed.h"

#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "models/api/v1/V1Api.h"
#include "models/sale/EventCatalogue.h"
#include "models/sale/SaleDesk.h"
#include "models/sale/Ticker.h"
#include "models/tables/OrderTableModel.h"

namespace okoshko {

/// The counter without its windows, put together: from the network to the order table, for one server and one key.
class Counter
{
public:
    Counter(const HttpClient::Config &config, const Format &format);

    ServerClock clock;
    HttpClient http;
    v1::V1Api api;
    SecondTicker ticker;
    SaleDesk desk;
    EventCatalogue catalogue;
    OrderTableModel orders;

    /// Reads what the server knows: events and orders.
    void readAll();

private:
    TableFeed m_feed;
};

} // namespace okoshko
