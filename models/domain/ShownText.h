// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace okoshko {

/// \a text of the server's as it may stand on a screen among words of ours: one line, without control characters and
/// without the marks that turn the direction of all that follows (a title could otherwise rewrite the price beside it),
/// and no longer than a person reads: what is cut off is marked with an ellipsis. Joiners that emoji and scripts need
/// stay.
[[nodiscard]] QString shownText(const QString &text);

/// How long such a text may be, in UTF-16 units.
constexpr qsizetype longestShownText = 300;

} // namespace okoshko
