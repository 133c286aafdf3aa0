// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/NumberEdit.h"

#include "ui/theme/Theme.h"

#include "models/domain/Text.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace okoshko {

NumberEdit::NumberEdit(Bounds bounds, QWidget *parent, Digits digits)
    : QLineEdit(parent)
    , m_bounds(bounds)
    , m_step(bounds.max >= 200 && digits == Digits::Whole ? 10 : 1)
    , m_digits(digits)
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

void NumberEdit::setDecimal(double number)
{
    if (decimal() == number)
        return;
    QString text = QString::number(number, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    setText(text.replace(u'.', locale().decimalPoint()));
}

std::optional<double> NumberEdit::decimal() const
{
    bool isNumber = false;
    const double number = typedWithoutBlanks(text()).replace(u',', u'.').toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
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
    if (m_digits == Digits::Decimal) {
        const auto min = static_cast<double>(m_bounds.min);
        const double next = decimal().value_or(min) + static_cast<double>(isUp ? m_step : -m_step);
        setDecimal(std::clamp(next, min, static_cast<double>(m_bounds.max)));
    } else {
        const qint64 next = number().value_or(m_bounds.min) + (isUp ? m_step : -m_step);
        setText(QString::number(std::clamp(next, m_bounds.min, m_bounds.max)));
    }
    selectAll();
}

} // namespace okoshko
