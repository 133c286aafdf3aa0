// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace okoshko {

/// What a reader sees of \a text where it was written for a web page: entities are the characters that they stand for,
/// known tags are left out (one that ends a line is a blank), and so are comments and what stands in `script` and
/// `style`. What only looks alike stays as it is: `Rock & Roll <3`, `a < b`, `Metallica <Unplugged>`. Done once, so
/// that
/// `&amp;lt;` is `&lt;`. Takes time in proportion to the length.
[[nodiscard]] QString withoutMarkup(const QString &text);

} // namespace okoshko
