// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Catalogue.h"

namespace okoshko {

/// How events are found by typed words, and in which order they stand. An event is found by title, venue, city, date
/// and age mark; the date as it is typed in each language of the program, whichever is chosen.
[[nodiscard]] EventRules eventRules();

/// `16` is written `16+`, as on a poster; a mark that is written so already stays.
[[nodiscard]] QString ageMark(const QString &rating);

} // namespace okoshko
