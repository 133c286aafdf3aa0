// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CountdownRing.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Painting.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace okoshko {

CountdownRing::CountdownRing(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void CountdownRing::setLook(const Look &look)
{
    if (look == m_look)
        return;
    m_look = look;
    setAccessibleName(look.words);
    setAccessibleDescription(look.note);
    update();
}

QSize CountdownRing::sizeHint() const
{
    const int side =
        figuresWidth(Theme::font(Theme::Type::Figure, QFont::Bold), QStringLiteral("00:00")) + Theme::space(22);
    return {side, side};
}

QSize CountdownRing::minimumSizeHint() const
{
    const int side =
        figuresWidth(Theme::font(Theme::Type::Sum, QFont::Bold), QStringLiteral("00:00")) + Theme::space(8);
    return {side, side};
}

void CountdownRing::paintEvent(QPaintEvent *)
{
    const Theme::Palette &p = Theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool calm = m_look.countdown && m_look.countdown->urgency == Countdown::Urgency::Calm;
    const int side = std::min({width(), height(), sizeHint().width()});
    const double thickness = Theme::space(calm ? 3 : 4);
    const QRectF ring(QPointF((width() - side) / 2.0 + thickness / 2, (height() - side) / 2.0 + thickness / 2),
                      QSizeF(side - thickness, side - thickness));
    painter.setPen(QPen(p.ringGround, thickness, Qt::SolidLine, Qt::FlatCap));
    painter.drawEllipse(ring);
    if (m_look.countdown && m_look.countdown->fraction > 0) {
        QPen pen(calm ? p.ring : p.urgent, thickness, Qt::SolidLine, calm ? Qt::RoundCap : Qt::FlatCap);
        if (!calm)
            pen.setDashPattern({1.2, 0.35});
        painter.setPen(pen);
        painter.drawArc(ring, 90 * 16, qRound(m_look.countdown->fraction * 360 * 16));
    }

    const int inner = qRound(ring.width() - thickness - Theme::space(2));
    QFont font = Theme::font(Theme::Type::Figure, calm ? QFont::Bold : QFont::Black);
    const int wanted = figuresWidth(font, m_look.figure);
    if (wanted > inner) // hours have more digits
        font.setPointSizeF(font.pointSizeF() * inner / wanted);
    painter.setFont(font);
    painter.setPen(calm ? p.text : p.urgent);
    const QFontMetrics metrics(font);
    const QRect figureRect(rect().center().x() - inner / 2, rect().center().y() - metrics.height() * 3 / 5, inner,
                           metrics.height());
    paintFigures(painter, figureRect, Qt::AlignHCenter, m_look.figure);
    painter.setFont(Theme::font(Theme::Type::Text));
    painter.setPen(p.muted);
    if (painter.fontMetrics().horizontalAdvance(m_look.note) <= inner) // no part of it is shown
        painter.drawText(QRect(figureRect.left(), figureRect.bottom(), inner, painter.fontMetrics().height()),
                         Qt::AlignHCenter, m_look.note);
}

} // namespace okoshko
