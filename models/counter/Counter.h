// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ServerClock.h"
#include "models/api/TicketingApi.h"
#include "models/domain/Scheduler.h"
#include "models/print/PrintService.h"
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

/// The selling part of one account: events, sales, journal, the table of orders, and printing. It has no windows and no
/// network code (NetworkCounter); the pages use it. Lives on the main thread.
class Counter
{
public:
    /// All references must outlive this. \a store is open, or opens before it answers. \a seed: of the random pauses
    /// between retries.
    Counter(TicketingApi &api, ServerClock &clock, Scheduler &scheduler, Ticker &ticker, JournalStore &store,
            CatalogueStore &events, PrintQueue &queue, TicketDrawer &drawer, const Format &format,
            const SalePolicy &policy = {}, quint32 seed = QRandomGenerator::global()->generate());
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
    PrintQueue &printQueue;
    PrintService printing;

    /// Restores unfinished sales from the journal, and reads events and orders from the server.
    void start();
    void readAll();

private:
    void feedOrders();
    void putOrder(const OrderId &id);

    QSet<OrderId> m_withIssue; ///< orders with an open issue
};

} // namespace okoshko
