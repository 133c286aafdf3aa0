// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qa/QaDesk.h"

#include "ui/qa/QaDock.h"

namespace okoshko {

using sandbox::RequestKind;
using sandbox::ScenarioRow;

namespace {

QaScenario::Lasting lastingOf(int times)
{
    return times == sandbox::Activation::untilOff ? QaScenario::Lasting::UntilOff : QaScenario::Lasting::Next;
}

} // namespace

QaDesk::QaDesk(sandbox::ScenarioBoard &board, const QString &address, const Format &format, QaDock &dock)
    : m_board(board)
    , m_format(format)
    , m_dock(dock)
{
    dock.setAddress(address);
    QList<QaScenario> scenarios;
    for (const ScenarioRow &row : sandbox::scenarioTable())
        scenarios.append(scenarioOf(row));
    dock.setScenarios(scenarios);
    showStates();
    // The board is written on in the sandbox's thread as well; what it says there arrives here in this one.
    connect(&board, &sandbox::ScenarioBoard::changed, this, &QaDesk::showStates);
    connect(&dock, &QaDock::switchOnRequested, this, &QaDesk::switchOn);
    connect(&dock, &QaDock::switchOffRequested, this, &QaDesk::switchOff);
    connect(&dock, &QaDock::allOffRequested, this, [this] { m_board.disarmAll(); });
}

void QaDesk::showStates()
{
    QaStates states;
    for (const ScenarioRow &row : sandbox::scenarioTable())
        states.insert(row.name, stateOf(row));
    m_dock.setStates(states);
}

void QaDesk::switchOn(const QaWish &wish)
{
    auto arming = sandbox::parseArming(wish.name, wish.moment, {});
    if (!arming)
        return; // the dock offers only what the table has
    if (lastingOf(arming->times) != wish.lasting)
        arming->times = wish.lasting == QaScenario::Lasting::Next ? 1 : sandbox::Activation::untilOff;
    m_board.arm(*arming);
}

void QaDesk::switchOff(const QString &name)
{
    if (const ScenarioRow *row = sandbox::findScenario(name))
        m_board.disarm(row->scenario);
}

QString QaDesk::word(RequestKind kind) const
{
    const bool russian = m_format.language() == Format::Language::Russian;
    return (russian ? sandbox::russianWord(kind) : sandbox::englishWord(kind)).toString();
}

QaScenario QaDesk::scenarioOf(const ScenarioRow &row) const
{
    const bool russian = m_format.language() == Format::Language::Russian;
    const sandbox::ScenarioWords &words = russian ? row.russian : row.english;
    QaScenario scenario{row.name,
                        words.title.toString(),
                        words.description.toString(),
                        (russian ? sandbox::russianTitle(row.group) : sandbox::englishTitle(row.group)).toString(),
                        {},
                        row.lasting == sandbox::Lasting::Next ? QaScenario::Lasting::Next
                                                              : QaScenario::Lasting::UntilOff};
    for (const RequestKind kind : sandbox::allRequestKinds) {
        if (row.possible.testFlag(kind))
            scenario.moments.append({sandbox::toText(kind), word(kind)});
    }
    return scenario;
}

QaState QaDesk::stateOf(const ScenarioRow &row) const
{
    const sandbox::ScenarioState known = m_board.state(row.scenario);
    QaState state;
    state.timesMet = known.timesMet;
    if (known.met)
        state.met = {word(known.met->kind), known.met->at};
    if (!known.armed)
        return state;
    state.on = lastingOf(known.armed->times);
    for (const RequestKind kind : sandbox::allRequestKinds) {
        if (known.armed->on.testFlag(kind))
            state.awaited.append(word(kind));
    }
    return state;
}

} // namespace okoshko
