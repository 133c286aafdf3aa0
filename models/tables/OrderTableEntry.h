// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/OrderCells.h"
#include "models/tables/OrderTableModel.h"

#include <limits>

namespace okoshko {

/// An order in the table, shown or not, with what it is found and sorted by. Private to OrderTableModel.
struct OrderTableModel::Entry
{
    enum class Visibility { Hidden, Shown };

    OrderRow row;
    OrderCells::SortKey key; ///< in m_sortColumn
    QString haystack;
    Visibility visibility = Visibility::Hidden;

    [[nodiscard]] bool isShown() const { return visibility == Visibility::Shown; }
    [[nodiscard]] qint64 created() const
    {
        return row.order.createdAt ? row.order.createdAt->time_since_epoch().count()
                                   : std::numeric_limits<qint64>::min();
    }
};

} // namespace okoshko
