// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "models/sale/OpenChanges.h"
#include "models/sale/OrderStateMachine.h"
#include "models/sale/Refusal.h"
#include "models/sale/ReleaseSchedule.h"
#include "models/sale/Sale.h"
#include "models/sale/SaleContext.h"
#include "models/sale/SalePolling.h"
#include "models/sale/SaleRecord.h"
#include "models/sale/StepRunner.h"

#include <QObject>

#include <utility>

namespace okoshko {

/// One order: its last reported state, this counter's goal, and the running step.
///
/// The cashier's steps are run by StepRunner. This counter's own decisions are durable in the journal before they are
/// sent or shown. Reported orders come in through learn() only. Errors are signals with ApiError. Owned by SaleService,
/// on its thread.
class SaleProcess final : public QObject
{
    Q_OBJECT
public:
    /// \a asked: the number of the question answered with this order; 0 for an order of the journal.
    SaleProcess(SaleContext &context, Sale sale, quint64 asked, QObject *parent);
    ~SaleProcess() override = default;

    [[nodiscard]] const Sale &sale() const { return m_sale; }
    /// Changes whose effect is unknown.
    [[nodiscard]] QList<Intent> openIntents() const { return m_open.intents(); }
    /// No answer is awaited, and all entries passed to the journal are durable.
    [[nodiscard]] bool isIdle() const;

    /// Starts polling, and the release if the sale was given up.
    void begin();
    /// Restores a sale of an earlier run: reads it; \a open: its unanswered intents.
    void restore(const QList<Intent> &open);

    [[nodiscard]] Refusal pay(const PaymentChoice &choice, PaymentSystem::Confirmation confirmation, PaymentStart start)
    {
        return m_steps.ask(
            {.step = Step::StartPayment, .choice = choice, .confirmation = confirmation, .start = start});
    }
    /// A confirmation whose answer was lost may be repeated at once: the order is read first, and the confirmation is
    /// sent again only while the order waits for payment. It cannot sell twice, as it names the order and changes its
    /// state once.
    [[nodiscard]] Refusal confirm(PageSeen seen) { return m_steps.ask({.step = Step::Confirm, .seen = seen}); }
    [[nodiscard]] Refusal change(const OrderChange &wanted)
    {
        return m_steps.ask({.step = Step::Change, .wanted = wanted});
    }
    [[nodiscard]] Refusal cancel() { return m_steps.ask({.step = Step::Cancel}); }
    /// The buyer knows \a sum; ignored if the sum has changed again.
    void acceptSum(Money sum);
    /// The buyer takes fewer tickets; ignored if their number has changed again.
    void acceptShortfall(Sale::Shortfall shortfall);
    /// Reads the order, then its tickets; refreshed() follows.
    [[nodiscard]] Refusal refresh();
    void readTickets();
    /// Closes the sale by a person, as the server does not know it.
    void close();
    /// A person has resolved the unknown outcome of \a intent: no further readings for it.
    void resolveOutcome(qint64 intent);
    /// Adds \a entry to the timeline; it is in the journal already.
    void noteResolved(const HistoryEntry &entry)
    {
        m_record.insert(entry);
        Q_EMIT changed();
    }
    /// The journal has the order as \a kept, a sale of this counter: it is ours, and what the list has reported is
    /// news.
    void recall(const Sale &kept);
    /// The journal has \a lines of the order.
    void recall(const QList<HistoryEntry> &lines)
    {
        m_record.recall(lines);
        Q_EMIT changed();
    }
    /// The order was made or claimed by this counter: writes it and \a entries. \a isRecorded: \a began, the start of
    /// its timeline, is in the journal already.
    void becomeOurs(const ReserveRequest &request, SaleGoal goal, const QList<HistoryEntry> &began,
                    const QList<JournalEntry> &entries, bool isRecorded);

    /// Takes \a order from the answer to the question \a asked; the only entry for reported orders. Ignores answers
    /// older than the known state, unless they lead forward into a final status.
    void learn(const Order &order, quint64 asked);

    /// The polling settings or the server's time have changed: reschedules the next reading if it would now be earlier.
    void hasten()
    {
        if (!m_steps.isUnanswered())
            m_polling.hasten(changeEffect());
    }
    /// The connection is back: retries failed steps and readings at once.
    void retryNow();
    /// Writes its whole state to the journal again.
    void keepAll();

Q_SIGNALS:
    void changed();
    void stepFailed(okoshko::Step step, const okoshko::ApiError &error);
    void redirectReady();
    void redirectRefused();
    void answered(const okoshko::Result<okoshko::Order> &result); ///< a reading has ended; learn() was called before
    void refreshed();                                             ///< refresh() has ended, successfully or not
    void readBack(); ///< the first reading after restore() has ended, successfully or not

private:
    // Reported orders.
    enum class Source { Question, OwnChange };
    /// \a by: the answered change, or Read.
    void take(const Order &order, quint64 asked, Step by, Source source);
    void onAnswer(quint64 asked, const Result<Order> &result);
    void onRead(quint64 asked, const Result<Order> &result);
    void onReadFailed(const ApiError &error);
    void accept(const Order &reported, Transition change, Step by, Source source);
    void takeOver(const Order &reported, Step by);
    /// A page reported only by a later reading, and one that was held back until the new sum was accepted.
    void offerNewPage(const Order &before, Step by, Source source);
    struct Concluded
    {
        QList<JournalEntry> entries;
        SaleRecord::Cause ofSum = SaleRecord::Cause::Unknown; ///< of a new sum
        bool isChanged = false;                               ///< a change of tickets or promo codes took effect
    };
    void leaveOutReturned(QList<Ticket> &tickets) const;
    /// Concludes the changes whose effect is now known.
    [[nodiscard]] Concluded judgeOpen(Step by);
    [[nodiscard]] bool isOfOpenChange(const Order &before, const Order &reported) const;
    void offerRedirect();
    void noteUnknown();

    void plan();
    [[nodiscard]] SalePolling::ChangeEffect changeEffect() const
    {
        return m_open.isEmpty() ? SalePolling::ChangeEffect::Known : SalePolling::ChangeEffect::Unknown;
    }
    [[nodiscard]] bool isOurs() const { return m_sale.origin == Sale::Origin::ThisCounter; }

    SaleContext &m_context;
    Sale m_sale;
    SaleRecord m_record;
    OpenChanges m_open;
    bool m_isPageHeldBack = false; ///< until the new sum is accepted or the old one is back
    quint64 m_learned = 0;         ///< number of the question whose answer is current
    enum class Refreshing { No, Order, Tickets } m_refreshing = Refreshing::No; ///< what is being read
    Call m_readingTickets;
    SalePolling m_polling;
    ReleaseSchedule m_release;
    StepRunner m_steps;
    bool m_isRestored = false; ///< readBack() was not emitted yet
};

} // namespace okoshko
