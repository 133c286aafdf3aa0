// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/vendor/Choices.h"
#include "tests/simulation/vendor/SimOrder.h"
#include "tests/simulation/vendor/SimRates.h"
#include "tests/simulation/vendor/SimRequest.h"
#include "tests/simulation/vendor/SimScheduler.h"
#include "tests/simulation/vendor/SimStock.h"
#include "tests/simulation/vendor/VendorLog.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <functional>

namespace okoshko::sim {

/// The vendor: what is true about orders and tickets, for one key. Reads the vendor documentation and the recordings by
/// itself and shares nothing with the program's own adapter or sandbox (README.md says where each behaviour comes
/// from).
///
/// Everything that changes something is in the log. All time is the scheduler's, all chance the choices'.
class SimVendor
{
public:
    /// The answer, as the port would give it; a request's number is not set in an error.
    using Done = std::function<void(const SimAnswer &)>;

    SimVendor(SimScheduler &scheduler, Choices &choices, const SimRates &rates, VendorLog &log, SimStock &stock,
              Instant start);
    SimVendor(const SimVendor &) = delete;
    SimVendor &operator=(const SimVendor &) = delete;

    /// A request has arrived. \a done may be called from within; it is called once.
    void submit(const SimRequestPtr &request, Done done);

    /// The server's own clock.
    [[nodiscard]] Instant now() const;
    /// Somebody sets it.
    void shiftClock(Microseconds by) { m_start += by; }

    // The truth.
    [[nodiscard]] const std::deque<SimOrder> &orders() const { return m_orders; }
    [[nodiscard]] const SimOrder *find(const OrderId &order) const;
    /// Orders that hold seats now.
    [[nodiscard]] QList<OrderId> holds() const;
    /// Orders that are done now.
    [[nodiscard]] QList<OrderId> paid() const;
    /// Empty, or the first contradiction between orders and stock.
    [[nodiscard]] QString inconsistency() const;

    // The payment page.
    [[nodiscard]] bool doesPageAccept(const OrderId &order) const;
    /// The buyer has paid; the server knows of it later. False where the page does not accept it.
    bool pay(const OrderId &order);
    /// False where there was nothing to decline.
    bool decline(const OrderId &order);

    // The server by itself, and other sellers.
    void cancelByServer(const OrderId &order);
    void refund(const OrderId &order);
    /// The nightly reset of a staging server: no order is known any more, all seats are vacant.
    void forgetAll();
    /// 403 to the choice of \a system until allow().
    void forbid(const QString &system) { m_forbidden.insert(system); }
    void allow(const QString &system) { m_forbidden.remove(system); }
    int sellElsewhere(const SetId &set, int count);

    /// Unknown words end, expiries are on time, nothing is forbidden.
    void faultsStop();

private:
    [[nodiscard]] SimOrder *seek(const OrderId &order);
    [[nodiscard]] static Actor actorOf(const SimRequest &request);

    // One request.
    void beginChange(const SimRequestPtr &request, Done done);
    void endChange(const SimRequest &request, int ordinal, const Done &done);
    [[nodiscard]] SimAnswer read(const SimRequest &request);
    [[nodiscard]] SimAnswer reserve(const SimRequest &request);
    [[nodiscard]] SimAnswer choosePayment(SimOrder &order, const SimRequest &request);
    [[nodiscard]] SimAnswer startPayment(SimOrder &order, const SimRequest &request);
    [[nodiscard]] SimAnswer startPaymentWith(SimOrder &order, const SimRequest &request);
    [[nodiscard]] SimAnswer change(SimOrder &order, const SimRequest &request);
    [[nodiscard]] std::optional<ApiError> refusal(const SimOrder &order, const OrderChange &change) const;
    void setTickets(SimOrder &order, const OrderChange &change);
    [[nodiscard]] SimAnswer confirm(SimOrder &order, const SimRequest &request);
    [[nodiscard]] SimAnswer cancel(SimOrder &order, const SimRequest &request);
    [[nodiscard]] SimAnswer list(const SimRequest &request);
    [[nodiscard]] SimAnswer ticketsOf(const SimOrder &order) const;
    [[nodiscard]] std::optional<ApiError> refusal(const ReserveRequest &request) const;
    [[nodiscard]] QList<TicketId> takeFor(const ReserveRequest &request, int ordinal);

    // What an answer shows.
    [[nodiscard]] Order changed(const SimOrder &order);
    [[nodiscard]] Order shown(const SimOrder &order);
    void turnTickets(const SimOrder &order, Order &answer);

    // What happens to an order.
    void record(VendorLogEntry::What what, const SimOrder &order, const Actor &actor,
                OrderStatus from = OrderStatus::Unknown);
    void move(SimOrder &order, OrderStatus to, const Actor &actor);
    void showStatus(SimOrder &order);
    void price(SimOrder &order);
    void setHold(SimOrder &order, Microseconds length);
    void scheduleExpiry(SimOrder &order);
    void expire(int ordinal);
    void awaitInvoice(const SimOrder &order);
    void land(int ordinal);
    [[nodiscard]] Instant stamp() const;

    SimScheduler &m_scheduler;
    Choices &m_choices;
    const SimRates &m_rates;
    VendorLog &m_log;
    SimStock &m_stock;
    Instant m_start;
    std::deque<SimOrder> m_orders; ///< by ordinal
    QHash<OrderId, int> m_index;
    QSet<QString> m_forbidden;
};

} // namespace okoshko::sim
