// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/CounterSettings.h"

namespace okoshko {

Format CounterSettings::format() const
{
    return Format(usedLanguage(), urgentFrom);
}

} // namespace okoshko
