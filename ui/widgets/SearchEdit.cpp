// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SearchEdit.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QEvent>
#include <QToolButton>

namespace okoshko {

SearchEdit::SearchEdit(QWidget *parent)
    : QLineEdit(parent)
{
    // Qt makes a button for either, and names none of them.
    setClearButtonEnabled(true);
    m_clear = findChild<QToolButton *>();
    addAction(icon(IconName::Search, Theme::palette().muted), QLineEdit::LeadingPosition);
    m_drawing = findChildren<QToolButton *>().last();
    nameButtons();
}

void SearchEdit::nameButtons()
{
    m_clear->setAccessibleName(tr("Clear the search"));
    m_drawing->setAccessibleName(tr("Search"));
}

void SearchEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        nameButtons();
    QLineEdit::changeEvent(event);
}

} // namespace okoshko
