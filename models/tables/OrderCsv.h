// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/tables/Format.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace okoshko {

/// A cell of a CSV file.
struct CsvCell
{
    enum class Kind {
        Text,  ///< may come from the server
        Number ///< written by this program: digits, a point, a minus
    };

    QString text;
    Kind kind = Kind::Text;
};

/// Separator and decimal sign of spreadsheets in one language.
struct CsvSigns
{
    QChar separator = u';';
    QChar decimal = u',';
};

/// \a rows as a CSV file: UTF-8 with a byte order mark, fields quoted and lines ended by RFC 4180 (CR LF). Numbers have
/// the decimal sign of the spreadsheet's language: where that is a comma, `100.00` would be read as a text and `1.05`
/// as a date.
///
/// A text that a spreadsheet would read as a formula gets a leading apostrophe (OWASP, "CSV Injection"): otherwise an
/// event's title could run commands on the computer that opens the file.
[[nodiscard]] QByteArray toCsv(const QList<QList<CsvCell>> &rows, const CsvSigns &signs);

/// Those of the spreadsheets in \a language.
[[nodiscard]] CsvSigns csvSigns(Format::Language language);

class OrderTableModel;
struct Sale;

/// The rows of \a orders as a CSV file (toCsv), filtered and sorted as shown, with the column names and number format
/// of the cashier's language. Unreported numbers and sums are empty. Times are ISO 8601 with offset in the counter's
/// zone; instead of the time left the end of the hold. Without buyers' data, which the table does not show either. Last
/// what the record of the order has of its printing at this counter: when, where, what; \a saleOf may return null.
[[nodiscard]] QByteArray toCsv(const OrderTableModel &orders, const QString &counterName,
                               const std::function<const Sale *(const OrderId &)> &saleOf);

} // namespace okoshko
