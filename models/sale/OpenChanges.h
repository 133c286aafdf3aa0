// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Instant.h"
#include "models/journal/JournalStore.h"
#include "models/sale/SaleHistory.h"

#include <QList>

#include <optional>
#include <set>
#include <utility>

namespace okoshko {

[[nodiscard]] Intent::Verb verbOf(Step step);
[[nodiscard]] Step stepOf(Intent::Verb verb); ///< Step::Read for Reserve, which is of no order

/// Whether an order in \a status is as \a step wanted it; nothing while that may still come.
[[nodiscard]] std::optional<bool> isAsWanted(Step step, OrderStatus status);

/// The changes of one order whose effect is not known: their answers were lost, or were a yes that did not show the
/// effect. By them it is judged whose deed a change of the order's state is. Times are monotonic.
class OpenChanges
{
public:
    /// \a until: so long it may still take effect. A yes that told no state is no proof either: what a later reading
    /// shows may be the buyer's doing.
    void add(const Intent &intent, Microseconds until);
    /// \a step was asked for, and may take effect at any time, even when its intent has been concluded.
    void note(Step step) { m_asked.insert(step); }
    void forget(Step step) { m_asked.erase(step); }
    [[nodiscard]] bool wasAsked(Step step) const { return m_asked.contains(step); }

    [[nodiscard]] bool isEmpty() const { return m_open.isEmpty(); }
    [[nodiscard]] bool isOpen(Step step) const;
    [[nodiscard]] QList<Intent> intents() const;
    void remove(qint64 intent);
    void clear() { m_open.clear(); }

    /// Whether this counter asked for what leads to \a to, and by which step. \a by: the change that was answered with
    /// it, or Read; \a onWire: the change that is under way.
    [[nodiscard]] std::pair<Deed, Step> deedOf(OrderStatus to, Step by, std::optional<Step> onWire) const;

    enum class Patience { Kept, Over }; ///< whether what is past its time is given up
    /// Takes out those whose effect \a status tells, and gives how they ended.
    [[nodiscard]] QList<Conclusion> judge(const OrderId &order, OrderStatus status, Microseconds now,
                                          Patience patience);

private:
    struct Open
    {
        Intent intent;
        Microseconds until{0};
    };

    QList<Open> m_open;
    std::set<Step> m_asked;
};

} // namespace okoshko
