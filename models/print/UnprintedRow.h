// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Print.h"

#include <QList>
#include <QString>

namespace okoshko {

class PrintService;

/// A row of the list of what is not printed: an order, or a job that is in question without one.
struct UnprintedRow
{
    OrderId order; ///< null: a test ticket
    PrintJob job;  ///< of an order: the one in question, if any

    [[nodiscard]] QString key() const
    {
        return order.isNull() ? job.id.toString(QUuid::WithoutBraces) : order.toString();
    }
};

/// The list, wherever it is shown or counted: PrintService::unprinted(), then the other open jobs that need the
/// cashier: of receipts and test tickets.
[[nodiscard]] QList<UnprintedRow> unprintedRows(const PrintService &printing);

} // namespace okoshko
