// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QTableView>
#include <QTimer>

namespace okoshko {

class OrderTableModel;

/// The order table, with its columns' widths: what must be read whole gets its room, the event takes the rest, and on
/// a narrow window the less needed columns step back.
class OrderTableView final : public QTableView
{
    Q_OBJECT
public:
    /// \a model must outlive this.
    OrderTableView(OrderTableModel &model, QWidget *parent);

    [[nodiscard]] OrderId current() const;
    void select(const OrderId &id);
    /// As if it had the focus; what it cannot use goes nowhere else.
    void press(QKeyEvent &key) { keyPressEvent(&key); }

Q_SIGNALS:
    void currentOrderChanged();
    void numberCopied(const QString &number); ///< its digits alone, by Ctrl+C

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void layOutColumns();

    OrderTableModel &m_model;
    QTimer m_layOut; ///< once for all that has changed, however many rows it was
};

} // namespace okoshko
