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
    tellReaders();
}

QSize Stepper::sizeHint() const
{
    const int height = Theme::touchHeight();
    return {height * 3, height};
}

void Stepper::setValue(int value)
{
    const int clamped = std::clamp(value, 0, m_most);
    if (clamped == m_value)
        return;
    m_value = clamped;
    tellReaders();
    update();
    Q_EMIT valueChanged(m_value);
}

void Stepper::setMost(int most)
{
    m_most = std::max(0, most);
    // One that is typed into keeps the keyboard: else it would go on to the next, where the same keys mean other
    // tickets.
    setEnabled(m_most > 0 || hasFocus());
    setValue(m_value);
    update();
}

void Stepper::ask(int value)
{
    if (value > m_most)
        Q_EMIT refused(value);
    setValue(value);
}

void Stepper::tellReaders()
{
    setAccessibleDescription(QString::number(m_value));
    QAccessibleValueChangeEvent event(this, m_value);
    QAccessible::updateAccessibility(&event);
}

void Stepper::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        const int digit = key - Qt::Key_0;
        // A second digit makes a two-figure number, where there are so many.
        m_typed = m_typed > 0 && m_typed * 10 + digit <= m_most ? m_typed * 10 + digit : digit;
        return ask(m_typed);
    }
    m_typed = 0;
    switch (key) { // keys are many; those that are not ours go on
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return ask(m_value + 1);
    case Qt::Key_Minus:
        return ask(m_value - 1);
    case Qt::Key_Backspace:
        return ask(0);
    default:
        QWidget::keyPressEvent(event);
    }
}

void Stepper::mousePressEvent(QMouseEvent *event)
{
    m_typed = 0;
    const int third = width() / 3;
    if (event->pos().x() < third)
        ask(m_value - 1);
    else if (event->pos().x() >= 2 * third)
        ask(m_value + 1);
    setFocus(Qt::MouseFocusReason);
}

void Stepper::wheelEvent(QWheelEvent *event)
{
    // Without the focus the wheel belongs to the list that is being scrolled.
    if (!hasFocus() || event->angleDelta().y() == 0)
        return event->ignore();
    ask(m_value + (event->angleDelta().y() > 0 ? 1 : -1));
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
    setEnabled(m_most > 0);
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
    painter.setPen(m_value < m_most ? p.text : p.muted);
    painter.drawText(QRect(2 * third, 0, third, height()), Qt::AlignCenter, u"+"_s);
    painter.setPen(isEnabled() ? p.text : p.muted);
    painter.setFont(Theme::font(Theme::Type::Heading, QFont::Bold));
    paintFigures(painter, QRect(third, 0, third, height()), Qt::AlignHCenter, QString::number(m_value));
}

} // namespace okoshko
