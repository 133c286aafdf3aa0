// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/OrderRow.h"

#include <QWidget>

#include <array>

QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace okoshko {

class ActionButton;
class OrderTableModel;

/// The filter of the order table: a search field ("filterEdit") and a chip per group of states, with its count, and
/// one for paid orders whose tickets are not printed ("chipNotPrinted").
class FilterLine final : public QWidget
{
    Q_OBJECT
public:
    /// \a model must outlive this.
    FilterLine(OrderTableModel &model, QWidget *parent);

    void focusSearch();
    void clear();
    void seek(const QString &text); ///< among all orders

Q_SIGNALS:
    void soughtChanged(const QString &typed);

private:
    struct Chip
    {
        ActionButton *button = nullptr;
        OrderFilter filter; ///< without the text
    };

    void addChip(size_t at, const QString &objectName, const OrderFilter &filter);
    [[nodiscard]] int countOf(const OrderFilter &filter) const;
    void apply();
    void recount();

    OrderTableModel &m_model;
    QLineEdit *m_search;
    std::array<Chip, 8> m_chips;
};

} // namespace okoshko
