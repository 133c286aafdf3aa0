// SPDX-License-Identifier: GPL-3.0-or-later
#include "WireScenarios.h"

#include <algorithm>
#include <array>

namespace okoshko::sandbox {

namespace {

using namespace std::chrono_literals;

constexpr auto away = 10s;
constexpr auto late = 3000ms;
constexpr auto lateEvents = 3200ms; // as measured: 36 events
constexpr auto veryLate = 60s;
constexpr qsizetype bodyKept = 12;

struct Fault
{
    Scenario scenario;
    FaultRule spell;
};

const std::array faults{
    Fault{Scenario::CutBefore, {.trouble = Trouble::CutBefore}},
    Fault{Scenario::CutAfter, {.trouble = Trouble::CutAfter}},
    Fault{Scenario::Silent, {.trouble = Trouble::Silence}},
    Fault{Scenario::Truncated, {.trouble = Trouble::TruncateBody, .keep = bodyKept}},
    Fault{Scenario::Slow, {.trouble = Trouble::None, .delay = late}},
    Fault{Scenario::SlowMinute, {.trouble = Trouble::None, .delay = veryLate}},
    Fault{Scenario::SlowEvents, {.trouble = Trouble::None, .delay = lateEvents}},
};

} // namespace

WireScenarios::WireScenarios(ScenarioBoard &board, Relay &relay)
    : m_board(board)
    , m_relay(relay)
    , m_back(this)
{
    m_back.setSingleShot(true);
    connect(&m_back, &QTimer::timeout, this, [this] { m_board.disarm(Scenario::OfflineTenSeconds); });
    // The board may be written on from another thread: this one follows in its own.
    connect(&board, &ScenarioBoard::changed, this, &WireScenarios::follow);
    relay.setJudge([this](const Passing &request) { return judge(request); });
    follow();
}

WireScenarios::~WireScenarios()
{
    m_relay.setJudge({});
}

void WireScenarios::skip(std::chrono::milliseconds time)
{
    if (m_back.isActive())
        m_back.start(std::max(m_back.remainingTimeAsDuration() - time, 0ms));
}

FaultRule WireScenarios::judge(const Passing &request)
{
    const auto kind = kindOf(request.method, QString::fromLatin1(request.target), request.body);
    for (const Fault &fault : faults) {
        if (kind && m_board.take(fault.scenario, *kind))
            return fault.spell;
    }
    return {};
}

void WireScenarios::follow()
{
    const bool briefly = m_board.isArmed(Scenario::OfflineTenSeconds);
    if (!briefly)
        m_back.stop();
    else if (!m_back.isActive())
        m_back.start(away);
    if (briefly || m_board.isArmed(Scenario::Offline))
        m_relay.goOffline();
    else
        m_relay.goOnline();
}

} // namespace okoshko::sandbox
