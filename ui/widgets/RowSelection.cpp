// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RowSelection.h"

#include <QAbstractItemView>
#include <QScopedValueRollback>

namespace okoshko {

RowSelection::RowSelection(QAbstractItemView &view)
    : QItemSelectionModel(view.model(), &view)
{
}

void RowSelection::install(QAbstractItemView &view)
{
    const QItemSelectionModel *before = view.selectionModel();
    view.setSelectionModel(new RowSelection(view));
    delete before;
}

void RowSelection::select(const QItemSelection &selection, SelectionFlags command)
{
    QItemSelectionModel::select(selection, command);
    if (m_isMoving || !hasSelection() || isSelected(currentIndex()))
        return;
    setCurrentIndex(this->selection().first().topLeft(), NoUpdate);
}

void RowSelection::setCurrentIndex(const QModelIndex &index, SelectionFlags command)
{
    const QScopedValueRollback moving(m_isMoving, true);
    QItemSelectionModel::setCurrentIndex(index, command);
}

} // namespace okoshko
