// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "models/api/http/HttpClient.h"

namespace okoshko::v1 {

/// Verb, path, query and body of each call, as the vendor documentation and the recording have them.
[[nodiscard]] HttpRequest eventsRequest(int page);
[[nodiscard]] HttpRequest seatsRequest(const EventId &event);
[[nodiscard]] HttpRequest reserveRequest(const ReserveRequest &wanted);
[[nodiscard]] HttpRequest choosePaymentRequest(const OrderId &order, const PaymentChoice &choice);
[[nodiscard]] HttpRequest statusRequest(const OrderId &order, OrderStatus wanted);
[[nodiscard]] HttpRequest orderRequest(const OrderId &order);
[[nodiscard]] HttpRequest ordersRequest(const OrderQuery &query, int page);
[[nodiscard]] HttpRequest ticketsRequest(const OrderId &order);

inline constexpr int pageSize = 200;

} // namespace okoshko::v1
