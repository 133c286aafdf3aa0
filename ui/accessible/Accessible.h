// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace okoshko {

/// Lets assistive tools see our own widgets as what they are: notices as alerts, steppers as numbers that can be set,
/// and of the pages the one that is shown. For windows that are made from then on; again does no harm.
void installAccessible();

} // namespace okoshko
