// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KeyHint.h"

#include "models/tables/SearchText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Painting.h"

#include <QFontMetrics>
#include <QKeySequence>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

Qt::Key keyAtPlace(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Enter)
        return Qt::Key_Return;
    const QString &text = event.text();
    if (text.size() == 1 && isCyrillic(text.front()))
        return static_cast<Qt::Key>(latinAt(text.front()).toUpper().unicode());
    // With Ctrl or Alt the key has no text.
    if (event.key() < Qt::Key_Escape && isCyrillic(QChar(static_cast<char16_t>(event.key()))))
        return static_cast<Qt::Key>(latinAt(QChar(static_cast<char16_t>(event.key()))).toUpper().unicode());
    return static_cast<Qt::Key>(event.key());
}

QString capOf(Qt::Key key)
{
    if (key == Qt::Key_Return)
        return u"Enter"_s;
    if (key >= Qt::Key_A && key <= Qt::Key_Z) {
        const QChar letter(static_cast<char16_t>(key));
        return QString(letter) + u'·' + cyrillicAt(letter);
    }
    return QKeySequence(key).toString(QKeySequence::PortableText);
}

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
