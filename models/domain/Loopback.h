// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace okoshko {

/// Whether \a host (as QUrl::host() gives it) is this very computer: the one place where plain HTTP is acceptable
/// (vendor documentation).
[[nodiscard]] bool isLoopback(const QString &host);

/// Whether \a url leads to a host by a way that nobody can listen in on: https, or http to this very computer.
[[nodiscard]] bool isPrivateWay(const QUrl &url);

} // namespace okoshko
