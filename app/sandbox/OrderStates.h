// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Order.h"

namespace okoshko::sandbox {

/// The state diagram. `pageCollects`: the buyer pays this order at the payment page, so that a seller may not call
/// it done himself.
[[nodiscard]] bool mayBecome(OrderStatus from, OrderStatus to, Actor actor, bool pageCollects);

/// The protocol's words: `executed`, `in_progress` …
[[nodiscard]] QString toText(OrderStatus status);
[[nodiscard]] std::optional<OrderStatus> orderStatusFrom(const QString &text);

[[nodiscard]] QString toText(RefundStatus status);
[[nodiscard]] std::optional<RefundStatus> refundStatusFrom(const QString &text);
[[nodiscard]] QString toText(Culprit culprit);
[[nodiscard]] std::optional<Culprit> culpritFrom(const QString &text);

} // namespace okoshko::sandbox
