// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace okoshko::test {

/// Fails the test where a button, a label or a column's header that can be seen in \a window has less room than its
/// words take, or where something has to be scrolled sideways.
void nothingIsCut(const QWidget &window);

/// Fails it where two things that can be seen at once share the letter that leads to them.
void lettersAreUnique(const QWidget &window);

} // namespace okoshko::test
