// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Money.h"
#include "models/domain/Order.h"

#include <QString>

#include <optional>

namespace okoshko {

/// What the cashier has typed, chosen and said about the payment of one order. It holds the buyer's name and address:
/// it is kept in memory alone, and never logged.
struct PaymentDraft
{
    enum class Page {
        NotSaid,
        NoneOpened ///< no payment page was opened for the order
    };

    QString system{};   ///< name of the payment system; empty: the first that is offered
    Customer buyer{};   ///< as typed
    QString received{}; ///< as typed
    /// What the cashier has first said to be in the drawer, whatever becomes of its confirmation; nothing: she has not.
    std::optional<Money> taken{};
    Page page = Page::NotSaid;

    /// Nothing where nothing, or no sum, was typed.
    [[nodiscard]] std::optional<Money> receivedSum() const;
    /// The buyer's change where \a due is to be paid; nothing where what was received is too little, or so much that it
    /// was certainly mistyped.
    [[nodiscard]] std::optional<Money> change(Money due) const;

    friend bool operator==(const PaymentDraft &, const PaymentDraft &) = default;
};

/// The largest note there is: nobody gives one that comes back whole.
constexpr Money largestNote = Money::fromMinor(5000'00);

} // namespace okoshko
