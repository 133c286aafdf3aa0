// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace okoshko::sandbox {

/// Registers the compiled-in catalogue and payment page. A linker drops resources of a static library that nobody
/// names; calling this names them. May be called any number of times.
void initResources();

} // namespace okoshko::sandbox
