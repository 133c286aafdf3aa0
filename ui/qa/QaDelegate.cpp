// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qa/QaDelegate.h"

#include "ui/qa/QaListModel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace okoshko {

namespace {

QFont titleFont()
{
    return Theme::font(Theme::Type::Text);
}

QFont noteFont()
{
    return Theme::font(Theme::Type::Note);
}

QFont headingFont()
{
    return Theme::font(Theme::Type::Note, QFont::DemiBold);
}

bool isHeading(const QModelIndex &index)
{
    return index.data(QaListModel::NameRole).toString().isEmpty();
}

QRect boxOf(const QRect &row)
{
    const int side = Theme::space(4);
    return {row.left() + Theme::space(3), row.top() + (row.height() - side) / 2, side, side};
}

int titleLeft(const QRect &row)
{
    return boxOf(row).right() + Theme::space(2);
}

} // namespace

QSize QaDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (isHeading(index))
        return {0, QFontMetrics(headingFont()).height() + Theme::space(3)};
    return {0, QFontMetrics(titleFont()).height() + QFontMetrics(noteFont()).height() + Theme::space(2)};
}

void QaDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme::Palette &p = Theme::palette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    if (isHeading(index)) {
        painter->fillRect(row, p.raised);
        painter->setFont(headingFont());
        painter->setPen(p.muted);
        painter->drawText(row.adjusted(Theme::space(3), 0, -Theme::space(3), 0), Qt::AlignVCenter,
                          index.data(Qt::DisplayRole).toString());
        painter->restore();
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(row, selected ? p.selection : p.surface);
    if (selected && option.state.testFlag(QStyle::State_HasFocus))
        painter->fillRect(QRect(row.topLeft(), QSize(Theme::space(1), row.height())), p.accent);
    const auto state = static_cast<Qt::CheckState>(index.data(Qt::CheckStateRole).toInt());
    paintBox(*painter, boxOf(row), state);

    const QFontMetrics title(titleFont());
    const QFontMetrics note(noteFont());
    const int left = titleLeft(row);
    const int width = row.right() - Theme::space(2) - left;
    const int top = row.top() + (row.height() - title.height() - note.height()) / 2;
    painter->setFont(titleFont());
    painter->setPen(p.text);
    painter->drawText(QRect(left, top, width, title.height()), Qt::AlignVCenter,
                      title.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, width));
    painter->setFont(noteFont());
    painter->setPen(state == Qt::Checked ? p.text : p.muted);
    painter->drawText(QRect(left, top + title.height(), width, note.height()), Qt::AlignVCenter,
                      note.elidedText(index.data(QaListModel::NoteRole).toString(), Qt::ElideRight, width));
    painter->restore();
}

void QaDelegate::paintBox(QPainter &painter, const QRect &rect, Qt::CheckState state) const
{
    const Theme::Palette &p = Theme::palette();
    const bool on = state == Qt::Checked;
    painter.setPen(on ? p.accent : p.control);
    painter.setBrush(on ? p.accent : p.surface);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Theme::space(1), Theme::space(1));
    if (on)
        painter.drawPixmap(rect.topLeft(), iconPixmap(IconName::Check, p.onAccent, rect.width(),
                                                      painter.device()->devicePixelRatioF()));
}

bool QaDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (isHeading(index))
        return false;
    const auto tick = [&] { return model->setData(index, {}, Qt::CheckStateRole); };
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QPoint at = mouse->position().toPoint();
        return mouse->button() == Qt::LeftButton && option.rect.contains(at) && at.x() < titleLeft(option.rect) &&
               tick();
    }
    return event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space && tick();
}

} // namespace okoshko
