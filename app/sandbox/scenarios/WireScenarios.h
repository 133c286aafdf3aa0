// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ScenarioBoard.h"
#include "app/sandbox/weather/Relay.h"

#include <QTimer>

namespace okoshko::sandbox {

/// The scenarios of the line: slow, silent, cut, truncated, offline. It tells the relay what befalls a request and
/// when to be away. Both must outlive it; it lives in the relay's thread.
class WireScenarios : public QObject
{
    Q_OBJECT

public:
    WireScenarios(ScenarioBoard &board, Relay &relay);
    ~WireScenarios() override;

    /// So much time is over at once.
    void skip(std::chrono::milliseconds time);

private:
    [[nodiscard]] FaultRule judge(const Passing &request);
    void follow();

    ScenarioBoard &m_board;
    Relay &m_relay;
    QTimer m_back;
};

} // namespace okoshko::sandbox
