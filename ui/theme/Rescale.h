// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// Makes \a window, which was laid out for lines of \a before pixels, look as if it had been for lines of \a after:
/// margins, spaces between, and bounds of sizes. Spaces are quarters of lines, so each is
/// found again exactly, however often it is changed. Fonts are the style sheet's affair, and painted things ask Theme.
void rescale(QWidget &window, int before, int after);

} // namespace okoshko
