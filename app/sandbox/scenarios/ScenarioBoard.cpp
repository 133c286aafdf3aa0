// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenarios/ScenarioBoard.h"

#include <QMutexLocker>
#include <utility>

namespace okoshko::sandbox {

namespace {

std::size_t placeOf(const Scenario &scenario)
{
    return static_cast<std::size_t>(&scenario - scenarioTable().data());
}

} // namespace

ScenarioBoard::ScenarioBoard(QObject *parent)
    : QObject(parent)
    , m_states(scenarioTable().size())
{
}

void ScenarioBoard::arm(const Activation &activation)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_states[placeOf(*activation.scenario)].armed = activation;
    }
    Q_EMIT changed();
}

void ScenarioBoard::disarm(const Scenario &scenario)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!std::exchange(m_states[placeOf(scenario)].armed, std::nullopt))
            return;
    }
    Q_EMIT changed();
}

void ScenarioBoard::disarmAll()
{
    {
        const QMutexLocker lock(&m_mutex);
        for (ScenarioState &state : m_states)
            state.armed.reset();
    }
    Q_EMIT changed();
}

ScenarioState ScenarioBoard::state(const Scenario &scenario) const
{
    const QMutexLocker lock(&m_mutex);
    return m_states[placeOf(scenario)];
}

bool ScenarioBoard::take(const Scenario &scenario, RequestKind kind)
{
    {
        const QMutexLocker lock(&m_mutex);
        ScenarioState &state = m_states[placeOf(scenario)];
        if (!state.armed || !state.armed->on.testFlag(kind))
            return false;
        if (state.armed->times > 0 && --state.armed->times == 0)
            state.armed.reset();
        state.met = {kind, std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())};
        ++state.timesMet;
    }
    Q_EMIT changed();
    return true;
}

} // namespace okoshko::sandbox
