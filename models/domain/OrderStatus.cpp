// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/OrderStatus.h"

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

} // namespace okoshko
