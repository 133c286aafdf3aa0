// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/OrderRow.h"

namespace okoshko::test {

/// 2026-05-12, 14:23:29 in Moscow.
[[nodiscard]] Instant noon();

/// The id of the \a number-th order of a test.
[[nodiscard]] OrderId orderId(int number);
[[nodiscard]] EventId eventId(int number);

/// A held order of two tickets for 1400 roubles, made at noon() and held for ten minutes.
[[nodiscard]] OrderRow heldRow(int number, const QString &title = {});
[[nodiscard]] OrderRow rowOf(int number, OrderStatus status);

} // namespace okoshko::test
