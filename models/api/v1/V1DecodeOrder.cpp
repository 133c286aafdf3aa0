// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"

#include "models/domain/ShownText.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace okoshko::v1 {

namespace {

using Need = JsonNode::Need;

struct StatusWord
{
    const char16_t *word;
    OrderStatus status;
};

// v2 spells it "cancelled"; a server between the two generations may as well (api.md, "Order").
constexpr StatusWord statusWords[]{{u"executed", OrderStatus::Executed},  {u"in_progress", OrderStatus::InProgress},
                                   {u"done", OrderStatus::Done},          {u"canceled", OrderStatus::Canceled},
                                   {u"cancelled", OrderStatus::Canceled}, {u"expired", OrderStatus::Expired},
                                   {u"refunded", OrderStatus::Refunded}};

/// The word as it may be shown; marked where that is not all that was told, for it must not pass for one that is known.
QString shownStatus(const JsonNode &node)
{
    const QString shown = node.prose(Need::Required, longestShownText);
    const bool isWhole = shown == node.text(Need::Optional) || shown.endsWith(u'…');
    return isWhole ? shown : shown + u'…';
}

OrderStatus toStatus(const QString &word)
{
    for (const StatusWord &row : statusWords) {
        if (word == QStringView(row.word))
            return row.status;
    }
    return OrderStatus::Unknown;
}

Customer decodeCustomer(const JsonNode &node)
{
    Customer customer;
    customer.firstName = node["first_name"_L1].prose(Need::Optional, longestShownText);
    customer.lastName = node["last_name"_L1].prose(Need::Optional, longestShownText);
    customer.email = node["email"_L1].prose(Need::Optional, longestShownText);
    customer.mobile = node["mobile"_L1].label(Need::Optional);
    customer.language = node["lang"_L1].text(Need::Optional);
    return customer;
}

/// As a browser reads it. One that cannot be read must not pass for none: without one the cashier takes the money.
QUrl decodeAddress(const JsonNode &node)
{
    const QString written = node.text(Need::Optional);
    const QUrl url(written, QUrl::TolerantMode);
    if (!written.isEmpty() && (!url.isValid() || url.isEmpty() || !written.isValidUtf16()))
        node.complain(u"is no address"_s);
    return url;
}

Payment decodePayment(const JsonNode &node)
{
    Payment payment;
    const JsonNode system = node["system"_L1];
    payment.system = (system.isObject() ? system["id"_L1] : system).prose(Need::Optional, longestShownText);
    payment.redirectUrl = decodeAddress(node["redirect_url"_L1]);
    return payment;
}

std::optional<Seat> decodeSeat(const JsonNode &node)
{
    if (node.isAbsent())
        return std::nullopt;
    const JsonNode sector = node["sector"_L1];
    Seat seat;
    seat.sector = sector.isObject() ? sector["name"_L1].label(Need::Optional) : sector.label(Need::Optional);
    seat.row = node["row"_L1].label(Need::Optional);
    seat.number = node["number"_L1].label(Need::Optional);
    return seat;
}

SeatStatus toSeatStatus(const QString &word)
{
    if (word == u"vacant")
        return SeatStatus::Vacant;
    if (word == u"reserved")
        return SeatStatus::Reserved;
    return word == u"sold" ? SeatStatus::Sold : SeatStatus::Unknown;
}

} // namespace

Order decodeOrder(const JsonNode &node)
{
    Order order;
    order.id = node["id"_L1].reference<OrderId>(Need::Required);
    order.number = node["number"_L1].integer(Need::Required);
    order.event = node["event"_L1].reference<EventId>(Need::Optional);
    order.statusWord = shownStatus(node["status"_L1]);
    order.status = toStatus(node["status"_L1].text(Need::Optional));
    order.createdAt = node["created_at"_L1].instant(Need::Optional);
    order.updatedAt = node["updated_at"_L1].instant(Need::Optional);
    order.reservedTill = node["reserved_till"_L1].instant(Need::Optional);
    for (const JsonNode &ticket : node["tickets"_L1].elements(Need::Optional))
        order.tickets.append(ticket.reference<TicketId>(Need::Required));
    for (const auto &[set, rule] : node["rules"_L1].members(Need::Optional)) {
        if (const auto id = SetId::parse(set))
            order.rules.insert(*id, rule.reference<RuleId>(Need::Optional));
    }
    order.customer = decodeCustomer(node["customer"_L1]);
    order.payment = decodePayment(node["payment"_L1]);
    order.value = node["value"_L1].money(Need::Required).value_or(Money());
    order.valueExtra = node["value_extra"_L1].moneyOr(Money());
    order.nominal = node["values"_L1]["nominal"_L1].moneyOr(order.value - order.valueExtra);
    order.discount = node["values"_L1]["discount"_L1].moneyOr(Money());
    return order;
}

QList<Order> decodeOrders(const JsonNode &node)
{
    QList<Order> orders;
    for (const JsonNode &element : node.elements(Need::Required))
        orders.append(decodeOrder(element));
    return orders;
}

QList<Ticket> decodeTickets(const JsonNode &node)
{
    QList<Ticket> tickets;
    for (const JsonNode &element : node.elements(Need::Required)) {
        Ticket ticket;
        ticket.id = element["id"_L1].reference<TicketId>(Need::Required);
        ticket.set = element["set"_L1].reference<SetId>(Need::Optional);
        ticket.serial = element["serial"_L1].label(Need::Optional);
        ticket.number = element["number"_L1].label(Need::Optional);
        ticket.barcode = element["barcode"_L1].label(Need::Optional);
        ticket.seat = decodeSeat(element["seat"_L1]);
        tickets.append(ticket);
    }
    return tickets;
}

QList<HallSeat> decodeHallSeats(const JsonNode &node)
{
    QList<HallSeat> seats;
    for (const JsonNode &element : node.elements(Need::Required)) {
        HallSeat seat;
        seat.ticket = element["id"_L1].reference<TicketId>(Need::Required);
        seat.set = element["set"_L1].reference<SetId>(Need::Optional);
        seat.status = toSeatStatus(element["status"_L1].text(Need::Optional));
        seat.seat = decodeSeat(element["seat"_L1]);
        seat.reservedTill = element["reserved_till"_L1].instant(Need::Optional);
        seats.append(seat);
    }
    return seats;
}

} // namespace okoshko::v1
