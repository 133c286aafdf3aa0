// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/vendor/SimRequest.h"
#include "tests/simulation/vendor/SimVendor.h"
#include "tests/simulation/vendor/SimWindows.h"

#include "models/api/ServerClock.h"

#include <QPointer>

#include <memory>

namespace okoshko::sim {

/// The port of one counter to the vendor, over a network with faults. Keeps the contract of TicketingApi.
///
/// Outlives the counter's objects: a counter that dies and starts again goes on with the same line, and what it sent
/// before runs on.
class SimLine final : public TicketingApi
{
public:
    /// How long the client awaits an answer to a request of that \a kind.
    [[nodiscard]] static Microseconds patience(RequestKind kind);

    /// \a counter is from 1.
    SimLine(int counter, SimScheduler &scheduler, Choices &choices, const SimRates &rates, const SimWindows &windows,
            VendorLog &log, SimVendor &vendor);
    SimLine(const SimLine &) = delete;
    SimLine &operator=(const SimLine &) = delete;

    /// Gets the server's `Date` of every answer; may die at any time.
    void setClock(ServerClock *clock) { m_clock = clock; }
    /// What *Test connection* does for the clock: one answer, now. Until the first answer ServerClock tells the real
    /// computer's time, which no simulation can repeat.
    void feedClock();

    [[nodiscard]] int counter() const { return m_counter; }
    /// How many calls have not ended and are still waited for.
    [[nodiscard]] int underWay() const { return m_underWay; }

    Call events(QObject *context, TakeEvents take, Then<EventListEnd> then) override;
    Call event(const EventId &event, QObject *context, Then<Event> then) override;
    Call seats(const EventId &event, ChooseSeats choose, QObject *context, Then<SeatChoice> then) override;
    Call reserve(const ReserveRequest &request, QObject *context, Then<Order> then) override;
    Call choosePayment(const OrderId &order, const PaymentChoice &choice, QObject *context, Then<Order> then) override;
    Call startPayment(const OrderId &order, QObject *context, Then<Order> then) override;
    Call startPaymentWith(const OrderId &order, const PaymentChoice &choice, QObject *context,
                          Then<Order> then) override;
    Call change(const OrderId &order, const OrderChange &change, QObject *context, Then<Order> then) override;
    Call confirm(const OrderId &order, QObject *context, Then<Order> then) override;
    Call cancel(const OrderId &order, QObject *context, Then<Order> then) override;
    Call order(const OrderId &order, QObject *context, Then<Order> then) override;
    Call orders(const OrderQuery &query, QObject *context, Then<OrderList> then) override;
    Call tickets(const OrderId &order, QObject *context, Then<QList<Ticket>> then) override;
    Call legal(const PartnerId &partner, QObject *context, Then<Legal> then) override;

private:
    struct Flight;
    using FlightPtr = std::shared_ptr<Flight>;
    using Deliver = std::function<void(const SimAnswer &)>;

    /// Whether the answer comes from the vendor's server itself and so carries its `Date`.
    enum class From { Server, Elsewhere };

    template <class T>
    Call ask(const SimRequest &request, QObject *context, Then<T> then);
    Call send(const SimRequest &request, QObject *context, Deliver deliver);
    [[nodiscard]] std::optional<ApiError> blocked() const;
    [[nodiscard]] LineFault drawFault(int number);
    [[nodiscard]] static ApiError errorOf(const Flight &flight, LineFault fault);
    [[nodiscard]] Microseconds jitter(const char *what, int number);

    /// The request arrives after \a travel, and what the vendor answers comes back.
    void pass(const FlightPtr &flight, Microseconds travel, LineFault fault);
    void answered(const FlightPtr &flight, const SimAnswer &answer, LineFault fault);
    /// The flight ends after \a delay, if it has not ended before.
    void endLater(const FlightPtr &flight, Microseconds delay, const SimAnswer &answer, From from = From::Elsewhere);
    void end(const FlightPtr &flight, const SimAnswer &answer);

    int m_counter;
    SimScheduler &m_scheduler;
    Choices &m_choices;
    const SimRates &m_rates;
    const SimWindows &m_windows;
    VendorLog &m_log;
    SimVendor &m_vendor;
    QPointer<ServerClock> m_clock;
    int m_underWay = 0;
};

} // namespace okoshko::sim
