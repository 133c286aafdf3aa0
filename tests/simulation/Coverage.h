// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/vendor/SimRates.h"
#include "tests/simulation/vendor/SimRequest.h"

#include "models/domain/Order.h"

#include <QByteArray>

#include <array>

namespace okoshko::sim {

/// What simulations have met: transitions of an order as they were told to a counter, and faults by call.
class Coverage
{
public:
    static constexpr size_t statuses = 7;
    static constexpr size_t kinds = 12;
    static constexpr size_t faults = lineFaultCount + 1;

    void meet(OrderStatus from, OrderStatus to) { ++m_transitions[index(from)][index(to)]; }
    void meet(RequestKind kind, LineFault fault) { ++m_faults[static_cast<size_t>(fault)][static_cast<size_t>(kind)]; }

    void add(const Coverage &other);
    /// What was never reached although it can be, one a line; empty = all.
    [[nodiscard]] QByteArray missing() const;
    /// Both tables.
    [[nodiscard]] QByteArray toText() const;

private:
    [[nodiscard]] static size_t index(OrderStatus status) { return static_cast<size_t>(status); }

    std::array<std::array<quint32, statuses>, statuses> m_transitions{};
    std::array<std::array<quint32, kinds>, faults> m_faults{};
};

} // namespace okoshko::sim
