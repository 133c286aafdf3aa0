// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/domain/Order.h"
#include "tests/fuzz/NaiveJson.h"

#include <optional>

namespace okoshko::fuzz {

/// What must be read of a value, and how many parts of it must be left out.
template <class T>
struct Naive
{
    std::optional<T> value; ///< nothing: it cannot be read
    int parts = 0;
};

// The values of the domain as they are told, field by field, without regard to speed: each decoder must give the same.
// Sums, times, ids and calendars are parsed by the program, which the target `texts` tries.
[[nodiscard]] Naive<Order> readOrder(const NaiveJson &json);
[[nodiscard]] Naive<Order> readNamedOrder(const NaiveJson &json);
[[nodiscard]] Naive<Event> readEvent(const NaiveJson &json);
[[nodiscard]] Naive<Ticket> readTicket(const NaiveJson &json);
[[nodiscard]] Naive<HallSeat> readHallSeat(const NaiveJson &json);

} // namespace okoshko::fuzz
