// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/SidePanel.h"

#include <QEvent>

#include <algorithm>

namespace okoshko {

SidePanel::SidePanel(QWidget *parent)
    : QWidget(parent)
{
}

void SidePanel::setPage(QWidget &page)
{
    m_page = &page;
    page.setParent(this);
    place();
}

void SidePanel::setPanel(QWidget &panel)
{
    m_panel = &panel;
    panel.setParent(this);
    panel.installEventFilter(this);
    place();
}

QSize SidePanel::sizeHint() const
{
    return m_page ? m_page->sizeHint() : QSize();
}

QSize SidePanel::minimumSizeHint() const
{
    return m_page ? m_page->minimumSizeHint() : QSize();
}

void SidePanel::place()
{
    if (!m_page)
        return;
    if (!m_panel || m_panel->isHidden()) {
        m_page->setGeometry(rect());
        return;
    }
    const int narrow = m_panel->minimumSizeHint().width();
    const int left = width() - m_page->minimumSizeHint().width(); // maximum width beside the page
    const bool roomForBoth = left >= narrow;
    const int panel = roomForBoth ? std::min(left, std::max(m_panel->sizeHint().width(), width() / 4)) : narrow;
    m_page->setGeometry(0, 0, roomForBoth ? width() - panel : width(), height());
    m_panel->setGeometry(width() - panel, 0, panel, height());
    m_panel->raise();
}

void SidePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

bool SidePanel::event(QEvent *event)
{
    // Another page may need more width.
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        place();
    }
    return QWidget::event(event);
}

bool SidePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace okoshko
