// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CurrentStack.h"

#include <QLayout>

namespace okoshko {

CurrentStack::CurrentStack(QWidget *parent)
    : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, &QWidget::updateGeometry);
}

QSize CurrentStack::sizeHint() const
{
    return currentWidget() ? currentWidget()->sizeHint() : QStackedWidget::sizeHint();
}

QSize CurrentStack::minimumSizeHint() const
{
    return currentWidget() ? currentWidget()->minimumSizeHint() : QStackedWidget::minimumSizeHint();
}

int CurrentStack::heightForWidth(int width) const
{
    // The least of it, for a scroll area gives what is asked for, and all that it has besides.
    const QLayout *shown = currentWidget() ? currentWidget()->layout() : nullptr;
    return shown && shown->hasHeightForWidth() ? shown->minimumHeightForWidth(width) : minimumSizeHint().height();
}

} // namespace okoshko
