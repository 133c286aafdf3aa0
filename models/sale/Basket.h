// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/domain/Order.h"
#include "models/sale/PriceBreakdown.h"

#include <QHash>

#include <optional>

namespace okoshko {

/// The tickets that the cashier has picked and not yet reserved: counts by set of one event. A value.
class Basket
{
public:
    /// Limit of tickets of one set in an order, against typing errors.
    static constexpr int maxPerSet = 50;

    [[nodiscard]] const std::optional<Event> &event() const { return m_event; }
    /// Another event empties the basket; a new version of the same event limits the counts to the vacant tickets. If
    /// the event is over at \a now, all counts are 0.
    void setEvent(const std::optional<Event> &event, Instant now);

    [[nodiscard]] int count(const SetId &set) const { return m_counts.value(set); }
    /// The maximal count; 0 if the event or the set is not on sale, or the event is over.
    [[nodiscard]] int maxCount(const SetId &set) const;
    /// Clamped to 0 … maxCount().
    void setCount(const SetId &set, int count);

    [[nodiscard]] int totalCount() const;
    /// By the known prices; the order's sum may differ. 0 if nothing is picked.
    [[nodiscard]] PriceBreakdown price() const;
    /// Whether the deal's fee is expected in addition to price().
    [[nodiscard]] bool expectsDealFee() const;
    /// The amount of that fee, as far as known.
    [[nodiscard]] Money dealFee() const;
    /// The \a count most expensive of the picked tickets.
    [[nodiscard]] Basket dearest(int count) const;
    [[nodiscard]] bool isOfOneSet() const { return m_counts.size() == 1; }

    [[nodiscard]] ReserveRequest toRequest() const;

    friend bool operator==(const Basket &, const Basket &) = default;

private:
    std::optional<Event> m_event;
    Instant m_now;              ///< time of setEvent()
    QHash<SetId, int> m_counts; ///< no zeros; sets of m_event only
};

} // namespace okoshko
