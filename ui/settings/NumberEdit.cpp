// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/NumberEdit.h"

#include "ui/theme/Theme.h"

#include "models/domain/Text.h"

#include <QKeyEvent>

#include <algorithm>

namespace okoshko {

NumberEdit::NumberEdit(Bounds bounds, QWidget *parent)
    : QLineEdit(parent)
    , m_bounds(bounds)
    , m_step(bounds.max >= 200 ? 10 : 1)
{
    setMaxLength(30);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void NumberEdit::setNumber(qint64 number)
{
    if (this->number() != number)
        setText(QString::number(number));
}

std::optional<qint64> NumberEdit::number() const
{
    bool isNumber = false;
    const qint64 number = typedWithoutBlanks(text()).toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

QSize NumberEdit::sizeHint() const
{
    return {Theme::space(16), QLineEdit::sizeHint().height()};
}

void NumberEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isUp = event->key() == Qt::Key_Up;
    if (!isUp && event->key() != Qt::Key_Down)
        return QLineEdit::keyPressEvent(event);
    const qint64 next = number().value_or(m_bounds.min) + (isUp ? m_step : -m_step);
    setText(QString::number(std::clamp(next, m_bounds.min, m_bounds.max)));
    selectAll();
}

} // namespace okoshko
