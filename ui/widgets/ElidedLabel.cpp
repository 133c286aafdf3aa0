// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ElidedLabel.h"

#include <QFontMetrics>
#include <QPainter>

namespace okoshko {

ElidedLabel::ElidedLabel(Theme::Type type, Tone tone, QFont::Weight weight, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_tone(tone)
    , m_weight(weight)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    setToolTip(plainToolTip(text));
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(Theme::font(m_type, m_weight));
    return {metrics.horizontalAdvance(m_text) + 1, metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {Theme::space(4), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(Theme::font(m_type, m_weight));
    painter.setPen(m_tone == Tone::Muted ? Theme::palette().muted : Theme::palette().text);
    painter.drawText(rect(), static_cast<int>(m_alignment | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(m_text, m_mode, width()));
}

} // namespace okoshko
