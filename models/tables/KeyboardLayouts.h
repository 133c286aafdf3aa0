// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace okoshko {

/// The letter or sign of a US keyboard at the place where ЙЦУКЕН has \a typed; \a typed itself where it has none.
[[nodiscard]] QChar latinAt(QChar typed);
/// The other way round.
[[nodiscard]] QChar cyrillicAt(QChar typed);

[[nodiscard]] bool isCyrillic(QChar letter);

/// \a typed as a US layout would have written it: what a scanner sends while the Russian layout is on.
[[nodiscard]] QString inLatinLayout(const QString &typed);

/// \a typed as it would stand there if the other layout had been on: `xfqrf` is `чайка`, and `ыруддн` is `shelly`.
[[nodiscard]] QString inOtherLayout(const QString &typed);

} // namespace okoshko
