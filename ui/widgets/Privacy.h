// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// Marks the content of \a widget as the buyer's data: it is blanked in pictures for problem reports.
void markPrivate(QWidget &widget);
[[nodiscard]] bool isPrivate(const QWidget &widget);

} // namespace okoshko
