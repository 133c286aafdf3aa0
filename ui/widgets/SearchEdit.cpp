// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SearchEdit.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QToolButton>

namespace okoshko {

SearchEdit::SearchEdit(QWidget *parent)
    : QLineEdit(parent)
{
    // Qt makes a button for either, and names none of them.
    setClearButtonEnabled(true);
    m_clear = findChild<QToolButton *>();
    m_search = addAction(QIcon(), QLineEdit::LeadingPosition);
    draw();
    m_drawing = findChildren<QToolButton *>().last();
    nameButtons();
}

void SearchEdit::nameButtons()
{
    m_clear->setAccessibleName(tr("Clear the search"));
    m_drawing->setAccessibleName(tr("Search"));
}

void SearchEdit::draw()
{
    m_search->setIcon(icon(IconName::Search, Theme::palette().muted));
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
