// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace okoshko::test {

/// This whole process's clocks, in a test's hands: the test program has its own clock_gettime() and its kin, which the
/// linker prefers to the C library's, so that Qt and all else in the process ask it.
struct ProcessClocks
{
    /// Somebody sets the computer's clock.
    static void setWall(std::chrono::nanoseconds by);
    /// The computer sleeps: wall and boot time go on, CLOCK_MONOTONIC stands still.
    static void suspend(std::chrono::nanoseconds howLong);
    /// So much time is over at once, by all clocks: the steady one as well, by which timers run. It stays over.
    static void pass(std::chrono::nanoseconds howLong);
    static void reset();

    /// How often this thread has asked for the wall clock.
    [[nodiscard]] static int wallReadings();
    /// Time as it passes in the world, sleeps included; it knows no date.
    [[nodiscard]] static std::chrono::nanoseconds world();
};

} // namespace okoshko::test
