// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/OrderTableModel.h"

#include <QStyledItemDelegate>

namespace okoshko {

/// Draws the order table's cells: two lines for the event, a pill for the state, figure and bar for the time left.
/// Where the table hides the event's column, its title is the number's second line.
class OrderDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] static int rowHeight();
    /// The room that a column's contents take at most: its widest words and figures.
    [[nodiscard]] static int widthOf(OrderTableModel::Column column, const OrderTableModel &model);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintNumber(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintEvent(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
    void paintTimeLeft(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
};

} // namespace okoshko
