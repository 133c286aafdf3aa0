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
    quint64 asked = 0;      ///< the number of the question that was answered with it
    ReserveRequest request; ///< as the cashier asked for it
    Intent intent;
    SaleGoal goal = SaleGoal::Sell;
    How how = How::Answered;
    QList<HistoryEntry> began; ///< how its timeline begins
};

/// An order that may be that of a create without an answer.
struct Candidate
{
    Order order;
    QList<Ticket> tickets; ///< with their seats; empty until they were read

    friend bool operator==(const Candidate &, const Candidate &) = default;
};

/// One reservation, from what the cashier asks for to an order at the server: seats are picked where they are numbered,
/// the intent is journaled, 409 and 429 wait.
///
/// A create whose answer is lost is never sent again, and no order is taken for its order by inference: several
/// counters sell with one key. It becomes an issue. The orders that may be its are looked for and shown; only the
/// cashier's word makes one of them ours, and one that nobody claims runs out by itself. A create that the cashier
/// leaves runs on: answered, it is certainly ours, and is released; so it is where the answer comes late, after she was
/// told that nothing is reserved.
///
/// Ends in made(), nothingLeft() or failed(), and then in ended(). Lives on the thread of the rules of selling.
class ReservationFlow final : public QObject
{
    Q_OBJECT
public:
    /// Names one attempt until the server has given the order an id.
    using Attempt = quint64;
    /// Whether an order can still be anybody's.
    enum class Taken {
        No,
        Perhaps, ///< it is being claimed, or a step of the cashier's is under way
        Yes      ///< it is this counter's
    };
    using TakenBy = std::function<Taken(const OrderId &)>;

    ReservationFlow(SaleContext &context, Attempt attempt, const ReserveRequest &request, TakenBy takenBy,
                    QObject *parent);
    ~ReservationFlow() override;

    void begin();
    /// A create that an earlier life sent and nobody saw answered; \a issue: that it is already, or 0.
    void restore(const Intent &intent, qint64 issue);

    /// The cashier has left: what comes of it is released, also where she has said which order it is; or it stays an
    /// issue.
    void leave();
    /// The cashier says that \a order, a candidate, is ours. It is read once more, and claimed if it still may be.
    /// Answered by made(), once that is written, or by claimFailed(). What was said last holds; once an order is being
    /// written as ours, no other one can be claimed (Abandoned).
    void claim(const OrderId &order, SaleGoal goal);
    /// The cashier says that none of them is, \a how in words, whatever she said before. Not where nothing is looked
    /// for any more, or the order that she pointed at is being written as ours: that is made() then.
    enum class Heard { Yes, TooLate };
    Heard disclaim(const QString &how);

    [[nodiscard]] Attempt attempt() const { return m_attempt; }
    [[nodiscard]] const ReserveRequest &request() const { return m_asked; }
    /// The cashier has left it in this life, and what comes of it is not known yet.
    [[nodiscard]] bool isLeft() const { return m_isLeft && !m_isRestored && m_state != State::Awaiting; }
    [[nodiscard]] bool isSearching() const { return m_state == State::Searching || m_state == State::Claiming; }
    /// Its create was sent in this life, and it is not known yet what comes of it.
    [[nodiscard]] bool isOnItsWay() const
    {
        return !m_isRestored && m_state != State::Picking && m_state != State::Recording && m_state != State::Ended;
    }
    [[nodiscard]] qint64 issue() const { return m_issue; }
    [[nodiscard]] const OrderId &claiming() const { return m_claiming; }
    /// Since when it is under way, by the server's time; not known where it reads as Instant().
    [[nodiscard]] Instant since() const { return m_intent.at; }
    /// Why the answer counts as lost, where it is looked for.
    [[nodiscard]] const ApiError &whyLost() const { return m_lost; }
    [[nodiscard]] const QList<Candidate> &candidates() const { return m_candidates; }
    /// \a order is another one's now, or being claimed for it: it is a candidate here no more. Should that come to
    /// nothing, it is found again.
    void noteTaken(const OrderId &order);
    /// Looks at once, where it is looking for candidates.
    void retryNow();
    /// Everything that the journal must know of it.
    void keepAll();
    /// Certainly nothing was made, and nothing will be.
    void refuse(const ApiError &error);

Q_SIGNALS:
    void made(const okoshko::Reserved &reserved);
    /// There was no seat left to ask for: no order was made.
    void nothingLeft();
    void failed(const okoshko::ApiError &error);
    /// The server asks to wait (\a error); it is sent again after \a pause.
    void delayed(const okoshko::ApiError &error, okoshko::Microseconds pause);
    /// The answer is lost, for \a why: its order is looked for. Should the answer still come, made() or failed()
    /// follow.
    void searching(const okoshko::ApiError &why);
    /// candidates() are different, or the server cannot be asked (they may be empty then); it goes on.
    void candidatesChanged();
    /// The order that the cashier pointed at could not be read, or cannot be ours any more (OtherOrder).
    void claimFailed(const okoshko::ApiError &error);
    /// An order that may be another counter's, as it was told in answer to the question \a asked.
    void told(const okoshko::Order &order, quint64 asked);
    void ended();

private:
    enum class State {
        Picking,
        Recording,
        OnWire,
        Waiting,
        Searching,
        Claiming,
        Awaiting, ///< the answer alone: nothing is looked for any more, and what comes of it is released
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
    /// When its order was created, by the server's time.
    struct Window
    {
        Instant from, until;

        friend bool operator==(const Window &, const Window &) = default;
    };
    /// Nothing where the server's time is not known, or was not when it was sent.
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
    Microseconds m_givenUp{0};         ///< monotonic; of a restored one: the start
    std::optional<Window> m_lookedFor; ///< what the list was asked for
    Microseconds m_lookedAt{0};        ///< monotonic: when the list was asked for
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
    bool m_isDisclaimed = false; ///< by her or the server, while it was being written: it is left alone
    /// What was answered, and to which question, while another order was being written as ours.
    std::optional<std::pair<quint64, Order>> m_late;
};

} // namespace okoshko
