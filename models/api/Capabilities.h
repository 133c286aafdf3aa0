// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace okoshko {

/// What a vendor generation can do. Windows and rules ask this, never which generation it is.
struct Capabilities
{
    enum class Support { No, Yes };

    Support paymentSystems = Support::No; ///< a payment system is chosen, and may send the buyer to a page
    Support sellerConfirms = Support::No; ///< the seller may collect the money and confirm
    Support ownMark = Support::No;        ///< an order can carry a mark of ours and be found by it
    Support hallGeometry = Support::No;   ///< true coordinates of the seats
    Support refunds = Support::No;
    Support promoCodes = Support::No;
};

[[nodiscard]] constexpr bool can(Capabilities::Support support)
{
    return support == Capabilities::Support::Yes;
}

} // namespace okoshko
