// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScenarioBoard.h"

#include <QMutexLocker>
#include <utility>

namespace okoshko::sandbox {

namespace {

std::size_t numberOf(Scenario scenario)
{
    return static_cast<std::size_t>(scenario);
}

} // namespace

ScenarioBoard::ScenarioBoard(QObject *parent)
    : QObject(parent)
    , m_states(scenarioTable().size())
{
}

void ScenarioBoard::arm(const Activation &arming)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_states[numberOf(arming.scenario)].armed = arming;
    }
    Q_EMIT changed();
}

void ScenarioBoard::disarm(Scenario scenario)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!std::exchange(m_states[numberOf(scenario)].armed, std::nullopt))
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

ScenarioState ScenarioBoard::state(Scenario scenario) const
{
    const QMutexLocker lock(&m_mutex);
    return m_states[numberOf(scenario)];
}

bool ScenarioBoard::take(Scenario scenario, RequestKind kind)
{
    {
        const QMutexLocker lock(&m_mutex);
        ScenarioState &state = m_states[numberOf(scenario)];
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
