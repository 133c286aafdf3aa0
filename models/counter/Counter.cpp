// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/counter/Counter.h"

#include <utility>

namespace okoshko {

Counter::Counter(TicketingApi &itsApi, ServerClock &itsClock, Scheduler &itsScheduler, Ticker &itsTicker,
                 JournalStore &store, CatalogueStore &events, PrintQueue &queue, TicketDrawer &drawer,
                 const Format &format, const SalePolicy &policy, quint32 seed)
    : api(itsApi)
    , clock(itsClock)
    , scheduler(itsScheduler)
    , ticker(itsTicker)
    , saleJournal(store, clock, scheduler)
    , service(api, clock, scheduler, saleJournal, policy, seed)
    , catalogue(api, events, clock, scheduler)
    , monitor(service, catalogue, clock, scheduler)
    , recovery(service)
    , orders(format)
    , printQueue(queue)
    , printing(queue, drawer, service, catalogue, saleJournal, api, clock, scheduler)
{
    QObject::connect(&ticker, &Ticker::slept, &monitor, &ConnectionMonitor::tryNow);
    service.keepWhile([this](const OrderId &id) { return printing.isNeeded(id); });
    feedOrders();
}

void Counter::start()
{
    catalogue.open();
    service.start();
    readAll();
}

void Counter::readAll()
{
    catalogue.refresh();
    service.loadOrders();
}

void Counter::feedOrders()
{
    const auto put = [this](const OrderId &id) { putOrder(id); };
    QObject::connect(&service, &SaleService::saleAdded, &orders, put);
    QObject::connect(&service, &SaleService::saleChanged, &orders, put);
    QObject::connect(&service, &SaleService::saleForgotten, &orders, [this](const OrderId &id) { orders.remove(id); });
    QObject::connect(&printing, &PrintService::orderChanged, &orders, put);
    QObject::connect(&saleJournal, &SaleJournal::issuesChanged, &orders, [this] {
        QSet<OrderId> withIssue;
        for (const Issue &issue : saleJournal.issues())
            withIssue << issue.order;
        const QSet<OrderId> before = std::exchange(m_withIssue, withIssue);
        for (const OrderId &id : withIssue + before)
            putOrder(id);
    });
    QObject::connect(&catalogue, &EventCatalogue::changed, &orders, [this](const QSet<EventId> &changed) {
        for (const Sale *sale : service.sales()) {
            if (changed.contains(sale->order.event))
                putOrder(sale->order.id);
        }
    });
    QObject::connect(&ticker, &Ticker::second, &orders, [this] { orders.setNow(clock.now()); });
    orders.setNow(clock.now());
}

void Counter::putOrder(const OrderId &id)
{
    if (const Sale *sale = service.sale(id)) {
        OrderRow row = OrderRow::of(*sale, catalogue.find(sale->order.event), remarkOf(*sale, saleJournal.issues()));
        row.print = printing.listedStateOf(id);
        orders.put(row);
    }
}

} // namespace okoshko
