// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ModeBand.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace okoshko {

ModeBand::ModeBand(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
{
    setObjectName(kind == Kind::Training ? QStringLiteral("trainingBand") : QStringLiteral("stagingBand"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(m_kind == Kind::Training ? tr("TRAINING — nothing is really sold")
                                               : tr("STAGING — a trial server: nothing is really sold"));
}

QSize ModeBand::sizeHint() const
{
    return {Theme::space(40), QFontMetrics(Theme::font(Theme::Type::Note)).height() + Theme::space(2)};
}

void ModeBand::paintEvent(QPaintEvent *)
{
    const Theme::Palette &p = Theme::palette();
    const bool isTraining = m_kind == Kind::Training;
    const Theme::Tint &tint = isTraining ? p.training : p.staging;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), tint.background);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isTraining ? p.trainingStripe : p.stagingStripe);
    const int stripe = Theme::space(3);
    for (int x = -height(); x < width() + height(); x += 2 * stripe)
        painter.drawPolygon(
            QPolygon({{x, height()}, {x + stripe, height()}, {x + stripe + height(), 0}, {x + height(), 0}}));

    painter.setFont(Theme::font(Theme::Type::Note, QFont::Bold));
    const QFontMetrics metrics = painter.fontMetrics();
    const QString left = accessibleName();
    const QString right = isTraining ? tr("Sandbox") : tr("Trial server");
    const int side = metrics.height();
    const int margin = Theme::space(4);
    const int leftWidth = side + Theme::space(1) + metrics.horizontalAdvance(left);
    // Plain background behind the text: letters on stripes are hard to read.
    painter.fillRect(QRect(margin - Theme::space(1), 0, leftWidth + Theme::space(2), height()), tint.background);
    const int rightWidth = metrics.horizontalAdvance(right);
    painter.fillRect(QRect(width() - margin - rightWidth - Theme::space(1), 0, rightWidth + Theme::space(2), height()),
                     tint.background);
    painter.setPen(tint.foreground);
    painter.drawPixmap(margin, (height() - side) / 2,
                       iconPixmap(IconName::Diamond, tint.foreground, side, devicePixelRatioF()));
    painter.drawText(rect().adjusted(margin + side + Theme::space(1), 0, 0, 0), Qt::AlignVCenter, left);
    painter.drawText(rect().adjusted(0, 0, -margin, 0), Qt::AlignVCenter | Qt::AlignRight, right);
}

} // namespace okoshko
