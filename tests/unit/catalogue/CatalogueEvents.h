// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"

namespace okoshko::test {

/// The \a number-th event: every field is told, and four events share a venue. \a vacant of its second set are left.
[[nodiscard]] Event fullEvent(int number, int vacant = 17);
[[nodiscard]] QList<Event> fullEvents(int count);

} // namespace okoshko::test
