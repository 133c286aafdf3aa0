// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/domain/Order.h"
#include "models/sale/PriceBreakdown.h"

#include <QHash>

#include <optional>

namespace okoshko {

/// What the cashier has picked and not yet reserved: counts of tickets by set of one event. A plain value.
class Basket
{
public:
    /// More than this many tickets of a set in one order is a slip of the finger.
    static constexpr int maxPerSet = 50;

    [[nodiscard]] const std::optional<Event> &event() const { return m_event; }
    /// Another event empties the basket; the same event, read anew, keeps the counts as far as tickets are left. Of an
    /// event that is over at \a now nothing can be picked.
    void setEvent(const std::optional<Event> &event, Instant now);

    [[nodiscard]] int count(const SetId &set) const { return m_counts.value(set); }
    /// The greatest count that can be asked for; 0 where the event or the set is not on sale, or the event is over.
    [[nodiscard]] int maxCount(const SetId &set) const;
    /// Clamped to 0 … maxCount().
    void setCount(const SetId &set, int count);

    [[nodiscard]] int totalCount() const;
    /// By the prices that are known now; the server's sum decides. The sum of nothing is 0.
    [[nodiscard]] PriceBreakdown price() const;
    /// On top of it the deal's fee is to be expected.
    [[nodiscard]] bool expectsDealFee() const;
    /// How much that is, as far as it is told.
    [[nodiscard]] Money dealFee() const;
    /// The dearest \a count of the tickets that are picked.
    [[nodiscard]] Basket dearest(int count) const;
    [[nodiscard]] bool isOfOneSet() const { return m_counts.size() == 1; }

    [[nodiscard]] ReserveRequest toRequest(ReserveRequest::Completeness completeness) const;

    friend bool operator==(const Basket &, const Basket &) = default;

private:
    std::optional<Event> m_event;
    Instant m_now;              ///< as of setEvent()
    QHash<SetId, int> m_counts; ///< never a zero, and of sets of m_event only
};

} // namespace okoshko
