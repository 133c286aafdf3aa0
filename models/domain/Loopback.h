// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace okoshko {

/// Whether \a host (as QUrl::host() gives it) is this very computer: the one place where plain HTTP is acceptable
/// (api.md, "Transport").
[[nodiscard]] bool isLoopback(const QString &host);

} // namespace okoshko
