// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "models/sale/PollPace.h"
#include "models/sale/Sale.h"

#include <QObject>

#include <map>

namespace okoshko {

class ServerClock;
class Ticker;

/// The rules of selling: any number of orders at once, one change at a time an order, polling while a payment is
/// awaited. It knows no widget, no JSON, no socket and no wall clock.
///
/// Every method returns at once; what came of it is told by a signal, later. What the state of an order forbids is
/// refused here, whatever the windows offer. A change that the server answers with 409 waits and is sent again,
/// bounded; one that got no clear answer is read back. Lives on the thread of its user.
class SaleDesk final : public QObject
{
    Q_OBJECT
public:
    /// Names one attempt to reserve until the server has given the order an id.
    using Attempt = quint64;

    /// Why a step was not even asked for.
    enum class Refusal {
        None,
        UnknownOrder,
        Busy,      ///< another change of this order is under way
        Forbidden, ///< the order's state does not allow it
    };

    /// All must outlive this.
    SaleDesk(TicketingApi &api, ServerClock &clock, Ticker &ticker, QObject *parent = nullptr);

    [[nodiscard]] const Sale *sale(const OrderId &id) const;
    /// All sales, by id.
    [[nodiscard]] const std::map<OrderId, Sale> &sales() const { return m_sales; }

    /// Reads the orders that the server knows, newest first, at most \a limit; answered by ordersLoaded() or
    /// loadingFailed(). Does nothing while a reading is under way.
    void loadOrders(int limit = 500);

    /// Answered by reserved(), nothingLeft() or reservationFailed(). An order without tickets is cancelled by the desk
    /// itself. Numbered seats are picked here, out of those that are vacant at this moment.
    Attempt reserve(const ReserveRequest &request);

    /// Chooses the system, then starts the payment; the second only once the first has been accepted.
    Refusal pay(const OrderId &id, const PaymentChoice &choice);
    /// The cashier has collected the money. Forbidden where the buyer pays at a redirect URL: then only the server
    /// says that the order is paid.
    Refusal confirm(const OrderId &id);
    /// Releases the seats at the server.
    Refusal cancel(const OrderId &id);
    /// Asks the server now.
    Refusal refresh(const OrderId &id);
    /// Reads the tickets of an order, their seats and, once it is paid, their barcodes; saleChanged() tells. Does
    /// nothing while they are being read.
    void readTickets(const OrderId &id);

Q_SIGNALS:
    void saleAdded(const okoshko::OrderId &id);
    void saleChanged(const okoshko::OrderId &id);
    void reserved(okoshko::SaleDesk::Attempt attempt, const okoshko::OrderId &id);
    void reservationFailed(okoshko::SaleDesk::Attempt attempt, const okoshko::ApiError &error);
    /// There was no seat left to ask for: no order was made.
    void nothingLeft(okoshko::SaleDesk::Attempt attempt);
    /// The payment was started; the buyer pays at the order's redirect URL, which is safe to open.
    void redirectReady(const okoshko::OrderId &id);
    /// The payment was started, but its address is of a kind that is never opened.
    void redirectRefused(const okoshko::OrderId &id);
    void stepFailed(const okoshko::OrderId &id, okoshko::Step step, const okoshko::ApiError &error);
    void ordersLoaded();
    void loadingFailed(const okoshko::ApiError &error);

private:
    /// A change as it was asked for, for sending it again after a 409.
    struct Change
    {
        Step step = Step::Read;
        PaymentChoice choice;
    };

    /// What the desk has to do about an order, beside what the sale tells.
    struct Work
    {
        Change change;     ///< valid while the sale's step is under way
        int conflicts = 0; ///< 409 answers to it so far
        std::optional<Instant> resendAt;
        std::optional<Instant> askAt;
        int asked = 0;  ///< readings since the state last changed
        int failed = 0; ///< failed readings in a row
        Call reading;
        Call readingTickets;
    };

    void pickAndReserve(Attempt attempt, const ReserveRequest &request);
    void sendReservation(Attempt attempt, const ReserveRequest &sent, const ReserveRequest &asked);
    [[nodiscard]] Refusal judge(const OrderId &id, Step step) const;
    Refusal begin(const OrderId &id, const Change &change);
    void send(const OrderId &id);
    void onAnswered(const OrderId &id, const Result<Order> &result);
    void onChanged(const OrderId &id, Step step, const Order &order);
    void onChangeFailed(const OrderId &id, Step step, const ApiError &error);
    void offerRedirect(const Sale &sale);

    void read(const OrderId &id);
    void onRead(const OrderId &id, const Result<Order> &result);
    void adopt(const Order &order, const ReserveRequest &request, Sale::Origin origin);
    void accept(Sale &sale, const Order &order, Step by);
    void plan(const OrderId &id);
    void onSecond();

    TicketingApi &m_api;
    ServerClock &m_clock;
    PollPace m_pace;
    std::map<OrderId, Sale> m_sales;
    std::map<OrderId, Work> m_work;
    Attempt m_lastAttempt = 0;
    Call m_loading;
};

} // namespace okoshko
