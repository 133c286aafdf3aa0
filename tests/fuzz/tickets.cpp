// SPDX-License-Identifier: GPL-3.0-or-later
// The tickets of an order.
#include "tests/fuzz/Body.h"

using namespace okoshko;

namespace {

void check(const QList<Ticket> &tickets)
{
    for (const Ticket &ticket : tickets) {
        fuzz::require(!ticket.id.isNull(), "a ticket has an id");
        fuzz::requireBounds(ticket.id);
        fuzz::requireBounds(ticket.set);
        const Seat seat = ticket.seat.value_or(Seat());
        for (const QString &text : {ticket.serial, ticket.number, ticket.barcode, seat.sector, seat.row, seat.number})
            fuzz::requireBounds(text);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz::decodeList<Ticket>(fuzz::bytesOf(data, size), v1::decodeTickets, check);
    return 0;
}
