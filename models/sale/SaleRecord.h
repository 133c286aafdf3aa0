// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/JournalStore.h"
#include "models/sale/OrderStateMachine.h"
#include "models/sale/Sale.h"
#include "models/sale/SaleContext.h"

#include <QList>

#include <functional>
#include <optional>
#include <utility>

QT_FORWARD_DECLARE_CLASS(QObject)

namespace okoshko {

/// What the journal gets to know of one sale: how it stands, its timeline, and what is being committed and not shown
/// yet. Lives on the thread of the rules of selling.
class SaleRecord
{
public:
    /// What is being committed and not shown yet; every snapshot that is written meanwhile has it.
    struct Pending
    {
        std::optional<SaleGoal> goal{};
        std::optional<ConfirmedBy> confirmedBy{};
        std::optional<QString> system{};
        bool closed = false;
    };

    /// Both must outlive this.
    SaleRecord(SaleContext &context, Sale &sale);

    /// The first \a entries of the timeline are in the journal already.
    void begin(qsizetype entries) { m_recorded = entries; }
    /// The journal may have lost any of it: the next write has all of it once more.
    void distrust() { m_recorded = 0; }
    /// Adds to the timeline; the entry goes to the journal with the next write.
    void note(const HistoryEntry &entry) { m_sale.history << entry; }
    /// Notes what the step from the order as it stands to \a told means, whose state is \a to. \a deed, \a by: see
    /// whatHappened().
    void noteChange(Order told, OrderStatus to, Deed deed, Step by);
    /// Notes that the order costs something else than \a before, as it stood then. That an invitation takes the price
    /// off is no news, and neither is what an order costs whose buyer was told nothing here.
    void noteSum(const Order &before);
    /// A \a step of the cashier's is not sent after all. Money that she has in the drawer is not forgotten.
    void noteUnsent(Step step);
    void keepUnsent(Step step); ///< the same, and it goes to the journal now where the order is ours
    /// Adds what is in the journal already, in its place among what is.
    void insert(const HistoryEntry &entry);
    /// What a failure of \a step is to the cashier: of a series of the same one without progress the first is news, and
    /// each that she asked for.
    [[nodiscard]] bool isNews(Step step, const ApiError &error, bool isByPerson);
    void noteProgress()
    {
        m_lastFailed.reset();
        m_sale.failure.reset();
    }
    void noteRecorded() { m_isUnrecorded = false; } ///< the journal has taken an intent
    /// She was told that the server had refused what she did with the money, or to give the seats back: that goes on.
    void restoreFailure();
    [[nodiscard]] bool isWhole() const { return m_recorded == m_sale.history.size(); }

    /// What is not in the journal yet of the timeline. Whoever asks writes it.
    [[nodiscard]] QList<JournalEntry> timeline();
    [[nodiscard]] JournaledSale snapshot() const;
    /// Writes timeline() and snapshot(), and \a with; \a done, if any, once that is durable, while \a context lives.
    void keep(const QList<JournalEntry> &with = {}, QObject *context = nullptr, std::function<void()> done = {});
    /// Raises an issue, each kind once a sale but for those about one \a intent. \a wanted: tickets, as asked for where
    /// nothing is given.
    void raise(Issue::Kind kind, qint64 intent = 0, std::optional<qsizetype> wanted = std::nullopt);
    /// The server knows it; true where it was said that it does not. It may be forgotten once more.
    bool noteKnown();
    /// Raises and resolves what the state that the server has just told means, \a before being the one before it.
    void raiseBy(const Order &before, Transition change);

    /// What was being committed is durable, and shown from now on; closing has an entry of its own.
    void apply();
    /// It is not wanted any more.
    void withdraw() { pending = {.closed = pending.closed}; }

    Pending pending;

private:
    SaleContext &m_context;
    Sale &m_sale;
    qsizetype m_recorded = 0;                               ///< entries of the timeline that were given to the journal
    std::optional<std::pair<Step, ErrorKind>> m_lastFailed; ///< of a series without progress
    qsizetype m_maxTickets = 0;                             ///< that were told of the order, while the program runs
    bool m_isUnrecorded = false;                            ///< the last intent was not taken by the journal
};

} // namespace okoshko
