// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "models/sale/Sale.h"
#include "models/sale/SaleContext.h"

#include <QObject>

#include <functional>
#include <optional>
#include <utility>

namespace okoshko {

/// A reservation that became an order of this counter.
struct Reserved
{
    enum class How {
        Answered, ///< its create was answered
        Claimed   ///< its answer was lost; the cashier said which order it is, and that is in the journal
    };

    quint64 attempt = 0;
    Order order;
    quint64 asked = 0;      ///< the number of the question answered with it
    ReserveRequest request; ///< the cashier's request
    Intent intent;
    SaleGoal goal = SaleGoal::Sell;
    How how = How::Answered;
    QList<HistoryEntry> began; ///< the first entries of its timeline
};

/// An order that an unanswered create may have made.
struct Candidate
{
    Order order;
    QList<Ticket> tickets; ///< with their seats; empty until read

    friend bool operator==(const Candidate &, const Candidate &) = default;
};

/// One reservation, from the cashier's request to the order at the server: picks numbered seats, journals the intent,
/// sends the create, and retries after 409 and 429.
///
/// A create whose answer is lost is never sent again, and no order is assigned to it by inference, as several counters
/// sell with one key. It becomes an issue; orders that it may have made are searched for and offered as candidates;
/// only the cashier can claim one, and an unclaimed one expires. A create that the cashier leaves is still completed:
/// its order is certainly of this counter and is released, also if the answer comes late.
///
/// Ends with made(), nothingLeft() or failed(), followed by ended(). Owned by SaleService, on its thread.
class ReservationFlow final : public QObject
{
    Q_OBJECT
public:
    /// Identifies an attempt before its order has an id.
    using Attempt = quint64;
    /// Whether an order can still be assigned.
    enum class Taken {
        No,
        Perhaps, ///< it is being claimed, or a step of the cashier is running
        Yes      ///< it belongs to this counter
    };
    using TakenBy = std::function<Taken(const OrderId &)>;

    ReservationFlow(SaleContext &context, Attempt attempt, const ReserveRequest &request, TakenBy takenBy,
                    QObject *parent);
    ~ReservationFlow() override;

    void begin();
    /// Restores a create that an earlier run sent without getting an answer; \a issue: its issue, or 0.
    void restore(const Intent &intent, qint64 issue);

    /// The cashier leaves the reservation: its order is released, also a claimed one; without an answer it stays an
    /// issue.
    void leave();
    /// The cashier claims the candidate \a order. It is read once more, and taken if still possible. Ends with made(),
    /// once written, or claimFailed(). The last claim counts; while an order is being written as ours, other claims
    /// fail (Abandoned).
    void claim(const OrderId &order, SaleGoal goal);
    /// The cashier declares that none of the candidates is ours; \a how: a word for the record. TooLate if the search
    /// is over or a claimed order is being written, which then ends with made().
    enum class DisclaimResult { Done, TooLate };
    DisclaimResult disclaim(const QString &how);

    [[nodiscard]] Attempt attempt() const { return m_attempt; }
    [[nodiscard]] const ReserveRequest &request() const { return m_asked; }
    /// The cashier left it in this run, and its result is unknown.
    [[nodiscard]] bool isLeft() const { return m_isLeft && !m_isRestored && m_state != State::Awaiting; }
    [[nodiscard]] bool isSearching() const { return m_state == State::Searching || m_state == State::Claiming; }
    /// Its create was sent in this run, and its result is unknown.
    [[nodiscard]] bool isOnItsWay() const
    {
        return !m_isRestored && m_state != State::Picking && m_state != State::Recording && m_state != State::Ended;
    }
    [[nodiscard]] qint64 issue() const { return m_issue; }
    [[nodiscard]] const OrderId &claiming() const { return m_claiming; }
    /// Time of the intent (server time); Instant() if unknown.
    [[nodiscard]] Instant since() const { return m_intent.at; }
    /// Why the answer counts as lost, during the search.
    [[nodiscard]] const ApiError &whyLost() const { return m_lost; }
    [[nodiscard]] const QList<Candidate> &candidates() const { return m_candidates; }
    /// \a order belongs to, or is being claimed for, another reservation: removes it from the candidates. If that
    /// fails, the next search finds it again.
    void noteTaken(const OrderId &order);
    /// Searches at once, during a search for candidates.
    void retryNow();
    /// Writes its whole state to the journal again.
    void keepAll();
    /// Nothing was made, and nothing will be.
    void refuse(const ApiError &error);

Q_SIGNALS:
    void made(const okoshko::Reserved &reserved);
    /// No seat was left: no order was made.
    void nothingLeft();
    void failed(const okoshko::ApiError &error);
    /// The server asks to wait (\a error); retried after \a pause.
    void delayed(const okoshko::ApiError &error, okoshko::Microseconds pause);
    /// The answer is lost because of \a why: its order is searched for. If the answer comes late, made() or failed()
    /// follows.
    void searching(const okoshko::ApiError &why);
    /// candidates() has changed, or the search failed (it may be empty then); the search continues.
    void candidatesChanged();
    /// The claimed order could not be read, or cannot be ours any more (OtherOrder).
    void claimFailed(const okoshko::ApiError &error);
    /// An order, possibly of another counter, from the answer to the question \a asked.
    void otherOrderSeen(const okoshko::Order &order, quint64 asked);
    void ended();

private:
    enum class State {
        Picking,
        Recording,
        OnWire,
        Waiting,
        Searching,
        Claiming,
        Awaiting, ///< only for the answer: the search is over, and its order will be released
        Ended
    };

    void pickSeats();
    void record(const ReserveRequest &request);
    void send();
    void onAnswered(quint64 asked, const Result<Order> &result);
    void onAnsweredLate(quint64 asked, const Result<Order> &result);
    void becomeOrder(quint64 asked, const Order &order, SaleGoal goal);
    [[nodiscard]] Reserved answeredWith(quint64 asked, const Order &order, SaleGoal goal) const;
    [[nodiscard]] SaleGoal goal() const { return m_isLeft ? SaleGoal::Release : SaleGoal::Sell; }
    [[nodiscard]] bool isAnswer(const Order &order) const;
    [[nodiscard]] bool waits(const ApiError &error, std::function<void()> again);
    void lose(const ApiError &error);
    void endSearch();
    void end();

    void look();
    void onLooked(const Result<OrderList> &list);
    /// Whether \a list, in which no candidate is, proves that the server holds no order of this intent.
    [[nodiscard]] bool isHeldNoMore(const OrderList &list) const;
    void planLook();
    void readSeats(const OrderId &id);
    [[nodiscard]] Candidate *candidate(const OrderId &id);
    void recordClaim(const Order &order, quint64 asked);
    void onClaimWritten(JournaledSale sale, Reserved reserved);
    [[nodiscard]] bool mayBe(const Order &order) const;
    /// Possible creation time of its order, server time.
    struct Window
    {
        Instant from, until;

        friend bool operator==(const Window &, const Window &) = default;
    };
    /// Nothing if the server's time is unknown, or was at the sending.
    [[nodiscard]] std::optional<Window> window() const;
    void noteIssue(const QList<JournalEntry> &with);

    SaleContext &m_context;
    Attempt m_attempt;
    ReserveRequest m_asked;
    TakenBy m_takenBy;
    State m_state = State::Picking;
    Intent m_intent;
    bool m_isLeft = false;
    bool m_isRestored = false;
    Microseconds m_sent{0};            ///< monotonic
    Microseconds m_givenUp{0};         ///< monotonic; if restored, the program's start
    std::optional<Window> m_lookedFor; ///< the window of the last search
    Microseconds m_lookedAt{0};        ///< monotonic: time of the last search
    Retry m_retry;
    Timer m_limit;
    Timer m_look;
    Call m_create;
    Call m_call;
    ApiError m_lost; ///< why the answer counts as lost
    int m_looks = 0;
    int m_failedLooks = 0;
    qint64 m_issue = 0;
    QList<Candidate> m_candidates;
    OrderId m_claiming;
    SaleGoal m_claimGoal = SaleGoal::Sell;
    bool m_isDisclaimed = false; ///< disclaimed or refused while it was being written: no release
    /// An answer, with its question's number, that came while another order was being written.
    std::optional<std::pair<quint64, Order>> m_late;
};

} // namespace okoshko
