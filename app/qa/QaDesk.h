// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/scenarios/ScenarioBoard.h"
#include "models/tables/Format.h"
#include "ui/qa/QaScenario.h"

#include <QObject>

namespace okoshko {

class QaDock;

/// Between the QA dock and the sandbox's board of scenarios: the dock shows the one table, in its language, and what
/// is wanted in it is written on the board. The board is asked directly, not over the network: it must be reached
/// while the network is broken on purpose.
class QaDesk final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive the desk. \a address: the control endpoint's, empty where there is none.
    QaDesk(sandbox::ScenarioBoard &board, const QString &address, const Format &format, QaDock &dock);

private:
    void showStates();
    void switchOn(const QaWish &wish);
    void switchOff(const QString &name);
    [[nodiscard]] QString word(sandbox::RequestKind kind) const;
    [[nodiscard]] QaScenario scenarioOf(const sandbox::ScenarioRow &row) const;
    [[nodiscard]] QaState stateOf(const sandbox::ScenarioRow &row) const;

    sandbox::ScenarioBoard &m_board;
    Format m_format;
    QaDock &m_dock;
};

} // namespace okoshko
