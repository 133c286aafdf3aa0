// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/JournalStore.h"
#include "models/sale/OrderStateMachine.h"
#include "models/sale/Sale.h"
#include "models/sale/SaleContext.h"
#include "models/sale/SaleHistory.h"

#include <QList>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

QT_FORWARD_DECLARE_CLASS(QObject)

namespace okoshko {

/// Writes one sale to the journal: its state, its timeline, and changes that are not shown before they are durable.
/// Owned by SaleProcess, on its thread.
class SaleRecord
{
public:
    /// Changes being committed and not shown yet; included in every snapshot.
    struct Pending
    {
        std::optional<SaleGoal> goal{};
        std::optional<ConfirmedBy> confirmedBy{};
        std::optional<QString> system{};
        bool closed = false;
    };

    /// Both references must outlive this.
    SaleRecord(SaleContext &context, Sale &sale);

    /// The first \a entries of the timeline are in the journal already.
    void begin(qsizetype entries) { m_recorded = entries; }
    /// The journal may have lost entries: the next write contains the whole timeline.
    void distrust() { m_recorded = 0; }
    /// Adds to the timeline; written with the next write.
    void note(const HistoryEntry &entry) { m_sale.history << entry; }
    /// Adds the entry for the change from the current order to \a reported, whose status is \a to. \a ownRequest, \a
    /// by: see whatHappened().
    void noteChange(Order reported, OrderStatus to, OwnRequest ownRequest, Step by);
    enum class Cause { Unknown, OwnChange }; ///< of a changed sum
    /// Adds an entry if the price differs from that of \a before; not for an invitation that sets the price to 0, nor
    /// for an order whose price was never shown here.
    void noteSum(const Order &before, Cause cause);
    /// Adds entries for a change made by the cashier, which the order now shows, and follows it in the request.
    void noteChanged(OrderChange wanted, const Order &before);
    /// The order had the tickets of \a before: they may disappear one by one.
    void noteTickets(const Order &before) { m_maxTickets = std::max(m_maxTickets, before.tickets.size()); }
    /// The cashier says that the money is in the drawer, of an order that is being paid here.
    void noteMoneyTaken();
    /// Notes that a \a step of the cashier is not sent; keeps the fact that the money was taken.
    void noteUnsent(Step step);
    void keepUnsent(Step step); ///< same, and writes it now if the order is ours
    /// Inserts an entry that is in the journal already.
    void insert(const HistoryEntry &entry);
    /// Puts \a lines, which the journal has of the order, before the timeline of this run.
    void recall(const QList<HistoryEntry> &lines);
    /// Whether to report a failure of \a step: the first of a series without progress, and each of a step requested by
    /// the cashier.
    [[nodiscard]] bool isNews(Step step, const ApiError &error, bool isByPerson);
    void noteProgress()
    {
        m_lastFailed.reset();
        m_sale.failure.reset();
    }
    void noteRecorded() { m_isUnrecorded = false; } ///< an intent was written
    /// Restores the failure of a refused confirmation or cancellation from the timeline.
    void restoreFailure();
    [[nodiscard]] bool isWhole() const { return m_recorded == m_sale.history.size(); }

    /// The timeline entries not in the journal yet; the caller has to write them.
    [[nodiscard]] QList<JournalEntry> timeline();
    [[nodiscard]] JournaledSale snapshot() const;
    /// Writes timeline(), snapshot() and \a with; \a done is called once durable, while \a context exists.
    void keep(const QList<JournalEntry> &with = {}, QObject *context = nullptr, std::function<void()> done = {});
    /// Raises an issue; each kind once per sale, or once per \a intent. \a wanted: tickets; nothing = as requested.
    void raise(Issue::Kind kind, qint64 intent = 0, std::optional<qsizetype> wanted = std::nullopt);
    /// The server knows the order; returns whether it was marked as unknown. The issue may be raised again.
    bool noteKnown();
    /// The order is ours from now on, by a step or by money: raises what nobody has heard of.
    void becomeOurs();
    /// Raises and resolves issues after a reported change of status. \a ownRequest: whether it was asked for here.
    void raiseBy(Transition change, OwnRequest ownRequest);

    /// The pending changes are durable: shows them. Closing has an entry of its own.
    void apply();
    /// Drops the pending changes except closing.
    void withdraw() { pending = {.closed = pending.closed}; }

    Pending pending;

private:
    void raiseMoneyTaken(Transition change, OwnRequest ownRequest);

    SaleContext &m_context;
    Sale &m_sale;
    qsizetype m_recorded = 0;                               ///< entries of the timeline passed to the journal
    std::optional<std::pair<Step, ErrorKind>> m_lastFailed; ///< the current series of failures
    qsizetype m_maxTickets = 0;                             ///< maximum reported in this run
    bool m_isUnrecorded = false;                            ///< the last intent could not be written
};

} // namespace okoshko
