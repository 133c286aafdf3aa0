// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vendor/SimWindows.h"

#include <algorithm>

namespace okoshko::sim {

using namespace std::chrono_literals;

namespace {

constexpr std::array<Microseconds, 6> lengths{10s, 1s, 40s, 3min, 10min, 40min};

} // namespace

void SimWindows::draw(Choices &choices, const SimRates &rates, int counters, Microseconds from, Microseconds until)
{
    constexpr int parts = 1000;
    for (int counter = 0; counter <= counters; ++counter) {
        for (size_t i = 0; i < allWindowKinds.size(); ++i) {
            const int kind = static_cast<int>(i);
            if (!choices.chance(rates.window, {"window.is", counter, kind}))
                continue;
            const Microseconds begin =
                from + (until - from) / parts * choices.choose(parts, {"window.begin", counter, kind});
            const Microseconds length = lengths[static_cast<size_t>(
                choices.choose(static_cast<int>(lengths.size()), {"window.length", counter, kind}))];
            add({allWindowKinds[i], begin, begin + length, counter});
        }
    }
}

bool SimWindows::isOpen(SimWindow::Kind kind, int counter, Microseconds at) const
{
    return std::ranges::any_of(m_windows, [&](const SimWindow &window) {
        return window.kind == kind && (window.counter == 0 || window.counter == counter) && at >= window.from &&
               at < window.until;
    });
}

} // namespace okoshko::sim
