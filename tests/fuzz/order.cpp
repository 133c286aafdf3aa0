// SPDX-License-Identifier: GPL-3.0-or-later
// One order, and a list of them: the answers to every change, to reading back and to the list.
#include "models/sale/RedirectDecision.h"
#include "tests/fuzz/Body.h"

using namespace okoshko;

namespace {

void check(const Order &order)
{
    fuzz::require(!order.statusWord.isEmpty() || !order.has(Order::Field::Status), "a status that was told is there");
    fuzz::requireBounds(order.id);
    fuzz::requireBounds(order.event);
    fuzz::requireBounds(order.statusWord);
    for (const auto &time : {order.createdAt, order.updatedAt, order.reservedTill})
        fuzz::requireBounds(time);
    for (const TicketId &ticket : order.tickets)
        fuzz::require(TicketId::parse(ticket.toString()) == ticket, "a ticket has an id");
    for (auto it = order.rules.cbegin(); it != order.rules.cend(); ++it) {
        fuzz::requireBounds(it.key());
        fuzz::requireBounds(it.value());
    }
    const Customer &buyer = order.customer;
    for (const QString &text : {buyer.firstName, buyer.lastName, buyer.email, buyer.mobile, buyer.language})
        fuzz::requireBounds(text);
    fuzz::requireBounds(order.payment.system);
    for (const Money sum : {order.value, order.valueExtra, order.nominal, order.discount})
        fuzz::requireBounds(sum);
    if (decideRedirect(order.payment.redirectUrl) == RedirectDecision::Open)
        fuzz::require(!order.payment.redirectUrl.isEmpty(), "no address is not a safe one");
}

void checkKnown(const Order &order)
{
    fuzz::require(!order.id.isNull(), "an order has an id");
    check(order);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray body = fuzz::bytesOf(data, size);
    const fuzz::NaiveReading naive = fuzz::readNaively(body);
    constexpr fuzz::Ways<Order> orders{v1::decodeOrder, fuzz::readOrder, checkKnown};
    (void)fuzz::decodeOne(body, naive, orders);
    (void)fuzz::decodeOne<Order>(body, naive, {v1::decodeNamedOrder, fuzz::readNamedOrder, check});
    (void)fuzz::decodeMany(body, naive, orders);
    return 0;
}
