// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/JournalStore.h"

#include <QList>
#include <QObject>

#include <optional>

namespace okoshko {

class EventCatalogue;
class SaleJournal;
class SaleService;
class ServerClock;

/// Brings back to memory the paid orders of earlier days that are not printed, from this counter's journal: once their
/// event is known, unless it is over. An event that is over leaves the catalogue.
class UnprintedRecall final : public QObject
{
    Q_OBJECT
public:
    /// All references must outlive this.
    UnprintedRecall(SaleService &sales, EventCatalogue &events, SaleJournal &journal, const ServerClock &clock,
                    QObject *parent = nullptr);

    /// Reads the journal, as soon as it can be read; once.
    void begin();

private:
    void advance();

    SaleService &m_sales;
    EventCatalogue &m_events;
    SaleJournal &m_journal;
    const ServerClock &m_clock;
    bool m_isWanted = false;
    std::optional<QList<JournaledSale>> m_found; ///< nothing: not asked for
};

} // namespace okoshko
