// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Painting.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace okoshko {

namespace {

int digitWidth(const QFontMetrics &metrics)
{
    int widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

int advance(const QFontMetrics &metrics, int digit, QChar c)
{
    return c.isDigit() ? digit : metrics.horizontalAdvance(c);
}

const Theme::Tint &tintOf(const PillLook &look)
{
    const Theme::Palette &p = Theme::palette();
    switch (look.remark) {
    case SaleRemark::None:
        return isNotPrinted(look.print) ? p.warning : p.of(look.status);
    case SaleRemark::UnknownToServer:
        return p.unknown;
    case SaleRemark::Releasing:
        return p.cancelled;
    case SaleRemark::Unconfirmed:
    case SaleRemark::PaidTooLate:
    case SaleRemark::MoneyTaken:
    case SaleRemark::PaidTwice:
    case SaleRemark::PaidTwiceInVain:
    case SaleRemark::SeatsShort:
        return p.warning;
    }
    Q_UNREACHABLE();
}

IconName signOf(const PillLook &look)
{
    const bool isUrgent = look.urgency == Countdown::Urgency::Urgent && look.status == OrderStatus::Executed;
    switch (look.remark) {
    case SaleRemark::None:
        if (isNotPrinted(look.print) || look.print == PrintState::Printing)
            return IconName::Printer;
        return isUrgent ? IconName::ClockUrgent : iconOf(look.status);
    case SaleRemark::UnknownToServer:
    case SaleRemark::Unconfirmed:
    case SaleRemark::MoneyTaken:
    case SaleRemark::PaidTwice:
    case SaleRemark::PaidTwiceInVain:
    case SaleRemark::SeatsShort:
        return IconName::Question;
    case SaleRemark::Releasing:
        return IconName::Cross;
    case SaleRemark::PaidTooLate:
        return IconName::ClockUrgent;
    }
    Q_UNREACHABLE();
}

QFont pillFont()
{
    return Theme::font(Theme::Type::Note, QFont::DemiBold);
}

} // namespace

int figuresWidth(const QFont &font, const QString &text)
{
    const QFontMetrics metrics(font);
    const int digit = digitWidth(metrics);
    int width = 0;
    for (const QChar c : text)
        width += advance(metrics, digit, c);
    return width;
}

void paintFigures(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetrics metrics(painter.font());
    const int digit = digitWidth(metrics);
    const int width = figuresWidth(painter.font(), text);
    int x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width + 1;
    else if (alignment & Qt::AlignHCenter)
        x = rect.left() + (rect.width() - width) / 2;
    const int y = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    for (const QChar c : text) {
        const int cell = advance(metrics, digit, c);
        painter.drawText(x + (cell - metrics.horizontalAdvance(c)) / 2, y, QString(c));
        x += cell;
    }
}

QSize keyCapSize(const QString &key)
{
    const QFontMetrics metrics(Theme::font(Theme::Type::Note, QFont::DemiBold));
    const int height = metrics.height() + Theme::space(1) / 2;
    return {std::max(height, metrics.horizontalAdvance(key) + Theme::space(2)), height};
}

void paintKeyCap(QPainter &painter, const QRect &rect, const QString &key, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor outline = colour;
    outline.setAlphaF(0.55f);
    painter.setPen(outline);
    painter.setBrush(Qt::NoBrush);
    const double radius = Theme::space(1) * 0.7;
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(colour);
    painter.setFont(Theme::font(Theme::Type::Note, QFont::DemiBold));
    painter.drawText(rect, Qt::AlignCenter, key);
    painter.restore();
}

QSize pillSize(const PillLook &look)
{
    const QFontMetrics metrics(pillFont());
    const int icon = metrics.height();
    return {Theme::space(2) + icon + Theme::space(1) + metrics.horizontalAdvance(look.word) + Theme::space(2),
            metrics.height() + Theme::space(1)};
}

void paintPill(QPainter &painter, const QPoint &topLeft, const PillLook &look, double devicePixelRatio)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool urgent = look.urgency == Countdown::Urgency::Urgent;
    const Theme::Tint &tint = tintOf(look);
    const QRect rect(topLeft, pillSize(look));
    painter.setBrush(tint.background);
    painter.setPen(urgent ? QPen(tint.foreground, 2) : QPen(Qt::NoPen));
    const double radius = rect.height() / 2.0;
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);

    QFont font = pillFont();
    if (urgent)
        font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(tint.foreground);
    const int icon = QFontMetrics(font).height();
    const QPoint iconAt(rect.left() + Theme::space(2), rect.top() + (rect.height() - icon) / 2);
    painter.drawPixmap(iconAt, iconPixmap(signOf(look), tint.foreground, icon, devicePixelRatio));
    painter.drawText(rect.adjusted(Theme::space(2) + icon + Theme::space(1), 0, 0, 0), Qt::AlignVCenter, look.word);
    painter.restore();
}

void paintHoldBar(QPainter &painter, const QRect &rect, double fraction, OrderStatus status, Countdown::Urgency urgency)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool calm = urgency == Countdown::Urgency::Calm;
    const double height = calm ? rect.height() * 0.6 : rect.height();
    const QRectF groove(rect.left(), rect.center().y() - height / 2, rect.width(), height);
    painter.setBrush(Theme::palette().ringGround);
    painter.drawRoundedRect(groove, height / 2, height / 2);
    const QColor colour = calm ? Theme::palette().of(status).foreground : Theme::palette().urgent;
    QRectF left = groove;
    left.setWidth(std::max(height, groove.width() * std::clamp(fraction, 0.0, 1.0)));
    painter.setBrush(colour);
    if (fraction > 0)
        painter.drawRoundedRect(left, height / 2, height / 2);
    painter.restore();
}

} // namespace okoshko
