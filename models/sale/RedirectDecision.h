// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_FORWARD_DECLARE_CLASS(QUrl)

namespace okoshko {

/// Whether a payment address may be opened on this computer: `https:`, and `http:` on loopback (the sandbox).
/// Everything else (`file:`, `javascript:`, other schemes, no host) is refused.
enum class RedirectDecision { Open, Refuse };
[[nodiscard]] RedirectDecision decideRedirect(const QUrl &url);

} // namespace okoshko
