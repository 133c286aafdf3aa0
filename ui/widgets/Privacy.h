// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// Marks what \a widget shows as the buyer's own: it is blanked in pictures that leave this computer.
void markPrivate(QWidget &widget);
[[nodiscard]] bool isPrivate(const QWidget &widget);

} // namespace okoshko
