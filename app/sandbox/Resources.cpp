// SPDX-License-Identifier: GPL-3.0-or-later
#include "Resources.h"

#include <QtGlobal>

// Q_INIT_RESOURCE must not stand inside a namespace.
static void registerSandboxResources()
{
    Q_INIT_RESOURCE(sandbox);
}

namespace okoshko::sandbox {

void initResources()
{
    registerSandboxResources();
}

} // namespace okoshko::sandbox
