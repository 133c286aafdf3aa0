// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace okoshko {

class OrderTableModel;

/// What \a orders shows, as a CSV file (toCsv): the rows that its filter lets through, in their order, under the names
/// of the columns in the cashier's language. Separator and decimal sign are those of spreadsheets in that language;
/// what the server did not tell of a number or a sum is left empty. Times in the counter's zone as ISO 8601 with
/// offset; instead of the time left, until when the seats are held. Nothing about buyers, who are not shown either.
[[nodiscard]] QByteArray toCsv(const OrderTableModel &orders);

} // namespace okoshko
