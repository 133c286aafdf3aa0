// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/PaymentSystem.h"
#include "models/sale/ReservationFlow.h"
#include "models/sale/SaleProcess.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace okoshko {

/// The end of SaleService::search().
struct FoundOrders
{
    QList<OrderId> orders;       ///< newest first; sales now
    int looked = 0;              ///< orders read, found or not
    std::optional<Instant> from; ///< creation of the oldest and the newest of them, as far as known
    std::optional<Instant> until;
    ListExtent extent = ListExtent::Whole;
    int withoutBuyer = 0;       ///< unpaid orders that name no buyer: one is told once the payment has begun
    bool lacksBarcodes = false; ///< there are paid orders, and the list brought no barcode

    friend bool operator==(const FoundOrders &, const FoundOrders &) = default;
};

/// The rules of selling: any number of concurrent orders, one change at a time per order. Independent of widgets, JSON,
/// sockets, threads and the wall clock.
///
/// Every method returns at once; results and errors are signals. Steps that the order's state forbids are refused here,
/// whatever the windows offer. Only orders certainly made by this counter, and those that a person continues here, are
/// changed or polled; orders of other counters are read with the list. A sale ends only by a status reported by the
/// server. Not thread-safe: lives on one thread, in the program the main thread.
class SaleService final : public QObject
{
    Q_OBJECT
public:
    using Attempt = ReservationFlow::Attempt;

    /// All references must outlive this. \a seed: of the jitter of pauses.
    SaleService(TicketingApi &api, const ServerClock &clock, Scheduler &scheduler, SaleJournal &journal,
                const SalePolicy &policy = {}, quint32 seed = QRandomGenerator::global()->generate(),
                QObject *parent = nullptr);
    ~SaleService() override;

    /// Reads the journal and restores unfinished sales. No reservation is made and no list is processed before ready(),
    /// which is never emitted if the journal cannot be read (SaleJournal::trouble()).
    void start();
    [[nodiscard]] bool isReady() const { return m_isReady; }

    /// Adds an ended sale of this counter from its journal, unless it is known. Without effect before ready().
    void recall(const JournaledSale &kept);
    /// The same of one that a person looks for, as after search(); the server is asked for it.
    void recallSought(const JournaledSale &kept);

    // Settings, changeable at any time; a started payment keeps those of its start.
    void setPollSchedule(std::chrono::milliseconds first, std::chrono::milliseconds slowest);
    /// Sets who confirms, for each of \a systems; unknown systems: by the redirect URL.
    void setPaymentSystems(const QList<PaymentSystem> &systems);

    /// Ended sales that somebody needs, as \a isNeeded says, are not forgotten.
    void keepWhile(std::function<bool(const OrderId &)> isNeeded) { m_isNeeded = std::move(isNeeded); }
    [[nodiscard]] const Sale *sale(const OrderId &id) const;
    /// The sales, by id: all open ones and the latest ended ones. Pointers are valid until the next event.
    [[nodiscard]] std::vector<const Sale *> sales() const;

    /// Reads the server's orders of the last day; ends with ordersLoaded() or loadingFailed(). Does nothing during a
    /// reading.
    void loadOrders();
    using IsSought = std::function<bool(const Order &, const QStringList &barcodes)>;
    /// Reads orders by \a query, also older ones than loadOrders(), and makes those that \a isSought picks known as
    /// sales. \a context must not outlive this. Does nothing before ready().
    Call search(const OrderQuery &query, const IsSought &isSought, QObject *context, Then<FoundOrders> then);
    /// Looked for by a person: found by search() or recalled in this run, or picked up by an earlier one, which has
    /// left a print job of it.
    [[nodiscard]] bool wasSearched(const OrderId &id) const { return m_searched.contains(id); }
    /// Completeness of the last list, and its unreadable parts.
    [[nodiscard]] ListExtent listExtent() const { return m_extent; }
    [[nodiscard]] const Unreadable &listUnreadable() const { return m_unreadable; }

    /// Ends with reserved(), nothingLeft() or reservationFailed(); before them reservationSearched() and
    /// reservationUnclear() may come. An order without tickets is cancelled. Numbered seats are picked from the seats
    /// vacant now.
    Attempt reserve(const ReserveRequest &request);
    /// Gives the attempt up: its order is released; if its answer is lost, it stays an issue.
    void giveUp(Attempt attempt);
    /// Attempts after giveUp() whose result is unknown. Pointers are valid until the next event.
    [[nodiscard]] std::vector<const ReservationFlow *> leftReservations() const;
    /// Sent reservations, given up or not, whose result is unknown. Pointers are valid until the next event.
    [[nodiscard]] std::vector<const ReservationFlow *> reservationsOnTheirWay() const;
    /// After reservationUnclear(): \a order is the attempt's order, or none is. The last call counts, unless it is too
    /// late.
    void claim(Attempt attempt, const OrderId &order);
    ReservationFlow::DisclaimResult disclaim(Attempt attempt);

    /// Chooses the system and starts the payment. If nothing is to be paid, and the start's answer has no payment page,
    /// the confirmation follows automatically. Refused while a new sum or fewer tickets than asked for are not
    /// accepted.
    Refusal pay(const OrderId &id, const PaymentChoice &choice, PaymentStart start = PaymentStart::Separate);
    /// Changes tickets or promo codes of an order that is held. While the payment is awaited, only tickets can
    /// be given back, and only where the cashier collects (OrderChange::tickets). Ends with saleChanged() or
    /// stepFailed(); see Sale::shortfall() and Order::refusal.
    Refusal change(const OrderId &id, const OrderChange &wanted);
    /// The cashier has collected the money. Forbidden if only the server confirms; if it is unknown whether a payment
    /// page was opened, allowed with PageSeen::No only.
    Refusal confirm(const OrderId &id, PageSeen seen = PageSeen::NotAsked);
    /// Releases the seats at the server. With a running payment the order is read, cancelled and read again. Retried
    /// until the order has ended or the server refuses.
    Refusal cancel(const OrderId &id);
    /// The buyer knows the changed \a sum (Sale::priceBefore()).
    void acceptSum(const OrderId &id, Money sum);
    /// The buyer takes fewer tickets than asked for (Sale::shortfallToAccept()).
    void acceptShortfall(const OrderId &id, Sale::Shortfall shortfall);
    /// Writes a note of the cashier to the record, and to the timeline once durable; never sent.
    void note(const OrderId &id, const QString &words);
    /// Reads the order now, then its tickets; ends with saleRefreshed().
    Refusal refresh(const OrderId &id);
    /// Reads the tickets of an order, with seats and, once paid, barcodes.
    void readTickets(const OrderId &id);
    /// Closes a sale that the server does not know (Sale::isUnknownToServer).
    void close(const OrderId &id);
    /// Writes \a lines to the record of an order, also of one that is not in memory, together with \a with; they are in
    /// the timeline once durable.
    void note(const OrderId &id, const QList<HistoryEntry> &lines, const QList<JournalEntry> &with = {});
    /// Changes of an order whose effect is unknown.
    [[nodiscard]] QList<Intent> openIntents(const OrderId &id) const;
    /// The connection is back: retries failed steps and readings at once.
    void retryNow();

    // Issues (SaleJournal::issues()).
    /// Resolves an issue by a person. For an UnknownReservation that means "none of the candidates", unless it is too
    /// late; an UnknownToServer closes its sale.
    ReservationFlow::DisclaimResult resolve(qint64 issue, const QString &how);
    /// Orders that an UnknownReservation may have made.
    [[nodiscard]] QList<Candidate> candidates(qint64 issue) const;
    /// Claims \a order for the UnknownReservation \a issue; with SaleGoal::Release it is released.
    void claimFor(qint64 issue, const OrderId &order, SaleGoal goal);

Q_SIGNALS:
    void ready();
    /// Unfinished sales of an earlier run.
    void restored(const QList<okoshko::OrderId> &unfinished);
    /// candidates() of an issue has changed.
    void candidatesChanged();
    void saleAdded(const okoshko::OrderId &id);
    void saleChanged(const okoshko::OrderId &id);
    /// An ended sale was removed from memory; it stays in the journal.
    void saleForgotten(const okoshko::OrderId &id);
    void reserved(okoshko::SaleService::Attempt attempt, const okoshko::OrderId &id);
    void reservationFailed(okoshko::SaleService::Attempt attempt, const okoshko::ApiError &error);
    /// No seat was left: no order was made.
    void nothingLeft(okoshko::SaleService::Attempt attempt);
    /// leftReservations() has changed.
    void leftReservationsChanged();
    /// The server asks to wait (\a error); retried at \a again, server time.
    void reservationDelayed(okoshko::SaleService::Attempt attempt, const okoshko::ApiError &error,
                            okoshko::Instant again);
    /// The answer is lost because of \a why; its order is searched for. If the answer comes late, reserved() or
    /// reservationFailed() follows.
    void reservationSearched(okoshko::SaleService::Attempt attempt, const okoshko::ApiError &why);
    /// \a candidates may be the order: call claim() or disclaim(). Empty if the server does not answer or there is
    /// none; the search continues. Emitted again on changes.
    void reservationUnclear(okoshko::SaleService::Attempt attempt, const QList<okoshko::Candidate> &candidates);
    /// claim() or claimFor() has failed: the order could not be read, another counter has continued with it
    /// (OtherOrder), or another order is being written as ours (Abandoned). The candidates are unchanged, or emitted
    /// again.
    void claimFailed(okoshko::SaleService::Attempt attempt, const okoshko::ApiError &error);
    /// The payment was started; the buyer pays at the order's redirect URL, which is safe to open. Not emitted if the
    /// cashier was to collect: the cashier is shown the unexpected page first.
    void redirectReady(const okoshko::OrderId &id);
    /// The payment was started, but its address must not be opened.
    void redirectRefused(const okoshko::OrderId &id);
    /// Emitted once for a series of equal failures, such as repeated releases.
    void stepFailed(const okoshko::OrderId &id, okoshko::Step step, const okoshko::ApiError &error);
    /// The first reading of a restored sale has ended, successfully or not.
    void saleReadBack(const okoshko::OrderId &id);
    /// A reading of the order has ended; \a failure: its error, if any.
    void saleAsked(const okoshko::OrderId &id, const std::optional<okoshko::ApiError> &failure);
    /// refresh() has ended: the order and its tickets were read, or could not be.
    void saleRefreshed(const okoshko::OrderId &id);
    void ordersLoaded();
    void loadingFailed(const okoshko::ApiError &error);

private:
    void restore(const JournalContents &contents);
    void learn(SaleProcess &known, const Order &order, quint64 asked);
    void learnList(quint64 asked, const OrderList &list);
    SaleProcess &learnListed(const Order &order, quint64 asked);
    /// Orders that were made elsewhere have \a jobs of an earlier run.
    void learnPickedUp(const QList<PrintJob> &jobs);
    /// Asks the server for the orders of m_unknown, one after the other.
    void askForUnknown();
    /// Reads what the journal has of the orders that became known by a list: one question for all.
    void readRecords();
    SaleProcess &add(Sale sale, quint64 asked);
    ReservationFlow &addFlow(const ReserveRequest &request);
    [[nodiscard]] SaleProcess *process(const OrderId &id) const;
    [[nodiscard]] ReservationFlow *flow(Attempt attempt) const;
    [[nodiscard]] std::vector<const ReservationFlow *> reservationsThat(bool (ReservationFlow::*are)() const) const;
    [[nodiscard]] ReservationFlow *flowOf(qint64 issue) const;
    [[nodiscard]] ReservationFlow::Taken takenBy(const OrderId &id) const;
    [[nodiscard]] bool isClaimed(const OrderId &id) const;
    /// Runs a step of the cashier on an order, or returns why it is refused.
    [[nodiscard]] Refusal step(const OrderId &id, const std::function<Refusal(SaleProcess &)> &ask) const;
    void claim(ReservationFlow *flow, const OrderId &order, SaleGoal goal);
    /// \a order belongs to \a by (null: made here): no candidate of other reservations.
    void noteTaken(const OrderId &order, const ReservationFlow *by);
    void onMade(const Reserved &reserved);
    void removeFlow(Attempt attempt);
    void forgetEnded();
    [[nodiscard]] Sale toSale(const JournaledSale &kept) const; ///< of this counter, as the journal has it
    [[nodiscard]] PaymentSystem::Confirmation confirmationOf(const QString &system) const;

    SaleContext m_context;
    std::map<OrderId, std::unique_ptr<SaleProcess>> m_sales;
    std::map<Attempt, std::unique_ptr<ReservationFlow>> m_flows;
    std::vector<std::unique_ptr<ReservationFlow>> m_ended;       ///< flows that may still be emitting signals
    QHash<QString, PaymentSystem::Confirmation> m_confirmations; ///< by system name
    QSet<OrderId> m_searched;                                    ///< wasSearched(): not forgotten
    QList<OrderId> m_unknown;                                    ///< made elsewhere, with a print job of an earlier run
    std::function<bool(const OrderId &)> m_isNeeded;             ///< null: none is
    QList<OrderId> m_toRead;                                     ///< their records
    Timer m_readingRecords;
    Timer m_listTimer;
    Timer m_unknownTimer;
    Timer m_sweep;
    Call m_loading;
    Call m_askingForUnknown;
    ListExtent m_extent = ListExtent::Whole;
    Unreadable m_unreadable;
    Attempt m_lastAttempt = 0;
    Timer m_readyLimit;
    Timer m_refusing;
    std::vector<Attempt> m_early;    ///< requested before the journal was read
    std::vector<Attempt> m_refusals; ///< whose refusal was not emitted yet
    bool m_isReady = false;
    bool m_isListWanted = false;
};

} // namespace okoshko
