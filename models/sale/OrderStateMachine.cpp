// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/OrderStateMachine.h"

#include <algorithm>
#include <array>

namespace okoshko {

namespace {

constexpr auto none = Transition::None;
constexpr auto ahead = Transition::Forward;
constexpr auto late = Transition::Late;
constexpr auto back = Transition::Back;
constexpr auto odd = Transition::Unknown;
constexpr auto no = Transition::Refused;

struct Row
{
    OrderStatus from;
    // Steps allowed in this status.
    bool start, confirm, cancel, change;
    // Transition by the next reported status: executed, in_progress, done, canceled, expired, refunded, another word.
    Transition executed, inProgress, done, canceled, expired, refunded, unknown;
};

// clang-format off
constexpr std::array table{
    //  from                     start  confirm cancel  change executed in_progress done  canceled expired refunded another
    Row{OrderStatus::Executed,   true,  false,  true,   true,  none,    ahead,      ahead, ahead,  ahead,  ahead,   odd},
    Row{OrderStatus::InProgress, false, true,   true,   true,  back,    none,       ahead, ahead,  ahead,  ahead,   odd},
    Row{OrderStatus::Done,       false, false,  false,  false, no,      no,         none,  no,     no,     ahead,   no},
    Row{OrderStatus::Canceled,   false, false,  false,  false, no,      no,         late,  none,   no,     no,      no},
    Row{OrderStatus::Expired,    false, false,  false,  false, no,      no,         late,  no,     none,   no,      no},
    Row{OrderStatus::Refunded,   false, false,  false,  false, no,      no,         no,    no,     no,     none,    no},
    Row{OrderStatus::Unknown,    false, false,  false,  false, ahead,   ahead,      ahead, ahead,  ahead,  ahead,   none},
};
// clang-format on

const Row &rowOf(OrderStatus from)
{
    return *std::find_if(table.begin(), table.end(), [from](const Row &row) { return row.from == from; });
}

} // namespace

Transition transition(OrderStatus from, OrderStatus to)
{
    const Row &row = rowOf(from);
    switch (to) {
    case OrderStatus::Executed:
        return row.executed;
    case OrderStatus::InProgress:
        return row.inProgress;
    case OrderStatus::Done:
        return row.done;
    case OrderStatus::Canceled:
        return row.canceled;
    case OrderStatus::Expired:
        return row.expired;
    case OrderStatus::Refunded:
        return row.refunded;
    case OrderStatus::Unknown:
        return row.unknown;
    }
    Q_UNREACHABLE();
}

bool mayStep(OrderStatus from, Step step)
{
    const Row &row = rowOf(from);
    switch (step) {
    case Step::StartPayment:
        return row.start;
    case Step::Confirm:
        return row.confirm;
    case Step::Cancel:
        return row.cancel;
    case Step::Change: // in progress: only to give tickets back (refusalOf)
        return row.change;
    case Step::Read:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
