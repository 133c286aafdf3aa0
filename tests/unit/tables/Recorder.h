// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/OrderTableModel.h"

#include <QAbstractItemModelTester>
#include <QList>
#include <QStringList>

#include <memory>

namespace okoshko::test {

/// Notes in \a signalsSeen what \a model tells its views: `changed 0,5-0,6` (row, column), `inserted 1-3`, `removed
/// 1-3`, `moved 0-0 to 3`, `layout`, `reset`. Both must live equally long.
void record(const QAbstractItemModel &model, QStringList &signalsSeen);
/// And `counts`.
void record(const OrderTableModel &model, QStringList &signalsSeen);

/// The numbers of the orders shown, from the top.
[[nodiscard]] QList<int> shownNumbers(const OrderTableModel &model);

/// An empty list of orders at noon(), and what it tells its views.
class RecordedOrders
{
protected:
    /// Everything anew.
    void setUp();
    void tearDown();
    [[nodiscard]] QList<int> shown() const { return shownNumbers(*m_model); }

    std::unique_ptr<OrderTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QStringList m_signals;
};

} // namespace okoshko::test
