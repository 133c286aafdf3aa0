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

/// When a scenario was last met, by this computer's clock, and by what.
struct Trigger
{
    RequestKind kind;
    std::chrono::sys_time<std::chrono::milliseconds> at;
};

struct ScenarioState
{
    std::optional<Activation> armed; ///< nothing: switched off
    std::optional<Trigger> met;
    int timesMet = 0;
};

/// Which scenarios are switched on, and what became of them. The command line, the control endpoint, the QA dock and
/// tests write on it; the server looks at it with every request. All methods may be called from any thread and take
/// effect for every request that begins afterwards; `changed` comes from the thread that changed it.
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

    /// Whether a request of this kind would meet it.
    [[nodiscard]] bool isArmed(const Scenario &scenario, RequestKind kind) const
    {
        const std::optional<Activation> armed = state(scenario).armed;
        return armed && armed->on.testFlag(kind);
    }

    /// Whether a request of this kind meets the scenario; if so, it uses up one of its times.
    bool take(const Scenario &scenario, RequestKind kind);
    /// The first effect of that type which a request of this kind meets and `suits` accepts, likewise; or null.
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
    /// All effects of that type which are switched on.
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
    std::vector<ScenarioState> m_states; ///< by the scenario's place in the table
};

} // namespace okoshko::sandbox
