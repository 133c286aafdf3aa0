// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Transitions.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace okoshko {

namespace {

constexpr auto yes = Verdict::Allowed;
constexpr auto no = Verdict::Forbidden;

struct StepRow
{
    OrderStatus from;
    Verdict choosePayment, startPayment, confirm, cancel, read;
};

constexpr std::array stepTable{
    StepRow{OrderStatus::Executed, yes, yes, no, yes, yes}, StepRow{OrderStatus::InProgress, no, no, yes, yes, yes},
    StepRow{OrderStatus::Done, no, no, no, no, yes},        StepRow{OrderStatus::Canceled, no, no, no, no, yes},
    StepRow{OrderStatus::Expired, no, no, no, no, yes},     StepRow{OrderStatus::Refunded, no, no, no, no, yes},
    StepRow{OrderStatus::Unknown, no, no, no, no, yes},
};

struct Arrow
{
    OrderStatus from, to;
};

constexpr std::array arrows{
    Arrow{OrderStatus::Executed, OrderStatus::InProgress}, Arrow{OrderStatus::Executed, OrderStatus::Canceled},
    Arrow{OrderStatus::Executed, OrderStatus::Expired},    Arrow{OrderStatus::InProgress, OrderStatus::Done},
    Arrow{OrderStatus::InProgress, OrderStatus::Canceled}, Arrow{OrderStatus::InProgress, OrderStatus::Expired},
    Arrow{OrderStatus::Done, OrderStatus::Refunded},
};

} // namespace

Verdict mayStep(OrderStatus from, Step step)
{
    const auto *row =
        std::find_if(stepTable.begin(), stepTable.end(), [from](const StepRow &r) { return r.from == from; });
    switch (step) {
    case Step::ChoosePayment:
        return row->choosePayment;
    case Step::StartPayment:
        return row->startPayment;
    case Step::Confirm:
        return row->confirm;
    case Step::Cancel:
        return row->cancel;
    case Step::Read:
        return row->read;
    }
    Q_UNREACHABLE();
}

bool mayBeReached(OrderStatus from, OrderStatus to)
{
    if (from == to || from == OrderStatus::Unknown || to == OrderStatus::Unknown)
        return true;
    // Between two readings an order may have gone several arrows.
    return std::any_of(arrows.begin(), arrows.end(), [from, to](const Arrow &arrow) {
        return arrow.from == from && (arrow.to == to || (arrow.to != from && mayBeReached(arrow.to, to)));
    });
}

} // namespace okoshko
