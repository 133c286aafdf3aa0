// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TableFeed.h"

#include "models/api/ServerClock.h"
#include "models/sale/Countdown.h"
#include "models/sale/EventCatalogue.h"
#include "models/sale/SaleJournal.h"
#include "models/sale/SaleService.h"
#include "models/tables/OrderTableModel.h"

#include <utility>

namespace okoshko {

TableFeed::TableFeed(const Sources &sources, OrderTableModel &table, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_table(table)
{
    connect(&sources.service, &SaleService::saleAdded, this, &TableFeed::put);
    connect(&sources.service, &SaleService::saleChanged, this, &TableFeed::put);
    connect(&sources.service, &SaleService::saleForgotten, this, [this](const OrderId &id) { m_table.remove(id); });
    connect(&sources.journal, &SaleJournal::issuesChanged, this, &TableFeed::putUnsettled);
    connect(&sources.catalogue, &EventCatalogue::changed, this, &TableFeed::putOf);
    connect(&sources.ticker, &Ticker::second, this, [this] { m_table.setNow(m_sources.clock.now()); });
    m_table.setNow(m_sources.clock.now());
}

void TableFeed::put(const OrderId &id)
{
    if (const Sale *sale = m_sources.service.sale(id))
        m_table.put(OrderRow::of(*sale, m_sources.catalogue.event(sale->order.event),
                                 remarkOf(*sale, m_sources.journal.issues())));
}

void TableFeed::putUnsettled()
{
    QSet<OrderId> unsettled;
    for (const Issue &issue : m_sources.journal.issues())
        unsettled << issue.order;
    const QSet<OrderId> before = std::exchange(m_unsettled, unsettled);
    for (const OrderId &id : unsettled + before)
        put(id);
}

void TableFeed::putOf(const QSet<EventId> &events)
{
    for (const Sale *sale : m_sources.service.sales()) {
        if (events.contains(sale->order.event))
            put(sale->order.id);
    }
}

} // namespace okoshko
