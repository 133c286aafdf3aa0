// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"

#include <QByteArray>

#include <memory>
#include <variant>

namespace okoshko::sim {

/// The calls of the port.
enum class RequestKind {
    Events,
    Seats,
    Reserve,
    ChoosePayment,
    StartPayment,
    StartPaymentWith,
    Change,
    Confirm,
    Cancel,
    Order,
    Orders,
    Tickets
};

[[nodiscard]] constexpr bool isChange(RequestKind kind)
{
    switch (kind) {
    case RequestKind::Reserve:
    case RequestKind::ChoosePayment:
    case RequestKind::StartPayment:
    case RequestKind::StartPaymentWith:
    case RequestKind::Change:
    case RequestKind::Confirm:
    case RequestKind::Cancel:
        return true;
    case RequestKind::Events:
    case RequestKind::Seats:
    case RequestKind::Order:
    case RequestKind::Orders:
    case RequestKind::Tickets:
        return false;
    }
    Q_UNREACHABLE();
}

[[nodiscard]] QByteArray toWord(RequestKind kind);

/// A call on its way to the vendor. Only what its kind needs is set.
struct SimRequest
{
    RequestKind kind = RequestKind::Events;
    int counter = 0; ///< from 1
    int number = 0;  ///< of this counter's requests, from 1
    OrderId order;
    EventId event;
    ReserveRequest reserve;
    PaymentChoice choice;
    OrderChange change;
    OrderQuery query;
};

/// One that is passed on is not changed any more.
using SimRequestPtr = std::shared_ptr<const SimRequest>;

/// What the port makes of the vendor's answer.
using SimAnswer = std::variant<ApiError, Order, OrderList, QList<Event>, QList<HallSeat>, QList<Ticket>>;

} // namespace okoshko::sim
