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

/// By which signs a spreadsheet of one language splits a file and reads a number.
struct CsvSigns
{
    QChar separator = u';';
    QChar decimal = u',';
};

/// \a rows as a CSV file: UTF-8 with a byte order mark, fields between separators, quoted and ended as RFC 4180 wants
/// it (CR LF). Numbers get the decimal sign of the spreadsheet's language: `100.00` is a text there, and `1.05` a date,
/// where the sign is a comma.
///
/// A text that a spreadsheet would take for a formula begins with an apostrophe, as OWASP advises ("CSV Injection"):
/// whoever names an event could otherwise run commands at whoever opens the list.
[[nodiscard]] QByteArray toCsv(const QList<QList<CsvCell>> &rows, const CsvSigns &signs);

class OrderTableModel;

/// What \a orders shows, as a CSV file (toCsv): the rows that its filter lets through, in their order, under the names
/// of the columns in the cashier's language. Separator and decimal sign are those of spreadsheets in that language;
/// what the server did not tell of a number or a sum is left empty. Times in the counter's zone as ISO 8601 with
/// offset; instead of the time left, until when the seats are held. Nothing about buyers, who are not shown either.
[[nodiscard]] QByteArray toCsv(const OrderTableModel &orders);

} // namespace okoshko
