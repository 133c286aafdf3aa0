// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/JournalThread.h"

#include <QString>

#include <memory>

namespace okoshko::test {

/// The journal at \a path on its thread, open; nothing where it cannot be opened. Waits in an event loop.
[[nodiscard]] std::unique_ptr<JournalThread> openStore(const QString &path, const Account &account = {});

} // namespace okoshko::test
