// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ServerClock.h"
#include "models/api/TicketingApi.h"
#include "models/domain/Scheduler.h"
#include "models/sale/ConnectionMonitor.h"
#include "models/sale/Countdown.h"
#include "models/sale/EventCatalogue.h"
#include "models/sale/Recovery.h"
#include "models/sale/SaleJournal.h"
#include "models/sale/SaleService.h"
#include "models/tables/OrderTableModel.h"

#include <QObject>
#include <QSet>

namespace okoshko {

/// What sells tickets for one account: events, sales, journal and the table of orders, without a window, and without
/// knowing how the server is reached (NetworkCounter). Pages are handed this. Lives on the main thread.
class Counter
{
public:
    /// All must outlive this. \a store is open, or opens before it answers. \a seed is of the sales' chance: pauses
    /// between tries.
    Counter(TicketingApi &api, ServerClock &clock, Scheduler &scheduler, Ticker &ticker, JournalStore &store,
            CatalogueStore &events, const Format &format, const SalePolicy &policy = {},
            quint32 seed = QRandomGenerator::global()->generate());
    Q_DISABLE_COPY_MOVE(Counter)

    TicketingApi &api;
    ServerClock &clock;
    Scheduler &scheduler;
    Ticker &ticker;
    SaleJournal saleJournal;
    SaleService service;
    EventCatalogue catalogue;
    ConnectionMonitor monitor;
    Recovery recovery;
    OrderTableModel orders;

    /// Takes up what an earlier life left, and reads what the server has: events and orders.
    void start();
    void readAll();

private:
    void feedOrders();
    void putOrder(const OrderId &id);

    QSet<OrderId> m_unsettled; ///< of which an issue is open
};

} // namespace okoshko
