// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/WrapLayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace okoshko {

namespace {

/// The size hint of \a item, but at least its minimum, which may be larger.
QSize sizeOf(const QLayoutItem *item)
{
    return item->sizeHint().expandedTo(item->minimumSize());
}

int heightOf(const QList<QLayoutItem *> &line)
{
    int height = 0;
    for (const QLayoutItem *item : line)
        height = std::max(height, sizeOf(item).height());
    return height;
}

bool isStretch(const QLayoutItem *item)
{
    return item->expandingDirections().testFlag(Qt::Horizontal);
}

} // namespace

WrapLayout::WrapLayout(QWidget *parent, Qt::Alignment alignment)
    : QLayout(parent)
    , m_alignment(alignment)
{
}

WrapLayout::~WrapLayout()
{
    qDeleteAll(m_items);
}

void WrapLayout::addStretch()
{
    addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding, QSizePolicy::Minimum));
}

void WrapLayout::addItem(QLayoutItem *item)
{
    m_items << item;
    invalidate();
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize WrapLayout::margins() const
{
    const QMargins m = contentsMargins();
    return {m.left() + m.right(), m.top() + m.bottom()};
}

int WrapLayout::widthOf(const Line &line) const
{
    int width = 0;
    int shown = 0;
    for (QLayoutItem *item : line) { // a const item does not return its spacer
        width += sizeOf(item).width();
        shown += item->spacerItem() ? 0 : 1; // a stretch has no spacing beside it
    }
    return width + std::max(0, shown - 1) * spacing();
}

QList<WrapLayout::Line> WrapLayout::linesIn(int width) const
{
    QList<Line> lines{{}};
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty() && !item->spacerItem())
            continue;
        Line longer = lines.last();
        longer << item;
        if (lines.last().isEmpty() || item->spacerItem() || widthOf(longer) <= width)
            lines.last() = longer;
        else
            lines << Line{item};
    }
    return lines;
}

int WrapLayout::heightForWidth(int width) const
{
    const QList<Line> lines = linesIn(width - margins().width());
    int height = margins().height() + (static_cast<int>(lines.size()) - 1) * spacing();
    for (const Line &line : lines)
        height += heightOf(line);
    return height;
}

QSize WrapLayout::sizeHint() const
{
    const QList<Line> lines = linesIn(QWIDGETSIZE_MAX);
    return QSize(widthOf(lines.first()), heightOf(lines.first())) + margins();
}

QSize WrapLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    return least + margins();
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QRect room = rect.marginsRemoved(contentsMargins());
    int y = room.y();
    for (const Line &line : linesIn(room.width())) {
        const auto stretches = std::ranges::count_if(line, isStretch);
        const int rest = std::max(0, room.width() - widthOf(line));
        const int share = stretches > 0 ? rest / static_cast<int>(stretches) : 0;
        const int height = heightOf(line);
        int x = room.x();
        if (stretches == 0)
            x += m_alignment == Qt::AlignHCenter ? rest / 2 : m_alignment == Qt::AlignRight ? rest : 0;
        bool isFirst = true;
        for (QLayoutItem *item : line) {
            const QSize hint = sizeOf(item);
            const int width = std::min(hint.width() + (isStretch(item) ? share : 0), room.width());
            if (item->spacerItem()) {
                x += width;
                continue;
            }
            x += isFirst ? 0 : spacing();
            isFirst = false;
            const QRect place(x, y + (height - hint.height()) / 2, width, hint.height());
            item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), room, place));
            x += width;
        }
        y += height + spacing();
    }
}

} // namespace okoshko
