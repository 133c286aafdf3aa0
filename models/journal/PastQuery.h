// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Instant.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace okoshko::journal {

/// What somebody who looks for a past order typed or scanned. All of it must be met.
struct PastQuery
{
    QStringList words;           ///< three letters or more, as foldedText() has them
    QStringList shortWords;      ///< one or two letters
    std::optional<Instant> from; ///< of a date
    std::optional<Instant> till; ///< the last microsecond of it
    QString barcode;             ///< the whole text, where it is one word

    friend bool operator==(const PastQuery &, const PastQuery &) = default;
};

/// Reads \a text. A date is `dd.mm.yyyy`, `dd.mm.yy`, `dd.mm` (the last one until \a now) or `yyyy-mm-dd`, in the zone
/// of \a now. A number may be written with blanks and after № or #.
[[nodiscard]] PastQuery parsePastQuery(const QString &text, const QDateTime &now);

/// \a text as the index has it: small letters, е for ё, blanks between words, no slashes (`serial/number`).
[[nodiscard]] QString foldedText(const QString &text);

} // namespace okoshko::journal
