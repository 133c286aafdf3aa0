// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FigureLabel.h"

#include "ui/widgets/Painting.h"

#include <QFontMetrics>
#include <QPainter>

namespace okoshko {

FigureLabel::FigureLabel(Theme::Type type, QFont::Weight weight, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_weight(weight)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FigureLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    const int before = figuresWidth(figureFont(), m_text);
    m_text = text;
    setAccessibleName(text);
    if (figuresWidth(figureFont(), text) != before)
        updateGeometry();
    update();
}

void FigureLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void FigureLabel::setMood(Mood mood)
{
    m_mood = mood;
    update();
}

QFont FigureLabel::figureFont() const
{
    return Theme::font(m_type, m_mood == Mood::Urgent ? QFont::Black : m_weight);
}

QSize FigureLabel::sizeHint() const
{
    const QFont font = figureFont();
    return {figuresWidth(font, m_text), QFontMetrics(font).height()};
}

void FigureLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont font = figureFont();
    const int wanted = figuresWidth(font, m_text);
    if (wanted > width())
        font.setPointSizeF(font.pointSizeF() * width() / wanted);
    painter.setFont(font);
    const auto colour = [this] {
        switch (m_mood) {
        case Mood::Calm:
            return Theme::palette().text;
        case Mood::Accent:
            return Theme::palette().paying.foreground;
        case Mood::Urgent:
            return Theme::palette().urgent;
        case Mood::Good:
            return Theme::palette().success.foreground;
        }
        Q_UNREACHABLE();
    };
    painter.setPen(colour());
    paintFigures(painter, rect(), m_alignment, m_text);
}

} // namespace okoshko
