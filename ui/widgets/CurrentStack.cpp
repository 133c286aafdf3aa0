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
    // The minimum: a scroll area gives the size hint or more.
    const QLayout *shown = currentWidget() ? currentWidget()->layout() : nullptr;
    return shown && shown->hasHeightForWidth() ? shown->minimumHeightForWidth(width) : minimumSizeHint().height();
}

} // namespace okoshko
