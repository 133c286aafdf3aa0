// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "models/api/http/HttpClient.h"

namespace okoshko::v1 {

/// Time and size limits of answers: 36 events took 3.2 s, 20 s were too short for an integrator's list, and a hall has
/// 180,000 seats (public payloads). A create takes less, but a create that is given up has to be searched for.
inline constexpr AnswerLimits listLimits{std::chrono::seconds(60), qint64(128) * 1024 * 1024};
/// A create is awaited longer: its late answer still identifies the order.
inline constexpr AnswerLimits createLimits{std::chrono::seconds(45), qint64(1024) * 1024, std::chrono::minutes(10)};
inline constexpr AnswerLimits changeLimits{std::chrono::seconds(30), qint64(1024) * 1024};
inline constexpr AnswerLimits orderLimits{std::chrono::seconds(20), qint64(1024) * 1024}; ///< of reading one order

/// Verb, path, query and body of each call (vendor documentation, the recording).
[[nodiscard]] HttpRequest eventsRequest(int page);
[[nodiscard]] HttpRequest eventRequest(const EventId &event);
[[nodiscard]] HttpRequest seatsRequest(const EventId &event);
[[nodiscard]] HttpRequest reserveRequest(const ReserveRequest &wanted);
[[nodiscard]] HttpRequest choosePaymentRequest(const OrderId &order, const PaymentChoice &choice);
[[nodiscard]] HttpRequest startPaymentWithRequest(const OrderId &order, const PaymentChoice &choice);
[[nodiscard]] HttpRequest changeRequest(const OrderId &order, const OrderChange &change);
[[nodiscard]] HttpRequest statusRequest(const OrderId &order, OrderStatus wanted);
[[nodiscard]] HttpRequest orderRequest(const OrderId &order);
[[nodiscard]] HttpRequest ordersRequest(const OrderQuery &query, int page);
[[nodiscard]] HttpRequest ticketsRequest(const OrderId &order);
[[nodiscard]] HttpRequest legalRequest(const PartnerId &partner);

inline constexpr int pageSize = 200;

/// A request without key, to test whether a server speaks this generation.
[[nodiscard]] HttpRequest keylessRequest();

/// Whether \a answer to it is of this generation: 401 or 403 with JSON, or 200 with a JSON array.
[[nodiscard]] bool isAnswerToKeyless(const HttpAnswer &answer);
/// Whether \a answer is of a later generation of the vendor's protocol.
[[nodiscard]] bool isOfALaterGeneration(const HttpAnswer &answer);

} // namespace okoshko::v1
