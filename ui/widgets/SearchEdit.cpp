// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SearchEdit.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFrame>
#include <QToolButton>

namespace okoshko {

SearchEdit::SearchEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    findChild<QToolButton *>()->setAccessibleName(tr("Clear the search")); // Qt gives it no name
    draw();
}

void SearchEdit::draw()
{
    m_drawing = icon(IconName::Search, Theme::palette().muted);
    setTextMargins(fontMetrics().height() + Theme::space(1), 0, 0, 0);
}

void SearchEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QStyleOptionFrame frame;
    initStyleOption(&frame);
    QRect place = style()->subElementRect(QStyle::SE_LineEditContents, &frame, this);
    place.setWidth(fontMetrics().height());
    QPainter painter(this);
    m_drawing.paint(&painter, place);
}

QSize SearchEdit::sizeHint() const
{
    return {Theme::space(26), QLineEdit::sizeHint().height()};
}

void SearchEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && !hasSelectedText())
        event->ignore();
    else
        QLineEdit::keyPressEvent(event);
}

void SearchEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        draw();
    QLineEdit::changeEvent(event);
}

} // namespace okoshko
