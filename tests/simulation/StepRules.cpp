// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/StepRules.h"

#include "tests/simulation/SimStore.h"
#include "tests/simulation/vendor/SimOrder.h"

#include <algorithm>

namespace okoshko::sim {

Step stepOf(RequestKind kind)
{
    switch (kind) {
    case RequestKind::ChoosePayment:
    case RequestKind::StartPayment:
    case RequestKind::StartPaymentWith:
        return Step::StartPayment;
    case RequestKind::Change:
        return Step::Change;
    case RequestKind::Confirm:
        return Step::Confirm;
    case RequestKind::Cancel:
        return Step::Cancel;
    case RequestKind::Events:
    case RequestKind::Seats:
    case RequestKind::Reserve:
    case RequestKind::Order:
    case RequestKind::Orders:
    case RequestKind::Tickets:
        return Step::Read;
    }
    Q_UNREACHABLE();
}

Intent::Verb verbOf(RequestKind kind)
{
    switch (stepOf(kind)) {
    case Step::StartPayment:
        return Intent::Verb::StartPayment;
    case Step::Confirm:
        return Intent::Verb::Confirm;
    case Step::Cancel:
        return Intent::Verb::Cancel;
    case Step::Change:
        return Intent::Verb::Change;
    case Step::Read:
        return Intent::Verb::Reserve;
    }
    Q_UNREACHABLE();
}

bool isAllowed(RequestKind kind, OrderStatus status)
{
    switch (kind) {
    case RequestKind::ChoosePayment:
    case RequestKind::StartPayment:
    case RequestKind::StartPaymentWith:
        return status == OrderStatus::Executed;
    case RequestKind::Confirm:
        return status == OrderStatus::InProgress;
    case RequestKind::Cancel:
    case RequestKind::Change:
        return status == OrderStatus::Executed || status == OrderStatus::InProgress;
    default:
        return true;
    }
}

bool isLearnable(OrderStatus from, OrderStatus to)
{
    if (from == to || !isFinal(from))
        return true;
    if (from == OrderStatus::Done)
        return to == OrderStatus::Refunded;
    return to == OrderStatus::Done && from != OrderStatus::Refunded;
}

bool isUnpaidBy(int counter, const SimStore &store, const SimOrder &order, const VendorLog &log)
{
    if (order.status == OrderStatus::Canceled || order.status == OrderStatus::Expired)
        return true;
    if (order.status != OrderStatus::Done && order.status != OrderStatus::Refunded)
        return false; // not at rest
    const OrderId &id = order.face.id;
    std::ptrdiff_t refused = 0;
    for (const VendorLogRequest &request : log.requests(counter)) {
        if (request.kind != RequestKind::Confirm || request.order != id)
            continue;
        if (request.effectAt || request.end != VendorLogRequest::End::Error || request.effect != Effect::None)
            return false;
        ++refused;
    }
    return refused >= std::ranges::count_if(store.intents(), [&id](const auto &each) {
               return each.second.intent.verb == Intent::Verb::Confirm && each.second.intent.order == id;
           });
}

} // namespace okoshko::sim
