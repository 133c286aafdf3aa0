// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "models/domain/Event.h"
#include "models/domain/Scheduler.h"
#include "models/print/OrganiserLegal.h"
#include "models/sale/Retry.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <chrono>
#include <functional>
#include <map>

namespace okoshko {

class EventCatalogue;
class SaleService;
class ServerClock;

/// What the tickets of an order are printed from, as the server has it: the order, its tickets, its event, and the
/// legal data of the event's organiser. Lives on the main thread.
class PrintData final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds freshFor{5}; ///< an order read a moment ago needs no further reading
    static constexpr std::chrono::seconds patience{4}; ///< of a person; then what is known is printed

    /// What a ticket has to carry and is not known.
    enum class Lack {
        None,
        Event, ///< title, start and venue
        Legal, ///< of the organiser (legalStateOf())
    };

    /// All references must outlive this.
    PrintData(SaleService &sales, EventCatalogue &events, SaleJournal &journal, TicketingApi &api,
              const ServerClock &clock, Scheduler &scheduler);

    /// Reads the order, then its tickets if one of them has no barcode yet, and its event if it is not known: ended()
    /// follows, after `patience` at the latest. Without effect while they are read, and where nothing can be read.
    void read(const OrderId &order);
    /// The same after those that wait for their turn: many orders do not hold what the cashier asks for.
    void readInTurn(const OrderId &order);
    /// Calls \a then once the order is read, while \a context exists: at once if it was read within freshFor, or
    /// nothing can be read.
    void whenCurrent(const OrderId &order, QObject *context, const std::function<void()> &then);
    /// How many of \a tickets were refunded: the order has them no more.
    [[nodiscard]] int refundedOf(const OrderId &order, const QList<TicketId> &tickets) const;

    /// Of the catalogue, or as it was when it was wanted: an event that is over leaves the catalogue. Null if it is not
    /// known; valid until the next event of the event loop.
    [[nodiscard]] const Event *knownEvent(const EventId &id) const;
    [[nodiscard]] LegalState legalStateOf(const EventId &event) const;
    /// The legal data of \a event's organiser as far as known; \a event may be null.
    [[nodiscard]] Legal legalOf(const Event *event) const { return event ? m_legal.of(*event) : Legal(); }
    [[nodiscard]] Lack lackOf(const EventId &event) const;
    /// What is lacking is being asked for, or will be again.
    [[nodiscard]] bool isLackAsked(const EventId &event) const;
    /// Asks for the event and its organiser's data as far as they are not known; changed() follows. A failed question
    /// is asked again after a pause.
    void want(const EventId &event);
    /// Without legal data nothing is lacking: valid until the program ends.
    void allowWithoutLegal(const EventId &event);
    /// The organisers' data, as the journal keeps them.
    [[nodiscard]] OrganiserLegal &legal() { return m_legal; }

Q_SIGNALS:
    /// read() has ended: with the answers, or without.
    void ended(const okoshko::OrderId &order);
    /// An event, or the legal data of an organiser, or whether they are asked for.
    void changed();

private:
    struct Reading
    {
        explicit Reading(Scheduler &scheduler)
            : patience(scheduler)
        {
        }

        Timer patience; ///< runs while it is read
        bool isOrderRead = false;
        bool areTicketsRead = false;
    };

    struct Asked ///< an event that the catalogue does not have
    {
        explicit Asked(Scheduler &scheduler)
            : again(scheduler)
        {
        }

        Call call;
        Retry again;
    };

    [[nodiscard]] bool isReading(const OrderId &order) const;
    [[nodiscard]] bool isFresh(const OrderId &order) const;
    void askEvent(const EventId &id);
    [[nodiscard]] bool isComplete(const OrderId &order, const Reading &reading) const;
    void advance(const OrderId &order, bool areTicketsRead);
    void endComplete();
    void readNext();

    SaleService &m_sales;
    EventCatalogue &m_events;
    TicketingApi &m_api;
    const ServerClock &m_clock;
    Scheduler &m_scheduler;
    std::map<OrderId, Reading> m_readings;
    QList<OrderId> m_inTurn; ///< the first one is being read
    OrganiserLegal m_legal;
    QSet<EventId> m_allowed;
    QHash<EventId, Event> m_known; ///< those that were wanted
    std::map<EventId, Asked> m_asked;
};

} // namespace okoshko
