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

/// One order: what the server last told of it, what this counter wants of it, and what is under way.
///
/// One change at a time; a further step of the cashier's ends a pause of it, and otherwise waits for its end. What only
/// this counter knows is committed to the journal before it is sent or shown as done. What the server says comes in by
/// learn() alone. Lives on the thread of the rules of selling.
class SaleProcess final : public QObject
{
    Q_OBJECT
public:
    /// \a asked: the number of the question that was answered with this order; 0 for one of the journal.
    SaleProcess(SaleContext &context, Sale sale, quint64 asked, QObject *parent);
    ~SaleProcess() override = default;

    [[nodiscard]] const Sale &sale() const { return m_sale; }
    /// Changes whose effect is not known.
    [[nodiscard]] QList<Intent> openIntents() const { return m_open.intents(); }
    /// Nothing is awaited any more, and all of it is durable as far as it was given to the journal.
    [[nodiscard]] bool isIdle() const;

    /// Begins to poll, and to release what is given up.
    void begin();
    /// From an earlier life: reads it, and takes up \a open, its intents whose answers nobody saw.
    void restore(const QList<Intent> &open);

    [[nodiscard]] Refusal pay(const PaymentChoice &choice, PaymentSystem::Confirmation confirmation)
    {
        return ask({.step = Step::StartPayment, .choice = choice, .confirmation = confirmation});
    }
    /// A confirmation whose answer is lost may be asked for again at once: what the order has become is read first, and
    /// it is sent again only while the order waits to be paid. That sells nothing twice: it names the order, whose
    /// state it changes once.
    [[nodiscard]] Refusal confirm(PageSeen seen) { return ask({.step = Step::Confirm, .seen = seen}); }
    [[nodiscard]] Refusal cancel() { return ask({.step = Step::Cancel}); }
    /// The buyer knows that \a sum is to be paid; nothing where it is another by now.
    void acceptSum(Money sum);
    [[nodiscard]] Refusal refresh();
    void readTickets();
    /// A person closes it, as the server does not know it.
    void close();
    /// A person has dealt with the unknown outcome of \a intent: it is asked about no more.
    void resolveOutcome(qint64 intent);
    /// A person has resolved an issue of it; that is in the journal's record already.
    void noteResolved(const HistoryEntry &entry)
    {
        m_record.insert(entry);
        Q_EMIT changed();
    }
    /// It is this counter's, just made or claimed: writes it and \a entries. \a isRecorded: \a began, how its timeline
    /// begins, is in the journal already.
    void becomeOurs(const ReserveRequest &request, SaleGoal goal, const QList<HistoryEntry> &began,
                    const QList<JournalEntry> &entries, bool isRecorded);

    /// The one gate for what the server says: \a order as told in answer to the question \a asked. Refuses what is
    /// older than what is known, unless it is a step forward into a final state.
    void learn(const Order &order, quint64 asked);

    /// The settings' pace, or the server's time, is different: what is planned comes no later than it would now.
    void hasten()
    {
        if (!isChanging())
            m_polling.hasten(changeEffect());
    }
    /// The connection is back: what waits after failures is tried at once.
    void retryNow();
    /// Everything that the journal must know of it.
    void keepAll();

Q_SIGNALS:
    void changed();
    void stepFailed(okoshko::Step step, const okoshko::ApiError &error);
    void redirectReady();
    void redirectRefused();
    void answered(const okoshko::Result<okoshko::Order> &result); ///< a reading, which was learned
    void readBack(); ///< the first reading after restore() has ended, well or not

private:
    struct Change
    {
        enum class Stage {
            Recording,   ///< its intent is being written
            ReadingBack, ///< what stands at the server is read before it is sent
            Choosing,    ///< the payment system's choice is on the wire
            OnWire,
            Waiting,   ///< for being sent again (409, 429)
            Concluding ///< answered; what it means is being written
        };

        Step step = Step::Read;
        PaymentChoice choice{};
        PageSeen seen = PageSeen::NotAsked;
        PaymentSystem::Confirmation confirmation = PaymentSystem::Confirmation::ByRedirectUrl;
        Intent intent{};
        Stage stage = Stage::Recording;
        Stage again = Stage::OnWire; ///< what is sent again after Waiting
        bool isByPerson = true;      ///< false: a sale that was given up is being released
    };

    // Changes.
    [[nodiscard]] Refusal judge(Step step, PageSeen seen) const;
    [[nodiscard]] Refusal ask(Change change);
    void start(Change change);
    void onRecorded(const Journaled<void> &recorded);
    [[nodiscard]] bool isOvertaken();
    void send();
    void settle();
    void onChosen(quint64 asked, const Result<Order> &result);
    void onAnswered(quint64 asked, const Result<Order> &result);
    void onDone(quint64 asked, const Order &order);
    [[nodiscard]] bool waits(const ApiError &error, Change::Stage again);
    void resend();
    void fail(const ApiError &answered);
    void withdraw();
    void end();
    void reportUnsent(Step step); ///< a step of the cashier's is not sent after all
    [[nodiscard]] bool isUnder(qint64 intent) const { return m_change && m_change->intent.id == intent; }
    /// A change is under way, and not answered yet.
    [[nodiscard]] bool isChanging() const { return m_change && m_change->stage != Change::Stage::Concluding; }
    [[nodiscard]] std::optional<Microseconds> holdDeadline() const;

    // What the server says.
    enum class Source { Question, OwnChange };
    /// \a by: the change that was answered, or Read.
    void take(const Order &order, quint64 asked, Step by, Source source);
    void onRead(quint64 asked, const Result<Order> &result);
    void onReadFailed(const ApiError &error);
    [[nodiscard]] bool isOnWire() const;
    void accept(const Order &reported, Transition change, Step by, Source source);
    void noteNotStarted();
    /// Concludes the changes whose effect is now known; gives the entries for the journal.
    [[nodiscard]] QList<JournalEntry> judgeOpen(Step by);
    /// Where \a reported tells of a page, the buyer pays there; true if that is news.
    bool tighten(const Order &reported);
    void offerRedirect();
    /// The start was answered, and so \a started, and no page is told: the cashier collects, once that is written.
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
    bool m_isPageHeldBack = false; ///< until the new sum is accepted, or is the old one again
    quint64 m_learned = 0;         ///< the question of the answer that stands
    quint64 m_changeAnswered = 0;  ///< the number of the last change's answer
    Call m_settling;
    Call m_readingTickets;
    Retry m_resend;
    SalePolling m_polling;
    ReleaseSchedule m_release;
    Microseconds m_alive{0};   ///< monotonic: when an answer last showed the order alive
    bool m_isRestored = false; ///< readBack() is still to be told
};

} // namespace okoshko
