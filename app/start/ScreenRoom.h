// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// \a wanted for \a window that comes up for the first time, and no more than its screen has room for beside the title
/// bar.
[[nodiscard]] QSize roomFor(const QWidget &window, QSize wanted);

} // namespace okoshko
