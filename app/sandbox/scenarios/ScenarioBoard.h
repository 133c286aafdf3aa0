// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Scenario.h"

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

    void arm(const Activation &arming);
    void arm(Scenario scenario) { arm(usualArming(scenario)); }
    void disarm(Scenario scenario);
    void disarmAll();

    [[nodiscard]] ScenarioState state(Scenario scenario) const;
    [[nodiscard]] bool isArmed(Scenario scenario) const { return state(scenario).armed.has_value(); }

    /// Whether a request of this kind meets the scenario; if so, it uses up one of its times.
    [[nodiscard]] bool take(Scenario scenario, RequestKind kind);

Q_SIGNALS:
    void changed();

private:
    mutable QMutex m_mutex;
    std::vector<ScenarioState> m_states; ///< by the scenario's number
};

} // namespace okoshko::sandbox
