// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"

#include <QList>

namespace okoshko {

/// How far an order is as a change wanted it, judged by the order alone.
enum class Fulfilment {
    Whole,
    Partly,   ///< fewer tickets or promo codes than wanted, and not as before
    None,     ///< as before the change
    NotKnown, ///< the order does not show it, or somebody else has changed it as well
};

/// \a before: the order before the change; \a known: its tickets, as far as they were read.
[[nodiscard]] Fulfilment fulfilmentOf(const OrderChange &wanted, const Order &before, const Order &now,
                                      const QList<Ticket> &known);

/// \a answer to \a wanted refuses a promo code, at least one. \a before: the order before the change.
[[nodiscard]] bool isCodeRefused(const OrderChange &wanted, const Order &before, const Order &answer);

/// The number of tickets asked for by \a wanted; that of \a order if it does not change tickets.
[[nodiscard]] qsizetype wantedCount(const OrderChange &wanted, const Order &order);

/// The price rules and the prices of a ticket are those of \a before, as far as they are reported: a different sum
/// follows from \a wanted.
[[nodiscard]] bool explainsSum(const OrderChange &wanted, const Order &before, const Order &now);

/// \a request as the cashier would make it now for the tickets of \a wanted. \a known: tickets of the order with their
/// sets.
[[nodiscard]] ReserveRequest followed(ReserveRequest request, const OrderChange &wanted, const QList<Ticket> &known);

} // namespace okoshko
