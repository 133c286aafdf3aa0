// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Http.h"
#include "app/sandbox/Vendor.h"
#include "app/sandbox/scenarios/ScenarioBoard.h"

namespace okoshko::sandbox {

/// The control endpoint: switches scenarios for testers and scripts, without a key. It has its own port on 127.0.0.1,
/// so that it answers while the server does not.
///
///     GET    /control/scenarios               every scenario and its state
///     GET    /control/scenarios/NAME
///     PUT    /control/scenarios/NAME          switches it on; ?on=KIND at which request, ?times=N|always how often
///     DELETE /control/scenarios/NAME          switches it off
///     DELETE /control/scenarios               switches all off
///     GET    /control/orders/ID               {id, status, send_tickets}: also what no answer to the seller has
///     POST   /control/orders/ID/pay           the buyer pays the order, or the bank where only the server can say so
///     POST   /control/orders/ID/decline       the buyer declines
///
/// A scenario: `{name, group, possible [kind…], usual [kind…], lasting "next"|"standing", words {en {title,
/// description}, ru {…}}, armed null | {on [kind…], times N|"always"}, met null | {by kind, at ISO date}, times_met}`.
/// Each request is answered with the state of its subject after the change. A 404 for an unknown scenario lists all
/// scenarios.
///
/// For this computer only: a web page may not use it, neither from another origin (403 for any `Origin` but its own)
/// nor through another name for this address (403 for any `Host` but loopback).
class Control
{
public:
    /// Both must outlive this.
    Control(Vendor &vendor, ScenarioBoard &board)
        : m_vendor(vendor)
        , m_board(board)
    {
    }

    [[nodiscard]] Reply answer(const Request &request);

private:
    [[nodiscard]] Reply scenarios(const Request &request);
    [[nodiscard]] Reply scenario(const Request &request, const QString &name);
    [[nodiscard]] Reply order(const Request &request, const QString &id);
    [[nodiscard]] Reply settle(const Request &request, const QString &id, const QString &act);

    Vendor &m_vendor;
    ScenarioBoard &m_board;
};

} // namespace okoshko::sandbox
