// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/time/ProcessClocks.h"

#include <atomic>
#include <ctime>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

using std::chrono::nanoseconds;
using std::chrono::seconds;

std::atomic<nanoseconds::rep> wallMoved{0};
std::atomic<nanoseconds::rep> asleep{0};
std::atomic<nanoseconds::rep> passed{0};
thread_local int wallRead = 0;

nanoseconds kernels(clockid_t clock)
{
    timespec at{};
    syscall(SYS_clock_gettime, clock, &at);
    return seconds(at.tv_sec) + nanoseconds(at.tv_nsec);
}

nanoseconds ours(clockid_t clock)
{
    switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
        ++wallRead;
        return kernels(clock) + nanoseconds(wallMoved + asleep + passed);
    case CLOCK_BOOTTIME:
        return kernels(clock) + nanoseconds(asleep + passed);
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_MONOTONIC_RAW:
        return kernels(clock) + nanoseconds(passed);
    default: // all other clocks are the kernel's
        return kernels(clock);
    }
}

} // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec *at) noexcept
{
    const nanoseconds now = ours(clock);
    at->tv_sec = now / seconds(1);
    at->tv_nsec = (now % seconds(1)).count();
    return 0;
}

int gettimeofday(timeval *at, void *) noexcept
{
    const nanoseconds now = ours(CLOCK_REALTIME);
    at->tv_sec = now / seconds(1);
    at->tv_usec = (now % seconds(1)).count() / 1000;
    return 0;
}

time_t time(time_t *at) noexcept
{
    const time_t now = ours(CLOCK_REALTIME) / seconds(1);
    if (at)
        *at = now;
    return now;
}

} // extern "C"

namespace okoshko::test {

void ProcessClocks::setWall(nanoseconds by)
{
    wallMoved += by.count();
}

void ProcessClocks::suspend(nanoseconds howLong)
{
    asleep += howLong.count();
}

void ProcessClocks::pass(nanoseconds howLong)
{
    passed += howLong.count();
}

void ProcessClocks::reset()
{
    wallMoved = 0;
    asleep = 0;
}

int ProcessClocks::wallReadings()
{
    return wallRead;
}

nanoseconds ProcessClocks::world()
{
    return kernels(CLOCK_MONOTONIC) + nanoseconds(asleep + passed);
}

} // namespace okoshko::test
