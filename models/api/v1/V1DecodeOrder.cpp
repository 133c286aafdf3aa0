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

// v2 spells it "cancelled"; a server between the two generations may as well (vendor documentation).
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

Order decodeNamedOrder(const JsonNode &node)
{
    using Field = Order::Field;
    Order order;
    const auto isTold = [&order](Field field, bool told) {
        order.absent.setFlag(field, !told);
        return told;
    };

    order.id = node["id"_L1].reference<OrderId>(Need::Optional);
    if (const JsonNode number = node["number"_L1]; isTold(Field::Number, !number.isAbsent()))
        order.number = number.integer(Need::Required);
    order.event = node["event"_L1].reference<EventId>(Need::Optional);
    isTold(Field::Event, !order.event.isNull());
    if (const JsonNode status = node["status"_L1]; isTold(Field::Status, !status.isAbsent())) {
        order.statusWord = shownStatus(status);
        order.status = toStatus(status.text(Need::Optional));
    }

    order.createdAt = node["created_at"_L1].instant(Need::Optional);
    isTold(Field::CreatedAt, order.createdAt.has_value());
    order.updatedAt = node["updated_at"_L1].instant(Need::Optional);
    isTold(Field::UpdatedAt, order.updatedAt.has_value());
    // An expired order has `"reserved_till": null` in public payloads: no hold runs, and that is told.
    const JsonNode reservedTill = node["reserved_till"_L1];
    order.reservedTill = reservedTill.instant(Need::Optional);
    isTold(Field::ReservedTill, order.reservedTill || reservedTill.isNull());

    const JsonNode tickets = node["tickets"_L1];
    isTold(Field::Tickets, !tickets.isAbsent());
    for (const JsonNode &ticket : tickets.elements(Need::Optional))
        order.tickets.append(ticket.reference<TicketId>(Need::Required));
    const JsonNode rules = node["rules"_L1];
    isTold(Field::Rules, !rules.isAbsent());
    for (const auto &[set, rule] : rules.members(Need::Optional)) {
        if (const auto id = SetId::parse(set))
            order.rules.insert(*id, rule.reference<RuleId>(Need::Optional));
    }
    if (const JsonNode customer = node["customer"_L1]; isTold(Field::Customer, !customer.isAbsent()))
        order.customer = decodeCustomer(customer);
    if (const JsonNode payment = node["payment"_L1]; isTold(Field::Payment, !payment.isAbsent()))
        order.payment = decodePayment(payment);

    const auto readSum = [&isTold](Field field, Money &sum, const std::optional<Money> &told) {
        isTold(field, told.has_value());
        sum = told.value_or(Money());
    };
    const JsonNode value = node["value"_L1];
    const JsonNode values = node["values"_L1];
    readSum(Field::Value, order.value, value.isAbsent() ? std::nullopt : value.money(Need::Required));
    readSum(Field::ValueExtra, order.valueExtra, node["value_extra"_L1].money(Need::Optional));
    readSum(Field::Nominal, order.nominal, values["nominal"_L1].money(Need::Optional));
    // `values` leaves a discount out where there is none (the recording).
    const std::optional<Money> none = values.isAbsent() ? std::nullopt : std::optional(Money());
    const std::optional<Money> discount = values["discount"_L1].money(Need::Optional);
    readSum(Field::Discount, order.discount, discount ? discount : none);
    return order;
}

Order decodeOrder(const JsonNode &node)
{
    Order order = decodeNamedOrder(node);
    if (order.id.isNull())
        order.id = node["id"_L1].reference<OrderId>(Need::Required); // which complains
    return order;
}

Elements<Order> decodeOrders(const JsonNode &node)
{
    Elements<Order> orders;
    for (const JsonNode &element : node.elements(Need::Required)) {
        Trouble trouble;
        const Order order = decodeOrder(element.apart(trouble));
        if (!trouble.error()) {
            orders.list.append(order);
            continue;
        }
        ++orders.unreadable;
        if (!orders.trouble)
            orders.trouble = trouble.error();
    }
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
