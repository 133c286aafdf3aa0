// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "models/sale/Refusal.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

namespace okoshko {

class SaleService;

/// What a cashier wants of the tickets of a held order. A value; \a own are the tickets of the order (Sale::tickets).
/// It says what the order is to have, not what is to be added: requested again, it adds nothing to what the first
/// request brought.
struct TicketPlan
{
    QSet<TicketId> givenBack;
    QHash<SetId, int> wanted; ///< of a set, if more than the own tickets that stay

    /// How many of \a set the order is to have.
    [[nodiscard]] int count(const QList<Ticket> &own, const SetId &set) const;
    /// What is missing of it.
    [[nodiscard]] QList<WantedTickets> more(const QList<Ticket> &own) const;
    /// Gives \a ticket back, or keeps it; with it one ticket less is wanted, or one more.
    void setKept(const Ticket &ticket, bool isKept);
    /// Gives the last tickets back, or takes back what was given back before more are wanted.
    void setCount(const QList<Ticket> &own, const SetId &set, int count);
    [[nodiscard]] int totalCount(const QList<Ticket> &own) const;
    [[nodiscard]] QList<TicketId> kept(const QList<Ticket> &own) const;
    /// All that the order is to have, by set.
    [[nodiscard]] QList<WantedTickets> all(const QList<Ticket> &own) const;
    [[nodiscard]] bool changes(const QList<Ticket> &own) const;

    friend bool operator==(const TicketPlan &, const TicketPlan &) = default;
};

/// Carries a TicketPlan out: picks further numbered seats from those that are vacant now, and passes the whole desired
/// state to SaleService::change(). One at a time.
class TicketChange final : public QObject
{
    Q_OBJECT
public:
    /// The references must outlive this.
    TicketChange(TicketingApi &api, SaleService &service, QObject *parent = nullptr);

    /// Ends with passed(), notPicked() or nothingMore(). All tickets of the order \a id are known. \a event: its event,
    /// nullptr if unknown. Ignored while seats are picked.
    void begin(const OrderId &id, const TicketPlan &plan, const Event *event);
    void stop(); ///< nothing is changed, unless it was passed on
    [[nodiscard]] bool isPicking() const { return m_call.isPending(); }

Q_SIGNALS:
    void passed(okoshko::Refusal refusal); ///< the answer of SaleService::change()
    void notPicked(const okoshko::ApiError &error);
    void nothingMore(); ///< no further ticket is listed as vacant, and none is given back: nothing was requested

private:
    void onPicked(const OrderId &id, const TicketPlan &plan, const SeatChoice &choice);

    TicketingApi &m_api;
    SaleService &m_service;
    Call m_call;
};

} // namespace okoshko
