// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Instant.h"

namespace okoshko::sim {

/// What this thread's computer clock tells (QDateTime::currentDateTimeUtc(), which SimWallClock.cpp replaces in the
/// program that it is linked into).
void setWallClock(Instant now);

} // namespace okoshko::sim
