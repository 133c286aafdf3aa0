// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Order.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace okoshko {

QString toWord(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Executed:
        return u"executed"_s;
    case OrderStatus::InProgress:
        return u"in_progress"_s;
    case OrderStatus::Done:
        return u"done"_s;
    case OrderStatus::Canceled:
        return u"canceled"_s;
    case OrderStatus::Expired:
        return u"expired"_s;
    case OrderStatus::Refunded:
        return u"refunded"_s;
    case OrderStatus::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

bool isFinal(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Executed:
    case OrderStatus::InProgress:
    case OrderStatus::Unknown:
        return false;
    case OrderStatus::Done:
    case OrderStatus::Canceled:
    case OrderStatus::Expired:
    case OrderStatus::Refunded:
        return true;
    }
    Q_UNREACHABLE();
}

bool isHeld(OrderStatus status)
{
    return status == OrderStatus::Executed || status == OrderStatus::InProgress;
}

int ReserveRequest::wantedCount() const
{
    return std::accumulate(random.cbegin(), random.cend(), static_cast<int>(tickets.size()),
                           [](int sum, const WantedTickets &wanted) { return sum + wanted.count; });
}

Order merged(const Order &known, const Order &reported)
{
    using Field = Order::Field;
    Order result = known;
    const auto take = [&](Field field, auto member) {
        if (reported.has(field)) {
            result.*member = reported.*member;
            result.absent.setFlag(field, false);
        }
    };
    if (result.id.isNull())
        result.id = reported.id;
    take(Field::Number, &Order::number);
    take(Field::Event, &Order::event);
    take(Field::Status, &Order::status);
    take(Field::Status, &Order::statusWord);
    take(Field::CreatedAt, &Order::createdAt);
    take(Field::UpdatedAt, &Order::updatedAt);
    take(Field::ReservedTill, &Order::reservedTill);
    take(Field::Tickets, &Order::tickets);
    take(Field::Rules, &Order::rules);
    take(Field::Customer, &Order::customer);
    take(Field::Payment, &Order::payment);
    take(Field::Value, &Order::value);
    take(Field::ValueExtra, &Order::valueExtra);
    take(Field::Nominal, &Order::nominal);
    take(Field::Nominal, &Order::facePrices);
    take(Field::Discount, &Order::discount);
    take(Field::Nominal, &Order::discounts);
    take(Field::PromoCodes, &Order::promoCodes);
    if (!reported.refusal.isEmpty()) {
        result.refusal = reported.refusal;
        result.promoRefusal = reported.promoRefusal;
    }
    if (result.payment.system.isEmpty())
        result.payment.system = known.payment.system;
    if (result.payment.redirectUrl.isEmpty())
        result.payment.redirectUrl = known.payment.redirectUrl;
    return result;
}

} // namespace okoshko
