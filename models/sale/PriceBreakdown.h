// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Money.h"

#include <QString>

#include <optional>

namespace okoshko {

struct Order;
struct TicketSet;

/// What a price is made of: `total` is `face` − `discount` + `fee`. Nothing: not told, which is not 0.
struct PriceBreakdown
{
    std::optional<Money> face;     ///< before discount and fee
    std::optional<Money> fee;      ///< of the set, and the one that the organiser's deal adds to the order
    std::optional<Money> discount; ///< nothing before the order exists: only the server knows of it
    std::optional<Money> total;    ///< what the buyer pays

    /// `values.nominal` is what is left of the face price after the discount (public payloads).
    [[nodiscard]] static PriceBreakdown of(const Order &order);
    /// Of \a count tickets at the price that holds now. Where that is told without a fee and above the face price, the
    /// fee is what is between them.
    [[nodiscard]] static PriceBreakdown of(const TicketSet &set, int count);

    /// Of both together. What one of them does not tell is not told.
    [[nodiscard]] PriceBreakdown operator+(const PriceBreakdown &other) const;

    /// The face price, as it follows from the total where it is not told itself.
    [[nodiscard]] std::optional<Money> faceOrImplied() const;
    /// What the total is more than its parts come to, or less; nothing where they come to it, or one is not told.
    [[nodiscard]] std::optional<Money> unexplained() const;
    enum class Change {
        None,
        Lower,  ///< less is to be paid, and no discount explains it
        Higher, ///< the sum, or a part of it that was told, is more
    };
    /// What \a now is to a buyer who was told this, and that up to \a mayAdd of fee may come on top. Where no fee
    /// above 0 was told, and none may come, one that is added is no change.
    [[nodiscard]] Change changeTo(const PriceBreakdown &now, Money mayAdd = {}) const;
    /// This, with \a fee more in the total, and in the fee where one is told.
    [[nodiscard]] PriceBreakdown withFee(Money fee) const;

    friend bool operator==(const PriceBreakdown &, const PriceBreakdown &) = default;
};

/// That an order costs something else than before, as the journal has it: the parts of both prices.
struct SumChange
{
    PriceBreakdown was;
    PriceBreakdown now;

    [[nodiscard]] QString toWords() const;
    /// What cannot be read of it is not told.
    [[nodiscard]] static SumChange parse(const QString &words);

    friend bool operator==(const SumChange &, const SumChange &) = default;
};

} // namespace okoshko
