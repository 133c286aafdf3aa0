// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QObject>
#include <QSet>

namespace okoshko {

class EventCatalogue;
class OrderTableModel;
class SaleJournal;
class SaleService;
class ServerClock;
class Ticker;

/// Carries what the desk and the catalogue tell into the order table, and the time with it. One way: nothing goes back.
class TableFeed final : public QObject
{
    Q_OBJECT
public:
    struct Sources ///< all must outlive the feed
    {
        SaleService &service;
        SaleJournal &journal;
        EventCatalogue &catalogue;
        ServerClock &clock;
        Ticker &ticker;
    };

    TableFeed(const Sources &sources, OrderTableModel &table, QObject *parent = nullptr);

private:
    void put(const OrderId &id);
    void putOf(const QSet<EventId> &events);
    void putUnsettled();

    Sources m_sources;
    OrderTableModel &m_table;
    QSet<OrderId> m_unsettled; ///< of which an issue is open
};

} // namespace okoshko
