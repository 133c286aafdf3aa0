// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"

#include <QSet>
#include <QWidget>

#include <array>

QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace okoshko {

class ActionButton;
class OrderTableModel;

/// The filter of the order table: a search field ("filterEdit") and a chip per group of states, with its count.
class FilterLine final : public QWidget
{
    Q_OBJECT
public:
    /// \a model must outlive this.
    FilterLine(OrderTableModel &model, QWidget *parent);

    void focusSearch();
    void clear();

Q_SIGNALS:
    void soughtChanged(const QString &typed);

private:
    struct Chip
    {
        ActionButton *button = nullptr;
        QSet<OrderStatus> statuses; ///< empty = all
    };

    void addChip(size_t at, const QString &objectName, const QSet<OrderStatus> &statuses);
    void apply();
    void recount();

    OrderTableModel &m_model;
    QLineEdit *m_search;
    std::array<Chip, 7> m_chips;
};

} // namespace okoshko
