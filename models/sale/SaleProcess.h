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

#include <QObject>

#include <utility>

namespace okoshko {

/// One order: its last reported state, this counter's goal, and the running step.
///
/// One change at a time; a further step of the cashier ends a retry pause, and otherwise waits for the end of the
/// change. This counter's own decisions are durable in the journal before they are sent or shown. Reported orders come
/// in through learn() only. Errors are signals with ApiError. Owned by SaleService, on its thread.
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

    [[nodiscard]] Refusal pay(const PaymentChoice &choice, PaymentSystem::Confirmation confirmation)
    {
        return ask({.step = Step::StartPayment, .choice = choice, .confirmation = confirmation});
    }
    /// A confirmation whose answer was lost may be repeated at once: the order is read first, and the confirmation is
    /// sent again only while the order waits for payment. It cannot sell twice, as it names the order and changes its
    /// state once.
    [[nodiscard]] Refusal confirm(PageSeen seen) { return ask({.step = Step::Confirm, .seen = seen}); }
    [[nodiscard]] Refusal change(const OrderChange &wanted)
    {
        const Refusal refusal = refusalOf(m_sale, wanted);
        return refusal == Refusal::None ? ask({.step = Step::Change, .wanted = wanted}) : refusal;
    }
    [[nodiscard]] Refusal cancel() { return ask({.step = Step::Cancel}); }
    /// The buyer knows \a sum; ignored if the sum has changed again.
    void acceptSum(Money sum);
    [[nodiscard]] Refusal refresh();
    void readTickets();
    /// Closes the sale by a person, as the server does not know it.
    void close();
    /// A person has resolved the unknown outcome of \a intent: no further readings for it.
    void resolveOutcome(qint64 intent);
    /// A person has resolved an issue of the sale; \a entry is in the journal already.
    void noteResolved(const HistoryEntry &entry)
    {
        m_record.insert(entry);
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
        if (!isChanging())
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
    void readBack(); ///< the first reading after restore() has ended, successfully or not

private:
    struct Change
    {
        enum class Stage {
            Recording,   ///< its intent is being written
            ReadingBack, ///< the order is read before the change is sent
            Choosing,    ///< the payment system is being chosen
            OnWire,
            Waiting,   ///< for a retry (409, 429)
            Concluding ///< answered; the result is being written
        };

        Step step = Step::Read;
        PaymentChoice choice{};
        PageSeen seen = PageSeen::NotAsked;
        PaymentSystem::Confirmation confirmation = PaymentSystem::Confirmation::ByRedirectUrl;
        OrderChange wanted{};
        Intent intent{};
        Stage stage = Stage::Recording;
        Stage again = Stage::OnWire; ///< the stage to continue with after Waiting
        bool isByPerson = true;      ///< false: automatic release of a given-up sale
    };

    // Changes.
    [[nodiscard]] Refusal judge(Step step, PageSeen seen) const;
    [[nodiscard]] Refusal ask(Change change);
    void start(Change change);
    void onRecorded(const Journaled<void> &recorded);
    [[nodiscard]] bool isOvertaken();
    void send();
    void readBeforeSending();
    void onChosen(quint64 asked, const Result<Order> &result);
    void onAnswered(quint64 asked, const Result<Order> &result);
    void onDone(quint64 asked, const Order &order);
    [[nodiscard]] bool waits(const ApiError &error, Change::Stage again);
    void resend();
    void fail(const ApiError &answered);
    void withdraw();
    void end();
    void reportUnsent(Step step); ///< notes that a step of the cashier is not sent
    [[nodiscard]] bool isUnder(qint64 intent) const { return m_change && m_change->intent.id == intent; }
    /// A change is running and not answered yet.
    [[nodiscard]] bool isChanging() const { return m_change && m_change->stage != Change::Stage::Concluding; }
    [[nodiscard]] std::optional<Microseconds> holdDeadline() const;

    // Reported orders.
    enum class Source { Question, OwnChange };
    /// \a by: the answered change, or Read.
    void take(const Order &order, quint64 asked, Step by, Source source);
    void onRead(quint64 asked, const Result<Order> &result);
    void onReadFailed(const ApiError &error);
    [[nodiscard]] bool isOnWire() const;
    void accept(const Order &reported, Transition change, Step by, Source source);
    void noteNotStarted();
    /// Concludes the changes whose effect is now known; returns the journal entries.
    [[nodiscard]] QList<JournalEntry> judgeOpen(Step by);
    /// If \a reported has a payment page, only the server confirms from now on; returns whether that is new.
    bool tighten(const Order &reported);
    void offerRedirect();
    /// The start was answered without a page: the cashier collects, once \a started is written.
    void noteNoPage(const Conclusion &started);
    void noteUnknown();

    void plan();
    [[nodiscard]] SalePolling::ChangeEffect changeEffect() const
    {
        return m_open.isEmpty() ? SalePolling::ChangeEffect::Known : SalePolling::ChangeEffect::Unknown;
    }
    void release();
    [[nodiscard]] bool isOurs() const { return m_sale.origin == Sale::Origin::ThisCounter; }

    SaleContext &m_context;
    Sale m_sale;
    SaleRecord m_record;
    std::optional<Change> m_change;
    std::optional<Change> m_next;
    OpenChanges m_open;
    bool m_isPageHeldBack = false; ///< until the new sum is accepted or the old one is back
    quint64 m_learned = 0;         ///< number of the question whose answer is current
    quint64 m_changeAnswered = 0;  ///< number of the last change's answer
    Call m_readingBefore;
    Call m_readingTickets;
    Retry m_resend;
    SalePolling m_polling;
    ReleaseSchedule m_release;
    Microseconds m_alive{0};   ///< monotonic: last answer that showed the order open
    bool m_isRestored = false; ///< readBack() was not emitted yet
};

} // namespace okoshko
