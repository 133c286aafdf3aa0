// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelectionModel>

QT_FORWARD_DECLARE_CLASS(QAbstractItemView)

namespace okoshko {

/// What is selected is the current item too, whoever selects it. Assistive tools move the selection alone; a page that
/// shows the current item would then show another one than is marked.
class RowSelection final : public QItemSelectionModel
{
    Q_OBJECT
public:
    /// In place of the one that \a view made for its model.
    static void install(QAbstractItemView &view);

    using QItemSelectionModel::select;
    void select(const QItemSelection &selection, SelectionFlags command) override;
    void setCurrentIndex(const QModelIndex &index, SelectionFlags command) override;

private:
    explicit RowSelection(QAbstractItemView &view);

    bool m_isMoving = false; ///< the current item is about to be the selected one
};

} // namespace okoshko
