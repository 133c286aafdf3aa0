// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ElidedLabel.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace okoshko {

ElidedLabel::ElidedLabel(Theme::Type type, Tone tone, QFont::Weight weight, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_tone(tone)
    , m_weight(weight)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text, const QString &least)
{
    m_text = text;
    m_least = least;
    setAccessibleName(text);
    setToolTip(plainToolTip(text));
    updateGeometry();
    update();
}

void ElidedLabel::setMostLines(int lines)
{
    m_mostLines = lines;
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(lines > 1);
    setSizePolicy(policy);
}

QStringList ElidedLabel::linesOf(int width, int most) const
{
    if (most == 1 || m_text.isEmpty())
        return {m_text};
    QTextLayout layout(m_text, Theme::font(m_type, m_weight));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    while (lines.size() < most) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const bool isLast = lines.size() + 1 == most;
        lines << (isLast ? m_text.mid(line.textStart()) : m_text.mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return lines;
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(Theme::font(m_type, m_weight));
    const int width = metrics.horizontalAdvance(m_text) + 1;
    if (m_mostLines == 1)
        return {width, metrics.height()};
    constexpr int usual = 100; // of the grid, for text that may wrap
    const int wrapped = std::min(width, Theme::space(usual));
    return {wrapped, heightForWidth(wrapped)};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(Theme::font(m_type, m_weight));
    return {std::max(Theme::space(4), metrics.horizontalAdvance(m_least) + 1), metrics.height()};
}

int ElidedLabel::heightForWidth(int width) const
{
    if (m_mostLines == 1)
        return QWidget::heightForWidth(width);
    const QFontMetrics metrics(Theme::font(m_type, m_weight));
    return metrics.height() + metrics.lineSpacing() * static_cast<int>(linesOf(width, m_mostLines).size() - 1);
}

QStringList ElidedLabel::shownLines() const
{
    const QFontMetrics metrics(Theme::font(m_type, m_weight));
    if (!m_least.isEmpty() && metrics.horizontalAdvance(m_text) > width())
        return {m_least};
    const int fitting = 1 + std::max(0, height() - metrics.height()) / std::max(1, metrics.lineSpacing());
    QStringList lines = linesOf(width(), std::min(fitting, m_mostLines));
    for (QString &line : lines) {
        line = metrics.elidedText(line.trimmed(), m_mode, width());
        if (line == QChar(0x2026)) // an ellipsis alone
            line.clear();
    }
    return lines;
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(Theme::font(m_type, m_weight));
    painter.setPen(m_tone == Tone::Muted ? Theme::palette().muted : Theme::palette().text);
    const QFontMetrics metrics = painter.fontMetrics();
    QRect line(0, 0, width(), m_mostLines == 1 ? height() : metrics.height());
    for (const QString &text : shownLines()) {
        painter.drawText(line, static_cast<int>(m_alignment | Qt::AlignVCenter), text);
        line.translate(0, metrics.lineSpacing());
    }
}

} // namespace okoshko
