// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vendor/SimWorld.h"

using namespace Qt::StringLiterals;

namespace okoshko::sim {

Instant SimWorld::recordedStart()
{
    return *parseInstant(u"2016-01-26T09:25:19.308000+00:00"_s);
}

SimWorld::SimWorld(Choices choices, const SimRates &rates, int counters, Instant start)
    : m_choices(std::move(choices))
    , m_rates(rates)
    , m_vendor(m_scheduler, m_choices, m_rates, m_log, m_stock, start)
    , m_buyers(m_scheduler, m_choices, m_vendor, m_log)
{
    for (int counter = 1; counter <= counters; ++counter) {
        m_lines.push_back(
            std::make_unique<SimLine>(counter, m_scheduler, m_choices, m_rates, m_windows, m_log, m_vendor));
    }
}

void SimWorld::drawWindows(Microseconds until)
{
    m_windows.draw(m_choices, m_rates, counters(), m_scheduler.now(), until);
}

void SimWorld::faultsStop()
{
    m_choices.stopFaults();
    m_windows.closeAll();
    m_vendor.faultsStop();
}

} // namespace okoshko::sim
