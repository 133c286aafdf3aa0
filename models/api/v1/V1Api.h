// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "models/api/http/HttpClient.h"
#include "models/api/v1/PooledDecoding.h"

#include <memory>

namespace okoshko::v1 {

/// TicketingApi for the first generation of the vendor's protocol (the vendor documentation, the recording).
///
/// Lists are paged, and a server may ignore the page number: reading ends with a page without new elements, and after a
/// limited number of pages. Events are read some pages in advance. Since a server may return the oldest first, orders()
/// reads all pages whatever its limit; with limit 0 it reads one, as a test whether orders can be read. Not
/// thread-safe: used on the thread of \a http.
class V1Api final : public TicketingApi
{
public:
    /// \a http must outlive this; its Config::readWords should be readServerWords().
    explicit V1Api(HttpClient &http);

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
    Call ask(const HttpRequest &request, const OrderId &about, QObject *context, Then<Order> then);
    template <class T>
    Call askFor(const HttpRequest &request, typename PooledDecoding<T>::Decode decode, QObject *context, Then<T> then);

    HttpClient &m_http;
};

/// Decodes the seats of an event and returns the result of \a choose.
[[nodiscard]] PooledDecoding<SeatChoice>::Decode seatsDecoder(TicketingApi::ChooseSeats choose);

} // namespace okoshko::v1
