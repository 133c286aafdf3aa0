// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "models/domain/PaymentSystem.h"
#include "models/sale/Patience.h"
#include "models/sale/Reservations.h"
#include "models/sale/Sale.h"

#include <QHash>
#include <QObject>
#include <QRandomGenerator>

#include <map>

namespace okoshko {

class SaleBook;
class ServerClock;
class Ticker;

/// The rules of selling: any number of orders at once, one change at a time an order, polling while a payment is
/// awaited. It knows no widget, no JSON, no socket and no wall clock.
///
/// Every method returns at once; what came of it is told by a signal, later. What the state of an order forbids is
/// refused here, whatever the windows offer. Before a change is sent, its intent is in the journal, or it is not sent.
/// A change that the server answers with 409 or 429 waits and is sent again, bounded; one that got no clear answer is
/// read back. Only the server's word ends a sale. Lives on the thread of its user.
class SaleDesk final : public QObject
{
    Q_OBJECT
public:
    using Attempt = Reservations::Attempt;

    /// Why a step was not even asked for.
    enum class Refusal {
        None,
        UnknownOrder,
        Busy,       ///< another change of this order is under way
        Forbidden,  ///< the order's state does not allow it
        NotReadYet, ///< the order is known from the journal only
        KeyRefused, ///< the server does not accept the key: selling stops
        NotRecorded ///< the journal takes nothing: selling stops
    };

    struct Places ///< all must outlive the desk
    {
        TicketingApi &api;
        ServerClock &clock;
        Ticker &ticker;
        SaleBook &book;
    };

    explicit SaleDesk(const Places &places, Patience patience = {}, QObject *parent = nullptr);
    ~SaleDesk() override;

    // Settings: both may change at any time, and hold at once for all sales.
    void setPace(const PollPace &pace);
    /// Who confirms, by the name of each of \a systems; a name that is not among them goes by the redirect URL.
    void setPaymentSystems(const QList<PaymentSystem> &systems);

    [[nodiscard]] const Sale *sale(const OrderId &id) const;
    /// The sales, by id: all that have not ended, and the latest of those that have.
    [[nodiscard]] const std::map<OrderId, Sale> &sales() const { return m_sales; }

    /// Reads the orders that the server knows, newest first, at most \a limit; answered by ordersLoaded() or
    /// loadingFailed(). Does nothing while a reading is under way.
    void loadOrders(int limit = 500);

    /// Answered by reserved(), nothingLeft() or reservationFailed(); before those perhaps by reservationSearched() and
    /// reservationUnclear(). An order without tickets is cancelled by the desk itself. Numbered seats are picked here,
    /// out of those that are vacant at this moment.
    Attempt reserve(const ReserveRequest &request);
    /// The buyer has gone: whatever comes of the attempt is released.
    void giveUp(Attempt attempt);
    /// After reservationUnclear(): \a order is it, or none of them is.
    void claim(Attempt attempt, const OrderId &order);
    void disclaim(Attempt attempt);

    /// Chooses the system, then starts the payment; the second only once the first has been accepted.
    Refusal pay(const OrderId &id, const PaymentChoice &choice);
    /// The cashier has collected the money. Forbidden where the buyer pays at a redirect URL, and where the system's
    /// setting says so: then only the server says that the order is paid.
    Refusal confirm(const OrderId &id);
    /// Releases the seats at the server. A payment that is out is settled first: read, cancelled, and read again. What
    /// cannot be released at once is tried until the order has ended.
    Refusal cancel(const OrderId &id);
    /// Asks the server now.
    Refusal refresh(const OrderId &id);
    /// Reads the tickets of an order, their seats and, once it is paid, their barcodes; saleChanged() tells. Does
    /// nothing while they are being read.
    void readTickets(const OrderId &id);

    /// Takes over a sale from an earlier life of the program and reads it.
    void restore(const Sale &sale);
    /// Looks for the order of a reservation that an earlier life sent and nobody saw answered; it is released.
    void recover(const Intent &reservation);
    /// A person has dealt with an entry of what is to be settled.
    void settle(qint64 unsettled, const QString &how);

Q_SIGNALS:
    void saleAdded(const okoshko::OrderId &id);
    void saleChanged(const okoshko::OrderId &id);
    /// An ended sale that the desk keeps no longer; the journal does.
    void saleForgotten(const okoshko::OrderId &id);
    void reserved(okoshko::SaleDesk::Attempt attempt, const okoshko::OrderId &id);
    void reservationFailed(okoshko::SaleDesk::Attempt attempt, const okoshko::ApiError &error);
    /// There was no seat left to ask for: no order was made.
    void nothingLeft(okoshko::SaleDesk::Attempt attempt);
    /// The answer was lost; the order that may have been made is looked for.
    void reservationSearched(okoshko::SaleDesk::Attempt attempt);
    /// It cannot be told which of \a perhaps it is, or whether any: claim() or disclaim(). Empty where the server does
    /// not answer at all; the search goes on.
    void reservationUnclear(okoshko::SaleDesk::Attempt attempt, const QList<okoshko::Order> &perhaps);
    /// The payment was started; the buyer pays at the order's redirect URL, which is safe to open. Not told where the
    /// cashier was to collect: he has to see first that a page came instead.
    void redirectReady(const okoshko::OrderId &id);
    /// The payment was started, but its address is of a kind that is never opened.
    void redirectRefused(const okoshko::OrderId &id);
    void stepFailed(const okoshko::OrderId &id, okoshko::Step step, const okoshko::ApiError &error);
    /// The first reading of a restored sale has ended, well or not.
    void saleReadBack(const okoshko::OrderId &id);
    void ordersLoaded();
    void loadingFailed(const okoshko::ApiError &error);

private:
    /// A change as it was asked for, for sending it again after a 409.
    struct Change
    {
        enum class Settled { No, Yes }; ///< whether the payment that is out was read before it is cancelled

        Step step = Step::Read;
        PaymentChoice choice;
        Settled settled = Settled::No;
        Intent intent;
    };

    /// What the desk has to do about an order, beside what the sale tells.
    struct Work
    {
        Change change;     ///< valid while the sale's step is under way
        int conflicts = 0; ///< 409 and 429 answers to it so far
        std::optional<Instant> resendAt;
        std::optional<Instant> askAt;
        std::optional<Instant> releaseAt;
        int asked = 0;    ///< readings since the state last changed
        int failed = 0;   ///< failed readings in a row
        int released = 0; ///< cancellations in vain
        Call reading;
        Call readingTickets;
    };

    // SaleDesk.cpp: which sales there are
    void onMade(const Reserved &reserved);
    void adopt(Sale sale);
    [[nodiscard]] PaymentSystem::Confirmation confirmationOf(const QString &system) const;
    void forgetEnded();
    void keepAll();

    // SaleDeskChanges.cpp: changes and their answers
    [[nodiscard]] Refusal judge(const OrderId &id, Step step) const;
    Refusal begin(const OrderId &id, Change change);
    void send(const OrderId &id);
    void settlePayment(const OrderId &id);
    void onSettled(const OrderId &id, const Result<Order> &result);
    void onAnswered(const OrderId &id, const Result<Order> &result);
    void onChanged(const OrderId &id, const Order &order);
    void onChangeFailed(const OrderId &id, const ApiError &error);
    void endChange(const OrderId &id, Outcome outcome);
    /// As the server wishes (`Retry-After`): the order is left alone until then, unless the cashier asks.
    void wait(const OrderId &id, std::chrono::seconds pause);
    void offerRedirect(const Sale &sale);

    // SaleDeskReading.cpp: what the server says, and when it is asked
    void read(const OrderId &id);
    void onRead(const OrderId &id, const Result<Order> &result);
    void onReadFailed(const OrderId &id, const ApiError &error);
    void accept(Sale &sale, const Order &order, Step by);
    void settleDoubts(const Order &before, const Sale &sale);
    void plan(const OrderId &id);
    void onSecond();
    void noteKey(const ApiError &error);

    Places m_places;
    Patience m_patience;
    Reservations m_reservations;
    QRandomGenerator m_random;
    std::map<OrderId, Sale> m_sales;
    std::map<OrderId, Work> m_work;
    QHash<QString, PaymentSystem::Confirmation> m_confirmations; ///< by the system's name
    Call m_loading;
    bool m_keyRefused = false;
};

} // namespace okoshko
