// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace okoshko {

/// Makes `:/i18n/okoshko_<ru|en>.qm` and Qt's own Russian words known: a static library's resources are not registered
/// by themselves.
void registerTranslations();

} // namespace okoshko
