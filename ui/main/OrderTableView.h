// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QTableView>
#include <QTimer>

namespace okoshko {

class OrderTableModel;

/// The order table, which sets its columns' widths: columns that must not be elided get their full width, the event
/// gets the rest, and a narrow window hides less important columns.
class OrderTableView final : public QTableView
{
    Q_OBJECT
public:
    /// \a model must outlive this.
    OrderTableView(OrderTableModel &model, QWidget *parent);

    [[nodiscard]] OrderId current() const;
    void select(const OrderId &id);
    /// Handles \a key as if the table had the focus; does not pass it on.
    void press(QKeyEvent &key) { keyPressEvent(&key); }

Q_SIGNALS:
    void currentOrderChanged();
    void numberCopied(const QString &number); ///< the digits only, by Ctrl+C

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void layOutColumns();

    OrderTableModel &m_model;
    QTimer m_layOut;            ///< collects changes of many rows
    bool m_isLayOutDue = false; ///< when it is shown again
};

} // namespace okoshko
