// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace okoshko {

/// What the windows wear. `System`: light or dark, as the desktop is.
enum class ThemeKind { System, Light, Dark, HighContrast };

} // namespace okoshko
