// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimWallClock.h"

namespace {

okoshko::Instant &wallClock()
{
    static thread_local okoshko::Instant now{};
    return now;
}

} // namespace

namespace okoshko::sim {

void setWallClock(Instant now)
{
    wallClock() = now;
}

} // namespace okoshko::sim

/// Instead of Qt's: a ServerClock asks it once, when it is made.
QDateTime QDateTime::currentDateTimeUtc()
{
    return okoshko::toDateTime(wallClock());
}
