// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"

#include <chrono>
#include <optional>

namespace okoshko {

/// How long an order is still held, as a figure and a bar show it.
struct Countdown
{
    enum class Urgency { Calm, Urgent, Over };

    /// From here on a countdown is urgent, unless the settings say otherwise.
    static constexpr std::chrono::seconds usualUrgency{120};

    std::chrono::seconds left{0}; ///< rounded up, never below zero: 00:00 is shown only once the time is over
    double fraction = 0;          ///< of the hold, 0 … 1
    Urgency urgency = Urgency::Over;

    /// Of \a order at server time \a now; nothing where no hold runs. The hold is measured from the order's creation,
    /// and from its last change once the payment has started, for the payment system moves its end (vendor
    /// documentation).
    [[nodiscard]] static std::optional<Countdown> of(const Order &order, Instant now,
                                                     std::chrono::seconds urgentFrom = usualUrgency);

    friend bool operator==(const Countdown &, const Countdown &) = default;
};

} // namespace okoshko
