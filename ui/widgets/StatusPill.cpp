// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StatusPill.h"

#include <QPainter>

namespace okoshko {

StatusPill::StatusPill(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusPill::setLook(const PillLook &look)
{
    m_look = look;
    setAccessibleName(look.word);
    updateGeometry();
    update();
}

void StatusPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(painter, {0, 0}, m_look, devicePixelRatioF());
}

} // namespace okoshko
