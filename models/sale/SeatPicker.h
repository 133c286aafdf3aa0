// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"

#include <QList>

namespace okoshko {

/// Picks seats of the wanted sets, as sets with numbered seats cannot be reserved at random (vendor documentation). The
/// seats of a set are adjacent if possible: in the first row with enough room, as near to its middle as possible;
/// otherwise in as few groups as possible. Fewer than wanted if there are no more. Takes long for a stadium: call it on
/// a decoding thread. Pure function, for any thread.
[[nodiscard]] SeatChoice pickSeats(const QList<HallSeat> &hall, const QList<WantedTickets> &wanted);

} // namespace okoshko
