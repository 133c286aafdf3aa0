// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace okoshko {

/// \a text as a person meant it who typed or pasted it into a line: without characters that cannot be seen (zero-width
/// spaces, byte order marks, soft hyphens, marks of direction), any blanks and line ends as one space, none around it.
[[nodiscard]] QString typedText(const QString &text);
/// The same of what has no blanks in it, such as a number.
[[nodiscard]] QString typedWithoutBlanks(const QString &text);

} // namespace okoshko
