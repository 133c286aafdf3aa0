// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/UnprintedRow.h"

#include "models/print/PrintService.h"

#include <algorithm>

namespace okoshko {

QList<UnprintedRow> unprintedRows(const PrintService &printing)
{
    QList<UnprintedRow> rows;
    for (const UnprintedOrder &entry : printing.unprinted())
        rows << UnprintedRow{entry.order, entry.job.value_or(PrintJob())};
    for (const PrintJob &job : printing.openJobs()) {
        const UnprintedRow row{job.order, job};
        const bool isListed =
            std::ranges::any_of(rows, [&row](const UnprintedRow &other) { return other.key() == row.key(); });
        if (job.state == PrintJob::State::Attention && !isListed)
            rows << row;
    }
    return rows;
}

} // namespace okoshko
