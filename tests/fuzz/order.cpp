// SPDX-License-Identifier: GPL-3.0-or-later
// One order, and a list of them: the answers to every change, to reading back and to the list.
#include "models/sale/RedirectDecision.h"
#include "tests/fuzz/Body.h"

using namespace okoshko;

namespace {

void check(const Order &order)
{
    fuzz::require(!order.id.isNull(), "an order has an id");
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

void checkAll(const v1::Elements<Order> &orders)
{
    for (const Order &order : orders.list)
        check(order);
    fuzz::require((orders.unreadable > 0) == orders.trouble.has_value(), "what is left out has a reason");
    if (orders.trouble)
        fuzz::requireClear(*orders.trouble);
}

/// No address and one that cannot be read are not the same: without one the cashier takes the money.
void checkAddress(const QByteArray &body, const Order &order)
{
    const QJsonValue told = QJsonDocument::fromJson(body).object()[u"payment"][u"redirect_url"];
    fuzz::require(told.toString().isEmpty() == order.payment.redirectUrl.isEmpty(),
                  "an address that was told is there");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray body = fuzz::bytesOf(data, size);
    const Result<Order> order = fuzz::decodeChecked<Order>(body, v1::decodeOrder, check);
    if (order) {
        checkAddress(body, *order);
        const QByteArray written = QJsonDocument(fuzz::encode(*order)).toJson(QJsonDocument::Compact);
        fuzz::require(v1::decodeBody(written, v1::decodeOrder) == order,
                      "an order that is written again reads the same");
    }
    const Result<v1::Elements<Order>> orders = fuzz::decodeChecked(body, v1::decodeOrders, checkAll);
    if (orders) {
        QJsonArray array;
        for (const Order &element : orders->list)
            array.append(fuzz::encode(element));
        const auto again = v1::decodeBody(QJsonDocument(array).toJson(QJsonDocument::Compact), v1::decodeOrders);
        fuzz::require(again.has_value() && again->list == orders->list && again->unreadable == 0,
                      "a list that is written again reads the same");
    }
    return 0;
}
