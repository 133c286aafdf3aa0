// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"

#include <QList>

namespace okoshko {

/// Picks tickets of the wanted sets out of a hall, for sets with numbered seats cannot be asked for at random (vendor
/// documentation). The seats of a set are side by side where there is such a place: in the first row that has one, as
/// near to its middle as can be; else in as few pieces as possible. Fewer than wanted where there are no more. Takes
/// long for a stadium: call it where the hall is decoded.
[[nodiscard]] SeatChoice pickSeats(const QList<HallSeat> &hall, const QList<WantedTickets> &wanted);

} // namespace okoshko
