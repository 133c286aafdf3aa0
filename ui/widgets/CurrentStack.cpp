// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CurrentStack.h"

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
    const QWidget *shown = currentWidget();
    return shown && shown->hasHeightForWidth() ? shown->heightForWidth(width) : minimumSizeHint().height();
}

} // namespace okoshko
