// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QString>

namespace okoshko {

/// The key that a cashier pressed, whatever layout is on: a Cyrillic letter (ЙЦУКЕН) stands for the Latin one at the
/// same place of a US keyboard, and Enter of the keypad for Enter.
[[nodiscard]] Qt::Key keyAtPlace(const QKeyEvent &event);

/// What stands on a key that commands are pressed by: `O·Щ` for a letter, `Enter`, `Esc`, `Del`, `F5` for others. Keys
/// bear these names in both languages.
[[nodiscard]] QString capOf(Qt::Key key);

} // namespace okoshko
