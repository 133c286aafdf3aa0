// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Coverage.h"
#include "tests/simulation/WatchedPort.h"
#include "tests/simulation/vendor/SimWorld.h"

#include "models/sale/SaleProcess.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace okoshko::sim {

class SimCounter;

/// Something that must never happen.
struct Violation
{
    QByteArray invariant; ///< its name; shrinking keeps it
    QString what;
    Microseconds at{0};
};

/// Watches all counters and knows the truth. Keeps its own account of what each counter was told and may do, by the
/// design of the rules of selling and not by their code, and tells of the first difference.
class InvariantChecker final : public PortWatcher
{
public:
    explicit InvariantChecker(SimWorld &world);
    InvariantChecker(const InvariantChecker &) = delete;
    InvariantChecker &operator=(const InvariantChecker &) = delete;

    void addCounter(SimCounter &counter);
    [[nodiscard]] const std::optional<Violation> &violation() const { return m_violation; }
    [[nodiscard]] const Coverage &coverage() const { return m_coverage; }
    void fail(const QByteArray &invariant, const QString &what);

    // A counter's life.
    void lifeBegins(SimCounter &counter);
    void lifeEnds(SimCounter &counter);

    // What people do.
    void onReservePressed(int counter, const QString &marker);
    void onGivenUp(int counter, const QString &marker);
    /// Before and after a step is pressed.
    void onPressing(int counter, const OrderId &order);
    void onPressed(int counter, const OrderId &order, Step step, Refusal refusal, PageSeen seen);
    /// A person said that none of the candidates is it.
    void onDisclaimed(int counter, const QString &marker);
    void onClaimed(int counter, const OrderId &order);
    void onClosed(int counter, const OrderId &order);
    void onTicketsPressed(int counter, const OrderId &order);
    /// Whatever makes a counter ask sooner: the connection is back, or other settings.
    void onHurried(int counter);

    // PortWatcher.
    void onSent(int counter, int number, RequestKind kind, const OrderId &order, const ReserveRequest *reserve,
                const OrderQuery *query) override;
    void onDelivering(int counter, int number, const Order *order, const ApiError *error) override;
    void onDelivered(int counter, int number, const Order *order, const OrderList *list,
                     const ApiError *error) override;

    /// Faults have just stopped.
    void faultsStop();
    /// Seldom: what is noticed too late.
    void look();
    /// Five minutes after.
    void checkGivenUp();
    /// All must be settled.
    void checkEnd();

    /// What happens, line by line, for a person who looks into a failure.
    void traceEvents() { m_isTracing = true; }
    [[nodiscard]] const QByteArray &trace() const { return m_trace; }
    void tell(int counter, const QString &what);

    /// The order that the create of \a marker made; null if none.
    [[nodiscard]] OrderId madeFor(int counter, const QString &marker) const;

private:
    /// What one counter knows of an order, and did to it.
    struct View
    {
        bool isOwned = false;         ///< its create was answered here, or a person here said yes to it
        bool isReleasable = false;    ///< a person gave it up, or it was told to be empty
        bool isTold = false;          ///< of its state, in this life
        bool isCreateTold = false;    ///< in this life
        bool isStartAnswered = false; ///< with a yes
        bool isConfirmAnswered = false;
        bool isCancelAnswered = false; ///< with the order canceled
        bool isToldNo = false;         ///< the cashier was told that the server refuses the cancel
        OrderStatus status = OrderStatus::Unknown;
        OrderStatus lastKnown = OrderStatus::Executed;
        ConfirmedBy confirmedBy = ConfirmedBy::Unknown;
        SaleGoal goal = SaleGoal::Sell;
        bool isOurs = false;
        bool isClosed = false;
        int life = 0;
        qsizetype rows = 0;

        // The gate.
        int standing = 0;       ///< the question whose answer stands
        int changeAnswered = 0; ///< the last question when a change was answered with a value
        int changeEnded = 0;    ///< … or ended in any way
        int changesUnderWay = 0;
        bool wasUnderWay = false;   ///< a step was shown as under way
        std::optional<Sale> before; ///< while an answer is being delivered

        // The page.
        bool isPageSeen = false;    ///< in this life
        bool isServerAlone = false; ///< by the setting when the payment was started, in this life
        std::optional<PageSeen> confirmPressed;
        bool isPressing = false;      ///< a step is being asked for
        bool isChangePressed = false; ///< in this life, and not answered yet
        /// When the vendor made the newest answer that told of tickets.
        std::optional<Microseconds> ticketsOf;
        std::optional<Microseconds> cancelPressed; ///< accepted, and nothing came of it yet

        // Bounds.
        Microseconds statusSince{0};
        std::optional<Microseconds> lastRead;
        std::optional<Microseconds> lastCancel;
        bool isReadExcused = true;
        bool isReadFailed = false;
        bool isCancelExcused = true;
        bool isCancelResent = false;
        int cancels = 0;
        int readsInARow = 0;
        QString lastFailure;
        int pressesToFail = 0; ///< accepted presses whose failure has no row yet
        int ticketPresses = 0;
        bool isEverForeignPressed = false;
    };
    struct Create
    {
        std::vector<int> requests;
        bool isGivenUp = false;
        bool isDisclaimed = false;
    };
    /// A list that was told to whoever looks for the order of a lost answer.
    struct Look
    {
        Microseconds at{0};
        OrderQuery query;
        QList<OrderId> list;
        bool isCut = false;
    };
    struct Known
    {
        SimCounter *counter = nullptr;
        std::map<OrderId, View> views;
        QHash<QString, Create> creates;
        QHash<qint64, Issue> issues; ///< that were on screen
        QSet<QString> resolvedCauses;
        QSet<OrderId> moneyTaken;       ///< a person has said so, in any life
        std::vector<OrderId> givenUp;   ///< when faults stopped
        std::vector<Look> looks;        ///< the last of them
        QHash<int, OrderQuery> queries; ///< by request
        int delivering = 0;
        bool isRefusedKey = false; ///< a 401 since the last value
        bool isDamaged = false;
        Microseconds diedAt{0};
    };

    [[nodiscard]] Known &known(int counter) { return m_counters[static_cast<size_t>(counter - 1)]; }
    [[nodiscard]] const Known &known(int counter) const { return m_counters[static_cast<size_t>(counter - 1)]; }
    [[nodiscard]] const Sale *saleOf(Known &known, const OrderId &order) const;
    void checkAbsence(Known &known, const Intent &intent);
    void see(Known &known, const OrderId &order);
    void seeIssues(Known &known);
    void seeCandidates(Known &known);
    void checkRow(Known &known, const Sale &sale, const HistoryEntry &row);
    void checkChange(Known &known, View &view, RequestKind kind, const OrderId &order);
    void checkRead(Known &known, View &view, const OrderId &order);
    void checkCancelPace(View &view, const OrderId &order);
    void checkAnswer(Known &known, View &view, int number, RequestKind kind, const Order &told);
    [[nodiscard]] QString nameOf(const Known &known, const OrderId &order) const;

    SimWorld &m_world;
    std::vector<Known> m_counters;
    std::optional<Violation> m_violation;
    Coverage m_coverage;
    QByteArray m_trace;
    bool m_isTracing = false;
    bool m_isCalm = false;
    Microseconds m_calmSince{0};
};

} // namespace okoshko::sim
