// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/OrderTableModel.h"

#include <QStyledItemDelegate>

namespace okoshko {

/// Draws the order table's cells: two lines for the event, a pill for the state, figure and bar for the time left. If
/// the event's column is hidden, the number's cell shows the event's title as its second line.
class OrderDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] static int rowHeight();
    /// The width of a column's contents: the maximum of its texts and figures.
    [[nodiscard]] static int widthOf(OrderTableModel::Column column, const OrderTableModel &model);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintNumber(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintEvent(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
    void paintTimeLeft(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
};

} // namespace okoshko
