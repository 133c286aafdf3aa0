// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Catalogue.h"

namespace okoshko::sandbox {

/// So many events more, some 5 KB each in an answer, at a venue of their own; the same for the same count.
[[nodiscard]] Catalogue generatedEvents(int count, Instant now);

} // namespace okoshko::sandbox
