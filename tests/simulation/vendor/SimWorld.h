// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/vendor/Choices.h"
#include "tests/simulation/vendor/SimBuyers.h"
#include "tests/simulation/vendor/SimLine.h"
#include "tests/simulation/vendor/SimRates.h"
#include "tests/simulation/vendor/SimScheduler.h"
#include "tests/simulation/vendor/SimStock.h"
#include "tests/simulation/vendor/SimVendor.h"
#include "tests/simulation/vendor/SimWindows.h"
#include "tests/simulation/vendor/VendorLog.h"

#include <memory>
#include <vector>

namespace okoshko::sim {

/// Everything outside the counters, put together: one vendor, one stock, one key, and a line for each counter.
///
/// The counters' objects must die before it does, but for a ServerClock.
class SimWorld
{
public:
    /// The moment of the recorded sale.
    [[nodiscard]] static Instant recordedStart();

    SimWorld(Choices choices, const SimRates &rates, int counters, Instant start = recordedStart());
    SimWorld(const SimWorld &) = delete;
    SimWorld &operator=(const SimWorld &) = delete;

    [[nodiscard]] SimScheduler &scheduler() { return m_scheduler; }
    [[nodiscard]] Choices &choices() { return m_choices; }
    [[nodiscard]] SimRates &rates() { return m_rates; }
    [[nodiscard]] SimWindows &windows() { return m_windows; }
    [[nodiscard]] VendorLog &log() { return m_log; }
    [[nodiscard]] SimStock &stock() { return m_stock; }
    [[nodiscard]] SimVendor &vendor() { return m_vendor; }
    [[nodiscard]] SimBuyers &buyers() { return m_buyers; }
    /// Of a counter, from 1.
    [[nodiscard]] SimLine &line(int counter) { return *m_lines[static_cast<size_t>(counter - 1)]; }
    [[nodiscard]] int counters() const { return static_cast<int>(m_lines.size()); }

    /// Lasting faults between now and \a until.
    void drawWindows(Microseconds until);
    void runUntil(Microseconds until) { m_scheduler.runUntil(until); }
    /// From now on nothing unusual begins: all choices but people's decisions are ordinary, and the windows are closed.
    /// What is on its way already still arrives, up to eleven minutes later.
    void faultsStop();

private:
    SimScheduler m_scheduler;
    Choices m_choices;
    SimRates m_rates;
    SimWindows m_windows;
    VendorLog m_log;
    SimStock m_stock;
    SimVendor m_vendor;
    SimBuyers m_buyers;
    std::vector<std::unique_ptr<SimLine>> m_lines;
};

} // namespace okoshko::sim
