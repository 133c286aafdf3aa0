// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/scenarios/Scenario.h"

#include <QList>
#include <QMutex>
#include <QObject>
#include <chrono>
#include <optional>
#include <vector>

namespace okoshko::sandbox {

/// When a scenario was last met, by this computer's clock, and by which kind of request.
struct Trigger
{
    RequestKind kind;
    std::chrono::sys_time<std::chrono::milliseconds> at;
};

struct ScenarioState
{
    std::optional<Activation> armed; ///< nothing = off
    std::optional<Trigger> met;
    int timesMet = 0;
};

/// The state of all scenarios. The command line, the control endpoint, the QA dock and tests change it; the server
/// reads it for every request. Thread-safe: a change applies to every request that begins afterwards, and `changed` is
/// emitted in the thread of the change.
class ScenarioBoard : public QObject
{
    Q_OBJECT

public:
    explicit ScenarioBoard(QObject *parent = nullptr);

    void arm(const Activation &activation);
    void arm(const Scenario &scenario) { arm(usualActivation(scenario)); }
    void disarm(const Scenario &scenario);
    void disarmAll();

    [[nodiscard]] ScenarioState state(const Scenario &scenario) const;
    [[nodiscard]] bool isArmed(const Scenario &scenario) const { return state(scenario).armed.has_value(); }

    /// Whether a request of this kind would meet the scenario.
    [[nodiscard]] bool isArmed(const Scenario &scenario, RequestKind kind) const
    {
        const std::optional<Activation> armed = state(scenario).armed;
        return armed && armed->on.testFlag(kind);
    }

    /// Whether a request of this kind meets the scenario; uses up one of its times.
    bool take(const Scenario &scenario, RequestKind kind);
    /// As take(), for the first active effect of type T that a request of this kind meets and `suits` accepts; null if
    /// none.
    template <typename T, typename Suits>
    const T *take(RequestKind kind, Suits suits)
    {
        for (const Scenario &scenario : scenarioTable()) {
            const T *effect = std::get_if<T>(&scenario.effect);
            if (effect != nullptr && suits(*effect) && take(scenario, kind))
                return effect;
        }
        return nullptr;
    }
    template <typename T>
    const T *take(RequestKind kind)
    {
        return take<T>(kind, [](const T &) { return true; });
    }
    /// All active effects of type T.
    template <typename T>
    [[nodiscard]] QList<T> armed() const
    {
        QList<T> effects;
        for (const Scenario &scenario : scenarioTable()) {
            const T *effect = std::get_if<T>(&scenario.effect);
            if (effect != nullptr && isArmed(scenario))
                effects.append(*effect);
        }
        return effects;
    }

Q_SIGNALS:
    void changed();

private:
    mutable QMutex m_mutex;
    std::vector<ScenarioState> m_states; ///< by the scenario's index in the table
};

} // namespace okoshko::sandbox
