// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace okoshko::test {

/// Whether there is all the time in the world (tests/run.sh --nightly). Otherwise a long test runs a slice of itself.
[[nodiscard]] inline bool isNightly()
{
    return qEnvironmentVariableIsSet("OKOSHKO_NIGHTLY");
}

} // namespace okoshko::test
