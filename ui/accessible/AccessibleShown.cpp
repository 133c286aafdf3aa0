// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessible/AccessibleShown.h"

#include <QWidget>

namespace okoshko {

AccessibleShown::AccessibleShown(QWidget &widget, QAccessible::Role role)
    : QAccessibleWidget(&widget, role)
{
}

QList<QWidget *> AccessibleShown::shown() const
{
    QList<QWidget *> children;
    for (QWidget *child : widget()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (!child->isWindow() && !child->isHidden())
            children << child;
    }
    return children;
}

int AccessibleShown::childCount() const
{
    return static_cast<int>(shown().size());
}

QAccessibleInterface *AccessibleShown::child(int index) const
{
    return QAccessible::queryAccessibleInterface(shown().value(index)); // nothing for no widget
}

int AccessibleShown::indexOfChild(const QAccessibleInterface *child) const
{
    return child ? static_cast<int>(shown().indexOf(child->object())) : -1;
}

} // namespace okoshko
