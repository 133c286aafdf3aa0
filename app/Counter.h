// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/TableFeed.h"

#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "models/api/v1/V1Api.h"
#include "models/journal/Journal.h"
#include "models/sale/EventCatalogue.h"
#include "models/sale/LineWatch.h"
#include "models/sale/Recovery.h"
#include "models/sale/SaleBook.h"
#include "models/sale/SaleDesk.h"
#include "models/sale/Ticker.h"
#include "models/tables/OrderTableModel.h"

#include <memory>

namespace okoshko {

/// The counter without its windows, put together: from the network to the order table, for one server and one key.
class Counter
{
public:
    Counter(const HttpClient::Config &config, std::unique_ptr<Journal> journal, const Format &format,
            const Patience &patience = {});

    ServerClock clock;
    HttpClient http;
    v1::V1Api api;
    SecondTicker ticker;
    std::unique_ptr<Journal> journal;
    SaleBook book;
    SaleDesk desk;
    EventCatalogue catalogue;
    LineWatch line;
    Recovery recovery;
    OrderTableModel orders;

    /// Takes up what an earlier life left, and reads what the server knows: events and orders.
    void start();
    void readAll();

private:
    TableFeed m_feed;
};

} // namespace okoshko
