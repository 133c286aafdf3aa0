// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/CounterSettings.h"
#include "models/settings/SettingsFault.h"

#include <QList>

namespace okoshko {

/// All that is wrong with \a settings, in the order of the fields. Nothing: they can be used and saved.
[[nodiscard]] QList<SettingsFault> validate(const CounterSettings &settings);

} // namespace okoshko
