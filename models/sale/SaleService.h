// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/PaymentSystem.h"
#include "models/sale/ReservationFlow.h"
#include "models/sale/SaleProcess.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace okoshko {

/// The rules of selling: any number of orders at once, one change at a time an order. It knows no widget, no JSON, no
/// socket, no thread and no wall clock.
///
/// Every method returns at once; what came of it is told by a signal, later. What the state of an order forbids is
/// refused here, whatever the windows offer. Only orders that this counter certainly made, and those that a person goes
/// on with here, are ever changed or polled; those of other counters are read with the list. Only the server's word
/// ends a sale. Lives on the thread of its user.
class SaleService final : public QObject
{
    Q_OBJECT
public:
    using Attempt = ReservationFlow::Attempt;

    /// All must outlive this. \a seed: of the jitter of pauses.
    SaleService(TicketingApi &api, const ServerClock &clock, Scheduler &scheduler, SaleJournal &journal,
                const SalePolicy &policy = {}, quint32 seed = QRandomGenerator::global()->generate(),
                QObject *parent = nullptr);
    ~SaleService() override;

    /// Reads the journal, and takes up what an earlier life left. Nothing is reserved and no list is learned before
    /// ready(); where the journal cannot be read, that never comes (SaleJournal::trouble()).
    void start();
    [[nodiscard]] bool isReady() const { return m_isReady; }

    // Settings: both may change at any time. What a payment that has been started needs is settled at its start.
    void setPollSchedule(std::chrono::milliseconds first, std::chrono::milliseconds slowest);
    /// Who confirms, by the name of each of \a systems; a name that is not among them goes by the redirect URL.
    void setPaymentSystems(const QList<PaymentSystem> &systems);

    [[nodiscard]] const Sale *sale(const OrderId &id) const;
    /// The sales, by id: all that have not ended, and the latest of those that have. Valid until the next event.
    [[nodiscard]] std::vector<const Sale *> sales() const;

    /// Reads the orders of the last day that the server knows; answered by ordersLoaded() or loadingFailed(). Does
    /// nothing while a reading is under way.
    void loadOrders();
    /// Whether there may be orders that the last list did not tell, and what of it could not be read.
    [[nodiscard]] ListExtent listExtent() const { return m_extent; }
    [[nodiscard]] const Unreadable &listUnreadable() const { return m_unreadable; }

    /// Answered by reserved(), nothingLeft() or reservationFailed(); before those perhaps by reservationSearched() and
    /// reservationUnclear(). An order without tickets is cancelled here. Numbered seats are picked here, out of those
    /// that are vacant at this moment.
    Attempt reserve(const ReserveRequest &request);
    /// The buyer has gone: what comes of the attempt is released; where its answer is lost, it stays an issue.
    void giveUp(Attempt attempt);
    /// What the cashier has left (giveUp()) and of which it is not known yet what comes of it. Valid until the next
    /// event.
    [[nodiscard]] std::vector<const ReservationFlow *> leftReservations() const;
    /// Reservations that were sent, left or not, and of which it is not known yet what comes of them. Valid until the
    /// next event.
    [[nodiscard]] std::vector<const ReservationFlow *> reservationsOnTheirWay() const;
    /// After reservationUnclear(): \a order is it, or none of them is; what was said last holds, unless it is too late.
    void claim(Attempt attempt, const OrderId &order);
    ReservationFlow::DisclaimResult disclaim(Attempt attempt);

    /// Chooses the system, then starts the payment. Where nothing is to be paid, and the start's answer tells of no
    /// page, the confirmation follows by itself.
    Refusal pay(const OrderId &id, const PaymentChoice &choice);
    /// The cashier has collected the money. Forbidden where the server alone says that the order is paid; where it is
    /// not known whether a page was opened, only with the cashier's word that none was.
    Refusal confirm(const OrderId &id, PageSeen seen = PageSeen::NotAsked);
    /// Releases the seats at the server. A payment that is out is settled first: read, cancelled, and read again. What
    /// cannot be released at once is tried until the order has ended, or the server refuses.
    Refusal cancel(const OrderId &id);
    /// The buyer knows that \a sum, another than before, is to be paid (Sale::priceBefore()).
    void acceptSum(const OrderId &id, Money sum);
    /// Asks the server now.
    Refusal refresh(const OrderId &id);
    /// Reads the tickets of an order, their seats and, once it is paid, their barcodes.
    void readTickets(const OrderId &id);
    /// A person closes a sale that the server does not know (Sale::isUnknownToServer).
    void close(const OrderId &id);
    /// Changes of an order whose effect is not known.
    [[nodiscard]] QList<Intent> openIntents(const OrderId &id) const;
    /// The connection is back: what waits after failures is tried at once.
    void retryNow();

    // Issues (SaleJournal::issues()).
    /// A person has dealt with it. An UnknownReservation so ends as "none of them", unless it is too late for that; an
    /// UnknownToServer closes its sale.
    ReservationFlow::DisclaimResult resolve(qint64 issue, const QString &how);
    /// Orders that may be that of an UnknownReservation.
    [[nodiscard]] QList<Candidate> candidates(qint64 issue) const;
    /// The person says that \a order is that of the UnknownReservation \a issue; with SaleGoal::Release it is released.
    void claimFor(qint64 issue, const OrderId &order, SaleGoal goal);

Q_SIGNALS:
    void ready();
    /// What an earlier life left: sales that had not ended.
    void restored(const QList<okoshko::OrderId> &unfinished);
    /// The orders that candidates() gives for an issue are different.
    void candidatesChanged();
    void saleAdded(const okoshko::OrderId &id);
    void saleChanged(const okoshko::OrderId &id);
    /// An ended sale that is kept here no longer; the journal does.
    void saleForgotten(const okoshko::OrderId &id);
    void reserved(okoshko::SaleService::Attempt attempt, const okoshko::OrderId &id);
    void reservationFailed(okoshko::SaleService::Attempt attempt, const okoshko::ApiError &error);
    /// There was no seat left to ask for: no order was made.
    void nothingLeft(okoshko::SaleService::Attempt attempt);
    /// leftReservations() are different.
    void leftReservationsChanged();
    /// The server asks to wait (\a error); it is sent again at \a again, server time.
    void reservationDelayed(okoshko::SaleService::Attempt attempt, const okoshko::ApiError &error,
                            okoshko::Instant again);
    /// The answer is lost, for \a why; the orders that may be its are looked for. Where it still comes, reserved() or
    /// reservationFailed() follow.
    void reservationSearched(okoshko::SaleService::Attempt attempt, const okoshko::ApiError &why);
    /// \a candidates may be it: claim() or disclaim(). Empty where the server does not answer at all, or none is left;
    /// the search goes on. Told again as they change.
    void reservationUnclear(okoshko::SaleService::Attempt attempt, const QList<okoshko::Candidate> &candidates);
    /// claim() or claimFor() came to nothing: the order could not be read, another counter has gone on with it
    /// (OtherOrder), or another order is being written as ours already (Abandoned). The candidates stand, or are told
    /// anew.
    void claimFailed(okoshko::SaleService::Attempt attempt, const okoshko::ApiError &error);
    /// The payment was started; the buyer pays at the order's redirect URL, which is safe to open. Not told where the
    /// cashier was to collect: he has to see first that a page came instead.
    void redirectReady(const okoshko::OrderId &id);
    /// The payment was started, but its address is of a kind that is never opened.
    void redirectRefused(const okoshko::OrderId &id);
    /// Once a series: a sale that is given up is tried again and again.
    void stepFailed(const okoshko::OrderId &id, okoshko::Step step, const okoshko::ApiError &error);
    /// The first reading of a restored sale has ended, well or not.
    void saleReadBack(const okoshko::OrderId &id);
    /// A reading of the order was answered, or why it was not.
    void saleAsked(const okoshko::OrderId &id, const std::optional<okoshko::ApiError> &failure);
    void ordersLoaded();
    void loadingFailed(const okoshko::ApiError &error);

private:
    void restore(const JournalContents &contents);
    void learn(SaleProcess &known, const Order &order, quint64 asked);
    void learnList(quint64 asked, const OrderList &list);
    SaleProcess &add(Sale sale, quint64 asked);
    ReservationFlow &addFlow(const ReserveRequest &request);
    [[nodiscard]] SaleProcess *process(const OrderId &id) const;
    [[nodiscard]] ReservationFlow *flow(Attempt attempt) const;
    [[nodiscard]] std::vector<const ReservationFlow *> reservationsThat(bool (ReservationFlow::*are)() const) const;
    [[nodiscard]] ReservationFlow *flowOf(qint64 issue) const;
    [[nodiscard]] ReservationFlow::Taken takenBy(const OrderId &id) const;
    [[nodiscard]] bool isClaimed(const OrderId &id) const;
    /// A step of the cashier's on an order, or why it is not even asked for.
    [[nodiscard]] Refusal step(const OrderId &id, const std::function<Refusal(SaleProcess &)> &ask) const;
    void claim(ReservationFlow *flow, const OrderId &order, SaleGoal goal);
    /// It is the order of \a by, or made here: no other reservation's.
    void noteTaken(const OrderId &order, const ReservationFlow *by);
    void onMade(const Reserved &reserved);
    void removeFlow(Attempt attempt);
    void forgetEnded();
    [[nodiscard]] PaymentSystem::Confirmation confirmationOf(const QString &system) const;

    SaleContext m_context;
    std::map<OrderId, std::unique_ptr<SaleProcess>> m_sales;
    std::map<Attempt, std::unique_ptr<ReservationFlow>> m_flows;
    std::vector<std::unique_ptr<ReservationFlow>> m_ended;       ///< flows that may still be telling of their end
    QHash<QString, PaymentSystem::Confirmation> m_confirmations; ///< by the system's name
    Timer m_listTimer;
    Timer m_sweep;
    Call m_loading;
    ListExtent m_extent = ListExtent::Whole;
    Unreadable m_unreadable;
    Attempt m_lastAttempt = 0;
    Timer m_readyLimit;
    Timer m_refusing;
    std::vector<Attempt> m_early;    ///< asked for before the journal was read
    std::vector<Attempt> m_refusals; ///< whose refusal is still to be told
    bool m_isReady = false;
    bool m_isListWanted = false;
};

} // namespace okoshko
