// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Stepper.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Painting.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

Stepper::Stepper(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Stepper::sizeHint() const
{
    const int height = Theme::touchHeight();
    return {height * 3, height};
}

void Stepper::setValue(int value)
{
    const int clamped = std::clamp(value, 0, m_maximum);
    if (clamped == m_value)
        return;
    m_value = clamped;
    QAccessibleValueChangeEvent event(this, m_value);
    QAccessible::updateAccessibility(&event);
    update();
    Q_EMIT valueChanged(m_value);
}

void Stepper::setMaximum(int maximum)
{
    m_maximum = std::max(0, maximum);
    // An enabled widget keeps the focus: otherwise it would move to the next stepper, and typed digits would change
    // other tickets.
    setEnabled(m_maximum > 0 || hasFocus());
    setValue(m_value);
    update();
}

void Stepper::ask(int value)
{
    if (value > m_maximum)
        Q_EMIT refused(value);
    setValue(value);
}

void Stepper::request(int value)
{
    m_typed = 0;
    ask(value);
}

bool Stepper::takes(int key)
{
    return (key >= Qt::Key_0 && key <= Qt::Key_9) || key == Qt::Key_Plus || key == Qt::Key_Equal ||
           key == Qt::Key_Minus || key == Qt::Key_Backspace;
}

bool Stepper::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && takes(static_cast<QKeyEvent *>(event)->key())) {
        event->accept(); // not passed to buttons
        return true;
    }
    return QWidget::event(event);
}

void Stepper::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (!takes(key))
        return QWidget::keyPressEvent(event);
    if (key == Qt::Key_Plus || key == Qt::Key_Equal || key == Qt::Key_Minus)
        return request(m_value + (key == Qt::Key_Minus ? -1 : 1));
    if (key == Qt::Key_Backspace) {
        m_typed = m_value / 10;
        return ask(m_typed);
    }
    // Digits are appended to a number.
    const int number = m_typed * 10 + key - Qt::Key_0;
    m_typed = number > m_maximum ? 0 : number;
    ask(number);
}

void Stepper::mousePressEvent(QMouseEvent *event)
{
    const int third = width() / 3;
    if (event->pos().x() < third)
        request(m_value - 1);
    else if (event->pos().x() >= 2 * third)
        request(m_value + 1);
    setFocus(Qt::MouseFocusReason);
}

void Stepper::wheelEvent(QWheelEvent *event)
{
    // Without the focus the wheel scrolls the list.
    if (!hasFocus() || event->angleDelta().y() == 0)
        return event->ignore();
    request(m_value + (event->angleDelta().y() > 0 ? 1 : -1));
}

void Stepper::focusInEvent(QFocusEvent *event)
{
    m_typed = 0;
    QWidget::focusInEvent(event);
    update();
}

void Stepper::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setEnabled(m_maximum > 0);
}

void Stepper::paintEvent(QPaintEvent *)
{
    const Theme::Palette &p = Theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setBrush(isEnabled() ? p.surface : p.raised);
    painter.setPen(QPen(hasFocus() ? p.accent : p.control, hasFocus() ? 2 : 1));
    painter.drawRoundedRect(box, Theme::space(1), Theme::space(1));
    const int third = width() / 3;
    painter.setPen(p.line);
    painter.drawLine(third, 3, third, height() - 4);
    painter.drawLine(2 * third, 3, 2 * third, height() - 4);

    painter.setFont(Theme::font(Theme::Type::Heading, QFont::DemiBold));
    painter.setPen(m_value > 0 ? p.text : p.muted);
    painter.drawText(QRect(0, 0, third, height()), Qt::AlignCenter, u"−"_s);
    painter.setPen(m_value < m_maximum ? p.text : p.muted);
    painter.drawText(QRect(2 * third, 0, third, height()), Qt::AlignCenter, u"+"_s);
    painter.setPen(isEnabled() ? p.text : p.muted);
    painter.setFont(Theme::font(Theme::Type::Heading, QFont::Bold));
    paintFigures(painter, QRect(third, 0, third, height()), Qt::AlignHCenter, QString::number(m_value));
}

} // namespace okoshko
