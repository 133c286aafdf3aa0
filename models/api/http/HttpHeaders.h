// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QUrl)

namespace okoshko {

/// Whether \a a and \a b have the same scheme, host and port; the key is sent within one origin only. False for invalid
/// addresses.
[[nodiscard]] bool sameOrigin(const QUrl &a, const QUrl &b);

/// Reads `X-Partner`, the owner of the key: one printable word of at most 64 letters; otherwise empty.
[[nodiscard]] QString partnerIn(const QByteArray &header);

} // namespace okoshko
