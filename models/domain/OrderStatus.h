// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace okoshko {

/// Where an order stands, by the server's own names (vendor documentation).
enum class OrderStatus {
    Executed,   ///< held for the buyer until `reserved_till`
    InProgress, ///< payment started, its outcome awaited
    Done,       ///< paid; nothing may change
    Canceled,   ///< given up; the seats are back on sale
    Expired,    ///< the hold ran out; only the server sets it
    Refunded,   ///< paid, and given back
    Unknown,    ///< a word that we do not know: shown as it is, nothing is offered for it
};

inline constexpr std::array allOrderStatuses{OrderStatus::Executed, OrderStatus::InProgress, OrderStatus::Done,
                                             OrderStatus::Canceled, OrderStatus::Expired,    OrderStatus::Refunded,
                                             OrderStatus::Unknown};

/// The server's word for \a status, for logs and records; `unknown` for Unknown.
[[nodiscard]] QString toWord(OrderStatus status);

/// True where the server will not change the order any more by itself and no payment can be under way.
[[nodiscard]] bool isFinal(OrderStatus status);

/// True where `reserved_till` still runs.
[[nodiscard]] bool isHeld(OrderStatus status);

} // namespace okoshko
