// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Instant.h"
#include "models/journal/JournalStore.h"
#include "models/sale/SaleHistory.h"

#include <QList>

#include <functional>
#include <optional>
#include <set>
#include <utility>

namespace okoshko {

[[nodiscard]] Intent::Verb verbOf(Step step);
[[nodiscard]] Step stepOf(Intent::Verb verb); ///< Step::Read for Reserve, which concerns no existing order

/// Whether \a status shows the effect of \a step; nothing while it may still come.
[[nodiscard]] std::optional<bool> isAsWanted(Step step, OrderStatus status);

/// The changes of one order whose effect is unknown: not answered, or answered successfully without showing the effect.
/// Used to decide whether a change of the order's status was caused by this counter. Times are monotonic. Owned by
/// SaleProcess, on its thread.
class OpenChanges
{
public:
    /// \a until: how long it may still take effect. A successful answer without status is no proof either: a later
    /// status may be caused by the buyer.
    /// \a before: the order when it was sent.
    void add(const Intent &intent, Microseconds until, const Order &before);
    /// \a step was requested and may take effect at any time, even after its intent was concluded.
    void note(Step step) { m_asked.insert(step); }
    void forget(Step step) { m_asked.erase(step); }
    [[nodiscard]] bool wasAsked(Step step) const { return m_asked.contains(step); }

    [[nodiscard]] bool isEmpty() const { return m_open.isEmpty(); }
    [[nodiscard]] bool isOpen(Step step) const;
    [[nodiscard]] bool isOpen(qint64 intent) const;
    [[nodiscard]] QList<Intent> intents() const;
    void remove(qint64 intent);
    void clear() { m_open.clear(); }

    /// Whether this counter requested a change to \a to, and by which step. \a by: the change whose answer reported it,
    /// or Read; \a onWire: the change being sent.
    [[nodiscard]] std::pair<OwnRequest, Step> ownRequestFor(OrderStatus to, Step by, std::optional<Step> onWire) const;

    /// A start of the payment had no effect, as the order shows; the effect of an earlier one may be unknown.
    void noteNotStarted(Sale &sale) const;

    enum class Expired { Wait, Conclude }; ///< what is done about changes whose time is over
    struct Judged
    {
        Intent intent;
        IntentResult result = IntentResult::Refused;
        Order before; ///< when it was sent
    };
    /// Removes the changes whose effect follows from \a sale and returns them with their results. \a answered: the
    /// intent whose effect the answer shows that was just learned; earlier changes of tickets or promo codes end
    /// with it.
    [[nodiscard]] QList<Judged> judge(const Sale &sale, Microseconds now, Expired expired,
                                      const std::function<bool(qint64 intent)> &answered);

private:
    struct Open
    {
        Intent intent;
        Microseconds until{0};
        Order before;
    };

    [[nodiscard]] static std::optional<IntentResult> resultOf(const Open &open, const Sale &sale, bool isAnswered);

    QList<Open> m_open;
    std::set<Step> m_asked;
};

} // namespace okoshko
