// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/domain/Order.h"

#include <QHash>

#include <vector>

namespace okoshko::sim {

/// Events, and who has which of their tickets. One stock for all counters.
class SimStock
{
public:
    /// Nobody, and somebody who is no order of this key: another seller.
    static constexpr int nobody = -1;
    static constexpr int elsewhere = -2;

    EventId addEvent(const QString &title, Instant start);
    /// \a amount tickets; of a numbered set in rows of ten.
    SetId addSet(const EventId &event, const QString &name, Money face, Money fee, int amount,
                 TicketSet::Seating seating);
    /// Closed: may not be sold any more, and events() does not have it.
    void setSale(const EventId &event, Event::Sale sale);

    /// By start.
    [[nodiscard]] QList<Event> events() const;
    [[nodiscard]] QList<HallSeat> seats(const EventId &event) const;
    [[nodiscard]] bool isOpen(const EventId &event) const;
    [[nodiscard]] bool hasSet(const EventId &event, const SetId &set) const;
    [[nodiscard]] bool hasTicket(const EventId &event, const TicketId &ticket) const;
    [[nodiscard]] int vacant(const SetId &set) const;
    /// Of a ticket.
    [[nodiscard]] const TicketSet &setOf(const TicketId &ticket) const;
    [[nodiscard]] RuleId ruleOf(const SetId &set) const;
    /// As `GET …/orders/:id/tickets` tells it, without the barcode.
    [[nodiscard]] Ticket ticket(const TicketId &id) const;
    [[nodiscard]] QString barcode(const TicketId &id) const;

    /// The first \a count vacant tickets of \a set, or as many as there are; now reserved for \a holder.
    QList<TicketId> take(const SetId &set, int count, int holder);
    /// Those of \a tickets that were vacant; now reserved for \a holder.
    QList<TicketId> take(const QList<TicketId> &tickets, int holder);
    void sell(const QList<TicketId> &tickets, int holder);
    /// Those of \a tickets that \a holder has are vacant again.
    void release(const QList<TicketId> &tickets, int holder);
    void releaseAll();

    /// The order, by its ordinal, that has \a ticket; or nobody, or elsewhere.
    [[nodiscard]] int holder(const TicketId &ticket) const;
    [[nodiscard]] SeatStatus status(const TicketId &ticket) const;

private:
    struct Place
    {
        Ticket ticket;
        size_t set = 0;
        SeatStatus status = SeatStatus::Vacant;
        int holder = nobody;
    };
    struct Set
    {
        TicketSet set; ///< `vacant` is kept up to date
        size_t event = 0;
        size_t firstPlace = 0;
        size_t places = 0;
    };

    void give(Place &place, SeatStatus status, int holder);

    std::vector<Event> m_events;
    std::vector<Set> m_sets;
    std::vector<Place> m_places;
    QHash<EventId, size_t> m_eventIndex;
    QHash<SetId, size_t> m_setIndex;
    QHash<TicketId, size_t> m_placeIndex;
};

} // namespace okoshko::sim
