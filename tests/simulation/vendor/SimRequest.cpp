// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vendor/SimRequest.h"

namespace okoshko::sim {

QByteArray toWord(RequestKind kind)
{
    switch (kind) {
    case RequestKind::Events:
        return "events";
    case RequestKind::Seats:
        return "seats";
    case RequestKind::Reserve:
        return "reserve";
    case RequestKind::ChoosePayment:
        return "choose-payment";
    case RequestKind::StartPayment:
        return "start-payment";
    case RequestKind::StartPaymentWith:
        return "start-payment-with";
    case RequestKind::Change:
        return "change";
    case RequestKind::Confirm:
        return "confirm";
    case RequestKind::Cancel:
        return "cancel";
    case RequestKind::Order:
        return "order";
    case RequestKind::Orders:
        return "orders";
    case RequestKind::Tickets:
        return "tickets";
    }
    Q_UNREACHABLE();
}

} // namespace okoshko::sim
