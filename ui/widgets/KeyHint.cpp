// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KeyHint.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Painting.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace okoshko {

KeyHint::KeyHint(const QStringList &keys, QWidget *parent)
    : QWidget(parent)
    , m_keys(keys)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyHint::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(m_keys.join(u' ') + u' ' + text);
    updateGeometry();
    update();
}

QSize KeyHint::sizeHint() const
{
    const QFontMetrics metrics(Theme::font(Theme::Type::Note));
    int width = metrics.horizontalAdvance(m_text) + Theme::space(1);
    int height = metrics.height();
    for (const QString &key : m_keys) {
        const QSize cap = keyCapSize(key);
        width += cap.width() + Theme::space(1);
        height = std::max(height, cap.height());
    }
    return {width, height};
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int x = 0;
    for (const QString &key : m_keys) {
        const QSize cap = keyCapSize(key);
        paintKeyCap(painter, {QPoint(x, (height() - cap.height()) / 2), cap}, key, Theme::palette().muted);
        x += cap.width() + Theme::space(1);
    }
    painter.setFont(Theme::font(Theme::Type::Note));
    painter.setPen(Theme::palette().muted);
    painter.drawText(rect().adjusted(x, 0, 0, 0), Qt::AlignVCenter, m_text);
}

} // namespace okoshko
