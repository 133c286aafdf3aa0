// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/TableFeed.h"

#include "models/api/EventLoopScheduler.h"
#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "models/api/v1/V1Api.h"
#include "models/catalogue/CatalogueThread.h"
#include "models/journal/JournalStore.h"
#include "models/sale/ConnectionMonitor.h"
#include "models/sale/Countdown.h"
#include "models/sale/EventCatalogue.h"
#include "models/sale/Recovery.h"
#include "models/sale/SaleJournal.h"
#include "models/sale/SaleService.h"
#include "models/tables/OrderTableModel.h"

#include <memory>

namespace okoshko {

/// The counter without its windows, put together: from the network to the order table, for one server and one key.
class Counter
{
public:
    /// \a store is open, or opens before it answers. \a monotonic: a test's clock; empty = the computer's. \a copy:
    /// where the events are kept for the next start; nowhere without one.
    Counter(const HttpClient::Config &config, std::unique_ptr<JournalStore> store, const Format &format,
            const SalePolicy &policy = {}, const ServerClock::Monotonic &monotonic = {},
            const CatalogueThread::Location &copy = {});

    /// What waits to be written is handed to the journal's thread, which ends with it, within five seconds.
    ~Counter();

    ServerClock clock;
    EventLoopScheduler scheduler;
    HttpClient http;
    v1::V1Api api;
    SecondTicker ticker;
    std::unique_ptr<JournalStore> store;
    SaleJournal saleJournal;
    SaleService service;
    CatalogueThread knownEvents;
    EventCatalogue catalogue;
    ConnectionMonitor monitor;
    Recovery recovery;
    OrderTableModel orders;

    /// Takes up what an earlier life left, and reads what the server knows: events and orders.
    void start();
    void readAll();

private:
    TableFeed m_feed;
};

} // namespace okoshko
