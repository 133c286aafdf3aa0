// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Money.h"

#include <QString>

#include <optional>

namespace okoshko {

struct Order;
struct TicketSet;

/// The parts of a price: `total` = `face` − `discount` + `fee`. Nothing = not reported, which is not 0.
struct PriceBreakdown
{
    std::optional<Money> face;     ///< before discount and fee
    std::optional<Money> fee;      ///< the set's fee and the fee that the organiser's deal adds to the order
    std::optional<Money> discount; ///< nothing before the order exists
    std::optional<Money> total;    ///< what the buyer pays

    /// `values.nominal` is the face price after discount (public payloads).
    [[nodiscard]] static PriceBreakdown of(const Order &order);
    /// Price of \a count tickets at the current price. If no fee is reported, it is the difference between price and
    /// face price.
    [[nodiscard]] static PriceBreakdown of(const TicketSet &set, int count);

    /// The sum; parts that one of them lacks are absent.
    [[nodiscard]] PriceBreakdown operator+(const PriceBreakdown &other) const;

    /// The face price, computed from the total if not reported.
    [[nodiscard]] std::optional<Money> faceOrImplied() const;
    /// The total minus the sum of its parts; nothing if that is 0, or a part is absent.
    [[nodiscard]] std::optional<Money> unexplained() const;
    enum class Change {
        None,
        Lower,  ///< the total is lower, without a discount that explains it
        Higher, ///< the total, or a known part, is higher
    };
    /// Compares \a now with this price, which the buyer was told together with a possible additional fee of up to \a
    /// mayAdd. If neither a fee above 0 nor a possible fee was told, an added fee within the total is no change.
    [[nodiscard]] Change changeTo(const PriceBreakdown &now, Money mayAdd = {}) const;
    /// This price with \a fee added to the total, and to the fee if present.
    [[nodiscard]] PriceBreakdown withFee(Money fee) const;

    friend bool operator==(const PriceBreakdown &, const PriceBreakdown &) = default;
};

/// A change of an order's price, as stored in the journal: the parts of both prices.
struct SumChange
{
    PriceBreakdown was;
    PriceBreakdown now;

    [[nodiscard]] QString toWords() const;
    /// Unreadable parts are absent.
    [[nodiscard]] static SumChange parse(const QString &words);

    friend bool operator==(const SumChange &, const SumChange &) = default;
};

} // namespace okoshko
