// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace okoshko {

/// In UTF-16 units: more of a name or a sentence nobody reads.
constexpr qsizetype longestShownText = 300;

/// \a text of the server's as it may stand on a screen among words of ours: one line, without control characters and
/// without the marks that turn the direction of all that follows (a title could otherwise rewrite the price beside it),
/// and no longer than \a most UTF-16 units, with the ellipsis that marks what was cut off. Joiners that emoji and
/// scripts need stay.
[[nodiscard]] QString shownText(const QString &text, qsizetype most = longestShownText);

} // namespace okoshko
