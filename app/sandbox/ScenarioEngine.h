// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Vendor.h"
#include "scenarios/ScenarioBoard.h"

namespace okoshko::sandbox {

/// Stands between the order calls and the vendor and stages the scenarios of reserving, paying and the clock: it pulls
/// the vendor's levers just before or after he does what was asked. With nothing on the board it changes nothing.
class ScenarioEngine
{
public:
    /// Both must outlive the director.
    ScenarioEngine(Vendor &vendor, ScenarioBoard &board)
        : m_vendor(vendor)
        , m_board(board)
    {
    }

    /// Sets the vendor's clock and habits as the board wants them; before each request.
    void prepare();

    [[nodiscard]] tl::expected<Changed, Refusal> create(OrderWish wish);
    [[nodiscard]] tl::expected<Changed, Refusal> change(const QString &id, const OrderWish &wish);

private:
    void beforeCreate(OrderWish &wish);
    void afterCreate(const Order &order);
    void afterStart(const QString &id);

    Vendor &m_vendor;
    ScenarioBoard &m_board;
};

} // namespace okoshko::sandbox
