// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QUrl)

namespace okoshko {

/// Whether \a a and \a b have scheme, host and port in common: only then may the key go from one to the other.
/// An address that cannot be read has none of them.
[[nodiscard]] bool sameOrigin(const QUrl &a, const QUrl &b);

/// `X-Partner`, the partner whom the key belongs to: one printable word, at most 64 letters; anything else is empty.
[[nodiscard]] QString partnerIn(const QByteArray &header);

} // namespace okoshko
