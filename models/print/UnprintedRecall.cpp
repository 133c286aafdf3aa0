// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/UnprintedRecall.h"

#include "models/api/ServerClock.h"
#include "models/sale/EventCatalogue.h"
#include "models/sale/SaleJournal.h"
#include "models/sale/SaleService.h"

#include <chrono>

namespace okoshko {

namespace {

/// How long before its event a ticket is sold.
constexpr std::chrono::hours longestAhead{24 * 366};

} // namespace

UnprintedRecall::UnprintedRecall(SaleService &sales, EventCatalogue &events, SaleJournal &journal,
                                 const ServerClock &clock, QObject *parent)
    : QObject(parent)
    , m_sales(sales)
    , m_events(events)
    , m_journal(journal)
    , m_clock(clock)
{
    connect(&sales, &SaleService::ready, this, &UnprintedRecall::advance);
    connect(&events, &EventCatalogue::changed, this, &UnprintedRecall::advance);
    connect(&events, &EventCatalogue::readingEnded, this, &UnprintedRecall::advance);
}

void UnprintedRecall::begin()
{
    m_isWanted = true;
    advance();
}

void UnprintedRecall::advance()
{
    if (!m_isWanted || !m_sales.isReady())
        return;
    if (!m_found) {
        m_found.emplace();
        return m_journal.readPrints({.paidSince = m_clock.now() - longestAhead}, this,
                                    [this](const Journaled<PrintRecord> &read) {
                                        if (!read) // asked again with the next reading of events
                                            return m_found.reset();
                                        m_found = read->unprinted;
                                        advance();
                                    });
    }
    const Instant now = m_clock.now();
    m_found->removeIf([this, now](const JournaledSale &kept) {
        const Event *event = m_events.find(kept.order.event);
        if (event && !event->isOver(now))
            m_sales.recall(kept);
        return event != nullptr;
    });
}

} // namespace okoshko
