// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/Call.h"
#include "models/api/Result.h"
#include "models/domain/Order.h"
#include "models/domain/Ticket.h"
#include "models/journal/JournalEntries.h"
#include "models/sale/Patience.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>

namespace okoshko {

class SaleBook;
class ServerClock;
class TicketingApi;

/// Looks for the order that a reservation made whose answer was lost; it is never simply sent again.
///
/// An order may be it if it is of the same event, was made since the intent, is unknown to the journal, is untouched,
/// and holds what was asked for. It is it for certain if it holds the very seats that were asked for, or if it is the
/// only one and nobody else has made orders of this event lately with the same key; else the cashier decides. Where
/// several are looked for only to be released, it need not be told which of them is which.
///
/// It looks several times, for a slow server may act after we have given up waiting, and while the server cannot be
/// asked it goes on trying. Ends in exactly one of found(), unclear() and nowhere().
class LostReservation final : public QObject
{
    Q_OBJECT
public:
    struct Places ///< all must outlive this
    {
        TicketingApi &api;
        const ServerClock &clock;
        const SaleBook &book;
        const Patience &patience;
    };

    /// Others that are looked for at this moment, all of them and this one only to be released.
    using Companions = std::function<QList<const LostReservation *>()>;

    /// \a firstPause: no look before it has passed (`Retry-After`).
    LostReservation(const Places &places, const Intent &intent, std::chrono::milliseconds firstPause,
                    QObject *parent = nullptr);

    void setCompanions(const Companions &companions) { m_companions = companions; }

    /// Looks when it is time to.
    void onSecond();
    /// A reservation of ours is under way: what is found now could be that one. The look waits.
    void standBack();

Q_SIGNALS:
    void found(const okoshko::Order &order);
    void unclear(const QList<okoshko::Order> &perhaps);
    /// Nothing was made, as far as the server tells.
    void nowhere();
    /// The server could not be asked for a good while; told once.
    void unanswered(const okoshko::ApiError &error);

private:
    void look();
    void onOrders(const Result<QList<Order>> &orders);
    void sift(const QList<Order> &orders);
    void compareTickets();
    void onTickets(const Order &order, const QList<Ticket> &tickets);
    void judge();
    void lookAgain();
    void failed(const ApiError &error);
    [[nodiscard]] bool mayBe(const Order &order) const;
    void noteOther(const Order &order);
    [[nodiscard]] QList<const LostReservation *> companions() const;

    Places m_places;
    Intent m_intent;
    Call m_call;
    std::optional<Instant> m_lookAt;
    int m_looks = 0;
    int m_failed = 0;
    QList<Order> m_toCompare;
    QList<Order> m_perhaps;
    Companions m_companions;
    int m_ofCompanions = 0; ///< orders that are not this one, but may be another that is looked for
    bool m_hasNeighbours = false;
};

} // namespace okoshko
