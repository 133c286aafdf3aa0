// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace okoshko {

/// A cell of a CSV file.
struct CsvCell
{
    enum class Kind {
        Text,  ///< somebody else's words, perhaps
        Number ///< written by this program: digits, a point, a minus
    };

    QString text;
    Kind kind = Kind::Text;
};

/// \a rows as a CSV file: UTF-8 with a byte order mark, fields between semicolons, quoted and ended as RFC 4180 wants
/// it (CR LF). The semicolon, because spreadsheets in the counters' country split at it and not at a comma, which is
/// the decimal sign there.
///
/// A text that a spreadsheet would take for a formula begins with an apostrophe, as OWASP advises ("CSV Injection"):
/// whoever names an event could otherwise run commands at whoever opens the list.
[[nodiscard]] QByteArray toCsv(const QList<QList<CsvCell>> &rows);

} // namespace okoshko
