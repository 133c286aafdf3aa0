// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelectionModel>

QT_FORWARD_DECLARE_CLASS(QAbstractItemView)

namespace okoshko {

/// Makes the selected item the current one as well. Assistive tools change only the selection; a page that shows the
/// current item would then show another one than is highlighted.
class RowSelection final : public QItemSelectionModel
{
    Q_OBJECT
public:
    /// Replaces the selection model of \a view.
    static void install(QAbstractItemView &view);

    using QItemSelectionModel::select;
    void select(const QItemSelection &selection, SelectionFlags command) override;
    void setCurrentIndex(const QModelIndex &index, SelectionFlags command) override;

private:
    explicit RowSelection(QAbstractItemView &view);

    bool m_isMoving = false; ///< the current item is being changed to the selected one
};

} // namespace okoshko
