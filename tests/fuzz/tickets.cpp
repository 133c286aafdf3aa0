// SPDX-License-Identifier: GPL-3.0-or-later
// The tickets of an order.
#include "tests/fuzz/Body.h"

using namespace okoshko;

namespace {

void check(const Ticket &ticket)
{
    fuzz::require(!ticket.id.isNull(), "a ticket has an id");
    fuzz::requireBounds(ticket.id);
    fuzz::requireBounds(ticket.set);
    const Seat seat = ticket.seat.value_or(Seat());
    for (const QString &text : {ticket.serial, ticket.number, ticket.barcode, seat.sector, seat.row, seat.number})
        fuzz::requireBounds(text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray body = fuzz::bytesOf(data, size);
    (void)fuzz::decodeMany<Ticket>(body, fuzz::readNaively(body), {v1::decodeTicket, fuzz::readTicket, check});
    return 0;
}
