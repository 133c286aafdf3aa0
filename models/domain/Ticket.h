// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/domain/Instant.h"

#include <QString>

#include <optional>

namespace okoshko {

/// A place in a hall, in the venue's own words: rows and numbers are texts ("4", "4а", "ложа 2").
struct Seat
{
    QString sector; ///< an id or a name, as the server gives it; may be empty
    QString row;
    QString number;

    friend bool operator==(const Seat &, const Seat &) = default;
};

/// A ticket of an order (`GET …/orders/:id/tickets`). One that could not be read is there all the same, and has
/// nothing.
struct Ticket
{
    TicketId id;
    SetId set;
    QString serial;
    QString number;
    QString barcode; ///< empty until the order is done (vendor documentation)
    std::optional<Seat> seat;

    friend bool operator==(const Ticket &, const Ticket &) = default;
};

enum class SeatStatus { Vacant, Reserved, Sold, Unknown };

/// A ticket of an event as it is on sale (`GET …/events/:id/tickets`).
struct HallSeat
{
    TicketId ticket;
    SetId set;
    SeatStatus status = SeatStatus::Unknown;
    std::optional<Seat> seat;
    std::optional<Instant> reservedTill;

    friend bool operator==(const HallSeat &, const HallSeat &) = default;
};

} // namespace okoshko
