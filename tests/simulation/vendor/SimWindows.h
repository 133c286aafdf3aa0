// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/vendor/Choices.h"
#include "tests/simulation/vendor/SimRates.h"

#include "models/domain/Instant.h"

#include <array>
#include <vector>

namespace okoshko::sim {

/// A fault that lasts.
struct SimWindow
{
    enum class Kind {
        NoConnection,
        HostUnknown,
        Proxy,
        Tls,
        Silence,     ///< nothing reaches the vendor, nothing comes back
        MuteAnswers, ///< everything reaches the vendor, nothing comes back
        Overloaded,  ///< 429
        ServerFault, ///< 502
        KeyUnknown,  ///< 401
        Slow,        ///< each answer needs seconds more
    };

    Kind kind = Kind::NoConnection;
    Microseconds from{0};
    Microseconds until{0}; ///< not within
    int counter = 0;       ///< 0 = all counters

    friend bool operator==(const SimWindow &, const SimWindow &) = default;
};

inline constexpr std::array allWindowKinds{SimWindow::Kind::NoConnection, SimWindow::Kind::HostUnknown,
                                           SimWindow::Kind::Proxy,        SimWindow::Kind::Tls,
                                           SimWindow::Kind::Silence,      SimWindow::Kind::MuteAnswers,
                                           SimWindow::Kind::Overloaded,   SimWindow::Kind::ServerFault,
                                           SimWindow::Kind::KeyUnknown,   SimWindow::Kind::Slow};

/// The lasting faults of a run.
class SimWindows
{
public:
    void add(const SimWindow &window) { m_windows.push_back(window); }
    /// For all counters together and for each of \a counters, each kind at most once between \a from and \a until.
    void draw(Choices &choices, const SimRates &rates, int counters, Microseconds from, Microseconds until);
    void closeAll() { m_windows.clear(); }

    [[nodiscard]] bool isOpen(SimWindow::Kind kind, int counter, Microseconds at) const;
    [[nodiscard]] const std::vector<SimWindow> &all() const { return m_windows; }

private:
    std::vector<SimWindow> m_windows;
};

} // namespace okoshko::sim
