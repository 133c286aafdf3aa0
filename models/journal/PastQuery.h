// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Instant.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace okoshko::journal {

/// A search for past orders, as typed or scanned. All conditions must hold.
struct PastQuery
{
    QStringList words;           ///< of three letters or more, by foldedText()
    QStringList shortWords;      ///< of one or two letters
    std::optional<Instant> from; ///< start of the date
    std::optional<Instant> till; ///< last microsecond of the date
    QString barcode;             ///< the whole text, if it is one word

    friend bool operator==(const PastQuery &, const PastQuery &) = default;
};

/// Reads \a text. A date is `dd.mm.yyyy`, `dd.mm.yy`, `dd.mm` (the last one until \a now) or `yyyy-mm-dd`, in the zone
/// of \a now. A number may be written with blanks and after № or #.
[[nodiscard]] PastQuery parsePastQuery(const QString &text, const QDateTime &now);

/// \a text in the index's form: lower case, е for ё, blanks between words, no slashes (`serial/number`).
[[nodiscard]] QString foldedText(const QString &text);

} // namespace okoshko::journal
