// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/tables/Orders.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

QString idText(char16_t kind, int number)
{
    return QChar(kind) + QString::number(number).rightJustified(23, u'0');
}

} // namespace

Instant noon()
{
    return parseInstant(u"2026-05-12T11:23:29.500000+00:00"_s).value();
}

OrderId orderId(int number)
{
    return OrderId::parse(idText(u'a', number)).value();
}

EventId eventId(int number)
{
    return EventId::parse(idText(u'e', number)).value();
}

OrderRow heldRow(int number, const QString &title)
{
    OrderRow row;
    row.order.id = orderId(number);
    row.order.number = 497291000 + number;
    row.order.event = eventId(1);
    row.order.status = OrderStatus::Executed;
    row.order.createdAt = noon();
    row.order.updatedAt = noon();
    row.order.reservedTill = noon() + 10min;
    row.order.tickets = {TicketId::parse(idText(u't', 1)).value(), TicketId::parse(idText(u't', 2)).value()};
    row.order.value = Money::fromMinor(140000);
    row.eventTitle = title.isNull() ? u"Чайка"_s : title;
    row.time.start = parseInstant(u"2026-05-12T16:00:00Z"_s);
    row.venue.name = u"Самарская филармония"_s;
    row.venue.timeZone = "Europe/Moscow";
    return row;
}

OrderRow rowOf(int number, OrderStatus status)
{
    OrderRow row = heldRow(number);
    row.order.status = status;
    return row;
}

} // namespace okoshko::test
