// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_FORWARD_DECLARE_CLASS(QUrl)

namespace okoshko {

/// Whether a payment's address may be opened on this computer: `https:`, and `http:` on loopback, where the sandbox
/// lives. Everything else (`file:`, `javascript:`, a program's own scheme, no host) never is.
enum class RedirectDecision { Open, Refuse };
[[nodiscard]] RedirectDecision decideRedirect(const QUrl &url);

} // namespace okoshko
