// SPDX-License-Identifier: GPL-3.0-or-later
// The places of a hall, and the seats that are picked out of them.
#include "models/sale/SeatPicker.h"
#include "tests/fuzz/Body.h"

#include <QSet>

#include <algorithm>

using namespace okoshko;

namespace {

void check(const HallSeat &place)
{
    fuzz::require(!place.ticket.isNull(), "a place has a ticket");
    fuzz::requireBounds(place.ticket);
    fuzz::requireBounds(place.set);
    fuzz::requireBounds(place.reservedTill);
    const Seat seat = place.seat.value_or(Seat());
    for (const QString &text : {seat.sector, seat.row, seat.number})
        fuzz::requireBounds(text);
}

void checkPicking(const QList<HallSeat> &hall, int count)
{
    if (hall.isEmpty())
        return;
    const SetId set = hall.first().set;
    QSet<TicketId> vacant;
    for (const HallSeat &place : hall) {
        if (place.set == set && place.status == SeatStatus::Vacant)
            vacant.insert(place.ticket);
    }
    const QList<TicketId> picked = pickSeats(hall, {{set, count}}).tickets;
    const QSet<TicketId> different(picked.cbegin(), picked.cend());
    fuzz::require(different.size() == picked.size(), "no seat is picked twice");
    fuzz::require(vacant.contains(different), "what is picked is vacant and of the set");
    fuzz::require(picked.size() == std::min<qsizetype>(count, vacant.size()), "as many as wanted, or all there are");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray body = fuzz::bytesOf(data, size);
    const auto hall =
        fuzz::decodeMany<HallSeat>(body, fuzz::readNaively(body), {v1::decodeHallSeat, fuzz::readHallSeat, check});
    if (hall) {
        for (const int count : {1, 2, 3, 50})
            checkPicking(hall->list, count);
    }
    return 0;
}
